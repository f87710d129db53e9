/* Running totals over ordered rows. In C because SQL would sort millions of rows three times over: window functions do
 * not see that their input has the order already. */
#include "store/rollup.h"

#include "store/execute.h"

#include <string.h>

/* Columns of write/rollup_amounts.sql; the first four are the cell. */
enum { JURISDICTION, PROGRAM, FISCAL_YEAR, MEASURE, FROM_ON, COUNTED, UNCOUNTED, REASON, SOURCES };

/* The cell at hand, as it is from from_on. */
struct cell_total {
    GString *texts[SOURCES + 1]; /* of the text columns; the rest stay NULL */
    int64_t fiscal_year;
    struct cell counted, uncounted;
    bool is_empty;    /* no row yet */
    struct cell told; /* what the margins were told of counted */
    bool is_told;     /* and that there is a cell */
};

/* What one filling needs. */
struct filling {
    sqlite3_stmt *amounts, *put, *place;
    struct margin *margin;
    struct cell_total total;
    GString *state;
    bool is_state; /* the jurisdiction at hand is a state or territory */
};

static bool same_text(const struct cell_total *total, sqlite3_stmt *row, int column)
{
    return strcmp(total->texts[column]->str, execute_text(row, column)) == 0;
}

static bool same_cell(const struct cell_total *total, sqlite3_stmt *row)
{
    return total->fiscal_year == sqlite3_column_int64(row, FISCAL_YEAR) && same_text(total, row, JURISDICTION) &&
           same_text(total, row, PROGRAM) && same_text(total, row, MEASURE);
}

static void begin_cell(struct cell_total *total, sqlite3_stmt *row)
{
    static const int columns[] = {JURISDICTION, PROGRAM, MEASURE};
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        g_string_assign(total->texts[columns[i]], execute_text(row, columns[i]));
    g_string_truncate(total->texts[REASON], 0);
    g_string_truncate(total->texts[SOURCES], 0);
    total->fiscal_year = sqlite3_column_int64(row, FISCAL_YEAR);
    total->counted = total->uncounted = total->told = cell_null();
    total->is_empty = total->is_told = false;
}

/* Whether LIST, space-separated, holds the word. */
static bool holds(const char *list, const char *word, size_t length)
{
    for (const char *at = list; (at = strstr(at, word)); at += length)
        if ((at == list || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
            return true;
    return false;
}

static void add_sources(GString *sources, const char *added)
{
    if (strcmp(sources->str, added) == 0)
        return;
    g_auto(GStrv) words = g_strsplit(added, " ", -1);
    for (char **word = words; *word; word++)
        if (!holds(sources->str, *word, strlen(*word)))
            g_string_append_printf(sources, "%s%s", sources->len ? " " : "", *word);
}

static void add_amount(struct cell_total *total, sqlite3_stmt *row)
{
    if (sqlite3_column_type(row, COUNTED) != SQLITE_NULL)
        total->counted = cell_integer(sqlite3_column_int64(row, COUNTED) +
                                      (total->counted.kind == CELL_INTEGER ? total->counted.integer : 0));
    int64_t uncounted = sqlite3_column_int64(row, UNCOUNTED);
    bool larger = total->uncounted.kind == CELL_NULL || uncounted > total->uncounted.integer;
    if (sqlite3_column_type(row, UNCOUNTED) != SQLITE_NULL && larger) {
        total->uncounted = cell_integer(uncounted);
        const char *reason = execute_text(row, REASON);
        g_string_assign(total->texts[REASON], reason ? reason : "");
    }
    add_sources(total->texts[SOURCES], execute_text(row, SOURCES));
}

/* Where the jurisdiction at hand is, looked up when it is another than before. */
static bool find_place(struct filling *filling, const char *jurisdiction, GError **error)
{
    const struct cell key = cell_text(jurisdiction);
    bool row;
    if (!execute_bind(filling->place, &key, 1, error) || !execute_step(filling->place, &row, error))
        return false;
    g_string_assign(filling->state, row ? execute_text(filling->place, 0) : "");
    filling->is_state = row && sqlite3_column_int(filling->place, 1);
    return true;
}

/* Tells the margins what the row to be written changes. */
static void tell_margins(struct filling *filling)
{
    struct cell_total *total = &filling->total;
    const struct margin_place place = {total->texts[MEASURE]->str, filling->state->str, total->texts[PROGRAM]->str,
                                       total->fiscal_year};
    int64_t more = total->counted.integer - total->told.integer;
    int64_t rows = (total->counted.kind == CELL_INTEGER) - (total->told.kind == CELL_INTEGER);
    struct margin_step step = {.row_count = !total->is_told};
    if (filling->is_state) {
        step.state_usd = more;
        step.state_rows = rows;
    } else {
        step.local_usd = more;
        step.local_rows = rows;
    }
    margin_add(filling->margin, &place, total->texts[FROM_ON]->str, &step);
    total->told = total->counted;
    total->is_told = true;
}

static bool put(struct filling *filling, const char *until_on, GError **error)
{
    const struct cell_total *total = &filling->total;
    if (total->is_empty)
        return true;
    tell_margins(filling);
    const char *reason = total->texts[REASON]->str;
    const struct cell values[] = {cell_text(total->texts[JURISDICTION]->str),
                                  cell_text(total->texts[PROGRAM]->str),
                                  cell_integer(total->fiscal_year),
                                  cell_text(total->texts[MEASURE]->str),
                                  cell_text(total->texts[FROM_ON]->str),
                                  cell_text(until_on),
                                  total->counted,
                                  total->uncounted,
                                  cell_text(*reason ? reason : NULL),
                                  cell_text(total->texts[SOURCES]->str)};
    bool row;
    return execute_bind(filling->put, values, G_N_ELEMENTS(values), error) && execute_step(filling->put, &row, error);
}

/* What stood until this row is written when the row is of a later day or of another cell. */
static bool take_row(struct filling *filling, GError **error)
{
    struct cell_total *total = &filling->total;
    sqlite3_stmt *row = filling->amounts;
    bool same = !total->is_empty && same_cell(total, row);
    const char *from_on = execute_text(row, FROM_ON);
    if (!same || !same_text(total, row, FROM_ON)) {
        if (!put(filling, same ? from_on : UNTIL_OPEN, error))
            return false;
        g_string_assign(total->texts[FROM_ON], from_on);
    }
    if (!same) {
        if ((total->is_empty || !same_text(total, row, JURISDICTION)) &&
            !find_place(filling, execute_text(row, JURISDICTION), error))
            return false;
        begin_cell(total, row);
    }
    add_amount(total, row);
    return true;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *name, GError **error)
{
    return execute_prepare(db, &(struct pattern){.name = name}, error);
}

static bool fill(struct filling *filling, GError **error)
{
    bool row, ok;
    while ((ok = execute_step(filling->amounts, &row, error)) && row)
        if (!take_row(filling, error))
            return false;
    return ok && put(filling, UNTIL_OPEN, error);
}

bool rollup_fill(struct sqlite3 *db, struct margin *margin, GError **error)
{
    g_autoptr(sqlite3_stmt) amounts = prepare(db, "write/rollup_amounts", error);
    g_autoptr(sqlite3_stmt) row = amounts ? prepare(db, "write/rollup_put", error) : NULL;
    g_autoptr(sqlite3_stmt) place = row ? prepare(db, "write/rollup_place", error) : NULL;
    if (!place)
        return false;
    struct filling filling = {amounts, row, place, margin, {.is_empty = true}, g_string_new(NULL), false};
    for (size_t i = 0; i < G_N_ELEMENTS(filling.total.texts); i++)
        filling.total.texts[i] = g_string_new(NULL);
    bool ok = fill(&filling, error);
    for (size_t i = 0; i < G_N_ELEMENTS(filling.total.texts); i++)
        g_string_free(filling.total.texts[i], TRUE);
    g_string_free(filling.state, TRUE);
    return ok;
}

/* Running totals over ordered rows. In C because SQL would sort millions of rows three times over: window functions do
 * not see that their input has the order already. */
#include "store/rollup.h"

#include "store/execute.h"

#include <string.h>

#define ALWAYS "9999-12-31"

/* Columns of write/rollup_amounts.sql; the first four are the cell. */
enum { JURISDICTION, PROGRAM, FISCAL_YEAR, MEASURE, FROM_ON, COUNTED, UNCOUNTED, REASON, SOURCES };

/* The cell at hand, as it is from from_on. */
struct cell_total {
    GString *texts[SOURCES + 1]; /* of the text columns; the rest stay NULL */
    int64_t fiscal_year;
    struct cell counted, uncounted;
    bool is_empty; /* no row yet */
};

static const char *text_of(sqlite3_stmt *row, int column)
{
    return (const char *)sqlite3_column_text(row, column);
}

static bool same_text(const struct cell_total *total, sqlite3_stmt *row, int column)
{
    return strcmp(total->texts[column]->str, text_of(row, column)) == 0;
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
        g_string_assign(total->texts[columns[i]], text_of(row, columns[i]));
    g_string_truncate(total->texts[REASON], 0);
    g_string_truncate(total->texts[SOURCES], 0);
    total->fiscal_year = sqlite3_column_int64(row, FISCAL_YEAR);
    total->counted = total->uncounted = cell_null();
    total->is_empty = false;
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
        const char *reason = text_of(row, REASON);
        g_string_assign(total->texts[REASON], reason ? reason : "");
    }
    add_sources(total->texts[SOURCES], text_of(row, SOURCES));
}

static bool put(const struct cell_total *total, sqlite3_stmt *statement, const char *until_on, GError **error)
{
    if (total->is_empty)
        return true;
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
    return execute_bind(statement, values, G_N_ELEMENTS(values), error) && execute_step(statement, &row, error);
}

/* What stood until this row is written when the row is of a later day or of another cell. */
static bool take_row(struct cell_total *total, sqlite3_stmt *row, sqlite3_stmt *statement, GError **error)
{
    bool same = !total->is_empty && same_cell(total, row);
    const char *from_on = text_of(row, FROM_ON);
    if (!same || !same_text(total, row, FROM_ON)) {
        if (!put(total, statement, same ? from_on : ALWAYS, error))
            return false;
        g_string_assign(total->texts[FROM_ON], from_on);
    }
    if (!same)
        begin_cell(total, row);
    add_amount(total, row);
    return true;
}

static bool fill(struct cell_total *total, sqlite3_stmt *amounts, sqlite3_stmt *statement, GError **error)
{
    bool row, ok;
    while ((ok = execute_step(amounts, &row, error)) && row)
        if (!take_row(total, amounts, statement, error))
            return false;
    return ok && put(total, statement, ALWAYS, error);
}

bool rollup_fill(struct sqlite3 *db, GError **error)
{
    g_autoptr(sqlite3_stmt) amounts = execute_prepare(db, &(struct pattern){.name = "write/rollup_amounts"}, error);
    g_autoptr(sqlite3_stmt) statement =
        amounts ? execute_prepare(db, &(struct pattern){.name = "write/rollup_put"}, error) : NULL;
    if (!statement)
        return false;
    struct cell_total total = {.is_empty = true};
    for (size_t i = 0; i < G_N_ELEMENTS(total.texts); i++)
        total.texts[i] = g_string_new(NULL);
    bool ok = fill(&total, amounts, statement, error);
    for (size_t i = 0; i < G_N_ELEMENTS(total.texts); i++)
        g_string_free(total.texts[i], TRUE);
    return ok;
}

/* Running totals over ordered rows. In C because SQL would sort millions of rows three times over: window functions do
 * not see that their input has the order already. */
#include "store/rollup.h"

#include "store/bulk.h"
#include "store/execute.h"
#include "store/subtotal.h"

#include <string.h>

/* Columns of write/rollup_amounts.sql; the rows of the first three come together. */
enum { JURISDICTION, PROGRAM, FISCAL_YEAR, MEASURE, FROM_ON, AMOUNT, IS_COUNTED, REASON, SOURCES };

/* Columns of write/rollup_place.sql. */
enum { PLACE, STATE, IS_STATE, GROUP, POPULATION };

/* A row of it, of the group at hand. */
struct amount {
    const char *measure, *from_on, *reason, *sources;
    int64_t cents;
    bool is_counted;
};

/* What a cell (a group and a measure) comes to, as it is from the day of the amount that was added last. */
struct cell_total {
    int64_t cents;
    bool is_begun, is_counted;
    const char *reason;
    GString *sources;
    struct margin_lines lines;
    int64_t told;             /* what the margins were told of cents, as counted */
    bool is_told, told_count; /* and that there is a cell; that it counts */
};

/* What one filling needs. */
struct filling {
    sqlite3_stmt *rows, *find;
    struct bulk *put;
    struct margins *margins;
    struct subtotals *subtotals;
    struct arena *arena;             /* of the group: all that its amounts point to */
    GArray *amounts;                 /* of the group */
    GString *jurisdiction, *program; /* of the group */
    int64_t fiscal_year;             /* of the group */
    struct subtotal_place place;     /* of the jurisdiction */
    GString *state;                  /* of the jurisdiction */
    bool is_state;                   /* whether the jurisdiction is a state or territory */
    struct cell_total total;
};

/* Whether LIST, space-separated, holds the word. */
static bool holds(const char *list, const char *word, size_t length)
{
    for (const char *at = list; (at = strstr(at, word)); at += length)
        if ((at == list || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
            return true;
    return false;
}

void rollup_add_sources(GString *sources, const char *added)
{
    if (holds(sources->str, added, strlen(added)))
        return;
    g_auto(GStrv) words = g_strsplit(added, " ", -1);
    for (char **word = words; *word; word++)
        if (!holds(sources->str, *word, strlen(*word)))
            g_string_append_printf(sources, "%s%s", sources->len ? " " : "", *word);
}

static void begin_cell(struct filling *filling, const struct amount *amount)
{
    struct cell_total *total = &filling->total;
    const struct margin_place place = {amount->measure, filling->state->str, filling->program->str,
                                       filling->fiscal_year};
    *total = (struct cell_total){.sources = total->sources, .lines = margin_find(filling->margins, &place)};
}

/* Below 0: the cell stands without the amount; 0: they stand together; above 0: the amount stands in its place. */
static int compare_worth(const struct amount *amount, const struct cell_total *total)
{
    if (!total->is_begun || amount->is_counted != total->is_counted)
        return total->is_counted ? -1 : 1;
    return amount->is_counted ? 0 : (amount->cents > total->cents) - (amount->cents < total->cents);
}

/* Of several reasons the last in the order of text stands, as in sums (subtotal.c). */
static void add_amount(struct cell_total *total, const struct amount *amount)
{
    int worth = compare_worth(amount, total);
    if (worth < 0)
        return;
    if (worth > 0) {
        total->cents = 0;
        total->reason = NULL;
        g_string_truncate(total->sources, 0);
        total->is_begun = true;
    }
    total->is_counted = amount->is_counted;
    total->cents = amount->is_counted ? total->cents + amount->cents : amount->cents;
    if (g_strcmp0(amount->reason, total->reason) > 0)
        total->reason = amount->reason;
    rollup_add_sources(total->sources, amount->sources);
}

/* Tells the margins what the row to be written changes. */
static void tell_margins(struct filling *filling, const char *from_on)
{
    struct cell_total *total = &filling->total;
    int64_t more = total->is_counted ? total->cents - total->told : 0;
    int64_t rows = total->is_counted && !total->told_count;
    struct margin_step step = {.row_count = !total->is_told};
    if (filling->is_state) {
        step.state_usd = more;
        step.state_rows = rows;
    } else {
        step.local_usd = more;
        step.local_rows = rows;
    }
    if (total->is_counted) {
        const int64_t *before = total->told_count ? &total->told : NULL;
        margin_resize(filling->margins, before, total->cents, step.cells);
        margin_resize_money(filling->margins, &total->lines, from_on, before, total->cents);
    }
    margin_add(filling->margins, &total->lines, from_on, &step);
    total->told += more;
    total->told_count = total->is_counted;
    total->is_told = true;
}

static bool put(struct filling *filling, const struct amount *amount, const char *until_on, GError **error)
{
    const struct cell_total *total = &filling->total;
    int64_t list;
    if (!subtotal_list(filling->subtotals, total->sources->str, &list, error))
        return false;
    const struct cell cents = cell_integer(total->cents);
    const struct cell values[] = {cell_text(filling->jurisdiction->str),
                                  cell_text(filling->program->str),
                                  cell_integer(filling->fiscal_year),
                                  cell_text(amount->measure),
                                  cell_text(amount->from_on),
                                  cell_text(until_on),
                                  cents,
                                  total->is_counted ? cents : cell_null(),
                                  cell_text(total->reason),
                                  cell_integer(list),
                                  cell_text(filling->state->str)};
    const struct subtotal_step step = {amount->measure, filling->program->str, filling->fiscal_year,
                                       amount->from_on, total->cents,          total->is_counted,
                                       total->reason,   total->sources->str,   list};
    tell_margins(filling, amount->from_on);
    return subtotal_add(filling->subtotals, &filling->place, &step, error) &&
           bulk_put(filling->put, values, G_N_ELEMENTS(values), error);
}

static int compare_amounts(const void *a, const void *b)
{
    const struct amount *one = a, *other = b;
    int order = strcmp(one->measure, other->measure);
    return order ? order : strcmp(one->from_on, other->from_on);
}

/* Writes the cells of the group. An amount is put off while another of its cell and day follows. */
static bool write_group(struct filling *filling, GError **error)
{
    if (filling->amounts->len > 1)
        g_array_sort(filling->amounts, compare_amounts);
    const struct amount *amounts = (const struct amount *)(const void *)filling->amounts->data;
    for (guint i = 0; i < filling->amounts->len; i++) {
        const struct amount *amount = &amounts[i], *next = i + 1 < filling->amounts->len ? amount + 1 : NULL;
        if (i == 0 || strcmp(amounts[i - 1].measure, amount->measure) != 0)
            begin_cell(filling, amount);
        if (next && strcmp(next->measure, amount->measure) != 0)
            next = NULL;
        add_amount(&filling->total, amount);
        if ((!next || strcmp(next->from_on, amount->from_on) != 0) &&
            !put(filling, amount, next ? next->from_on : UNTIL_OPEN, error))
            return false;
    }
    g_array_set_size(filling->amounts, 0);
    arena_reset(filling->arena);
    return true;
}

/* Where the jurisdiction of the group is. */
static bool find_place(struct filling *filling, GError **error)
{
    const struct cell key = cell_text(filling->jurisdiction->str);
    bool row;
    if (!execute_bind(filling->find, &key, 1, error) || !execute_step(filling->find, &row, error))
        return false;
    filling->place = (struct subtotal_place){0};
    g_string_assign(filling->state, row ? execute_text(filling->find, STATE) : "");
    filling->is_state = row && sqlite3_column_int(filling->find, IS_STATE);
    if (row)
        filling->place = (struct subtotal_place){sqlite3_column_int64(filling->find, PLACE),
                                                 sqlite3_column_int64(filling->find, GROUP),
                                                 sqlite3_column_type(filling->find, POPULATION) == SQLITE_NULL
                                                     ? cell_null()
                                                     : cell_integer(sqlite3_column_int64(filling->find, POPULATION))};
    return true;
}

static bool begin_group(struct filling *filling, GError **error)
{
    const char *jurisdiction = execute_text(filling->rows, JURISDICTION);
    bool same_place = strcmp(filling->jurisdiction->str, jurisdiction) == 0;
    g_string_assign(filling->jurisdiction, jurisdiction);
    g_string_assign(filling->program, execute_text(filling->rows, PROGRAM));
    filling->fiscal_year = sqlite3_column_int64(filling->rows, FISCAL_YEAR);
    return same_place || find_place(filling, error);
}

static bool same_group(const struct filling *filling)
{
    return filling->fiscal_year == sqlite3_column_int64(filling->rows, FISCAL_YEAR) &&
           strcmp(filling->program->str, execute_text(filling->rows, PROGRAM)) == 0 &&
           strcmp(filling->jurisdiction->str, execute_text(filling->rows, JURISDICTION)) == 0;
}

static bool take_row(struct filling *filling, GError **error)
{
    if (!same_group(filling) && (!write_group(filling, error) || !begin_group(filling, error)))
        return false;
    struct cell cells[SOURCES + 1];
    execute_cells(filling->arena, filling->rows, cells, G_N_ELEMENTS(cells));
    const bool is_counted = cells[IS_COUNTED].integer != 0;
    const struct amount amount = {cells[MEASURE].text, cells[FROM_ON].text,   is_counted ? NULL : cells[REASON].text,
                                  cells[SOURCES].text, cells[AMOUNT].integer, is_counted};
    g_array_append_val(filling->amounts, amount);
    return true;
}

static bool fill(struct filling *filling, GError **error)
{
    bool row, ok;
    while ((ok = execute_step(filling->rows, &row, error)) && row)
        if (!take_row(filling, error))
            return false;
    return ok && write_group(filling, error) && bulk_end(filling->put, error);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *name, GError **error)
{
    return execute_prepare(db, &(struct pattern){.name = name}, error);
}

bool rollup_fill(struct sqlite3 *db, struct margins *margins, GError **error)
{
    g_autoptr(sqlite3_stmt) rows = prepare(db, "write/rollup_amounts", error);
    g_autoptr(sqlite3_stmt) find = rows ? prepare(db, "write/rollup_place", error) : NULL;
    struct subtotals *subtotals = find ? subtotal_new(db, error) : NULL;
    struct filling filling = {.rows = rows,
                              .put = bulk_new(db, "write/rollup_put"),
                              .find = find,
                              .margins = margins,
                              .subtotals = subtotals,
                              .arena = arena_new()};
    filling.amounts = g_array_new(FALSE, FALSE, sizeof(struct amount));
    GString **const texts[] = {&filling.jurisdiction, &filling.program, &filling.state, &filling.total.sources};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        *texts[i] = g_string_new(NULL);
    bool ok = subtotals && fill(&filling, error) && subtotal_end(subtotals, db, error);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_string_free(*texts[i], TRUE);
    g_array_free(filling.amounts, TRUE);
    arena_free(filling.arena);
    subtotal_free(subtotals);
    bulk_free(filling.put);
    return ok;
}

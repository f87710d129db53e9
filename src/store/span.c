/* Running totals over the actions of awards, as rollup.c has them over cells. */
#include "store/span.h"

#include "base/arena.h"
#include "store/bulk.h"
#include "store/execute.h"

#include <string.h>

/* Columns of write/award_amounts.sql. */
enum { AWARD, STATE, PROGRAM_KEY, FISCAL_YEAR, FROM_ON, AMOUNT, PROGRAM };

/* The award at hand, as it is from from_on. */
struct award_total {
    int64_t award; /* 0: none yet */
    char from_on[sizeof UNTIL_OPEN];
    char state[sizeof "ZZ"]; /* of its jurisdiction; "": it has none */
    int64_t program;         /* rowid */
    int64_t fiscal_year;
    struct cell amount;
    struct margin_lines lines;
};

/* Where a filling stands. */
struct filling {
    struct bulk *put;
    struct margins *margins;
    const char *as_of; /* the edition's date */
    struct award_total total;
};

static bool put(const struct filling *filling, const char *until_on, GError **error)
{
    const struct award_total *total = &filling->total;
    if (strcmp(total->from_on, filling->as_of) > 0)
        return true;
    if (strcmp(until_on, filling->as_of) > 0)
        until_on = UNTIL_OPEN;
    const struct cell values[] = {
        cell_integer(total->award),       cell_text(total->from_on),    cell_text(until_on),    total->amount,
        cell_integer(total->fiscal_year), cell_integer(total->program), cell_text(total->state)};
    return bulk_put(filling->put, values, G_N_ELEMENTS(values), error);
}

/* Whether its recipient is no jurisdiction, so that no cell has its amount. */
static bool is_outside(const struct award_total *total)
{
    return !*total->state;
}

static void begin(struct filling *filling, sqlite3_stmt *row)
{
    struct award_total *total = &filling->total;
    const struct margin_place place = {"award", execute_text(row, STATE), execute_text(row, PROGRAM_KEY),
                                       sqlite3_column_int64(row, FISCAL_YEAR)};
    *total = (struct award_total){.award = sqlite3_column_int64(row, AWARD),
                                  .program = sqlite3_column_int64(row, PROGRAM),
                                  .fiscal_year = place.fiscal_year,
                                  .amount = cell_null(),
                                  .lines = margin_find(filling->margins, &place)};
    g_strlcpy(total->state, place.state, sizeof total->state);
    g_strlcpy(total->from_on, execute_text(row, FROM_ON), sizeof total->from_on);
    const struct margin_step first = {.award_count = 1, .outside_rows = is_outside(total)};
    margin_add(filling->margins, &total->lines, total->from_on, &first);
}

static void add_amount(struct filling *filling, const char *day, int64_t amount)
{
    struct award_total *total = &filling->total;
    const int64_t *before = total->amount.kind == CELL_INTEGER ? &total->amount.integer : NULL;
    int64_t after = amount + (before ? *before : 0);
    struct margin_step more = {.outside_usd = is_outside(total) ? amount : 0};
    if (margin_resize(filling->margins, before, after, more.awards) || more.outside_usd != 0)
        margin_add(filling->margins, &total->lines, day, &more);
    total->amount = cell_integer(after);
}

/* An action of nothing changes nothing, but the first one makes the amount known. */
static bool take_row(struct filling *filling, sqlite3_stmt *row, GError **error)
{
    struct award_total *total = &filling->total;
    int64_t amount = sqlite3_column_int64(row, AMOUNT);
    if (total->award != sqlite3_column_int64(row, AWARD)) {
        if (total->award && !put(filling, UNTIL_OPEN, error))
            return false;
        begin(filling, row);
    } else if (amount == 0) {
        return true;
    } else if (strcmp(total->from_on, execute_text(row, FROM_ON)) != 0) {
        if (!put(filling, execute_text(row, FROM_ON), error))
            return false;
        g_strlcpy(total->from_on, execute_text(row, FROM_ON), sizeof total->from_on);
    }
    if (sqlite3_column_type(row, AMOUNT) != SQLITE_NULL)
        add_amount(filling, execute_text(row, FROM_ON), amount);
    return true;
}

bool span_fill(struct sqlite3 *db, struct margins *margins, GError **error)
{
    g_autoptr(sqlite3_stmt) amounts = execute_prepare(db, &(struct pattern){.name = "write/award_amounts"}, error);
    struct arena *arena = arena_new();
    struct cell as_of;
    struct filling filling = {.put = bulk_new(db, "write/award_put"), .margins = margins};
    bool row, ok = amounts && execute_value(arena, db, "write/as_of", &as_of, error);
    filling.as_of = ok ? as_of.text : NULL;
    while (ok && (ok = execute_step(amounts, &row, error)) && row)
        ok = take_row(&filling, amounts, error);
    ok = ok && (!filling.total.award || put(&filling, UNTIL_OPEN, error)) && bulk_end(filling.put, error);
    bulk_free(filling.put);
    arena_free(arena);
    return ok;
}

/* Running totals over the actions of awards, as rollup.c has them over cells. */
#include "store/span.h"

#include "store/execute.h"

#include <string.h>

/* Columns of write/award_amounts.sql. */
enum { AWARD, STATE, PROGRAM, FISCAL_YEAR, FROM_ON, AMOUNT };

/* The award at hand, as it is from from_on. */
struct award_total {
    int64_t award; /* 0: none yet */
    char from_on[sizeof UNTIL_OPEN];
    struct cell amount;
};

static bool put(const struct award_total *total, sqlite3_stmt *statement, const char *until_on, GError **error)
{
    const struct cell values[] = {cell_integer(total->award), cell_text(total->from_on), cell_text(until_on),
                                  total->amount};
    bool row;
    return execute_bind(statement, values, G_N_ELEMENTS(values), error) && execute_step(statement, &row, error);
}

static void begin(struct award_total *total, sqlite3_stmt *row, struct margin *margin)
{
    const struct margin_place place = {"award", execute_text(row, STATE), execute_text(row, PROGRAM),
                                       sqlite3_column_int64(row, FISCAL_YEAR)};
    const struct margin_lines lines = margin_find(margin, &place);
    margin_add(margin, &lines, execute_text(row, FROM_ON), &(struct margin_step){.award_count = 1});
    total->award = sqlite3_column_int64(row, AWARD);
    total->amount = cell_null();
    g_strlcpy(total->from_on, execute_text(row, FROM_ON), sizeof total->from_on);
}

/* An action of nothing changes nothing, but the first one makes the amount known. */
static bool take_row(struct award_total *total, sqlite3_stmt *row, sqlite3_stmt *statement, struct margin *margin,
                     GError **error)
{
    int64_t amount = sqlite3_column_int64(row, AMOUNT);
    if (total->award != sqlite3_column_int64(row, AWARD)) {
        if (total->award && !put(total, statement, UNTIL_OPEN, error))
            return false;
        begin(total, row, margin);
    } else if (amount == 0) {
        return true;
    } else if (strcmp(total->from_on, execute_text(row, FROM_ON)) != 0) {
        if (!put(total, statement, execute_text(row, FROM_ON), error))
            return false;
        g_strlcpy(total->from_on, execute_text(row, FROM_ON), sizeof total->from_on);
    }
    if (sqlite3_column_type(row, AMOUNT) != SQLITE_NULL)
        total->amount = cell_integer(amount + (total->amount.kind == CELL_INTEGER ? total->amount.integer : 0));
    return true;
}

bool span_fill(struct sqlite3 *db, struct margin *margin, GError **error)
{
    g_autoptr(sqlite3_stmt) amounts = execute_prepare(db, &(struct pattern){.name = "write/award_amounts"}, error);
    g_autoptr(sqlite3_stmt) statement =
        amounts ? execute_prepare(db, &(struct pattern){.name = "write/award_put"}, error) : NULL;
    struct award_total total = {0};
    bool row, ok = statement != NULL;
    while (ok && (ok = execute_step(amounts, &row, error)) && row)
        ok = take_row(&total, amounts, statement, margin, error);
    return ok && (!total.award || put(&total, statement, UNTIL_OPEN, error));
}

/* Sums by day over what is kept of jurisdictions, one group after the other. */
#include "store/group.h"

#include "store/daily.h"
#include "store/execute.h"

#include <string.h>

/* Columns of write/group_money.sql and write/group_known.sql; rows of a group come together, and in it those of a place
 * and line, by day. */
enum { GROUP, GROUP_OF_KIND, GROUP_OF_ALL, PLACE, LINE, FROM_ON, AMOUNT, IS_COUNTED };

/* What a line of a group comes to: cents that count, jurisdictions that have such, those that have any. */
enum { COUNTED_USD, COUNTED_ROWS, ROWS, SUMS };

/* Where a filling stands. */
struct filling {
    struct daily *narrow, *wide; /* of the group at hand; of those that go over all states */
    int64_t group, place, line;
    int64_t told[SUMS]; /* of the place and line at hand */
};

static bool end_group(struct filling *filling, struct sqlite3 *db, GError **error)
{
    bool ok = daily_write(filling->narrow, db, "write/group_put", error);
    daily_free(filling->narrow);
    filling->narrow = daily_new(2, SUMS);
    return ok;
}

static void tell(struct daily *sums, int64_t group, int64_t line, const char *day, const int64_t *more)
{
    const struct cell keys[] = {cell_integer(group), cell_integer(line)};
    daily_add(sums, daily_find(sums, keys), day, more);
}

static bool take_row(struct filling *filling, struct sqlite3 *db, sqlite3_stmt *row, GError **error)
{
    int64_t group = sqlite3_column_int64(row, GROUP), place = sqlite3_column_int64(row, PLACE);
    int64_t line = sqlite3_column_int64(row, LINE), more[SUMS];
    bool is_counted = sqlite3_column_int(row, IS_COUNTED);
    const int64_t now[SUMS] = {is_counted ? sqlite3_column_int64(row, AMOUNT) : 0, is_counted,
                               sqlite3_column_type(row, AMOUNT) != SQLITE_NULL};
    if (filling->group != group && !end_group(filling, db, error))
        return false;
    if (filling->place != place || filling->line != line)
        memset(filling->told, 0, sizeof filling->told);
    for (size_t i = 0; i < SUMS; i++)
        more[i] = now[i] - filling->told[i];
    memcpy(filling->told, now, sizeof now);
    filling->group = group;
    filling->place = place;
    filling->line = line;
    const char *day = execute_text(row, FROM_ON);
    tell(filling->narrow, group, line, day, more);
    tell(filling->wide, sqlite3_column_int64(row, GROUP_OF_KIND), line, day, more);
    tell(filling->wide, sqlite3_column_int64(row, GROUP_OF_ALL), line, day, more);
    return true;
}

static bool read_rows(struct filling *filling, struct sqlite3 *db, const char *name, GError **error)
{
    g_autoptr(sqlite3_stmt) rows = execute_prepare(db, &(struct pattern){.name = name}, error);
    bool row, ok = rows != NULL;
    while (ok && (ok = execute_step(rows, &row, error)) && row)
        ok = take_row(filling, db, rows, error);
    return ok && end_group(filling, db, error);
}

bool group_fill(struct sqlite3 *db, GError **error)
{
    struct filling filling = {.narrow = daily_new(2, SUMS), .wide = daily_new(2, SUMS)};
    bool ok = read_rows(&filling, db, "write/group_money", error) &&
              read_rows(&filling, db, "write/group_known", error) &&
              daily_write(filling.wide, db, "write/group_put", error);
    daily_free(filling.narrow);
    daily_free(filling.wide);
    return ok;
}

/* Sums by day over what is kept of jurisdictions, one group after the other. */
#include "store/group.h"

#include "store/daily.h"
#include "store/execute.h"

#include <string.h>

/* Columns of write/group_money.sql and write/group_known.sql; rows of a group come together, and in it those of a place
 * and line, by day. */
enum { GROUP, KIND_GROUP, ALL_GROUP, PLACE, LINE, FROM_ON, AMOUNT, IS_COUNTED };

/* What a line of a group comes to: cents that count, jurisdictions that have such, those that have any, and those that
 * have as many cents as the sizes say. */
enum { COUNTED_USD, COUNTED_ROWS, ROWS, SIZES };
static const int64_t sizes[] = {1000000, 10000000, 100000000, 1000000000};
enum { SUMS = SIZES + G_N_ELEMENTS(sizes) };

/* What is summed up of the place and line at hand: for its group, its kind and all. */
enum { OF_GROUP, OF_KIND, OF_ALL, SCOPES };

/* Where a filling stands. */
struct filling {
    struct daily *narrow, *wide; /* of the group at hand; of those that go over all states */
    int64_t group, place, line;
    struct daily_line *lines[SCOPES]; /* of the place and line at hand */
    int64_t told[SUMS];               /* and what they were told of it */
};

static bool end_group(struct filling *filling, struct sqlite3 *db, GError **error)
{
    bool ok = daily_write(filling->narrow, db, "write/group_put", error);
    daily_free(filling->narrow);
    filling->narrow = daily_new(2, SUMS);
    return ok;
}

/* Another place, or another line of it. */
static bool begin(struct filling *filling, struct sqlite3 *db, sqlite3_stmt *row, GError **error)
{
    int64_t group = sqlite3_column_int64(row, GROUP);
    if (filling->group != group && !end_group(filling, db, error))
        return false;
    filling->group = group;
    filling->place = sqlite3_column_int64(row, PLACE);
    filling->line = sqlite3_column_int64(row, LINE);
    memset(filling->told, 0, sizeof filling->told);
    for (int i = 0; i < SCOPES; i++) {
        const struct cell keys[] = {cell_integer(sqlite3_column_int64(row, GROUP + i)), cell_integer(filling->line)};
        filling->lines[i] = daily_find(i == OF_GROUP ? filling->narrow : filling->wide, keys);
    }
    return true;
}

static bool take_row(struct filling *filling, struct sqlite3 *db, sqlite3_stmt *row, GError **error)
{
    bool is_next =
        filling->place != sqlite3_column_int64(row, PLACE) || filling->line != sqlite3_column_int64(row, LINE);
    if (is_next && !begin(filling, db, row, error))
        return false;
    bool is_counted = sqlite3_column_int(row, IS_COUNTED);
    int64_t amount = sqlite3_column_int64(row, AMOUNT);
    int64_t now[SUMS] = {is_counted ? amount : 0, is_counted, sqlite3_column_type(row, AMOUNT) != SQLITE_NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        now[SIZES + i] = amount >= sizes[i];
    int64_t more[SUMS];
    for (size_t i = 0; i < SUMS; i++)
        more[i] = now[i] - filling->told[i];
    memcpy(filling->told, now, sizeof now);
    const char *from_on = execute_text(row, FROM_ON);
    daily_add(filling->narrow, filling->lines[OF_GROUP], daily_day(filling->narrow, from_on), more);
    int day = daily_day(filling->wide, from_on);
    daily_add(filling->wide, filling->lines[OF_KIND], day, more);
    daily_add(filling->wide, filling->lines[OF_ALL], day, more);
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

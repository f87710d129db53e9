/* Rows put many in a step: each is there at the end, however many a step takes, and one that is refused is told. */
#include "store/bulk.h"
#include "store/execute.h"

static sqlite3 *table(void)
{
    sqlite3 *db;
    g_assert_cmpint(sqlite3_open(":memory:", &db), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(db,
                                 "CREATE TABLE jurisdiction_known (place INTEGER PRIMARY KEY, line INTEGER NOT NULL, "
                                 "from_on TEXT)",
                                 NULL, NULL, NULL),
                    ==, SQLITE_OK);
    return db;
}

static int64_t number(sqlite3 *db, const char *sql)
{
    g_autoptr(sqlite3_stmt) asked = NULL;
    g_assert_cmpint(sqlite3_prepare_v2(db, sql, -1, &asked, NULL), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_step(asked), ==, SQLITE_ROW);
    return sqlite3_column_int64(asked, 0);
}

static bool put(struct bulk *bulk, int64_t place, struct cell line, GError **error)
{
    g_autofree char *day = g_strdup_printf("day %" G_GINT64_FORMAT, place);
    const struct cell values[] = {cell_integer(place), line, cell_text(day)};
    return bulk_put(bulk, values, G_N_ELEMENTS(values), error);
}

/* None, fewer than a step takes, and one, two and three steps with and without some that are left. */
static void test_rows(void)
{
    static const int64_t counts[] = {0, 1, 15, 16, 17, 32, 47, 48, 100};
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++) {
        g_autoptr(sqlite3) db = table();
        struct bulk *bulk = bulk_new(db, "write/subtotal_known");
        for (int64_t place = 1; place <= counts[i]; place++)
            g_assert_true(put(bulk, place, cell_integer(2 * place), NULL));
        g_assert_true(bulk_end(bulk, NULL));
        g_assert_true(bulk_end(bulk, NULL));
        g_assert_cmpint(number(db, "SELECT count(*) FROM jurisdiction_known"), ==, counts[i]);
        g_assert_cmpint(number(db, "SELECT count(*) FROM jurisdiction_known "
                                   "WHERE line <> 2 * place OR from_on <> 'day ' || place"),
                        ==, 0);
        bulk_free(bulk);
    }
}

/* Told no later than at the end; the rows that were in the table stay, those of its step are none. */
static void test_refused(void)
{
    static const struct {
        int64_t refused, last, kept;
    } cases[] = {{3, 5, 0}, {3, 20, 0}, {16, 16, 0}, {17, 20, 16}, {32, 40, 16}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(sqlite3) db = table();
        g_autoptr(GError) error = NULL;
        struct bulk *bulk = bulk_new(db, "write/subtotal_known");
        bool ok = true;
        for (int64_t place = 1; ok && place <= cases[i].last; place++)
            ok = put(bulk, place, place == cases[i].refused ? cell_null() : cell_integer(2 * place), &error);
        g_assert_false(ok && bulk_end(bulk, &error));
        g_assert_error(error, PROVISO_ERROR, ERROR_DATA);
        g_assert_cmpint(number(db, "SELECT count(*) FROM jurisdiction_known"), ==, cases[i].kept);
        bulk_free(bulk);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/store/bulk/rows", test_rows);
    g_test_add_func("/store/bulk/refused", test_refused);
    return g_test_run();
}

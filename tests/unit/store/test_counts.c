/* Rows counted by value: text, numbers small and large, nothing; no rows at all; many values. */
#include "store/counts.h"

#include <glib.h>
#include <jansson.h>

/* What a statement gives; NULL: an error. */
static json_t *told(const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    g_assert_cmpint(sqlite3_open(":memory:", &db), ==, SQLITE_OK);
    g_assert_true(counts_register(db));
    g_assert_cmpint(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), ==, SQLITE_OK);
    bool row = sqlite3_step(statement) == SQLITE_ROW;
    json_t *object = row ? json_loads((const char *)sqlite3_column_text(statement, 0), 0, NULL) : NULL;
    g_assert_true(!row || object);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return object;
}

static json_t *counted(const char *values)
{
    g_autofree char *sql = g_strdup_printf("SELECT counts_of('a', column1) -> 'a' FROM (%s)", values);
    return told(sql);
}

static void check_json(json_t *object, const char *expected)
{
    json_t *other = json_loads(expected, 0, NULL);
    g_assert_true(json_equal(object, other));
    json_decref(object);
    json_decref(other);
}

static void check(const char *values, const char *expected)
{
    check_json(counted(values), expected);
}

static void test_values(void)
{
    check("VALUES ('CA'), ('IL'), ('CA'), (NULL), ('')", "{\"CA\":2,\"IL\":1,\"\":1}");
    check("VALUES (2017), (2017), (0), (4095), (4096), (-1), (9007199254740993)",
          "{\"2017\":2,\"0\":1,\"4095\":1,\"4096\":1,\"-1\":1,\"9007199254740993\":1}");
    check("VALUES ('a\"b'), ('A\u00f1o'), ('a\"b')", "{\"a\\\"b\":2,\"A\u00f1o\":1}");
}

static void test_columns(void)
{
    check_json(told("SELECT counts_of('a', column1, 'b', column2) FROM (VALUES ('x', 1), (NULL, 1), ('x', 2))"),
               "{\"a\":{\"x\":2},\"b\":{\"1\":2,\"2\":1}}");
    check_json(told("SELECT counts_of('a', 1) WHERE 0"), "{}");
    g_assert_null(told("SELECT counts_of('a') FROM (VALUES (1))"));
    g_assert_null(told("SELECT counts_of(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9) FROM (VALUES (1))"));
}

static void test_sums(void)
{
    check_json(told("SELECT sums_of('a', column1, column2, 'b', column2, 1) "
                    "FROM (VALUES (2017, 5), ('CA', 7), (2017, -9), ('IL', NULL), (NULL, 3))"),
               "{\"a\":{\"2017\":-4,\"CA\":7,\"IL\":0},\"b\":{\"5\":1,\"7\":1,\"-9\":1,\"3\":1}}");
    check_json(told("SELECT sums_of('a', 1, 1, 'b', 2, 0) FROM (VALUES (1))"), "{\"a\":{\"1\":1},\"b\":{}}");
    g_assert_null(told("SELECT sums_of('a', 1) FROM (VALUES (1))"));
    g_assert_null(told("SELECT sums_of('a', 1, column1) FROM (VALUES (9223372036854775807), (1))"));
}

static void test_many(void)
{
    json_t *object = counted("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) "
                             "SELECT 'value ' || (i % 1000) AS column1 FROM n");
    g_assert_cmpuint(json_object_size(object), ==, 1000);
    g_assert_cmpint(json_integer_value(json_object_get(object, "value 7")), ==, 10);
    json_decref(object);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/counts/values", test_values);
    g_test_add_func("/counts/columns", test_columns);
    g_test_add_func("/counts/sums", test_sums);
    g_test_add_func("/counts/many", test_many);
    return g_test_run();
}

/* What SQL says: in the language of whoever asks, nothing of what is not known, and no name without a value. */
#include "store/said.h"

#include <glib/gstdio.h>
#include <string.h>

static const char messages[] = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                               "msgid \"{program} FY{year}\"\nmsgstr \"AF{year}: {program}\"\n";

static const struct column *find_column(const char *name)
{
    static const struct choice kinds[] = {{"city", "{program} FY{year}"}, {NULL, NULL}};
    static const struct column kind = {.name = "kind", .type = COLUMN_CODE, .choices = kinds}, key = {.name = "key"};
    return strcmp(name, "kind") == 0 ? &kind : strcmp(name, "key") == 0 ? &key : NULL;
}

/* A database that says what ASKING is spoken to. */
static sqlite3 *open_for(const struct asking *asking)
{
    sqlite3 *db = NULL;
    g_assert_cmpint(sqlite3_open(":memory:", &db), ==, SQLITE_OK);
    g_assert_true(said_register(db, asking, find_column));
    return db;
}

static void check(sqlite3_stmt *statement, const char *expected)
{
    g_assert_cmpint(sqlite3_step(statement), ==, SQLITE_ROW);
    g_assert_cmpstr((const char *)sqlite3_column_text(statement, 0), ==, expected);
    sqlite3_reset(statement);
}

static struct catalog *spanish(void)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "said-XXXXXX.po", NULL);
    int file = g_mkstemp(path);
    g_assert_cmpint(file, >=, 0);
    g_assert_true(g_file_set_contents(path, messages, -1, NULL));
    struct catalog *catalog = catalog_open("es", path, NULL);
    g_assert_nonnull(catalog);
    g_assert_cmpint(g_unlink(path), ==, 0);
    g_close(file, NULL);
    return catalog;
}

/* One prepared statement serves askers of all languages. */
static void test_language(void)
{
    struct asking asking = {0};
    struct catalog *catalog = spanish();
    sqlite3 *db = open_for(&asking);
    sqlite3_stmt *statement = NULL;
    const char *sql = "SELECT said('{program} FY{year}', 'program', '{year}', 'year', 2017)";
    g_assert_cmpint(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), ==, SQLITE_OK);
    check(statement, "{year} FY2017");
    asking.catalog = catalog;
    check(statement, "AF2017: {year}");
    asking.catalog = NULL;
    check(statement, "{year} FY2017");
    sqlite3_finalize(statement);
    g_assert_cmpint(sqlite3_prepare_v2(db, "SELECT label_of('kind', 'city')", -1, &statement, NULL), ==, SQLITE_OK);
    check(statement, "{program} FY{year}");
    asking.catalog = catalog;
    check(statement, "AF{year}: {program}");
    sqlite3_finalize(statement);
    sqlite3_close(db);
    catalog_free(catalog);
}

static void test_arguments(void)
{
    static const struct {
        const char *sql, *expected;
        int code;
    } cases[] = {
        {"SELECT said('All')", "All", SQLITE_ROW},
        {"SELECT said('{a} ended', 'a', NULL)", NULL, SQLITE_ROW},
        {"SELECT said('{a} ended', 'a')", NULL, SQLITE_ERROR},
        {"SELECT said()", NULL, SQLITE_ERROR},
        {"SELECT label_of('kind', 'town')", NULL, SQLITE_ROW},
        {"SELECT label_of('kind', NULL)", NULL, SQLITE_ROW},
        {"SELECT label_of('key', 'city')", NULL, SQLITE_ERROR},
        {"SELECT label_of('none', 'city')", NULL, SQLITE_ERROR},
        {"SELECT said('', 'a', 1, 'b', 2, 'c', 3, 'd', 4, 'e', 5, 'f', 6, 'g', 7, 'h', 8)", NULL, SQLITE_ERROR},
    };
    const struct asking asking = {0};
    sqlite3 *db = open_for(&asking);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        sqlite3_stmt *statement = NULL;
        g_assert_cmpint(sqlite3_prepare_v2(db, cases[i].sql, -1, &statement, NULL), ==, SQLITE_OK);
        g_assert_cmpint(sqlite3_step(statement), ==, cases[i].code);
        if (cases[i].code == SQLITE_ROW)
            g_assert_cmpstr((const char *)sqlite3_column_text(statement, 0), ==, cases[i].expected);
        sqlite3_finalize(statement);
    }
    sqlite3_close(db);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/said/language", test_language);
    g_test_add_func("/said/arguments", test_arguments);
    return g_test_run();
}

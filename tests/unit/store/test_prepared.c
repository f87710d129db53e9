/* What a statement is given and gives: each kind of value there and back, a value that SQLite refuses, and how exactly
 * days are known. */
#include "store/prepared.h"

#include <string.h>

static const struct column declared[] = {{.name = "value"},
                                         {.name = "from_on", .type = COLUMN_DATE},
                                         {.name = "from_on_precision"},
                                         {.name = "made_on", .type = COLUMN_DATE, .has_precision = true},
                                         {.name = "made_on_precision"}};

static const struct column *find_column(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(declared); i++)
        if (strcmp(name, declared[i].name) == 0)
            return &declared[i];
    return NULL;
}

/* The value of a statement that gives back what is bound. */
static struct result *asked(struct arena *arena, sqlite3 *db, struct cell value, GError **error)
{
    const struct preparing preparing = {db, find_column};
    g_autoptr(GString) sql = g_string_new("SELECT :value AS value");
    struct prepared *prepared = prepared_new(&preparing, "value", sql, error);
    g_assert_nonnull(prepared);
    const struct binding binding = {"value", value};
    struct result *rows =
        prepared_bind(prepared, &binding, 1, error) ? prepared_read(arena, prepared, SIZE_MAX, error) : NULL;
    prepared_free(prepared);
    return rows;
}

static void test_values(void)
{
    sqlite3 *db;
    struct arena *arena = arena_new();
    g_assert_cmpint(sqlite3_open(":memory:", &db), ==, SQLITE_OK);
    g_assert_cmpint(asked(arena, db, cell_integer(-7), NULL)->cells[0].integer, ==, -7);
    g_assert_cmpfloat(asked(arena, db, (struct cell){.kind = CELL_REAL, .real = 0.5}, NULL)->cells[0].real, ==, 0.5);
    g_assert_cmpstr(asked(arena, db, cell_text("a"), NULL)->cells[0].text, ==, "a");
    g_assert_cmpint(asked(arena, db, cell_null(), NULL)->cells[0].kind, ==, CELL_NULL);
    arena_free(arena);
    sqlite3_close(db);
}

/* It must not be taken for no value; and what fails is told as where the register is written. */
static void test_refused(void)
{
    sqlite3 *db;
    struct arena *arena = arena_new();
    g_autoptr(GError) error = NULL;
    g_assert_cmpint(sqlite3_open(":memory:", &db), ==, SQLITE_OK);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 100);
    g_autofree char *text = g_strnfill(101, 'x');
    g_assert_null(asked(arena, db, cell_text(text), &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_DATA);
    arena_free(arena);
    sqlite3_close(db);
}

static struct prepared *prepare(sqlite3 *db, const char *text, GError **error)
{
    g_autoptr(GString) sql = g_string_new(text);
    return prepared_new(&(struct preparing){db, find_column}, "days", sql, error);
}

/* The cell of a day has its precision, and no statement forgets it where the declaration says that there is one. */
static void test_precision(void)
{
    sqlite3 *db;
    struct arena *arena = arena_new();
    g_autoptr(GError) error = NULL;
    g_assert_cmpint(sqlite3_open(":memory:", &db), ==, SQLITE_OK);
    g_assert_null(prepare(db, "SELECT '2017-01-01' AS made_on", &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_INTERNAL);
    struct prepared *prepared =
        prepare(db,
                "SELECT 'year' AS made_on_precision, '2017-01-01' AS made_on, '2017-01-01' AS from_on "
                "UNION ALL SELECT NULL, '2017-01-02', NULL",
                NULL);
    const struct result *rows = prepared_read(arena, prepared, SIZE_MAX, NULL);
    g_assert_cmpint(result_cell(rows, 0, "made_on")->precision, ==, PRECISION_YEAR);
    g_assert_cmpint(result_cell(rows, 0, "from_on")->precision, ==, PRECISION_DAY);
    g_assert_cmpint(result_cell(rows, 1, "made_on")->precision, ==, PRECISION_DAY);
    prepared_free(prepared);
    arena_free(arena);
    sqlite3_close(db);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/store/prepared/values", test_values);
    g_test_add_func("/store/prepared/refused", test_refused);
    g_test_add_func("/store/prepared/precision", test_precision);
    return g_test_run();
}

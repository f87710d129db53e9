/* Results and the catalogue, and a cell as people and as machines read it. */
#include "base/display.h"

#include <glib/gstdio.h>

static const struct choice answers[] = {{"yes-partly", N_("In part")}, {NULL, NULL}};
static const struct column amount = {.name = "amount_usd", .type = COLUMN_MONEY, .label = "{measure}, {fy}"};
static const struct column count = {.name = "n", .type = COLUMN_INTEGER, .label = "Number"};
static const struct column left = {.name = "left", .type = COLUMN_INTEGER, .label = "Left", .is_distance = true};
static const struct column day = {.name = "made_on", .type = COLUMN_DATE, .label = "Made on"};
static const struct column code = {.name = "geoid", .type = COLUMN_CODE, .label = "Code", .choices = answers};
static const struct column flag = {.name = "joint", .type = COLUMN_FLAG, .label = "Joint"};
static const struct column latitude = {.name = "latitude", .type = COLUMN_NUMBER, .label = "Latitude"};

static struct cell real(double value)
{
    return (struct cell){.kind = CELL_REAL, .real = value};
}

static void test_cells(void)
{
    const struct {
        const struct column *column;
        struct cell cell;
        const char *people, *machines;
    } cases[] = {
        {&amount, cell_integer(412044700), "$4,120,447", "4120447.00"},
        {&amount, cell_integer(0), "$0", "0.00"},
        {&amount, cell_null(), "", ""},
        {&count, cell_integer(-1234),
         "\xe2\x88\x92"
         "1,234",
         "-1234"},
        {&left, cell_integer(-3202), "8 years ago", "-3202"},
        {&day, cell_text("2018-01-24"), "January 24, 2018", "2018-01-24"},
        {&day, {CELL_TEXT, PRECISION_MONTH, {.text = "2018-01-01"}}, "January 2018", "2018-01-01"},
        {&code, cell_text("01000"), "01000", "01000"},
        {&code, cell_text("yes-partly"), "In part", "yes-partly"},
        {&code, cell_integer(2017), "2017", "2017"},
        {&flag, cell_integer(1), "yes", "1"},
        {&flag, cell_integer(0), "no", "0"},
        {&latitude, real(41.881832), "41.881832", "41.881832"},
    };
    struct arena *arena = arena_new();
    struct catalog *english = catalog_open("en", NULL, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_assert_cmpstr(display_cell(arena, english, cases[i].column, &cases[i].cell), ==, cases[i].people);
        g_assert_cmpstr(display_plain(arena, cases[i].column, &cases[i].cell), ==, cases[i].machines);
    }
    catalog_free(english);
    arena_free(arena);
}

static void check_real(struct arena *arena, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    const struct cell value = real(number);
    g_assert_cmpstr(display_plain(arena, &latitude, &value), ==, g_ascii_formatd(text, sizeof text, "%.10g", number));
}

/* As printf tells them, whichever way they are made: few places, many, as many digits as are told and more. */
static void test_real(void)
{
    struct arena *arena = arena_new();
    const double scales[] = {1, 10, 1e3, 1e6, 1e7, 1e8, 3, 7e5};
    const double edges[] = {0, 0.0001, -0.0001, 0.00009, 0.5, 999.9999999, 9999999999, 10000000000, 1e300, -87.6818445};
    for (int64_t whole = -98765432109; whole < 98765432109; whole += 1234567891)
        for (size_t i = 0; i < G_N_ELEMENTS(scales); i++) {
            check_real(arena, (double)whole / scales[i]);
            check_real(arena, (double)(whole / 10000) / scales[i]);
        }
    for (size_t i = 0; i < G_N_ELEMENTS(edges); i++)
        check_real(arena, edges[i]);
    arena_free(arena);
}

static void test_exact(void)
{
    struct arena *arena = arena_new();
    const struct cell third = real(1.0 / 3);
    g_assert_cmpfloat(g_ascii_strtod(display_exact(arena, &latitude, &third), NULL), ==, 1.0 / 3);
    arena_free(arena);
}

static void test_label(void)
{
    struct arena *arena = arena_new();
    struct catalog *english = catalog_open("en", NULL, NULL);
    g_assert_cmpstr(display_heading(arena, english, &amount, "Reported", "FY2017"), ==, "Reported, FY2017");
    g_assert_cmpstr(display_label(arena, english, &amount), ==, "Amount,");
    catalog_free(english);
    arena_free(arena);
}

/* Rows keep their order and values while a result grows. */
static void test_result(void)
{
    enum { ROWS = 1000 };
    static const struct column *const columns[] = {&code, &count};
    struct arena *arena = arena_new();
    struct result *result = result_new(arena, "places", columns, 2);
    for (int i = 0; i < ROWS; i++) {
        struct cell *cells = result_append(arena, result);
        g_assert_cmpint(cells[0].kind, ==, CELL_NULL);
        cells[0] = cell_text(arena_printf(arena, "place-%d", i));
        if (i % 2)
            cells[1] = cell_integer(i);
    }
    for (size_t i = 0; i < ROWS; i++) {
        g_autofree char *name = g_strdup_printf("place-%zu", i);
        g_assert_cmpstr(result_text(result, i, "geoid"), ==, name);
        g_assert_cmpint(result_integer(result, i, "n", -1), ==, i % 2 ? (int64_t)i : -1);
    }
    g_assert_null(result_cell(result, 0, "other"));
    g_assert_null(result_text(result, 0, "n"));
    g_assert_cmpuint(result_column(result, "n"), ==, 1);
    g_assert_cmpuint(result_column(result, "other"), ==, SIZE_MAX);
    g_assert_true(cell_is_true(result_cell(result, 1, "n")) && !cell_is_true(result_cell(result, 0, "n")));
    arena_free(arena);
}

static void test_truth(void)
{
    const struct cell no[] = {cell_null(), cell_text(""), cell_integer(0)}, yes[] = {cell_text("0"), cell_integer(-1)};
    for (size_t i = 0; i < G_N_ELEMENTS(no); i++)
        g_assert_false(cell_is_true(&no[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(yes); i++)
        g_assert_true(cell_is_true(&yes[i]));
    const struct cell zero = cell_integer(0), nothing = cell_null(), same = cell_text("a"), other = cell_text("b");
    g_assert_false(cell_equal(&zero, &nothing)); /* $0 is not "no data" */
    g_assert_true(cell_equal(&same, &(struct cell){.kind = CELL_TEXT, .text = "a"}));
    g_assert_false(cell_equal(&same, &other));
    g_assert_false(cell_equal(&same, &(struct cell){CELL_TEXT, PRECISION_YEAR, {.text = "a"}}));
}

/* A date is never picked without what says how exactly it is known, an amount never without its state. */
static void test_pick(void)
{
    static const struct column precision = {
        .name = "made_on_precision", .type = COLUMN_CODE, .label = "Precision", .serves = "made_on"};
    static const struct column *const columns[] = {&count, &precision, &day};
    struct arena *arena = arena_new();
    struct result *result = result_new(arena, "claims", columns, 3);
    result_append(arena, result)[1] = cell_text("year");
    const struct result *picked = result_pick(arena, result, (const char *const[]){"made_on", "other", NULL});
    g_assert_cmpuint(picked->n_columns, ==, 2);
    g_assert_cmpuint(result_column(picked, "made_on"), !=, SIZE_MAX);
    g_assert_cmpstr(result_text(picked, 0, "made_on_precision"), ==, "year");
    arena_free(arena);
}

static void test_catalog(void)
{
    static const char po[] = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                             "msgid \"{n} records\"\nmsgstr \"{n} registros\"\n\n"
                             "#, fuzzy\nmsgid \"Source\"\nmsgstr \"Sorcio\"\n\nmsgid \"Home\"\nmsgstr \"\"\n";
    struct arena *arena = arena_new();
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("proviso-XXXXXX.po", &path, NULL);
    g_assert_true(g_close(file, NULL) && g_file_set_contents(path, po, -1, NULL));
    struct catalog *spanish = catalog_open("es", path, NULL);
    g_unlink(path);
    g_assert_cmpstr(catalog_language(spanish), ==, "es");
    g_assert_cmpstr(catalog_format(arena, spanish, "{n} records", "n", "23", NULL), ==, "23 registros");
    g_assert_cmpstr(catalog_format(arena, spanish, "{a}{b}{", "a", "{b}", "c", "x", NULL), ==, "{b}{b}{");
    g_assert_cmpstr(catalog_text(spanish, "Source"), ==, "Source");
    g_assert_cmpstr(catalog_text(spanish, "Home"), ==, "Home");
    catalog_free(spanish);
    g_autoptr(GError) error = NULL;
    g_assert_null(catalog_open("es", "/nonexistent.po", &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_IO);
    arena_free(arena);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/display/cells", test_cells);
    g_test_add_func("/base/display/real", test_real);
    g_test_add_func("/base/display/exact", test_exact);
    g_test_add_func("/base/display/label", test_label);
    g_test_add_func("/base/result/rows", test_result);
    g_test_add_func("/base/result/truth", test_truth);
    g_test_add_func("/base/result/pick", test_pick);
    g_test_add_func("/base/catalog", test_catalog);
    return g_test_run();
}

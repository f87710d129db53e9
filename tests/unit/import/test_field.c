/* From the text of a field to a cell, by storage and declared type; the words of what is wrong. */
#include "import/field.h"

#define X_50 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define X_200 X_50 X_50 X_50 X_50

static const struct choice kinds[] = {{"city", "City"}, {"county", "County"}, {NULL, NULL}};
static const struct column text = {.name = "name", .type = COLUMN_TEXT};
static const struct column address = {.name = "url", .type = COLUMN_URL};
static const struct column day = {.name = "made_on", .type = COLUMN_DATE};
static const struct column kind = {.name = "kind", .type = COLUMN_CODE, .choices = kinds};
static const struct column amount = {.name = "amount_usd", .type = COLUMN_MONEY};
static const struct column count = {.name = "n", .type = COLUMN_INTEGER};
static const struct column latitude = {.name = "latitude", .type = COLUMN_NUMBER};
static const struct column flag = {.name = "joint", .type = COLUMN_FLAG};

static const struct table_column optional = {.storage = STORAGE_TEXT};
static const struct table_column required = {.storage = STORAGE_TEXT, .required = true};
static const struct table_column key = {.storage = STORAGE_TEXT, .required = true, .is_key = true};
static const struct table_column integer = {.storage = STORAGE_INTEGER};
static const struct table_column real = {.storage = STORAGE_REAL};

static const struct {
    const struct table_column *column;
    const struct column *declaration;
    const char *text;
    const char *problem; /* a part of it; NULL: there is none */
} cases[] = {
    {&optional, &text, "Chicago", NULL},
    {&optional, &text, "", NULL},
    {&optional, &text, "two\nlines", NULL},
    {&optional, &text, "a\tb", "control character U+0009"},
    {&required, &text, "", "is required"},
    {&key, &text, "chicago-il", NULL},
    {&key, &text, "Chicago", "is not a key"},
    {&key, &text, "-chicago", "is not a key"},
    {&key, &text, X_200, NULL},
    {&key, &text, X_200 "x", "is a key of more than 200 characters"},
    {&optional, &address, "https://example.org/a?b=c#d", NULL},
    {&optional, &address, "http://example.org/", NULL},
    {&optional, &address, "javascript:alert(1)", "'javascript:alert(1)' is not an address: http:// or https://"},
    {&optional, &address, "data:text/html,x", "is not an address"},
    {&optional, &address, "JavaScript:alert(1)", "is not an address"},
    {&optional, &address, " https://example.org/", "is not an address"},
    {&optional, &address, "//example.org/", "is not an address"},
    {&optional, &address, "https://example.org/\"x", "is not an address"},
    {&optional, &address, "https://example.org/a b", "is not an address"},
    {&optional, &address, "ftp://example.org/", "is not an address"},
    {&optional, &day, "2018-01-24", NULL},
    {&optional, &day, "2017-02-30", "February 2017 has 28 days"},
    {&optional, &day, "2017-13-01", "there is no month 13"},
    {&optional, &day, "24 Jan 2018", "is not a date of the form YYYY-MM-DD"},
    {&optional, &kind, "city", NULL},
    {&optional, &kind, "City", "accepted: city, county"},
    {&integer, &amount, "4120447.00", NULL},
    {&integer, &amount, "$4,120,447", "is not an amount in dollars"},
    {&integer, &amount, "10000000000000.00", NULL},
    {&integer, &amount, "-10000000000000.00", NULL},
    {&integer, &amount, "10000000000000.01", "no more than ten trillion"},
    {&integer, &amount, "-10000000000000.01", "no more than ten trillion"},
    {&integer, &amount, "90000000000000000.00", "no more than ten trillion"},
    {&integer, &amount, "99999999999999999999.99", "no more than ten trillion"},
    {&integer, &count, "23", NULL},
    {&integer, &count, "023", "is not a whole number"},
    {&integer, &count, "-0", "is not a whole number"},
    {&integer, &count, "99999999999999999999", "is not a whole number"},
    {&integer, &flag, "1", NULL},
    {&integer, &flag, "2", "2 is neither 0 nor 1"},
    {&real, &latitude, "-87.6298", NULL},
    {&real, &latitude, "1e5", "is not a number"},
    {&real, &latitude, ".5", "is not a number"},
};

static void test_problems(void)
{
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct cell cell;
        const char *problem = field_parse(arena, cases[i].column, cases[i].declaration, cases[i].text, &cell);
        if (!problem != !cases[i].problem || (problem && !strstr(problem, cases[i].problem)))
            g_error("'%s': %s", cases[i].text, problem ? problem : "nothing is wrong");
    }
    arena_free(arena);
}

static void test_values(void)
{
    struct arena *arena = arena_new();
    struct cell cell;
    g_assert_null(field_parse(arena, &integer, &amount, "4120447.5", &cell));
    g_assert_cmpint(cell.integer, ==, 412044750);
    g_assert_null(field_parse(arena, &integer, &count, "-7", &cell));
    g_assert_cmpint(cell.integer, ==, -7);
    g_assert_null(field_parse(arena, &real, &latitude, "-87.5", &cell));
    g_assert_cmpfloat(cell.real, ==, -87.5);
    g_assert_null(field_parse(arena, &integer, &amount, "", &cell));
    g_assert_cmpint(cell.kind, ==, CELL_NULL); /* no value is not 0 */
    arena_free(arena);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/field/problems", test_problems);
    g_test_add_func("/import/field/values", test_values);
    return g_test_run();
}

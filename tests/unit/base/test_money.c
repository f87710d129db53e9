/* Money: which texts are dollars, to the last cent of an int64, and how cents read. */
#include "base/money.h"

static const struct {
    const char *text;
    int64_t cents;
} good[] = {
    {"0", 0},
    {"0.5", 50},
    {"4120447.00", 412044700},
    {"-12500", -1250000},
    {"007", 700},
    {"92233720368547758.07", INT64_MAX},
    {"-0.01", -1},
    {"1.05", 105},
    {"-92233720368547758.07", -INT64_MAX},
};

static const char *const bad[] = {"",
                                  "-",
                                  ".5",
                                  "5.",
                                  "1.234",
                                  "1,000",
                                  "$1",
                                  "+1",
                                  " 1",
                                  "1 ",
                                  "1e3",
                                  "--1",
                                  "1.-1",
                                  "0x10",
                                  "1.a",
                                  "NaN",
                                  "92233720368547758.08",
                                  "99999999999999999999999",
                                  "-92233720368547758.08"};

static const struct {
    const char *text;
    int64_t cents;
} typed[] = {{"250000", 25000000},
             {"$250,000", 25000000},
             {"-$12.50", -1250},
             {"1,250,000.5", 125000050},
             {"$92,233,720,368,547,758.07", INT64_MAX},
             {"$0", 0}};

static const char *const mistyped[] = {"$",
                                       "-$",
                                       "$-1",
                                       "1,00",
                                       "1,000,00",
                                       "1000,000",
                                       ",100",
                                       "1,,000",
                                       "$$1",
                                       "1,000.5,5",
                                       "1.000,00",
                                       "1 000",
                                       "$1,000,",
                                       "1e3",
                                       "$92,233,720,368,547,758.08",
                                       "0000000000000000000000000000000000000000000000000000000000000000000000001"};

static void test_read(void)
{
    int64_t cents;
    for (size_t i = 0; i < G_N_ELEMENTS(typed); i++)
        if (!money_read(typed[i].text, &cents) || cents != typed[i].cents)
            g_error("%s", typed[i].text);
    for (size_t i = 0; i < G_N_ELEMENTS(mistyped); i++)
        if (money_read(mistyped[i], &cents))
            g_error("%s", mistyped[i]);
}

static void test_parse(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        int64_t cents;
        g_assert_true(money_parse(good[i].text, &cents));
        g_assert_cmpint(cents, ==, good[i].cents);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        int64_t cents;
        if (money_parse(bad[i], &cents))
            g_error("'%s' was read as an amount", bad[i]);
    }
}

/* What is written for files is read again as the same cents. */
static void test_plain(void)
{
    static const int64_t values[] = {0, 1, -1, 99, 100, -100, 412044700, INT64_MAX, -INT64_MAX};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        int64_t cents;
        g_assert_true(money_parse(money_plain(arena, values[i]), &cents));
        g_assert_cmpint(cents, ==, values[i]);
    }
    g_assert_cmpstr(money_plain(arena, 412044700), ==, "4120447.00");
    g_assert_cmpstr(money_plain(arena, -5), ==, "-0.05");
    g_assert_cmpstr(money_plain(arena, INT64_MIN), ==, "-92233720368547758.08");
    arena_free(arena);
}

static void test_people(void)
{
    struct arena *arena = arena_new();
    struct catalog *english = catalog_open("en", NULL, NULL);
    static const struct {
        int64_t cents;
        const char *table, *words;
    } cases[] = {
        {0, "$0", "$0"},
        {1250, "$12.50", NULL},
        {-1250000, "\xe2\x88\x92$12,500", "\xe2\x88\x92$12,500"},
        {84000000, "$840,000", "$840,000"},
        {100000000, "$1,000,000", "$1.00 million"},
        {201919400, "$2,019,194", "$2.02 million"},
        {201500000, "$2,015,000", "$2.02 million"}, /* a half goes away from zero */
        {-201500000, "\xe2\x88\x92$2,015,000", "\xe2\x88\x92$2.02 million"},
        {120000000000, "$1,200,000,000", "$1.20 billion"},
        {99999949, "$999,999.49", "$999,999"}, /* the unit is that of the rounded amount */
        {99999950, "$999,999.50", "$1.00 million"},
        {99999499999, "$999,994,999.99", "$999.99 million"},
        {-99999500000, "\xe2\x88\x92$999,995,000", "\xe2\x88\x92$1.00 billion"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_assert_cmpstr(money_table(arena, cases[i].cents), ==, cases[i].table);
        if (cases[i].words)
            g_assert_cmpstr(money_words(arena, english, cases[i].cents, 2), ==, cases[i].words);
    }
    g_assert_cmpstr(money_cents(arena, 0), ==, "$0.00");
    g_assert_cmpstr(money_cents(arena, -1250000), ==, "\xe2\x88\x92$12,500.00");
    g_assert_cmpstr(integer_grouped(arena, 1234567), ==, "1,234,567");
    g_assert_cmpstr(integer_grouped(arena, -999), ==,
                    "\xe2\x88\x92"
                    "999");
    g_assert_cmpstr(integer_grouped(arena, INT64_MIN), ==,
                    "\xe2\x88\x92"
                    "9,223,372,036,854,775,808");
    catalog_free(english);
    arena_free(arena);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/money/parse", test_parse);
    g_test_add_func("/base/money/read", test_read);
    g_test_add_func("/base/money/plain", test_plain);
    g_test_add_func("/base/money/people", test_people);
    return g_test_run();
}

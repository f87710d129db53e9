/* Ticks stand at round numbers, 3 to 6 of them, and only the top one names its unit. */
#include "chart/axis.h"

#include <glib.h>

static void check_axis(int64_t low, int64_t high, const char *expected)
{
    struct axis axis = axis_choose(low, high, AXIS_MOST_TICKS);
    g_autoptr(GString) ticks = g_string_new(NULL);
    for (size_t i = 0; i < axis.n_ticks; i++)
        g_string_append_printf(ticks, "%s%" G_GINT64_FORMAT, i ? " " : "", axis.ticks[i]);
    g_assert_cmpstr(ticks->str, ==, expected);
}

static void test_known(void)
{
    check_axis(0, 412, "0 100 200 300 400");
    check_axis(0, 1770, "0 500 1000 1500");
    check_axis(0, 1000, "0 200 400 600 800 1000");
    check_axis(0, 1300, "0 250 500 750 1000 1250");
    check_axis(-82, 125, "-50 0 50 100");
    check_axis(-1000, 0, "-1000 -800 -600 -400 -200 0");
    check_axis(0, 0, "0");
    check_axis(0, 1, "0 1");
    check_axis(0, 7, "0 2 4 6");
    check_axis(0, INT64_MAX, "0 2000000000000000000 4000000000000000000 6000000000000000000 8000000000000000000");
    check_axis(-INT64_MAX, INT64_MAX, "-5000000000000000000 0 5000000000000000000");
}

/* 1, 2, 2.5 or 5 times a power of ten. */
static bool is_round(int64_t step)
{
    while (step % 10 == 0)
        step /= 10;
    return step == 1 || step == 2 || step == 5 || step == 25;
}

static void test_random(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20180124);
    for (int i = 0; i < 20000; i++) {
        int64_t size = INT64_C(1) << g_rand_int_range(rand, 3, 62);
        int64_t high = (int64_t)(g_rand_double(rand) * (double)size), low = 0;
        if (g_rand_boolean(rand))
            low = -(int64_t)(g_rand_double(rand) * (double)size);
        struct axis axis = axis_choose(low, high, AXIS_MOST_TICKS);
        g_assert_true(is_round(axis.step));
        g_assert_cmpuint(axis.n_ticks, <=, 6);
        if (high - low >= 30) /* below, a step of 2.5 is wanting */
            g_assert_cmpuint(axis.n_ticks, >=, 3);
        bool has_zero = false;
        for (size_t j = 0; j < axis.n_ticks; j++) {
            g_assert_cmpint(axis.ticks[j] % axis.step, ==, 0);
            g_assert_true(axis.ticks[j] >= low && axis.ticks[j] <= high);
            g_assert_true(j == 0 || axis.ticks[j] - axis.ticks[j - 1] == axis.step);
            has_zero |= axis.ticks[j] == 0;
        }
        g_assert_true(has_zero);
    }
}

static void check_words(const struct column *column, int64_t low, int64_t high, const char *expected)
{
    struct arena *arena = arena_new();
    struct catalog *catalog = catalog_open("en", NULL, NULL);
    const struct value_words words = {.arena = arena, .catalog = catalog, .column = column};
    struct axis axis = axis_choose(low, high, AXIS_MOST_TICKS);
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t i = 0; i < axis.n_ticks; i++)
        g_string_append_printf(all, "%s%s", i ? "|" : "", axis_words(&words, &axis, i));
    g_assert_cmpstr(all->str, ==, expected);
    arena_free(arena);
    catalog_free(catalog);
}

static void test_words(void)
{
    static const struct column money = {.name = "m", .type = COLUMN_MONEY},
                               count = {.name = "n", .type = COLUMN_INTEGER};
    check_words(&money, 0, 412044700, "0|1|2|3|$4 million");
    check_words(&money, 0, 130000000, "0|0.25|0.50|0.75|1.00|$1.25 million");
    check_words(&money, 0, 58751500, "0|100,000|200,000|300,000|400,000|$500,000");
    check_words(&money, 0, INT64_C(770000000000), "0|2|4|$6 billion");
    check_words(&money, -82000000, 125000000,
                "\xe2\x88\x92"
                "0.5|0|0.5|$1.0 million");
    check_words(&money, -300000000, 0,
                "\xe2\x88\x92$3 million|\xe2\x88\x92"
                "2|\xe2\x88\x92"
                "1|0");
    check_words(&money, 0, 260, "0|0.50|1.00|1.50|2.00|$2.50");
    check_words(&money, 0, 0, "$0");
    check_words(&count, 0, 2600, "0|500|1,000|1,500|2,000|2,500");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/axis/known", test_known);
    g_test_add_func("/chart/axis/random", test_random);
    g_test_add_func("/chart/axis/words", test_words);
    return g_test_run();
}

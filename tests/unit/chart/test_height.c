/* The rule of thumb for a chart's height, held against its layout. */
#include "chart/fixture.h"
#include "chart/samples.h"

/* At most: a height that is wrong by half moves less on a page than one that is the same for all. */
static const double MOST_WRONG = 1.5;

static void check_near(double about, double height)
{
    g_assert_cmpfloat(about, <, height * MOST_WRONG);
    g_assert_cmpfloat(about, >, height / MOST_WRONG);
}

static void test_samples(void)
{
    static const char *const names[] = {"web", "narrow", "column"};
    struct bench bench = bench_open();
    for (size_t i = 0; i < CHART_KINDS; i++) {
        struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &chart_samples[i]);
        for (size_t j = 0; j < G_N_ELEMENTS(names); j++)
            check_near(chart_height_about(&spec, chart_size_find(names[j])), lay_out(&bench, &spec, names[j])->height);
    }
    bench_close(&bench);
}

/* Ten times the rows: a height that follows them, or one that does not. */
static void test_many(void)
{
    struct bench bench = bench_open();
    for (size_t i = 0; i < CHART_KINDS; i++) {
        struct chart_sample sample = chart_samples[i];
        GString *rows = g_string_new(NULL);
        for (size_t times = 0; times < 10; times++)
            g_string_append(rows, chart_samples[i].rows);
        sample.rows = rows->str;
        struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
        if (spec.kind == CHART_RANKED_BARS || spec.kind == CHART_DEADLINES || spec.kind == CHART_TIMELINE)
            check_near(chart_height_about(&spec, chart_size_find("web")), lay_out(&bench, &spec, "web")->height);
        g_string_free(rows, TRUE);
    }
    bench_close(&bench);
}

static void test_fixed(void)
{
    struct bench bench = bench_open();
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &chart_samples[0]);
    g_assert_cmpfloat(chart_height_about(&spec, chart_size_find("social")), ==, 630);
    bench_close(&bench);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/height/samples", test_samples);
    g_test_add_func("/chart/height/many", test_many);
    g_test_add_func("/chart/height/fixed", test_fixed);
    return g_test_run();
}

/* In which order a chart has its rows. */
#include "chart/fixture.h"
#include "chart/samples.h"

/* Of rows that come by value the longest bar is the first, though the largest row is of another; of others the first. */
static void test_order_of_stacked_bars(void)
{
    static const struct {
        const char *rows, *first, *second;
    } cases[] = {{"Chicago|JAG|500\nDenver|JAG|400\nDenver|COPS|300\n", "Denver", "Chicago"},
                 {"Chicago|JAG|500\nDenver|COPS|300\nDenver|JAG|400\n", "Chicago", "Denver"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct bench bench = bench_open();
        struct chart_sample sample = chart_samples[CHART_STACKED_BAR];
        sample.rows = cases[i].rows;
        struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
        const struct chart_layout *layout = lay_out(&bench, &spec, "web");
        g_assert_cmpfloat(find_text(layout, cases[i].first)->y, <, find_text(layout, cases[i].second)->y);
        bench_close(&bench);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/order/stacked-bars", test_order_of_stacked_bars);
    return g_test_run();
}

/* What a layout says and where: goldens, the length of bars, the words of values, what is left off. */
#include "chart/fixture.h"
#include "chart/samples.h"

#include "chart/theme.h"

static void check_golden(const char *name, const char *text)
{
    g_autofree char *path = g_strdup_printf("tests/golden/chart/%s.txt", name);
    if (g_getenv("UPDATE_GOLDEN"))
        g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autofree char *golden = NULL;
    if (!g_file_get_contents(path, &golden, NULL, NULL))
        g_error("%s: missing; run from the top folder, or with UPDATE_GOLDEN=1 to write it", path);
    g_assert_cmpstr(text, ==, golden);
}

static void test_goldens(void)
{
    static const char *const names[] = {"web", "narrow", "social", "print"};
    struct bench bench = bench_open();
    struct chart_spec spec =
        sample_spec(bench.catalog, sample_data(bench.arena, money_columns, grants, G_N_ELEMENTS(grants)));
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        check_golden(names[i], chart_layout_text(bench.arena, lay_out(&bench, &spec, names[i])));
    bench_close(&bench);
}

/* Every kind in every size. */
static void test_kinds(void)
{
    static const char *const names[] = {"web", "narrow", "social", "square", "slide", "print", "column"};
    struct bench bench = bench_open();
    for (size_t i = 0; i < CHART_KINDS; i++) {
        struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &chart_samples[i]);
        chart_tell(bench.arena, &spec);
        for (size_t j = 0; j < G_N_ELEMENTS(names); j++) {
            char *name = arena_printf(bench.arena, "%s-%s", chart_kind_names[spec.kind].value, names[j]);
            check_golden(name, chart_layout_text(bench.arena, lay_out(&bench, &spec, names[j])));
        }
    }
    bench_close(&bench);
}

/* The N-th item of a kind and paint that belongs to a row; it is there. */
static const struct chart_item *nth_mark(const struct chart_layout *layout, enum chart_item_kind kind,
                                         enum chart_paint paint, size_t n)
{
    for (size_t i = 0; i < layout->n_items; i++)
        if (layout->items[i].kind == kind && layout->items[i].paint == paint && layout->items[i].mark && n-- == 0)
            return &layout->items[i];
    g_error("no such mark");
}

static struct chart_layout *lay_out_sample(struct bench *bench, enum chart_kind kind)
{
    struct chart_spec spec = sample_chart(bench->arena, bench->catalog, &chart_samples[kind]);
    return lay_out(bench, &spec, "web");
}

/* Heights, widths, areas and places are in proportion to what they stand for, kind by kind. */
static void test_proportions(void)
{
    struct bench bench = bench_open();
    struct chart_layout *columns = lay_out_sample(&bench, CHART_COLUMNS);
    double second = nth_mark(columns, CHART_RECT, PAINT_BAR, 1)->rect.height;
    g_assert_cmpfloat_with_epsilon(nth_mark(columns, CHART_RECT, PAINT_BAR, 0)->rect.height, second * 1200000 / 5834219,
                                   0.01);
    struct chart_layout *stack = lay_out_sample(&bench, CHART_STACKED_BAR);
    double whole = 920, sum = 2333428 + 1875000 + 1250000 + 749000 + 512300 + 61200 + 48750 + 39100;
    g_assert_cmpfloat_with_epsilon(nth_mark(stack, CHART_RECT, PAINT_BAR, 0)->rect.width, whole * 2333428 / sum - 1,
                                   0.01);
    struct chart_layout *many = lay_out_sample(&bench, CHART_SMALL_MULTIPLES);
    g_assert_cmpfloat_with_epsilon(nth_mark(many, CHART_RECT, PAINT_BAR, 6)->rect.height * 2740000,
                                   nth_mark(many, CHART_RECT, PAINT_BAR, 0)->rect.height * 310000, 3000);
    struct chart_layout *fall = lay_out_sample(&bench, CHART_WATERFALL);
    const struct chart_rect *start = &nth_mark(fall, CHART_RECT, PAINT_BAR, 0)->rect;
    const struct chart_rect *step = &nth_mark(fall, CHART_RECT, PAINT_REST, 0)->rect;
    g_assert_cmpfloat_with_epsilon(step->width, start->width * 2150000 / 28300000, 0.01);
    g_assert_cmpfloat_with_epsilon(step->x + step->width, start->x + start->width, 0.01);
    g_assert_cmpfloat_with_epsilon(nth_mark(fall, CHART_RECT, PAINT_BAR, 1)->rect.width,
                                   start->width * (28300000 - 2150000 - 2019194 - 18044000) / 28300000, 0.01);
    struct chart_layout *map = lay_out_sample(&bench, CHART_DOT_MAP);
    double largest = nth_mark(map, CHART_CIRCLE, PAINT_BAR, 0)->circle.radius;
    g_assert_cmpfloat_with_epsilon(nth_mark(map, CHART_CIRCLE, PAINT_BAR, 1)->circle.radius,
                                   largest * sqrt(2019194.0 / 4120447), 0.01);
    struct chart_layout *bells = lay_out_sample(&bench, CHART_DUMBBELL);
    double ring = nth_mark(bells, CHART_CIRCLE, PAINT_MUTED, 0)->circle.x;
    double other = nth_mark(bells, CHART_CIRCLE, PAINT_MUTED, 1)->circle.x;
    double dot = nth_mark(bells, CHART_CIRCLE, PAINT_BAR, 0)->circle.x;
    g_assert_cmpfloat_with_epsilon((ring - dot) / (other - ring), (2333428.0 - 2019194) / (4298000 - 2333428), 0.001);
    bench_close(&bench);
}

/* However long its title, a chart's alternative text says what its rows hold; it has a title without rows too. */
static void test_long_title(void)
{
    struct bench bench = bench_open();
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &chart_samples[CHART_COLUMNS]);
    g_autofree char *title = g_strnfill(300, 'a');
    spec.title = title;
    chart_tell(bench.arena, &spec);
    g_assert_true(g_str_has_prefix(spec.alternative, "aaaa"));
    g_assert_nonnull(strstr(spec.alternative, "\u2026. Columns by year, FY2008 to FY2017."));
    g_assert_true(g_str_has_suffix(spec.alternative, "without data or not counted: 1 of 10."));
    g_assert_cmpuint(strlen(spec.alternative), <=, 250);
    struct chart_spec empty = spec;
    empty.data = result_new(bench.arena, "none", spec.data->columns, spec.data->n_columns);
    empty.title = "Nothing";
    empty.alternative = NULL;
    chart_tell(bench.arena, &empty);
    g_assert_cmpstr(empty.alternative, ==, "Nothing. Columns by year. There are no rows to show.");
    bench_close(&bench);
}

/* Alternative text and description say what the rows hold. */
static void test_words(void)
{
    struct bench bench = bench_open();
    struct chart_spec columns = sample_chart(bench.arena, bench.catalog, &chart_samples[CHART_COLUMNS]);
    chart_tell(bench.arena, &columns);
    g_assert_cmpstr(
        columns.alternative, ==,
        "Chicago\u2019s JAG award was largest in FY2009. Columns by year, FY2008 to FY2017. FY2009 is highest "
        "of those counted at $5.83 million; without data or not counted: 1 of 10.");
    g_assert_nonnull(
        strstr(columns.description, "the smallest is FY2008 with $1.20 million. At least half of those counted are "));
    struct chart_spec fall = sample_chart(bench.arena, bench.catalog, &chart_samples[CHART_WATERFALL]);
    chart_tell(bench.arena, &fall);
    g_assert_true(g_str_has_suffix(fall.alternative,
                                   ". Waterfall. It begins at $28.30 million and ends at $6.09 million. Rows: 5."));
    struct chart_spec matrix = sample_chart(bench.arena, bench.catalog, &chart_samples[CHART_STATUS_MATRIX]);
    chart_tell(bench.arena, &matrix);
    g_assert_nonnull(strstr(matrix.alternative, "Says it complies, 6 of 17."));
    g_assert_nonnull(strstr(matrix.description, "Disputed: Chicago, Illinois; New York City, New York; State of "
                                                "California; Philadelphia, Pennsylvania."));
    bench_close(&bench);
}

/* A kind is offered only where its columns are there. */
static void test_fits(void)
{
    struct bench bench = bench_open();
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &chart_samples[CHART_COLUMNS]);
    g_assert_true(chart_kind_check(CHART_RANKED_BARS, &spec, NULL));
    g_assert_false(chart_kind_check(CHART_TIMELINE, &spec, NULL));
    g_assert_false(chart_kind_check(CHART_DUMBBELL, &spec, NULL));
    for (enum chart_kind kind = 0; kind < CHART_KINDS; kind++)
        g_assert_cmpint(chart_kind_find(chart_kind_names[kind].value), ==, kind);
    g_assert_cmpint(chart_kind_find("pie"), ==, CHART_KINDS);
    bench_close(&bench);
}

static double bar_length(const struct chart_layout *layout, const char *name)
{
    const struct chart_item *bar = find_row_item(layout, name, CHART_RECT, PAINT_BAR);
    g_assert_nonnull(bar);
    return bar->rect.width;
}

/* In the panel of local governments the widest bar and its label just fill the plot, so that the scale follows from the
 * page: 960 wide, margins of 20; names as wide as "Sacramento County, California" or the heading; 0.9 em before the
 * plot, 0.45 em before the label "$4.12 million". */
static void test_lengths(void)
{
    struct bench bench = bench_open();
    struct chart_spec spec =
        sample_spec(bench.catalog, sample_data(bench.arena, money_columns, grants, G_N_ELEMENTS(grants)));
    struct chart_layout *layout = lay_out(&bench, &spec, "web");
    double letter = 0.55 * 13, em = 13;
    double names = fmax(29 * letter, (17 + 9) * letter + 1.5 * em);
    double longest = 920 - names - 0.9 * em - 0.45 * em - 13 * letter;
    g_assert_cmpfloat_with_epsilon(bar_length(layout, "New York City, New York"), longest, 0.01);
    g_assert_cmpfloat_with_epsilon(bar_length(layout, "Chicago, Illinois"), longest * 2019194 / 4120447, 0.01);
    g_assert_cmpfloat_with_epsilon(bar_length(layout, "Cook County, Illinois"), longest * 17233 / 4120447, 0.01);
    /* The flagged label is the longest of the states: it decides where the largest counted bar ends. */
    double state = 920 - names - 0.9 * em - 0.45 * em - 27 * letter;
    g_assert_cmpfloat_with_epsilon(bar_length(layout, "California"), state, 0.01);
    g_assert_cmpfloat_with_epsilon(bar_length(layout, "Illinois"), state * 6511233 / 17701281, 0.01);
    bench_close(&bench);
}

static void test_flagged(void)
{
    struct bench bench = bench_open();
    struct chart_spec spec =
        sample_spec(bench.catalog, sample_data(bench.arena, money_columns, grants, G_N_ELEMENTS(grants)));
    struct chart_layout *layout = lay_out(&bench, &spec, "web");
    g_assert_null(find_row_item(layout, "Oregon", CHART_RECT, PAINT_BAR)); /* hatched, not filled */
    const struct chart_item *area = find_row_item(layout, "Oregon", CHART_RECT, PAINT_PAGE);
    g_assert_cmpfloat_with_epsilon(area->rect.width, bar_length(layout, "California"), 0.01);
    g_assert_nonnull(find_row_item(layout, "Oregon", CHART_STROKES, PAINT_BAR));
    g_assert_nonnull(find_row_item(layout, "Oregon", CHART_STROKES, PAINT_PAGE)); /* the break */
    g_assert_nonnull(find_text(layout, "$18.24 million, not counted"));
    g_assert_nonnull(find_text(layout, "$15 million")); /* not 18 or 20 */
    bench_close(&bench);
}

/* A flagged value inside the axis is drawn to scale, without a break. */
static void test_flagged_inside(void)
{
    static const struct sample samples[] = {{"A", 1000, "", false}, {"B", 250, "", true}};
    struct bench bench = bench_open();
    struct chart_spec spec = sample_spec(bench.catalog, sample_data(bench.arena, money_columns, samples, 2));
    struct chart_layout *layout = lay_out(&bench, &spec, "web");
    const struct chart_item *area = find_row_item(layout, "B", CHART_RECT, PAINT_PAGE);
    g_assert_cmpfloat_with_epsilon(area->rect.width, bar_length(layout, "A") / 4, 0.01);
    g_assert_null(find_row_item(layout, "B", CHART_STROKES, PAINT_PAGE));
    bench_close(&bench);
}

static void test_label_rule(void)
{
    static const struct {
        int64_t dollars[3];
        const char *labels[3];
    } cases[] = {
        {{2019194, 1953647, 840000}, {"$2.02 million", "$1.95 million", "$840,000"}},
        {{2019194, 1200000, 0}, {"$2.0 million", "$1.2 million", "$0"}},
        {{2019194, 2019194, -12500}, {"$2.0 million", "$2.0 million", "\xe2\x88\x92$12,500"}},
        {{2001400, 2001900, 1000000}, {"$2.001 million", "$2.002 million", "$1.000 million"}},
        {{2000001, 2000002, 1000000}, {"$2.0 million", "$2.0 million", "$1.0 million"}}, /* no decimal helps */
        {{1234567890, 5, 4}, {"$1.2 billion", "$5", "$4"}},
    };
    struct bench bench = bench_open();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct sample samples[3];
        for (size_t j = 0; j < 3; j++)
            samples[j] = (struct sample){"place", cases[i].dollars[j], "", false};
        struct chart_spec spec = sample_spec(bench.catalog, sample_data(bench.arena, money_columns, samples, 3));
        struct chart_layout *layout = lay_out(&bench, &spec, "web");
        for (size_t j = 0; j < 3; j++)
            if (!find_text(layout, cases[i].labels[j]))
                g_error("case %zu: no label %s", i, cases[i].labels[j]);
    }
    bench_close(&bench);
}

static void test_states(void)
{
    static const struct sample samples[] = {{"A", 1000, "", false}, {"B", NONE, "", false}, {"C", 0, "", false}};
    struct bench bench = bench_open();
    struct chart_spec spec = sample_spec(bench.catalog, sample_data(bench.arena, money_columns, samples, 3));
    struct chart_layout *layout = lay_out(&bench, &spec, "web");
    double start = find_row_item(layout, "A", CHART_RECT, PAINT_BAR)->rect.x;
    g_assert_cmpfloat_with_epsilon(chart_text_left(find_text(layout, "no data")), start + 0.45 * 13, 0.01);
    g_assert_cmpfloat_with_epsilon(chart_text_left(find_text(layout, "$0")), start + 0.45 * 13, 0.01);
    g_assert_null(find_row_item(layout, "B", CHART_RECT, PAINT_BAR));
    g_assert_null(find_row_item(layout, "C", CHART_RECT, PAINT_BAR));
    bench_close(&bench);
}

static void test_negative(void)
{
    static const struct sample samples[] = {{"A", 3000, "", false}, {"B", -1500, "", false}};
    struct bench bench = bench_open();
    struct chart_spec spec = sample_spec(bench.catalog, sample_data(bench.arena, money_columns, samples, 2));
    struct chart_layout *layout = lay_out(&bench, &spec, "web");
    const struct chart_rect *up = &find_row_item(layout, "A", CHART_RECT, PAINT_BAR)->rect;
    const struct chart_rect *down = &find_row_item(layout, "B", CHART_RECT, PAINT_BAR)->rect;
    g_assert_cmpfloat_with_epsilon(down->x + down->width, up->x, 0.01);
    g_assert_cmpfloat_with_epsilon(down->width, up->width / 2, 0.01);
    const struct chart_text *label = find_text(layout, "\xe2\x88\x92$1,500");
    g_assert_cmpfloat_with_epsilon(chart_text_left(label) + label->width, down->x - 0.45 * 13, 0.01);
    bench_close(&bench);
}

static void test_left_off(void)
{
    struct bench bench = bench_open();
    struct result *data = sample_data(bench.arena, money_columns, grants, G_N_ELEMENTS(grants));
    struct chart_spec spec = sample_spec(bench.catalog, data);
    spec.columns[CHART_PANEL] = NULL;
    spec.note = NULL;
    struct chart_size size = *chart_size_find("social");
    size.height = 1000; /* room enough: most_rows decides */
    struct chart_layout *layout = chart_layout(bench.arena, &spec, &size, &fixed_measure, NULL);
    g_assert_cmpuint(layout->n_shown, ==, 12);
    g_assert_cmpuint(layout->n_left_off, ==, 11);
    g_assert_nonnull(find_text(layout, "and 11 more"));
    g_assert_null(find_text(layout, "own scale"));
    bench_close(&bench);
}

/* Panels share the lines: a long first one does not push out the second. */
static void test_fair_panels(void)
{
    struct bench bench = bench_open();
    struct result *data = result_new(bench.arena, "sample", money_columns, COLS);
    for (int i = 0; i < 100; i++) {
        struct sample sample = {"place", 1000 - i, i < 70 ? "first" : "second", false};
        add_sample(bench.arena, data, &sample);
    }
    struct chart_spec spec = sample_spec(bench.catalog, data);
    struct chart_layout *layout = lay_out(&bench, &spec, "square");
    g_assert_nonnull(find_text(layout, "first"));
    g_assert_nonnull(find_text(layout, "second"));
    size_t in_first = 0;
    for (size_t i = 0; i < layout->n_items; i++) {
        const struct chart_item *item = &layout->items[i];
        if (item->kind == CHART_RECT && item->paint == PAINT_BAR)
            in_first += item->rect.y < find_text(layout, "second")->y;
    }
    g_assert_cmpuint(in_first, >=, layout->n_shown / 2);
    g_assert_cmpuint(in_first, <=, layout->n_shown / 2 + 1);
    bench_close(&bench);
}

static void test_errors(void)
{
    struct bench bench = bench_open();
    struct result *data = result_new(bench.arena, "many", money_columns, COLS);
    struct chart_spec spec = sample_spec(bench.catalog, data);
    g_assert_nonnull(find_text(lay_out(&bench, &spec, "web"), "No rows to show"));
    struct sample sample = {"place", 1, "", false};
    for (int i = 0; i < 2000; i++)
        add_sample(bench.arena, data, &sample);
    g_assert_cmpuint(lay_out(&bench, &spec, "web")->n_shown, ==, 2000);
    add_sample(bench.arena, data, &sample);
    g_autoptr(GError) error = NULL;
    g_assert_null(chart_layout(bench.arena, &spec, chart_size_find("web"), &fixed_measure, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST);
    g_clear_error(&error);
    data->n_rows = 1;
    spec.columns[CHART_FLAG] = "missing";
    g_assert_null(chart_layout(bench.arena, &spec, chart_size_find("web"), &fixed_measure, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_INTERNAL);
    g_clear_error(&error);
    spec.columns[CHART_FLAG] = NULL;
    spec.columns[CHART_VALUE] = "name";
    g_assert_null(chart_layout(bench.arena, &spec, chart_size_find("web"), &fixed_measure, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_INTERNAL);
    bench_close(&bench);
}

static void test_sizes(void)
{
    static const struct {
        const char *name;
        double width, height, least_text;
    } cases[] = {{"web", 960, 0, 12},        {"narrow", 400, 0, 12},    {"social", 1200, 630, 24},
                 {"square", 1080, 1080, 24}, {"slide", 1920, 1080, 20}, {"print", 468, 288, 7},
                 {"column", 252, 0, 7}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const struct chart_size *size = chart_size_find(cases[i].name);
        g_assert_cmpfloat(size->width, ==, cases[i].width);
        g_assert_cmpfloat(size->height, ==, cases[i].height);
        g_assert_cmpfloat(MIN(MIN(size->title, size->subtitle), MIN(size->label, size->foot)), >=, cases[i].least_text);
    }
    g_assert_null(chart_size_find("Web"));
    g_assert_null(chart_size_find(""));
}

static void test_contrast(void)
{
    static const struct {
        enum chart_paint paint;
        double least;
    } cases[] = {{PAINT_INK, 4.5}, {PAINT_MUTED, 4.5}, {PAINT_BAR, 3}};
    g_assert_cmpfloat_with_epsilon(contrast(0, 0xffffff), 21, 0.001);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const struct chart_color *color = &chart_theme[cases[i].paint], *page = &chart_theme[PAINT_PAGE];
        g_assert_cmpfloat(contrast(color->light, page->light), >=, cases[i].least);
        g_assert_cmpfloat(contrast(color->dark, page->dark), >=, cases[i].least);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/layout/goldens", test_goldens);
    g_test_add_func("/chart/layout/kinds", test_kinds);
    g_test_add_func("/chart/layout/proportions", test_proportions);
    g_test_add_func("/chart/layout/words", test_words);
    g_test_add_func("/chart/layout/long-title", test_long_title);
    g_test_add_func("/chart/layout/fits", test_fits);
    g_test_add_func("/chart/layout/lengths", test_lengths);
    g_test_add_func("/chart/layout/flagged", test_flagged);
    g_test_add_func("/chart/layout/flagged-inside", test_flagged_inside);
    g_test_add_func("/chart/layout/label-rule", test_label_rule);
    g_test_add_func("/chart/layout/states", test_states);
    g_test_add_func("/chart/layout/negative", test_negative);
    g_test_add_func("/chart/layout/left-off", test_left_off);
    g_test_add_func("/chart/layout/fair-panels", test_fair_panels);
    g_test_add_func("/chart/layout/errors", test_errors);
    g_test_add_func("/chart/layout/sizes", test_sizes);
    g_test_add_func("/chart/layout/contrast", test_contrast);
    return g_test_run();
}

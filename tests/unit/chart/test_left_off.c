/* What a chart leaves off, and what it says of that. */
#include "chart/fixture.h"
#include "chart/samples.h"

/* A timeline of ROWS in a wide page HEIGHT high. */
static struct chart_layout *lay_out_lanes(struct bench *bench, const char *rows, double height)
{
    struct chart_sample sample = chart_samples[CHART_TIMELINE];
    struct chart_size size = *chart_size_find("social");
    sample.rows = rows;
    struct chart_spec spec = sample_chart(bench->arena, bench->catalog, &sample);
    size.height = height;
    return chart_layout(bench->arena, &spec, &size, &fixed_measure, NULL);
}

/* What finds no room closes its lane: nothing older stands, even in a gap that it would fit. */
static void test_newest(void)
{
    static const char rows[] = "Agency|Fifth, whose words are long|2017-12-20|||tick\n"
                               "Agency|Fourth, whose words are long|2017-11-20|||tick\n"
                               "Agency|Third, whose words are long|2017-10-20|||tick\n"
                               "Agency|First|2009-10-20|||tick\n";
    struct bench bench = bench_open();
    g_assert_cmpuint(lay_out_lanes(&bench, rows, 1000)->n_shown, ==, 4);
    struct chart_layout *layout = lay_out_lanes(&bench, rows, 530);
    g_assert_cmpuint(layout->n_shown, ==, 2);
    g_assert_nonnull(find_text(layout, "Fifth, whose words are long"));
    g_assert_nonnull(find_text(layout, "Fourth, whose words are long"));
    g_assert_null(find_text(layout, "First"));
    bench_close(&bench);
}

/* What a timeline leaves off is said with its reason. */
static void test_reasons(void)
{
    static const char lanes[] = "Agency|Second, whose words are long|2017-12-20|||tick\n"
                                "Agency|First, whose words are long|2017-11-20|||tick\n"
                                "Press|An article|2017-10-20|||tick\n"
                                "Press|Another|2017-10-21|||tick\n";
    static const char many[] =
        "Agency|One|2017-12-20|||tick\nCourt|Two|2017-11-20|||tick\nPlace|Three|2017-10-20|||tick\n"
        "Others|Four|2017-10-20|||tick\nPress|Five|2017-10-20|||tick\n";
    static const char undated[] = "Agency|One|2017-12-20|||tick\nAgency|Other||||tick\n";
    struct bench bench = bench_open();
    struct chart_layout *layout = lay_out_lanes(&bench, lanes, 490);
    g_assert_null(find_text(layout, "Press"));
    g_assert_nonnull(find_text(layout, "and 3 without room: the older, all of Press"));
    layout = lay_out_lanes(&bench, many, 550); /* none is kept for the names of lanes that are left off */
    g_assert_nonnull(find_text(layout, "and 3 without room: all of Place, Others, Press"));
    layout = lay_out_lanes(&bench, undated, 1000);
    g_assert_cmpuint(layout->n_shown, ==, 1);
    g_assert_nonnull(find_text(layout, "and 1 without a date"));
    bench_close(&bench);
}

/* The key tells all that tiles say, also what stands within something else. */
static void test_tiles_key(void)
{
    struct chart_sample sample = {.kind = CHART_TILE_GRID,
                                  .roles = {CHART_REGION, CHART_LABEL, CHART_VALUE, CHART_STATE, CHART_LINK},
                                  .title = "T",
                                  .rows = "AL|Alabama|3271000|\nCA|California||no data\nOR|Oregon||no data\n"
                                          "WA|Washington||no data yet\n"};
    struct bench bench = bench_open();
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
    g_assert_nonnull(find_text(lay_out(&bench, &spec, "web"), "no data yet, no data"));
    bench_close(&bench);
}

/* The key of what is noted of places stands where such a place is shown, and only there. */
static void test_matrix_key(void)
{
    struct bench bench = bench_open();
    for (int n_before = 0; n_before < 30; n_before++) {
        g_autoptr(GString) rows = g_string_new(NULL);
        for (int i = 0; i < 30; i++)
            g_string_append_printf(rows, "Place %d|Court|barred|2017-09-15|%d\n", i, i == n_before);
        char *noted = arena_printf(bench.arena, "Place %d", n_before);
        struct chart_sample sample = chart_samples[CHART_STATUS_MATRIX];
        sample.rows = rows->str;
        struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
        for (size_t i = 0; i < 2; i++) {
            struct chart_layout *layout = lay_out(&bench, &spec, i ? "social" : "square");
            g_assert_cmpuint(layout->n_shown, >, 0);
            g_assert_true(!find_text(layout, "Disputed") == !find_text(layout, noted));
        }
    }
    bench_close(&bench);
}

/* A place has all its lines or none; where the next has no room for them, those before it share what it leaves. */
static void test_matrix_room(void)
{
    struct bench bench = bench_open();
    g_autoptr(GString) rows = g_string_new(NULL);
    for (int i = 0; i < 14; i++)
        g_string_append_printf(rows, "Place %d|Voice %d|barred|2017-09-15|0\n", MIN(i, 4), MAX(i - 4, 0));
    struct chart_sample sample = chart_samples[CHART_STATUS_MATRIX];
    sample.rows = rows->str;
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
    struct chart_layout *layout = lay_out(&bench, &spec, "social");
    g_assert_cmpuint(layout->n_left_off, ==, 10);
    g_assert_cmpfloat(find_text(layout, "Place 3")->y, >, 0.6 * layout->height);
    bench_close(&bench);
}

/* On paper a matrix is as high as its rows need, up to a page; on a slide it stays. */
static void test_matrix_grows(void)
{
    static const struct {
        int n;
        double least, most;
    } cases[] = {{4, 288, 288}, {23, 289, 648}, {300, 648, 648}};
    struct bench bench = bench_open();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) rows = g_string_new(NULL);
        for (int j = 0; j < cases[i].n; j++)
            g_string_append_printf(rows, "Place %d|Voice %d|barred|2017-09-15|0\n", j, j % 5);
        struct chart_sample sample = chart_samples[CHART_STATUS_MATRIX];
        sample.rows = rows->str;
        struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
        struct chart_layout *layout = lay_out(&bench, &spec, "print");
        g_assert_cmpfloat(layout->height, >=, cases[i].least);
        g_assert_cmpfloat(layout->height, <=, cases[i].most);
        g_assert_true((layout->n_left_off > 0) == (cases[i].n == 300));
        g_assert_cmpfloat(lay_out(&bench, &spec, "slide")->height, ==, 1080);
    }
    bench_close(&bench);
}

/* All words of a picture, in one piece: an address is broken anywhere. */
static const char *all_words(struct bench *bench, const struct chart_layout *layout)
{
    const char *words = "";
    for (size_t i = 0; i < layout->n_items; i++)
        if (layout->items[i].kind == CHART_TEXT)
            words = arena_printf(bench->arena, "%s%s", words, layout->items[i].text.words);
    return words;
}

/* An address stands whole in the foot, or its short form does. */
static void test_address(void)
{
    static const struct {
        const char *size;
        int n_digits;
        bool is_whole;
    } cases[] = {{"social", 100, true},  {"social", 300, false}, {"print", 100, true},
                 {"print", 1000, false}, {"narrow", 300, true},  {"narrow", 1200, true},
                 {"column", 1200, true}, {"web", 1200, true},    {"narrow", 1600, false}};
    struct bench bench = bench_open();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &chart_samples[CHART_COLUMNS]);
        const char *address = arena_printf(bench.arena, "example.org/compare?j=%0*d.", cases[i].n_digits, 7);
        spec.foot = arena_printf(bench.arena, "Edition 1 %s", address);
        spec.foot_short = "Edition 1 example.org/compare!";
        const char *words = all_words(&bench, lay_out(&bench, &spec, cases[i].size));
        g_assert_cmpint(strstr(words, address) != NULL, ==, cases[i].is_whole);
        g_assert_cmpint(strstr(words, "example.org/compare!") != NULL, ==, !cases[i].is_whole);
    }
    bench_close(&bench);
}

/* A subtitle that would be cut is said in fewer words. */
static void test_subtitle(void)
{
    struct bench bench = bench_open();
    for (int n = 1; n <= 24; n += 23) {
        struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &chart_samples[CHART_COLUMNS]);
        const char *all = "";
        for (int i = 0; i < n; i++)
            all = arena_printf(bench.arena, "%sPlace number %d; ", all, i);
        spec.subtitle = arena_printf(bench.arena, "Award of %s.", all);
        spec.subtitle_short = "Award of Place and 23 more";
        const char *words = all_words(&bench, lay_out(&bench, &spec, "social"));
        g_assert_cmpint(strstr(words, "Place number 0; .") != NULL, ==, n == 1);
        g_assert_cmpint(strstr(words, "and 23 more") != NULL, ==, n > 1);
    }
    bench_close(&bench);
}

/* Where the height is given and both have no room, the label of an event gives way to its position; else they wrap. */
static void test_position(void)
{
    struct bench bench = bench_open();
    struct chart_sample sample = chart_samples[CHART_TIMELINE];
    sample.rows = "Agency|An office whose name is long, and its requirement, of which there is no short name that says "
                  "the same|2017-01-20||preliminary|bar\n";
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
    const char *words = all_words(&bench, lay_out(&bench, &spec, "print"));
    g_assert_nonnull(strstr(words, "An office"));
    g_assert_nonnull(strstr(words, "\xe2\x80\xa6: Preliminary: may not comply"));
    words = all_words(&bench, lay_out(&bench, &spec, "narrow"));
    g_assert_nonnull(strstr(words, "may not comply"));
    g_assert_null(strstr(words, "\xe2\x80\xa6"));
    bench_close(&bench);
}

/* A day is not broken. */
static void test_day(void)
{
    struct bench bench = bench_open();
    struct chart_sample sample = chart_samples[CHART_STATUS_MATRIX];
    sample.rows = "Place|Agency|preliminary|2017-09-15|0\nPlace|Court|documents-demanded|2017-09-25|0\n";
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
    const char *words = all_words(&bench, lay_out(&bench, &spec, "narrow"));
    g_assert_nonnull(strstr(words, "15\xc2\xa0Sep\xc2\xa0"
                                   "2017"));
    g_assert_nonnull(strstr(words, "25\xc2\xa0Sep\xc2\xa0"
                                   "2017"));
    bench_close(&bench);
}

/* Among many years a value without one before or after it is a dot that can be seen. */
static void test_alone(void)
{
    struct bench bench = bench_open();
    g_autoptr(GString) rows = g_string_new(NULL);
    for (int year = 2000; year < 2025; year++)
        g_string_append_printf(rows, "Place|%d|%s\n", year, year == 2003 || year > 2010 ? "1000" : "");
    struct chart_sample sample = chart_samples[CHART_LINES];
    sample.rows = rows->str;
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
    struct chart_layout *layout = lay_out(&bench, &spec, "web");
    double alone = 0, others = 0;
    for (size_t i = 0; i < layout->n_items; i++)
        if (layout->items[i].kind == CHART_CIRCLE) {
            const struct chart_circle *circle = &layout->items[i].circle;
            alone = MAX(alone, circle->radius);
            others = others > 0 ? MIN(others, circle->radius) : circle->radius;
        }
    g_assert_cmpfloat(alone, >, 2 * others);
    bench_close(&bench);
}

/* The axis beside lines keeps its words in a narrow page. */
static void test_axis_words(void)
{
    struct bench bench = bench_open();
    struct chart_sample sample = chart_samples[CHART_LINES];
    sample.rows = "California|2019|177000000\nCalifornia|2020|63000000\nChicago|2019|2000000\nChicago|2020|1900000\n";
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
    struct chart_layout *layout = lay_out(&bench, &spec, "narrow");
    g_assert_nonnull(find_text(layout, "$150 million"));
    g_assert_nonnull(find_text(layout, "100"));
    bench_close(&bench);
}

/* A small amount beside a large one is seen, and $0 is not. */
static void test_small(void)
{
    struct bench bench = bench_open();
    struct chart_sample sample = chart_samples[CHART_COLUMNS];
    sample.rows = "2015|177000000|\n2016|1000|\n2017|0|\n";
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
    struct chart_layout *layout = lay_out(&bench, &spec, "web");
    size_t n_bars = 0;
    for (size_t i = 0; i < layout->n_items; i++)
        if (layout->items[i].kind == CHART_RECT && layout->items[i].paint == PAINT_BAR &&
            layout->items[i].rect.height > 1.4)
            n_bars++;
    g_assert_cmpuint(n_bars, ==, 2);
    bench_close(&bench);
}

/* Labels have the decimals that tell those apart that are shown: here one, though rows without a label read alike. */
static void test_decimals_of_labels(void)
{
    struct bench bench = bench_open();
    struct chart_sample sample = chart_samples[CHART_SMALL_MULTIPLES];
    sample.rows = "Chicago|2015|177000000|\nChicago|2016|63010000|\nDenver|2015|64000000|\nDenver|2016|63020000|\n";
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
    struct chart_layout *layout = lay_out(&bench, &spec, "web");
    g_assert_nonnull(find_text(layout, "$177.0 million"));
    g_assert_nonnull(find_text(layout, "$64.0 million"));
    sample = chart_samples[CHART_STACKED_BAR];
    sample.rows = "City|A|9000000\nCity|B|8000000\nCity|C|7000000\nCity|D|6000000\nCity|E|5000000\nCity|F|2010000\n"
                  "City|G|2020000\n";
    spec = sample_chart(bench.arena, bench.catalog, &sample);
    g_assert_nonnull(strstr(all_words(&bench, lay_out(&bench, &spec, "web")), "A: $9.0 million"));
    bench_close(&bench);
}

/* The value of a low column stands above the stub of a year without a value, not behind it or nowhere. */
static void test_labels_beside_no_data(void)
{
    struct bench bench = bench_open();
    struct chart_sample sample = chart_samples[CHART_SMALL_MULTIPLES];
    sample.rows = "Chicago|2015|177000000|\nChicago|2016|63000000|\nChicago|2017|9000000|\n"
                  "Denver|2015||no data\nDenver|2016|2000000|\nDenver|2017||no data\n";
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
    static const char *const sizes[] = {"web", "narrow", "social", "print"};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        struct chart_layout *layout = lay_out(&bench, &spec, sizes[i]);
        const struct chart_text *label = find_text(layout, "$2.0 million");
        g_assert_nonnull(label);
        const struct chart_item *column = find_row_item(layout, "Denver, 2016", CHART_RECT, PAINT_BAR);
        g_assert_nonnull(column);
        g_assert_cmpfloat(label->y, <, column->rect.y);
    }
    bench_close(&bench);
}

/* A letter for the shape of what is filled: of a disc, or by its corners and whether the first two are level. */
static char shape_of(const struct chart_item *item)
{
    if (item->kind == CHART_CIRCLE)
        return 'o';
    if (item->kind != CHART_PATH || !item->path.is_closed)
        return '-';
    bool is_level = fabs(item->path.points[0].y - item->path.points[1].y) < 0.01;
    return item->path.n_points == 3 ? 't' : is_level ? 's' : 'd';
}

/* Lines are told apart without colour: each has markers of its own shape, one of them beside its name, and also where
 * there are many places. */
static void test_shapes_of_lines(void)
{
    static const enum chart_paint paints[] = {PAINT_BAR, PAINT_SECOND, PAINT_THIRD, PAINT_FOURTH};
    struct bench bench = bench_open();
    struct chart_sample sample = chart_samples[CHART_LINES];
    GString *rows = g_string_new(NULL);
    for (int i = 0; i < 4 * 48; i++)
        g_string_append_printf(rows, "Place %d|%d|%d\n", i % 4, 1970 + i / 4, (i % 4 + 1) * 1000000);
    sample.rows = rows->str;
    struct chart_spec spec = sample_chart(bench.arena, bench.catalog, &sample);
    struct chart_layout *layout = lay_out(&bench, &spec, "web");
    for (size_t line = 0; line < G_N_ELEMENTS(paints); line++) {
        size_t n_marks = 0, n_keys = 0;
        for (size_t i = 0; i < layout->n_items; i++) {
            const struct chart_item *item = &layout->items[i];
            if (item->paint != paints[line] || shape_of(item) == '-')
                continue;
            g_assert_cmpint(shape_of(item), ==, "ostd"[line]);
            *(item->mark ? &n_marks : &n_keys) += 1;
        }
        g_assert_cmpuint(n_marks, ==, 48);
        g_assert_cmpuint(n_keys, ==, 1);
    }
    g_string_free(rows, TRUE);
    bench_close(&bench);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/left-off/labels-beside-no-data", test_labels_beside_no_data);
    g_test_add_func("/chart/left-off/newest", test_newest);
    g_test_add_func("/chart/left-off/reasons", test_reasons);
    g_test_add_func("/chart/left-off/matrix-key", test_matrix_key);
    g_test_add_func("/chart/left-off/tiles-key", test_tiles_key);
    g_test_add_func("/chart/left-off/address", test_address);
    g_test_add_func("/chart/left-off/subtitle", test_subtitle);
    g_test_add_func("/chart/left-off/position", test_position);
    g_test_add_func("/chart/left-off/day", test_day);
    g_test_add_func("/chart/left-off/alone", test_alone);
    g_test_add_func("/chart/left-off/axis-words", test_axis_words);
    g_test_add_func("/chart/left-off/matrix-room", test_matrix_room);
    g_test_add_func("/chart/left-off/matrix-grows", test_matrix_grows);
    g_test_add_func("/chart/left-off/small", test_small);
    g_test_add_func("/chart/left-off/decimals-of-labels", test_decimals_of_labels);
    g_test_add_func("/chart/left-off/shapes-of-lines", test_shapes_of_lines);
    return g_test_run();
}

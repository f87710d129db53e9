/* Thousands of odd charts: nothing leaves the page, no words meet other words or marks, no text is too small, and the
 * rows shown and the rows counted as left off are all rows. The fixed-advance measurer makes runs repeatable. */
#include "chart/fixture.h"

#include <math.h>
#include <stdlib.h>

enum { RUNS = 3000 };

/* Letters of one to four bytes, spaces, marks, controls and bytes that are no text. */
static const char *const pieces[] = {
    "a",  "B",    "m ",   " ",    "0",     "\xc3\xa9", "\xcc\x81",     "\xe6\xbc\xa2", "\xf0\x9f\x8c\xb5",
    "\t", "\x01", "\xff", "long", "word ", "-",        "\xe2\x80\xae", "\xd7\xa9",     ", "};

static char *random_words(struct arena *arena, GRand *rand, int most)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int n = g_rand_int_range(rand, 0, most + 1); n > 0; n--)
        g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
    return arena_strndup(arena, text->str, text->len);
}

static struct cell random_value(GRand *rand)
{
    static const double sizes[] = {1, 100, 1e5, 1e8, 1e9, 1e11, 1e13};
    double size = sizes[g_rand_int_range(rand, 0, G_N_ELEMENTS(sizes))] * 100 * g_rand_double(rand);
    switch (g_rand_int_range(rand, 0, 12)) {
    case 0: return cell_null();
    case 1: return cell_integer(0);
    case 2: return cell_integer(-(int64_t)size);
    case 3: return cell_integer(g_rand_int_range(rand, 0, 40) ? (int64_t)size : INT64_MAX);
    case 4: return cell_integer(g_rand_int_range(rand, 0, 40) ? (int64_t)size : INT64_MIN);
    default: return cell_integer((int64_t)size);
    }
}

static struct result *random_data(struct arena *arena, GRand *rand)
{
    struct result *data = result_new(arena, "random", g_rand_boolean(rand) ? money_columns : count_columns, COLS);
    int n_rows = g_rand_int_range(rand, 0, g_rand_boolean(rand) ? 6 : 60), few_panels = g_rand_int_range(rand, 1, 20);
    const char *panel = random_words(arena, rand, 20);
    for (int i = 0; i < n_rows; i++) {
        struct cell *cells = result_append(arena, data);
        if (g_rand_int_range(rand, 0, few_panels) == 0)
            panel = random_words(arena, rand, 20);
        cells[COL_NAME] = cell_text(random_words(arena, rand, g_rand_boolean(rand) ? 12 : 90));
        cells[COL_AMOUNT] = random_value(rand);
        cells[COL_STATE] = g_rand_boolean(rand) ? cell_text("no data") : cell_text(random_words(arena, rand, 60));
        cells[COL_PANEL] = cell_text(panel);
        cells[COL_FLAG] = cell_integer(g_rand_int_range(rand, 0, 8) == 0);
        cells[COL_LINK] = cell_text("https://example.org/");
    }
    return data;
}

static struct chart_spec random_spec(struct arena *arena, const struct catalog *catalog, GRand *rand)
{
    struct chart_spec spec = sample_spec(catalog, random_data(arena, rand));
    if (g_rand_boolean(rand))
        spec.columns[CHART_PANEL] = NULL;
    spec.flag_word = g_rand_boolean(rand) ? "not counted" : random_words(arena, rand, 60);
    spec.title = random_words(arena, rand, 120);
    spec.subtitle = random_words(arena, rand, 120);
    spec.note = g_rand_boolean(rand) ? NULL : random_words(arena, rand, 200);
    spec.source = random_words(arena, rand, 120);
    spec.foot = random_words(arena, rand, 60);
    return spec;
}

static struct chart_rect text_box(const struct chart_text *text)
{
    return (struct chart_rect){.x = chart_text_left(text),
                               .y = text->y - 0.74 * text->size,
                               .width = text->width,
                               .height = 0.94 * text->size};
}

static bool boxes_meet(const struct chart_rect *a, const struct chart_rect *b)
{
    const double hair = 0.02;
    return a->x + a->width > b->x + hair && b->x + b->width > a->x + hair && a->y + a->height > b->y + hair &&
           b->y + b->height > a->y + hair;
}

static bool is_inside(const struct chart_layout *layout, const struct chart_rect *box)
{
    const double hair = 0.02;
    return isfinite(box->x + box->y + box->width + box->height) && box->x >= -hair && box->y >= -hair &&
           box->x + box->width <= layout->width + hair && box->y + box->height <= layout->height + hair;
}

/* The box that an item must keep to itself: words, bars, and upright lines of the grid. */
static size_t item_boxes(const struct chart_item *item, struct chart_rect *boxes)
{
    size_t n_boxes = 0;
    if (item->kind == CHART_TEXT)
        boxes[n_boxes++] = text_box(&item->text);
    if (item->kind == CHART_RECT && item->mark)
        boxes[n_boxes++] = item->rect;
    for (size_t i = 0; item->kind == CHART_STROKES && !item->mark && i < item->strokes.n_segments; i++) {
        const struct chart_segment *segment = &item->strokes.segments[i];
        boxes[n_boxes++] = (struct chart_rect){segment->x1 - 0.1, segment->y1 - 0.1, segment->x2 - segment->x1 + 0.2,
                                               segment->y2 - segment->y1 + 0.2};
    }
    return n_boxes;
}

static void check_segments(const struct chart_layout *layout, const struct chart_strokes *strokes)
{
    for (size_t i = 0; i < strokes->n_segments; i++) {
        const struct chart_segment *segment = &strokes->segments[i];
        struct chart_rect box = {MIN(segment->x1, segment->x2), MIN(segment->y1, segment->y2),
                                 fabs(segment->x2 - segment->x1), fabs(segment->y2 - segment->y1)};
        g_assert_true(is_inside(layout, &box));
    }
}

static void check_item(const struct chart_layout *layout, const struct chart_item *item)
{
    if (item->kind == CHART_STROKES) {
        check_segments(layout, &item->strokes);
        return;
    }
    struct chart_rect box = item->kind == CHART_TEXT ? text_box(&item->text) : item->rect;
    if (!is_inside(layout, &box))
        g_error("outside the page: %g %g %g %g %s", box.x, box.y, box.width, box.height,
                item->kind == CHART_TEXT ? item->text.words : "(rect)");
    if (item->kind != CHART_TEXT)
        return;
    g_assert_true(g_utf8_validate(item->text.words, -1, NULL));
    g_assert_cmpfloat(item->text.size, >=, layout->is_points ? 7 : 12);
    g_assert_cmpfloat_with_epsilon(item->text.width, fixed_width(NULL, item->text.words, item->text.size, false),
                                   0.001);
}

/* Every text against every other box. Lines behind bars are meant. */
static void check_overlaps(const struct chart_layout *layout)
{
    for (size_t i = 1; i < layout->n_items; i++) {
        if (layout->items[i].kind != CHART_TEXT)
            continue;
        struct chart_rect text = text_box(&layout->items[i].text), boxes[2048];
        for (size_t j = 1; j < layout->n_items; j++) {
            size_t n_boxes = i == j ? 0 : item_boxes(&layout->items[j], boxes);
            for (size_t k = 0; k < n_boxes; k++)
                if (boxes_meet(&text, &boxes[k]))
                    g_error("\"%s\" meets item %zu (%s)", layout->items[i].text.words, j,
                            layout->items[j].kind == CHART_TEXT ? layout->items[j].text.words : "mark");
        }
    }
}

/* What the picture itself says is left off. */
static size_t said_left_off(const struct chart_layout *layout)
{
    size_t sum = 0;
    for (size_t i = 0; i < layout->n_items; i++) {
        const struct chart_item *item = &layout->items[i];
        if (item->kind == CHART_TEXT && !item->mark && g_str_has_prefix(item->text.words, "and ") &&
            g_str_has_suffix(item->text.words, " more"))
            sum += (size_t)strtoul(item->text.words + 4, NULL, 10);
    }
    return sum;
}

/* Marks of rows, whether or not they have a bar. */
static size_t count_rows(const struct chart_layout *layout)
{
    size_t n_rows = 0;
    const struct chart_mark *mark = NULL;
    for (size_t i = 0; i < layout->n_items; i++) {
        n_rows += layout->items[i].mark && layout->items[i].mark != mark;
        mark = layout->items[i].mark;
    }
    return n_rows;
}

static void check_layout(const struct chart_layout *layout, const struct chart_spec *spec)
{
    for (size_t i = 0; i < layout->n_items; i++)
        check_item(layout, &layout->items[i]);
    check_overlaps(layout);
    g_assert_cmpuint(layout->n_shown + layout->n_left_off, ==, spec->data->n_rows);
    g_assert_cmpuint(said_left_off(layout), ==, layout->n_left_off);
    g_assert_cmpuint(count_rows(layout), <=, layout->n_shown);
}

static const char *const sizes[] = {"web", "narrow", "social", "square", "slide", "print", "column"};

static void test_random(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(23);
    for (int run = 0; run < RUNS; run++) {
        struct bench bench = bench_open();
        struct chart_spec spec = random_spec(bench.arena, bench.catalog, rand);
        const char *size = sizes[run % (int)G_N_ELEMENTS(sizes)];
        struct chart_layout *layout = lay_out(&bench, &spec, size);
        g_test_message("run %d, %s", run, size);
        check_layout(layout, &spec);
        bench_close(&bench);
    }
}

/* Every paragraph of the frame as long as it may be, and a chart in several panels still finds its place. */
static void test_full_frame(void)
{
    struct bench bench = bench_open();
    g_autoptr(GString) words = g_string_new(NULL);
    while (words->len < 3000)
        g_string_append(words, "words and more words ");
    struct chart_spec spec =
        sample_spec(bench.catalog, sample_data(bench.arena, money_columns, grants, G_N_ELEMENTS(grants)));
    spec.title = spec.subtitle = spec.note = spec.source = spec.foot = words->str;
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        struct chart_layout *layout = lay_out(&bench, &spec, sizes[i]);
        check_layout(layout, &spec);
        g_assert_cmpuint(layout->n_shown, >=, 1);
    }
    bench_close(&bench);
}

static double no_width(void *self, const char *text, double size, bool bold)
{
    (void)text, (void)size, (void)bold;
    return *(double *)self;
}

/* A measurer gone wrong gives a poor picture, never a coordinate that is no number. */
static void test_bad_measurer(void)
{
    struct bench bench = bench_open();
    struct chart_spec spec =
        sample_spec(bench.catalog, sample_data(bench.arena, money_columns, grants, G_N_ELEMENTS(grants)));
    double widths[] = {NAN, INFINITY, 0, -1};
    for (size_t i = 0; i < G_N_ELEMENTS(widths) * G_N_ELEMENTS(sizes); i++) {
        struct text_measure measure = {.width = no_width, .self = &widths[i / G_N_ELEMENTS(sizes)]};
        const struct chart_size *size = chart_size_find(sizes[i % G_N_ELEMENTS(sizes)]);
        struct chart_layout *layout = chart_layout(bench.arena, &spec, size, &measure, NULL);
        char *text = chart_layout_text(bench.arena, layout);
        g_assert_null(strstr(text, " nan"));
        g_assert_null(strstr(text, " -nan"));
        g_assert_null(strstr(text, " inf"));
        g_assert_null(strstr(text, " -inf"));
    }
    bench_close(&bench);
}

/* Every row that is shown has its value in words, whole. */
static void test_labels_are_whole(void)
{
    static const struct sample samples[] = {{"A", 922337203685477, "", false}, {"B", -922337203685477, "", false}};
    struct bench bench = bench_open();
    struct chart_spec spec = sample_spec(bench.catalog, sample_data(bench.arena, money_columns, samples, 2));
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        struct chart_layout *layout = lay_out(&bench, &spec, sizes[i]);
        g_assert_nonnull(find_text(layout, "$922,337.2 billion"));
        g_assert_nonnull(find_text(layout, "\xe2\x88\x92$922,337.2 billion"));
    }
    bench_close(&bench);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/random", test_random);
    g_test_add_func("/chart/full-frame", test_full_frame);
    g_test_add_func("/chart/bad-measurer", test_bad_measurer);
    g_test_add_func("/chart/labels-are-whole", test_labels_are_whole);
    return g_test_run();
}

/* Thousands of odd charts: nothing leaves the page, no words meet other words or marks, no text is too small, and the
 * rows shown and the rows counted as left off are all rows. The fixed-advance measurer makes runs repeatable. */
#include "chart/fixture.h"
#include "chart/samples.h"
#include "chart/theme.h"

#include <math.h>
#include <stdlib.h>

enum { RUNS = 10000 };

static const struct column column_value_count = {.name = "value", .type = COLUMN_INTEGER};

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

/* One of a few words, so that rows share panels, series and places. */
static struct cell random_group(struct arena *arena, GRand *rand, int most)
{
    if (g_rand_int_range(rand, 0, 30) == 0)
        return cell_text(random_words(arena, rand, 30));
    return cell_text(arena_printf(arena, "group %d of several", g_rand_int_range(rand, 0, most)));
}

static struct cell random_date(struct arena *arena, GRand *rand)
{
    int years = g_rand_boolean(rand) ? 2 : 200;
    switch (g_rand_int_range(rand, 0, 10)) {
    case 0: return cell_null();
    case 1: return cell_text(random_words(arena, rand, 6));
    default:
        return cell_text(arena_printf(arena, "%04d-%02d-%02d", 2018 - g_rand_int_range(rand, 0, years),
                                      g_rand_int_range(rand, 1, 13), g_rand_int_range(rand, 1, 29)));
    }
}

static struct cell random_number(GRand *rand, double low, double high)
{
    if (g_rand_int_range(rand, 0, 20) == 0)
        return (struct cell){.kind = CELL_REAL, .real = g_rand_boolean(rand) ? NAN : 1e300};
    return (struct cell){.kind = CELL_REAL, .real = g_rand_double_range(rand, low, high)};
}

static struct cell random_cell(struct arena *arena, GRand *rand, enum chart_role role, int most)
{
    static const char *const forms[] = {"bar", "tick", "flag", "other"};
    static const char *const regions[] = {"CA", "IL", "NY", "TX", "PR", "GU", "DC", "XX", "", "WA", "FL", "OH"};
    switch (role) {
    case CHART_LABEL:
        return g_rand_boolean(rand) ? random_group(arena, rand, most)
                                    : cell_text(random_words(arena, rand, g_rand_boolean(rand) ? 12 : 90));
    case CHART_VALUE:
    case CHART_OTHER: return random_value(rand);
    case CHART_SERIES:
    case CHART_PANEL: return random_group(arena, rand, most);
    case CHART_STATE:
    case CHART_OTHER_STATE:
        return g_rand_boolean(rand) ? cell_text("no data") : cell_text(random_words(arena, rand, 60));
    case CHART_FLAG:
    case CHART_NOTED: return cell_integer(g_rand_int_range(rand, 0, 8) == 0);
    case CHART_LINK: return cell_text("https://example.org/");
    case CHART_FROM:
    case CHART_UNTIL: return random_date(arena, rand);
    case CHART_POSITION: return cell_text(sample_positions[g_rand_int_range(rand, 0, 10)].value);
    case CHART_FORM: return cell_text(forms[g_rand_int_range(rand, 0, G_N_ELEMENTS(forms))]);
    case CHART_REGION: return cell_text(regions[g_rand_int_range(rand, 0, G_N_ELEMENTS(regions))]);
    case CHART_LONGITUDE: return random_number(rand, -170, -60);
    case CHART_LATITUDE: return random_number(rand, 15, 72);
    default: return cell_null();
    }
}

/* Rows with a column for every role. */
static struct result *random_data(struct arena *arena, GRand *rand)
{
    const struct column **columns = ARENA_ARRAY(arena, const struct column *, CHART_ROLES);
    for (size_t i = 0; i < CHART_ROLES; i++)
        columns[i] = &sample_columns[i];
    if (g_rand_boolean(rand))
        columns[CHART_VALUE] = &column_value_count;
    struct result *data = result_new(arena, "random", columns, CHART_ROLES);
    static const int many[] = {2, 6, 60, 500};
    int n_rows = g_rand_int_range(rand, 0, many[g_rand_int_range(rand, 0, g_rand_int_range(rand, 0, 9) ? 3 : 4)]);
    int most = g_rand_int_range(rand, 1, 20);
    for (int i = 0; i < n_rows; i++) {
        struct cell *cells = result_append(arena, data);
        for (size_t j = 0; j < CHART_ROLES; j++)
            cells[j] = random_cell(arena, rand, (enum chart_role)j, most);
    }
    return data;
}

static struct chart_spec random_spec(struct arena *arena, const struct catalog *catalog, enum chart_kind kind,
                                     GRand *rand)
{
    struct chart_spec spec = {
        .kind = kind, .data = random_data(arena, rand), .signs = sample_signs, .catalog = catalog};
    for (size_t i = 0; i < CHART_ROLES; i++)
        spec.columns[i] = sample_columns[i].name;
    for (size_t i = 0; i < CHART_ROLES; i++)
        if (g_rand_int_range(rand, 0, 4) == 0 && !(chart_kinds[kind].needs & 1u << i))
            spec.columns[i] = NULL;
    spec.noted = g_rand_boolean(rand) ? "disputed" : NULL;
    spec.noted_word = random_words(arena, rand, 60);
    spec.flag_word = g_rand_boolean(rand) ? "not counted" : random_words(arena, rand, 60);
    spec.value_word = g_rand_boolean(rand) ? "FY2016" : random_words(arena, rand, 30);
    spec.other_word = g_rand_boolean(rand) ? "FY2017" : random_words(arena, rand, 30);
    spec.as_of = g_rand_boolean(rand) ? "2018-01-24" : NULL;
    spec.title = random_words(arena, rand, 120);
    spec.subtitle = random_words(arena, rand, 120);
    spec.note = g_rand_boolean(rand) ? NULL : random_words(arena, rand, 200);
    spec.scope = g_rand_boolean(rand) ? NULL : random_words(arena, rand, 200);
    spec.source = random_words(arena, rand, 120);
    spec.foot = random_words(arena, rand, 60);
    return spec;
}

static bool is_inside(const struct chart_layout *layout, const struct chart_rect *box)
{
    const double hair = 0.02;
    return isfinite(box->x + box->y + box->width + box->height) && box->x >= -hair && box->y >= -hair &&
           box->x + box->width <= layout->width + hair && box->y + box->height <= layout->height + hair;
}

static struct chart_rect circle_box(const struct chart_circle *circle)
{
    double reach = circle->radius + circle->thickness / 2;
    return (struct chart_rect){circle->x - reach, circle->y - reach, 2 * reach, 2 * reach};
}

/* The boxes that an item must keep to itself: words, bars, dots, and the lines of the grid. */
static size_t item_boxes(const struct chart_item *item, struct chart_rect *boxes)
{
    size_t n_boxes = 0;
    if (item->kind == CHART_TEXT)
        boxes[n_boxes++] = chart_text_box(&item->text);
    if (item->kind == CHART_RECT && item->mark)
        boxes[n_boxes++] = item->rect;
    if (item->kind == CHART_CIRCLE && item->mark)
        boxes[n_boxes++] = circle_box(&item->circle);
    for (size_t i = 0; item->kind == CHART_STROKES && !item->mark && i < item->strokes.n_segments; i++) {
        const struct chart_segment *segment = &item->strokes.segments[i];
        boxes[n_boxes++] =
            (struct chart_rect){MIN(segment->x1, segment->x2) - 0.1, MIN(segment->y1, segment->y2) - 0.1,
                                fabs(segment->x2 - segment->x1) + 0.2, fabs(segment->y2 - segment->y1) + 0.2};
    }
    return n_boxes;
}

static bool contains(const struct chart_rect *outer, const struct chart_rect *inner)
{
    const double hair = 0.5;
    return inner->x >= outer->x - hair && inner->y >= outer->y - hair &&
           inner->x + inner->width <= outer->x + outer->width + hair &&
           inner->y + inner->height <= outer->y + outer->height + hair;
}

static void check_points(const struct chart_layout *layout, const struct chart_item *item)
{
    for (size_t i = 0; item->kind == CHART_STROKES && i < item->strokes.n_segments; i++) {
        const struct chart_segment *segment = &item->strokes.segments[i];
        struct chart_rect box = {MIN(segment->x1, segment->x2), MIN(segment->y1, segment->y2),
                                 fabs(segment->x2 - segment->x1), fabs(segment->y2 - segment->y1)};
        if (!is_inside(layout, &box))
            g_error("a stroke outside the page: %g %g %g %g", box.x, box.y, box.width, box.height);
    }
    for (size_t i = 0; item->kind == CHART_PATH && i < item->path.n_points; i++) {
        struct chart_rect box = {.x = item->path.points[i].x, .y = item->path.points[i].y};
        if (!is_inside(layout, &box))
            g_error("a path outside the page: %g %g", box.x, box.y);
    }
}

static void check_item(const struct chart_layout *layout, const struct chart_item *item)
{
    check_points(layout, item);
    struct chart_rect box = {0};
    if (item->kind == CHART_TEXT)
        box = chart_text_box(&item->text);
    else if (item->kind == CHART_RECT)
        box = item->rect;
    else if (item->kind == CHART_CIRCLE)
        box = circle_box(&item->circle);
    if (!is_inside(layout, &box))
        g_error("outside the page: %g %g %g %g %s", box.x, box.y, box.width, box.height,
                item->kind == CHART_TEXT ? item->text.words : "(mark)");
    if (item->kind != CHART_TEXT)
        return;
    g_assert_true(g_utf8_validate(item->text.words, -1, NULL));
    g_assert_cmpfloat(item->text.size, >=, layout->is_points ? 7 : 12);
    g_assert_cmpfloat_with_epsilon(item->text.width, fixed_width(NULL, item->text.words, item->text.size, false),
                                   0.001);
}

/* Words may stand on a tile when they are wholly inside it and can be read on it, in both schemes. */
static bool may_stand_on(const struct chart_item *words, const struct chart_item *ground, const struct chart_rect *box)
{
    if (ground->kind != CHART_RECT || !contains(&ground->rect, box))
        return false;
    const struct chart_color *ink = &chart_theme[words->paint], *fill = &chart_theme[ground->paint];
    return contrast(ink->light, fill->light) >= 4.5 && contrast(ink->dark, fill->dark) >= 4.5;
}

/* Every text against every other box. Lines behind bars are meant. */
static void check_overlaps(const struct chart_layout *layout)
{
    static struct chart_rect boxes[4096];
    for (size_t j = 1; j < layout->n_items; j++) {
        size_t n_boxes = item_boxes(&layout->items[j], boxes);
        for (size_t i = 1; i < layout->n_items && n_boxes; i++) {
            if (i == j || layout->items[i].kind != CHART_TEXT)
                continue;
            struct chart_rect text = chart_text_box(&layout->items[i].text);
            for (size_t k = 0; k < n_boxes; k++)
                if (chart_rects_meet(&text, &boxes[k]) && !may_stand_on(&layout->items[i], &layout->items[j], &text))
                    g_error("\"%s\" meets item %zu (%s)\n%s", layout->items[i].text.words, j,
                            layout->items[j].kind == CHART_TEXT ? layout->items[j].text.words : "mark", "");
        }
    }
}

/* The sum of "and 3 more", or of "and 1 without a date, and 3 without room: ...". */
static size_t said_counts(const char *words)
{
    static const char *const tails[] = {" more", " without a date", " without room"};
    size_t sum = 0;
    g_auto(GStrv) parts = g_strsplit(words, ", ", -1);
    for (char **part = parts; *part; part++) {
        char *tail = *part;
        size_t n = g_str_has_prefix(*part, "and ") ? (size_t)strtoul(*part + strlen("and "), &tail, 10) : 0;
        for (size_t i = 0; i < G_N_ELEMENTS(tails); i++)
            sum += g_str_has_prefix(tail, tails[i]) ? n : 0;
    }
    return sum;
}

/* What the picture itself says is left off: so, or "Rows not shown: 3", "Not on this map (3): ...". */
static size_t said_left_off(const struct chart_layout *layout)
{
    static const char *const heads[] = {"Rows not shown: ", "Not on this map ("};
    size_t sum = 0;
    for (size_t i = 0; i < layout->n_items; i++) {
        const struct chart_item *item = &layout->items[i];
        if (item->kind != CHART_TEXT || item->mark)
            continue;
        sum += said_counts(item->text.words);
        for (size_t j = 0; j < G_N_ELEMENTS(heads); j++)
            if (g_str_has_prefix(item->text.words, heads[j]))
                sum += (size_t)strtoul(item->text.words + strlen(heads[j]), NULL, 10);
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
    g_assert_cmpint(g_utf8_strlen(layout->alternative, -1), <=, 250);
}

static const char *const sizes[] = {"web", "narrow", "social", "square", "slide", "print", "column"};

static void test_random(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(23);
    for (int run = 0; run < RUNS; run++) {
        struct bench bench = bench_open();
        enum chart_kind kind = (enum chart_kind)(run % CHART_KINDS);
        struct chart_spec spec = random_spec(bench.arena, bench.catalog, kind, rand);
        const char *size = sizes[run / CHART_KINDS % (int)G_N_ELEMENTS(sizes)];
        g_test_message("run %d, %s, %s", run, chart_kind_names[spec.kind].value, size);
        chart_tell(bench.arena, &spec);
        struct chart_layout *layout = lay_out(&bench, &spec, size);
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
    spec.title = spec.subtitle = spec.note = spec.scope = spec.source = spec.foot = words->str;
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

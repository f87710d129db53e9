/* At most four lines, each named where it ends and told by the shape of its markers. A line is broken where a value is
 * missing; what has no value is named with the words of that. */
#include "chart/kinds.h"

#include "chart/columns.h"
#include "chart/series.h"

#include <math.h>

enum { MOST_MARKERS = 20 }; /* along a line */

static const double WORDS_SHARE = 0.4; /* of the width, at most, for the words of ticks */

/* In ems of label size. */
static const double THICKNESS = 0.19;
static const double MARKER = 0.26; /* radius */
static const double KEY = 0.95;    /* the marker before a name, with the air around it */
static const double BEFORE_NAME = 1;
static const double NAME_SHARE = 0.36;
static const double NAME_LINE = 1.2;
static const double COUNT_LINE = 1.5;

struct ending {
    struct fitted name, value;
    struct chart_point end; /* of the line */
    double y;               /* middle of the words */
    size_t row, series;
    bool is_empty; /* the series has no value */
};

struct lines {
    struct sketch *sketch;
    double em;
    struct datum *rows;
    struct groups series, places;
    struct upright upright;
    double names_width;
    struct ending endings[SERIES_MOST_LINES];
    size_t n_endings;
};

static bool is_drawn(const struct lines *lines, size_t row)
{
    return lines->series.of_row[row] < SERIES_MOST_LINES;
}

/* The row of a series at a place that has a value on the axis; SIZE_MAX for none. */
static size_t find_row(const struct lines *lines, size_t series, size_t place)
{
    for (size_t i = 0; i < lines->sketch->spec->data->n_rows; i++)
        if (lines->series.of_row[i] == series && lines->places.of_row[i] == place && datum_counts(&lines->rows[i]))
            return i;
    return SIZE_MAX;
}

static struct chart_point point_at(const struct lines *lines, size_t row)
{
    return (struct chart_point){upright_x(&lines->upright, lines->places.of_row[row]),
                                upright_y(&lines->upright, lines->rows[row].value)};
}

static void place_run(const struct lines *lines, size_t series, const struct chart_point *points, size_t n_points)
{
    sketch_path(lines->sketch, series_paints[series],
                (struct chart_path){.points = points, .n_points = n_points, .thickness = THICKNESS * lines->em});
}

static void place_line(const struct lines *lines, size_t series)
{
    struct chart_point *points = ARENA_ARRAY(lines->sketch->arena, struct chart_point, lines->places.n_names);
    size_t n_points = 0;
    for (size_t place = 0; place < lines->places.n_names; place++) {
        size_t row = find_row(lines, series, place);
        if (row == SIZE_MAX) {
            place_run(lines, series, points, n_points);
            n_points = 0;
            continue;
        }
        points[n_points++] = point_at(lines, row);
    }
    place_run(lines, series, points, n_points);
}

/* No line leads to it or from it. */
static bool is_alone(const struct lines *lines, size_t series, size_t place)
{
    bool has_before = place > 0 && find_row(lines, series, place - 1) != SIZE_MAX;
    return !has_before && (place + 1 == lines->places.n_names || find_row(lines, series, place + 1) == SIZE_MAX);
}

/* A marker a row; where there are many, some are as thick as the line, yet links. */
static void place_markers(const struct lines *lines, size_t series)
{
    struct sketch *sketch = lines->sketch;
    size_t n_places = lines->places.n_names, stride = 1 + (n_places - 1) / MOST_MARKERS;
    for (size_t place = 0; place < n_places; place++) {
        size_t row = find_row(lines, series, place);
        if (row == SIZE_MAX)
            continue;
        struct chart_point at = point_at(lines, row);
        bool is_large = (n_places - 1 - place) % stride == 0 || is_alone(lines, series, place);
        const char *name = catalog_format(sketch->arena, sketch->spec->catalog, N_("{name}, {place}"), "name",
                                          lines->series.names[series], "place", lines->rows[row].name, NULL);
        sketch->mark = rows_mark(sketch, row, name, rows_exact(sketch, &lines->rows[row]));
        series_place_marker(sketch, series, at, (is_large ? MARKER : THICKNESS / 2) * lines->em);
        sketch->mark = NULL;
    }
}

/* A row of a series without a value on the axis: one that is not counted, if there is one. */
static size_t find_empty(const struct lines *lines, size_t series)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < lines->sketch->spec->data->n_rows; i++)
        if (lines->series.of_row[i] == series && (found == SIZE_MAX || lines->rows[i].has_value))
            found = i;
    return found;
}

static void find_endings(struct lines *lines)
{
    for (size_t series = 0; series < lines->series.n_names; series++) {
        size_t row = SIZE_MAX;
        for (size_t place = lines->places.n_names; place-- > 0 && row == SIZE_MAX;)
            row = find_row(lines, series, place);
        bool is_empty = row == SIZE_MAX;
        lines->endings[lines->n_endings++] =
            (struct ending){.series = series, .row = is_empty ? find_empty(lines, series) : row, .is_empty = is_empty};
    }
}

static bool is_cut_short(const struct lines *lines, size_t row)
{
    return lines->places.of_row[row] + 1 < lines->places.n_names;
}

/* The last value, with its place where the line ends before the last one. */
static const char *ending_words(const struct lines *lines, const struct value_words *words, const struct datum *last,
                                int decimals)
{
    const char *value = label_words(words, last->value, decimals);
    if (!is_cut_short(lines, last->row))
        return value;
    return catalog_format(lines->sketch->arena, lines->sketch->spec->catalog, N_("{name}, {place}"), "name", value,
                          "place", lines->places.names[lines->places.of_row[last->row]], NULL);
}

/* What stands at the end of each line: its name and its last value. */
static void word_endings(struct lines *lines, double most)
{
    const struct value_words words = rows_value_words(lines->sketch);
    struct ruler bold = sketch_ruler(lines->sketch, lines->em, true), plain = bold;
    struct datum last[SERIES_MOST_LINES];
    size_t n_last = 0;
    plain.bold = false;
    find_endings(lines);
    for (size_t i = 0; i < lines->n_endings; i++)
        if (!lines->endings[i].is_empty)
            last[n_last++] = lines->rows[lines->endings[i].row];
    int decimals = rows_decimals(lines->sketch, last, n_last);
    for (size_t i = 0; i < lines->n_endings; i++) {
        struct ending *ending = &lines->endings[i];
        const struct datum *datum = &lines->rows[ending->row];
        ending->name = words_fit(&bold, lines->series.names[ending->series], most);
        ending->value =
            words_fit(&plain, ending->is_empty ? datum->state : ending_words(lines, &words, datum, decimals), most);
        lines->names_width = MAX(lines->names_width, MAX(ending->name.width, ending->value.width));
    }
}

static int compare_endings(const void *a, const void *b)
{
    const struct ending *left = a, *right = b;
    return (left->end.y > right->end.y) - (left->end.y < right->end.y);
}

/* Moves names apart, as little as need be, between TOP and BOTTOM. */
static void part_endings(struct lines *lines, double height, double top, double bottom)
{
    qsort(lines->endings, lines->n_endings, sizeof *lines->endings, compare_endings);
    double least = top + height / 2;
    for (size_t i = 0; i < lines->n_endings; i++) {
        lines->endings[i].y = MAX(lines->endings[i].end.y, least);
        least = lines->endings[i].y + height;
    }
    double most = bottom - height / 2;
    for (size_t i = lines->n_endings; i-- > 0;) {
        lines->endings[i].y = MIN(lines->endings[i].y, most);
        most = lines->endings[i].y - height;
    }
}

static void place_ending(const struct lines *lines, const struct ending *ending, double x, bool has_value)
{
    struct sketch *sketch = lines->sketch;
    double em = lines->em, up = has_value ? NAME_LINE * em / 2 : 0;
    const struct chart_point leader[] = {{ending->end.x + 0.35 * em, ending->end.y}, {x - 0.3 * em, ending->y}};
    /* Over years without data the leader must not look like the line. */
    if (!ending->is_empty && leader[1].x > leader[0].x)
        sketch_path(sketch, is_cut_short(lines, ending->row) ? PAINT_RULE : series_paints[ending->series],
                    (struct chart_path){.points = leader, .n_points = 2, .thickness = sketch_hairline(sketch)});
    if (!ending->is_empty)
        series_place_marker(sketch, ending->series, (struct chart_point){x + KEY * em / 3, ending->y}, MARKER * em);
    x += KEY * em;
    sketch_text(sketch, PAINT_INK,
                (struct chart_text){.words = ending->name.words,
                                    .x = x,
                                    .y = baseline_at(ending->y - up, em),
                                    .width = ending->name.width,
                                    .size = em,
                                    .bold = true});
    if (has_value)
        sketch_text(sketch, PAINT_MUTED,
                    (struct chart_text){.words = ending->value.words,
                                        .x = x,
                                        .y = baseline_at(ending->y + up, em),
                                        .width = ending->value.width,
                                        .size = em});
}

static void place_endings(struct lines *lines)
{
    const struct chart_rect *plot = &lines->upright.plot;
    double em = lines->em, two = 2 * NAME_LINE * em + 0.3 * em;
    bool has_value = two * (double)lines->n_endings <= plot->height;
    for (size_t i = 0; i < lines->n_endings; i++)
        lines->endings[i].end = lines->endings[i].is_empty
                                    ? (struct chart_point){plot->x + plot->width, plot->y + plot->height}
                                    : point_at(lines, lines->endings[i].row);
    part_endings(lines, has_value ? two : NAME_LINE * em, plot->y, plot->y + plot->height);
    for (size_t i = 0; i < lines->n_endings; i++)
        place_ending(lines, &lines->endings[i], plot->x + plot->width + BEFORE_NAME * em / 2, has_value);
}

static void place_plot(struct lines *lines, struct chart_rect area)
{
    struct sketch *sketch = lines->sketch;
    size_t n_rows = sketch->spec->data->n_rows, n_drawn = 0;
    struct datum *drawn = ARENA_ARRAY(sketch->arena, struct datum, n_rows);
    for (size_t i = 0; i < n_rows; i++)
        if (is_drawn(lines, i))
            drawn[n_drawn++] = lines->rows[i];
    int64_t low, high;
    columns_range(drawn, n_drawn, &low, &high);
    word_endings(lines, area.width * NAME_SHARE);
    area.width -= lines->names_width + (BEFORE_NAME / 2 + KEY) * lines->em;
    lines->upright = upright_open(sketch, area, low, high, lines->places.n_names, 0.6 * lines->em, WORDS_SHARE);
    lines->upright.at_edges = true;
    upright_place(&lines->upright);
    upright_place_zero(&lines->upright);
    for (size_t i = lines->series.n_names; i-- > 0;) {
        place_line(lines, i);
        place_markers(lines, i);
    }
    place_endings(lines);
    upright_name(&lines->upright, lines->places.names);
    sketch->n_shown = n_drawn;
}

double lines_place(struct sketch *sketch, struct chart_rect area)
{
    double em = sketch->size->label, height = sketch_plot_height(sketch, area);
    size_t n_rows = sketch->spec->data->n_rows;
    struct lines lines = {.sketch = sketch,
                          .em = em,
                          .rows = rows_all(sketch),
                          .series = rows_groups(sketch, CHART_SERIES, SERIES_MOST_LINES),
                          .places = rows_groups(sketch, CHART_LABEL, n_rows)};
    double rest = 0;
    for (size_t i = 0; i < n_rows; i++)
        rest = is_drawn(&lines, i) ? rest : COUNT_LINE * em;
    place_plot(&lines, (struct chart_rect){area.x, area.y, area.width, height - rest});
    sketch_count_hidden(sketch, n_rows - sketch->n_shown,
                        (struct chart_rect){area.x, area.y + height - rest, area.width, rest});
    return height;
}

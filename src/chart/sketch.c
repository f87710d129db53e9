/* Adding items; the one place where numbers enter a layout, so the one place that keeps them finite. */
#include "chart/sketch.h"

#include "base/money.h"

#include <math.h>
#include <string.h>

/* Larger than any page, small enough for cairo's fixed point. */
static const double FARTHEST = 1e6;

/* In ems of label size. */
static const double HATCH = 0.4;      /* between two strokes */
static const double GRID_AIR = 0.3;   /* left and right of words on a line of the grid */
static const double GRID_LEAST = 1.3; /* shorter pieces are left out */

enum { MOST_HATCHES = 2000 };

static double tame(double value)
{
    return isfinite(value) ? CLAMP(value, -FARTHEST, FARTHEST) : 0;
}

struct ruler sketch_ruler(const struct sketch *sketch, double size, bool bold)
{
    return (struct ruler){.arena = sketch->arena, .measure = sketch->measure, .size = size, .bold = bold};
}

static struct chart_item *add(struct sketch *sketch, enum chart_item_kind kind, enum chart_paint paint)
{
    if (sketch->n_items == sketch->capacity) {
        size_t capacity = MAX(64, sketch->capacity * 2);
        struct chart_item *items = ARENA_ARRAY(sketch->arena, struct chart_item, capacity);
        if (sketch->n_items)
            memcpy(items, sketch->items, sketch->n_items * sizeof *items);
        sketch->items = items;
        sketch->capacity = capacity;
    }
    struct chart_item *item = &sketch->items[sketch->n_items++];
    *item = (struct chart_item){.kind = kind, .paint = paint, .mark = sketch->mark};
    return item;
}

void sketch_rect(struct sketch *sketch, enum chart_paint paint, struct chart_rect rect)
{
    add(sketch, CHART_RECT, paint)->rect = (struct chart_rect){
        .x = tame(rect.x), .y = tame(rect.y), .width = MAX(0, tame(rect.width)), .height = MAX(0, tame(rect.height))};
}

void sketch_strokes(struct sketch *sketch, enum chart_paint paint, struct chart_strokes strokes)
{
    if (!strokes.n_segments)
        return;
    struct chart_segment *segments = ARENA_ARRAY(sketch->arena, struct chart_segment, strokes.n_segments);
    for (size_t i = 0; i < strokes.n_segments; i++) {
        const struct chart_segment *from = &strokes.segments[i];
        segments[i] = (struct chart_segment){tame(from->x1), tame(from->y1), tame(from->x2), tame(from->y2)};
    }
    strokes.segments = segments;
    strokes.thickness = tame(strokes.thickness);
    add(sketch, CHART_STROKES, paint)->strokes = strokes;
}

void sketch_line(struct sketch *sketch, enum chart_paint paint, struct chart_segment segment)
{
    sketch_strokes(sketch, paint,
                   (struct chart_strokes){.segments = &segment, .n_segments = 1, .thickness = sketch_hairline(sketch)});
}

void sketch_grid(struct sketch *sketch, enum chart_paint paint, struct chart_segment segment)
{
    sketch_strokes(sketch, paint,
                   (struct chart_strokes){
                       .segments = &segment, .n_segments = 1, .thickness = sketch_hairline(sketch), .yields = true});
}

void sketch_path(struct sketch *sketch, enum chart_paint paint, struct chart_path path)
{
    if (path.n_points < 2)
        return;
    struct chart_point *points = ARENA_ARRAY(sketch->arena, struct chart_point, path.n_points);
    for (size_t i = 0; i < path.n_points; i++)
        points[i] = (struct chart_point){tame(path.points[i].x), tame(path.points[i].y)};
    path.points = points;
    path.thickness = tame(path.thickness);
    add(sketch, CHART_PATH, paint)->path = path;
}

void sketch_circle(struct sketch *sketch, enum chart_paint paint, struct chart_circle circle)
{
    add(sketch, CHART_CIRCLE, paint)->circle = (struct chart_circle){.x = tame(circle.x),
                                                                     .y = tame(circle.y),
                                                                     .radius = MAX(0, tame(circle.radius)),
                                                                     .thickness = MAX(0, tame(circle.thickness))};
}

void sketch_text(struct sketch *sketch, enum chart_paint paint, struct chart_text text)
{
    if (!*text.words)
        return;
    if (text.width == 0) {
        struct ruler ruler = sketch_ruler(sketch, text.size, text.bold);
        text.width = ruler_width(&ruler, text.words);
    }
    text.x = tame(text.x);
    text.y = tame(text.y);
    text.width = tame(text.width);
    add(sketch, CHART_TEXT, paint)->text = text;
}

void sketch_lines(struct sketch *sketch, enum chart_paint paint, const struct words_lines *lines,
                  struct chart_text first, double leading)
{
    for (size_t i = 0; i < lines->n_lines; i++) {
        struct chart_text text = first;
        text.words = lines->lines[i].words;
        text.width = lines->lines[i].width;
        text.y += (double)i * leading;
        sketch_text(sketch, paint, text);
    }
}

double sketch_words(struct sketch *sketch, enum chart_paint paint, const char *words, struct chart_rect line)
{
    double size = sketch->size->label;
    struct ruler ruler = sketch_ruler(sketch, size, false);
    struct fitted fitted = words_fit(&ruler, words, line.width);
    sketch_text(sketch, paint,
                (struct chart_text){.words = fitted.words,
                                    .x = line.x,
                                    .y = baseline_at(line.y + line.height / 2, size),
                                    .width = fitted.width,
                                    .size = size});
    return fitted.width;
}

void sketch_outline(struct sketch *sketch, enum chart_paint paint, struct chart_rect rect)
{
    double line = sketch_hairline(sketch), half_width = MIN(line, rect.width) / 2,
           half_height = MIN(line, rect.height) / 2;
    double left = rect.x + half_width, right = rect.x + rect.width - half_width;
    double top = rect.y + half_height, bottom = rect.y + rect.height - half_height;
    const struct chart_point corners[] = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    sketch_path(sketch, paint,
                (struct chart_path){.points = corners, .n_points = 4, .is_closed = true, .thickness = line});
}

void sketch_fill(struct sketch *sketch, enum chart_paint paint, struct chart_rect rect)
{
    sketch_rect(sketch, paint, rect);
    if (paint == PAINT_CLASS_1)
        sketch_outline(sketch, PAINT_CLASS_3, rect);
}

/* Strokes cut at the sides of RECT. */
static size_t hatch_segments(struct chart_rect rect, double step, struct chart_segment *segments)
{
    double bottom = rect.y + rect.height, end = rect.x + rect.width;
    size_t n_segments = 0;
    for (double x = rect.x - rect.height + step; x < end && n_segments < MOST_HATCHES; x += step) {
        double from = MAX(x, rect.x), to = MIN(x + rect.height, end);
        segments[n_segments++] = (struct chart_segment){from, bottom - (from - x), to, bottom - (to - x)};
    }
    return n_segments;
}

void sketch_hatch(struct sketch *sketch, enum chart_paint paint, struct chart_rect rect)
{
    double em = sketch->size->label;
    struct chart_segment *segments = ARENA_ROOM(sketch->arena, struct chart_segment, MOST_HATCHES);
    sketch_rect(sketch, PAINT_PAGE, rect);
    sketch_strokes(sketch, paint,
                   (struct chart_strokes){.segments = segments,
                                          .n_segments = hatch_segments(rect, em * HATCH, segments),
                                          .thickness = em * 0.1});
    sketch_outline(sketch, paint, rect);
}

static struct chart_rect circle_box(const struct chart_circle *circle)
{
    double reach = circle->radius + circle->thickness / 2;
    return (struct chart_rect){circle->x - reach, circle->y - reach, 2 * reach, 2 * reach};
}

bool sketch_is_free(const struct sketch *sketch, struct chart_rect box)
{
    for (size_t i = 1; i < sketch->n_items; i++) {
        const struct chart_item *item = &sketch->items[i];
        struct chart_rect taken = {0};
        if (item->kind == CHART_TEXT)
            taken = chart_text_box(&item->text);
        else if (item->kind == CHART_RECT && item->mark)
            taken = item->rect;
        else if (item->kind == CHART_CIRCLE && item->mark)
            taken = circle_box(&item->circle);
        if (chart_rects_meet(&taken, &box))
            return false;
    }
    return true;
}

/* WORDS with the number N in LINE. */
static void say_count(struct sketch *sketch, const char *words, size_t n, struct chart_rect line)
{
    if (!n)
        return;
    const char *count = integer_grouped(sketch->arena, (int64_t)n);
    line.height = MIN(line.height, 1.5 * sketch->size->label);
    sketch_words(sketch, PAINT_MUTED, catalog_format(sketch->arena, sketch->spec->catalog, words, "n", count, NULL),
                 line);
}

void sketch_count_rest(struct sketch *sketch, size_t n_rest, struct chart_rect line)
{
    say_count(sketch, N_("and {n} more"), n_rest, line);
}

void sketch_count_hidden(struct sketch *sketch, size_t n_hidden, struct chart_rect line)
{
    say_count(sketch, N_("Rows not shown: {n}"), n_hidden, line);
}

double sketch_plot_height(const struct sketch *sketch, struct chart_rect area)
{
    double em = sketch->size->label;
    return area.height > 0 ? area.height : CLAMP(area.width * 0.5, 16 * em, 28 * em);
}

double sketch_crisp(const struct sketch *sketch, double x)
{
    return sketch->size->is_points ? x : floor(x) + 0.5;
}

struct gap {
    double from, to;
};

static int compare_gaps(const void *a, const void *b)
{
    const struct gap *left = a, *right = b;
    return (left->from > right->from) - (left->from < right->from);
}

/* Where words stand on LINE: along it, with a little air. */
static size_t find_gaps(const struct sketch *sketch, const struct chart_segment *line, struct gap *gaps)
{
    size_t n_gaps = 0;
    bool upright = line->x1 == line->x2;
    double air = sketch->size->label * GRID_AIR;
    struct chart_rect box = {MIN(line->x1, line->x2), MIN(line->y1, line->y2), fabs(line->x2 - line->x1),
                             fabs(line->y2 - line->y1)};
    for (size_t i = 1; i < sketch->n_items; i++) {
        if (sketch->items[i].kind != CHART_TEXT)
            continue;
        struct chart_rect text = chart_text_box(&sketch->items[i].text);
        double x = upright ? air : air * 2, y = upright ? air / 2 : air / 3;
        text = (struct chart_rect){text.x - x, text.y - y, text.width + 2 * x, text.height + 2 * y};
        if (!(text.x <= box.x + box.width && box.x <= text.x + text.width && text.y <= box.y + box.height &&
              box.y <= text.y + text.height))
            continue;
        gaps[n_gaps++] =
            upright ? (struct gap){text.y, text.y + text.height} : (struct gap){text.x, text.x + text.width};
    }
    return n_gaps;
}

/* The pieces of LINE between its gaps. */
static size_t cut(const struct chart_segment *line, const struct gap *gaps, size_t n_gaps, double least,
                  struct chart_segment *pieces)
{
    bool upright = line->x1 == line->x2;
    double from = upright ? line->y1 : line->x1, end = upright ? line->y2 : line->x2;
    size_t n_pieces = 0;
    for (size_t i = 0; i <= n_gaps; i++) {
        double to = i < n_gaps ? MIN(gaps[i].from, end) : end;
        bool is_end = from == (upright ? line->y1 : line->x1) || i == n_gaps;
        if (to - from > (is_end ? 0.5 : 1) * least || (n_gaps == 0 && to > from))
            pieces[n_pieces++] = upright ? (struct chart_segment){line->x1, from, line->x1, to}
                                         : (struct chart_segment){from, line->y1, to, line->y1};
        if (i < n_gaps)
            from = MAX(from, gaps[i].to);
    }
    return n_pieces;
}

void sketch_finish(struct sketch *sketch)
{
    struct gap *gaps = ARENA_ARRAY(sketch->arena, struct gap, sketch->n_items);
    size_t n_kept = 0;
    for (size_t i = 0; i < sketch->n_items; i++) {
        struct chart_item item = sketch->items[i];
        if (item.kind == CHART_STROKES && item.strokes.yields) {
            const struct chart_segment *line = item.strokes.segments;
            size_t n_gaps = find_gaps(sketch, line, gaps);
            qsort(gaps, n_gaps, sizeof *gaps, compare_gaps);
            struct chart_segment *pieces = ARENA_ARRAY(sketch->arena, struct chart_segment, n_gaps + 1);
            item.strokes.n_segments = cut(line, gaps, n_gaps, sketch->size->label * GRID_LEAST, pieces);
            item.strokes.segments = pieces;
            if (!item.strokes.n_segments)
                continue;
        }
        sketch->items[n_kept++] = item;
    }
    sketch->n_items = n_kept;
}

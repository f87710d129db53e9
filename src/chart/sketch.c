/* Adding items; the one place where numbers enter a layout, so the one place that keeps them finite. */
#include "chart/sketch.h"

#include <math.h>
#include <string.h>

/* Larger than any page, small enough for cairo's fixed point. */
static const double FARTHEST = 1e6;

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

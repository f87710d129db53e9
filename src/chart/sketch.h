/* A layout in the making: things are added in painting order. Private to chart; a chart kind is a function that adds
 * its items to a sketch. */
#ifndef PROVISO_CHART_SKETCH_H
#define PROVISO_CHART_SKETCH_H

#include "chart/words.h"

struct sketch {
    struct arena *arena;
    const struct chart_spec *spec;
    const struct chart_size *size;
    const struct text_measure *measure;
    const struct chart_mark *mark; /* the row that what is added next belongs to, or NULL */
    struct chart_item *items;
    size_t n_items, capacity;
    size_t n_shown;
};

struct ruler sketch_ruler(const struct sketch *sketch, double size, bool bold);

void sketch_rect(struct sketch *sketch, enum chart_paint paint, struct chart_rect rect);

/* The segments are copied. None: nothing is added. */
void sketch_strokes(struct sketch *sketch, enum chart_paint paint, struct chart_strokes strokes);

/* Empty words: nothing is added. The width is measured when it is 0. */
void sketch_text(struct sketch *sketch, enum chart_paint paint, struct chart_text text);

/* Baseline of one line of text of SIZE whose capitals are centred on MIDDLE. */
static inline double baseline_at(double middle, double size)
{
    return middle + 0.364 * size;
}

#endif

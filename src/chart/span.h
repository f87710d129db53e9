/* A level time axis: where a day stands between left and right, its ticks and grid. Private to chart. */
#ifndef PROVISO_CHART_SPAN_H
#define PROVISO_CHART_SPAN_H

#include "chart/sketch.h"

enum { SPAN_MOST_TICKS = 24 };

struct span {
    int64_t first, last; /* days since 1970; first < last */
    double left, right;
    size_t n_ticks;
    int64_t ticks[SPAN_MOST_TICKS];
    struct fitted words[SPAN_MOST_TICKS];
};

/* From FIRST to LAST with a little air at both ends, ticked as finely as the words have room. */
struct span span_choose(const struct sketch *sketch, int64_t first, int64_t last, double left, double right);

double span_x(const struct span *span, int64_t day);

/* Adds words on BASELINE and a grid from TOP to BOTTOM. */
void span_place(const struct span *span, struct sketch *sketch, double baseline, double top, double bottom);

/* Adds the line of DAY, which the spec asks about, from top to bottom of PLOT, and its words at the height MIDDLE. */
void span_place_as_of(const struct span *span, struct sketch *sketch, int64_t day, struct chart_rect plot,
                      double middle);

#endif

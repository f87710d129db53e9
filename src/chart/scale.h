/* A level value axis: where a value stands between left and right, its ticks and grid. Private to chart. */
#ifndef PROVISO_CHART_SCALE_H
#define PROVISO_CHART_SCALE_H

#include "chart/axis.h"
#include "chart/sketch.h"

struct scale {
    int64_t low, high;      /* what it covers; low <= 0 <= high */
    double left, right;     /* what may stand between */
    double zero, per_value; /* x of 0; length of 1 */
    struct axis axis;
    struct chart_text ticks[AXIS_MOST_TICKS];
};

/* Something at a value that takes room left and right of it. */
struct reach {
    int64_t value;
    double before, after;
};

/* The largest scale at which nothing reaches over left or right. */
void scale_fit(struct scale *scale, const struct reach *reaches, size_t n_reaches);

double scale_x(const struct scale *scale, int64_t value);

/* As many ticks as have room for their words on the BASELINE; words may begin at LEAST. */
void scale_tick(struct scale *scale, const struct value_words *words, const struct ruler *ruler, double least,
                double baseline);

/* Adds the words of the ticks and a grid from TOP to BOTTOM; zero's line is place_zero's. */
void scale_place(const struct scale *scale, struct sketch *sketch, double top, double bottom);
void scale_place_zero(const struct scale *scale, struct sketch *sketch, double top, double bottom);

#endif

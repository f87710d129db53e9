/* The shapes that stand for positions. Private to chart. */
#ifndef PROVISO_CHART_SHAPE_H
#define PROVISO_CHART_SHAPE_H

#include "chart/sketch.h"

/* Adds SHAPE in a square of side SIZE round X, Y; nothing for SHAPES. */
void shape_place(struct sketch *sketch, enum chart_shape shape, double x, double y, double size);

/* The shape of a value of the spec's signs (NULL: of none); SHAPES when it has none. */
enum chart_shape shape_find(const struct sketch *sketch, const char *value);

/* The shape of the row's position; SHAPES when it has none. */
enum chart_shape shape_of(const struct sketch *sketch, size_t row);

#endif

/* The colours of series in their order, and the shapes that tell them apart without colour. Private to chart. */
#ifndef PROVISO_CHART_SERIES_H
#define PROVISO_CHART_SERIES_H

#include "chart/sketch.h"

enum { SERIES_MOST_LINES = 4, SERIES_MOST_PARTS = 5 };

/* Okabe-Ito; the fifth needs an outline. The rest is PAINT_REST. */
static const enum chart_paint series_paints[SERIES_MOST_PARTS] = {PAINT_BAR, PAINT_SECOND, PAINT_THIRD, PAINT_FOURTH,
                                                                  PAINT_FIFTH};

/* The marker of a line, one of the first SERIES_MOST_LINES: a disc of RADIUS, or another shape that weighs as much. */
void series_place_marker(struct sketch *sketch, size_t series, struct chart_point at, double radius);

#endif

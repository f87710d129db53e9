/* The colours of series in their order. Private to chart. */
#ifndef PROVISO_CHART_SERIES_H
#define PROVISO_CHART_SERIES_H

#include "chart/layout.h"

enum { SERIES_MOST_LINES = 4, SERIES_MOST_PARTS = 5 };

/* Okabe-Ito; the fifth needs an outline. The rest is PAINT_REST. */
static const enum chart_paint series_paints[SERIES_MOST_PARTS] = {PAINT_BAR, PAINT_SECOND, PAINT_THIRD, PAINT_FOURTH,
                                                                  PAINT_FIFTH};

#endif

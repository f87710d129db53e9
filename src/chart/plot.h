/* A panel of ranked bars with its scale: the arithmetic that panel.c draws from. Private to chart. */
#ifndef PROVISO_CHART_PLOT_H
#define PROVISO_CHART_PLOT_H

#include "chart/bars.h"
#include "chart/scale.h"

struct plot {
    const struct bars *bars;
    const struct panel *panel;
    double em;          /* label size: the unit of all distances */
    double heading;     /* baseline */
    double top;         /* of the first row */
    struct scale scale; /* of bars and their labels */
};

/* Fits the shown labels, then the scale, then the axis. Only the top and the width of AREA count. */
struct plot plot_panel(const struct bars *bars, const struct panel *panel, struct chart_rect area);

/* The value a bar is drawn to: a flagged one ends where the axis ends. */
int64_t plot_value(const struct plot *plot, const struct bar *bar);

double plot_row_top(const struct plot *plot, size_t i); /* i == n_shown: the bottom of the last */

struct chart_rect plot_bar(const struct plot *plot, size_t i);
struct chart_text plot_label(const struct plot *plot, size_t i);

struct chart_text plot_name(const struct plot *plot, size_t i, double x); /* set at X */

#endif

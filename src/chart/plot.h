/* A panel of ranked bars with its scale: the arithmetic that panel.c draws from. Private to chart. */
#ifndef PROVISO_CHART_PLOT_H
#define PROVISO_CHART_PLOT_H

#include "chart/bars.h"

struct plot {
    const struct bars *bars;
    const struct panel *panel;
    double em;              /* label size: the unit of all distances */
    double left, right;     /* of bars and their labels */
    double zero, per_value; /* x of 0; length of 1 */
    double heading, ticks;  /* baselines */
    double top;             /* of the first row */
    struct axis axis;
    struct chart_text tick_words[AXIS_MOST_TICKS];
};

/* Fits the shown labels, then the scale, then the axis. Only the top and the width of AREA count. */
struct plot plot_panel(const struct bars *bars, const struct panel *panel, struct chart_rect area);

double plot_x(const struct plot *plot, int64_t value);

/* X moved to where a hairline is crisp. */
double plot_crisp(const struct plot *plot, double x);

/* The value a bar is drawn to: a flagged one ends where the axis ends. */
int64_t plot_value(const struct plot *plot, const struct bar *bar);

double plot_row_top(const struct plot *plot, size_t i); /* i == n_shown: the bottom of the last */

struct chart_rect plot_bar(const struct plot *plot, size_t i);
struct chart_text plot_label(const struct plot *plot, size_t i);

struct chart_text plot_name(const struct plot *plot, size_t i, double x); /* set at X */

/* Height of the line in which a name stands above its bar; 0 when names stand beside. */
double plot_name_line(const struct plot *plot);

#endif

/* Ranked bars: a row of the data is a name, a bar from zero and its value in words. Private to chart.
 * bars.c decides what is shown, panel.c where it stands. */
#ifndef PROVISO_CHART_BARS_H
#define PROVISO_CHART_BARS_H

#include "chart/rows.h"

/* As many bars of a panel without a value for one reason as are still shown one by one. */
enum { FEW_WITHOUT = 10 };

struct bar {
    struct datum datum;
    struct fitted name;
    struct fitted label; /* the value, or why there is none */
    const struct chart_mark *mark;
};

/* Consecutive rows with an axis of their own. */
struct panel {
    const char *heading; /* "" for none */
    struct bar *bars;
    size_t n_bars;
    size_t n_alike;    /* of them, the last, which have no value for one reason: counted, not shown */
    size_t n_shown;    /* the first so many */
    int64_t low, high; /* of the shown values that are not flagged, and 0 */
};

struct bars {
    struct sketch *sketch;
    struct value_words words;
    struct ruler label, heading; /* typefaces */
    struct panel *panels;
    size_t n_panels; /* shown */
    size_t n_rows;
    bool names_above;  /* too narrow for a name beside its bar */
    bool heads_apart;  /* headings stand above the axis, not beside it */
    double name_width; /* 0 when names stand above */
    double row;        /* height */
};

/* Height of a panel without its rows. */
double panel_head_height(const struct bars *bars);

/* The least height of a row in which no text meets another. */
double panel_least_row(const struct bars *bars);

/* Space between two panels. */
double panel_gap(const struct bars *bars);

/* Adds one panel at the top of AREA (its height is not looked at); returns the height used. */
double panel_place(const struct bars *bars, const struct panel *panel, struct chart_rect area);

#endif

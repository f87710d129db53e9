/* An upright value axis with categories below it: columns and lines stand in it. Private to chart. */
#ifndef PROVISO_CHART_UPRIGHT_H
#define PROVISO_CHART_UPRIGHT_H

#include "chart/rows.h"

struct upright {
    struct sketch *sketch;
    double em;
    struct chart_rect plot; /* of the marks */
    double zero, per_value; /* y of 0; length of 1 */
    struct axis axis;
    const char *words[AXIS_MOST_TICKS];
    double words_width; /* of the widest tick's, with its air; 0 when they are not shown */
    size_t n_places;    /* along the axis */
    bool at_edges;      /* the first and the last place stand at the sides of the plot, not in slots */
};

/* Puts an axis from low to high and N_PLACES places into AREA. The words of the ticks stand left of the plot
 * where they take no more than WORDS_SHARE of the width; HEADROOM is left free above the highest value and below the
 * lowest negative. */
struct upright upright_open(struct sketch *sketch, struct chart_rect area, int64_t low, int64_t high, size_t n_places,
                            double headroom, double words_share);

double upright_y(const struct upright *upright, int64_t value);
double upright_x(const struct upright *upright, size_t place); /* the middle of its slot */
double upright_slot(const struct upright *upright);            /* its width */

/* Adds the words and lines of the ticks. The line of zero goes over the marks, so it is added last. */
void upright_place(const struct upright *upright);
void upright_place_zero(const struct upright *upright);

/* Names the places below the plot: all, or every so many that have room and take in the first and the last, or the last
 * alone. */
void upright_name(const struct upright *upright, const char *const *names);

#endif

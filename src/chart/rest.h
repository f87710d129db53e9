/* How many rows a chart leaves off, and why: "and 1 without a date, and 3 without room: the older". Private to
 * chart. */
#ifndef PROVISO_CHART_REST_H
#define PROVISO_CHART_REST_H

#include "chart/sketch.h"

struct rest {
    struct sketch *sketch;
    const char *words; /* so far; "" at first */
    size_t n_all;      /* the sum of the counts */
    size_t n_needed;   /* bytes of the words through the last count */
    bool has_reason;   /* after the last count */
};

/* Adds MESSAGE with the number N; nothing when N is 0. */
void rest_count(struct rest *rest, const char *message, size_t n);

/* Adds MESSAGE with NAME as a reason of the count before it. */
void rest_reason(struct rest *rest, const char *message, const char *name);

/* Adds the words to the sketch, reasons cut to LINE, or one count of all where LINE has no room for each; the height
 * that they take. */
double rest_place(const struct rest *rest, struct chart_rect line);

#endif

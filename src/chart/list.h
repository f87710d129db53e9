/* Rows under one another, each a name and the kind's own drawing beside it, or below it where the page is narrow.
 * Private to chart. */
#ifndef PROVISO_CHART_LIST_H
#define PROVISO_CHART_LIST_H

#include "chart/rows.h"

/* Lengths in the layout's unit. */
struct list_form {
    size_t n_rows;
    double head;         /* above the first row */
    double extra;        /* above the drawing of each row, for words of its own */
    const double *below; /* below the drawing of each row, for more of its words; NULL: nothing */
    const char *const *names;
};

struct list {
    struct sketch *sketch;
    struct ruler label;
    struct chart_rect area;
    double em;
    struct list_form form;
    size_t n_shown;
    struct words_lines *names; /* of the shown rows */
    bool names_above;
    double name_width;  /* 0 when names stand above */
    double row;         /* height */
    double left, right; /* of the drawing */
};

/* Decides how many rows fit in AREA (height 0: all), and where names and drawings stand. */
struct list list_open(struct sketch *sketch, struct chart_rect area, struct list_form form);

double list_top(const struct list *list, size_t i);    /* i == n_shown: the bottom of the last */
double list_middle(const struct list *list, size_t i); /* of the drawing */

/* Height of what is drawn in a row, even in pixels. */
double list_thickness(const struct list *list);

void list_place_name(const struct list *list, size_t i);

/* Counts the rows left off; returns the height used. */
double list_close(const struct list *list);

#endif

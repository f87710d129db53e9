/* Upright bars from zero, of a column chart or of one of many small ones. Private to chart. */
#ifndef PROVISO_CHART_COLUMNS_H
#define PROVISO_CHART_COLUMNS_H

#include "chart/key.h"
#include "chart/upright.h"

/* A column of a plot. */
struct column_mark {
    struct datum datum;
    size_t place;
};

/* The lowest and highest value that is not flagged, and 0. */
void columns_range(const struct datum *rows, size_t n_rows, int64_t *low, int64_t *high);

/* Adds the column of a row, its mark named after NAME: filled, hatched where it is flagged (cut at the axis' end), a
 * hatched stub where there is no value. */
void columns_mark(const struct upright *upright, const struct column_mark *column, const char *name);

/* Adds TEXT, the words of a value, where it has room in the plot: where it stands, or above the stubs of columns
 * without a value. */
void columns_label(const struct upright *upright, enum chart_paint paint, struct chart_text text);

/* What hatching means in these rows; at most 2 entries. Returns how many. */
size_t columns_hatching(const struct sketch *sketch, const struct datum *rows, size_t n_rows,
                        struct key_entry *entries);

#endif

/* Rows of a drawing as a zlib stream (RFC 1950, 1951). General compressors look for repetition everywhere; a drawing
 * repeats the byte before and the row above, and looking only there is several times as fast. Private to chart. */
#ifndef PROVISO_CHART_FLATE_H
#define PROVISO_CHART_FLATE_H

#include "chart/scratch.h"

#include <glib.h>

enum { FLATE_LONGEST_ROW = 32768 };

/* Appends the stream of N_ROWS rows of ROW (1..FLATE_LONGEST_ROW) bytes each. */
void flate_rows(struct scratch *scratch, const unsigned char *rows, size_t row, size_t n_rows, GString *out);

#endif

/* Long rows as a matrix: for comparisons, the status of many, lanes of a timeline, small multiples. */
#ifndef PROVISO_APP_PIVOT_H
#define PROVISO_APP_PIVOT_H

#include "app/question.h"
#include "base/result.h"

/* The matrix of ROWS of the question's resource, which has a pivot: the columns of PIVOT->row with their addresses,
 * then one for each value of PIVOT->column, named after the value. A second cell for the same place begins another
 * line, so nothing is lost. NULL on an error. */
struct result *pivot_result(const struct question *question, const struct result *rows, GError **error);

/* How many of the first N rows make whole lines: a page ends where a line ends, if a line ends on it. */
size_t pivot_whole(const struct result *rows, const struct pivot *pivot, size_t n);

#endif

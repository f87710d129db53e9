/* Long rows as a matrix: for comparisons, the status of many, lanes of a timeline, small multiples. */
#ifndef PROVISO_APP_PIVOT_H
#define PROVISO_APP_PIVOT_H

#include "app/question.h"
#include "base/result.h"

/* A column X of the matrix that stands for a value with an address has that in each line, as X_head_url. */
#define PIVOT_HEAD_URL "_head_url"

/* The matrix of ROWS of the question's resource, which has a pivot: the columns of PIVOT->row with their addresses,
 * then one for each value of PIVOT->column, named after the value. A second cell for the same place begins another
 * line, so nothing is lost. NULL on an error. */
struct result *pivot_result(const struct question *question, const struct result *rows, GError **error);

/* How many rows are the lines that are whole among the first N; where none is, those of the first line. All rows: more
 * of the last line may follow. */
size_t pivot_whole(const struct result *rows, const struct pivot *pivot, size_t n);

#endif

/* The chart of a question as a spec with its words: title (the finding where the numbers prove one), subtitle, notes,
 * source, foot, alternative text and description. Needs no cairo. */
#ifndef PROVISO_APP_PICTURE_H
#define PROVISO_APP_PICTURE_H

#include "app/question.h"
#include "chart/spec.h"

/* Does this question have a chart? (Its resource has one and the parameter that it needs is given.) */
bool picture_exists(const struct question *question);

/* How many rows of the list a chart takes at most. */
enum { PICTURE_ROWS_MAX = 500 };

/* The spec for a question that has a chart, from its rows (linked; in the order asked for), which may be the first of
 * n_all. */
struct chart_spec picture_spec(const struct question *question, const struct result *rows, int64_t n_all);

#endif

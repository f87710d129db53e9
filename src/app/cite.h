/* How to cite a page and show its chart elsewhere. */
#ifndef PROVISO_APP_CITE_H
#define PROVISO_APP_CITE_H

#include "app/question.h"

/* One row, none where the question has no edition: title, fixed_url (this edition's page, absolute), image_url (its
 * chart as a picture, absolute; none without one), alternative, embed (markup to paste). VIEW is the row "page", CHART
 * the row "chart" or no row. Named "cite". */
struct result *cite_result(const struct question *question, const struct result *view, const struct result *chart);

#endif

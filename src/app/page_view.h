/* What a page says of itself: title, date, edition, addresses of its files and of the pages round it. */
#ifndef PROVISO_APP_PAGE_VIEW_H
#define PROVISO_APP_PAGE_VIEW_H

#include "app/question.h"

/* One row named "page". A question without an edition gives what can be said without one. */
struct result *page_view_new(const struct question *question);

/* Adds the place in the list: SHOWN of TOTAL rows, and the page that begins at CURSOR (NULL: none). */
void page_view_place(const struct question *question, struct result *view, size_t shown, int64_t total,
                     const char *cursor);

/* Adds why nothing is found, where nothing is, and whether one filter (form_filters) less would leave some rows. */
void page_view_filters(const struct question *question, struct result *view, const struct result *filters);

#endif

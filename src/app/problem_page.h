/* The page of a request that has no answer. */
#ifndef PROVISO_APP_PROBLEM_PAGE_H
#define PROVISO_APP_PROBLEM_PAGE_H

#include "app/question.h"

/* problem, without a row: what every other page has. */
struct result *problem_shape(struct arena *arena);

/* Renders the page; question may be NULL or half read. */
bool problem_page(struct app *app, struct arena *arena, const struct question *question, const GError *cause,
                  const char *request_id, GString *out);

#endif

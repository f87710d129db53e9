/* Ways to narrow a list, each with the number of rows it leaves. */
#ifndef PROVISO_APP_FACET_H
#define PROVISO_APP_FACET_H

#include "app/question.h"

/* The rows of the resource's facets: facet (the parameter's label), text, link, row_count; grouped by facet. Their
 * statement is told what TOTAL of the list (or NULL) says, by its columns' names. Of many values the first are told,
 * and a row without row_count says how many more the form has. A parameter that is given already has none. A resource
 * without facets gives none, nor does a list without rows; NULL on an error. */
struct result *facets_of(const struct question *question, const struct result *total, GError **error);

#endif

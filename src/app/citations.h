/* Numbers the sources of a page in the order in which its rows cite them. */
#ifndef PROVISO_APP_CITATIONS_H
#define PROVISO_APP_CITATIONS_H

#include "app/question.h"

struct citations;

/* NULL on an error. */
struct citations *citations_new(const struct question *question, GError **error);

/* Turns the sources column of a result, if it has one, from keys into a table of number and href, one row a source, in
 * place; gives the result. */
struct result *citations_number(struct citations *citations, struct result *result);

/* The same for one cell's keys (NULL: none). */
const struct result *citations_of(struct citations *citations, const char *keys);

/* The sources numbered so far, in that order: a result "cited" with their numbers. */
struct result *citations_list(const struct citations *citations);

/* The same for a page, with is_official_record: a long list does not say it of each. */
struct result *citations_shown(const struct citations *citations);

/* How many of the rows (NULL: none) cite a source of each kind: a result "source_kinds" of source_kind and row_count. A
 * row may cite several kinds. */
struct result *citations_kinds(struct citations *citations, const struct result *rows);

#endif

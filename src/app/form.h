/* The resource's form and the filters in force, as results: entries stay as typed, also when they are wrong. */
#ifndef PROVISO_APP_FORM_H
#define PROVISO_APP_FORM_H

#include "app/question.h"

/* fields: a row for each field, with its options in one cell; of one that takes several values, a row for each. */
struct result *form_fields(const struct question *question, GError **error);

/* filters: label, value in words, address without it (none where one must be given); for a list that IS_EMPTY also how
 * many rows it then has. */
struct result *form_filters(const struct question *question, bool is_empty, GError **error);

/* "WHAT, Label: value, ...": what is asked, in words, with each of the FILTERS. */
const char *form_filtered(struct arena *arena, const char *what, const struct result *filters);

/* carried: name and value of what the resource at PATH can be asked for as well, besides places; none where PATH is
 * NULL. */
struct result *form_carried(const struct question *question, const char *path);

/* errors: name, label, message, href (none where the question has no such field). */
struct result *form_errors(const struct question *question);

#endif

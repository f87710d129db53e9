/* A question within an answer: what an address of this site asks, asked for the one who is being answered. */
#ifndef PROVISO_APP_ASK_H
#define PROVISO_APP_ASK_H

#include "app/question.h"

/* RESOURCE with QUERY (encoded), in the words of ASKER. What is wrong with the query is ERROR_BAD_REQUEST with the
 * first problem's message; other errors are question_read's. */
struct question *ask(const struct question *asker, const struct resource *resource, const char *query, GError **error);

/* What ADDRESS asks: a path of this site below the prefix, with the extension of REPRESENTATION (NULL: none) and a
 * query. ERROR_NOT_FOUND: no list or record is there. */
struct question *ask_address(const struct question *asker, const char *address,
                             const struct representation *representation, GError **error);

/* ADDRESS without the edition in its query: what the newest says of it. */
const char *ask_newest(struct arena *arena, const char *address);

/* Adds NAME=VALUE, encoded. */
void ask_add(GString *query, const char *name, const char *value);

#endif

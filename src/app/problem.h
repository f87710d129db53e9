/* What went wrong, for the asker: the status, and words that the catalogue has. The one table from errors to statuses.
 */
#ifndef PROVISO_APP_PROBLEM_H
#define PROVISO_APP_PROBLEM_H

#include "app/question.h"

/* How errors of a code are answered. Titles are for machines, the rest are message ids. */
struct problem_kind {
    int status;
    const char *title, *heading;
    const char *message; /* where there are no words for the asker, or they stand beside the fields; NULL: none */
    bool is_told;        /* the error's own message is for the asker */
};
const struct problem_kind *problem_kind_of(const GError *error);

/* What the asker can do about it; NULL where the error's own message is for the log. */
const char *problem_words(const struct app *app, struct arena *arena, const GError *error);

/* Appends an RFC 9457 problem document: status, title, detail and one entry a field. */
void problem_json(struct arena *arena, const struct question *question, const GError *error, GString *out);

#endif

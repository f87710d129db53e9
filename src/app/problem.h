/* What went wrong, for the asker: the status, and words that the catalogue has. The one table from errors to statuses.
 */
#ifndef PROVISO_APP_PROBLEM_H
#define PROVISO_APP_PROBLEM_H

#include "app/question.h"

int problem_status(const GError *error);

/* What the asker can do about it; NULL where the error's own message is for the log. */
const char *problem_words(const struct app *app, struct arena *arena, const GError *error);

/* Appends an RFC 9457 problem document: status, title, detail and one entry a field. */
void problem_json(struct arena *arena, const struct question *question, const GError *error, GString *out);

#endif

/* The recipients an import was not sure of, as a CSV file that an editor completes: what stands in its jurisdiction_key
 * becomes an alias (and the recipient's identifiers do) when the file is imported. */
#ifndef PROVISO_IMPORT_REVIEW_H
#define PROVISO_IMPORT_REVIEW_H

#include "import/gazetteer.h"
#include "import/match.h"
#include "import/source.h"
#include "store/register.h"

/* Writes the unsure recipients of the import at hand, the most money first. */
bool review_write(struct register_store *reg, const char *path, GError **error);

/* Whether the header is a review file's. Reads one: rows whose jurisdiction_key is empty say nothing, the others are
 * counted. An answer that would not decide its recipient is reported. */
bool review_is(const struct source *source);
bool review_read(struct source *source, struct register_store *reg, struct gazetteer *gazetteer, int64_t *n_answers,
                 GError **error);

#endif

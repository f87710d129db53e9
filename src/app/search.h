/* Typed words as a full-text expression that cannot be a syntax error. */
#ifndef PROVISO_APP_SEARCH_H
#define PROVISO_APP_SEARCH_H

#include "base/catalog.h"

/* What is asked for with a text: its terms (store/terms.h), as statements take them. Of more than 32 the first count.
 */
struct search {
    const char *terms; /* with spaces between them, as whole names are kept */
    const char *match; /* as an expression for what has them all; a single letter is an initial, and the last word may
                          be begun when it has 3 letters or more. No terms: an expression that matches nothing */
    const char *words; /* as a JSON array */
    const char *said;  /* as a JSON array: of each of these what the reader says, who may have another name for it */
};

/* TEXT is valid UTF-8. States and kinds of demands are also asked for by what the catalogue calls them. */
struct search search_of(struct arena *arena, const struct catalog *catalog, const char *text);

#endif

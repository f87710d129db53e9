/* Typed words as a full-text expression that cannot be a syntax error. */
#ifndef PROVISO_APP_SEARCH_H
#define PROVISO_APP_SEARCH_H

#include "base/catalog.h"
#include "store/store.h"

enum search_place { SEARCH_TERMS, SEARCH_MATCH, SEARCH_WORDS, SEARCH_SAID, SEARCH_BINDINGS };

/* Binds what is asked for with TEXT, which is valid UTF-8: its terms (store/terms.h), of which the first 32 count; each
 * text in ARENA.
 * terms: with spaces between them, as whole names are kept.
 * match: as an expression for what has them all; a single letter is an initial, and the last word may be begun when it
 *        has 3 letters or more. No terms: an expression that matches nothing.
 * words: as a JSON array.
 * said:  as a JSON array: of each of these what the reader says, who may have another name for it.
 * States and kinds of demands are also asked for by what the catalogue calls them. */
void search_bind(struct arena *arena, const struct catalog *catalog, const char *text,
                 struct binding bindings[SEARCH_BINDINGS]);

#endif

/* Typed words as a full-text expression that cannot be a syntax error. */
#ifndef PROVISO_APP_SEARCH_H
#define PROVISO_APP_SEARCH_H

#include "base/arena.h"

/* Each of at most 8 words becomes a quoted phrase, the last one a prefix when it has 3 letters or more; words without a
 * letter or digit are left out. Nothing left: an expression that matches nothing. TEXT is valid UTF-8. */
const char *search_match(struct arena *arena, const char *text);

/* The words as a JSON array, without capitals and accents, as the index holds them: for finding what was meant. */
const char *search_words(struct arena *arena, const char *text);

#endif

/* What editions are made by, besides their rows. Private to store. */
#ifndef PROVISO_STORE_RECIPE_H
#define PROVISO_STORE_RECIPE_H

#include "base/arena.h"

#include <sqlite3.h>
#include <stdbool.h>

/* The statements of what narrows a list whose rows an edition keeps; NULL-terminated. */
extern const char *const recipe_facets[];

/* SHA-256 of the source, SQL and C, that fills the editions that this program makes. */
const char *recipe_own(struct arena *arena);

/* SHA-256 of the source of all that this program asks of an edition: the statements and the columns they give. */
const char *recipe_asked(void);

/* Whether the source that fills editions made this one. */
bool recipe_is_own(struct arena *arena, sqlite3 *edition);

/* Whether it did, and this program's own statements were tried on it when it was published. */
bool recipe_is_tried(struct arena *arena, sqlite3 *edition);

#endif

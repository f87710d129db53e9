/* What editions are made by, besides their rows. Private to store. */
#ifndef PROVISO_STORE_RECIPE_H
#define PROVISO_STORE_RECIPE_H

#include "base/arena.h"

#include <sqlite3.h>
#include <stdbool.h>

/* SHA-256 of the source, SQL and C, that fills the editions that this program makes. */
const char *recipe_own(struct arena *arena);

/* Whether it made the edition. */
bool recipe_is_own(struct arena *arena, sqlite3 *edition);

#endif

/* How many amounts there are of a size, and what they come to: kept at every few thousandth in the order of size, so
 * that a question about a size reads no more than those between. Private to store. */
#ifndef PROVISO_STORE_LEVEL_H
#define PROVISO_STORE_LEVEL_H

#include "base/error.h"

#include <stdbool.h>

struct sqlite3;

/* Fills amount_line and amount_level from award_span and funding_rollup, which must have their indices. */
bool level_fill(struct sqlite3 *db, GError **error);

#endif

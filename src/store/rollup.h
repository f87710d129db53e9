/* The roll-up of an edition's money. Private to store. */
#ifndef PROVISO_STORE_ROLLUP_H
#define PROVISO_STORE_ROLLUP_H

#include "store/margin.h"

/* Fills funding_rollup from the amounts that write/rollup_amounts.sql gives, in one pass in their order: what each cell
 * adds up to from each day on. Counted amounts are added, and stand alone. Where none counts, the amounts contradict
 * each other or cover the same money: the largest stands for them, with its reason. The sources are those of what
 * stands. What each row changes is added to the margins, and to what the jurisdiction's cells come to (subtotal.h),
 * which is written too. */
bool rollup_fill(struct sqlite3 *db, struct margins *margins, GError **error);

/* Adds those of the words in ADDED, space-separated, that SOURCES does not hold yet. */
void rollup_add_sources(GString *sources, const char *added);

#endif

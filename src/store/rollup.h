/* The roll-up of an edition's money. Private to store. */
#ifndef PROVISO_STORE_ROLLUP_H
#define PROVISO_STORE_ROLLUP_H

#include "store/margin.h"

/* Fills funding_rollup from the amounts that write/rollup_amounts.sql gives, in one pass in their order: what each cell
 * adds up to from each day on. Counted amounts are added. Amounts that are not counted contradict each other or cover
 * the same money: the largest stands for them, with its reason. What each row changes is added to the margins. */
bool rollup_fill(struct sqlite3 *db, struct margin *margin, GError **error);

#endif

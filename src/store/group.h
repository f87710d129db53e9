/* What all jurisdictions of a state and kind, of a kind, and all together have of each line of money, by day. Private
 * to store. */
#ifndef PROVISO_STORE_GROUP_H
#define PROVISO_STORE_GROUP_H

#include "base/error.h"

#include <stdbool.h>

struct sqlite3;

/* Fills group_money from jurisdiction_money and jurisdiction_known, group by group, so that only one of them and the
 * few wide ones are in memory. */
bool group_fill(struct sqlite3 *db, GError **error);

#endif

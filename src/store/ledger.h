/* The corrections ledger of an edition: every edition up to it, and row by row what each changed against the one
 * before. Private to store. */
#ifndef PROVISO_STORE_LEDGER_H
#define PROVISO_STORE_LEDGER_H

#include "store/build.h"

/* Fills edition_history and change of the new edition DB, whose public rows are there already: carries on the ledger of
 * plan->previous_path and compares the tables, and the columns, that both editions have. Without a previous edition
 * nothing has changed. An edition's rows get the plan's reason and source; a change_note that the previous edition
 * lacks gives the changes of its row its own. ERROR_DATA, ERROR_IO: the previous edition cannot be read. */
bool ledger_write(struct arena *arena, struct sqlite3 *db, const struct schema *schema, const struct edition_plan *plan,
                  const struct content *content, GError **error);

#endif

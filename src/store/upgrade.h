/* A register made by an earlier version of the program becomes one of this. Private to store. */
#ifndef PROVISO_STORE_UPGRADE_H
#define PROVISO_STORE_UPGRADE_H

#include "store/schema.h"

struct sqlite3;

/* Gives the tables of DB the columns that this version declares (PUBLIC: schema_read), in one transaction that keeps
 * every row. A new column is empty. A register that holds just what was shipped still counts as such. ERROR_DATA,
 * without the file's name: a table or column that this version does not have holds something, or a new column may not
 * be empty; then nothing was changed. To be called before foreign keys are enforced. */
bool upgrade_tables(struct arena *arena, struct sqlite3 *db, const struct schema *public, GError **error);

#endif

/* Checks of a whole set of public rows: a register during an import, an edition before it is put in place. Private to
 * store. The database has the temporary table of write/origin.sql; rows in it are reported by file and record, others
 * as "register:table/key". */
#ifndef PROVISO_STORE_CHECK_H
#define PROVISO_STORE_CHECK_H

#include "base/result.h"
#include "store/problem.h"
#include "store/schema.h"

struct sqlite3;

/* References, sources of facts, and the rules of write/check_rules.sql. False only when SQLite fails. */
bool check_rows(struct sqlite3 *db, const struct schema *schema, struct problems *problems, GError **error);

/* Every cell by itself, for rows that did not come through import. */
bool check_cells(struct sqlite3 *db, const struct schema *schema, const struct column *(*find_column)(const char *name),
                 struct problems *problems, GError **error);

#endif

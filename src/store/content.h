/* All public rows in one fixed order, and their hash. Private to store. */
#ifndef PROVISO_STORE_CONTENT_H
#define PROVISO_STORE_CONTENT_H

#include "base/result.h"
#include "store/schema.h"

struct sqlite3;

/* Called for a row; cells are in the order of the table's columns. They and what is in the arena last until it returns.
 */
typedef bool content_visit(void *self, struct arena *arena, const struct table *table, const struct cell *cells,
                           GError **error);

/* SCHEMA with only those tables and columns that the hash of the edition DB is over. One made before editions told this
 * has all the public columns that it was published with, and no others. */
const struct schema *content_schema(struct arena *arena, struct sqlite3 *db, const struct schema *schema,
                                    GError **error);

struct content {
    char hash[65];
    int64_t n_rows;
};

/* SHA-256 over one line a row, in the order above, each ended by a line feed: the JSON array of the table's name and
 * the row's cells, without spaces, in UTF-8 escaped no more than needed, reals with as few digits as give them back.
 * The same rows give the same hash wherever they are. Each row is also handed to VISIT, unless that is NULL. */
bool content_hash(struct sqlite3 *db, const struct schema *schema, content_visit *visit, void *self,
                  struct content *content, GError **error);

#endif

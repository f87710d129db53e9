/* Rows that are put into one table, many in a step: a statement that puts one finds its place in the table anew, which
 * costs as much as the row. Private to store. */
#ifndef PROVISO_STORE_BULK_H
#define PROVISO_STORE_BULK_H

#include "base/error.h"
#include "base/result.h"

struct sqlite3;
struct bulk;

/* For rows of n_columns cells, put by the file NAME, where {rows} stands for them. */
struct bulk *bulk_new(struct sqlite3 *db, const char *name, size_t n_columns, GError **error);
void bulk_free(struct bulk *bulk); /* bulk may be NULL */

/* Takes a row; text is copied. It is in the table no later than at the end. */
bool bulk_put(struct bulk *bulk, const struct cell *cells, GError **error);
bool bulk_end(struct bulk *bulk, GError **error);

#endif

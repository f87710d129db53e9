/* Rows that are put into one table, many in a step: a statement that puts one finds its place in the table anew, which
 * costs as much as the row. Private to store. */
#ifndef PROVISO_STORE_BULK_H
#define PROVISO_STORE_BULK_H

#include "base/error.h"
#include "base/result.h"

struct sqlite3;
struct bulk;

/* For rows put by the file NAME, static, where {rows} stands for them. */
struct bulk *bulk_new(struct sqlite3 *db, const char *name);
void bulk_free(struct bulk *bulk); /* may be NULL; rows that are in no table yet are lost */

/* Takes a row of n cells, as many as in every other row; text is copied. The row is in the table now or after one of
 * the next calls, no later than bulk_end. False: a row is refused, this one or one taken before, and of those that were
 * not in the table yet none is; nothing more may be put. */
bool bulk_put(struct bulk *bulk, const struct cell *cells, size_t n, GError **error);

/* Puts the rows that are in no table yet, if there are any. True: every row that was taken is in the table. */
bool bulk_end(struct bulk *bulk, GError **error);

#endif

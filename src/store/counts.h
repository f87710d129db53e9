/* How many rows have each value, for several columns in one reading of them: GROUP BY would sort the rows for each. */
#ifndef PROVISO_STORE_COUNTS_H
#define PROVISO_STORE_COUNTS_H

#include <sqlite3.h>
#include <stdbool.h>

/* Makes the aggregate counts_of(value) known to SQL: a JSON object of how many rows have each value, as text, for
 * json_each. NULL is not counted. False: no memory. */
bool counts_register(sqlite3 *db);

#endif

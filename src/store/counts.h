/* How many rows have each value, for several columns in one reading of them: GROUP BY would sort the rows for each. */
#ifndef PROVISO_STORE_COUNTS_H
#define PROVISO_STORE_COUNTS_H

#include <sqlite3.h>
#include <stdbool.h>

enum { COUNTS_MOST = 8 };

/* Makes the aggregate counts_of(name, value, ...) known to SQL, of up to COUNTS_MOST names: a JSON object that has, by
 * name, an object of how many rows have each value, as text, for json_each; of no rows it is empty. NULL is not
 * counted. sums_of(name, value, addend, ...) has what the integers beside each value come to, where that is not 0.
 * False: no memory. */
bool counts_register(sqlite3 *db);

#endif

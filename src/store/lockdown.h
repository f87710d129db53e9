/* An edition's database opened so that nothing but reading it is possible. Private to store. */
#ifndef PROVISO_STORE_LOCKDOWN_H
#define PROVISO_STORE_LOCKDOWN_H

#include "base/error.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/* Opens PATH read-only and immutable, hardens the connection and connects its virtual tables. A file that is missing,
 * damaged or no database is ERROR_UNAVAILABLE. */
sqlite3 *lockdown_open(const char *path, GError **error);

/* From here on a statement stops when the monotonic clock passes *deadline (microseconds; 0: no deadline). */
void lockdown_limit(sqlite3 *db, const int64_t *deadline);

/* The same, and only SELECT, reading columns, recursion, the listed functions and PRAGMA data_version are allowed. */
bool lockdown_close(sqlite3 *db, const int64_t *deadline, GError **error);

#endif

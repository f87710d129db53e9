/* One open edition: its database, its statements, its stamp. Private to store. */
#ifndef PROVISO_STORE_EDITION_H
#define PROVISO_STORE_EDITION_H

#include "store/store.h"

#include <sqlite3.h>
#include <sys/types.h>

/* Of whoever asks: until when statements may take, and what language they speak. Shared by all editions of a store. */
struct asking {
    int64_t deadline;              /* microseconds of the monotonic clock; 0: none set */
    const struct catalog *catalog; /* NULL: English */
};

/* Opens the edition file PATH, locked down: read-only, immutable, authorizer, limits, progress handler. */
struct edition *edition_open(const char *path, column_finder *find_column, const struct asking *asking, GError **error);
void edition_free(struct edition *edition);

/* Prepares every statement with none and with all of its clauses, so that a bad one, or one with an undeclared column,
 * is found before it is asked. */
bool edition_try(const struct edition *edition, GError **error);

/* Whether this program's publish did that: what it found then need not be found again. */
bool edition_is_tried(const struct edition *edition);

/* The SHA-256 that the file beside the edition file PATH tells of it, or NULL. */
const char *edition_sum(struct arena *arena, const char *path);

/* Lets the request's time budget stop the statements of DB too. */
void edition_limit(const struct edition *edition, sqlite3 *db);

/* The path of its file, as long as it is open. */
const char *edition_path(const struct edition *edition);

#endif

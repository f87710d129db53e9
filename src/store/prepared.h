/* A prepared statement: its columns' declarations, its parameters by name, its rows as a result. Private to store. */
#ifndef PROVISO_STORE_PREPARED_H
#define PROVISO_STORE_PREPARED_H

#include "store/store.h"

#include <sqlite3.h>

struct prepared;

/* Where statements are prepared: the database, and what declares its columns. */
struct preparing {
    sqlite3 *db;
    column_finder *find_column;
};

/* NAME outlives it. ERROR_INTERNAL: SQL that is not right, or a column without a declaration. */
struct prepared *prepared_new(const struct preparing *preparing, const char *name, const GString *sql, GError **error);
void prepared_free(void *prepared);

/* Binds what the statement asks for: the n-th :name_n of a list to the n-th binding of that name; one that is not bound
 * stays NULL. The bindings' text outlives the reading. Errors are store_run's. */
bool prepared_bind(const struct prepared *prepared, const struct binding *bindings, size_t n_bindings, GError **error);

/* A result without rows; it may outlive the statement. */
struct result *prepared_shape(struct arena *arena, const struct prepared *prepared);

/* The next rows, at most MOST; fewer than MOST when these are the last. Errors are store_run's. */
struct result *prepared_read(struct arena *arena, const struct prepared *prepared, size_t most, GError **error);

/* Ends a run. While rows are being handed out, it must not be freed: prepared_hold says so, and lets go of it. */
void prepared_end(struct prepared *prepared);
void prepared_hold(struct prepared *prepared, bool is_held);
bool prepared_is_held(const struct prepared *prepared);

#endif

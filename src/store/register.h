/* The register: the editors' database, read-write, one writer at a time. Only the command line opens it. Rows are put
 * by key inside one transaction; what an import brought is remembered until the next one begins. */
#ifndef PROVISO_STORE_REGISTER_H
#define PROVISO_STORE_REGISTER_H

#include "base/result.h"
#include "store/problem.h"
#include "store/schema.h"

struct register_store;

/* Opens PATH, or ":memory:". create: makes it when it is not there yet (or empty). ERROR_NOT_FOUND: no register there
 * and not to be created. A register of an earlier version becomes one of this (store/upgrade.h). ERROR_DATA: the file
 * is something else, was made by a later version, or its rows do not fit this one. ERROR_IO: it cannot be written. */
struct register_store *register_open(const char *path, bool create, GError **error);

/* The same of a copy of PATH, empty where that is NULL or not there yet: what is done to it is gone when it is closed,
 * and PATH is as it was, also one of an earlier version. */
struct register_store *register_open_copy(const char *path, GError **error);

/* The same of one that is there, to be read. Where it cannot be written it is read as it is: ERROR_DATA when it is of
 * an earlier version. */
struct register_store *register_open_to_read(const char *path, GError **error);
void register_close(struct register_store *reg); /* rolls back what was not committed; NULL is fine */

const struct schema *register_schema(const struct register_store *reg);

/* One writing transaction. begin also forgets the origins and counts of the last one. References are checked at commit.
 */
bool register_begin(struct register_store *reg, GError **error);
bool register_commit(struct register_store *reg, GError **error);
void register_rollback(struct register_store *reg);

/* Where an imported row stands. */
struct origin {
    const char *file;
    int64_t record;
    const char *column; /* the one column that gave the row, e.g. "sources" for a citation; NULL: each its own */
};

/* Remembers that this import brings the row KEY, whether or not its cells turn out right. *earlier says where it
 * already brought it (in the arena); its file is NULL where it did not. */
bool register_note(struct register_store *reg, struct arena *arena, const struct table *table, const char *key,
                   const struct origin *origin, struct origin *earlier, GError **error);

/* Inserts the row, or updates the row of the same key where a cell differs. cells: one for each column of the table. */
bool register_put(struct register_store *reg, const struct table *table, const struct cell *cells, GError **error);

/* Notes that this import brought the citations that the register has of a row: it stays as it is. */
bool register_keep_citations(struct register_store *reg, const struct table *table, const char *key, GError **error);

/* Removes, after all rows are put, the citations that noted facts no longer have; with REPLACE, every row of every
 * table that was not noted. */
bool register_sweep(struct register_store *reg, bool replace, GError **error);

/* What the transaction did to a table so far. */
struct register_counts {
    int64_t added, changed, unchanged, removed;
};
const struct register_counts *register_counts(const struct register_store *reg, const struct table *table);

/* Adds to them what was done by other means than register_put. */
void register_count(struct register_store *reg, const struct table *table, const struct register_counts *more);

/* Reports rows that break a rule: see store/check.h. False only when the database fails. */
bool register_check(struct register_store *reg, struct problems *problems, GError **error);

/* The same, handing out each warning: see store/check.h. */
struct warning;
bool register_warnings(struct register_store *reg, struct problems *problems,
                       bool (*warned)(void *self, const struct warning *warning, GError **error), void *self,
                       GError **error);

/* Reports what is wrong with the register as it stands, as a publish would: each cell by itself, then the rules. */
bool register_review(struct register_store *reg, column_finder *find_column, struct problems *problems, int64_t *n_rows,
                     GError **error);

/* SHA-256 of the public rows and their number: see store/content.h. */
bool register_content(struct register_store *reg, char hash[static 65], int64_t *n_rows, GError **error);

/* Newest retrieved_on of the sources; NULL without an error when there is no source. */
bool register_newest_source(struct register_store *reg, struct arena *arena, const char **date, GError **error);

/* Runs the statements of an SQL file without marks or parameters. */
bool register_script(struct register_store *reg, const char *name, GError **error);

/* Small facts about the register itself, by name; *value is NULL when it was never set. */
bool register_meta(struct register_store *reg, struct arena *arena, const char *name, const char **value,
                   GError **error);
bool register_set_meta(struct register_store *reg, const char *name, const char *value, GError **error);

#endif

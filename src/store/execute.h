/* Running the writing side's SQL files: prepare, bind by position, step, read cells; SQLite's codes become errors here.
 * Private to store. Errors: ERROR_UNAVAILABLE busy or out of memory; ERROR_IO disk; ERROR_DATA a file that is damaged,
 * is no database or breaks a constraint; ERROR_LATE a time limit; ERROR_INTERNAL anything else. */
#ifndef PROVISO_STORE_EXECUTE_H
#define PROVISO_STORE_EXECUTE_H

#include "base/result.h"
#include "store/pattern.h"

#include <sqlite3.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(sqlite3_stmt, sqlite3_finalize)

/* The error code of what failed last. */
int execute_error_code(sqlite3 *db);

/* Before any database is opened: no counts of memory, which nobody reads, and each costs a lock. */
void execute_configure(void);

/* Turns off two optimizations of SQLite's, as every connection must. One is known to give wrong rows: where an index is
 * searched for the values of an IN and up to a bound of its next column, as in "program IN (...) AND fiscal_year <= ?",
 * the scan that stands in for a seek (OP_SeekScan, 3.35 on; seen in 3.40.1) can pass over the bound. The other (Bloom
 * filters, 3.38 on) reads a whole table before the first row of a page that wants fifty. */
void execute_exactly(sqlite3 *db);

/* Opens PATH (never taken as a URI; "": a file of its own that goes when it is closed) with SQLITE_OPEN_ flags; waits
 * up to five seconds for another writer. What nobody may write, as all of a read-only disk, is opened for reading
 * whatever the flags. */
sqlite3 *execute_open(const char *path, int flags, GError **error);

/* Copies the whole of one database over another, as it is at one moment. */
bool execute_copy(sqlite3 *from, sqlite3 *to, GError **error);

/* Runs every statement of a file without marks; rows are dropped. */
bool execute_script(sqlite3 *db, const char *name, GError **error);

/* SQL of the file NAME, its marks filled in. */
sqlite3_stmt *execute_compile(sqlite3 *db, const char *name, const GString *sql, GError **error);
sqlite3_stmt *execute_prepare(sqlite3 *db, const struct pattern *pattern, GError **error);

/* Makes the statement new and binds ?1 ... ?n; text must live until the statement is stepped to its end or bound anew.
 */
bool execute_bind(sqlite3_stmt *statement, const struct cell *values, size_t n, GError **error);

/* Binds one parameter, the first of which is 1. Gives SQLite's code. */
int execute_bind_cell(sqlite3_stmt *statement, int position, const struct cell *cell);

/* One step; *row says whether there is a row to read. */
bool execute_step(sqlite3_stmt *statement, bool *row, GError **error);

/* Copies the first n cells of the current row into the arena. */
void execute_cells(struct arena *arena, sqlite3_stmt *statement, struct cell *cells, size_t n);

/* The same without copying: text lives until the next step. */
void execute_peek(sqlite3_stmt *statement, struct cell *cells, size_t n);

/* The text of one cell of the current row, or NULL; it lives until the next step. */
const char *execute_text(sqlite3_stmt *statement, int column);

/* Prepares, binds, runs to the end; rows are dropped. sqlite3_changes64 tells how many rows were written. */
bool execute_run(sqlite3 *db, const struct pattern *pattern, const struct cell *values, size_t n, GError **error);

/* Prepares, binds; the first n_cells of the first row, in the arena; CELL_NULL all of them when there is no row. */
bool execute_first(struct arena *arena, sqlite3 *db, const struct pattern *pattern, const struct cell *values, size_t n,
                   struct cell *cells, size_t n_cells, GError **error);

/* The same of one cell and a file without marks or parameters. */
bool execute_value(struct arena *arena, sqlite3 *db, const char *name, struct cell *value, GError **error);

#endif

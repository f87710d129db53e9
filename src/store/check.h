/* Checks of a whole set of public rows: a register during an import, an edition before it is put in place. Private to
 * store. The database has the temporary table of write/origin.sql; rows in it are reported by file and record, others
 * as "register:table/key". */
#ifndef PROVISO_STORE_CHECK_H
#define PROVISO_STORE_CHECK_H

#include "base/result.h"
#include "store/problem.h"
#include "store/schema.h"

struct sqlite3;

/* References, sources of facts, and the rules in sql/check. False only when SQLite fails. A warning that stands in
 * accepted_warning with the same values is reported as a note. */
bool check_rows(struct sqlite3 *db, const struct schema *schema, struct problems *problems, GError **error);

/* A warning, accepted or not. */
struct warning {
    const char *check; /* name of the file of check/ */
    const char *table, *row;
    const char *observed; /* the values that led to it */
};

/* The same; every warning is also handed to WARNED, which stops the checks by returning false. */
typedef bool check_warned(void *self, const struct warning *warning, GError **error);
bool check_warnings(struct sqlite3 *db, const struct schema *schema, struct problems *problems, check_warned *warned,
                    void *self, GError **error);

/* Key of the row of accepted_warning for the NTH warning, from 1, of a check about a row. */
const char *check_acceptance_key(struct arena *arena, const char *check, const char *table, const char *row,
                                 size_t nth);

/* Looks at every cell by itself, for rows that did not come through import: a content_visit, with this as self. */
struct cell_check {
    column_finder *find_column;
    struct problems *problems;
    const struct table *table;          /* of the last row; private */
    const struct column **declarations; /* of its columns; private */
};
bool check_cells(void *self, struct arena *arena, const struct table *table, const struct cell *cells, GError **error);
void check_cells_end(struct cell_check *check);

#endif

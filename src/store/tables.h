/* The public tables as their CSV files hold them, of the register or of an edition. */
#ifndef PROVISO_STORE_TABLES_H
#define PROVISO_STORE_TABLES_H

#include "base/result.h"
#include "store/schema.h"

struct edition;
struct register_store;
struct sqlite3;

struct tables {
    struct sqlite3 *db;
    const struct schema *schema;
    char content_hash[65]; /* of the public rows */
    int64_t n_rows;        /* public rows */
};

/* Of an open register, as long as that is open. */
bool tables_of_register(struct register_store *reg, struct tables *tables, GError **error);

/* Of an edition, with the columns that it was published with; to be closed. ERROR_UNAVAILABLE: its file cannot be
 * opened. */
bool tables_of_edition(const struct edition *edition, struct arena *arena, struct tables *tables, GError **error);
void tables_close(struct tables *tables);

/* Visits the rows of a table in the order of their keys, as its CSV file holds them: a cell for each column and, for a
 * table of facts, one more with its sources (see import/load.h); of citation only what those leave out. Cells are in an
 * arena that is reset after the call. Stops at the first visit that returns false. ERROR_LATE: of an edition, the
 * request's time is over. */
typedef bool tables_visit(void *self, struct arena *arena, const struct cell *cells, GError **error);
bool tables_each_row(const struct tables *tables, const struct table *table, tables_visit *visit, void *self,
                     GError **error);

#endif

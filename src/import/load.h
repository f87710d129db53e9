/* Puts the records of one CSV file into one table of the register, within its open transaction.
 *
 * The first record names the columns: each column of the table once, in any order; for a table of facts also "sources":
 * "key key#pinpoint ...", which becomes one row of citation for each, with the key TABLE.ROW.SOURCE ("_" of the table's
 * name as "-"). */
#ifndef PROVISO_IMPORT_LOAD_H
#define PROVISO_IMPORT_LOAD_H

#include "import/source.h"
#include "store/register.h"

struct loader {
    struct register_store *reg;
    column_finder *find_column;
};

/* Rows with a problem are reported and left out. False only when the system or the database fails. */
bool load_source(struct loader *loader, const struct table *table, struct source *source, GError **error);

#endif

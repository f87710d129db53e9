/* A list's rows as the page's table: headings with their sort links, cells as text, links, notes and source numbers. */
#ifndef PROVISO_APP_TABLE_H
#define PROVISO_APP_TABLE_H

#include "app/citations.h"

/* One row with columns (headings), rows (each with its cells) and n_columns; an empty result when the resource has no
 * list. first is the number of the first row. ROWS may be NULL for the shape alone. */
struct result *table_result(const struct question *question, const struct result *rows, int64_t first,
                            struct citations *citations);

/* The words for the question's measure and fiscal year ("Reported amount", "FY2017"); NULL where not asked. */
const char *table_measure(const struct question *question);
const char *table_fiscal_year(const struct question *question);

#endif

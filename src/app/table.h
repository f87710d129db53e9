/* A result as a page's table: headings with their sort links, cells as text, links, notes and source numbers. */
#ifndef PROVISO_APP_TABLE_H
#define PROVISO_APP_TABLE_H

#include "app/citations.h"

/* The rows of a table and how it shows them. */
struct table_plan {
    const struct result *rows;
    const char *const *shown; /* NULL-terminated; NULL: every column that people read, in the statement's order */
    int64_t first;            /* number of the first row; 0: rows are not numbered. In the order of amounts one that is
                                 not counted has none */
    bool sorts;               /* headings lead to the orders of the question */
    bool selects;             /* rows can be picked, by key */
    bool drops_empty;         /* columns without anything in them are left out */
    bool is_answer;           /* what the question makes the same in every row is said once, beside the columns */
};

/* One row with same (cells of what is said once), columns (headings) and rows (each with its cells), named "table";
 * plan NULL gives the shape alone, for checking templates. */
struct result *table_result(const struct question *question, const struct table_plan *plan,
                            struct citations *citations);

/* The cells of one row as rows of their own, each with its column's label, leaving out empty ones and those in WITHOUT
 * (NULL-terminated). Named "facts". rows NULL gives the shape alone. */
struct result *table_facts(const struct question *question, const struct result *rows, const char *const *without,
                           struct citations *citations);

#endif

/* SQL that is the same for every table: a file with marks in braces that stand for parts of the schema. The only place
 * where SQL is put together on the writing side, and only from the schema's own names, quoted; never from input.
 *
 *   {table} {column} {target}                    the table, one of its columns, the table that column refers to
 *   {table_name} {column_name} {target_name}     the same as text values
 *   {columns} {placeholders}                     all columns: a, b, ...; ?1, ?2, ...
 *   {order}                                      the order the table has in an edition: the text of
 *                                                write/order_TABLE.sql where there is one, else its key */
#ifndef PROVISO_STORE_PATTERN_H
#define PROVISO_STORE_PATTERN_H

#include "store/schema.h"

struct pattern {
    const char *name;                  /* of the file, without .sql */
    const struct table *table;         /* NULL: a file without marks */
    const struct table_column *column; /* only for {column}, {target} */
};

/* Appends the SQL. ERROR_INTERNAL: no such file, an unknown mark. */
bool pattern_expand(const struct pattern *pattern, GString *sql, GError **error);

/* Appends the SQL of a file with the one mark {rows}, which stands for n_rows rows of parameters: (?, ...), (?, ...).
 * ERROR_INTERNAL: no such file, no mark. */
bool pattern_rows(const char *name, size_t n_columns, size_t n_rows, GString *sql, GError **error);

#endif

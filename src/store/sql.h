/* The statement and schema files of src/store/sql, embedded at build. */
#ifndef PROVISO_STORE_SQL_H
#define PROVISO_STORE_SQL_H

/* The text of a file, named without .sql ("schema/tables"), or NULL. Static, NUL-terminated. */
const char *sql_text(const char *name);

/* Names of the reading statements (files at the top of src/store/sql, without .sql); NULL-terminated, for g_strfreev.
 */
char **sql_statements(void);

#endif

/* The statement and schema files of src/store/sql, embedded at build. */
#ifndef PROVISO_STORE_SQL_H
#define PROVISO_STORE_SQL_H

/* The text of a file, named without .sql ("schema/tables"), or NULL. Static, NUL-terminated. */
const char *sql_text(const char *name);

/* Names of the files of a folder of src/store/sql ("check"), without .sql; "" is the top, where the reading statements
 * are. NULL-terminated, for g_strfreev. */
char **sql_names(const char *folder);

#endif

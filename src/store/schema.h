/* The public tables as their SQL declares them: names, storage, what is required, what refers to what. Read from
 * SQLite's own account of schema/tables.sql, so that no table is declared a second time in C. */
#ifndef PROVISO_STORE_SCHEMA_H
#define PROVISO_STORE_SCHEMA_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

/* Written into the files' headers by schema/register.sql and write/edition_header.sql. */
enum {
    REGISTER_APPLICATION_ID = 0x50765267, /* "PvRg" */
    EDITION_APPLICATION_ID = 0x50764564,  /* "PvEd" */
    SCHEMA_VERSION = 1
};

enum table_storage { STORAGE_TEXT, STORAGE_INTEGER, STORAGE_REAL };

struct table_column {
    const char *name;
    enum table_storage storage;
    bool required;         /* not null */
    bool is_key;           /* the table's own key */
    const char *refers_to; /* name of the table whose key it holds, or NULL */
};

struct table {
    const char *name;
    size_t index; /* position in the schema */
    size_t n_columns;
    const struct table_column *columns; /* in the order of the declaration; the first is the key */
    bool is_fact;                       /* has a confidence column: each row has at least one citation */
    bool has_source;                    /* a table of facts with a source_key, which may stand in for citations */
};

struct schema {
    size_t n_tables;
    const struct table *tables; /* in the order of the declaration */
};

/* The public tables. ERROR_INTERNAL: schema/tables.sql is not sound. */
const struct schema *schema_read(struct arena *arena, GError **error);

/* All tables of an open database's main part, for comparison. */
struct sqlite3;
const struct schema *schema_of(struct arena *arena, struct sqlite3 *db, GError **error);

/* Name of the first table of EXPECTED that ACTUAL lacks or declares with other columns; NULL when there is none. */
const char *schema_difference(const struct schema *expected, const struct schema *actual);

/* TABLE with only those of its columns that OTHER has too. Both have the key first. */
const struct table *schema_common(struct arena *arena, const struct table *table, const struct table *other);

/* The table of that name, or NULL. The position of a column of that name, or SIZE_MAX. */
const struct table *schema_table(const struct schema *schema, const char *name);
size_t table_find_column(const struct table *table, const char *name);

#endif

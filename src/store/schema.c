/* Asks SQLite what schema/tables.sql declares. Names no table, and no column but "confidence" and "source_key". */
#include "store/schema.h"

#include "store/execute.h"

#include <sqlite3.h>
#include <string.h>

enum { COLUMNS_MAX = 64, TABLES_MAX = 64 };

static enum table_storage storage_of(const char *type)
{
    if (strcmp(type, "INTEGER") == 0)
        return STORAGE_INTEGER;
    return strcmp(type, "REAL") == 0 ? STORAGE_REAL : STORAGE_TEXT;
}

static bool read_columns(struct arena *arena, struct sqlite3 *db, struct table *table, GError **error)
{
    g_autoptr(sqlite3_stmt) statement = execute_prepare(db, &(struct pattern){.name = "write/columns"}, error);
    const struct cell name = cell_text(table->name);
    if (!statement || !execute_bind(statement, &name, 1, error))
        return false;
    struct table_column *columns = ARENA_ARRAY(arena, struct table_column, COLUMNS_MAX);
    table->columns = columns;
    bool row, ok;
    while ((ok = execute_step(statement, &row, error)) && row && table->n_columns < COLUMNS_MAX) {
        struct cell cells[5];
        execute_cells(arena, statement, cells, G_N_ELEMENTS(cells));
        columns[table->n_columns++] = (struct table_column){
            .name = cells[0].text,
            .storage = storage_of(cells[1].text),
            .required = cells[2].integer != 0,
            .is_key = cells[3].integer != 0,
            .refers_to = cells[4].kind == CELL_TEXT ? cells[4].text : NULL,
        };
    }
    table->is_fact = table_find_column(table, "confidence") != SIZE_MAX;
    table->has_source = table->is_fact && table_find_column(table, "source_key") != SIZE_MAX;
    return ok;
}

const struct schema *schema_of(struct arena *arena, struct sqlite3 *db, GError **error)
{
    g_autoptr(sqlite3_stmt) statement = execute_prepare(db, &(struct pattern){.name = "write/tables"}, error);
    if (!statement)
        return NULL;
    struct schema *schema = ARENA_NEW(arena, struct schema);
    struct table *tables = ARENA_ARRAY(arena, struct table, TABLES_MAX);
    schema->tables = tables;
    bool row, ok;
    while ((ok = execute_step(statement, &row, error)) && row && schema->n_tables < TABLES_MAX) {
        struct table *table = &tables[schema->n_tables];
        struct cell name;
        execute_cells(arena, statement, &name, 1);
        table->name = name.text;
        table->index = schema->n_tables++;
        if (!read_columns(arena, db, table, error))
            return NULL;
    }
    return ok ? schema : NULL;
}

const struct schema *schema_read(struct arena *arena, GError **error)
{
    g_autoptr(sqlite3) db = execute_open(":memory:", SQLITE_OPEN_READWRITE, error);
    if (!db || !execute_script(db, "schema/tables", error))
        return NULL;
    return schema_of(arena, db, error);
}

static bool same_name(const char *a, const char *b)
{
    return g_strcmp0(a, b) == 0;
}

static bool same_columns(const struct table *a, const struct table *b)
{
    if (a->n_columns != b->n_columns)
        return false;
    for (size_t i = 0; i < a->n_columns; i++) {
        const struct table_column *left = &a->columns[i], *right = &b->columns[i];
        if (!same_name(left->name, right->name) || !same_name(left->refers_to, right->refers_to) ||
            left->storage != right->storage || left->required != right->required)
            return false;
    }
    return true;
}

const char *schema_difference(const struct schema *expected, const struct schema *actual)
{
    for (size_t i = 0; i < expected->n_tables; i++) {
        const struct table *found = schema_table(actual, expected->tables[i].name);
        if (!found || !same_columns(&expected->tables[i], found))
            return expected->tables[i].name;
    }
    return NULL;
}

const struct table *schema_common(struct arena *arena, const struct table *table, const struct table *other)
{
    struct table *common = ARENA_NEW(arena, struct table);
    struct table_column *columns = ARENA_ARRAY(arena, struct table_column, table->n_columns);
    *common = (struct table){.name = table->name, .index = table->index, .columns = columns, .is_fact = table->is_fact};
    for (size_t i = 0; i < table->n_columns; i++)
        if (table_find_column(other, table->columns[i].name) != SIZE_MAX)
            columns[common->n_columns++] = table->columns[i];
    return common;
}

const struct table *schema_table(const struct schema *schema, const char *name)
{
    for (size_t i = 0; i < schema->n_tables; i++)
        if (strcmp(schema->tables[i].name, name) == 0)
            return &schema->tables[i];
    return NULL;
}

size_t table_find_column(const struct table *table, const char *name)
{
    for (size_t i = 0; i < table->n_columns; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return i;
    return SIZE_MAX;
}

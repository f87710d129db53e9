/* Rows of whole tables, with their sources beside them. */
#include "store/tables.h"

#include "store/content.h"
#include "store/edition.h"
#include "store/execute.h"
#include "store/lockdown.h"

#include <string.h>

static const char *export_pattern(const struct table *table)
{
    if (table->is_fact)
        return "write/export_rows";
    return strcmp(table->name, "citation") == 0 ? "write/export_citations" : "write/rows";
}

bool tables_each_row(const struct tables *tables, const struct table *table, tables_visit *visit, void *self,
                     GError **error)
{
    g_autoptr(sqlite3_stmt) statement =
        execute_prepare(tables->db, &(struct pattern){export_pattern(table), table, NULL}, error);
    struct arena *arena = arena_new();
    bool row, ok = statement != NULL;
    while (ok && (ok = execute_step(statement, &row, error)) && row) {
        size_t n = table->n_columns + table->is_fact;
        struct cell *cells = ARENA_ARRAY(arena, struct cell, n);
        execute_cells(arena, statement, cells, n);
        ok = visit(self, arena, cells, error);
        arena_reset(arena);
    }
    arena_free(arena);
    return ok;
}

bool tables_of_edition(const struct edition *edition, struct arena *arena, struct tables *tables, GError **error)
{
    const struct edition_stamp *stamp = edition_stamp(edition);
    g_autoptr(sqlite3) db = lockdown_open(edition_path(edition), error);
    const struct schema *whole = db ? schema_read(arena, error) : NULL;
    *tables = (struct tables){.n_rows = stamp->n_rows};
    tables->schema = whole ? content_schema(arena, db, whole, error) : NULL;
    if (!tables->schema)
        return false;
    g_strlcpy(tables->content_hash, stamp->content_hash, sizeof tables->content_hash);
    edition_limit(edition, db);
    tables->db = g_steal_pointer(&db);
    return true;
}

void tables_close(struct tables *tables)
{
    sqlite3_close(tables->db);
}

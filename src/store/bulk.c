/* Buffers rows for a statement of many. Knows no table. */
#include "store/bulk.h"

#include "store/execute.h"

enum { ROWS = 16, COLUMNS_MAX = 16 };

struct bulk {
    sqlite3 *db;
    const char *name;
    sqlite3_stmt *put; /* of ROWS rows */
    size_t n_columns, n_rows;
    struct arena *arena; /* of the cells' text */
    struct cell cells[ROWS * COLUMNS_MAX];
};

static sqlite3_stmt *prepare(const struct bulk *bulk, size_t n_rows, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    return pattern_rows(bulk->name, bulk->n_columns, n_rows, sql, error)
               ? execute_compile(bulk->db, bulk->name, sql, error)
               : NULL;
}

struct bulk *bulk_new(struct sqlite3 *db, const char *name, size_t n_columns, GError **error)
{
    g_assert(n_columns <= COLUMNS_MAX);
    struct bulk *bulk = g_new(struct bulk, 1);
    *bulk = (struct bulk){.db = db, .name = name, .n_columns = n_columns, .arena = arena_new()};
    if ((bulk->put = prepare(bulk, ROWS, error)))
        return bulk;
    bulk_free(bulk);
    return NULL;
}

void bulk_free(struct bulk *bulk)
{
    if (!bulk)
        return;
    sqlite3_finalize(bulk->put);
    arena_free(bulk->arena);
    g_free(bulk);
}

static bool put_all(struct bulk *bulk, sqlite3_stmt *put, GError **error)
{
    bool row, ok = execute_bind(put, bulk->cells, bulk->n_rows * bulk->n_columns, error) &&
                   execute_step(put, &row, error);
    bulk->n_rows = 0;
    arena_reset(bulk->arena);
    return ok;
}

bool bulk_put(struct bulk *bulk, const struct cell *cells, GError **error)
{
    struct cell *row = bulk->cells + bulk->n_rows * bulk->n_columns;
    for (size_t i = 0; i < bulk->n_columns; i++)
        row[i] = cells[i].kind == CELL_TEXT ? cell_text(arena_strdup(bulk->arena, cells[i].text)) : cells[i];
    return ++bulk->n_rows < ROWS || put_all(bulk, bulk->put, error);
}

bool bulk_end(struct bulk *bulk, GError **error)
{
    if (!bulk->n_rows)
        return true;
    g_autoptr(sqlite3_stmt) put = prepare(bulk, bulk->n_rows, error);
    return put && put_all(bulk, put, error);
}

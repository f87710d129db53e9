/* Buffers rows for a statement of many. Knows no table. */
#include "store/bulk.h"

#include "store/execute.h"

enum { ROWS = 16, COLUMNS_MAX = 24 };

struct bulk {
    sqlite3 *db;
    const char *name;
    sqlite3_stmt *put;   /* of ROWS rows; NULL until there are as many */
    size_t n_columns;    /* 0: no row yet */
    size_t n_rows;       /* in cells */
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

struct bulk *bulk_new(struct sqlite3 *db, const char *name)
{
    struct bulk *bulk = g_new(struct bulk, 1);
    *bulk = (struct bulk){.db = db, .name = name, .arena = arena_new()};
    return bulk;
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
    bool row;
    bool ok = execute_bind(put, bulk->cells, bulk->n_rows * bulk->n_columns, error) && execute_step(put, &row, error);
    bulk->n_rows = 0;
    arena_reset(bulk->arena);
    return ok;
}

bool bulk_put(struct bulk *bulk, const struct cell *cells, size_t n, GError **error)
{
    g_assert(n && n <= COLUMNS_MAX && (!bulk->n_columns || n == bulk->n_columns));
    bulk->n_columns = n;
    struct cell *row = bulk->cells + bulk->n_rows * n;
    for (size_t i = 0; i < n; i++)
        row[i] = cells[i].kind == CELL_TEXT ? cell_text(arena_strdup(bulk->arena, cells[i].text)) : cells[i];
    if (++bulk->n_rows < ROWS)
        return true;
    return (bulk->put || (bulk->put = prepare(bulk, ROWS, error))) && put_all(bulk, bulk->put, error);
}

bool bulk_end(struct bulk *bulk, GError **error)
{
    if (!bulk->n_rows)
        return true;
    g_autoptr(sqlite3_stmt) put = prepare(bulk, bulk->n_rows, error);
    return put && put_all(bulk, put, error);
}

/* Walks and hashes the public rows. Must not depend on row ids, which differ between register and edition. */
#include "store/content.h"

#include "store/execute.h"

#include <jansson.h>

enum { REAL_DIGITS = 17 }; /* enough to tell any two doubles apart */

static bool each_row_of(struct arena *arena, sqlite3 *db, const struct table *table, content_visit *visit, void *self,
                        GError **error);

bool content_each_row(struct sqlite3 *db, const struct schema *schema, content_visit *visit, void *self, GError **error)
{
    struct arena *arena = arena_new();
    bool ok = true;
    for (size_t i = 0; ok && i < schema->n_tables; i++)
        ok = each_row_of(arena, db, &schema->tables[i], visit, self, error);
    arena_free(arena);
    return ok;
}

static bool each_row_of(struct arena *arena, sqlite3 *db, const struct table *table, content_visit *visit, void *self,
                        GError **error)
{
    g_autoptr(sqlite3_stmt) statement =
        execute_prepare(db, &(struct pattern){.name = "write/rows", .table = table}, error);
    if (!statement)
        return false;
    bool row, ok;
    while ((ok = execute_step(statement, &row, error)) && row) {
        struct cell *cells = ARENA_ARRAY(arena, struct cell, table->n_columns);
        execute_cells(arena, statement, cells, table->n_columns);
        if (!visit(self, arena, table, cells, error))
            return false;
        arena_reset(arena);
    }
    return ok;
}

static json_t *cell_json(const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_INTEGER: return json_integer(cell->integer);
    case CELL_REAL: return json_real(cell->real);
    case CELL_TEXT: return json_string(cell->text);
    case CELL_NULL:
    case CELL_RESULT: break;
    }
    return json_null();
}

struct hashing {
    GChecksum *checksum;
    struct content *content;
};

static int update_hash(const char *buffer, size_t size, void *checksum)
{
    g_checksum_update(checksum, (const unsigned char *)buffer, (gssize)size);
    return 0;
}

static bool hash_row(void *self, struct arena *arena, const struct table *table, const struct cell *cells,
                     GError **error)
{
    (void)arena;
    struct hashing *hashing = self;
    json_t *line = json_array();
    bool ok = json_array_append_new(line, json_string(table->name)) == 0;
    for (size_t i = 0; i < table->n_columns; i++)
        ok = json_array_append_new(line, cell_json(&cells[i])) == 0 && ok;
    ok = ok &&
         json_dump_callback(line, update_hash, hashing->checksum, JSON_COMPACT | JSON_REAL_PRECISION(REAL_DIGITS)) == 0;
    json_decref(line);
    update_hash("\n", 1, hashing->checksum);
    hashing->content->n_rows++;
    if (!ok)
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "register:%s/%s: holds text that is not valid UTF-8", table->name,
                    cells[0].kind == CELL_TEXT ? cells[0].text : "");
    return ok;
}

bool content_hash(struct sqlite3 *db, const struct schema *schema, struct content *content, GError **error)
{
    *content = (struct content){0};
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    bool ok =
        content_each_row(db, schema, hash_row, &(struct hashing){.checksum = checksum, .content = content}, error);
    g_strlcpy(content->hash, g_checksum_get_string(checksum), sizeof content->hash);
    return ok;
}

/* Walks and hashes the public rows. Must not depend on row ids, which differ between register and edition. */
#include "store/content.h"

#include "base/sha256.h"
#include "store/execute.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static bool each_row_of(struct arena *arena, sqlite3 *db, const struct table *table, content_visit *visit, void *self,
                        GError **error);

/* Visits every row of every table of the main database: tables in the order of the schema, rows in the order of their
 * keys (bytewise). Stops at the first visit that returns false. */
static bool each_row(struct sqlite3 *db, const struct schema *schema, content_visit *visit, void *self, GError **error)
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
    struct cell *cells = g_newa(struct cell, table->n_columns);
    bool row, ok;
    while ((ok = execute_step(statement, &row, error)) && row) {
        execute_peek(statement, cells, table->n_columns);
        if (!visit(self, arena, table, cells, error))
            return false;
        arena_reset(arena);
    }
    return ok;
}

/* The fewest digits that give the same double again, and always a point or an exponent: 42.653, 42.0. */
static void append_real(GString *line, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    const char *const formats[] = {"%.15g", "%.16g", "%.17g"};
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_ascii_formatd(text, sizeof text, formats[i], value);
        if (g_ascii_strtod(text, NULL) == value)
            break;
    }
    g_string_append(line, text);
    if (!strpbrk(text, ".e"))
        g_string_append(line, ".0");
}

/* Most text is ASCII in which JSON escapes nothing. */
static bool is_plain(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~' || *text == '"' || *text == '\\')
            return false;
    return true;
}

/* False for text that is not UTF-8. */
static bool append_text(GString *line, const char *text)
{
    if (is_plain(text)) {
        g_string_append_c(line, '"');
        g_string_append(line, text);
        g_string_append_c(line, '"');
        return true;
    }
    json_t *value = json_string(text);
    char *quoted = value ? json_dumps(value, JSON_ENCODE_ANY) : NULL;
    g_string_append(line, quoted ? quoted : "");
    bool ok = quoted != NULL;
    free(quoted);
    json_decref(value);
    return ok;
}

static bool append_cell(GString *line, const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_INTEGER: g_string_append_printf(line, "%" G_GINT64_FORMAT, cell->integer); return true;
    case CELL_REAL: append_real(line, cell->real); return true;
    case CELL_TEXT: return append_text(line, cell->text);
    case CELL_NULL:
    case CELL_RESULT: break;
    }
    g_string_append(line, "null");
    return true;
}

struct hashing {
    struct sha256 sha256;
    GString *line;
    struct content *content;
    content_visit *visit; /* or NULL */
    void *self;
};

static bool hash_row(void *self, struct arena *arena, const struct table *table, const struct cell *cells,
                     GError **error)
{
    struct hashing *hashing = self;
    GString *line = hashing->line;
    g_string_assign(line, "[");
    bool ok = append_text(line, table->name);
    for (size_t i = 0; i < table->n_columns; i++) {
        g_string_append_c(line, ',');
        ok = append_cell(line, &cells[i]) && ok;
    }
    g_string_append(line, "]\n");
    sha256_add(&hashing->sha256, line->str, line->len);
    hashing->content->n_rows++;
    if (!ok)
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "register:%s/%s: holds text that is not valid UTF-8", table->name,
                    cells[0].kind == CELL_TEXT ? cells[0].text : "");
    return ok && (!hashing->visit || hashing->visit(hashing->self, arena, table, cells, error));
}

bool content_hash(struct sqlite3 *db, const struct schema *schema, content_visit *visit, void *self,
                  struct content *content, GError **error)
{
    *content = (struct content){0};
    g_autoptr(GString) line = g_string_new(NULL);
    struct hashing hashing = {sha256_begin(), line, content, visit, self};
    bool ok = each_row(db, schema, hash_row, &hashing, error);
    sha256_end(&hashing.sha256, content->hash);
    return ok;
}

/* The columns of TABLE that are told of, as a table of the same name. */
static const struct table *read_published(struct arena *arena, sqlite3 *db, const struct table *table, GError **error)
{
    g_autoptr(sqlite3_stmt) statement = execute_prepare(db, &(struct pattern){.name = "write/published_get"}, error);
    const struct cell name = cell_text(table->name);
    struct table *told = ARENA_NEW(arena, struct table);
    struct table_column *columns = ARENA_ARRAY(arena, struct table_column, table->n_columns);
    told->columns = columns;
    bool row, ok = statement && execute_bind(statement, &name, 1, error);
    while (ok && (ok = execute_step(statement, &row, error)) && row && told->n_columns < table->n_columns) {
        struct cell cell;
        execute_cells(arena, statement, &cell, 1);
        columns[told->n_columns++].name = cell.text;
    }
    return ok ? told : NULL;
}

const struct schema *content_schema(struct arena *arena, struct sqlite3 *db, const struct schema *schema,
                                    GError **error)
{
    const struct schema *held = schema_of(arena, db, error);
    struct schema *part = ARENA_NEW(arena, struct schema);
    struct table *tables = ARENA_ARRAY(arena, struct table, schema->n_tables);
    part->tables = tables;
    for (size_t i = 0; held && i < schema->n_tables; i++) {
        const struct table *table = &schema->tables[i], *told = schema_table(held, table->name);
        if (told && schema_table(held, "published_column") && !(told = read_published(arena, db, told, error)))
            return NULL;
        if (told && told->n_columns)
            tables[part->n_tables++] = *schema_common(arena, table, told);
    }
    return held ? part : NULL;
}

/* Writes the tables and describes them. Everything about a table comes from its schema and the column declarations. */
#include "format/package.h"

#include "base/csv_field.h"
#include "base/display.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define SOURCES "sources"

enum { FLUSH_AT = 1 << 16 };

/* One table on its way into its file. */
struct writing {
    column_finder *find_column;
    const struct table *table;
    const struct package_taker *taker;
    GString *text; /* what is not in the file yet */
    GChecksum *checksum;
    int64_t n_bytes, n_rows;
};

static bool flush(struct writing *writing, GError **error)
{
    GString *text = writing->text;
    g_checksum_update(writing->checksum, (const unsigned char *)text->str, (gssize)text->len);
    writing->n_bytes += (int64_t)text->len;
    bool ok = writing->taker->append(writing->taker->self, text->str, text->len, error);
    g_string_truncate(text, 0);
    return ok;
}

static void write_header(struct writing *writing)
{
    const struct table *table = writing->table;
    for (size_t i = 0; i < table->n_columns; i++)
        g_string_append_printf(writing->text, "%s%s", i ? "," : "", table->columns[i].name);
    g_string_append(writing->text, table->is_fact ? "," SOURCES "\n" : "\n");
}

static bool write_row(void *self, struct arena *arena, const struct cell *cells, GError **error)
{
    struct writing *writing = self;
    const struct table *table = writing->table;
    for (size_t i = 0; i < table->n_columns; i++) {
        const struct column *declaration = writing->find_column(table->columns[i].name);
        g_string_append(writing->text, i ? "," : "");
        csv_append(writing->text, display_exact(arena, declaration, &cells[i]), false);
    }
    if (table->is_fact) {
        g_string_append_c(writing->text, ',');
        csv_append(writing->text, cells[table->n_columns].kind == CELL_TEXT ? cells[table->n_columns].text : "", false);
    }
    g_string_append_c(writing->text, '\n');
    writing->n_rows++;
    return writing->text->len < FLUSH_AT || flush(writing, error);
}

static const char *field_type(const struct table_column *column, const struct column *declaration)
{
    switch (declaration->type) {
    case COLUMN_DATE: return "date";
    case COLUMN_FLAG: return "boolean";
    case COLUMN_MONEY:
    case COLUMN_NUMBER: return "number";
    default: return column->storage == STORAGE_INTEGER ? "integer" : "string";
    }
}

static json_t *describe_constraints(const struct table_column *column, const struct column *declaration)
{
    json_t *constraints = json_object();
    if (column->required)
        json_object_set_new(constraints, "required", json_true());
    if (column->is_key)
        json_object_set_new(constraints, "unique", json_true());
    if (declaration->choices) {
        json_t *accepted = json_array();
        for (const struct choice *choice = declaration->choices; choice->value; choice++)
            json_array_append_new(accepted, json_string(choice->value));
        json_object_set_new(constraints, "enum", accepted);
    }
    return constraints;
}

static json_t *describe_field(struct arena *arena, const struct table_column *column, const struct column *declaration)
{
    json_t *field =
        json_pack("{s:s, s:s, s:s, s:s, s:o}", "name", declaration->name, "type", field_type(column, declaration),
                  "title", display_label(arena, NULL, declaration), "description", declaration->definition,
                  "constraints", describe_constraints(column, declaration));
    if (declaration->type == COLUMN_URL)
        json_object_set_new(field, "format", json_string("uri"));
    if (declaration->type == COLUMN_FLAG)
        json_object_update_new(field, json_pack("{s:[s], s:[s]}", "trueValues", "1", "falseValues", "0"));
    if (declaration->unit)
        json_object_set_new(field, "unit", json_string(declaration->unit));
    return field;
}

static json_t *describe_schema(const struct writing *writing)
{
    const struct table *table = writing->table;
    struct arena *arena = arena_new();
    json_t *fields = json_array(), *references = json_array();
    for (size_t i = 0; i < table->n_columns; i++) {
        const struct table_column *column = &table->columns[i];
        json_array_append_new(fields, describe_field(arena, column, writing->find_column(column->name)));
        if (!column->refers_to)
            continue;
        /* A resource refers to itself by an empty name. */
        const char *target = g_strcmp0(column->refers_to, table->name) == 0 ? "" : column->refers_to;
        json_array_append_new(references, json_pack("{s:s, s:{s:s, s:s}}", "fields", column->name, "reference",
                                                    "resource", target, "fields", "key"));
    }
    if (table->is_fact)
        json_array_append_new(fields, describe_field(arena, &(struct table_column){.storage = STORAGE_TEXT},
                                                     writing->find_column(SOURCES)));
    arena_free(arena);
    return json_pack("{s:o, s:s, s:o, s:[s]}", "fields", fields, "primaryKey", table->columns[0].name, "foreignKeys",
                     references, "missingValues", "");
}

static json_t *describe_file(const struct writing *writing)
{
    g_autofree char *name = g_strconcat(writing->table->name, ".csv", NULL);
    g_autofree char *hash = g_strconcat("sha256:", g_checksum_get_string(writing->checksum), NULL);
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:I, s:s, s:I, s:o}", "name", writing->table->name, "path", name,
                     "profile", "tabular-data-resource", "format", "csv", "mediatype", "text/csv", "encoding", "utf-8",
                     "bytes", (json_int_t)writing->n_bytes, "hash", hash, "rowCount", (json_int_t)writing->n_rows,
                     "schema", describe_schema(writing));
}

/* Writes one table and gives its description; NULL when that failed. */
static json_t *write_table(const struct tables *tables, struct writing *writing, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *name = g_strconcat(writing->table->name, ".csv", NULL);
    writing->text = text;
    writing->checksum = checksum;
    if (!writing->taker->begin(writing->taker->self, name, error))
        return NULL;
    write_header(writing);
    bool ok = tables_each_row(tables, writing->table, write_row, writing, error) && flush(writing, error) &&
              writing->taker->end(writing->taker->self, error);
    return ok ? describe_file(writing) : NULL;
}

static json_t *write_tables(const struct tables *tables, const struct writing *plan, GError **error)
{
    const struct schema *schema = tables->schema;
    json_t *resources = json_array();
    for (size_t i = 0; i < schema->n_tables; i++) {
        struct writing writing = *plan;
        writing.table = &schema->tables[i];
        json_t *resource = write_table(tables, &writing, error);
        if (!resource) {
            json_decref(resources);
            return NULL;
        }
        json_array_append_new(resources, resource);
    }
    return resources;
}

static bool write_description(const struct tables *tables, const struct package_taker *taker, json_t *resources,
                              GError **error)
{
    json_t *description = json_pack(
        "{s:s, s:s, s:s, s:s, s:[{s:s, s:s, s:s}], s:s, s:I, s:o}", "profile", "tabular-data-package", "name",
        "proviso", "title", "Proviso: the register", "description",
        "Grants, the conditions on them, who says who complies, and what courts have said; each fact with its sources. "
        "The column sources holds keys of the table source, each with an optional #page, line or paragraph.",
        "licenses", "name", "CC0-1.0", "title", "CC0 1.0 Universal", "path",
        "https://creativecommons.org/publicdomain/zero/1.0/", "contentHash", tables->content_hash, "rowCount",
        (json_int_t)tables->n_rows, "resources", resources);
    char *text = description ? json_dumps(description, JSON_INDENT(2)) : NULL;
    json_decref(description);
    if (!text)
        g_set_error_literal(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "out of memory");
    bool ok = text && taker->begin(taker->self, PACKAGE_DESCRIPTION, error) &&
              taker->append(taker->self, text, strlen(text), error) && taker->end(taker->self, error);
    free(text);
    return ok;
}

bool package_write(const struct tables *tables, column_finder *find_column, const struct package_taker *taker,
                   GError **error)
{
    json_t *resources = write_tables(tables, &(struct writing){.find_column = find_column, .taker = taker}, error);
    return resources && write_description(tables, taker, resources, error);
}

/* Results to jansson. */
#include "format/json.h"

#include "base/display.h"

#include <stdlib.h>
#include <string.h>

static json_t *json_cell(struct arena *scratch, const struct column *column, const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_NULL: return json_null();
    case CELL_REAL: return json_real(cell->real);
    case CELL_TEXT: return json_string(cell->text);
    case CELL_RESULT: return json_rows(scratch, cell->result);
    case CELL_INTEGER: break;
    }
    if (column->type == COLUMN_MONEY)
        return json_string(display_plain(scratch, column, cell));
    return column->type == COLUMN_FLAG ? json_boolean(cell->integer) : json_integer(cell->integer);
}

json_t *json_rows(struct arena *scratch, const struct result *result)
{
    json_t *rows = json_array();
    for (size_t i = 0; i < result->n_rows; i++) {
        json_t *row = json_object();
        for (size_t c = 0; c < result->n_columns; c++)
            if (!column_is_internal(result->columns[c]))
                json_object_set_new_nocheck(
                    row, result->columns[c]->name,
                    json_cell(scratch, result->columns[c], &result->cells[i * result->n_columns + c]));
        json_array_append_new(rows, row);
    }
    return rows;
}

static const char *const type_names[] = {
    [COLUMN_TEXT] = "text",   [COLUMN_INTEGER] = "integer", [COLUMN_NUMBER] = "number",
    [COLUMN_MONEY] = "money", [COLUMN_DATE] = "date",       [COLUMN_CODE] = "code",
    [COLUMN_URL] = "url",     [COLUMN_KEY] = "key",         [COLUMN_POSITION] = "position",
    [COLUMN_FLAG] = "flag",   [COLUMN_SOURCES] = "sources", [COLUMN_RESULT] = "rows",
};

const char *json_type_name(enum column_type type)
{
    return type_names[type];
}

/* What is declared is known to be UTF-8. */
static json_t *declared(const char *text)
{
    return json_string_nocheck(text);
}

static json_t *told(const struct catalog *catalog, const char *text)
{
    return text ? json_string(catalog_text(catalog, text)) : json_null();
}

json_t *json_columns(const struct catalog *catalog, const struct result *result)
{
    json_t *columns = json_array();
    for (size_t c = 0; c < result->n_columns; c++) {
        const struct column *column = result->columns[c];
        if (column_is_internal(column))
            continue;
        json_t *entry = json_object();
        json_object_set_new_nocheck(entry, "name", declared(column->name));
        json_object_set_new_nocheck(entry, "type", declared(type_names[column->type]));
        json_object_set_new_nocheck(entry, "unit", told(catalog, column->unit));
        json_object_set_new_nocheck(entry, "definition", told(catalog, column->definition));
        json_array_append_new(columns, entry);
    }
    return columns;
}

/* Writes what a script element must not hold as it is, or the one byte at AT; how many bytes were read. */
static size_t append_special(GString *out, const char *at)
{
    if (*at == '<' || *at == '>' || *at == '&') {
        g_string_append_printf(out, "\\u%04x", (unsigned)*at);
        return 1;
    }
    if (g_str_has_prefix(at, "\xe2\x80\xa8") || g_str_has_prefix(at, "\xe2\x80\xa9")) {
        g_string_append_printf(out, "\\u202%d", (unsigned char)at[2] == 0xa8 ? 8 : 9);
        return 3;
    }
    g_string_append_c(out, *at);
    return 1;
}

void json_append(GString *out, json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_REAL_PRECISION(10));
    json_decref(value);
    for (const char *at = text; *at;) {
        size_t plain = strcspn(at, "<>&\xe2");
        g_string_append_len(out, at, (gssize)plain);
        at += plain;
        at += *at ? append_special(out, at) : 0;
    }
    g_string_append_c(out, '\n');
    free(text); /* jansson's own allocator */
}

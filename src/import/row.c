/* Fills cells by name. */
#include "import/row.h"

bool row_put(struct register_store *reg, const char *table_name, const struct row_value *values, size_t n,
             GError **error)
{
    const struct table *table = schema_table(register_schema(reg), table_name);
    g_assert(table);
    g_autofree struct cell *cells = g_new0(struct cell, table->n_columns);
    for (size_t i = 0; i < n; i++) {
        size_t at = table_find_column(table, values[i].column);
        g_assert(at != SIZE_MAX);
        cells[at] = values[i].cell;
    }
    return register_put(reg, table, cells, error);
}

char *row_citation_key(struct arena *arena, const char *table, const char *row_key, const char *source_key)
{
    g_autofree char *name = g_strdelimit(g_strdup(table), "_", '-');
    return arena_printf(arena, "%s.%s.%s", name, row_key, source_key);
}

bool row_cite(struct arena *scratch, struct register_store *reg, const char *table, const char *row_key,
              const char *source_key, const char *pinpoint, GError **error)
{
    const struct row_value values[] = {
        {"key", cell_text(row_citation_key(scratch, table, row_key, source_key))},
        {"table_name", cell_text(table)},
        {"row_key", cell_text(row_key)},
        {"source_key", cell_text(source_key)},
        {"pinpoint", cell_text(pinpoint)},
    };
    return row_put(reg, "citation", values, G_N_ELEMENTS(values), error);
}

char *row_slug(struct arena *arena, const char *text)
{
    g_autofree char *ascii = g_str_to_ascii(text, "C");
    char *slug = arena_strdup(arena, ascii), *to = slug;
    for (const char *at = slug; *at; at++) {
        if (g_ascii_isalnum(*at))
            *to++ = g_ascii_tolower(*at);
        else if (to > slug && to[-1] != '-' && *at != '\'' && *at != '.')
            *to++ = '-';
    }
    while (to > slug && to[-1] == '-')
        to--;
    *to = '\0';
    return slug;
}

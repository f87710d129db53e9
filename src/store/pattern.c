/* Fills the marks of a pattern file. Knows the schema's shape, not the database. */
#include "store/pattern.h"

#include "store/sql.h"

#include <string.h>

static void append_quoted(GString *sql, const char *text, char quote)
{
    g_string_append_c(sql, quote);
    for (const char *at = text; *at; at++) {
        if (*at == quote)
            g_string_append_c(sql, quote);
        g_string_append_c(sql, *at);
    }
    g_string_append_c(sql, quote);
}

static void append_table(GString *sql, const struct pattern *pattern)
{
    append_quoted(sql, pattern->table->name, '"');
}

static void append_table_name(GString *sql, const struct pattern *pattern)
{
    append_quoted(sql, pattern->table->name, '\'');
}

static void append_column(GString *sql, const struct pattern *pattern)
{
    append_quoted(sql, pattern->column->name, '"');
}

static void append_column_name(GString *sql, const struct pattern *pattern)
{
    append_quoted(sql, pattern->column->name, '\'');
}

static void append_target(GString *sql, const struct pattern *pattern)
{
    append_quoted(sql, pattern->column->refers_to, '"');
}

static void append_target_name(GString *sql, const struct pattern *pattern)
{
    append_quoted(sql, pattern->column->refers_to, '\'');
}

static void append_columns(GString *sql, const struct pattern *pattern)
{
    for (size_t i = 0; i < pattern->table->n_columns; i++) {
        g_string_append(sql, i ? ", " : "");
        append_quoted(sql, pattern->table->columns[i].name, '"');
    }
}

static void append_placeholders(GString *sql, const struct pattern *pattern)
{
    for (size_t i = 1; i <= pattern->table->n_columns; i++)
        g_string_append_printf(sql, "%s?%zu", i > 1 ? ", " : "", i);
}

static void append_order(GString *sql, const struct pattern *pattern)
{
    g_autofree char *name = g_strconcat("write/order_", pattern->table->name, NULL);
    const char *order = sql_text(name);
    g_string_append(sql, order ? order : "key");
}

static const struct mark {
    const char *name;
    void (*append)(GString *sql, const struct pattern *pattern);
    bool of_column;
} marks[] = {
    {"{table}", append_table, false},     {"{table_name}", append_table_name, false},
    {"{column}", append_column, true},    {"{column_name}", append_column_name, true},
    {"{target}", append_target, true},    {"{target_name}", append_target_name, true},
    {"{columns}", append_columns, false}, {"{placeholders}", append_placeholders, false},
    {"{order}", append_order, false},
};

static const struct mark *find_mark(const struct pattern *pattern, const char *at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (g_str_has_prefix(at, marks[i].name))
            return marks[i].of_column && !pattern->column ? NULL : &marks[i];
    return NULL;
}

static const char *find_text(const char *name, GError **error)
{
    const char *text = sql_text(name);
    if (!text)
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "no SQL file named %s", name);
    return text;
}

bool pattern_expand(const struct pattern *pattern, GString *sql, GError **error)
{
    const char *at = find_text(pattern->name, error);
    if (!at)
        return false;
    for (const char *open; pattern->table && (open = strchr(at, '{'));) {
        const struct mark *mark = find_mark(pattern, open);
        if (!mark) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: unknown mark %.20s", pattern->name, open);
            return false;
        }
        g_string_append_len(sql, at, open - at);
        mark->append(sql, pattern);
        at = open + strlen(mark->name);
    }
    g_string_append(sql, at);
    return true;
}

bool pattern_rows(const char *name, size_t n_columns, size_t n_rows, GString *sql, GError **error)
{
    static const char rows[] = "{rows}";
    const char *text = find_text(name, error), *mark = text ? strstr(text, rows) : NULL;
    if (!mark) {
        if (text)
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: no mark %s", name, rows);
        return false;
    }
    g_string_append_len(sql, text, mark - text);
    for (size_t i = 0; i < n_rows; i++)
        for (size_t j = 0; j < n_columns; j++)
            g_string_append_printf(sql, "%s?%s", j ? ", " : i ? ", (" : "(", j + 1 < n_columns ? "" : ")");
    g_string_append(sql, mark + strlen(rows));
    return true;
}

/* Results to CSV. */
#include "format/csv.h"

#include "base/display.h"

#include <string.h>

/* Bytes and the full-width forms that begin a formula. */
static bool begins_formula(const char *text)
{
    static const char *const wide[] = {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
    while (*text == ' ' || g_str_has_prefix(text, "\xc2\xa0"))
        text += *text == ' ' ? 1 : 2;
    if (*text && strchr("=+-@\t\r\n", *text))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(wide); i++)
        if (g_str_has_prefix(text, wide[i]))
            return true;
    return false;
}

void csv_append(GString *out, const char *text, bool guarded)
{
    bool guard = guarded && begins_formula(text);
    if (!guard && !text[strcspn(text, ",\"\r\n")]) {
        g_string_append(out, text);
        return;
    }
    g_string_append(out, guard ? "\"'" : "\"");
    for (; *text; text++) {
        if (*text == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, '"');
}

static void append_row(const struct result *result, size_t row, struct arena *scratch, GString *out)
{
    for (size_t c = 0; c < result->n_columns; c++) {
        const struct column *column = result->columns[c];
        g_string_append(out, c ? "," : "");
        csv_append(out, display_plain(scratch, column, &result->cells[row * result->n_columns + c]),
                   column->type == COLUMN_TEXT);
    }
    g_string_append(out, "\r\n");
}

void csv_head(const struct result *result, GString *out)
{
    for (size_t c = 0; c < result->n_columns; c++)
        g_string_append_printf(out, "%s%s", c ? "," : "", result->columns[c]->name);
    g_string_append(out, "\r\n");
}

void csv_rows(const struct result *result, GString *out)
{
    struct arena *scratch = arena_new();
    for (size_t row = 0; row < result->n_rows; row++) {
        append_row(result, row, scratch, out);
        arena_reset(scratch);
    }
    arena_free(scratch);
}

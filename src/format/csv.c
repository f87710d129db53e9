/* Results to CSV. */
#include "format/csv.h"

#include "base/csv_field.h"
#include "base/display.h"

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

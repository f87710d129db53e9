/* Results to CSV. */
#include "format/csv.h"

#include "base/append.h"
#include "base/csv_field.h"
#include "base/display.h"

static void append_row(const struct result *result, size_t row, struct arena *scratch, GString *out)
{
    for (size_t c = 0; c < result->n_columns; c++) {
        const struct column *column = result->columns[c];
        append_text(out, c ? "," : "");
        csv_append(out, display_plain(scratch, column, &result->cells[row * result->n_columns + c]),
                   column->type == COLUMN_TEXT);
    }
    append_text(out, "\r\n");
}

void csv_head(const struct result *result, GString *out)
{
    for (size_t c = 0; c < result->n_columns; c++) {
        append_text(out, c ? "," : "");
        append_text(out, result->columns[c]->name);
    }
    append_text(out, "\r\n");
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

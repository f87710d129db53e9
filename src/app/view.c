/* Rows for templates. */
#include "app/view.h"

void view_set(struct result *result, const char *column, struct cell value)
{
    size_t position = result_column(result, column);
    g_assert(position != SIZE_MAX && result->n_rows > 0);
    result->cells[(result->n_rows - 1) * result->n_columns + position] = value;
}

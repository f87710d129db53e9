/* Tables in an arena. Must not know what a column means. */
#include "base/result.h"

#include "base/name.h"

#include <string.h>

enum { FIRST_ROWS = 4 }; /* many results hold the few sources of a cell */
_Static_assert(CELL_NULL == 0, "a zeroed cell is a NULL one");

struct result *result_new(struct arena *arena, const char *name, const struct column *const *columns, size_t n_columns)
{
    struct result *result = ARENA_NEW(arena, struct result);
    *result = (struct result){.name = name, .n_columns = n_columns, .columns = columns};
    return result;
}

void result_expect(struct arena *arena, struct result *result, size_t n)
{
    g_assert(result->capacity == 0);
    result->cells = ARENA_ROOM(arena, struct cell, n * result->n_columns);
    result->capacity = n;
}

struct result *result_slice(struct arena *arena, const struct result *result, size_t first, size_t n)
{
    g_assert(first + n <= result->n_rows);
    struct result *slice = result_new(arena, result->name, result->columns, result->n_columns);
    slice->cells = result->cells + first * result->n_columns;
    slice->n_rows = slice->capacity = n;
    return slice;
}

struct cell *result_append(struct arena *arena, struct result *result)
{
    if (result->n_rows == result->capacity) {
        size_t capacity = result->capacity ? result->capacity * 2 : FIRST_ROWS;
        struct cell *cells = ARENA_ROOM(arena, struct cell, capacity * result->n_columns);
        if (result->n_rows)
            memcpy(cells, result->cells, result->n_rows * result->n_columns * sizeof *cells);
        result->cells = cells;
        result->capacity = capacity;
    }
    struct cell *row = result->cells + result->n_columns * result->n_rows++;
    return memset(row, 0, result->n_columns * sizeof *row);
}

size_t result_column(const struct result *result, const char *name)
{
    for (size_t i = 0; i < result->n_columns; i++)
        if (name_is(result->columns[i]->name, name))
            return i;
    return SIZE_MAX;
}

const struct cell *result_at(const struct result *result, size_t row, size_t position)
{
    if (position == SIZE_MAX || row >= result->n_rows)
        return NULL;
    return &result->cells[row * result->n_columns + position];
}

const struct cell *result_cell(const struct result *result, size_t row, const char *column)
{
    return result_at(result, row, result_column(result, column));
}

bool column_is_internal(const struct column *column)
{
    return *column->name == 's' && g_str_has_prefix(column->name, "sort_");
}

size_t result_precision(const struct result *result, const char *column)
{
    g_autofree char *name = g_strconcat(column, "_precision", NULL);
    return result_column(result, name);
}

static bool is_or_serves(const struct column *column, const char *name)
{
    return strcmp(column->name, name) == 0 || g_strcmp0(column->serves, name) == 0;
}

/* Positions of the columns picked; returns how many. */
static size_t picked_columns(const struct result *result, const char *const *names, size_t *positions)
{
    size_t n = 0;
    if (!names) {
        for (size_t i = 0; i < result->n_columns; i++)
            if (!column_is_internal(result->columns[i]))
                positions[n++] = i;
        return n;
    }
    for (; *names; names++)
        for (size_t i = 0; i < result->n_columns && n < result->n_columns; i++)
            if (is_or_serves(result->columns[i], *names))
                positions[n++] = i;
    return n;
}

struct result *result_pick(struct arena *arena, const struct result *result, const char *const *names)
{
    size_t *positions = ARENA_ARRAY(arena, size_t, result->n_columns + 1);
    size_t n = picked_columns(result, names, positions);
    const struct column **columns = ARENA_ARRAY(arena, const struct column *, n + 1);
    for (size_t i = 0; i < n; i++)
        columns[i] = result->columns[positions[i]];
    struct result *picked = result_new(arena, result->name, columns, n);
    for (size_t row = 0; row < result->n_rows; row++) {
        struct cell *cells = result_append(arena, picked);
        for (size_t i = 0; i < n; i++)
            cells[i] = result->cells[row * result->n_columns + positions[i]];
    }
    return picked;
}

const char *result_text(const struct result *result, size_t row, const char *column)
{
    return cell_string(result_cell(result, row, column));
}

const char *cell_string(const struct cell *cell)
{
    return cell && cell->kind == CELL_TEXT ? cell->text : NULL;
}

int64_t result_integer(const struct result *result, size_t row, const char *column, int64_t fallback)
{
    const struct cell *cell = result_cell(result, row, column);
    return cell && cell->kind == CELL_INTEGER ? cell->integer : fallback;
}

bool cell_is_true(const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_NULL: return false;
    case CELL_INTEGER: return cell->integer != 0;
    case CELL_REAL: return cell->real != 0;
    case CELL_TEXT: return *cell->text != '\0';
    case CELL_RESULT: return cell->result->n_rows > 0;
    }
    return false;
}

bool cell_equal(const struct cell *a, const struct cell *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case CELL_NULL: return true;
    case CELL_INTEGER: return a->integer == b->integer;
    case CELL_REAL: return a->real == b->real;
    case CELL_TEXT: return a->precision == b->precision && strcmp(a->text, b->text) == 0;
    case CELL_RESULT: return a->result == b->result;
    }
    return false;
}

const char *choice_label(const struct choice *choices, const char *value)
{
    for (; choices && choices->value; choices++)
        if (name_is(choices->value, value))
            return choices->label;
    return NULL;
}

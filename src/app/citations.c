/* Source numbers. */
#include "app/citations.h"

#include "app/view.h"

#include <string.h>

struct citations {
    const struct question *question;
    size_t n, capacity;
    const char **keys;
};

static const struct column *const number_columns[] = {VIEW_INTEGER("number"), VIEW_URL("href"), VIEW_TEXT("source")};
static const struct column *const numbered_sources[] = {VIEW_RESULT("sources")};

struct citations *citations_new(const struct question *question)
{
    struct citations *citations = ARENA_NEW(question->arena, struct citations);
    citations->question = question;
    return citations;
}

/* The number of a key, new ones at the end; 1 is the first. */
static size_t number_of(struct citations *citations, const char *key)
{
    for (size_t i = 0; i < citations->n; i++)
        if (strcmp(citations->keys[i], key) == 0)
            return i + 1;
    if (citations->n == citations->capacity) {
        citations->capacity = citations->capacity * 2 + 32;
        const char **keys = ARENA_ARRAY(citations->question->arena, const char *, citations->capacity);
        if (citations->n)
            memcpy(keys, citations->keys, citations->n * sizeof *keys);
        citations->keys = keys;
    }
    citations->keys[citations->n++] = arena_strdup(citations->question->arena, key);
    return citations->n;
}

static bool has_number(const struct result *numbers, size_t number)
{
    for (size_t i = 0; i < numbers->n_rows; i++)
        if (result_integer(numbers, i, "number", 0) == (int64_t)number)
            return true;
    return false;
}

const struct result *citations_of(struct citations *citations, const char *keys)
{
    struct arena *arena = citations->question->arena;
    struct result *numbers = view_new(arena, "sources", number_columns);
    g_auto(GStrv) each = g_strsplit(keys ? keys : "", " ", -1);
    for (char **key = each; *key; key++) {
        size_t number = **key ? number_of(citations, *key) : 0;
        if (!number || has_number(numbers, number))
            continue;
        struct cell *row = result_append(arena, numbers);
        row[0] = cell_integer((int64_t)number);
        row[1] = cell_text(arena_printf(arena, "#source-%zu", number));
        row[2] = cell_text(arena_strdup(arena, *key));
    }
    return numbers;
}

struct result *citations_number(struct citations *citations, struct result *result)
{
    size_t column = result_column(result, "sources");
    if (column == SIZE_MAX)
        return result;
    const struct column **columns = ARENA_ARRAY(citations->question->arena, const struct column *, result->n_columns);
    memcpy(columns, result->columns, result->n_columns * sizeof *columns);
    columns[column] = numbered_sources[0];
    result->columns = columns;
    for (size_t row = 0; row < result->n_rows; row++) {
        struct cell *cell = &result->cells[row * result->n_columns + column];
        *cell = cell_result(citations_of(citations, cell->kind == CELL_TEXT ? cell->text : NULL));
    }
    return result;
}

/* The row of a key among rows in the order of their first column, or n_rows. */
static size_t find_row(const struct result *rows, const char *key)
{
    size_t from = 0, to = rows->n_rows;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = strcmp(rows->cells[middle * rows->n_columns].text, key);
        if (order == 0)
            return middle;
        *(order < 0 ? &from : &to) = order < 0 ? middle + 1 : middle;
    }
    return rows->n_rows;
}

struct result *citations_list(const struct citations *citations, GError **error)
{
    struct arena *arena = citations->question->arena;
    const struct result *known = store_dictionary(citations->question->edition, "sources_by_key", error);
    if (!known)
        return NULL;
    size_t n_columns = known->n_columns + 1;
    const struct column **columns = ARENA_ARRAY(arena, const struct column *, n_columns);
    columns[0] = number_columns[0];
    memcpy(columns + 1, known->columns, known->n_columns * sizeof *columns);
    struct result *cited = result_new(arena, "cited", columns, n_columns);
    for (size_t i = 0; i < citations->n; i++) {
        size_t row = find_row(known, citations->keys[i]);
        if (row == known->n_rows)
            continue;
        struct cell *cells = result_append(arena, cited);
        cells[0] = cell_integer((int64_t)i + 1);
        memcpy(cells + 1, known->cells + row * known->n_columns, known->n_columns * sizeof *cells);
    }
    return cited;
}

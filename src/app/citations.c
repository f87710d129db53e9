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

struct result *citations_list(const struct citations *citations, GError **error)
{
    g_autoptr(GString) keys = g_string_new("[");
    for (size_t i = 0; i < citations->n; i++) /* keys hold nothing that JSON would escape */
        g_string_append_printf(keys, "%s\"%s\"", i ? "," : "", citations->keys[i]);
    g_string_append_c(keys, ']');
    const struct binding binding = {"keys", cell_text(keys->str)};
    return question_run(citations->question, "sources_of", &binding, 1, error);
}

/* The pivot. Knows no column but sort_column; what goes with a cell is found by its name. */
#include "app/pivot.h"

#include "app/link.h"
#include "base/display.h"

#include <string.h>

/* What goes with a cell, under its name with this ending, and from which column of the rows it comes. */
static const struct {
    const char *ending, *from; /* from NULL: the cell's own name with the ending */
} companions[] = {
    {"", NULL},         {"_url", NULL}, {"_sources", "sources"}, {"_state", "amount_state"}, {"_reason", "flag_reason"},
    {"_on", "made_on"},
};
enum { COMPANIONS = G_N_ELEMENTS(companions) };

/* What goes with a column, the same in each of its lines. */
enum { HEAD = COMPANIONS, STRIDE };

/* A value of the pivoted column. */
struct heading {
    const char *value, *url;
    int64_t place;
};

struct matrix {
    struct arena *arena;
    const struct result *rows;
    const struct pivot *pivot;
    size_t n_row;                 /* columns of a line's own, with addresses */
    size_t from_row[16];          /* their positions in the rows */
    size_t from_cell[COMPANIONS]; /* positions of what makes a cell; SIZE_MAX: none */
    size_t column, column_url;    /* of what becomes columns */
    size_t n_headings;
    struct heading *headings;
};

static bool same_line(const struct result *rows, const struct pivot *pivot, size_t a, size_t b)
{
    for (const char *const *name = pivot->row; *name; name++)
        if (!cell_equal(result_cell(rows, a, *name), result_cell(rows, b, *name)))
            return false;
    return true;
}

size_t pivot_whole(const struct result *rows, const struct pivot *pivot, size_t n)
{
    size_t whole = n;
    while (whole > 0 && whole < rows->n_rows && same_line(rows, pivot, whole - 1, whole))
        whole--;
    if (whole)
        return whole;
    while (++whole < rows->n_rows && same_line(rows, pivot, whole - 1, whole))
        ;
    return whole;
}

static void find_positions(struct matrix *matrix)
{
    const struct result *rows = matrix->rows;
    for (const char *const *name = matrix->pivot->row; *name; name++) {
        size_t url = result_column(rows, arena_printf(matrix->arena, "%s_url", *name));
        g_assert(matrix->n_row + 2 <= G_N_ELEMENTS(matrix->from_row));
        matrix->from_row[matrix->n_row++] = result_column(rows, *name);
        if (url != SIZE_MAX)
            matrix->from_row[matrix->n_row++] = url;
    }
    for (size_t i = 0; i < COMPANIONS; i++) {
        const char *from = companions[i].from;
        matrix->from_cell[i] = result_column(
            rows, from ? from : arena_printf(matrix->arena, "%s%s", matrix->pivot->cell, companions[i].ending));
    }
    matrix->column = result_column(rows, matrix->pivot->column);
    matrix->column_url = result_column(rows, arena_concat(matrix->arena, matrix->pivot->column, "_url", NULL));
}

static size_t find_heading(const struct matrix *matrix, const char *value)
{
    size_t i = 0;
    while (i < matrix->n_headings && strcmp(matrix->headings[i].value, value) != 0)
        i++;
    return i;
}

static int compare_headings(const void *a, const void *b)
{
    const struct heading *left = a, *right = b;
    if (left->place != right->place)
        return left->place < right->place ? -1 : 1;
    return strcmp(left->value, right->value);
}

static void add_heading(struct matrix *matrix, const struct heading *heading)
{
    g_assert(heading->value); /* a cell without one would have no place */
    if (find_heading(matrix, heading->value) == matrix->n_headings)
        matrix->headings[matrix->n_headings++] = *heading;
}

/* Those that are NAMED come as they stand there. */
static void collect_headings(struct matrix *matrix, const struct result *named)
{
    size_t n_named = named ? named->n_rows : 0;
    const char *url = arena_concat(matrix->arena, matrix->pivot->column, "_url", NULL);
    matrix->headings = ARENA_ARRAY(matrix->arena, struct heading, matrix->rows->n_rows + n_named);
    for (size_t row = 0; row < n_named; row++)
        add_heading(matrix, &(struct heading){result_text(named, row, matrix->pivot->column),
                                              result_text(named, row, url), (int64_t)row});
    for (size_t row = 0; row < matrix->rows->n_rows; row++)
        add_heading(matrix, &(struct heading){cell_string(result_at(matrix->rows, row, matrix->column)),
                                              cell_string(result_at(matrix->rows, row, matrix->column_url)),
                                              result_integer(matrix->rows, row, "sort_column", 0)});
    qsort(matrix->headings, matrix->n_headings, sizeof *matrix->headings, compare_headings);
}

/* The declarations of the matrix: copies of the rows', named after the values. */
static struct result *empty_matrix(const struct matrix *matrix, const struct catalog *catalog)
{
    const struct result *rows = matrix->rows;
    size_t n = 0, most = matrix->n_row + matrix->n_headings * STRIDE;
    const struct column **columns = ARENA_ARRAY(matrix->arena, const struct column *, most + 1);
    for (; n < matrix->n_row; n++)
        columns[n] = rows->columns[matrix->from_row[n]];
    for (size_t h = 0; h < matrix->n_headings; h++) {
        const struct cell value = cell_text(matrix->headings[h].value);
        const char *label = display_cell(matrix->arena, catalog, rows->columns[matrix->column], &value);
        for (size_t i = 0; i < STRIDE; i++) {
            struct column *column = ARENA_NEW(matrix->arena, struct column);
            size_t from = i == HEAD ? matrix->column_url : matrix->from_cell[i];
            if (from != SIZE_MAX)
                *column = *rows->columns[from];
            const char *ending = i == HEAD ? PIVOT_HEAD_URL : companions[i].ending;
            column->name = arena_concat(matrix->arena, value.text, ending, NULL);
            column->label = label;
            column->serves = i ? value.text : NULL;
            columns[n++] = column;
        }
    }
    return result_new(matrix->arena, "matrix", columns, n);
}

static struct cell *begin_line(const struct matrix *matrix, struct result *lines, size_t row)
{
    struct cell *line = result_append(matrix->arena, lines);
    for (size_t i = 0; i < matrix->n_row; i++)
        line[i] = *result_at(matrix->rows, row, matrix->from_row[i]);
    for (size_t h = 0; h < matrix->n_headings; h++)
        line[matrix->n_row + h * STRIDE + HEAD] = cell_text(matrix->headings[h].url);
    return line;
}

/* Where the row's cell stands in its line. */
static size_t place_of(const struct matrix *matrix, size_t row)
{
    return matrix->n_row + find_heading(matrix, cell_string(result_at(matrix->rows, row, matrix->column))) * STRIDE;
}

static struct result *read_named(const struct question *question, GError **error)
{
    struct result *named = question_run(question, question->resource->pivot->named, NULL, 0, error);
    if (named)
        link_result(question, named);
    return named;
}

struct result *pivot_result(const struct question *question, const struct result *rows, GError **error)
{
    const struct pivot *pivot = question->resource->pivot;
    struct matrix matrix = {.arena = question->arena, .rows = rows, .pivot = pivot};
    const struct result *named = NULL;
    if (pivot->named && !(named = read_named(question, error)))
        return NULL;
    find_positions(&matrix);
    collect_headings(&matrix, named);
    struct result *lines = empty_matrix(&matrix, question->app->catalog);
    struct cell *line = NULL;
    for (size_t row = 0; row < rows->n_rows; row++) {
        size_t place = place_of(&matrix, row);
        bool is_new = !line || !same_line(rows, pivot, row - 1, row) || line[place].kind != CELL_NULL;
        if (is_new)
            line = begin_line(&matrix, lines, row);
        for (size_t i = 0; i < COMPANIONS; i++)
            if (matrix.from_cell[i] != SIZE_MAX)
                line[place + i] = *result_at(rows, row, matrix.from_cell[i]);
    }
    return lines;
}

/* Which shape stands for which position. */
#include "app/signs.h"

#include "app/view.h"

#include <string.h>

const struct chart_sign position_signs[] = {
    {"complies", SHAPE_DISC},
    {"no-evidence", SHAPE_DOTTED_RING},
    {"preliminary", SHAPE_HALF_DIAMOND},
    {"does-not-comply", SHAPE_STRUCK_SQUARE},
    {"documents-demanded", SHAPE_ASKING_SQUARE},
    {"under-review", SHAPE_RING},
    {"barred-by-court", SHAPE_SHIELD_OUTLINE},
    {"allowed-by-court", SHAPE_SHIELD},
    {"no-statement", SHAPE_DASH},
    {"disputed", SHAPE_TWO_HALVES},
    {NULL, SHAPES},
};

_Static_assert(G_N_ELEMENTS(position_signs) == SHAPES + 1, "each sign has a shape of its own");

static const struct column *const sign_columns[] = {VIEW_CODE("value"), VIEW_CODE("filled"), VIEW_CODE("lines")};

static void mark(const char *value, bool *is_held)
{
    for (size_t i = 0; position_signs[i].value; i++)
        is_held[i] |= strcmp(position_signs[i].value, value) == 0;
}

/* Marks the positions in a result, and in those within it. */
static void mark_all(const struct result *result, bool *is_held)
{
    const struct cell *end = result->cells + result->n_rows * result->n_columns;
    for (size_t column = 0; column < result->n_columns; column++) {
        enum column_type type = result->columns[column]->type;
        if (type != COLUMN_POSITION && type != COLUMN_RESULT)
            continue;
        for (const struct cell *cell = result->cells + column; cell < end; cell += result->n_columns)
            if (cell->kind == CELL_RESULT && cell->result->n_rows)
                mark_all(cell->result, is_held);
            else if (cell->kind == CELL_TEXT)
                mark(cell->text, is_held);
    }
}

struct result *signs_result(struct arena *arena, const struct result *const *results, size_t n_results)
{
    struct result *signs = view_new(arena, "signs", sign_columns);
    bool is_held[SHAPES] = {false}; /* no more signs than shapes: each has its own */
    for (size_t i = 0; i < n_results; i++)
        mark_all(results[i], is_held);
    for (size_t i = 0; position_signs[i].value; i++) {
        if (!is_held[i])
            continue;
        const struct chart_outline outline = chart_shape_outline(arena, position_signs[i].shape);
        result_append(arena, signs);
        view_set(signs, "value", cell_text(position_signs[i].value));
        view_set(signs, "filled", cell_filled(outline.filled));
        view_set(signs, "lines", cell_filled(outline.lines));
    }
    return signs;
}

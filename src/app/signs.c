/* Which shape stands for which position. */
#include "app/signs.h"

#include "app/view.h"

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

static const struct column *const sign_columns[] = {VIEW_CODE("value"), VIEW_CODE("filled"), VIEW_CODE("lines")};

static bool holds(const struct result *result, const char *value)
{
    for (size_t column = 0; column < result->n_columns; column++) {
        enum column_type type = result->columns[column]->type;
        for (size_t row = 0; (type == COLUMN_POSITION || type == COLUMN_RESULT) && row < result->n_rows; row++) {
            const struct cell *cell = result_at(result, row, column);
            if (cell->kind == CELL_RESULT ? holds(cell->result, value) : g_strcmp0(cell_string(cell), value) == 0)
                return true;
        }
    }
    return false;
}

struct result *signs_result(struct arena *arena, const struct result *const *results, size_t n_results)
{
    struct result *signs = view_new(arena, "signs", sign_columns);
    for (const struct chart_sign *sign = position_signs; sign->value; sign++) {
        const struct chart_outline outline = chart_shape_outline(arena, sign->shape);
        size_t at = 0;
        while (at < n_results && !holds(results[at], sign->value))
            at++;
        if (at == n_results)
            continue;
        result_append(arena, signs);
        view_set(signs, "value", cell_text(sign->value));
        view_set(signs, "filled", cell_filled(outline.filled));
        view_set(signs, "lines", cell_filled(outline.lines));
    }
    return signs;
}

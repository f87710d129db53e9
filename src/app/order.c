/* Orders from column names. */
#include "app/order.h"

#include "app/link.h"
#include "base/display.h"

#include <string.h>

/* The order's name if the list has it, else NULL. */
static const char *accepted(const struct parameter *sort, const char *name)
{
    for (const struct choice *choice = sort->choices; choice->value; choice++)
        if (strcmp(choice->value, name) == 0)
            return choice->value;
    return NULL;
}

static bool is_shown(const struct question *question, const char *name)
{
    for (const char *const *each = question->resource->shown; each && *each; each++)
        if (strcmp(*each, name) == 0)
            return true;
    return false;
}

/* The column's name without its unit, unless another column of the list is named that. */
static const char *stem_of(const struct question *question, const struct column *column)
{
    bool has_unit = display_is_numeric(column) || column->type == COLUMN_DATE;
    const char *end = has_unit ? strrchr(column->name, '_') : NULL;
    char *stem = arena_strdup(question->arena, column->name);
    if (end)
        stem[end - column->name] = '\0';
    if (end && is_shown(question, stem))
        stem = arena_strdup(question->arena, column->name);
    return g_strdelimit(stem, "_", '-');
}

static const char *current_order(const struct question *question, const struct parameter *sort)
{
    const struct parameter_value *given = parameters_get(question->parameters, "sort");
    return given ? given->text : sort->fallback;
}

bool order_of(const struct question *question, const struct column *column, bool is_first, struct order *order)
{
    const struct parameter *sort = parameter_find(question->resource->parameters, "sort");
    if (!sort)
        return false;
    const char *stem = stem_of(question, column);
    const char *up = accepted(sort, stem);
    const char *down = accepted(sort, arena_concat(question->arena, "-", stem, NULL));
    if (!up && !down && is_first)
        up = accepted(sort, "name");
    if (!up && !down)
        return false;
    const char *current = current_order(question, sort);
    bool is_up = g_strcmp0(current, up) == 0, is_down = g_strcmp0(current, down) == 0;
    const char *next = down && !is_down ? down : up ? up : down; /* quantities: largest first */
    const struct parameter_change changes[] = {{"sort", next}, {"after", NULL}, {NULL, NULL}};
    *order = (struct order){
        .url = arena_concat(question->arena, link_self(question, "", changes), "#results", NULL),
        .aria = is_down ? "descending"
                : is_up ? "ascending"
                        : NULL,
        .is_descending = is_down,
    };
    return true;
}

const char *order_largest(const struct question *question, const struct column *column)
{
    const struct parameter *sort = parameter_find(question->resource->parameters, "sort");
    return sort ? accepted(sort, arena_concat(question->arena, "-", stem_of(question, column), NULL)) : NULL;
}

const char *order_by_name(const struct question *question)
{
    const struct parameter *sort = parameter_find(question->resource->parameters, "sort");
    return sort ? accepted(sort, "name") : NULL;
}

const char *order_words(const struct question *question, const char *order)
{
    const struct parameter *sort = parameter_find(question->resource->parameters, "sort");
    return sort ? choice_label(sort->choices, order ? order : current_order(question, sort)) : NULL;
}

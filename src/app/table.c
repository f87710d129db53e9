/* Tables from column declarations. A column X that has a sibling X_url is shown as a link; an empty amount shows the
 * words of amount_state; a flagged one its reason. */
#include "app/table.h"

#include "app/columns.h"
#include "app/link.h"
#include "app/view.h"
#include "app/vocabulary.h"
#include "base/display.h"

#include <string.h>

static const struct column *const table_columns[] = {VIEW_RESULT("columns"), VIEW_RESULT("rows")};
static const struct column *const heading_columns[] = {VIEW_TEXT("heading"),   VIEW_CODE("class"),
                                                       VIEW_URL("sort_url"),   VIEW_CODE("aria_sort"),
                                                       VIEW_FLAG("is_sorted"), VIEW_FLAG("is_descending")};
static const struct column *const row_columns[] = {VIEW_INTEGER("number"), VIEW_RESULT("cells")};
static const struct column *const cell_columns[] = {VIEW_TEXT("text"),     VIEW_URL("link"),     VIEW_CODE("class"),
                                                    VIEW_TEXT("remark"),   VIEW_FLAG("is_head"), VIEW_FLAG("is_data"),
                                                    VIEW_RESULT("numbers")};

const char *table_measure(const struct question *question)
{
    const struct parameter_value *measure = parameters_get(question->parameters, "measure");
    return measure ? catalog_text(question->app->catalog, choice_label(measures, measure->text)) : NULL;
}

const char *table_fiscal_year(const struct question *question)
{
    const struct parameter_value *fy = parameters_get(question->parameters, "fy");
    return fy ? arena_printf(question->arena, "FY%s", fy->text) : NULL;
}

/* What a click on a heading sorts by: names of orders are those of columns, shortened. */
static const struct {
    const char *column, *ascending, *descending;
} heading_sorts[] = {
    {"jurisdiction", "name", NULL},
    {"kind", "kind", NULL},
    {"state", "state", NULL},
    {"population_2020", "population", "-population"},
    {"amount_usd", "amount", "-amount"},
    {"per_resident_usd", NULL, "-per-resident"},
    {"demand", "name", NULL},
    {"issued_on", "issued", "-issued"},
    {"due_on", "due", NULL},
    {"title", "title", NULL},
    {"publisher", "publisher", NULL},
    {"published_on", NULL, "-published"},
};

static bool accepts_sort(const struct question *question, const char *sort)
{
    for (const struct parameter *const *each = question->resource->parameters; *each; each++)
        if (strcmp((*each)->name, "sort") == 0)
            return choice_label((*each)->choices, sort) != NULL;
    return false;
}

static const char *current_sort(const struct question *question)
{
    const struct parameter_value *value = parameters_get(question->parameters, "sort");
    if (value)
        return value->text;
    for (const struct parameter *const *each = question->resource->parameters; *each; each++)
        if (strcmp((*each)->name, "sort") == 0)
            return (*each)->fallback;
    return "";
}

static void set_sort(const struct question *question, struct result *headings, const char *column)
{
    for (size_t i = 0; i < G_N_ELEMENTS(heading_sorts); i++) {
        const char *up = heading_sorts[i].ascending, *down = heading_sorts[i].descending;
        if (strcmp(heading_sorts[i].column, column) != 0 || !accepts_sort(question, up ? up : down))
            continue;
        bool is_up = up && strcmp(current_sort(question), up) == 0;
        bool is_down = down && strcmp(current_sort(question), down) == 0;
        const char *next = down && !is_down ? down : up ? up : down; /* quantities: largest first */
        const struct parameter_change changes[] = {{"sort", next}, {"after", NULL}, {NULL, NULL}};
        view_set(headings, "sort_url",
                 cell_text(arena_printf(question->arena, "%s#results", link_self(question, "", changes))));
        view_set(headings, "aria_sort", cell_text(is_down ? "descending" : is_up ? "ascending" : "none"));
        view_set(headings, "is_sorted", cell_integer(is_up || is_down));
        view_set(headings, "is_descending", cell_integer(is_down));
    }
}

static struct result *headings_of(const struct question *question, const struct result *rows)
{
    struct result *headings = view_new(question->arena, "columns", heading_columns);
    for (const char *const *name = question->resource->shown; *name; name++) {
        if (rows && result_column(rows, *name) == SIZE_MAX)
            continue;
        const struct column *column = column_find(*name);
        result_append(question->arena, headings);
        view_set(headings, "heading",
                 cell_text(display_label(question->arena, question->app->catalog, column, table_measure(question),
                                         table_fiscal_year(question))));
        view_set(headings, "class", cell_text(display_is_numeric(column) ? "number" : "words"));
        set_sort(question, headings, *name);
    }
    return headings;
}

/* The words of an amount that is not there. */
static const char *absent_words(const struct question *question, const struct result *rows, size_t row)
{
    const char *state = result_text(rows, row, "amount_state");
    return state ? catalog_text(question->app->catalog, choice_label(amount_states, state)) : NULL;
}

static void append_cell(const struct question *question, struct result *cells, const struct result *rows, size_t row,
                        const char *name, struct citations *citations)
{
    struct arena *arena = question->arena;
    const struct column *column = column_find(name);
    const struct cell *value = result_cell(rows, row, name);
    bool is_first = cells->n_rows == 0;
    bool is_amount = column->type == COLUMN_MONEY;
    bool is_absent = is_amount && value->kind == CELL_NULL;
    bool is_flagged = is_amount && result_integer(rows, row, "is_flagged", 0);
    const char *text = display_cell(arena, question->app->catalog, column, value);
    if (column->type == COLUMN_FLAG)
        text = value->kind == CELL_INTEGER && value->integer ? catalog_text(question->app->catalog, column->label) : "";
    result_append(arena, cells);
    view_set(cells, "text", cell_text(is_absent ? absent_words(question, rows, row) : text));
    view_set(cells, "link",
             cell_text(result_text(rows, row, arena_printf(arena, "%s_url", strcmp(name, "title") ? name : "source"))));
    view_set(cells, "class",
             cell_text(is_absent                    ? "number absent"
                       : is_flagged                 ? "number flagged"
                       : display_is_numeric(column) ? "number"
                                                    : "words"));
    view_set(cells, "remark",
             cell_text(is_flagged && strcmp(name, "amount_usd") == 0 ? result_text(rows, row, "flag_reason") : NULL));
    view_set(cells, "is_head", cell_integer(is_first));
    view_set(cells, "is_data", cell_integer(!is_first));
    const char *owner = result_column(rows, "amount_usd") == SIZE_MAX ? question->resource->shown[0] : "amount_usd";
    view_set(cells, "numbers",
             cell_result(citations_of(
                 citations, strcmp(name, owner) == 0 && !is_absent ? result_text(rows, row, "sources") : NULL)));
}

static struct result *rows_of(const struct question *question, const struct result *rows, int64_t first,
                              struct citations *citations)
{
    struct result *shown = view_new(question->arena, "rows", row_columns);
    for (size_t row = 0; row < rows->n_rows; row++) {
        struct result *cells = view_new(question->arena, "cells", cell_columns);
        for (const char *const *name = question->resource->shown; *name; name++)
            if (result_column(rows, *name) != SIZE_MAX)
                append_cell(question, cells, rows, row, *name, citations);
        result_append(question->arena, shown);
        view_set(shown, "number", cell_integer(first + (int64_t)row));
        view_set(shown, "cells", cell_result(cells));
    }
    return shown;
}

/* One row of each kind, with nothing in it, for checking templates. */
static struct result *shape_of(const struct question *question, struct citations *citations)
{
    struct result *cells = view_new(question->arena, "cells", cell_columns);
    result_append(question->arena, cells);
    view_set(cells, "numbers", cell_result(citations_of(citations, NULL)));
    struct result *shown = view_new(question->arena, "rows", row_columns);
    result_append(question->arena, shown);
    view_set(shown, "cells", cell_result(cells));
    return shown;
}

struct result *table_result(const struct question *question, const struct result *rows, int64_t first,
                            struct citations *citations)
{
    struct result *table = view_new(question->arena, "table", table_columns);
    if (!question->resource->shown)
        return table;
    result_append(question->arena, table);
    view_set(table, "columns", cell_result(headings_of(question, rows)));
    view_set(table, "rows",
             cell_result(rows ? rows_of(question, rows, first, citations) : shape_of(question, citations)));
    return table;
}

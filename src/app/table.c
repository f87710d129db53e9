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
enum { ROW_NUMBER, ROW_CELLS };
static const struct column *const row_columns[] = {
    [ROW_NUMBER] = VIEW_INTEGER("number"), [ROW_CELLS] = VIEW_RESULT("cells")};
enum { CELL_WORDS, CELL_LINK, CELL_CLASS, CELL_REMARK, CELL_IS_HEAD, CELL_IS_DATA, CELL_NUMBERS };
static const struct column *const cell_columns[] = {
    [CELL_WORDS] = VIEW_TEXT("text"),       [CELL_LINK] = VIEW_URL("link"),
    [CELL_CLASS] = VIEW_CODE("class"),      [CELL_REMARK] = VIEW_TEXT("remark"),
    [CELL_IS_HEAD] = VIEW_FLAG("is_head"),  [CELL_IS_DATA] = VIEW_FLAG("is_data"),
    [CELL_NUMBERS] = VIEW_RESULT("numbers")};

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

/* A shown column among the rows. */
struct shown {
    const struct column *column;
    size_t at, url;   /* positions in the rows; SIZE_MAX: none */
    bool has_remark;  /* says why an amount is flagged */
    bool has_numbers; /* carries the numbers of the row's sources */
};

/* The body of a table being made. */
struct body {
    const struct question *question;
    const struct result *rows;
    struct citations *citations;
    size_t state, flagged, reason, sources; /* positions in the rows */
    size_t n_shown;
    struct shown *shown;
};

static struct body body_of(const struct question *question, const struct result *rows, struct citations *citations)
{
    struct arena *arena = question->arena;
    const char *const *names = question->resource->shown;
    bool has_amount = result_column(rows, "amount_usd") != SIZE_MAX;
    struct body body = {
        .question = question,
        .rows = rows,
        .citations = citations,
        .state = result_column(rows, "amount_state"),
        .flagged = result_column(rows, "is_flagged"),
        .reason = result_column(rows, "flag_reason"),
        .sources = result_column(rows, "sources"),
        .shown = ARENA_ARRAY(arena, struct shown, g_strv_length((char **)names)),
    };
    for (const char *const *name = names; *name; name++) {
        size_t at = result_column(rows, *name);
        bool is_amount = strcmp(*name, "amount_usd") == 0;
        const char *url = arena_printf(arena, "%s_url", strcmp(*name, "title") ? *name : "source");
        if (at != SIZE_MAX)
            body.shown[body.n_shown++] = (struct shown){
                .column = rows->columns[at],
                .at = at,
                .url = result_column(rows, url),
                .has_remark = is_amount,
                .has_numbers = has_amount ? is_amount : name == names,
            };
    }
    return body;
}

/* The words of an amount that is not there. */
static const char *absent_words(const struct body *body, size_t row)
{
    const char *state = cell_string(result_at(body->rows, row, body->state));
    return state ? catalog_text(body->question->app->catalog, choice_label(amount_states, state)) : NULL;
}

static const char *words_of(const struct body *body, size_t row, const struct shown *shown)
{
    const struct catalog *catalog = body->question->app->catalog;
    const struct cell *value = result_at(body->rows, row, shown->at);
    if (shown->column->type == COLUMN_MONEY && value->kind == CELL_NULL)
        return absent_words(body, row);
    if (shown->column->type == COLUMN_FLAG)
        return cell_is_true(value) ? catalog_text(catalog, shown->column->label) : "";
    return display_cell(body->question->arena, catalog, shown->column, value);
}

static void append_cell(const struct body *body, struct result *cells, size_t row, const struct shown *shown)
{
    bool is_amount = shown->column->type == COLUMN_MONEY;
    bool is_absent = is_amount && result_at(body->rows, row, shown->at)->kind == CELL_NULL;
    const struct cell *flag = is_amount ? result_at(body->rows, row, body->flagged) : NULL;
    bool is_flagged = flag && cell_is_true(flag);
    bool is_head = cells->n_rows == 0;
    const char *sources =
        shown->has_numbers && !is_absent ? cell_string(result_at(body->rows, row, body->sources)) : NULL;
    struct cell *cell = result_append(body->question->arena, cells);
    cell[CELL_WORDS] = cell_text(words_of(body, row, shown));
    cell[CELL_LINK] = cell_text(cell_string(result_at(body->rows, row, shown->url)));
    cell[CELL_CLASS] = cell_text(is_absent                           ? "number absent"
                                 : is_flagged                        ? "number flagged"
                                 : display_is_numeric(shown->column) ? "number"
                                                                     : "words");
    if (is_flagged && shown->has_remark)
        cell[CELL_REMARK] = cell_text(cell_string(result_at(body->rows, row, body->reason)));
    cell[CELL_IS_HEAD] = cell_integer(is_head);
    cell[CELL_IS_DATA] = cell_integer(!is_head);
    cell[CELL_NUMBERS] = cell_result(citations_of(body->citations, sources));
}

static struct result *rows_of(const struct question *question, const struct result *rows, int64_t first,
                              struct citations *citations)
{
    const struct body body = body_of(question, rows, citations);
    struct result *shown = view_new(question->arena, "rows", row_columns);
    for (size_t row = 0; row < rows->n_rows; row++) {
        struct result *cells = view_new(question->arena, "cells", cell_columns);
        for (size_t i = 0; i < body.n_shown; i++)
            append_cell(&body, cells, row, &body.shown[i]);
        struct cell *cell = result_append(question->arena, shown);
        cell[ROW_NUMBER] = cell_integer(first + (int64_t)row);
        cell[ROW_CELLS] = cell_result(cells);
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

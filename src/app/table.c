/* Tables from column declarations: which columns are shown, what goes with each, their headings. */
#include "app/table.h"

#include "app/amount_words.h"
#include "app/cells.h"
#include "app/columns.h"
#include "app/glossary.h"
#include "app/order.h"
#include "app/pivot.h"
#include "app/view.h"
#include "base/display.h"

#include <string.h>

static const struct column *const table_columns[] = {VIEW_FLAG("is_numbered"), VIEW_FLAG("has_same"),
                                                     VIEW_RESULT("same"), VIEW_RESULT("columns"), VIEW_RESULT("rows")};
static const struct column *const heading_columns[] = {VIEW_TEXT("heading"),       VIEW_CODE("class"),
                                                       VIEW_URL("sort_url"),       VIEW_CODE("aria_sort"),
                                                       VIEW_FLAG("is_descending"), VIEW_URL("head_url")};
enum { ROW_NUMBER, ROW_SELECT_VALUE, ROW_SELECT_LABEL, ROW_HEAD, ROW_CELLS };
static const struct column *const row_columns[] = {
    [ROW_NUMBER] = VIEW_INTEGER("number"),
    [ROW_SELECT_VALUE] = VIEW_CODE("select_value"),
    [ROW_SELECT_LABEL] = VIEW_TEXT("select_label"),
    [ROW_HEAD] = VIEW_RESULT("head"), /* one cell, or none where nothing is shown */
    [ROW_CELLS] = VIEW_RESULT("cells"),
};
/* Does the address X_url belong to a column X or X_name of the rows, or to the row as a whole? */
static bool is_link_of_another(const struct result *rows, const struct column *column)
{
    if (!g_str_has_suffix(column->name, "_url"))
        return false;
    g_autofree char *owner = g_strndup(column->name, strlen(column->name) - strlen("_url"));
    g_autofree char *name = g_strconcat(owner, "_name", NULL);
    return result_column(rows, owner) != SIZE_MAX || result_column(rows, name) != SIZE_MAX ||
           strcmp(owner, "record") == 0;
}

static bool is_for_people(const struct result *rows, const struct column *column)
{
    if (column->serves || column_is_internal(column) || column->type == COLUMN_KEY || column->type == COLUMN_SOURCES)
        return false;
    return column->type != COLUMN_URL || !is_link_of_another(rows, column);
}

/* Is no row of the kind that has an amount? */
static bool is_not_of_amounts(const struct result *rows)
{
    size_t row = 0, at = result_column(rows, "amount_state");
    while (row < rows->n_rows && g_strcmp0(cell_string(result_at(rows, row, at)), "not-applicable") == 0)
        row++;
    return rows->n_rows && row == rows->n_rows;
}

/* A column of which no row has anything needs no place; that there is no amount where one could be is said. */
static bool has_any(const struct result *rows, size_t at)
{
    if (rows->columns[at]->type == COLUMN_MONEY)
        return !is_not_of_amounts(rows);
    bool is_flag = rows->columns[at]->type == COLUMN_FLAG; /* "no" is not said */
    for (size_t row = 0; row < rows->n_rows; row++) {
        const struct cell *cell = result_at(rows, row, at);
        if (is_flag ? cell_is_true(cell) : cell->kind != CELL_NULL)
            return true;
    }
    return false;
}

/* What an empty cell of the column says, where that is the resource's to say. */
static const char *absent_of(const struct question *question, const struct column *column)
{
    const char *words = question->resource->unmatched;
    return words && strcmp(column->name, "jurisdiction") == 0 ? catalog_text(question->app->catalog, words) : NULL;
}

static const char *label_of(const struct question *question, const struct column *column)
{
    return display_heading(question->arena, question->app->catalog, column, amount_measure(question),
                           amount_fiscal_year(question));
}

static const char *class_of(const struct column *column)
{
    if (display_is_numeric(column))
        return "n";
    return column->type == COLUMN_DATE ? "day" : NULL;
}

/* What goes with a column: X_state with X. An amount_usd by itself, and the first column where there is none, have what
 * the whole row has. */
static size_t companion(const struct making *making, const struct column *column, const char *ending,
                        const char *of_the_row)
{
    const struct result *rows = making->rows;
    size_t own = result_column(rows, arena_concat(making->question->arena, column->name, "_", ending, NULL));
    bool is_amount = strcmp(column->name, "amount_usd") == 0;
    bool is_owner = is_amount || (making->n_shown == 0 && result_column(rows, "amount_usd") == SIZE_MAX);
    return own == SIZE_MAX && is_owner ? result_column(rows, of_the_row) : own;
}

/* The address of a column X is X_url; of X_name too. The first column and, in the page's answer, an amount_usd without
 * one have that of the whole row. */
static size_t address_of(const struct making *making, const struct column *column)
{
    struct arena *arena = making->question->arena;
    size_t own = result_column(making->rows, arena_concat(arena, column->name, "_url", NULL));
    if (own == SIZE_MAX && g_str_has_suffix(column->name, "_name")) {
        int length = (int)(strlen(column->name) - strlen("_name"));
        own = result_column(making->rows, arena_printf(arena, "%.*s_url", length, column->name));
    }
    bool is_of_row = making->n_shown == 0 || (making->is_answer && strcmp(column->name, "amount_usd") == 0);
    return own == SIZE_MAX && is_of_row ? result_column(making->rows, "record_url") : own;
}

static void show(struct making *making, size_t at)
{
    const struct result *rows = making->rows;
    const struct column *column = rows->columns[at];
    bool is_head = making->n_shown == 0;
    making->shown[making->n_shown] = (struct shown){
        .column = column,
        .label = label_of(making->question, column),
        .class = class_of(column),
        .absent = absent_of(making->question, column),
        .at = at,
        .link = column->type == COLUMN_URL ? at : address_of(making, column),
        .sources = companion(making, column, "sources", "sources"),
        .state = companion(making, column, "state", "amount_state"),
        .reason = companion(making, column, "reason", "flag_reason"),
        .day = column->type == COLUMN_POSITION ? companion(making, column, "on", "") : SIZE_MAX,
        .is_head = is_head,
    };
    making->n_shown++;
}

/* The columns that the plan shows, as far as the rows have them; of a plan that shows all those in WITHOUT (or NULL)
 * are left out. */
static struct making making_of(const struct question *question, const struct table_plan *plan,
                               const char *const *without, struct citations *citations)
{
    const struct result *rows = plan->rows;
    struct making making = {
        .question = question,
        .rows = rows,
        .citations = citations,
        .is_answer = plan->is_answer,
        .key = result_column(rows, "key"),
        .shown = ARENA_ARRAY(question->arena, struct shown, rows->n_columns),
    };
    for (const char *const *name = plan->shown; name && *name; name++)
        if (result_column(rows, *name) != SIZE_MAX)
            show(&making, result_column(rows, *name));
    for (size_t i = 0; !plan->shown && i < rows->n_columns; i++)
        if (is_for_people(rows, rows->columns[i]) && (has_any(rows, i) || absent_of(question, rows->columns[i])) &&
            !(without && g_strv_contains(without, rows->columns[i]->name)))
            show(&making, i);
    return making;
}

/* Those of the names whose columns have anything. */
static const char *const *filled(const struct question *question, const struct table_plan *plan)
{
    size_t n = 0;
    const char **names = ARENA_ARRAY(question->arena, const char *, g_strv_length((char **)plan->shown) + 1);
    for (const char *const *each = plan->shown; *each; each++) {
        size_t at = result_column(plan->rows, *each);
        if (at != SIZE_MAX && has_any(plan->rows, at))
            names[n++] = *each;
    }
    names[n] = NULL;
    return names;
}

/* Where the head of a column leads: what it is of, or the meaning of its words or, in the page's answer, of itself. */
static const char *head_url(const struct making *making, const struct shown *shown)
{
    const struct question *question = making->question;
    const struct column *column = shown->column;
    size_t own = result_column(making->rows, arena_concat(question->arena, column->name, PIVOT_HEAD_URL, NULL));
    if (own != SIZE_MAX)
        return making->rows->n_rows ? cell_string(result_at(making->rows, 0, own)) : NULL;
    const char *meaning = glossary_meaning(question->app, question->arena, column->choices, NULL);
    bool is_told = meaning || !making->is_answer || shown->is_head;
    return is_told ? meaning : glossary_of_column(question->app, question->arena, column);
}

static struct result *headings_of(struct making *making, bool sorts)
{
    struct arena *arena = making->question->arena;
    struct result *headings = view_new(arena, "columns", heading_columns);
    for (const struct shown *shown = making->shown; shown < making->shown + making->n_shown; shown++) {
        result_append(arena, headings);
        view_set(headings, "heading", cell_text(shown->label));
        view_set(headings, "class", cell_text(shown->class));
        view_set(headings, "head_url", cell_text(head_url(making, shown)));
        struct order order;
        if (!sorts || !order_of(making->question, shown->column, shown->is_head, &order))
            continue;
        view_set(headings, "sort_url", cell_text(order.url));
        view_set(headings, "aria_sort", cell_text(order.aria));
        view_set(headings, "is_descending", cell_integer(order.is_descending));
        if (order.aria)
            making->orders = shown;
    }
    return headings;
}

static struct result *cells_of(const struct making *making)
{
    struct result *cells = cells_new(making->question, "cells");
    result_expect(making->question->arena, cells, making->rows->n_rows * making->n_shown);
    for (size_t row = 0; row < making->rows->n_rows; row++)
        for (size_t i = 0; i < making->n_shown; i++)
            cells_append(making, cells, row, &making->shown[i]);
    return cells;
}

/* In the order of amounts a number is a rank: one that stays out of totals has none, and the next is not behind it. */
static bool is_ranked(const struct making *making, size_t row)
{
    return !making->orders || !cells_uncounted(making, row, making->orders);
}

static struct result *rows_of(const struct making *making, const struct table_plan *plan)
{
    struct arena *arena = making->question->arena;
    struct result *shown = view_new(arena, "rows", row_columns);
    const struct result *cells = cells_of(making);
    size_t n_heads = MIN(making->n_shown, 1);
    int64_t next = plan->first;
    result_expect(arena, shown, making->rows->n_rows);
    for (size_t row = 0; row < making->rows->n_rows; row++) {
        const struct result *own = result_slice(arena, cells, row * making->n_shown, making->n_shown);
        struct cell *cell = result_append(arena, shown);
        cell[ROW_NUMBER] = next && is_ranked(making, row) ? cell_integer(next++) : cell_null();
        cell[ROW_SELECT_VALUE] =
            cell_text(plan->selects ? cell_string(result_at(making->rows, row, making->key)) : NULL);
        cell[ROW_SELECT_LABEL] = n_heads ? *cells_words(own, making->shown) : cell_null();
        cell[ROW_HEAD] = cell_result(result_slice(arena, own, 0, n_heads));
        cell[ROW_CELLS] = cell_result(result_slice(arena, own, n_heads, making->n_shown - n_heads));
    }
    return shown;
}

/* Has the column something, and that in every row? */
static bool is_same(const struct result *rows, size_t at)
{
    size_t row = 1;
    while (row < rows->n_rows && cell_equal(result_at(rows, 0, at), result_at(rows, row, at)))
        row++;
    return row >= rows->n_rows && rows->n_rows && result_at(rows, 0, at)->kind != CELL_NULL;
}

/* Takes what the question fixes from the columns: its cells, each once. What names the rows stays. */
static struct result *set_apart(struct making *making)
{
    struct result *cells = cells_new(making->question, "same");
    size_t n = 0;
    for (size_t i = 0; i < making->n_shown; i++) {
        const struct shown shown = making->shown[i];
        bool is_fixed = parameters_fix(making->question->parameters, shown.column->name);
        if (is_fixed && !shown.is_head && is_same(making->rows, shown.at))
            cells_append(making, cells, 0, &shown);
        else
            making->shown[n++] = shown;
    }
    making->n_shown = n;
    return cells;
}

static void set_shape(const struct question *question, struct result *table, struct citations *citations)
{
    struct result *shown = view_new(question->arena, "rows", row_columns);
    result_append(question->arena, shown);
    view_set(shown, "head", cell_result(cells_shape(question, "head", citations)));
    view_set(shown, "cells", cell_result(cells_shape(question, "cells", citations)));
    view_set(table, "same", cell_result(cells_shape(question, "same", citations)));
    view_set(table, "columns", cell_result(view_new(question->arena, "columns", heading_columns)));
    view_set(table, "rows", cell_result(shown));
}

struct result *table_result(const struct question *question, const struct table_plan *plan, struct citations *citations)
{
    struct result *table = view_new(question->arena, "table", table_columns);
    result_append(question->arena, table);
    if (!plan) {
        set_shape(question, table, citations);
        return table;
    }
    struct table_plan own = *plan;
    if (plan->drops_empty && plan->shown)
        own.shown = filled(question, plan);
    struct making making = making_of(question, &own, NULL, citations);
    if (plan->is_answer) {
        struct result *same = set_apart(&making);
        view_set(table, "has_same", cell_integer(same->n_rows > 0));
        view_set(table, "same", cell_result(same));
    }
    view_set(table, "is_numbered", cell_integer(plan->first > 0));
    view_set(table, "columns", cell_result(headings_of(&making, plan->sorts)));
    view_set(table, "rows", cell_result(rows_of(&making, plan)));
    return table;
}

struct result *table_facts(const struct question *question, const struct result *rows, const char *const *without,
                           struct citations *citations)
{
    if (!rows || rows->n_rows == 0)
        return cells_shape(question, "facts", citations);
    struct result *facts = cells_new(question, "facts");
    const struct making making = making_of(question, &(struct table_plan){.rows = rows}, without, citations);
    for (size_t i = 0; i < making.n_shown; i++)
        if (making.shown[i].absent || cell_is_true(result_at(rows, 0, making.shown[i].at)))
            cells_append(&making, facts, 0, &making.shown[i]);
    return facts;
}

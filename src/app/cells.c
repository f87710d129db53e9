/* A column X or X_name that has a sibling X_url is shown as a link; an empty amount shows the words of amount_state; a
 * flagged one its reason. */
#include "app/cells.h"

#include "app/view.h"
#include "app/vocabulary.h"
#include "base/display.h"

#include <string.h>

enum {
    CELL_LABEL,
    CELL_WORDS,
    CELL_REGISTER_WORDS, /* the same, in the language of the register; one of the two is there */
    CELL_LINK,
    CELL_CLASS,
    CELL_IS_UNCOUNTED,
    CELL_REMARK, /* why not, where that is told */
    CELL_MACHINE,
    CELL_SIGN, /* a position, whose shape goes with its words */
    CELL_DAY,  /* on which it was taken, in a matrix */
    CELL_IS_ADDRESS,
    CELL_IS_DATE,
    CELL_NUMBERS
};
static const struct column *const cell_columns[] = {
    [CELL_LABEL] = VIEW_TEXT("label"),
    [CELL_WORDS] = VIEW_TEXT("text"),
    [CELL_REGISTER_WORDS] = VIEW_WORDS("words"),
    [CELL_LINK] = VIEW_URL("link"),
    [CELL_CLASS] = VIEW_CODE("class"),
    [CELL_IS_UNCOUNTED] = VIEW_FLAG("is_uncounted"),
    [CELL_REMARK] = VIEW_WORDS("remark"),
    [CELL_MACHINE] = VIEW_CODE("machine"),
    [CELL_SIGN] = VIEW_COLUMN("sign", COLUMN_POSITION),
    [CELL_DAY] = VIEW_TEXT("day"),
    [CELL_IS_ADDRESS] = VIEW_FLAG("is_address"),
    [CELL_IS_DATE] = VIEW_FLAG("is_date"),
    [CELL_NUMBERS] = VIEW_RESULT("numbers"),
};

struct result *cells_new(const struct question *question, const char *name)
{
    return view_new(question->arena, name, cell_columns);
}

static const char *state_of(const struct making *making, size_t row, const struct shown *shown)
{
    return cell_string(result_at(making->rows, row, shown->state));
}

bool cells_uncounted(const struct making *making, size_t row, const struct shown *shown)
{
    return shown->column->type == COLUMN_MONEY && g_strcmp0(state_of(making, row, shown), "not-counted") == 0;
}

/* Whether the row lacks a value that every row has or is said to lack. */
static bool is_absent(const struct shown *shown, const struct cell *value)
{
    return value->kind == CELL_NULL &&
           (shown->absent || shown->column->is_expected || shown->column->type == COLUMN_MONEY);
}

/* An address of this site says nothing as text: the words of its column stand for it. */
static bool is_of_this_site(const struct shown *shown, const struct cell *value)
{
    return shown->column->type == COLUMN_URL && value->kind == CELL_TEXT && *value->text == '/';
}

/* The words of a value that is not there. */
static const char *absent_words(const struct making *making, size_t row, const struct shown *shown)
{
    if (shown->absent)
        return shown->absent;
    const char *state = state_of(making, row, shown);
    const struct choice *choices = state ? making->rows->columns[shown->state]->choices : amount_states;
    return catalog_text(making->question->app->catalog, choice_label(choices, state ? state : "no-data"));
}

static const char *words_of(const struct making *making, size_t row, const struct shown *shown)
{
    const struct catalog *catalog = making->question->app->catalog;
    const struct cell *value = result_at(making->rows, row, shown->at);
    if (is_absent(shown, value))
        return absent_words(making, row, shown);
    if (shown->column->type == COLUMN_FLAG && !cell_is_true(value))
        return "";
    if (is_of_this_site(shown, value))
        return shown->label;
    return display_cell(making->question->arena, catalog, shown->column, value);
}

/* Is it a number such as a docket's, which stays in one line? */
static bool has_hyphens(const struct column *column, const struct cell *value)
{
    return column->type == COLUMN_CODE && !column->choices && value->kind == CELL_TEXT && strchr(value->text, '-');
}

static const char *cell_class(const struct making *making, size_t row, const struct shown *shown)
{
    const struct cell *value = result_at(making->rows, row, shown->at);
    if (shown->column->type == COLUMN_POSITION && value->kind == CELL_TEXT)
        return "position";
    if (is_absent(shown, value))
        return shown->absent ? "absent" : "n absent";
    if (has_hyphens(shown->column, value))
        return "code";
    return cells_uncounted(making, row, shown) ? "n flagged" : shown->class;
}

static size_t words_place(const struct shown *shown)
{
    return shown->column->language ? CELL_REGISTER_WORDS : CELL_WORDS;
}

/* Is it a day that machines can be told too? */
static bool is_day(const struct column *column, const struct cell *value)
{
    return column->type == COLUMN_DATE && value->kind == CELL_TEXT && value->precision == PRECISION_DAY;
}

/* What the whole row rests on stands with its amount; in a part of a record, of a row without one, with its head. */
static const char *sources_of(const struct making *making, size_t row, const struct shown *shown)
{
    const struct result *rows = making->rows;
    size_t at = shown->sources;
    if (at == SIZE_MAX && shown->is_head && !making->is_answer) {
        size_t amount = result_column(rows, "amount_usd");
        if (amount != SIZE_MAX && result_at(rows, row, amount)->kind == CELL_NULL)
            at = result_column(rows, "sources");
    }
    return result_at(rows, row, shown->at)->kind == CELL_NULL ? NULL : cell_string(result_at(rows, row, at));
}

void cells_append(const struct making *making, struct result *cells, size_t row, const struct shown *shown)
{
    const struct result *rows = making->rows;
    const struct cell *value = result_at(rows, row, shown->at);
    bool is_here = is_of_this_site(shown, value), has_value = value->kind != CELL_NULL;
    bool stays_out = cells_uncounted(making, row, shown);
    struct cell *cell = result_append(making->question->arena, cells);
    cell[CELL_LABEL] = cell_text(is_here ? catalog_text(making->question->app->catalog, N_("See also")) : shown->label);
    cell[words_place(shown)] = cell_text(words_of(making, row, shown));
    cell[CELL_LINK] = cell_text(has_value || stays_out ? cell_string(result_at(rows, row, shown->link)) : NULL);
    cell[CELL_CLASS] = cell_text(cell_class(making, row, shown));
    cell[CELL_IS_UNCOUNTED] = cell_integer(has_value && stays_out);
    if (stays_out)
        cell[CELL_REMARK] = cell_text(cell_string(result_at(rows, row, shown->reason)));
    cell[CELL_MACHINE] = *value;
    cell[CELL_SIGN] = shown->column->type == COLUMN_POSITION ? *value : cell_null();
    if (shown->day != SIZE_MAX)
        cell[CELL_DAY] = cell_filled(display_cell(making->question->arena, making->question->app->catalog,
                                                  rows->columns[shown->day], result_at(rows, row, shown->day)));
    cell[CELL_IS_ADDRESS] = cell_integer(shown->column->type == COLUMN_URL && !is_here);
    cell[CELL_IS_DATE] = cell_integer(is_day(shown->column, value));
    cell[CELL_NUMBERS] = cell_result(citations_of(making->citations, sources_of(making, row, shown)));
}

const struct cell *cells_words(const struct result *cells, const struct shown *shown)
{
    return &cells->cells[words_place(shown)];
}

struct result *cells_shape(const struct question *question, const char *name, struct citations *citations)
{
    struct result *cells = cells_new(question, name);
    result_append(question->arena, cells);
    view_set(cells, "numbers", cell_result(citations_of(citations, NULL)));
    return cells;
}

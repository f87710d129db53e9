/* The words of charts. Domain words stand in the table of nouns and in the declarations. */
#include "app/picture_words.h"

#include "app/amount_words.h"
#include "app/link.h"
#include "app/order.h"
#include "app/picture_source.h"
#include "app/vocabulary.h"
#include "app/words.h"
#include "base/date.h"
#include "base/display.h"
#include "base/money.h"

#include <string.h>

/* What a chart can say. */
struct vocabulary {
    const struct question *question;
    const struct picture *picture;
    const char *title; /* the form that is said */
    struct words words;
};

/* The largest value that counts of some of the rows. */
struct peak {
    size_t n_rows, row;
    bool is_there, is_tied;
    bool is_open; /* a row whose value is not known, or is printed as no less but not counted, may be larger */
};

static bool put_question(struct vocabulary *vocabulary, GError **error)
{
    const struct question *question = vocabulary->question;
    const char *program = NULL;
    for (const struct parameter *const *each = question->resource->parameters; *each; each++) {
        const char *words;
        bool is_program = strcmp((*each)->name, "program") == 0;
        if ((*each)->use != PARAMETER_FILTER)
            continue;
        if (!words_values(question, (*each)->name, is_program, &words, error))
            return false;
        words_put(&vocabulary->words, (*each)->name, words);
        program = is_program ? words : program;
    }
    words_put(&vocabulary->words, "programs",
              program ? program : catalog_text(question->app->catalog, N_("all programs")));
    words_put(&vocabulary->words, "years", amount_years(question));
    words_put(&vocabulary->words, "amount", amount_words(question, program));
    return true;
}

static const struct cell *value_cell(const struct vocabulary *vocabulary, size_t row)
{
    return picture_cell(vocabulary->picture, row, CHART_VALUE);
}

static bool is_counted(const struct vocabulary *vocabulary, size_t row)
{
    const struct cell *cell = value_cell(vocabulary, row);
    return cell && cell->kind == CELL_INTEGER && !picture_flags(vocabulary->picture, row);
}

/* Is the row one of PANEL's? NULL: of all. */
static bool is_in(const struct vocabulary *vocabulary, size_t row, const char *panel)
{
    return !panel || g_strcmp0(cell_string(picture_cell(vocabulary->picture, row, CHART_PANEL)), panel) == 0;
}

static bool may_exceed(const struct vocabulary *vocabulary, size_t row, int64_t most)
{
    const struct cell *cell = value_cell(vocabulary, row);
    return !cell || cell->kind != CELL_INTEGER || (picture_flags(vocabulary->picture, row) && cell->integer >= most);
}

static struct peak find_peak(const struct vocabulary *vocabulary, const char *panel)
{
    const struct result *rows = vocabulary->picture->rows;
    struct peak peak = {.n_rows = 0};
    int64_t most = 0;
    for (size_t i = 0; i < rows->n_rows; i++) {
        if (!is_in(vocabulary, i, panel))
            continue;
        peak.n_rows++;
        if (!is_counted(vocabulary, i))
            continue;
        int64_t value = value_cell(vocabulary, i)->integer;
        peak.is_tied = peak.is_there && (value == most || (value < most && peak.is_tied));
        if (!peak.is_there || value > most) {
            peak.row = i;
            most = value;
        }
        peak.is_there = true;
    }
    for (size_t i = 0; i < rows->n_rows; i++)
        peak.is_open |= is_in(vocabulary, i, panel) && may_exceed(vocabulary, i, most);
    return peak;
}

static const char *words_of(const struct vocabulary *vocabulary, size_t row, enum chart_role role)
{
    const struct picture *picture = vocabulary->picture;
    if (picture->places[role] == SIZE_MAX)
        return NULL;
    return display_cell(vocabulary->question->arena, vocabulary->question->app->catalog,
                        picture->rows->columns[picture->places[role]], picture_cell(picture, row, role));
}

/* NULL where there is none. */
static const char *value_words(const struct vocabulary *vocabulary, size_t row)
{
    const struct picture *picture = vocabulary->picture;
    const struct cell *cell = value_cell(vocabulary, row);
    const struct question *question = vocabulary->question;
    if (!cell || cell->kind != CELL_INTEGER)
        return NULL;
    bool is_money = picture->rows->columns[picture->places[CHART_VALUE]]->type == COLUMN_MONEY;
    return is_money ? money_words(question->arena, question->app->catalog, cell->integer, 1)
                    : integer_grouped(question->arena, cell->integer);
}

/* The panel of all rows; NULL where they are of several or of none. */
static const char *panel_words(const struct vocabulary *vocabulary)
{
    const struct result *rows = vocabulary->picture->rows;
    const char *panel = cell_string(picture_cell(vocabulary->picture, 0, CHART_PANEL));
    for (size_t i = 0; panel && i < rows->n_rows; i++)
        if (!is_in(vocabulary, i, panel))
            return NULL;
    return panel ? words_of(vocabulary, 0, CHART_PANEL) : NULL;
}

static const char *number(const struct vocabulary *vocabulary, int64_t value)
{
    return integer_grouped(vocabulary->question->arena, value);
}

/* Are the sums of as many fiscal years? */
static bool has_same_years(const struct vocabulary *vocabulary)
{
    const struct result *rows = vocabulary->picture->rows;
    size_t years = result_column(rows, "years_count");
    const struct cell *first = NULL;
    for (size_t i = 0; years != SIZE_MAX && i < rows->n_rows; i++) {
        const struct cell *cell = result_at(rows, i, years);
        if (!is_counted(vocabulary, i))
            continue;
        if (first && !cell_equal(first, cell))
            return false;
        first = cell;
    }
    return true;
}

/* A finding needs all rows, two of them, and one that stands out; of money, one program and as many years: several are
 * not on record of the same places. */
static bool stands_out(const struct vocabulary *vocabulary, const struct peak *peak)
{
    const struct question *question = vocabulary->question;
    bool is_whole = vocabulary->picture->n_all == (int64_t)vocabulary->picture->rows->n_rows;
    bool is_alike = !parameters_get(question->parameters, "measure") || parameters_get(question->parameters, "program");
    return is_whole && is_alike && has_same_years(vocabulary) && peak->n_rows > 1 && peak->is_there && !peak->is_tied;
}

/* Is there no amount? One that is not counted is one. */
static bool lacks(const struct picture *picture, size_t row, enum chart_role value, enum chart_role state)
{
    const struct cell *cell = picture_cell(picture, row, value);
    return cell && cell->kind == CELL_NULL &&
           g_strcmp0(cell_string(picture_cell(picture, row, state)), "not-counted") != 0;
}

/* Is there none where the row could have one, or two? */
static bool has_none(const struct picture *picture, size_t row)
{
    bool has_second = picture->chart->columns[CHART_OTHER] != NULL;
    return lacks(picture, row, CHART_VALUE, CHART_STATE) &&
           (!has_second || lacks(picture, row, CHART_OTHER, CHART_OTHER_STATE));
}

/* Is there no amount at all, in no row on record? */
static bool is_empty(const struct picture *picture)
{
    size_t i = 0, n_rows = picture->rows->n_rows;
    while (i < n_rows && has_none(picture, i))
        i++;
    return n_rows > 0 && i == n_rows && picture->n_all == (int64_t)n_rows;
}

/* Do the steps take nothing from what is there at first? */
static bool has_kept_all(const struct vocabulary *vocabulary)
{
    size_t n_rows = vocabulary->picture->rows->n_rows;
    const struct cell *first = n_rows ? value_cell(vocabulary, 0) : NULL;
    return first && cell_equal(first, value_cell(vocabulary, n_rows - 1));
}

/* Does the first step take all? */
static bool has_gone_at_once(const struct vocabulary *vocabulary)
{
    const struct cell *first = vocabulary->picture->rows->n_rows > 1 ? value_cell(vocabulary, 0) : NULL;
    const struct cell *step = first ? value_cell(vocabulary, 1) : NULL;
    return step && first->kind == CELL_INTEGER && first->integer > 0 && step->kind == CELL_INTEGER &&
           step->integer == -first->integer;
}

/* What the first row has in the column that is noted of all, a day in prose or as the drawing has its days; NULL where
 * there is none. */
static const char *noted_words(const struct vocabulary *vocabulary, bool is_drawn)
{
    const struct question *question = vocabulary->question;
    const struct result *rows = vocabulary->picture->rows;
    const char *name = vocabulary->picture->chart->note_column;
    const struct cell *cell = name && rows->n_rows ? result_cell(rows, 0, name) : NULL;
    if (!cell || cell->kind == CELL_NULL)
        return NULL;
    const struct column *column = rows->columns[result_column(rows, name)];
    if (is_drawn && column->type == COLUMN_DATE)
        return date_short(question->arena, question->app->catalog, cell->text, cell->precision);
    return display_cell(question->arena, question->app->catalog, column, cell);
}

static void put_rows(struct vocabulary *vocabulary, bool is_split)
{
    const struct picture *picture = vocabulary->picture;
    struct peak all = find_peak(vocabulary, NULL), own = {.n_rows = 0};
    if (is_split)
        own = find_peak(vocabulary, picture->chart->main_panel);
    bool is_counted_most = !is_split && stands_out(vocabulary, &all), is_most = is_counted_most && !all.is_open;
    bool is_own_counted_most = is_split && stands_out(vocabulary, &own);
    const char *own_name = is_own_counted_most ? words_of(vocabulary, own.row, CHART_LABEL) : NULL;
    const char *name = is_counted_most ? words_of(vocabulary, all.row, CHART_LABEL) : NULL;
    const char *value = is_counted_most ? value_words(vocabulary, all.row) : NULL;
    const char *first = value_words(vocabulary, 0), *last = value_words(vocabulary, picture->rows->n_rows - 1);
    words_put(&vocabulary->words, "missing", is_empty(picture) ? words_find(&vocabulary->words, "amount") : NULL);
    words_put(&vocabulary->words, "count", number(vocabulary, picture->n_all));
    words_put(&vocabulary->words, "one", picture->n_all == 1 ? "1" : NULL);
    words_put(&vocabulary->words, "name", is_most ? name : NULL);
    words_put(&vocabulary->words, "value", is_most ? value : NULL);
    words_put(&vocabulary->words, "counted_name", name);
    words_put(&vocabulary->words, "counted_value", value);
    words_put(&vocabulary->words, "panel", panel_words(vocabulary));
    words_put(&vocabulary->words, "panel_name", own.is_open ? NULL : own_name);
    words_put(&vocabulary->words, "counted_panel_name", own_name);
    words_put(&vocabulary->words, "panel_count", number(vocabulary, (int64_t)own.n_rows));
    words_put(&vocabulary->words, "first_value", first);
    words_put(&vocabulary->words, "last_value", last);
    words_put(&vocabulary->words, "noted", noted_words(vocabulary, false));
    words_put(&vocabulary->words, "whole_value", has_kept_all(vocabulary) ? first : NULL);
    words_put(&vocabulary->words, "gone_value", has_gone_at_once(vocabulary) ? first : NULL);
}

/* Is the parameter said by FORM, by itself or among the programs and years? */
static bool is_said(const char *form, const char *parameter)
{
    if (strcmp(parameter, "program") == 0)
        return words_hold(form, "programs");
    if (g_str_has_prefix(parameter, "fy"))
        return words_hold(form, "years");
    return words_hold(form, parameter);
}

/* The first of the values in WORDS and how many more there are; all where they are two. */
static const char *few_words(const struct question *question, const char *parameter, const char *words)
{
    const char *end = strstr(words, WORDS_BETWEEN);
    size_t n = parameters_count(question->parameters, parameter);
    if (n < 3 || !end)
        return words;
    return catalog_format(question->arena, question->app->catalog, N_("{name} and {count} more"), "name",
                          arena_strndup(question->arena, words, (size_t)(end - words)), "count",
                          integer_plain(question->arena, (int64_t)n - 1), NULL);
}

/* What the declaration says, and every filter that neither it nor the title names. IS_SHORT: not each of many values.
 */
static const char *subtitle_of(const struct vocabulary *vocabulary, bool is_short)
{
    const struct question *question = vocabulary->question;
    const char *form = vocabulary->picture->chart->subtitle, *subtitle = words_say(&vocabulary->words, form);
    const char *before = NULL;
    for (const struct parameter *const *each = question->resource->parameters; *each; each++) {
        const char *words = (*each)->use == PARAMETER_FILTER ? words_find(&vocabulary->words, (*each)->name) : NULL;
        if (!words || is_said(form, (*each)->name) || words_hold(vocabulary->title, (*each)->name))
            continue;
        const char *label = catalog_text(question->app->catalog, (*each)->label);
        words = is_short ? few_words(question, (*each)->name, words) : words;
        subtitle = arena_printf(question->arena, "%s%s%s: %s", subtitle, before ? " \xc2\xb7 " : ". ", label, words);
        before = words;
    }
    return subtitle;
}

/* Which rows are drawn where not all are; "" where they are. */
static const char *part_words(const struct vocabulary *vocabulary)
{
    const struct question *question = vocabulary->question;
    const struct catalog *catalog = question->app->catalog;
    const struct picture *picture = vocabulary->picture;
    const char *part = picture->chart->part, *order = "";
    const char *form = part ? part : N_("Drawn from the first {shown} of {count} rows.");
    if (picture->n_all <= (int64_t)picture->rows->n_rows)
        return "";
    if (picture->order) {
        order = catalog_text(catalog, order_words(question, picture->order));
        form = chart_kinds[picture->chart->kind].cut == CUT_LARGEST
                   ? N_("Drawn from the {shown} largest of {count} rows.")
                   : N_("Drawn from the first {shown} of {count} rows in the order {order}.");
    }
    return catalog_format(question->arena, catalog, form, "shown", number(vocabulary, (int64_t)picture->rows->n_rows),
                          "count", number(vocabulary, picture->n_all), "order", order, NULL);
}

static const char *declared_note(const struct vocabulary *vocabulary, bool is_drawn)
{
    const struct question *question = vocabulary->question;
    const char *form = vocabulary->picture->chart->note, *noted = form ? noted_words(vocabulary, is_drawn) : NULL;
    return noted ? catalog_format(question->arena, question->app->catalog, form, "value", noted, NULL) : "";
}

/* NULL for nothing. */
static const char *sentences(const struct vocabulary *vocabulary, const char *first, const char *second,
                             const char *third)
{
    char *all = words_tidy(arena_concat(vocabulary->question->arena, first, " ", second, " ", third, NULL));
    return *all ? all : NULL;
}

static const char *scope_of(const struct vocabulary *vocabulary, bool is_drawn)
{
    return sentences(vocabulary, declared_note(vocabulary, is_drawn), part_words(vocabulary), "");
}

static const char *note_of(const struct vocabulary *vocabulary)
{
    const struct question *question = vocabulary->question;
    const struct catalog *catalog = question->app->catalog;
    const struct picture *picture = vocabulary->picture;
    const char *scope = scope_of(vocabulary, true), *empty = "", *flagged = "";
    int64_t n_empty = 0, n_flagged = 0;
    for (size_t i = 0; i < picture->rows->n_rows; i++) {
        n_empty += has_none(picture, i);
        n_flagged += picture_flags(picture, i);
    }
    if (n_empty)
        empty = catalog_format(question->arena, catalog, N_("No amount in {n} of {count} rows."), "n",
                               number(vocabulary, n_empty), "count", number(vocabulary, (int64_t)picture->rows->n_rows),
                               NULL);
    if (n_flagged && picture->chart->kind != CHART_WATERFALL) /* there it is a sum */
        flagged = catalog_format(question->arena, catalog,
                                 chart_kinds[picture->chart->kind].hatches
                                     ? N_("Hatched: shown as printed in its source, not counted in totals ({count}).")
                                     : N_("Not counted in totals: {count}."),
                                 "count", number(vocabulary, n_flagged), NULL);
    return sentences(vocabulary, scope ? scope : "", empty, flagged);
}

static const char *foot_of(const struct question *question, const char *address)
{
    return catalog_format(question->arena, question->app->catalog, N_("As of {date} · Edition {edition} · {address}"),
                          "date", date_short(question->arena, question->app->catalog, question->as_of, PRECISION_DAY),
                          "edition", link_edition(question), "address", address, NULL);
}

/* With the address of the question, and with that of its page alone. */
static void put_feet(const struct question *question, struct chart_spec *spec)
{
    const char *page = link_plain(question->app, question->arena, question->resource->path);
    spec->foot = foot_of(question, link_absolute(question, link_whole(question, "", link_edition(question))));
    spec->foot_short = foot_of(question, link_absolute(question, page));
}

bool picture_say(const struct question *question, const struct picture *picture, struct picture_telling telling,
                 struct chart_spec *spec, GError **error)
{
    struct vocabulary vocabulary = {.question = question, .picture = picture, .words = {.question = question}};
    if (!put_question(&vocabulary, error))
        return false;
    put_rows(&vocabulary, telling.is_split);
    vocabulary.title = words_choose(&vocabulary.words, picture->chart->titles);
    spec->title = words_capitalized(question->arena, words_say(&vocabulary.words, vocabulary.title));
    spec->scope = scope_of(&vocabulary, false);
    spec->note = note_of(&vocabulary);
    spec->noted = picture->chart->noted;
    spec->noted_word = spec->noted ? catalog_text(question->app->catalog, choice_label(positions, spec->noted)) : NULL;
    spec->flag_word = catalog_text(question->app->catalog, N_("not counted"));
    spec->value_word = words_say(&vocabulary.words, picture->chart->value_word);
    spec->other_word = words_say(&vocabulary.words, picture->chart->other_word);
    if (!telling.is_drawn)
        return true;
    spec->subtitle = subtitle_of(&vocabulary, false);
    spec->subtitle_short = subtitle_of(&vocabulary, true);
    put_feet(question, spec);
    return picture_source(question, picture, &spec->source, error);
}

/* Forms from parameter declarations. */
#include "app/form.h"

#include "app/glossary.h"
#include "app/link.h"
#include "app/view.h"
#include "base/date.h"

#include <string.h>

enum {
    FIELD_ID,
    FIELD_NAME,
    FIELD_LABEL,
    FIELD_HINT,
    FIELD_VALUE,
    FIELD_ERROR,
    FIELD_IS_SELECT,
    FIELD_IS_TEXT,
    FIELD_IS_TICKED,
    FIELD_IS_NUMERIC,
    FIELD_IS_SUGGESTED,
    FIELD_NONE,
    FIELD_OPTIONS
};
static const struct column *const field_columns[] = {
    [FIELD_ID] = VIEW_CODE("id"),
    [FIELD_NAME] = VIEW_CODE("name"),
    [FIELD_LABEL] = VIEW_TEXT("label"),
    [FIELD_HINT] = VIEW_TEXT("hint"),
    [FIELD_VALUE] = VIEW_TEXT("value"),
    [FIELD_ERROR] = VIEW_TEXT("error"),
    [FIELD_IS_SELECT] = VIEW_FLAG("is_select"),
    [FIELD_IS_TEXT] = VIEW_FLAG("is_text"),
    [FIELD_IS_TICKED] = VIEW_FLAG("is_ticked"),
    [FIELD_IS_NUMERIC] = VIEW_FLAG("is_numeric"),
    [FIELD_IS_SUGGESTED] = VIEW_FLAG("is_suggested"),
    [FIELD_NONE] = VIEW_TEXT("none"),
    [FIELD_OPTIONS] = VIEW_RESULT("options"),
};
enum { OPTION_VALUE, OPTION_LABEL, OPTION_IS_SELECTED };
static const struct column *const option_columns[] = {
    [OPTION_VALUE] = VIEW_CODE("option_value"),
    [OPTION_LABEL] = VIEW_TEXT("option_label"),
    [OPTION_IS_SELECTED] = VIEW_FLAG("is_selected"),
};
static const struct column *const filter_columns[] = {VIEW_TEXT("label"), VIEW_TEXT("value"), VIEW_URL("meaning_url"),
                                                      VIEW_URL("drop_url"), VIEW_INTEGER("row_count")};
static const struct column *const carried_columns[] = {VIEW_CODE("name"), VIEW_TEXT("value")};
static const struct column *const error_columns[] = {VIEW_CODE("name"), VIEW_TEXT("label"), VIEW_TEXT("message"),
                                                     VIEW_URL("href")};

static const char *error_of(const struct question *question, const char *name)
{
    for (size_t i = 0; i < question->parameters->n_errors; i++)
        if (strcmp(question->parameters->errors[i].name, name) == 0)
            return question->parameters->errors[i].message;
    return NULL;
}

/* The value of NAME that was given as the PLACE-th, from 0; NULL when fewer were. */
static const char *given(const struct question *question, const char *name, size_t place)
{
    for (size_t i = 0; i < question->parameters->n_given; i++)
        if (strcmp(question->parameters->given[i].name, name) == 0 && place-- == 0)
            return question->parameters->given[i].value;
    return NULL;
}

/* A field for each value; where values are typed, room for one more. */
static size_t count_fields(const struct question *question, const struct parameter *parameter)
{
    size_t count = 0;
    if (parameter->is_ticked)
        return 1;
    while (parameter->repeatable && given(question, parameter->name, count))
        count++;
    if (parameter->lookup && !parameter->options && (!parameter->most || count < parameter->most))
        count++;
    return MAX(count, MAX(MAX(parameter->least, parameter->boxes), 1));
}

/* One of a parameter's fields. */
struct field {
    const struct parameter *parameter;
    size_t place; /* from 0 */
    bool is_select;
};

/* The options of one select being made. */
struct options {
    const struct question *question;
    struct result *rows;
    const char *chosen;
    const char *name; /* of boxes: all that are given under it are chosen; or NULL */
};

/* Is VALUE among those given? */
static bool is_given(const struct options *options, const char *value)
{
    const struct question *question = options->question;
    for (size_t i = 0; i < question->parameters->n_given; i++)
        if (strcmp(question->parameters->given[i].name, options->name) == 0 &&
            g_ascii_strcasecmp(question->parameters->given[i].value, value) == 0)
            return true;
    return false;
}

static bool is_chosen(const struct options *options, const char *value)
{
    return options->name ? is_given(options, value)
                         : options->chosen && g_ascii_strcasecmp(options->chosen, value) == 0;
}

/* OTHER: a second name by which it may have been chosen; or NULL. */
static void append_named(const struct options *options, const char *value, const char *other, const char *label)
{
    struct cell *row = result_append(options->question->arena, options->rows);
    row[OPTION_VALUE] = cell_text(value);
    row[OPTION_LABEL] = cell_text(label);
    row[OPTION_IS_SELECTED] = cell_integer(is_chosen(options, value) || (other && is_chosen(options, other)));
}

static void append_option(const struct options *options, const char *value, const char *label)
{
    append_named(options, value, NULL, label);
}

/* Has another row the same text? Such rows follow each other. */
static bool is_shared(const struct result *known, size_t row, size_t column)
{
    const char *text = cell_string(result_at(known, row, column));
    bool is_before = row > 0 && g_strcmp0(cell_string(result_at(known, row - 1, column)), text) == 0;
    return is_before ||
           (row + 1 < known->n_rows && g_strcmp0(cell_string(result_at(known, row + 1, column)), text) == 0);
}

/* What the edition holds on the date. */
static bool append_known(const struct options *options, const char *statement, GError **error)
{
    const struct result *known = store_dictionary(options->question->edition, statement, error);
    if (!known)
        return false;
    size_t value = result_column(known, "value");
    size_t since = result_column(known, "since_on"), other = result_column(known, "other_value");
    for (size_t i = 0; i < known->n_rows; i++) {
        const char *since_on = cell_string(result_at(known, i, since));
        const char *name = cell_string(result_at(known, i, value)), *own = cell_string(result_at(known, i, other));
        const char *label = question_option(options->question, known, i);
        if (since_on && strcmp(since_on, options->question->as_of) > 0)
            continue;
        if (own && is_shared(known, i, value)) /* a number of several programs stands for all of them */
            append_option(options, own, label);
        else
            append_named(options, name, own, label);
    }
    return true;
}

/* The day on which the federal fiscal year at hand began. */
static void append_fiscal_year(const struct options *options)
{
    const struct question *question = options->question;
    struct date as_of;
    int year = date_parse(question->as_of, &as_of) == DATE_OK ? date_fiscal_year(as_of) : 0;
    if (year < FISCAL_YEAR_FIRST)
        return;
    append_option(options, arena_printf(question->arena, "%04d-10-01", year - 1),
                  catalog_format(question->arena, question->app->catalog, N_("FY{year} begins"), "year",
                                 arena_printf(question->arena, "%d", year), NULL));
}

/* What was chosen stays chosen, offered or not: the date may hide it, or it may fit nothing here. */
static bool append_chosen(const struct options *options, const struct parameter *parameter, GError **error)
{
    if (!options->chosen)
        return true;
    for (size_t i = 0; i < options->rows->n_rows; i++)
        if (result_at(options->rows, i, OPTION_IS_SELECTED)->integer)
            return true;
    const struct parameter_value value = {.parameter = parameter, .text = options->chosen};
    const char *words;
    if (!question_words(options->question, &value, &words, error))
        return false;
    append_option(options, options->chosen, words);
    return true;
}

/* Of a field that is typed they are suggestions, if any; NULL on an error. */
static const struct result *options_of(const struct question *question, const struct field *field, GError **error)
{
    const struct parameter *parameter = field->parameter;
    const char *chosen = given(question, parameter->name, field->place);
    const struct options options = {
        .question = question,
        .rows = view_new(question->arena, "options", option_columns),
        .chosen = chosen ? chosen : parameter->fallback,
        .name = parameter->is_ticked ? parameter->name : NULL,
    };
    for (const struct choice *choice = parameter->choices; choice && choice->value; choice++)
        append_option(&options, choice->value, catalog_text(question->app->catalog, choice->label));
    const char *known = parameter->options ? parameter->options : parameter->suggests;
    if (!known || !question->edition)
        return options.rows;
    if (parameter->suggests && parameter->type == PARAMETER_DATE)
        append_fiscal_year(&options);
    if (!append_known(&options, known, error) || (field->is_select && !append_chosen(&options, parameter, error)))
        return NULL;
    return options.rows;
}

/* What a list of options says of choosing nothing; NULL: something is always chosen. */
static const char *none_of(const struct question *question, const struct parameter *parameter)
{
    if (parameter->fallback)
        return NULL;
    for (const char *const *each = question->resource->needs; each && *each; each++)
        if (strcmp(*each, parameter->name) == 0)
            return catalog_text(question->app->catalog, N_("Choose one"));
    return catalog_text(question->app->catalog, N_("Any"));
}

static bool append_field(const struct question *question, struct result *fields, const struct field *field,
                         GError **error)
{
    const struct catalog *catalog = question->app->catalog;
    const struct parameter *parameter = field->parameter;
    const char *id = parameter->name, *label = catalog_text(catalog, parameter->label);
    const struct result *options = options_of(question, field, error);
    if (!options)
        return false;
    if (field->place > 0) {
        id = arena_printf(question->arena, "%s-%zu", parameter->name, field->place + 1);
        label = arena_printf(question->arena, "%s (%zu)", label, field->place + 1);
    }
    struct cell *row = result_append(question->arena, fields);
    row[FIELD_ID] = cell_text(id);
    row[FIELD_NAME] = cell_text(parameter->name);
    row[FIELD_LABEL] = cell_text(label);
    row[FIELD_HINT] = cell_text(
        field->is_select && !parameter->is_ticked ? NULL : parameter_hint(question->arena, catalog, parameter));
    row[FIELD_VALUE] = cell_text(given(question, parameter->name, field->place));
    row[FIELD_ERROR] = cell_text(field->place ? NULL : error_of(question, parameter->name));
    row[FIELD_IS_SELECT] = cell_integer(field->is_select && !parameter->is_ticked);
    row[FIELD_IS_TICKED] = cell_integer(parameter->is_ticked);
    row[FIELD_IS_TEXT] = cell_integer(!field->is_select);
    row[FIELD_IS_NUMERIC] = cell_integer(parameter->type == PARAMETER_INTEGER);
    row[FIELD_IS_SUGGESTED] = cell_integer(!field->is_select && options->n_rows);
    row[FIELD_NONE] = cell_text(field->is_select ? none_of(question, parameter) : NULL);
    row[FIELD_OPTIONS] = cell_result(options);
    return true;
}

/* What is no field of the form becomes one where it is wrong, so that it can be mended, and a filter where it is given,
 * so that the next question keeps it. */
static bool has_field(const struct question *question, const struct parameter *parameter)
{
    bool is_asked = parameter->use == PARAMETER_FILTER && parameters_get(question->parameters, parameter->name);
    return parameter->in_form || is_asked || error_of(question, parameter->name);
}

struct result *form_fields(const struct question *question, GError **error)
{
    struct result *fields = view_new(question->arena, "fields", field_columns);
    for (const struct parameter *const *each = question->parameters->declared; *each; each++) {
        size_t count = has_field(question, *each) ? count_fields(question, *each) : 0;
        struct field field = {.parameter = *each, .is_select = (*each)->choices || (*each)->options};
        for (; field.place < count; field.place++)
            if (!append_field(question, fields, &field, error))
                return NULL;
    }
    return fields;
}

/* Whether the question stands without one of the values of the parameter. */
static bool can_drop(const struct question *question, const struct parameter *parameter)
{
    return parameters_count(question->parameters, parameter->name) > parameter->least;
}

static bool append_filter(const struct question *question, struct result *filters, const struct parameter_value *value,
                          bool is_empty, GError **error)
{
    const struct parameter *parameter = value->parameter;
    bool drops = can_drop(question, parameter);
    int64_t count = 0;
    const char *words;
    if ((is_empty && drops && !question_count_without(question, value, &count, error)) ||
        !question_words(question, value, &words, error))
        return false;
    result_append(question->arena, filters);
    view_set(filters, "label", cell_text(catalog_text(question->app->catalog, parameter->label)));
    view_set(filters, "value", cell_text(words));
    view_set(filters, "meaning_url",
             cell_text(glossary_meaning(question->app, question->arena, parameter->choices, value->text)));
    view_set(filters, "row_count", cell_integer(count));
    view_set(filters, "drop_url", cell_text(drops ? link_without(question, value) : NULL));
    return true;
}

struct result *form_filters(const struct question *question, bool is_empty, GError **error)
{
    struct result *filters = view_new(question->arena, "filters", filter_columns);
    for (size_t i = 0; i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        if (value->parameter->use == PARAMETER_FILTER && !append_filter(question, filters, value, is_empty, error))
            return NULL;
    }
    return filters;
}

const char *form_filtered(struct arena *arena, const char *what, const struct result *filters)
{
    for (size_t i = 0; i < filters->n_rows; i++)
        what =
            arena_printf(arena, "%s, %s: %s", what, result_text(filters, i, "label"), result_text(filters, i, "value"));
    return what;
}

struct result *form_carried(const struct question *question, const char *path)
{
    struct result *carried = view_new(question->arena, "carried", carried_columns);
    const char *key;
    const struct resource *target = path ? resource_find(question->arena, path, &key) : NULL;
    for (size_t i = 0; target && i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        if (!resource_takes(target, value->parameter->name))
            continue;
        result_append(question->arena, carried);
        view_set(carried, "name", cell_text(value->parameter->name));
        view_set(carried, "value", cell_text(value->text));
    }
    return carried;
}

struct result *form_errors(const struct question *question)
{
    struct result *errors = view_new(question->arena, "errors", error_columns);
    for (size_t i = 0; question->parameters && i < question->parameters->n_errors; i++) {
        const struct parameter_error *problem = &question->parameters->errors[i];
        result_append(question->arena, errors);
        view_set(errors, "name", cell_text(problem->name));
        view_set(errors, "label", cell_text(problem->label));
        view_set(errors, "message", cell_text(problem->message));
        if (parameter_find(question->parameters->declared, problem->name))
            view_set(errors, "href", cell_text(arena_printf(question->arena, "#field-%s", problem->name)));
    }
    return errors;
}

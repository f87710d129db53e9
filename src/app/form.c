/* Forms from parameter declarations. */
#include "app/form.h"

#include "app/link.h"
#include "app/view.h"

#include <string.h>

static const struct column *const field_columns[] = {
    VIEW_CODE("id"),          VIEW_CODE("name"),       VIEW_TEXT("label"),        VIEW_TEXT("hint"),
    VIEW_CODE("input"),       VIEW_TEXT("value"),      VIEW_TEXT("error"),        VIEW_FLAG("is_select"),
    VIEW_FLAG("is_text"),     VIEW_CODE("input_mode"), VIEW_CODE("option_value"), VIEW_TEXT("option_label"),
    VIEW_FLAG("is_selected"), VIEW_FLAG("has_any"),    VIEW_FLAG("is_wide")};
static const struct column *const filter_columns[] = {VIEW_TEXT("label"), VIEW_TEXT("value"), VIEW_URL("drop_url")};
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
    while (parameter->repeatable && given(question, parameter->name, count))
        count++;
    if (parameter->lookup && (!parameter->most || count < parameter->most))
        count++;
    return MAX(MAX(count, parameter->least), 1);
}

/* One of a parameter's fields. */
struct field {
    const struct parameter *parameter;
    size_t place; /* from 0 */
    bool is_select;
};

/* A row with what all rows of a field share. */
static void append_field(const struct question *question, struct result *fields, const struct field *field)
{
    const struct catalog *catalog = question->app->catalog;
    const struct parameter *parameter = field->parameter;
    const char *id = parameter->name, *label = catalog_text(catalog, parameter->label);
    if (field->place > 0) {
        id = arena_printf(question->arena, "%s-%zu", parameter->name, field->place + 1);
        label = arena_printf(question->arena, "%s (%zu)", label, field->place + 1);
    }
    result_append(question->arena, fields);
    view_set(fields, "id", cell_text(id));
    view_set(fields, "name", cell_text(parameter->name));
    view_set(fields, "label", cell_text(label));
    view_set(fields, "hint", cell_text(field->is_select ? NULL : catalog_text(catalog, parameter->hint)));
    view_set(fields, "value", cell_text(given(question, parameter->name, field->place)));
    view_set(fields, "error", cell_text(field->place ? NULL : error_of(question, parameter->name)));
    view_set(fields, "is_select", cell_integer(field->is_select));
    view_set(fields, "is_text", cell_integer(!field->is_select));
    view_set(fields, "input_mode", cell_text(parameter->type == PARAMETER_INTEGER ? "numeric" : "text"));
    view_set(fields, "has_any", cell_integer(field->is_select && !parameter->fallback));
}

static void append_option(const struct question *question, struct result *fields, const struct field *field,
                          const char *value, const char *label)
{
    const char *chosen = given(question, field->parameter->name, field->place);
    if (!chosen)
        chosen = field->parameter->fallback;
    append_field(question, fields, field);
    view_set(fields, "option_value", cell_text(value));
    view_set(fields, "option_label", cell_text(label));
    view_set(fields, "is_selected", cell_integer(chosen && g_ascii_strcasecmp(chosen, value) == 0));
}

static bool append_options(const struct question *question, struct result *fields, const struct field *field,
                           GError **error)
{
    const struct result *options = question_options(question, field->parameter, error);
    if (!options)
        return false;
    for (size_t i = 0; i < options->n_rows; i++) {
        const char *since = result_text(options, i, "since_on");
        if (!since || strcmp(since, question->as_of) <= 0)
            append_option(question, fields, field, result_text(options, i, "value"), result_text(options, i, "label"));
    }
    return true;
}

static bool append_rows(const struct question *question, struct result *fields, const struct field *field,
                        GError **error)
{
    const struct parameter *parameter = field->parameter;
    for (const struct choice *choice = parameter->choices; choice && choice->value; choice++)
        append_option(question, fields, field, choice->value, catalog_text(question->app->catalog, choice->label));
    if (parameter->options && question->edition)
        return append_options(question, fields, field, error);
    if (!field->is_select)
        append_field(question, fields, field);
    return true;
}

struct result *form_fields(const struct question *question, GError **error)
{
    struct result *fields = view_new(question->arena, "fields", field_columns);
    for (const struct parameter *const *each = question->resource->parameters; *each; each++) {
        size_t count = (*each)->in_form ? count_fields(question, *each) : 0;
        struct field field = {.parameter = *each, .is_select = (*each)->choices || (*each)->options};
        for (; field.place < count; field.place++)
            if (!append_rows(question, fields, &field, error))
                return NULL;
    }
    return fields;
}

/* Pages, pictures and the order are no filters. */
static bool is_filter(const struct parameter *parameter)
{
    static const char *const others[] = {"sort", "edition", "after", "limit", "size", "scale", "as_of", NULL};
    return !g_strv_contains(others, parameter->name);
}

struct result *form_filters(const struct question *question, GError **error)
{
    struct result *filters = view_new(question->arena, "filters", filter_columns);
    for (size_t i = 0; i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        const char *words;
        if (!is_filter(value->parameter))
            continue;
        if (!question_words(question, value, &words, error))
            return NULL;
        const char *query =
            parameters_query_without(question->arena, question->parameters, value->parameter->name, value->text);
        result_append(question->arena, filters);
        view_set(filters, "label", cell_text(catalog_text(question->app->catalog, value->parameter->label)));
        view_set(filters, "value", cell_text(words));
        view_set(filters, "drop_url",
                 cell_text(arena_printf(question->arena, "%s%s%s%s", question->app->config->prefix,
                                        question->resource->path, *query ? "?" : "", query)));
    }
    return filters;
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
        view_set(errors, "href", cell_text(arena_printf(question->arena, "#field-%s", problem->name)));
    }
    return errors;
}

/* Forms from parameter declarations. */
#include "app/form.h"

#include "app/link.h"
#include "app/view.h"

#include <string.h>

static const struct column *const field_columns[] = {
    VIEW_CODE("name"),       VIEW_TEXT("label"),        VIEW_TEXT("hint"),         VIEW_CODE("input"),
    VIEW_TEXT("value"),      VIEW_TEXT("error"),        VIEW_FLAG("is_select"),    VIEW_FLAG("is_text"),
    VIEW_CODE("input_mode"), VIEW_CODE("option_value"), VIEW_TEXT("option_label"), VIEW_FLAG("is_selected"),
    VIEW_FLAG("has_any"),    VIEW_FLAG("is_wide")};
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

static bool is_given(const struct question *question, const char *name, const char *value)
{
    for (size_t i = 0; i < question->parameters->n_given; i++)
        if (strcmp(question->parameters->given[i].name, name) == 0 &&
            g_ascii_strcasecmp(question->parameters->given[i].value, value) == 0)
            return true;
    return false;
}

/* A row with what all rows of a field share. */
static void append_field(const struct question *question, struct result *fields, const struct parameter *parameter,
                         bool is_select)
{
    const struct catalog *catalog = question->app->catalog;
    result_append(question->arena, fields);
    view_set(fields, "name", cell_text(parameter->name));
    view_set(fields, "label", cell_text(catalog_text(catalog, parameter->label)));
    view_set(fields, "hint", cell_text(is_select ? NULL : catalog_text(catalog, parameter->hint)));
    view_set(fields, "value", cell_text(parameters_given(question->parameters, parameter->name)));
    view_set(fields, "error", cell_text(error_of(question, parameter->name)));
    view_set(fields, "is_select", cell_integer(is_select));
    view_set(fields, "is_text", cell_integer(!is_select));
    view_set(fields, "input_mode", cell_text(parameter->type == PARAMETER_INTEGER ? "numeric" : "text"));
    view_set(fields, "has_any", cell_integer(is_select && !parameter->fallback));
}

static void append_option(const struct question *question, struct result *fields, const struct parameter *parameter,
                          const char *value, const char *label)
{
    append_field(question, fields, parameter, true);
    view_set(fields, "option_value", cell_text(value));
    view_set(fields, "option_label", cell_text(label));
    bool is_default = parameter->fallback && strcmp(parameter->fallback, value) == 0 &&
                      !parameters_given(question->parameters, parameter->name);
    view_set(fields, "is_selected", cell_integer(is_default || is_given(question, parameter->name, value)));
}

static bool append_options(const struct question *question, struct result *fields, const struct parameter *parameter,
                           GError **error)
{
    const struct result *options = question_options(question, parameter, error);
    if (!options)
        return false;
    for (size_t i = 0; i < options->n_rows; i++) {
        const char *since = result_text(options, i, "since_on");
        if (!since || strcmp(since, question->as_of) <= 0)
            append_option(question, fields, parameter, result_text(options, i, "value"),
                          result_text(options, i, "label"));
    }
    return true;
}

struct result *form_fields(const struct question *question, GError **error)
{
    struct result *fields = view_new(question->arena, "fields", field_columns);
    for (const struct parameter *const *each = question->resource->parameters; *each; each++) {
        const struct parameter *parameter = *each;
        if (!parameter->in_form)
            continue;
        for (const struct choice *choice = parameter->choices; choice && choice->value; choice++)
            append_option(question, fields, parameter, choice->value,
                          catalog_text(question->app->catalog, choice->label));
        if (parameter->options && question->edition && !append_options(question, fields, parameter, error))
            return NULL;
        if (!parameter->choices && !parameter->options)
            append_field(question, fields, parameter, false);
    }
    return fields;
}

/* The words of a value: its label among choices or options, else itself. */
static const char *value_words(const struct question *question, const struct parameter_value *value, GError **error)
{
    const struct parameter *parameter = value->parameter;
    const char *label = choice_label(parameter->choices, value->text);
    if (label)
        return catalog_text(question->app->catalog, label);
    const struct result *options = question_options(question, parameter, error);
    for (size_t i = 0; options && i < options->n_rows; i++) {
        const char *since = result_text(options, i, "since_on");
        bool is_it = g_strcmp0(result_text(options, i, "value"), value->text) == 0 ||
                     g_strcmp0(result_text(options, i, "other_value"), value->text) == 0;
        if (is_it && (!since || strcmp(since, question->as_of) <= 0))
            return result_text(options, i, "label");
    }
    return value->text;
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
        if (!is_filter(value->parameter))
            continue;
        const char *query =
            parameters_query_without(question->arena, question->parameters, value->parameter->name, value->text);
        result_append(question->arena, filters);
        view_set(filters, "label", cell_text(catalog_text(question->app->catalog, value->parameter->label)));
        view_set(filters, "value", cell_text(value_words(question, value, error)));
        view_set(filters, "drop_url",
                 cell_text(arena_printf(question->arena, "%s%s%s%s", question->app->config->prefix,
                                        question->resource->path, *query ? "?" : "", query)));
    }
    return error && *error ? NULL : filters;
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

/* A query against the declared parameters. All problems are found in one pass, in the order of declaration, so that a
 * form can show each at its field. Must not know what any parameter is for. */
#include "http/parameter.h"

#include "base/name.h"
#include "http/parameter_value.h"
#include "http/query.h"

#include <string.h>

/* Every pair gives at most one error; one more when there are too many of them. */
enum { ERRORS_MAX = HTTP_FIELDS_MAX + 1 };

struct reading {
    struct arena *arena;
    const struct catalog *catalog;
    struct parameters *result;
    struct query_pair pairs[HTTP_FIELDS_MAX]; /* those that say something */
    size_t n_pairs;
};

const struct parameter *parameter_find(const struct parameter *const *declared, const char *name)
{
    for (; *declared; declared++)
        if (name_is((*declared)->name, name))
            return *declared;
    return NULL;
}

/* Names that other sites add to links: they say nothing about the question. */
static bool is_tracking(const char *name)
{
    return g_str_has_prefix(name, "utm_") || strcmp(name, "fbclid") == 0 || strcmp(name, "gclid") == 0;
}

static void add_error(struct reading *reading, const char *name, const char *label, const char *message)
{
    struct parameters *result = reading->result;
    result->errors[result->n_errors++] = (struct parameter_error){.name = name, .label = label, .message = message};
}

/* An error whose message only needs the field's label. */
static void add_problem(struct reading *reading, const char *name, const char *label, const char *id)
{
    add_error(reading, name, label, catalog_format(reading->arena, reading->catalog, id, "label", label, NULL));
}

static void collect_pairs(struct reading *reading, const char *query)
{
    const char *whole = catalog_text(reading->catalog, N_("Address"));
    if (strlen(query) > HTTP_QUERY_MAX) {
        add_problem(reading, "", whole, query_message(QUERY_LONG));
        return;
    }
    for (struct query_pair pair; query_next(reading->arena, &query, &pair);) {
        bool is_empty = !pair.problem && !*pair.field.value;
        if (is_tracking(pair.field.name) || (is_empty && parameter_find(reading->result->declared, pair.field.name)))
            continue;
        if (reading->n_pairs == HTTP_FIELDS_MAX) {
            add_problem(reading, "", whole, query_message(QUERY_MANY));
            return;
        }
        reading->pairs[reading->n_pairs++] = pair;
    }
}

static void keep_given(struct reading *reading)
{
    struct parameters *result = reading->result;
    for (size_t i = 0; i < reading->n_pairs; i++)
        if (*reading->pairs[i].field.value)
            result->given[result->n_given++] = reading->pairs[i].field;
}

/* Reads one pair of a declared name into the values, the parameter's own of which begin at FIRST. */
static void read_pair(struct reading *reading, const struct parameter *parameter, const struct query_pair *pair,
                      size_t first)
{
    struct parameters *result = reading->result;
    const char *label = parameter_label(reading->catalog, parameter);
    if (pair->problem) {
        add_problem(reading, parameter->name, label, query_message(pair->problem));
        return;
    }
    const struct parameter_input input = {
        .arena = reading->arena, .catalog = reading->catalog, .parameter = parameter, .text = pair->field.value};
    struct parameter_value value;
    const char *message = parameter_read(&input, &value);
    if (message)
        add_error(reading, parameter->name, label, message);
    else if (*value.text)
        parameter_insert(result->values, first, &result->n_values, value);
}

static void refuse_second(struct reading *reading, const struct parameter *parameter)
{
    const char *label = parameter_label(reading->catalog, parameter);
    const char *reason = parameter->single ? catalog_text(reading->catalog, parameter->single) : "";
    char *message =
        catalog_format(reading->arena, reading->catalog, N_("'{label}' was given twice. Give it once. {reason}"),
                       "label", label, "reason", reason, NULL);
    add_error(reading, parameter->name, label, g_strchomp(message));
}

static void read_parameter(struct reading *reading, const struct parameter *parameter)
{
    size_t first = reading->result->n_values;
    size_t seen = 0;
    for (size_t i = 0; i < reading->n_pairs; i++) {
        const struct query_pair *pair = &reading->pairs[i];
        if (pair->problem == QUERY_NAME || strcmp(pair->field.name, parameter->name) != 0)
            continue;
        seen++;
        if (seen == 1 || parameter->repeatable)
            read_pair(reading, parameter, pair, first);
        else if (seen == 2)
            refuse_second(reading, parameter);
    }
}

/* As many values as the parameter takes? Only asked where each value by itself is right. */
static void check_count(struct reading *reading, const struct parameter *parameter, size_t first, size_t n_errors)
{
    size_t count = reading->result->n_values - first;
    if (count == 0 || reading->result->n_errors > n_errors || !parameter->most)
        return;
    if (count >= parameter->least && count <= parameter->most)
        return;
    const char *label = parameter_label(reading->catalog, parameter);
    const char *least = arena_printf(reading->arena, "%zu", parameter->least);
    const char *most = arena_printf(reading->arena, "%zu", parameter->most);
    add_error(reading, parameter->name, label,
              catalog_format(reading->arena, reading->catalog, N_("'{label}': choose {least} to {most}."), "label",
                             label, "least", least, "most", most, NULL));
}

/* Does the range that the parameter ends begin after it? */
static void check_range(struct reading *reading, const struct parameter *parameter)
{
    const struct parameter_value *end = parameters_get(reading->result, parameter->name);
    const struct parameter_value *begin = parameter->begin ? parameters_get(reading->result, parameter->begin) : NULL;
    bool is_day = parameter->type == PARAMETER_DATE;
    if (!end || !begin || (is_day ? strcmp(end->text, begin->text) >= 0 : end->integer >= begin->integer))
        return;
    const char *label = parameter_label(reading->catalog, parameter);
    add_error(reading, parameter->name, label,
              catalog_format(reading->arena, reading->catalog,
                             is_day ? N_("'{label}' is before '{other}'. Exchange them or leave one empty.")
                                    : N_("'{label}' is less than '{other}'. Exchange them or leave one empty."),
                             "label", label, "other", parameter_label(reading->catalog, begin->parameter), NULL));
}

static void refuse_unknown(struct reading *reading)
{
    for (size_t i = 0; i < reading->n_pairs; i++) {
        const struct query_pair *pair = &reading->pairs[i];
        const char *name = pair->field.name;
        if (pair->problem == QUERY_NAME || !parameter_find(reading->result->declared, name))
            add_problem(reading, name, name, query_message(QUERY_NAME));
    }
}

struct parameters *parameters_parse(struct arena *arena, const struct catalog *catalog,
                                    const struct parameter *const *declared, const char *query)
{
    struct parameters *result = ARENA_NEW(arena, struct parameters);
    *result = (struct parameters){
        .declared = declared,
        .values = ARENA_ARRAY(arena, struct parameter_value, HTTP_FIELDS_MAX),
        .errors = ARENA_ARRAY(arena, struct parameter_error, ERRORS_MAX),
        .given = ARENA_ARRAY(arena, struct http_field, HTTP_FIELDS_MAX),
    };
    struct reading reading = {.arena = arena, .catalog = catalog, .result = result};
    collect_pairs(&reading, query);
    keep_given(&reading);
    for (const struct parameter *const *each = declared; *each; each++) {
        size_t first = result->n_values, n_errors = result->n_errors;
        read_parameter(&reading, *each);
        check_count(&reading, *each, first, n_errors);
        check_range(&reading, *each);
    }
    refuse_unknown(&reading);
    return result;
}

const struct parameter_value *parameters_get(const struct parameters *parameters, const char *name)
{
    for (size_t i = 0; i < parameters->n_values; i++)
        if (name_is(parameters->values[i].parameter->name, name))
            return &parameters->values[i];
    return NULL;
}

size_t parameters_count(const struct parameters *parameters, const char *name)
{
    size_t n = 0;
    for (size_t i = 0; i < parameters->n_values; i++)
        n += name_is(parameters->values[i].parameter->name, name);
    return n;
}

void parameters_drop(struct parameters *parameters, const char *name)
{
    size_t n = 0;
    for (size_t i = 0; i < parameters->n_values; i++)
        if (!name_is(parameters->values[i].parameter->name, name))
            parameters->values[n++] = parameters->values[i];
    parameters->n_values = n;
}

struct parameters *parameters_keep(struct arena *arena, const struct parameters *parameters, parameter_keeps *keeps,
                                   const void *self)
{
    struct parameters *kept = ARENA_NEW(arena, struct parameters);
    *kept = *parameters;
    kept->values = ARENA_ARRAY(arena, struct parameter_value, parameters->n_values);
    kept->n_values = 0;
    for (size_t i = 0; i < parameters->n_values; i++)
        if (keeps(self, &parameters->values[i]))
            kept->values[kept->n_values++] = parameters->values[i];
    return kept;
}

static bool is_other(const void *self, const struct parameter_value *value)
{
    return self != value;
}

struct parameters *parameters_without(struct arena *arena, const struct parameters *parameters,
                                      const struct parameter_value *value)
{
    return parameters_keep(arena, parameters, is_other, value);
}

bool parameters_fix(const struct parameters *parameters, const char *column)
{
    for (size_t i = 0, next = 1; i < parameters->n_values; i = next, next++) {
        const struct parameter *parameter = parameters->values[i].parameter;
        while (next < parameters->n_values && parameters->values[next].parameter == parameter)
            next++;
        if (next - i == 1 && parameter->fixes && g_strv_contains(parameter->fixes, column))
            return true;
    }
    return false;
}

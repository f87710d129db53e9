/* Any query: decoding, typing against one parameter of each type, and the canonical form.
 * What must hold: no query breaks the limits; a query that is read without error has a canonical form that is read
 * again to the same values and to the same form. */
#include "http/parameter.h"
#include "http/query.h"

#include <stdint.h>
#include <string.h>

static const struct choice choices[] = {{"CA", "California"}, {"IL", "Illinois"}, {"-amount", "Amount"}, {NULL, NULL}};

static const struct parameter text = {.name = "q", .type = PARAMETER_TEXT, .label = "Search"};
static const struct parameter choice = {.name = "state",
                                        .type = PARAMETER_CHOICE,
                                        .repeatable = true,
                                        .choices = choices,
                                        .label = "State",
                                        .hint = "Hint."};
static const struct parameter number = {
    .name = "fy", .type = PARAMETER_INTEGER, .low = 2002, .high = 2027, .label = "Fiscal year", .fallback = "2017"};
static const struct parameter big = {.name = "big", .type = PARAMETER_INTEGER, .high = INT64_MAX};
static const struct parameter date = {.name = "as_of", .type = PARAMETER_DATE, .label = "As of"};
static const struct parameter money = {.name = "min", .type = PARAMETER_MONEY, .repeatable = true};
static const struct parameter key = {.name = "j", .type = PARAMETER_KEY, .repeatable = true, .label = "Place"};
static const struct parameter listing = {.name = "program", .type = PARAMETER_LISTING, .label = "Program"};
static const struct parameter cursor = {.name = "after", .type = PARAMETER_CURSOR, .label = "Page"};
static const struct parameter tag = {.name = "t", .type = PARAMETER_TEXT, .repeatable = true, .fallback = "web"};

static const struct parameter *const declared[] = {&text, &choice,  &number, &big, &date, &money,
                                                   &key,  &listing, &cursor, &tag, NULL};

static void check_text(const char *value)
{
    g_assert_true(g_utf8_validate(value, -1, NULL));
    for (; *value; value++)
        g_assert_false(g_ascii_iscntrl(*value));
}

static void check_decoder(struct arena *arena, const char *query)
{
    for (struct query_pair pair; query_next(arena, &query, &pair);) {
        check_text(pair.field.name);
        check_text(pair.field.value);
        g_assert_cmpuint(strlen(pair.field.name), <=, HTTP_NAME_MAX);
        g_assert_true(pair.problem == QUERY_VALUE_LONG || strlen(pair.field.value) <= HTTP_VALUE_MAX);
    }
}

static void check_bounds(const struct parameters *parameters)
{
    g_assert_cmpuint(parameters->n_values, <=, HTTP_FIELDS_MAX);
    g_assert_cmpuint(parameters->n_given, <=, HTTP_FIELDS_MAX);
    g_assert_cmpuint(parameters->n_errors, <=, HTTP_FIELDS_MAX + 1);
    for (size_t i = 0; i < parameters->n_errors; i++) {
        check_text(parameters->errors[i].message);
        check_text(parameters->errors[i].label);
        g_assert_cmpuint(strlen(parameters->errors[i].name), <=, HTTP_NAME_MAX);
    }
    for (size_t i = 0; i < parameters->n_given; i++)
        check_text(parameters->given[i].value);
}

/* A value that the canonical form leaves out. */
static bool is_silent(const struct parameters *parameters, size_t at)
{
    const struct parameter_value *value = &parameters->values[at];
    bool is_first = at == 0 || value[-1].parameter != value->parameter;
    bool is_last = at + 1 == parameters->n_values || value[1].parameter != value->parameter;
    return is_first && is_last && value->parameter->fallback && strcmp(value->text, value->parameter->fallback) == 0;
}

static void check_round_trip(struct arena *arena, const struct catalog *catalog, const struct parameters *once)
{
    const char *canonical = parameters_query(arena, once, NULL);
    struct parameters *twice = parameters_parse(arena, catalog, declared, canonical);
    size_t n_checked = 0;
    g_assert_cmpuint(twice->n_errors, ==, 0);
    g_assert_cmpstr(parameters_query(arena, twice, NULL), ==, canonical);
    for (size_t i = 0; i < once->n_values; i++) {
        if (is_silent(once, i))
            continue;
        const struct parameter_value *value = &twice->values[n_checked++];
        g_assert_true(value->parameter == once->values[i].parameter);
        g_assert_cmpint(value->integer, ==, once->values[i].integer);
        g_assert_cmpstr(value->text, ==, once->values[i].text);
    }
    g_assert_cmpuint(n_checked, ==, twice->n_values);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct catalog *catalog = catalog_open("en", NULL, NULL);
    const char *query = arena_strndup(arena, (const char *)data, size);
    check_decoder(arena, query);
    struct parameters *parameters = parameters_parse(arena, catalog, declared, query);
    check_bounds(parameters);
    if (parameters->n_errors == 0)
        check_round_trip(arena, catalog, parameters);
    catalog_free(catalog);
    arena_free(arena);
    return 0;
}

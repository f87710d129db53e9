/* Links. */
#include "app/link.h"

#include "app/vocabulary.h"

#include <string.h>

/* The date, edition and language of the question, as far as they are asked for. */
static bool is_carried(const struct parameter_value *value)
{
    static const char *const names[] = {"as_of", "edition", "lang", NULL};
    return g_strv_contains(names, value->parameter->name) && g_strcmp0(value->text, value->parameter->fallback) != 0;
}

/* "as_of=...&edition=...", or "". */
static const char *carried(const struct question *question)
{
    g_autoptr(GString) query = g_string_new(NULL);
    for (size_t i = 0; i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        if (is_carried(value))
            g_string_append_printf(query, "%s%s=%s", query->len ? "&" : "", value->parameter->name, value->text);
    }
    return arena_strdup(question->arena, query->str);
}

static const char *with_query(struct arena *arena, const char *address, const char *query)
{
    if (!*query)
        return address;
    return arena_printf(arena, "%s%s%s", address, strchr(address, '?') ? "&" : "?", query);
}

const char *link_plain(const struct app *app, struct arena *arena, const char *path)
{
    return arena_printf(arena, "%s%s", app->config->prefix, path);
}

const char *link_local(const struct question *question, const char *path)
{
    return with_query(question->arena, link_plain(question->app, question->arena, path), carried(question));
}

const char *link_self(const struct question *question, const char *extension, const struct parameter_change *changes)
{
    static const struct parameter_change none[] = {{NULL, NULL}};
    const char *path = question->resource->path;
    if (question->key)
        path = arena_printf(question->arena, "%.*s%s", (int)strcspn(path, "{"), path, question->key);
    const char *address = arena_printf(question->arena, "%s%s%s%s", question->app->config->prefix, path,
                                       *extension ? "." : "", extension);
    return with_query(question->arena, address,
                      parameters_query(question->arena, question->parameters, changes ? changes : none));
}

/* The request's own path and fields, with another language (NULL: the first). */
static const char *retyped(const struct question *question, const char *language)
{
    const struct parameters *parameters = question->parameters;
    g_autoptr(GString) address = g_string_new(question->app->config->prefix);
    http_encode(address, question->request->path, "/");
    char separator = '?';
    for (size_t i = 0; parameters && i < parameters->n_given; i++) {
        const struct http_field *field = &parameters->given[i];
        if (strcmp(field->name, "lang") == 0)
            continue;
        g_string_append_c(address, separator);
        http_encode(address, field->name, "");
        g_string_append_c(address, '=');
        http_encode(address, field->value, "");
        separator = '&';
    }
    if (language)
        g_string_append_printf(address, "%clang=%s", separator, language);
    return arena_strdup(question->arena, address->str);
}

const char *link_language(const struct question *question, const char *language)
{
    const char *given = strcmp(language, languages[0].value) != 0 ? language : NULL;
    if (!question->parameters || question->parameters->n_errors)
        return retyped(question, given);
    return link_self(question, "", (const struct parameter_change[]){{"lang", given}, {NULL, NULL}});
}

const char *link_absolute(const struct question *question, const char *link)
{
    const struct config *config = question->app->config;
    return arena_printf(question->arena, "%s%s", config->base_url, link + strlen(config->prefix));
}

/* Does the parameter say which rows, rather than how much of them, when, or how they are shown? */
static bool is_in_file_name(const struct parameter *parameter)
{
    static const char *const others[] = {"as_of", "edition", "after", "limit", "bom", "cols", "download", NULL};
    return !g_strv_contains(others, parameter->name);
}

const char *link_file_name(const struct question *question)
{
    enum { FILTERS_MAX = 120 };
    g_autoptr(GString) name = g_string_new(question->key ? question->key : question->resource->name);
    for (size_t i = 0; i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        if (!is_in_file_name(value->parameter))
            continue;
        if (name->len + strlen(value->text) > FILTERS_MAX) {
            g_string_append(name, "_and-more");
            break;
        }
        g_string_append_printf(name, "_%s-%s", value->parameter->name, value->text);
    }
    g_string_append_printf(name, "_as-of-%s_edition-%" G_GINT64_FORMAT ".%s", question->as_of,
                           edition_stamp(question->edition)->number, question->representation->extension);
    g_strcanon(name->str, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".-_", '-');
    return arena_strdup(question->arena, name->str);
}

/* Rows that narrow the question (facet: a parameter, value: what for, NULL: drop it) lead to it as record_url. */
static void link_facets(const struct question *question, struct result *result, size_t url)
{
    for (size_t row = 0; row < result->n_rows; row++) {
        const struct parameter_change changes[] = {
            {result_text(result, row, "facet"), result_text(result, row, "value")}, {"after", NULL}, {NULL, NULL}};
        result->cells[row * result->n_columns + url] = cell_text(link_self(question, "", changes));
    }
}

void link_result(const struct question *question, struct result *result)
{
    size_t url = result_column(result, "record_url");
    bool has_facets = url != SIZE_MAX && result_column(result, "facet") != SIZE_MAX;
    if (has_facets)
        link_facets(question, result, url);
    for (size_t column = 0; column < result->n_columns; column++) {
        if (result->columns[column]->type != COLUMN_URL || (has_facets && column == url))
            continue;
        for (size_t row = 0; row < result->n_rows; row++) {
            struct cell *cell = &result->cells[row * result->n_columns + column];
            if (cell->kind == CELL_TEXT && *cell->text == '/')
                *cell = cell_text(link_local(question, cell->text));
        }
    }
}

void link_result_absolute(const struct question *question, struct result *result)
{
    link_result(question, result);
    for (size_t column = 0; column < result->n_columns; column++) {
        if (result->columns[column]->type != COLUMN_URL)
            continue;
        for (size_t row = 0; row < result->n_rows; row++) {
            struct cell *cell = &result->cells[row * result->n_columns + column];
            if (cell->kind == CELL_TEXT && *cell->text == '/')
                *cell = cell_text(link_absolute(question, cell->text));
        }
    }
}

/* Links. */
#include "app/link.h"

#include "app/parameters.h"
#include "app/vocabulary.h"
#include "base/money.h"

#include <string.h>

/* The date, edition and language of the question, as far as they are asked for. */
static bool is_carried(const struct parameter_value *value)
{
    return value->parameter->use == PARAMETER_SETTING && g_strcmp0(value->text, value->parameter->fallback) != 0;
}

/* "as_of=...&edition=...", or "". TARGET: only what it takes; or NULL. IS_FIXED: with the number of the edition even if
 * it was not asked for. */
static const char *carried_by(const struct question *question, const struct resource *target, bool is_fixed)
{
    const char *query = "";
    if (is_fixed && !parameters_get(question->parameters, "edition"))
        query = arena_concat(question->arena, "edition=", link_edition(question), NULL);
    for (size_t i = 0; i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        if (is_carried(value) && (!target || resource_takes(target, value->parameter->name)))
            query =
                arena_concat(question->arena, query, *query ? "&" : "", value->parameter->name, "=", value->text, NULL);
    }
    return query;
}

static const char *carried(const struct question *question)
{
    return carried_by(question, NULL, false);
}

static const char *with_query(struct arena *arena, const char *address, const char *query)
{
    if (!*query)
        return address;
    return arena_concat(arena, address, strchr(address, '?') ? "&" : "?", query, NULL);
}

/* FRONT: a prefix or what is before it; most sites have none. */
static const char *below(struct arena *arena, const char *front, const char *path)
{
    return *front ? arena_concat(arena, front, path, NULL) : path;
}

const char *link_plain(const struct app *app, struct arena *arena, const char *path)
{
    return below(arena, app->config->prefix, path);
}

const char *link_spoken(const struct app *app, struct arena *arena, const char *path)
{
    const char *language = language_named(catalog_language(app->catalog));
    return with_query(arena, link_plain(app, arena, path),
                      language ? arena_concat(arena, parameter_lang.name, "=", language, NULL) : "");
}

const char *link_local(const struct question *question, const char *path)
{
    return with_query(question->arena, link_plain(question->app, question->arena, path), carried(question));
}

const char *link_to(const struct question *question, const struct resource *resource)
{
    return with_query(question->arena, link_plain(question->app, question->arena, resource->path),
                      carried_by(question, resource, false));
}

const char *link_origin(const struct question *question)
{
    const struct config *config = question->app->config;
    return arena_strndup(question->arena, config->base_url, strlen(config->base_url) - strlen(config->prefix));
}

const char *link_path(const struct question *question)
{
    const char *path = question->resource->path;
    if (!question->key)
        return path;
    return arena_concat(question->arena, arena_strndup(question->arena, path, strcspn(path, "{")), question->key, NULL);
}

/* The question's address without its query. */
static const char *own_address(const struct question *question, const char *extension)
{
    const char *path = below(question->arena, question->app->config->prefix, link_path(question));
    return *extension ? arena_concat(question->arena, path, ".", extension, NULL) : path;
}

/* The address of a question with these PARAMETERS and CHANGES (or NULL) to them. */
static const char *address_of(const struct question *question, const char *extension,
                              const struct parameters *parameters, const struct parameter_change *changes)
{
    return with_query(question->arena, own_address(question, extension),
                      parameters_query(question->arena, parameters, changes));
}

const char *link_self(const struct question *question, const char *extension, const struct parameter_change *changes)
{
    return address_of(question, extension, question->parameters, changes);
}

/* What another question leaves out: a place in the rows of this one, and a chart, which may not fit that one. */
static const struct parameter *const own[] = {&parameter_after, &parameter_chart, &parameter_size, &parameter_scale,
                                              NULL};

/* What the whole answer leaves out: which part of it is shown, and how large. */
static const struct parameter *const partial[] = {&parameter_after, &parameter_limit, &parameter_size, &parameter_scale,
                                                  NULL};

static bool is_none_of(const void *left_out, const struct parameter_value *value)
{
    const struct parameter *const *each = left_out;
    while (*each && *each != value->parameter)
        each++;
    return !*each;
}

static const struct parameters *leave_out(const struct question *question, const struct parameter *const *left_out)
{
    return parameters_keep(question->arena, question->parameters, is_none_of, left_out);
}

const char *link_without(const struct question *question, const struct parameter_value *value)
{
    const struct parameters *rest = parameters_without(question->arena, question->parameters, value);
    return address_of(question, "", parameters_keep(question->arena, rest, is_none_of, own), NULL);
}

const char *link_edition(const struct question *question)
{
    return integer_plain(question->arena, edition_stamp(question->edition)->number);
}

const char *link_whole(const struct question *question, const char *extension, const char *edition)
{
    return link_changed(question, extension, edition, (struct parameter_change){NULL, NULL});
}

const char *link_changed(const struct question *question, const char *extension, const char *edition,
                         struct parameter_change change)
{
    const char *fixed = resource_takes(question->resource, "edition") ? edition : NULL;
    const struct parameter_change changes[] = {{parameter_edition.name, fixed}, change, {NULL, NULL}};
    return address_of(question, extension, leave_out(question, partial), changes);
}

const char *link_charts(const struct question *question)
{
    const char *page = arena_printf(question->arena, "%s/charts?%s=%s", question->app->config->prefix,
                                    parameter_of.name, question->resource->name);
    return with_query(question->arena, page, parameters_query(question->arena, leave_out(question, partial), NULL));
}

static void append_field(GString *address, const char *name, const char *value)
{
    g_string_append_c(address, strchr(address->str, '?') ? '&' : '?');
    http_encode(address, name, "");
    g_string_append_c(address, '=');
    http_encode(address, value, "");
}

/* The request's own path and fields as they were typed, but those of a name LEFT_OUT (or NULL) and those for which
 * another of the VALUES stands, if there are any. */
static GString *retyped(const struct question *question, const char *const *values, const char *left_out)
{
    const struct parameters *parameters = question->parameters;
    GString *address = g_string_new(question->app->config->prefix);
    http_encode(address, question->request->path, "/");
    for (size_t i = 0; parameters && i < parameters->n_given; i++) {
        const struct http_field *field = &parameters->given[i];
        if (g_strcmp0(field->name, left_out) != 0)
            append_field(address, field->name, values && values[i] ? values[i] : field->value);
    }
    return address;
}

const char *link_mended(const struct question *question, const char *const *values)
{
    g_autoptr(GString) address = retyped(question, values, NULL);
    return arena_strdup(question->arena, address->str);
}

/* The question as it was typed, in another language (NULL: the first). */
static const char *retyped_in(const struct question *question, const char *language)
{
    g_autoptr(GString) address = retyped(question, NULL, parameter_lang.name);
    if (language)
        append_field(address, parameter_lang.name, language);
    return arena_strdup(question->arena, address->str);
}

const char *link_language(const struct question *question, const char *language)
{
    const char *given = language_named(language);
    if (!question->parameters || question->parameters->n_errors)
        return retyped_in(question, given);
    return link_self(question, "", (const struct parameter_change[]){{"lang", given}, {NULL, NULL}});
}

const char *link_below(const struct app *app, const char *link)
{
    const char *prefix = app->config->prefix;
    return g_str_has_prefix(link, prefix) ? link + strlen(prefix) : link;
}

const char *link_absolute(const struct question *question, const char *link)
{
    const struct config *config = question->app->config;
    return arena_concat(question->arena, config->base_url, link + strlen(config->prefix), NULL);
}

/* Is it said by the file's name beside the day and the edition, which every name ends with? */
static bool is_in_file_name(const struct parameter *parameter)
{
    return parameter->use == PARAMETER_FILTER || parameter->use == PARAMETER_ORDER ||
           parameter->use == PARAMETER_PICTURE;
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
    const char *language = language_named(catalog_language(question->app->catalog));
    if (language)
        g_string_append_printf(name, "_%s", language);
    g_string_append_printf(name, "_as-of-%s_edition-%s.%s", question->as_of, link_edition(question),
                           question->representation->extension);
    g_strcanon(name->str, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".-_", '-');
    return arena_strdup(question->arena, name->str);
}

/* Rows that narrow the question (facet: a parameter, value: what for, NULL: drop it) lead to it as record_url; the
 * position of that, or SIZE_MAX. */
static size_t find_facets(const struct result *result)
{
    return result_column(result, "facet") == SIZE_MAX ? SIZE_MAX : result_column(result, "record_url");
}

/* The addresses of the question that differ in the value of one parameter. */
struct facet {
    const char *name;
    const struct parameters *rest; /* of the question, which they all ask */
    struct query_gap link;         /* before: NULL where a value may stand for none */
};

static struct facet facet_open(const struct question *question, const struct parameters *rest, const char *name)
{
    struct facet facet = {.name = name, .rest = rest};
    const struct parameter *open = name ? parameter_find(rest->declared, name) : NULL;
    if (open && !open->fallback) {
        facet.link = parameters_query_gap(question->arena, rest, NULL, open);
        facet.link.before = arena_concat(question->arena, own_address(question, ""), "?", facet.link.before, NULL);
    }
    return facet;
}

static const char *facet_link(const struct question *question, const struct facet *facet, const char *value)
{
    if (!facet->link.before || !value || !*value)
        return address_of(question, "", facet->rest,
                          (const struct parameter_change[]){{facet->name, value}, {NULL, NULL}});
    return arena_concat(question->arena, facet->link.before, http_encoded(question->arena, value), facet->link.after,
                        NULL);
}

static void link_facets(const struct question *question, struct result *result, size_t url, bool is_absolute)
{
    size_t name = result_column(result, "facet"), value = result_column(result, "value");
    const struct parameters *rest = leave_out(question, own);
    struct facet facet = {0};
    for (size_t row = 0; row < result->n_rows; row++) {
        const char *named = cell_string(result_at(result, row, name));
        if (row == 0 || g_strcmp0(named, facet.name) != 0)
            facet = facet_open(question, rest, named);
        const char *link = facet_link(question, &facet, cell_string(result_at(result, row, value)));
        result->cells[row * result->n_columns + url] = cell_text(is_absolute ? link_absolute(question, link) : link);
    }
}

static void link_column(const struct question *question, struct result *result, size_t column, const char *front,
                        const char *query)
{
    struct arena *arena = question->arena;
    for (size_t row = 0; row < result->n_rows; row++) {
        struct cell *cell = &result->cells[row * result->n_columns + column];
        if (cell->kind == CELL_TEXT && *cell->text == '/')
            *cell = cell_text(with_query(arena, below(arena, front, cell->text), query));
    }
}

/* A picture on a page is of the page's edition, whichever is the newest when it is fetched. */
static void link_addresses(const struct question *question, struct result *result, bool is_absolute)
{
    const struct config *config = question->app->config;
    const char *front = is_absolute ? config->base_url : config->prefix, *query = carried(question);
    size_t facets = find_facets(result);
    for (size_t column = 0; column < result->n_columns; column++) {
        if (column == facets)
            link_facets(question, result, column, is_absolute);
        else if (result->columns[column]->type == COLUMN_URL)
            link_column(question, result, column, front,
                        result->columns[column]->is_picture ? carried_by(question, NULL, true) : query);
    }
}

void link_result(const struct question *question, struct result *result)
{
    link_addresses(question, result, false);
}

void link_result_absolute(const struct question *question, struct result *result)
{
    link_addresses(question, result, true);
}

struct here link_here(const struct question *question)
{
    const char *path = own_address(question, "");
    return (struct here){link_self(question, "", NULL), with_query(question->arena, path, carried(question))};
}

void link_result_elsewhere(const struct question *question, const struct here *here, struct result *result)
{
    link_result(question, result);
    for (size_t column = 0; column < result->n_columns; column++) {
        if (result->columns[column]->type != COLUMN_URL)
            continue;
        for (size_t row = 0; row < result->n_rows; row++) {
            struct cell *cell = &result->cells[row * result->n_columns + column];
            if (cell->kind == CELL_TEXT &&
                (strcmp(cell->text, here->asked) == 0 || strcmp(cell->text, here->bare) == 0))
                *cell = cell_null();
        }
    }
}

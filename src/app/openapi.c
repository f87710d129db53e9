/* OpenAPI from declarations. */
#include "app/openapi.h"

#include "app/columns.h"
#include "app/downloads.h"
#include "app/parameters.h"

#include <string.h>

/* What a JSON document gives for a column of each type. */
static const struct {
    const char *type, *key, *value; /* key: a further keyword of the schema */
} cell_schemas[] = {
    [COLUMN_TEXT] = {"string", NULL, NULL},       [COLUMN_INTEGER] = {"integer", NULL, NULL},
    [COLUMN_NUMBER] = {"number", NULL, NULL},     [COLUMN_MONEY] = {"string", "pattern", "^-?[0-9]+\\.[0-9]{2}$"},
    [COLUMN_DATE] = {"string", "format", "date"}, [COLUMN_CODE] = {NULL, NULL, NULL},
    [COLUMN_URL] = {"string", "format", "uri"},   [COLUMN_KEY] = {"string", NULL, NULL},
    [COLUMN_POSITION] = {"string", NULL, NULL},   [COLUMN_FLAG] = {"boolean", NULL, NULL},
    [COLUMN_SOURCES] = {"string", NULL, NULL},    [COLUMN_RESULT] = {"array", NULL, NULL},
};

static json_t *enumeration(const struct choice *choices)
{
    json_t *values = json_array();
    for (; choices && choices->value; choices++)
        json_array_append_new(values, json_string(choices->value));
    return values;
}

/* Any cell may be null. A code is text, or a number such as a year. */
static json_t *column_schema(const struct catalog *catalog, const struct column *column)
{
    json_t *schema = json_object();
    const char *type = cell_schemas[column->type].type;
    json_object_set_new(schema, "type",
                        type ? json_pack("[s, s]", type, "null") : json_pack("[s, s, s]", "string", "integer", "null"));
    if (cell_schemas[column->type].key)
        json_object_set_new(schema, cell_schemas[column->type].key, json_string(cell_schemas[column->type].value));
    json_object_set_new(schema, "description", json_string(catalog_text(catalog, column->definition)));
    return schema;
}

/* A row of a statement. */
static json_t *row_schema(const struct question *question, const char *statement, GError **error)
{
    const struct result *shape = store_shape(question->edition, question->arena, statement, error);
    if (!shape)
        return NULL;
    json_t *properties = json_object();
    for (size_t i = 0; i < shape->n_columns; i++)
        if (!column_is_internal(shape->columns[i]))
            json_object_set_new(properties, shape->columns[i]->name,
                                column_schema(question->app->catalog, shape->columns[i]));
    return json_pack("{s:s, s:o, s:b}", "type", "object", "properties", properties, "additionalProperties", false);
}

/* Adds one part of the document that a resource's JSON is. */
static bool put_part(const struct question *question, json_t *properties, const char *name, const char *statement,
                     GError **error)
{
    if (!statement)
        return true;
    json_t *row = row_schema(question, statement, error);
    if (!row)
        return false;
    bool is_one = strcmp(name, "record") == 0;
    json_object_set_new(properties, name, is_one ? row : json_pack("{s:s, s:o}", "type", "array", "items", row));
    return true;
}

static json_t *json_schema(const struct question *question, const struct resource *resource, GError **error)
{
    json_t *properties = json_pack("{s:{s:s}, s:{s:s}, s:{s:s, s:{s:s}}, s:{s:[s, s], s:s}}", "meta", "$ref",
                                   "#/components/schemas/Meta", "columns", "$ref", "#/components/schemas/Columns",
                                   "sources", "type", "array", "items", "$ref", "#/components/schemas/Source", "next",
                                   "type", "string", "null", "format", "uri");
    bool done = put_part(question, properties, "record", resource->record, error) &&
                put_part(question, properties, "rows", resource->rows, error);
    for (const struct side *side = resource->sides; done && side && side->statement; side++)
        done = put_part(question, properties, side_name(side), side->statement, error);
    if (done)
        return json_pack("{s:s, s:[s, s], s:o}", "type", "object", "required", "meta", "sources", "properties",
                         properties);
    json_decref(properties);
    return NULL;
}

static json_t *value_schema(const struct parameter *parameter)
{
    switch (parameter->type) {
    case PARAMETER_INTEGER:
        return json_pack("{s:s, s:I, s:I}", "type", "integer", "minimum", (json_int_t)parameter->low, "maximum",
                         (json_int_t)parameter->high);
    case PARAMETER_DATE: return json_pack("{s:s, s:s}", "type", "string", "format", "date");
    case PARAMETER_MONEY: return json_pack("{s:s, s:s}", "type", "string", "pattern", "^-?[0-9]+(\\.[0-9]{1,2})?$");
    case PARAMETER_CHOICE: return json_pack("{s:s, s:o}", "type", "string", "enum", enumeration(parameter->choices));
    case PARAMETER_KEY: return json_pack("{s:s, s:s}", "type", "string", "pattern", "^[a-z0-9][a-z0-9.-]*$");
    case PARAMETER_SHA256: return json_pack("{s:s, s:s}", "type", "string", "pattern", "^[0-9a-fA-F]{64}$");
    case PARAMETER_TEXT:
    case PARAMETER_LISTING:
    case PARAMETER_CURSOR: break;
    }
    return json_pack("{s:s}", "type", "string");
}

static json_t *parameter_object(const struct question *question, const struct parameter *parameter)
{
    json_t *schema = value_schema(parameter);
    if (parameter->repeatable)
        schema = json_pack("{s:s, s:o}", "type", "array", "items", schema);
    if (parameter->fallback)
        json_object_set_new(schema, "default",
                            parameter->type == PARAMETER_INTEGER
                                ? json_integer(g_ascii_strtoll(parameter->fallback, NULL, 10))
                                : json_string(parameter->fallback));
    return json_pack("{s:s, s:s, s:s, s:o}", "name", parameter->name, "in", "query", "description",
                     parameter_hint(question->arena, question->app->catalog, parameter), "schema", schema);
}

/* after and limit are for pages of a list. */
static bool is_accepted(const struct parameter *parameter, bool is_whole)
{
    return !is_whole || (parameter != &parameter_after && parameter != &parameter_limit);
}

static json_t *parameters_array(const struct question *question, const struct resource *resource,
                                const struct download *form)
{
    json_t *list = json_array();
    if (strchr(resource->path, '{'))
        json_array_append_new(list, json_pack("{s:s, s:s, s:b, s:{s:s}}", "name", "key", "in", "path", "required", true,
                                              "schema", "type", "string"));
    for (const struct parameter *const *each = resource->parameters; *each; each++)
        if (is_accepted(*each, form && form->is_whole))
            json_array_append_new(list, parameter_object(question, *each));
    for (const struct parameter *const *each = form ? form->parameters : NULL; each && *each; each++)
        json_array_append_new(list, parameter_object(question, *each));
    return list;
}

static json_t *responses_object(const char *content_type, json_t *schema)
{
    json_t *content = json_object();
    json_object_set_new(content, content_type, schema ? json_pack("{s:o}", "schema", schema) : json_object());
    return json_pack("{s:{s:s, s:o}, s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s}}", "200", "description", "The answer",
                     "content", content, "304", "description", "Not modified", "400", "$ref",
                     "#/components/responses/Problem", "404", "$ref", "#/components/responses/Problem", "410", "$ref",
                     "#/components/responses/Problem", "503", "$ref", "#/components/responses/Problem");
}

/* One address: a resource in one form (NULL: its page). */
static bool put_path(const struct question *question, json_t *paths, const struct resource *resource,
                     const struct download *form, GError **error)
{
    const struct catalog *catalog = question->app->catalog;
    bool is_json = form && form->bit == AS_JSON;
    json_t *schema = is_json ? json_schema(question, resource, error) : NULL;
    if (is_json && !schema)
        return false;
    const char *path = form ? arena_printf(question->arena, "%s.%s", resource->path, form->extension) : resource->path;
    const char *summary = resource->intro ? resource->intro : resource->title ? resource->title : resource->name;
    json_t *get = json_pack("{s:s, s:o, s:o}", "summary", catalog_text(catalog, summary), "parameters",
                            parameters_array(question, resource, form), "responses",
                            responses_object(form ? form->content_type : "text/html; charset=utf-8", schema));
    json_object_set_new(paths, path, json_pack("{s:o}", "get", get));
    return true;
}

/* A form may have two links. */
static bool has_path(const struct question *question, const json_t *paths, const struct resource *resource,
                     const struct download *form)
{
    return json_object_get(paths, arena_printf(question->arena, "%s.%s", resource->path, form->extension)) != NULL;
}

static bool put_paths(const struct question *question, json_t *paths, GError **error)
{
    const struct resource *resource;
    for (size_t i = 0; (resource = resource_at(i)); i++) {
        if (!put_path(question, paths, resource, NULL, error))
            return false;
        for (const struct download *form = downloads; form->extension; form++)
            if ((resource->representations & form->bit) && !has_path(question, paths, resource, form) &&
                !put_path(question, paths, resource, form, error))
                return false;
    }
    return true;
}

/* What all documents share. */
static json_t *components(const struct question *question, GError **error)
{
    json_t *source = row_schema(question, "sources_by_key", error);
    if (!source)
        return NULL;
    json_object_del(source, "additionalProperties"); /* on a page each has its number */
    json_t *meta = json_pack("{s:s, s:[s, s, s, s, s]}", "type", "object", "required", "url", "query", "as_of",
                             "edition", "licence");
    json_t *columns =
        json_pack("{s:s, s:{s:s, s:[s, s]}}", "type", "array", "items", "type", "object", "required", "name", "type");
    json_t *problem = json_pack("{s:s, s:[s, s, s]}", "type", "object", "required", "type", "title", "status");
    json_t *response = json_pack("{s:s, s:{s:{s:{s:s}}}}", "description", "A problem document (RFC 9457)", "content",
                                 "application/problem+json", "schema", "$ref", "#/components/schemas/Problem");
    return json_pack("{s:{s:o, s:o, s:o, s:o}, s:{s:o}}", "schemas", "Meta", meta, "Columns", columns, "Source", source,
                     "Problem", problem, "responses", "Problem", response);
}

json_t *openapi_document(const struct question *question, GError **error)
{
    json_t *paths = json_object();
    json_t *shared = put_paths(question, paths, error) ? components(question, error) : NULL;
    if (!shared) {
        json_decref(paths);
        return NULL;
    }
    return json_pack("{s:s, s:{s:s, s:s, s:s, s:{s:s, s:s}}, s:[{s:s}], s:o, s:o}", "openapi", "3.1.0", "info", "title",
                     "Proviso", "version", PROVISO_VERSION, "description",
                     "Money, conditions, claims, demands and rulings, by jurisdiction and date.", "license", "name",
                     "CC0-1.0", "url", "https://creativecommons.org/publicdomain/zero/1.0/", "servers", "url",
                     question->app->config->base_url, "paths", paths, "components", shared);
}

/* Declarations to tables. */
#include "app/about.h"

#include "app/columns.h"
#include "app/downloads.h"
#include "app/link.h"
#include "app/view.h"
#include "base/display.h"
#include "format/json.h"

#include <string.h>

static const struct column *const dictionary_columns[] = {VIEW_CODE("name"),  VIEW_CODE("type"),
                                                          VIEW_TEXT("label"), VIEW_TEXT("definition"),
                                                          VIEW_TEXT("unit"),  VIEW_TEXT("codes")};
static const struct column *const address_columns[] = {VIEW_CODE("path"), VIEW_TEXT("forms"), VIEW_TEXT("parameters")};
static const struct column *const data_columns[] = {VIEW_INTEGER("n_bytes"), VIEW_CODE("sha256"),
                                                    VIEW_CODE("content_hash")};
/* RESOURCE_url */
static const struct column *const way_columns[] = {
    VIEW_URL("jurisdictions_url"), VIEW_URL("funding_url"),   VIEW_URL("charts_url"),  VIEW_URL("claims_url"),
    VIEW_URL("status_url"),        VIEW_URL("deadlines_url"), VIEW_URL("changes_url"), VIEW_URL("glossary_url")};

/* "a, b, c" */
static const char *joined(struct arena *arena, const char *list, const char *word)
{
    return *list ? arena_printf(arena, "%s, %s", list, word) : word;
}

static const char *codes_of(struct arena *arena, const struct choice *choices)
{
    const char *codes = "";
    for (; choices && choices->value; choices++)
        codes = joined(arena, codes, choices->value);
    return codes;
}

struct result *about_dictionary(const struct question *question)
{
    const struct catalog *catalog = question->app->catalog;
    struct result *dictionary = view_new(question->arena, "dictionary", dictionary_columns);
    const struct column *column;
    for (size_t i = 0; (column = column_at(i)); i++) {
        if (column_is_internal(column))
            continue;
        result_append(question->arena, dictionary);
        view_set(dictionary, "name", cell_text(column->name));
        view_set(dictionary, "type", cell_text(json_type_name(column->type)));
        view_set(dictionary, "label", cell_text(display_label(question->arena, catalog, column)));
        view_set(dictionary, "definition", cell_text(catalog_text(catalog, column->definition)));
        view_set(dictionary, "unit", cell_text(column->unit ? catalog_text(catalog, column->unit) : NULL));
        view_set(dictionary, "codes", cell_text(codes_of(question->arena, column->choices)));
    }
    return dictionary;
}

struct result *about_data(const struct question *question)
{
    struct result *data = view_new(question->arena, "data", data_columns);
    struct edition_file file;
    if (!edition_describe(question->edition, question->arena, &file, NULL))
        return data;
    result_append(question->arena, data);
    view_set(data, "n_bytes", cell_integer(file.n_bytes));
    view_set(data, "sha256", cell_text(file.sha256));
    view_set(data, "content_hash", cell_text(edition_stamp(question->edition)->content_hash));
    return data;
}

struct result *about_addresses(const struct question *question)
{
    struct arena *arena = question->arena;
    struct result *addresses = view_new(arena, "addresses", address_columns);
    const struct resource *resource;
    for (size_t i = 0; (resource = resource_at(i)); i++) {
        const char *forms = "html", *parameters = "";
        unsigned seen = 0;
        for (const struct download *each = downloads; each->extension; each++)
            if ((resource->representations & each->bit) && !(seen & each->bit)) {
                forms = joined(arena, forms, each->extension);
                seen |= each->bit;
            }
        for (const struct parameter *const *each = resource->parameters; *each; each++)
            parameters = joined(arena, parameters, (*each)->name);
        result_append(arena, addresses);
        view_set(addresses, "path", cell_text(resource->path));
        view_set(addresses, "forms", cell_text(forms));
        view_set(addresses, "parameters", cell_text(parameters));
    }
    return addresses;
}

struct result *about_ways(const struct question *question)
{
    struct result *ways = view_new(question->arena, "ways", way_columns);
    result_append(question->arena, ways);
    for (size_t i = 0; i < G_N_ELEMENTS(way_columns); i++) {
        const char *name = way_columns[i]->name;
        const struct resource *resource = resource_named(arena_strndup(question->arena, name, strcspn(name, "_")));
        view_set(ways, name, cell_text(link_local(question, resource->path)));
    }
    return ways;
}

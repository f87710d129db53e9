/* Facets: what a statement counts, in words. */
#include "app/facet.h"

#include "app/link.h"
#include "app/view.h"

#include <string.h>

static const struct column *const facet_columns[] = {VIEW_TEXT("facet"), VIEW_TEXT("text"), VIEW_URL("link"),
                                                     VIEW_INTEGER("row_count")};

static const struct parameter *parameter_of(const struct question *question, const char *name)
{
    for (const struct parameter *const *each = question->resource->parameters; *each; each++)
        if (strcmp((*each)->name, name) == 0)
            return *each;
    return NULL;
}

static void append_facet(const struct question *question, struct result *facets, const struct result *counts,
                         size_t row)
{
    const struct catalog *catalog = question->app->catalog;
    const char *value = result_text(counts, row, "value"), *label = result_text(counts, row, "label");
    const struct parameter *parameter = parameter_of(question, result_text(counts, row, "facet"));
    const char *words = parameter ? choice_label(parameter->choices, value) : NULL;
    if (!parameter || parameters_get(question->parameters, parameter->name))
        return;
    result_append(question->arena, facets);
    view_set(facets, "facet", cell_text(catalog_text(catalog, parameter->label)));
    view_set(facets, "text", cell_text(label ? label : words ? catalog_text(catalog, words) : value));
    view_set(facets, "link", cell_text(result_text(counts, row, "record_url")));
    view_set(facets, "row_count", *result_cell(counts, row, "row_count"));
}

struct result *facets_of(const struct question *question, GError **error)
{
    struct result *facets = view_new(question->arena, "facets", facet_columns);
    if (!question->resource->facets)
        return facets;
    struct result *counts = question_run(question, question->resource->facets, NULL, 0, error);
    if (!counts)
        return NULL;
    link_result(question, counts);
    for (size_t row = 0; row < counts->n_rows; row++)
        append_facet(question, facets, counts, row);
    return facets;
}

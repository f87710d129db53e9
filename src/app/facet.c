/* Facets: what a statement counts, in words. */
#include "app/facet.h"

#include "app/link.h"
#include "app/view.h"

#include <string.h>

enum { FACET_NAME, FACET_TEXT, FACET_LINK, FACET_COUNT };
static const struct column *const facet_columns[] = {
    [FACET_NAME] = VIEW_TEXT("facet"),
    [FACET_TEXT] = VIEW_TEXT("text"),
    [FACET_LINK] = VIEW_URL("link"),
    [FACET_COUNT] = VIEW_INTEGER("row_count"),
};

/* How many values of a facet are told; the form offers all of them. */
enum { VALUES_MOST = 12 };

/* A facet being told: rows of one parameter follow each other. */
struct telling {
    const struct question *question;
    const char *name;                  /* of the parameter */
    const struct parameter *parameter; /* NULL: nothing is told of it */
    const char *label;
    size_t n; /* values so far */
};

/* A parameter that is asked for already narrows no more. */
static struct telling tell(const struct question *question, const char *name)
{
    const struct parameter *parameter = parameter_find(question->resource->parameters, name);
    bool is_told = parameter && !parameters_get(question->parameters, name);
    return (struct telling){.question = question,
                            .name = name,
                            .parameter = is_told ? parameter : NULL,
                            .label = is_told ? catalog_text(question->app->catalog, parameter->label) : NULL};
}

/* Positions in what a statement of facets gives. */
struct counts {
    size_t facet, value, label, row_count, link;
};

static void append_facet(const struct telling *telling, struct result *facets, const struct cell *row,
                         const struct counts *at)
{
    const char *value = cell_string(&row[at->value]), *label = cell_string(&row[at->label]);
    struct cell *facet = result_append(telling->question->arena, facets);
    facet[FACET_NAME] = cell_text(telling->label);
    facet[FACET_TEXT] = cell_text(label ? label : question_plain_words(telling->question, telling->parameter, value));
    facet[FACET_LINK] = row[at->link];
    facet[FACET_COUNT] = row[at->row_count];
}

static void append_rest(const struct telling *telling, struct result *facets)
{
    const struct question *question = telling->question;
    if (telling->n <= VALUES_MOST)
        return;
    const char *count = arena_printf(question->arena, "%zu", telling->n - VALUES_MOST);
    struct cell *rest = result_append(question->arena, facets);
    rest[FACET_NAME] = cell_text(telling->label);
    rest[FACET_TEXT] = cell_text(
        catalog_format(question->arena, question->app->catalog, N_("{count} more in the form"), "count", count, NULL));
    rest[FACET_LINK] = cell_text("#ask");
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
    const struct counts at = {result_column(counts, "facet"), result_column(counts, "value"),
                              result_column(counts, "label"), result_column(counts, "row_count"),
                              result_column(counts, "record_url")};
    struct telling telling = {.question = question};
    for (size_t row = 0; row < counts->n_rows; row++) {
        const struct cell *cells = &counts->cells[row * counts->n_columns];
        const char *name = cell_string(&cells[at.facet]);
        if (g_strcmp0(name, telling.name) != 0) {
            append_rest(&telling, facets);
            telling = tell(question, name);
        }
        if (telling.parameter && telling.n++ < VALUES_MOST)
            append_facet(&telling, facets, cells, &at);
    }
    append_rest(&telling, facets);
    return facets;
}

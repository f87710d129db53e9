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

enum { FACETS_MOST = 16, TOTALS_MOST = 16 };

/* Positions in what a statement of facets gives. */
struct counts {
    size_t facet, value, label, row_count, link;
};

/* Rows of one facet, of which some are left off. */
struct rows {
    const char *name; /* of its parameter */
    size_t first, end, left_off;
};

/* A facet being told. */
struct telling {
    const struct question *question;
    const struct parameter *parameter;
    const char *label;
};

static bool append_facet(const struct telling *telling, struct result *facets, const struct cell *row,
                         const struct counts *at, GError **error)
{
    const struct parameter_value value = {.parameter = telling->parameter, .text = cell_string(&row[at->value])};
    const char *label = cell_string(&row[at->label]);
    if (!label && !question_words(telling->question, &value, &label, error))
        return false;
    struct cell *facet = result_append(telling->question->arena, facets);
    facet[FACET_NAME] = cell_text(telling->label);
    facet[FACET_TEXT] = cell_text(label);
    facet[FACET_LINK] = row[at->link];
    facet[FACET_COUNT] = row[at->row_count];
    return true;
}

static void append_rest(const struct telling *telling, struct result *facets, size_t n)
{
    const struct question *question = telling->question;
    const char *count = arena_printf(question->arena, "%zu", n);
    struct cell *rest = result_append(question->arena, facets);
    rest[FACET_NAME] = cell_text(telling->label);
    rest[FACET_TEXT] = cell_text(
        catalog_format(question->arena, question->app->catalog, N_("{count} more in the form"), "count", count, NULL));
    rest[FACET_LINK] = cell_text("#ask");
}

static bool append_rows(const struct telling *telling, struct result *facets, const struct result *counts,
                        const struct counts *at, const struct rows *rows, GError **error)
{
    for (size_t row = rows->first; row < rows->end; row++)
        if (!append_facet(telling, facets, &counts->cells[row * counts->n_columns], at, error))
            return false;
    if (rows->left_off)
        append_rest(telling, facets, rows->left_off);
    return true;
}

/* Keeps of the counts those that are told. Where the rows of each facet are, which follow each other; how many facets
 * there are. A row without a value counts those that the statement itself leaves off. */
static size_t pick_rows(struct result *counts, const struct counts *at, struct rows *all)
{
    size_t n = 0, n_kept = 0;
    for (size_t row = 0; row < counts->n_rows; row++) {
        const char *name = cell_string(result_at(counts, row, at->facet));
        const char *value = cell_string(result_at(counts, row, at->value));
        if (!n || g_strcmp0(name, all[n - 1].name) != 0) {
            g_assert(n < FACETS_MOST);
            all[n++] = (struct rows){.name = name, .first = n_kept, .end = n_kept};
        }
        struct rows *own = &all[n - 1];
        bool is_rest = value && !*value;
        if (is_rest || own->end - own->first == STORE_FACET_VALUES) {
            own->left_off += is_rest ? (size_t)result_at(counts, row, at->row_count)->integer : 1;
            continue;
        }
        memmove(counts->cells + n_kept++ * counts->n_columns, counts->cells + row * counts->n_columns,
                counts->n_columns * sizeof *counts->cells);
        own->end = n_kept;
    }
    counts->n_rows = n_kept;
    return n;
}

static struct result *count(const struct question *question, const struct result *total, GError **error)
{
    struct binding said[TOTALS_MOST];
    size_t n = total ? total->n_columns : 0;
    g_assert(n <= TOTALS_MOST);
    for (size_t i = 0; i < n; i++)
        said[i] = (struct binding){total->columns[i]->name, *result_at(total, 0, i)};
    return question_run(question, question->resource->facets, said, n, error);
}

/* In the order of the form. A parameter that is asked for already narrows no more. */
struct result *facets_of(const struct question *question, const struct result *total, GError **error)
{
    struct result *facets = view_new(question->arena, "facets", facet_columns);
    bool is_empty = total && result_integer(total, 0, "row_count", 1) == 0;
    if (!question->resource->facets || is_empty)
        return facets;
    struct result *counts = count(question, total, error);
    if (!counts)
        return NULL;
    const struct counts at = {result_column(counts, "facet"), result_column(counts, "value"),
                              result_column(counts, "label"), result_column(counts, "row_count"),
                              result_column(counts, "record_url")};
    struct rows all[FACETS_MOST];
    size_t n = pick_rows(counts, &at, all);
    link_result(question, counts);
    for (const struct parameter *const *each = question->resource->parameters; *each; each++)
        for (size_t i = 0; i < n; i++)
            if (g_strcmp0(all[i].name, (*each)->name) == 0 && !parameters_get(question->parameters, (*each)->name)) {
                const char *label = catalog_text(question->app->catalog, (*each)->label);
                if (!append_rows(&(struct telling){question, *each, label}, facets, counts, &at, &all[i], error))
                    return NULL;
            }
    return facets;
}

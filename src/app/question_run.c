/* What a question asks of the edition: statements, rows, counts, the record. */
#include "app/question.h"

#include "app/pivot.h"
#include "base/date.h"

#include <string.h>

/* FROM may be NULL when N is 0. */
static void copy(struct binding *to, const struct binding *from, size_t n)
{
    if (n)
        memcpy(to, from, n * sizeof *to);
}

static struct result *run(const struct question *question, const char *statement, const struct binding *extra,
                          size_t n_extra, const char *sort, GError **error)
{
    size_t n = question->n_bindings + n_extra;
    struct binding *bindings = ARENA_ARRAY(question->arena, struct binding, n);
    copy(bindings, question->bindings, question->n_bindings);
    copy(bindings + question->n_bindings, extra, n_extra);
    return store_run(question->edition, question->arena, statement, bindings, n, sort, error);
}

struct result *question_run(const struct question *question, const char *statement, const struct binding *extra,
                            size_t n_extra, GError **error)
{
    return run(question, statement, extra, n_extra, NULL, error);
}

struct result *question_rows_by(const struct question *question, const char *sort, int64_t most, GError **error)
{
    const struct parameter_value *given = parameters_get(question->parameters, "sort");
    const struct binding limit = {"limit", cell_integer(most)};
    return run(question, question->resource->rows, &limit, most >= 0, sort ? sort : given ? given->text : NULL, error);
}

struct result *question_rows(const struct question *question, int64_t most, GError **error)
{
    return question_rows_by(question, NULL, most, error);
}

/* Reads at least WANTED rows, if there are as many, and gives how many of them the page shows: no more than its limit,
 * but whole lines of a matrix, and one of them however long it is. SIZE_MAX on an error. */
static size_t read_page(const struct question *question, int64_t wanted, struct listing *listing, GError **error)
{
    const struct pivot *pivot = question->resource->pivot;
    size_t limit = (size_t)question->limit;
    for (;; wanted *= 2) {
        listing->rows = question_rows(question, wanted, error);
        if (!listing->rows)
            return SIZE_MAX;
        size_t n_rows = listing->rows->n_rows, shown = MIN(n_rows, limit);
        if (pivot && n_rows > limit)
            shown = pivot_whole(listing->rows, pivot, limit);
        if (shown < n_rows || (int64_t)n_rows < wanted)
            return shown;
    }
}

bool question_list(const struct question *question, int64_t most, struct listing *listing, GError **error)
{
    const char *total = question->resource->total;
    *listing = (struct listing){.total = total ? question_run(question, total, NULL, 0, error) : NULL};
    if (total && !listing->total)
        return false;
    if (!total) {
        listing->rows = question_rows(question, -1, error);
        if (listing->rows)
            listing->fetched = *listing->rows;
        return listing->rows != NULL;
    }
    int64_t count = result_integer(listing->total, 0, "row_count", 0);
    int64_t wanted = MAX(count <= most ? count : 0, question->limit + 1); /* one more tells that there is a next page */
    size_t shown = read_page(question, wanted, listing, error);
    if (shown == SIZE_MAX)
        return false;
    listing->fetched = *listing->rows;
    listing->rows->n_rows = shown;
    if (shown < listing->fetched.n_rows)
        listing->cursor = question_cursor(question, listing->rows, shown - 1);
    return true;
}

bool listing_is_whole(const struct listing *listing)
{
    return !listing->total || result_integer(listing->total, 0, "row_count", 0) == (int64_t)listing->fetched.n_rows;
}

bool question_count(const struct question *question, int64_t *count, GError **error)
{
    const struct resource *resource = question->resource;
    const struct result *rows =
        question_run(question, resource->total ? resource->total : resource->rows, NULL, 0, error);
    if (rows)
        *count = resource->total ? result_integer(rows, 0, "row_count", 0) : (int64_t)rows->n_rows;
    return rows != NULL;
}

bool question_each(const struct question *question, store_take *take, void *self, GError **error)
{
    const struct parameter_value *sort = parameters_get(question->parameters, "sort");
    const struct query query = {question->resource->rows, question->bindings, question->n_bindings,
                                sort ? sort->text : NULL};
    return store_each(question->edition, &query, take, self, error);
}

struct result *question_record(const struct question *question, GError **error)
{
    struct result *record = question_run(question, question->resource->record, NULL, 0, error);
    if (record && record->n_rows != 1) {
        const struct catalog *catalog = question->app->catalog;
        g_set_error_literal(error, PROVISO_ERROR, ERROR_NOT_FOUND,
                            catalog_format(question->arena, catalog, N_("No record named {key} is known on {date}."),
                                           "key", question->key, "date",
                                           date_long(question->arena, catalog, question->as_of, PRECISION_DAY), NULL));
        return NULL;
    }
    return record;
}

/* What a question asks of the edition: statements, rows, counts, the record. */
#include "app/question.h"

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
    const struct query query = {statement, bindings, n, sort};
    return store_run(question->edition, question->arena, &query, error);
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

bool question_count(const struct question *question, int64_t *count, GError **error)
{
    const struct result *total = question_run(question, question->resource->total, NULL, 0, error);
    if (total)
        *count = result_integer(total, 0, "row_count", 0);
    return total != NULL;
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

/* Fills a new edition: public tables in key order from one read transaction, then what is derived from them. What is
 * checked and hashed is the copy, so it is what is published. */
#include "store/build.h"

#include "store/check.h"
#include "store/edition.h"
#include "store/execute.h"
#include "store/group.h"
#include "store/ledger.h"
#include "store/level.h"
#include "store/recipe.h"
#include "store/rollup.h"
#include "store/span.h"
#include "store/statement.h"
#include "store/terms.h"

#include <string.h>

/* How far an edition is when a part of the work begins, in thousandths of the time that a large one takes. */
enum { AT_COPY = 0, AT_INDEX = 40, AT_CHECK = 80, AT_LEDGER = 180, AT_FILL = 190, AT_ROLLUP = 310, AT_END = 930 };

static void tell(const struct edition_plan *plan, const char *what, int permille, int64_t rows)
{
    if (plan->progress)
        plan->progress(plan->progress_self, what, permille, rows);
}

static bool make_indices(sqlite3 *db, const char *script, GError **error)
{
    return execute_script(db, "write/edition_sort", error) && execute_script(db, script, error) &&
           execute_script(db, "write/edition_cache", error);
}

static bool copy_tables(sqlite3 *db, const struct schema *schema, const struct edition_plan *plan, GError **error)
{
    const struct cell path = cell_text(plan->rows_path);
    if (!execute_run(db, &(struct pattern){.name = "write/edition_attach"}, &path, 1, error) ||
        !execute_script(db, "write/edition_read_register", error))
        return false;
    for (size_t i = 0; i < schema->n_tables; i++) {
        tell(plan, schema->tables[i].name, (int)(AT_COPY + i * (AT_INDEX - AT_COPY) / schema->n_tables), 0);
        if (!execute_run(db, &(struct pattern){"write/edition_copy", &schema->tables[i], NULL}, NULL, 0, error))
            return false;
    }
    tell(plan, "indices", AT_INDEX, 0);
    return make_indices(db, "schema/index", error) && execute_script(db, "write/commit", error) &&
           execute_script(db, "write/edition_detach", error);
}

/* Fails when there are problems of that severity. */
static bool refuse(const struct problems *problems, enum severity severity, const char *word, GError **error)
{
    size_t n = problems->of[severity].n;
    if (n > 0)
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%zu %s%s; nothing was published", n, word, n == 1 ? "" : "s");
    return n == 0;
}

static bool check_source(struct arena *arena, sqlite3 *db, const char *key, GError **error)
{
    const struct cell value = cell_text(key);
    struct cell one;
    if (!key)
        return true;
    if (!execute_first(arena, db, &(struct pattern){.name = "write/source_exists"}, &value, 1, &one, 1, error))
        return false;
    if (one.kind == CELL_NULL)
        g_set_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST, "no source has the key '%s'", key);
    return one.kind != CELL_NULL;
}

/* One walk over all rows looks at each cell and hashes it. */
static bool check_and_hash(sqlite3 *db, const struct schema *schema, const struct edition_plan *plan,
                           struct problems *problems, struct content *content, GError **error)
{
    tell(plan, "checks", AT_CHECK, 0);
    struct cell_check check = {.find_column = plan->find_column, .problems = problems};
    bool ok = content_hash(db, schema, check_cells, &check, content, error);
    check_cells_end(&check);
    return ok && execute_script(db, "write/origin", error) && check_rows(db, schema, problems, error) &&
           refuse(problems, SEVERITY_ERROR, "error", error) &&
           refuse(problems, SEVERITY_WARNING, "unaccepted warning", error);
}

/* What was published once may be published again, whatever the rules are now; but it must be what was published. FROM
 * is what that hash was over. */
static bool hash_restored(sqlite3 *db, const struct schema *schema, const struct schema *from,
                          const struct edition_plan *plan, struct content *content, GError **error)
{
    if (!content_hash(db, from, NULL, NULL, content, error))
        return false;
    if (strcmp(content->hash, plan->restored_hash) == 0)
        return plan_renews(plan) || !schema_difference(schema, from) ||
               content_hash(db, schema, NULL, NULL, content, error);
    g_set_error(error, PROVISO_ERROR, ERROR_DATA,
                "edition %" G_GINT64_FORMAT " does not hold what it held when it was published; nothing was published",
                plan->restored);
    return false;
}

/* The columns that the content hash is over. */
static bool tell_columns(sqlite3 *db, const struct schema *schema, GError **error)
{
    for (size_t i = 0; i < schema->n_tables; i++)
        for (size_t j = 0; j < schema->tables[i].n_columns; j++) {
            const struct cell names[] = {cell_text(schema->tables[i].name),
                                         cell_text(schema->tables[i].columns[j].name)};
            if (!execute_run(db, &(struct pattern){.name = "write/published_put"}, names, G_N_ELEMENTS(names), error))
                return false;
        }
    return true;
}

/* What of SCHEMA the rows to be copied have. */
static const struct schema *source_schema(struct arena *arena, const struct schema *schema,
                                          const struct edition_plan *plan, GError **error)
{
    if (!plan->restored)
        return schema;
    g_autoptr(sqlite3) source = execute_open(plan->rows_path, SQLITE_OPEN_READONLY, error);
    return source ? content_schema(arena, source, schema, error) : NULL;
}

static bool compare(struct arena *arena, sqlite3 *db, const struct schema *schema, const struct edition_plan *plan,
                    const struct content *content, GError **error)
{
    tell(plan, "changes", AT_LEDGER, content->n_rows);
    return ledger_write(arena, db, schema, plan, content, error);
}

/* All that sums money by cell, jurisdiction and award, in two passes over the amounts. */
static bool sum_money(sqlite3 *db, GError **error)
{
    struct margins *margins = margin_new(db, error);
    bool ok =
        margins && rollup_fill(db, margins, error) && span_fill(db, margins, error) && margin_write(margins, db, error);
    margin_free(margins);
    return ok;
}

/* As if a past day were asked about, for which nothing is kept. */
static size_t count_past(const void *self, const char *parameter)
{
    (void)self;
    return strcmp(parameter, "past") == 0;
}

/* A statement of what narrows a list, to be run for AS_OF; text is not copied. */
static sqlite3_stmt *prepare_facets(struct arena *arena, sqlite3 *db, const char *name, const char *as_of,
                                    GError **error)
{
    const struct statement *facets = statement_read(arena, name, error);
    const struct cell day = cell_text(as_of);
    g_autoptr(GString) sql = g_string_new(NULL);
    g_autoptr(sqlite3_stmt) statement = facets && statement_expand(facets, count_past, NULL, NULL, sql, error)
                                            ? execute_compile(db, facets->name, sql, error)
                                            : NULL;
    if (!statement ||
        execute_bind_cell(statement, sqlite3_bind_parameter_index(statement, ":as_of"), &day) == SQLITE_OK)
        return g_steal_pointer(&statement);
    g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql cannot be asked about a day", name);
    return NULL;
}

/* Keeps what stands beside a list of which nothing is asked yet on the edition's date. */
static bool keep_list(struct arena *arena, sqlite3 *db, const char *name, const char *as_of, GError **error)
{
    g_autoptr(sqlite3_stmt) facets = prepare_facets(arena, db, name, as_of, error);
    g_autoptr(sqlite3_stmt) put = execute_prepare(db, &(struct pattern){.name = "write/facet_put"}, error);
    bool row, done, ok = facets && put;
    while (ok && (ok = execute_step(facets, &row, error)) && row) {
        struct cell cells[7];
        execute_peek(facets, cells, G_N_ELEMENTS(cells) - 1);
        cells[G_N_ELEMENTS(cells) - 1] = cell_text(name);
        ok = execute_bind(put, cells, G_N_ELEMENTS(cells), error) && execute_step(put, &done, error);
    }
    return ok;
}

static bool keep_facets(struct arena *arena, sqlite3 *db, const char *as_of, GError **error)
{
    for (const char *const *name = recipe_facets; *name; name++)
        if (!keep_list(arena, db, *name, as_of, error))
            return false;
    const struct cell most = cell_integer(STORE_FACET_VALUES);
    return execute_run(db, &(struct pattern){.name = "write/facet_rest"}, &most, 1, error) &&
           execute_run(db, &(struct pattern){.name = "write/facet_cut"}, &most, 1, error);
}

static bool register_functions(sqlite3 *db, GError **error)
{
    if (terms_register(db))
        return true;
    g_set_error_literal(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "out of memory");
    return false;
}

static bool derive(struct arena *arena, sqlite3 *db, const struct edition_plan *plan, const struct content *content,
                   GError **error)
{
    const struct cell stamp[] = {cell_integer(plan->number),   cell_text(plan->as_of),
                                 cell_text(content->hash),     cell_integer(content->n_rows),
                                 cell_text(recipe_own(arena)), cell_text(recipe_asked())};
    tell(plan, "what is derived", AT_FILL, content->n_rows);
    if (!execute_script(db, "write/edition_begin", error) ||
        !execute_run(db, &(struct pattern){.name = "write/edition_stamp"}, stamp, G_N_ELEMENTS(stamp), error) ||
        !execute_script(db, "schema/fill", error) || !execute_script(db, "schema/search", error))
        return false;
    tell(plan, "money by day", AT_ROLLUP, content->n_rows);
    return sum_money(db, error) && make_indices(db, "schema/index_derived", error) && group_fill(db, error) &&
           level_fill(db, error) && keep_facets(arena, db, plan->as_of, error) &&
           execute_script(db, "write/edition_header", error) && execute_script(db, "write/commit", error) &&
           execute_script(db, "write/analyze", error);
}

static bool check_integrity(struct arena *arena, sqlite3 *db, const struct edition_plan *plan, int64_t rows,
                            GError **error)
{
    tell(plan, "the new file", AT_END, rows);
    struct cell answer;
    if (!execute_value(arena, db, "write/structure", &answer, error))
        return false;
    if (answer.kind == CELL_TEXT && strcmp(answer.text, "ok") == 0)
        return true;
    g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: damaged while it was written: %s", sqlite3_db_filename(db, "main"),
                answer.kind == CELL_TEXT ? answer.text : "no answer");
    return false;
}

static bool fill(struct arena *arena, sqlite3 *db, const struct schema *schema, const struct edition_plan *plan,
                 struct problems *problems, struct content *content, GError **error)
{
    const struct schema *from = source_schema(arena, schema, plan, error);
    return from && copy_tables(db, from, plan, error) &&
           (plan->restored ? hash_restored(db, schema, from, plan, content, error)
                           : check_and_hash(db, schema, plan, problems, content, error)) &&
           check_source(arena, db, plan->source_key, error) && compare(arena, db, schema, plan, content, error) &&
           tell_columns(db, plan_renews(plan) ? from : schema, error) && derive(arena, db, plan, content, error) &&
           check_integrity(arena, db, plan, content->n_rows, error);
}

static bool make(struct arena *arena, const struct edition_plan *plan, struct problems *problems,
                 struct content *content, GError **error)
{
    const struct schema *schema = schema_read(arena, error);
    if (!schema)
        return false;
    g_autoptr(sqlite3) db = execute_open(plan->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
    return db && register_functions(db, error) && execute_script(db, "write/edition_open", error) &&
           execute_script(db, "write/edition_cache", error) && execute_script(db, "schema/tables", error) &&
           execute_script(db, "schema/edition", error) && fill(arena, db, schema, plan, problems, content, error);
}

/* As the public programs open it. */
static bool try_statements(const struct edition_plan *plan, GError **error)
{
    const struct asking none = {0};
    struct edition *edition = edition_open(plan->path, plan->find_column, &none, error);
    bool answers = edition && edition_try(edition, error);
    edition_free(edition);
    return answers;
}

bool build_edition(struct arena *arena, const struct edition_plan *plan, struct problems *problems,
                   struct content *content, GError **error)
{
    return make(arena, plan, problems, content, error) && try_statements(plan, error);
}

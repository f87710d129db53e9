/* Runs the check files and reports what they give. The rules stand in files of sql/check, in write/check_*.sql and in
 * rule.c. */
#include "store/check.h"

#include "store/content.h"
#include "store/execute.h"
#include "store/rule.h"
#include "store/sql.h"

#include <string.h>

/* One run of the checks; the scratch arena is reset after each problem. */
struct checking {
    sqlite3 *db;
    struct arena *scratch;
    struct problems *problems;
    GHashTable *used; /* keys of the acceptances that a warning needed */
    check_warned *warned;
    void *self;
};

/* Place of a row: its file and record when this import brought it. *column is replaced where the origin names one. */
static const char *where_is(struct checking *checking, const char *table, const char *key, const char **column,
                            GError **error)
{
    const struct cell values[] = {cell_text(table), cell_text(key)};
    struct cell cells[3];
    if (!execute_first(checking->scratch, checking->db, &(struct pattern){.name = "write/origin_find"}, values,
                       G_N_ELEMENTS(values), cells, G_N_ELEMENTS(cells), error))
        return NULL;
    if (cells[0].kind == CELL_NULL)
        return arena_printf(checking->scratch, "register:%s/%s", table, key);
    if (cells[2].kind == CELL_TEXT)
        *column = cells[2].text;
    return arena_printf(checking->scratch, "%s:%" G_GINT64_FORMAT, cells[0].text, cells[1].integer);
}

/* The cells that every check file gives. A file whose findings are all errors leaves out the last: the values that led
 * to the finding, which an acceptance repeats. */
enum { FOUND_TABLE, FOUND_ROW, FOUND_COLUMN, FOUND_SEVERITY, FOUND_MESSAGE, FOUND_OBSERVED, FOUND_CELLS };

static const char *where_and_column(struct checking *checking, const struct cell *found, const char **column,
                                    GError **error)
{
    *column = found[FOUND_COLUMN].text;
    return where_is(checking, found[FOUND_TABLE].text, found[FOUND_ROW].text, column, error);
}

static bool report_error(struct checking *checking, const struct cell *found, GError **error)
{
    const char *where = "", *column = NULL;
    if (problems_keeps(checking->problems, SEVERITY_ERROR) &&
        !(where = where_and_column(checking, found, &column, error)))
        return false;
    problems_add(checking->problems, SEVERITY_ERROR, where, column, "%s", found[FOUND_MESSAGE].text);
    return true;
}

const char *check_acceptance_key(struct arena *arena, const char *check, const char *table, const char *row, size_t nth)
{
    const char *number = nth > 1 ? arena_printf(arena, ".%zu", nth) : ""; /* before the table, which is no number */
    char *key = arena_printf(arena, "%s%s.%s.%s", check, number, table, row);
    g_strdelimit(key, "_", '-');
    return key;
}

/* *reason stays NULL when nobody accepted it, or accepted it for other values. */
static bool find_acceptance(struct checking *checking, const struct warning *warning, const char **reason,
                            GError **error)
{
    const struct cell values[] = {cell_text(warning->check), cell_text(warning->table), cell_text(warning->row),
                                  cell_text(warning->observed)};
    struct cell cells[2];
    if (!execute_first(checking->scratch, checking->db, &(struct pattern){.name = "write/acceptance_find"}, values,
                       G_N_ELEMENTS(values), cells, G_N_ELEMENTS(cells), error))
        return false;
    if (cells[0].kind == CELL_NULL)
        return true;
    g_hash_table_add(checking->used, g_strdup(cells[0].text));
    *reason = cells[1].text;
    return true;
}

static bool report_warning(struct checking *checking, const char *check, const struct cell *found, GError **error)
{
    const struct warning warning = {check, found[FOUND_TABLE].text, found[FOUND_ROW].text, found[FOUND_OBSERVED].text};
    const char *reason = NULL, *column;
    if (!find_acceptance(checking, &warning, &reason, error))
        return false;
    if (checking->warned && !checking->warned(checking->self, &warning, error))
        return false;
    const char *where = where_and_column(checking, found, &column, error);
    if (!where)
        return false;
    if (reason)
        problems_add(checking->problems, SEVERITY_NOTE, where, column, "%s; accepted: %s", found[FOUND_MESSAGE].text,
                     reason);
    else
        problems_add(checking->problems, SEVERITY_WARNING, where, column, "%s [%s %s]", found[FOUND_MESSAGE].text,
                     check, warning.observed);
    return true;
}

static bool run(struct checking *checking, const char *check, const struct pattern *pattern, GError **error)
{
    g_autoptr(sqlite3_stmt) statement = execute_prepare(checking->db, pattern, error);
    if (!statement)
        return false;
    bool row, ok;
    while ((ok = execute_step(statement, &row, error)) && row) {
        struct cell found[FOUND_CELLS] = {0};
        execute_cells(checking->scratch, statement, found, (size_t)MIN(sqlite3_column_count(statement), FOUND_CELLS));
        bool is_error = strcmp(found[FOUND_SEVERITY].text, "error") == 0;
        if (is_error ? !report_error(checking, found, error) : !report_warning(checking, check, found, error))
            return false;
        arena_reset(checking->scratch);
    }
    return ok;
}

static bool check_table(struct checking *checking, const struct table *table, GError **error)
{
    for (size_t i = 0; i < table->n_columns; i++) {
        const struct pattern reference = {"write/check_reference", table, &table->columns[i]};
        if (table->columns[i].refers_to && !run(checking, NULL, &reference, error))
            return false;
    }
    const char *cited = table->has_source ? "write/check_fact_source" : "write/check_fact";
    return (!table->is_fact || run(checking, NULL, &(struct pattern){cited, table, NULL}, error)) &&
           run(checking, NULL, &(struct pattern){"write/check_citation", table, NULL}, error);
}

/* A file of check/ is named as its check is. */
static bool check_rules(struct checking *checking, GError **error)
{
    g_auto(GStrv) names = sql_names("check");
    bool ok = true;
    for (char **name = names; ok && *name; name++) {
        g_autofree char *file = g_strconcat("check/", *name, NULL);
        ok = run(checking, *name, &(struct pattern){.name = file}, error);
    }
    return ok;
}

/* Acceptances that no warning needs any more. */
static bool note_unused(struct checking *checking, GError **error)
{
    g_autoptr(sqlite3_stmt) statement =
        execute_prepare(checking->db, &(struct pattern){.name = "write/acceptances"}, error);
    bool row, ok = statement != NULL;
    while (ok && (ok = execute_step(statement, &row, error)) && row) {
        struct cell key;
        execute_cells(checking->scratch, statement, &key, 1);
        const char *column = NULL;
        const char *where = where_is(checking, "accepted_warning", key.text, &column, error);
        ok = where != NULL;
        if (ok && !g_hash_table_contains(checking->used, key.text))
            problems_add(checking->problems, SEVERITY_NOTE, where, NULL, "nothing warns of this any more");
    }
    return ok;
}

bool check_rows(struct sqlite3 *db, const struct schema *schema, struct problems *problems, GError **error)
{
    return check_warnings(db, schema, problems, NULL, NULL, error);
}

bool check_warnings(struct sqlite3 *db, const struct schema *schema, struct problems *problems, check_warned *warned,
                    void *self, GError **error)
{
    struct checking checking = {.db = db,
                                .scratch = arena_new(),
                                .problems = problems,
                                .used = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                                .warned = warned,
                                .self = self};
    bool ok = true;
    for (size_t i = 0; ok && i < schema->n_tables; i++)
        ok = check_table(&checking, &schema->tables[i], error);
    ok = ok && check_rules(&checking, error) && note_unused(&checking, error);
    g_hash_table_unref(checking.used);
    arena_free(checking.scratch);
    return ok;
}

/* Finds the declarations of the table's columns once, not once a row. */
static bool find_declarations(struct cell_check *check, const struct table *table, GError **error)
{
    check_cells_end(check);
    check->declarations = g_new0(const struct column *, table->n_columns);
    for (size_t i = 0; i < table->n_columns; i++) {
        check->declarations[i] = check->find_column(table->columns[i].name);
        if (!check->declarations[i]) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "column %s is not declared", table->columns[i].name);
            return false;
        }
    }
    check->table = table;
    return true;
}

void check_cells_end(struct cell_check *check)
{
    g_free(check->declarations);
    check->declarations = NULL;
    check->table = NULL;
}

bool check_cells(void *self, struct arena *arena, const struct table *table, const struct cell *cells, GError **error)
{
    struct cell_check *check = self;
    if (check->table != table && !find_declarations(check, table, error))
        return false;
    for (size_t i = 0; i < table->n_columns; i++) {
        const char *message = rule_problem(arena, &table->columns[i], check->declarations[i], &cells[i]);
        if (message)
            problems_add(check->problems, SEVERITY_ERROR,
                         arena_printf(arena, "register:%s/%s", table->name, cells[0].text), table->columns[i].name,
                         "%s", message);
    }
    return true;
}

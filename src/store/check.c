/* Runs the check files and reports what they give. The rules stand in write/check_*.sql and rule.c. */
#include "store/check.h"

#include "store/content.h"
#include "store/execute.h"
#include "store/rule.h"

#include <string.h>

/* One run of the checks; the scratch arena is reset after each problem. */
struct checking {
    sqlite3 *db;
    struct arena *scratch;
    struct problems *problems;
};

/* Place of a row: its file and record when this import brought it. *column is replaced where the origin names one. */
static const char *place_of(struct checking *checking, const char *table, const char *key, const char **column,
                            GError **error)
{
    const struct pattern find = {.name = "write/origin_find"};
    g_autoptr(sqlite3_stmt) statement = execute_prepare(checking->db, &find, error);
    const struct cell values[] = {cell_text(table), cell_text(key)};
    bool row;
    if (!statement || !execute_bind(statement, values, G_N_ELEMENTS(values), error) ||
        !execute_step(statement, &row, error))
        return NULL;
    if (!row)
        return arena_printf(checking->scratch, "register:%s/%s", table, key);
    struct cell cells[3];
    execute_cells(checking->scratch, statement, cells, G_N_ELEMENTS(cells));
    if (cells[2].kind == CELL_TEXT)
        *column = cells[2].text;
    return arena_printf(checking->scratch, "%s:%" G_GINT64_FORMAT, cells[0].text, cells[1].integer);
}

/* The cells are those that every check file gives: table, row, column, severity, message. */
enum { FOUND_TABLE, FOUND_ROW, FOUND_COLUMN, FOUND_SEVERITY, FOUND_MESSAGE, FOUND_CELLS };

static bool report(struct checking *checking, const struct cell *found, GError **error)
{
    enum severity severity = strcmp(found[FOUND_SEVERITY].text, "error") == 0 ? SEVERITY_ERROR : SEVERITY_WARNING;
    const char *where = "", *column = found[FOUND_COLUMN].text;
    if (problems_keeps(checking->problems, severity)) {
        where = place_of(checking, found[FOUND_TABLE].text, found[FOUND_ROW].text, &column, error);
        if (!where)
            return false;
    }
    problems_add(checking->problems, severity, where, column, "%s", found[FOUND_MESSAGE].text);
    return true;
}

static bool run(struct checking *checking, const struct pattern *pattern, GError **error)
{
    g_autoptr(sqlite3_stmt) statement = execute_prepare(checking->db, pattern, error);
    if (!statement)
        return false;
    bool row, ok;
    while ((ok = execute_step(statement, &row, error)) && row) {
        struct cell found[FOUND_CELLS];
        execute_cells(checking->scratch, statement, found, FOUND_CELLS);
        if (!report(checking, found, error))
            return false;
        arena_reset(checking->scratch);
    }
    return ok;
}

static bool check_table(struct checking *checking, const struct table *table, GError **error)
{
    for (size_t i = 0; i < table->n_columns; i++) {
        const struct pattern reference = {"write/check_reference", table, &table->columns[i]};
        if (table->columns[i].refers_to && !run(checking, &reference, error))
            return false;
    }
    const char *cited = table->has_source ? "write/check_fact_source" : "write/check_fact";
    return (!table->is_fact || run(checking, &(struct pattern){cited, table, NULL}, error)) &&
           run(checking, &(struct pattern){"write/check_citation", table, NULL}, error);
}

bool check_rows(struct sqlite3 *db, const struct schema *schema, struct problems *problems, GError **error)
{
    struct checking checking = {.db = db, .scratch = arena_new(), .problems = problems};
    bool ok = true;
    for (size_t i = 0; ok && i < schema->n_tables; i++)
        ok = check_table(&checking, &schema->tables[i], error);
    ok = ok && run(&checking, &(struct pattern){.name = "write/check_rules"}, error);
    arena_free(checking.scratch);
    return ok;
}

struct cell_checking {
    const struct column *(*find_column)(const char *name);
    struct problems *problems;
};

static bool check_row_cells(void *self, struct arena *arena, const struct table *table, const struct cell *cells,
                            GError **error)
{
    const struct cell_checking *checking = self;
    for (size_t i = 0; i < table->n_columns; i++) {
        const struct column *declaration = checking->find_column(table->columns[i].name);
        if (!declaration) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "column %s is not declared", table->columns[i].name);
            return false;
        }
        const char *message = rule_problem(arena, &table->columns[i], declaration, &cells[i]);
        if (message)
            problems_add(checking->problems, SEVERITY_ERROR,
                         arena_printf(arena, "register:%s/%s", table->name, cells[0].text), declaration->name, "%s",
                         message);
    }
    return true;
}

bool check_cells(struct sqlite3 *db, const struct schema *schema, const struct column *(*find_column)(const char *name),
                 struct problems *problems, GError **error)
{
    struct cell_checking checking = {find_column, problems};
    return content_each_row(db, schema, check_row_cells, &checking, error);
}

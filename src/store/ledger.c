/* Compares two editions by walking both in key order, one pass a table. Knows the two tables it fills and no other. */
#include "store/ledger.h"

#include "base/display.h"
#include "store/execute.h"

#include <string.h>

struct ledger {
    sqlite3 *db;
    const struct edition_plan *plan;
    struct arena *scratch; /* reset after each row that differs */
    sqlite3_stmt *put;
    int64_t n_changes;
};

/* A row of either edition, or of both; the statements stand on it. */
struct row_pair {
    const struct table *table;
    sqlite3_stmt *old, *new;
};

static bool put_change(struct ledger *ledger, const struct row_pair *pair, const char *kind, size_t column,
                       GError **error)
{
    const struct table *table = pair->table;
    sqlite3_stmt *const sides[] = {pair->old, pair->new};
    struct cell texts[2] = {cell_null(), cell_null()};
    struct cell *cells = ARENA_ARRAY(ledger->scratch, struct cell, table->n_columns);
    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
        if (!sides[i])
            continue;
        execute_cells(ledger->scratch, sides[i], cells, table->n_columns);
        if (column > 0 && cells[column].kind != CELL_NULL)
            texts[i] = cell_text(
                display_exact(ledger->scratch, ledger->plan->find_column(table->columns[column].name), &cells[column]));
    }
    const struct cell values[] = {cell_integer(ledger->plan->number),
                                  cell_text(table->name),
                                  cells[0],
                                  cell_text(kind),
                                  cell_text(column > 0 ? table->columns[column].name : NULL),
                                  texts[0],
                                  texts[1],
                                  cell_text(ledger->plan->reason),
                                  cell_text(ledger->plan->source_key)};
    bool row;
    ledger->n_changes++;
    return execute_bind(ledger->put, values, G_N_ELEMENTS(values), error) && execute_step(ledger->put, &row, error);
}

/* Without copying: nearly all rows are equal. */
static bool same_cell(sqlite3_stmt *old, sqlite3_stmt *new, int column)
{
    int type = sqlite3_column_type(old, column);
    if (type != sqlite3_column_type(new, column))
        return false;
    switch (type) {
    case SQLITE_NULL: return true;
    case SQLITE_INTEGER: return sqlite3_column_int64(old, column) == sqlite3_column_int64(new, column);
    case SQLITE_FLOAT:
        return memcmp(&(double){sqlite3_column_double(old, column)}, &(double){sqlite3_column_double(new, column)},
                      sizeof(double)) == 0;
    default: break;
    }
    int length = sqlite3_column_bytes(old, column);
    return length == sqlite3_column_bytes(new, column) &&
           memcmp(sqlite3_column_blob(old, column), sqlite3_column_blob(new, column), (size_t)length) == 0;
}

static bool differs(const struct row_pair *pair, size_t column)
{
    if (!pair->new)
        return sqlite3_column_type(pair->old, (int)column) != SQLITE_NULL;
    return !same_cell(pair->old, pair->new, (int)column);
}

static bool put_pair(struct ledger *ledger, const struct row_pair *pair, GError **error)
{
    if (!pair->old)
        return put_change(ledger, pair, "added", 0, error);
    bool ok = true;
    for (size_t i = 1; ok && i < pair->table->n_columns; i++)
        if (differs(pair, i))
            ok = put_change(ledger, pair, pair->new ? "changed" : "removed", i, error);
    return ok;
}

static int compare_keys(sqlite3_stmt *old, sqlite3_stmt *new)
{
    return strcmp(execute_text(old, 0), execute_text(new, 0));
}

static bool compare_table(struct ledger *ledger, const struct table *table, GError **error)
{
    g_autoptr(sqlite3_stmt) old =
        execute_prepare(ledger->db, &(struct pattern){"write/rows_previous", table, NULL}, error);
    g_autoptr(sqlite3_stmt) new =
        old ? execute_prepare(ledger->db, &(struct pattern){"write/rows", table, NULL}, error) : NULL;
    bool has_old, has_new;
    if (!new || !execute_step(old, &has_old, error) || !execute_step(new, &has_new, error))
        return false;
    while (has_old || has_new) {
        int order = !has_old ? 1 : !has_new ? -1 : compare_keys(old, new);
        const struct row_pair pair = {table, order <= 0 ? old : NULL, order >= 0 ? new : NULL};
        if (!put_pair(ledger, &pair, error) || (pair.old && !execute_step(old, &has_old, error)) ||
            (pair.new && !execute_step(new, &has_new, error)))
            return false;
        arena_reset(ledger->scratch);
    }
    return true;
}

/* The tables of the previous edition; it may be one of an earlier version of the program. */
static const struct schema *read_previous(struct arena *arena, const struct edition_plan *plan, GError **error)
{
    g_autoptr(sqlite3) previous = execute_open(plan->previous_path, SQLITE_OPEN_READONLY, error);
    return previous ? schema_of(arena, previous, error) : NULL;
}

/* Copies one of the ledger's own tables, as far as the previous edition has it. */
static bool carry_on(struct arena *arena, sqlite3 *db, const struct schema *previous, const char *name, GError **error)
{
    const struct schema *actual = schema_of(arena, db, error);
    const struct table *table = actual ? schema_table(actual, name) : NULL;
    const struct table *old = schema_table(previous, name);
    if (!table || !old)
        return actual != NULL;
    return execute_run(db, &(struct pattern){"write/previous_carry", schema_common(arena, table, old), NULL}, NULL, 0,
                       error);
}

/* The ledger of the previous edition, which is this one where it is made anew, and what this one changes. */
static bool compare_editions(struct arena *arena, struct ledger *ledger, const struct schema *schema, GError **error)
{
    const struct schema *previous = read_previous(arena, ledger->plan, error);
    if (!previous || !carry_on(arena, ledger->db, previous, "edition_history", error) ||
        !carry_on(arena, ledger->db, previous, "change", error))
        return false;
    for (size_t i = 0; i < schema->n_tables && !plan_renews(ledger->plan); i++) {
        const struct table *old = schema_table(previous, schema->tables[i].name);
        if (old && !compare_table(ledger, schema_common(arena, &schema->tables[i], old), error))
            return false;
    }
    return true;
}

/* A reason is a reason of rows: without any it would be in no ledger. */
static bool use_reason(const struct ledger *ledger, GError **error)
{
    const struct edition_plan *plan = ledger->plan;
    if (ledger->n_changes > 0 || !plan->previous_path || !(plan->reason || plan->source_key))
        return true;
    g_set_error_literal(error, PROVISO_ERROR, ERROR_DATA,
                        "no row differs from the edition before, so --reason and --source have nothing to speak of; "
                        "nothing was published");
    return false;
}

static bool write_all(struct arena *arena, struct ledger *ledger, const struct schema *schema,
                      const struct content *content, GError **error)
{
    const struct edition_plan *plan = ledger->plan;
    const struct cell entry[] = {cell_integer(plan->number), cell_text(plan->as_of), cell_text(content->hash),
                                 cell_integer(content->n_rows),
                                 plan->restored ? cell_integer(plan->restored) : cell_null()};
    return execute_script(ledger->db, "write/edition_begin", error) &&
           (!plan->previous_path || compare_editions(arena, ledger, schema, error)) && use_reason(ledger, error) &&
           (plan_renews(plan) || (execute_run(ledger->db, &(struct pattern){.name = "write/ledger_entry"}, entry,
                                              G_N_ELEMENTS(entry), error) &&
                                  execute_script(ledger->db, "write/ledger_notes", error))) &&
           execute_script(ledger->db, "write/commit", error);
}

bool ledger_write(struct arena *arena, struct sqlite3 *db, const struct schema *schema, const struct edition_plan *plan,
                  const struct content *content, GError **error)
{
    const struct cell path = cell_text(plan->previous_path);
    if (plan->previous_path && !execute_run(db, &(struct pattern){.name = "write/previous_attach"}, &path, 1, error))
        return false;
    struct ledger ledger = {.db = db, .plan = plan, .scratch = arena_new()};
    ledger.put = execute_prepare(db, &(struct pattern){.name = "write/ledger_put"}, error);
    bool ok = ledger.put && write_all(arena, &ledger, schema, content, error);
    sqlite3_finalize(ledger.put);
    arena_free(ledger.scratch);
    return ok && (!plan->previous_path || execute_script(db, "write/previous_detach", error));
}

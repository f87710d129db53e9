/* One statement of SQLite: parameters by name, rows as results. Knows no statement file. */
#include "store/prepared.h"

#include "base/date.h"
#include "base/display.h"
#include "store/execute.h"

#include <string.h>

/* One parameter of a prepared statement: the nth binding of a name. */
struct parameter {
    char *name;
    size_t nth; /* from 0 */
};

/* Where a column X stands, and X_precision. */
struct precision_pair {
    size_t of, at;
};

struct prepared {
    sqlite3_stmt *statement;
    const char *name;
    size_t n_columns;
    const struct column **columns;
    struct precision_pair *precisions; /* of the columns that have one */
    size_t n_precisions;
    size_t n_parameters;
    struct parameter *parameters; /* of parameters 1 to n_parameters */
    bool is_held;                 /* its rows are being handed out, during which others may be prepared */
};

void prepared_free(void *memory)
{
    struct prepared *prepared = memory;
    sqlite3_finalize(prepared->statement);
    g_free(prepared->columns);
    g_free(prepared->precisions);
    for (size_t i = 0; i < prepared->n_parameters; i++)
        g_free(prepared->parameters[i].name);
    g_free(prepared->parameters);
    g_free(prepared);
}

static bool fail(sqlite3 *db, const char *name, GError **error)
{
    g_set_error(error, PROVISO_ERROR, execute_error_code(db), "%s.sql: %s", name, sqlite3_errmsg(db));
    return false;
}

/* Fills the columns' declarations; an undeclared one is an error. */
static bool find_columns(const struct preparing *preparing, struct prepared *prepared, GError **error)
{
    prepared->n_columns = (size_t)sqlite3_column_count(prepared->statement);
    prepared->columns = g_new0(const struct column *, prepared->n_columns + 1);
    for (size_t i = 0; i < prepared->n_columns; i++) {
        const char *name = sqlite3_column_name(prepared->statement, (int)i);
        prepared->columns[i] = preparing->find_column(name);
        if (!prepared->columns[i]) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: column %s is not declared", prepared->name,
                        name);
            return false;
        }
    }
    return true;
}

/* A statement that forgets how exactly its days and counts are known is an error, so that no page can. */
static bool find_precisions(struct prepared *prepared, GError **error)
{
    const struct result shape = {.n_columns = prepared->n_columns, .columns = prepared->columns};
    prepared->precisions = g_new(struct precision_pair, prepared->n_columns + 1);
    for (size_t i = 0; i < prepared->n_columns; i++) {
        const struct column *column = prepared->columns[i];
        size_t at = result_precision(&shape, column->name);
        if (at != SIZE_MAX)
            prepared->precisions[prepared->n_precisions++] = (struct precision_pair){i, at};
        if (column->has_precision && at == SIZE_MAX) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: column %s comes without %s_precision",
                        prepared->name, column->name, column->name);
            return false;
        }
    }
    return true;
}

/* Takes the parameters' names apart: statement_expand writes the second of a list as :name_2. */
static void find_parameters(struct prepared *prepared)
{
    prepared->n_parameters = (size_t)sqlite3_bind_parameter_count(prepared->statement);
    prepared->parameters = g_new0(struct parameter, prepared->n_parameters + 1);
    for (size_t i = 0; i < prepared->n_parameters; i++) {
        const char *name = sqlite3_bind_parameter_name(prepared->statement, (int)i + 1) + 1;
        const char *mark = strrchr(name, '_');
        bool is_listed = mark && g_ascii_isdigit(mark[1]);
        prepared->parameters[i] = (struct parameter){
            .name = is_listed ? g_strndup(name, (gsize)(mark - name)) : g_strdup(name),
            .nth = is_listed ? (size_t)g_ascii_strtoull(mark + 1, NULL, 10) - 1 : 0,
        };
    }
}

struct prepared *prepared_new(const struct preparing *preparing, const char *name, const GString *sql, GError **error)
{
    struct prepared *prepared = g_new0(struct prepared, 1);
    prepared->name = name;
    if (sqlite3_prepare_v3(preparing->db, sql->str, (int)sql->len, SQLITE_PREPARE_PERSISTENT, &prepared->statement,
                           NULL) != SQLITE_OK) {
        fail(preparing->db, name, error);
        prepared_free(prepared);
        return NULL;
    }
    if (!find_columns(preparing, prepared, error) || !find_precisions(prepared, error)) {
        prepared_free(prepared);
        return NULL;
    }
    find_parameters(prepared);
    return prepared;
}

bool prepared_bind(const struct prepared *prepared, const struct binding *bindings, size_t n_bindings, GError **error)
{
    for (size_t i = 0; i < prepared->n_parameters; i++) {
        size_t before = prepared->parameters[i].nth;
        for (size_t each = 0; each < n_bindings; each++) {
            if (strcmp(bindings[each].name, prepared->parameters[i].name) != 0 || before-- > 0)
                continue;
            if (execute_bind_cell(prepared->statement, (int)i + 1, &bindings[each].value) != SQLITE_OK)
                return fail(sqlite3_db_handle(prepared->statement), prepared->name, error);
            break;
        }
    }
    return true;
}

struct result *prepared_shape(struct arena *arena, const struct prepared *prepared)
{
    const struct column **columns = ARENA_ARRAY(arena, const struct column *, prepared->n_columns + 1);
    memcpy(columns, prepared->columns, prepared->n_columns * sizeof *columns);
    return result_new(arena, prepared->name, columns, prepared->n_columns);
}

static void read_row(struct arena *arena, const struct prepared *prepared, struct cell *cells)
{
    execute_cells(arena, prepared->statement, cells, prepared->n_columns);
    for (size_t i = 0; i < prepared->n_precisions; i++) {
        const struct precision_pair *pair = &prepared->precisions[i];
        const char *code = cell_string(&cells[pair->at]);
        bool is_date = prepared->columns[pair->of]->type == COLUMN_DATE;
        cells[pair->of].precision = is_date ? date_precision(code) : count_precision(code);
    }
}

struct result *prepared_read(struct arena *arena, const struct prepared *prepared, size_t most, GError **error)
{
    struct result *result = prepared_shape(arena, prepared);
    int code = SQLITE_ROW;
    while (result->n_rows < most && (code = sqlite3_step(prepared->statement)) == SQLITE_ROW)
        read_row(arena, prepared, result_append(arena, result));
    if (code == SQLITE_DONE || code == SQLITE_ROW)
        return result;
    fail(sqlite3_db_handle(prepared->statement), prepared->name, error);
    return NULL;
}

void prepared_end(struct prepared *prepared)
{
    sqlite3_reset(prepared->statement);
    sqlite3_clear_bindings(prepared->statement);
}

void prepared_hold(struct prepared *prepared, bool is_held)
{
    prepared->is_held = is_held;
}

bool prepared_is_held(const struct prepared *prepared)
{
    return prepared->is_held;
}

/* Prepared statements of bulk work. Knows no table. */
#include "store/command.h"

#include "store/execute.h"
#include "store/handle.h"

struct command {
    sqlite3_stmt *statement;
    struct sqlite3 *db;
};

static void finalize(void *data)
{
    struct command *command = data;
    sqlite3_finalize(command->statement);
    g_free(command);
}

struct command *command_prepare(struct register_store *reg, const char *name, GError **error)
{
    g_autofree char *file = g_strdup_printf("write/%s", name);
    struct sqlite3 *db = register_handle(reg);
    sqlite3_stmt *statement = execute_prepare(db, &(struct pattern){.name = file}, error);
    if (!statement)
        return NULL;
    struct command *command = g_new(struct command, 1);
    *command = (struct command){statement, db};
    register_keep(reg, command, finalize);
    return command;
}

bool command_run(struct command *command, const struct cell *values, size_t n, int64_t *changed, GError **error)
{
    bool row = true;
    if (!execute_bind(command->statement, values, n, error))
        return false;
    while (row)
        if (!execute_step(command->statement, &row, error))
            return false;
    sqlite3_reset(command->statement);
    if (changed)
        *changed = sqlite3_changes64(command->db);
    return true;
}

bool command_first(struct command *command, struct arena *arena, const struct cell *values, size_t n,
                   struct cell *cells, size_t n_cells, bool *found, GError **error)
{
    if (!execute_bind(command->statement, values, n, error) || !execute_step(command->statement, found, error))
        return false;
    if (*found)
        execute_cells(arena, command->statement, cells, n_cells);
    sqlite3_reset(command->statement);
    return true;
}

bool command_each(struct command *command, const struct cell *values, size_t n, size_t n_cells, command_visit *visit,
                  void *self, GError **error)
{
    struct cell *cells = g_new(struct cell, n_cells);
    bool row = false, ok = execute_bind(command->statement, values, n, error);
    while (ok && (ok = execute_step(command->statement, &row, error)) && row) {
        execute_peek(command->statement, cells, n_cells);
        ok = visit(self, cells, error);
    }
    sqlite3_reset(command->statement);
    g_free(cells);
    return ok;
}

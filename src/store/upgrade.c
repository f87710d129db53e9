/* Sets all tables aside, makes those of this version, and brings the rows back. */
#include "store/upgrade.h"

#include "store/content.h"
#include "store/execute.h"

static bool run(struct sqlite3 *db, const char *name, const struct table *table, GError **error)
{
    return execute_run(db, &(struct pattern){name, table, NULL}, NULL, 0, error);
}

static bool set_aside(struct sqlite3 *db, const struct schema *old, GError **error)
{
    for (size_t i = 0; i < old->n_tables; i++)
        if (!run(db, "write/upgrade_aside", &old->tables[i], error))
            return false;
    for (size_t i = 0; i < old->n_tables; i++)
        if (!run(db, "write/upgrade_drop", &old->tables[i], error))
            return false;
    return true;
}

/* Nothing is lost: what has no place any more holds nothing. TABLE is the new one, or NULL. */
static bool check_left_out(struct sqlite3 *db, const struct table *old, const struct table *table, GError **error)
{
    for (size_t i = 0; i < old->n_columns; i++) {
        const char *name = old->columns[i].name;
        if (table && table_find_column(table, name) != SIZE_MAX)
            continue;
        const struct pattern holds = {"write/upgrade_holds", old, &old->columns[i]};
        g_autoptr(sqlite3_stmt) statement = execute_prepare(db, &holds, error);
        bool row;
        if (!statement || !execute_step(statement, &row, error))
            return false;
        if (row) {
            g_set_error(error, PROVISO_ERROR, ERROR_DATA, "this version has no place for %s.%s, which holds something",
                        old->name, name);
            return false;
        }
    }
    return true;
}

static bool bring_back(struct arena *arena, struct sqlite3 *db, const struct schema *old, const struct schema *new,
                       GError **error)
{
    for (size_t i = 0; i < old->n_tables; i++) {
        const struct table *from = &old->tables[i], *to = schema_table(new, from->name);
        if (!check_left_out(db, from, to, error) ||
            (to && !run(db, "write/previous_carry", schema_common(arena, to, from), error)))
            return false;
    }
    return true;
}

/* The public tables of OLD: all but those that NEW has besides the PUBLIC ones. */
static const struct schema *public_part(struct arena *arena, const struct schema *old, const struct schema *new,
                                        const struct schema *public)
{
    struct schema *part = ARENA_NEW(arena, struct schema);
    struct table *tables = ARENA_ARRAY(arena, struct table, old->n_tables);
    part->tables = tables;
    for (size_t i = 0; i < old->n_tables; i++)
        if (!schema_table(new, old->tables[i].name) || schema_table(public, old->tables[i].name))
            tables[part->n_tables++] = old->tables[i];
    return part;
}

/* All tables of a register of this version. */
static const struct schema *read_whole(struct arena *arena, GError **error)
{
    g_autoptr(sqlite3) db = execute_open(":memory:", SQLITE_OPEN_READWRITE, error);
    if (!db || !execute_script(db, "schema/tables", error) || !execute_script(db, "schema/register", error) ||
        !execute_script(db, "schema/register_index", error))
        return NULL;
    return schema_of(arena, db, error);
}

static bool upgrade(struct arena *arena, struct sqlite3 *db, const struct schema *public, GError **error)
{
    struct content before, after;
    const struct schema *new = read_whole(arena, error);
    const struct schema *old = new ? schema_of(arena, db, error) : NULL;
    if (!old || !content_hash(db, public_part(arena, old, new, public), NULL, NULL, &before, error) ||
        !set_aside(db, old, error) || !execute_script(db, "schema/tables", error) ||
        !execute_script(db, "schema/register", error) || !execute_script(db, "schema/register_index", error) ||
        !bring_back(arena, db, old, new, error) || !content_hash(db, public, NULL, NULL, &after, error))
        return false;
    const struct cell hashes[] = {cell_text(before.hash), cell_text(after.hash)};
    return execute_run(db, &(struct pattern){.name = "write/upgrade_shipped"}, hashes, G_N_ELEMENTS(hashes), error);
}

bool upgrade_tables(struct arena *arena, struct sqlite3 *db, const struct schema *public, GError **error)
{
    const struct cell unnamed = cell_text(""); /* a database of its own that goes when it is detached */
    const struct pattern attach = {.name = "write/previous_attach"};
    if (!execute_run(db, &attach, &unnamed, 1, error) || !execute_script(db, "write/begin", error))
        return false;
    if (upgrade(arena, db, public, error))
        return execute_script(db, "write/commit", error) && execute_script(db, "write/previous_detach", error);
    execute_script(db, "write/rollback", NULL);
    return false;
}

/* Fills a new edition: public tables in key order from one read transaction on the register, then what is derived from
 * them. What is checked and hashed is the copy, so it is what is published. */
#include "store/build.h"

#include "store/check.h"
#include "store/execute.h"

#include <string.h>

static bool copy_tables(sqlite3 *db, const struct schema *schema, const char *register_path, GError **error)
{
    const struct cell path = cell_text(register_path);
    if (!execute_run(db, &(struct pattern){.name = "write/edition_attach"}, &path, 1, error) ||
        !execute_script(db, "write/edition_begin", error))
        return false;
    for (size_t i = 0; i < schema->n_tables; i++)
        if (!execute_run(db, &(struct pattern){"write/edition_copy", &schema->tables[i], NULL}, NULL, 0, error))
            return false;
    return execute_script(db, "write/commit", error) && execute_script(db, "write/edition_detach", error);
}

static bool check_copy(sqlite3 *db, const struct schema *schema, const struct edition_plan *plan,
                       struct problems *problems, GError **error)
{
    if (!execute_script(db, "write/origin", error) || !check_cells(db, schema, plan->find_column, problems, error) ||
        !check_rows(db, schema, problems, error))
        return false;
    size_t n = problems->of[SEVERITY_ERROR].n;
    if (n > 0)
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "the register has %zu error%s; nothing was published", n,
                    n == 1 ? "" : "s");
    return n == 0;
}

static bool derive(sqlite3 *db, const struct edition_plan *plan, const struct content *content, GError **error)
{
    const struct cell stamp[] = {cell_integer(plan->number), cell_text(plan->as_of), cell_text(content->hash),
                                 cell_integer(content->n_rows)};
    return execute_script(db, "write/edition_begin", error) && execute_script(db, "schema/fill", error) &&
           execute_run(db, &(struct pattern){.name = "write/edition_stamp"}, stamp, G_N_ELEMENTS(stamp), error) &&
           execute_script(db, "write/edition_header", error) && execute_script(db, "write/commit", error) &&
           execute_script(db, "write/analyze", error);
}

static bool check_integrity(struct arena *arena, sqlite3 *db, GError **error)
{
    struct cell answer;
    if (!execute_value(arena, db, "write/integrity", &answer, error))
        return false;
    if (answer.kind == CELL_TEXT && strcmp(answer.text, "ok") == 0)
        return true;
    g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: damaged while it was written: %s", sqlite3_db_filename(db, "main"),
                answer.kind == CELL_TEXT ? answer.text : "no answer");
    return false;
}

bool build_edition(struct arena *arena, const struct edition_plan *plan, struct problems *problems,
                   struct content *content, GError **error)
{
    const struct schema *schema = schema_read(arena, error);
    if (!schema)
        return false;
    g_autoptr(sqlite3) db = execute_open(plan->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
    return db && execute_script(db, "write/edition_open", error) && execute_script(db, "schema/tables", error) &&
           execute_script(db, "schema/edition", error) && copy_tables(db, schema, plan->register_path, error) &&
           check_copy(db, schema, plan, problems, error) && content_hash(db, schema, content, error) &&
           derive(db, plan, content, error) && check_integrity(arena, db, error);
}

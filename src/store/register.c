/* The writing side of the store. Rows are typed and checked by whoever puts them; this knows the tables only through
 * their schema. */
#include "store/register.h"

#include "store/check.h"
#include "store/content.h"
#include "store/execute.h"
#include "store/handle.h"
#include "store/tables.h"
#include "store/upgrade.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The statements of one table that run once a row. */
struct row_statements {
    sqlite3_stmt *add, *change;
};

struct kept {
    void *data;
    GDestroyNotify free;
    struct kept *next;
};

struct register_store {
    struct arena *arena; /* lives as long as the register is open */
    sqlite3 *db;
    const struct schema *schema;
    struct row_statements *statements; /* by table index; prepared on first use */
    sqlite3_stmt *note;
    struct register_counts *counts; /* by table index */
    struct kept *kept;              /* given back before the database is closed */
};

struct identity {
    int64_t application_id, version, n_tables;
};

static bool read_identity(struct register_store *reg, struct identity *identity, GError **error)
{
    struct cell cells[3];
    if (!execute_first(reg->arena, reg->db, &(struct pattern){.name = "write/identity"}, NULL, 0, cells,
                       G_N_ELEMENTS(cells), error))
        return false;
    *identity = (struct identity){cells[0].integer, cells[1].integer, cells[2].integer};
    return true;
}

static bool create_tables(struct register_store *reg, GError **error)
{
    if (!execute_script(reg->db, "write/begin", error) || !execute_script(reg->db, "schema/tables", error) ||
        !execute_script(reg->db, "schema/register", error))
        return false;
    return execute_script(reg->db, "write/commit", error);
}

static bool verify_tables(struct register_store *reg, const char *path, const struct identity *identity, GError **error)
{
    if (identity->application_id != REGISTER_APPLICATION_ID) {
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: is not a register", path);
        return false;
    }
    const struct schema *actual = schema_of(reg->arena, reg->db, error);
    if (!actual)
        return false;
    if (identity->version > SCHEMA_VERSION) {
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: made by a later version of the program", path);
        return false;
    }
    if (!schema_difference(reg->schema, actual) || upgrade_tables(reg->arena, reg->db, reg->schema, error))
        return true;
    g_prefix_error(error, "%s: made by another version of the program: ", path);
    return false;
}

/* A file that holds nothing yet is one whose creation was cut short, or a new one. */
static bool prepare_tables(struct register_store *reg, const char *path, bool create, GError **error)
{
    struct identity identity;
    if (!read_identity(reg, &identity, error))
        return false;
    bool is_new = !identity.application_id && !identity.version && !identity.n_tables;
    if (is_new && !create) {
        g_set_error(error, PROVISO_ERROR, ERROR_NOT_FOUND, "%s: holds no register yet; import one first", path);
        return false;
    }
    if (!is_new && !verify_tables(reg, path, &identity, error))
        return false;
    bool is_frozen = sqlite3_db_readonly(reg->db, "main");
    return (is_frozen || (execute_script(reg->db, "write/open", error) && (!is_new || create_tables(reg, error)) &&
                          execute_script(reg->db, "schema/register_index", error))) &&
           execute_script(reg->db, "write/origin", error);
}

static bool open_database(struct register_store *reg, const char *path, bool create, GError **error)
{
    if (!create && !g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, PROVISO_ERROR, ERROR_NOT_FOUND, "%s: there is no register yet; import one first", path);
        return false;
    }
    reg->schema = schema_read(reg->arena, error);
    reg->db = reg->schema ? execute_open(path, SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0), error) : NULL;
    return reg->db != NULL;
}

/* A log that is there stays; one that reading makes is removed by whoever may write. */
static bool copy_database(struct register_store *reg, const char *path, GError **error)
{
    if (!path || !g_file_test(path, G_FILE_TEST_EXISTS))
        return true;
    g_autofree char *log = g_strconcat(path, "-wal", NULL);
    bool has_log = g_file_test(log, G_FILE_TEST_EXISTS);
    g_autoptr(sqlite3) original = execute_open(path, has_log ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error);
    return original && execute_copy(original, reg->db, error);
}

/* Opens PATH with what ORIGINAL, if it is there, holds. */
static struct register_store *open_register(const char *path, const char *original, bool create, GError **error)
{
    struct register_store *reg = g_new0(struct register_store, 1);
    reg->arena = arena_new();
    if (!open_database(reg, path, create, error) || !copy_database(reg, original, error) ||
        !prepare_tables(reg, original ? original : path, create, error)) {
        register_close(reg);
        return NULL;
    }
    reg->statements = ARENA_ARRAY(reg->arena, struct row_statements, reg->schema->n_tables);
    reg->counts = ARENA_ARRAY(reg->arena, struct register_counts, reg->schema->n_tables);
    return reg;
}

/* Asked before SQLite opens it: on a register that it cannot write it would leave a file that blocks who can. */
static bool may_write(const char *path, GError **error)
{
    static const char *const endings[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *file = g_strconcat(path, endings[i], NULL);
        if (access(file, W_OK) == 0 || errno == ENOENT)
            continue;
        return error_of_file(file, "written", error);
    }
    return true;
}

struct register_store *register_open(const char *path, bool create, GError **error)
{
    return may_write(path, error) ? open_register(path, NULL, create, error) : NULL;
}

struct register_store *register_open_to_read(const char *path, GError **error)
{
    return open_register(path, NULL, false, error);
}

struct register_store *register_open_copy(const char *path, GError **error)
{
    return open_register("", path, true, error);
}

void register_close(struct register_store *reg)
{
    if (!reg)
        return;
    for (size_t i = 0; reg->statements && i < reg->schema->n_tables; i++) {
        sqlite3_finalize(reg->statements[i].add);
        sqlite3_finalize(reg->statements[i].change);
    }
    for (struct kept *kept = reg->kept; kept; kept = kept->next)
        kept->free(kept->data);
    sqlite3_finalize(reg->note);
    sqlite3_close(reg->db);
    arena_free(reg->arena);
    g_free(reg);
}

struct sqlite3 *register_handle(const struct register_store *reg)
{
    return reg->db;
}

void register_keep(struct register_store *reg, void *data, GDestroyNotify free)
{
    struct kept *kept = ARENA_NEW(reg->arena, struct kept);
    *kept = (struct kept){data, free, reg->kept};
    reg->kept = kept;
}

const struct schema *register_schema(const struct register_store *reg)
{
    return reg->schema;
}

bool register_begin(struct register_store *reg, GError **error)
{
    memset(reg->counts, 0, reg->schema->n_tables * sizeof *reg->counts);
    return execute_script(reg->db, "write/begin", error) && execute_script(reg->db, "write/origin_clear", error);
}

bool register_commit(struct register_store *reg, GError **error)
{
    return execute_script(reg->db, "write/commit", error);
}

void register_rollback(struct register_store *reg)
{
    /* A full disk or a failed write has rolled back already; there is nothing to report when this fails. */
    if (!sqlite3_get_autocommit(reg->db))
        execute_script(reg->db, "write/rollback", NULL);
}

static bool run_once(sqlite3_stmt *statement, const struct cell *values, size_t n, bool *row, GError **error)
{
    if (!execute_bind(statement, values, n, error) || !execute_step(statement, row, error))
        return false;
    sqlite3_reset(statement);
    return true;
}

static bool find_origin(struct register_store *reg, struct arena *arena, const struct table *table, const char *key,
                        struct origin *origin, GError **error)
{
    const struct cell values[] = {cell_text(table->name), cell_text(key)};
    struct cell cells[3];
    if (!execute_first(arena, reg->db, &(struct pattern){.name = "write/origin_find"}, values, G_N_ELEMENTS(values),
                       cells, G_N_ELEMENTS(cells), error))
        return false;
    *origin = (struct origin){.file = cells[0].text, .record = cells[1].integer, .column = cells[2].text};
    return true;
}

bool register_note(struct register_store *reg, struct arena *arena, const struct table *table, const char *key,
                   const struct origin *origin, struct origin *earlier, GError **error)
{
    if (!reg->note && !(reg->note = execute_prepare(reg->db, &(struct pattern){.name = "write/origin_add"}, error)))
        return false;
    const struct cell values[] = {cell_text(table->name), cell_text(key), cell_text(origin->file),
                                  cell_integer(origin->record), cell_text(origin->column)};
    bool row;
    if (!run_once(reg->note, values, G_N_ELEMENTS(values), &row, error))
        return false;
    *earlier = (struct origin){.file = NULL};
    return sqlite3_changes64(reg->db) > 0 || find_origin(reg, arena, table, key, earlier, error);
}

bool register_keep_citations(struct register_store *reg, const struct table *table, const char *key, GError **error)
{
    const struct cell values[] = {cell_text(table->name), cell_text(key)};
    return execute_run(reg->db, &(struct pattern){.name = "write/origin_keep"}, values, G_N_ELEMENTS(values), error);
}

static bool prepare_row_statements(struct register_store *reg, const struct table *table, GError **error)
{
    struct row_statements *statements = &reg->statements[table->index];
    if (!statements->add)
        statements->add = execute_prepare(reg->db, &(struct pattern){"write/row_add", table, NULL}, error);
    if (statements->add && !statements->change)
        statements->change = execute_prepare(reg->db, &(struct pattern){"write/row_change", table, NULL}, error);
    return statements->change != NULL;
}

/* After a statement that wrote nothing sqlite3_changes64 is 0. */
static bool run_row(struct register_store *reg, sqlite3_stmt *statement, const struct table *table,
                    const struct cell *cells, bool *written, GError **error)
{
    bool row, ok = run_once(statement, cells, table->n_columns, &row, error);
    *written = ok && sqlite3_changes64(reg->db) > 0;
    return ok;
}

bool register_put(struct register_store *reg, const struct table *table, const struct cell *cells, GError **error)
{
    const struct row_statements *statements = &reg->statements[table->index];
    struct register_counts *counts = &reg->counts[table->index];
    bool added, changed = false;
    if (!prepare_row_statements(reg, table, error) || !run_row(reg, statements->add, table, cells, &added, error) ||
        (!added && !run_row(reg, statements->change, table, cells, &changed, error)))
        return false;
    int64_t *count = added ? &counts->added : changed ? &counts->changed : &counts->unchanged;
    ++*count;
    return true;
}

static bool sweep_citations(struct register_store *reg, const struct table *citation, const struct table *facts,
                            GError **error)
{
    if (!execute_run(reg->db, &(struct pattern){"write/sweep_citations", facts, NULL}, NULL, 0, error))
        return false;
    reg->counts[citation->index].removed += sqlite3_changes64(reg->db);
    return true;
}

bool register_sweep(struct register_store *reg, bool replace, GError **error)
{
    const struct table *citation = schema_table(reg->schema, "citation");
    for (size_t i = 0; i < reg->schema->n_tables; i++) {
        const struct table *table = &reg->schema->tables[i];
        if (table->is_fact && !sweep_citations(reg, citation, table, error))
            return false;
        if (!replace)
            continue;
        if (!execute_run(reg->db, &(struct pattern){"write/sweep_table", table, NULL}, NULL, 0, error))
            return false;
        reg->counts[i].removed += sqlite3_changes64(reg->db);
    }
    return true;
}

const struct register_counts *register_counts(const struct register_store *reg, const struct table *table)
{
    return &reg->counts[table->index];
}

void register_count(struct register_store *reg, const struct table *table, const struct register_counts *more)
{
    struct register_counts *counts = &reg->counts[table->index];
    counts->added += more->added;
    counts->changed += more->changed;
    counts->unchanged += more->unchanged;
    counts->removed += more->removed;
}

bool register_check(struct register_store *reg, struct problems *problems, GError **error)
{
    return check_rows(reg->db, reg->schema, problems, error);
}

bool register_warnings(struct register_store *reg, struct problems *problems,
                       bool (*warned)(void *self, const struct warning *warning, GError **error), void *self,
                       GError **error)
{
    return check_warnings(reg->db, reg->schema, problems, warned, self, error);
}

bool register_review(struct register_store *reg, column_finder *find_column, struct problems *problems, int64_t *n_rows,
                     GError **error)
{
    struct cell_check check = {.find_column = find_column, .problems = problems};
    struct content content;
    bool ok = content_hash(reg->db, reg->schema, check_cells, &check, &content, error);
    check_cells_end(&check);
    *n_rows = ok ? content.n_rows : 0;
    return ok && register_check(reg, problems, error);
}

bool register_content(struct register_store *reg, char hash[static 65], int64_t *n_rows, GError **error)
{
    struct content content;
    if (!content_hash(reg->db, reg->schema, NULL, NULL, &content, error))
        return false;
    g_strlcpy(hash, content.hash, sizeof content.hash);
    *n_rows = content.n_rows;
    return true;
}

bool tables_of_register(struct register_store *reg, struct tables *tables, GError **error)
{
    *tables = (struct tables){.db = reg->db, .schema = reg->schema};
    return register_content(reg, tables->content_hash, &tables->n_rows, error);
}

bool register_newest_source(struct register_store *reg, struct arena *arena, const char **date, GError **error)
{
    struct cell newest;
    if (!execute_value(arena, reg->db, "write/newest_source", &newest, error))
        return false;
    *date = newest.kind == CELL_TEXT ? newest.text : NULL;
    return true;
}

bool register_script(struct register_store *reg, const char *name, GError **error)
{
    return execute_script(reg->db, name, error);
}

bool register_meta(struct register_store *reg, struct arena *arena, const char *name, const char **value,
                   GError **error)
{
    const struct cell key = cell_text(name);
    struct cell found;
    if (!execute_first(arena, reg->db, &(struct pattern){.name = "write/meta_get"}, &key, 1, &found, 1, error))
        return false;
    *value = found.kind == CELL_TEXT ? found.text : NULL;
    return true;
}

bool register_set_meta(struct register_store *reg, const char *name, const char *value, GError **error)
{
    const struct cell values[] = {cell_text(name), cell_text(value)};
    return execute_run(reg->db, &(struct pattern){.name = "write/meta_set"}, values, G_N_ELEMENTS(values), error);
}

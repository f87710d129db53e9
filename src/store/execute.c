/* The calls of SQLite that the writing side makes. Knows no table. */
#include "store/execute.h"

#include "store/sql.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { BUSY_MILLISECONDS = 5000 };

static const struct {
    int code;  /* SQLite's primary result code */
    int error; /* enum error_code */
} error_codes[] = {
    {SQLITE_BUSY, ERROR_UNAVAILABLE}, {SQLITE_NOMEM, ERROR_UNAVAILABLE}, {SQLITE_IOERR, ERROR_IO},
    {SQLITE_FULL, ERROR_IO},          {SQLITE_CANTOPEN, ERROR_IO},       {SQLITE_READONLY, ERROR_IO},
    {SQLITE_PERM, ERROR_IO},          {SQLITE_CORRUPT, ERROR_DATA},      {SQLITE_NOTADB, ERROR_DATA},
    {SQLITE_CONSTRAINT, ERROR_DATA},  {SQLITE_TOOBIG, ERROR_DATA},       {SQLITE_INTERRUPT, ERROR_LATE},
};

int execute_error_code(sqlite3 *db)
{
    for (size_t i = 0; i < G_N_ELEMENTS(error_codes); i++)
        if (error_codes[i].code == (sqlite3_errcode(db) & 0xff))
            return error_codes[i].error;
    return ERROR_INTERNAL;
}

static bool fail(sqlite3 *db, const char *what, GError **error)
{
    int code = execute_error_code(db);
    const char *file = sqlite3_db_filename(db, "main");
    g_set_error(error, PROVISO_ERROR, code, "%s: %s%s%s", file && *file ? file : "memory", sqlite3_errmsg(db),
                code == ERROR_INTERNAL ? " in " : "", code == ERROR_INTERNAL ? what : "");
    return false;
}

void execute_configure(void)
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

void execute_exactly(sqlite3 *db)
{
    enum { SEEK_SCAN = 0x20000, BLOOM_FILTER = 0x80000 };
    sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, db, SEEK_SCAN | BLOOM_FILTER);
}

/* The address of FILE for SQLite where nobody may write it, by its mode or its disk, and no log stands beside it: then
 * it is read as it is, and nothing is made beside it that would stay. NULL: as usual. */
static char *frozen_address(const char *file)
{
    struct stat status, log_status;
    struct statvfs disk;
    g_autofree char *log = g_strconcat(file, "-wal", NULL);
    if (stat(file, &status) != 0 || access(file, W_OK) == 0 || (stat(log, &log_status) == 0 && log_status.st_size > 0))
        return NULL;
    bool frozen =
        !(status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) || (statvfs(file, &disk) == 0 && (disk.f_flag & ST_RDONLY));
    g_autofree char *address = frozen ? g_filename_to_uri(file, NULL, NULL) : NULL;
    return address ? g_strconcat(address, "?immutable=1", NULL) : NULL;
}

sqlite3 *execute_open(const char *path, int flags, GError **error)
{
    /* An absolute path never begins with "file:", which SQLite would read as a URI. */
    bool is_named = *path && strcmp(path, ":memory:") != 0;
    g_autofree char *file = is_named ? g_canonicalize_filename(path, NULL) : g_strdup(path);
    g_autofree char *frozen = frozen_address(file);
    g_autoptr(sqlite3) db = NULL;
    execute_configure();
    if (frozen)
        flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    if (sqlite3_open_v2(frozen ? frozen : file, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) !=
        SQLITE_OK) {
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: %s", path, db ? sqlite3_errmsg(db) : "out of memory");
        return NULL;
    }
    sqlite3_busy_timeout(db, BUSY_MILLISECONDS);
    execute_exactly(db);
    return g_steal_pointer(&db);
}

bool execute_copy(sqlite3 *from, sqlite3 *to, GError **error)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup)
        sqlite3_backup_step(backup, -1);
    /* The code of whatever failed stands in the target. */
    return (backup && sqlite3_backup_finish(backup) == SQLITE_OK) || fail(to, "a copy", error);
}

bool execute_script(sqlite3 *db, const char *name, GError **error)
{
    const char *text = sql_text(name);
    if (!text) {
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "no SQL file named %s", name);
        return false;
    }
    return sqlite3_exec(db, text, NULL, NULL, NULL) == SQLITE_OK || fail(db, name, error);
}

sqlite3_stmt *execute_compile(sqlite3 *db, const char *name, const GString *sql, GError **error)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql->str, (int)sql->len, &statement, NULL) != SQLITE_OK)
        fail(db, name, error);
    return statement;
}

sqlite3_stmt *execute_prepare(sqlite3 *db, const struct pattern *pattern, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    return pattern_expand(pattern, sql, error) ? execute_compile(db, pattern->name, sql, error) : NULL;
}

int execute_bind_cell(sqlite3_stmt *statement, int position, const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_INTEGER: return sqlite3_bind_int64(statement, position, cell->integer);
    case CELL_REAL: return sqlite3_bind_double(statement, position, cell->real);
    case CELL_TEXT: return sqlite3_bind_text(statement, position, cell->text, -1, SQLITE_STATIC);
    case CELL_NULL:
    case CELL_RESULT: break;
    }
    return sqlite3_bind_null(statement, position);
}

bool execute_bind(sqlite3_stmt *statement, const struct cell *values, size_t n, GError **error)
{
    sqlite3_reset(statement); /* reports again the failure of the last step, if it failed */
    for (size_t i = 0; i < n; i++)
        if (execute_bind_cell(statement, (int)i + 1, &values[i]) != SQLITE_OK)
            return fail(sqlite3_db_handle(statement), sqlite3_sql(statement), error);
    return true;
}

bool execute_step(sqlite3_stmt *statement, bool *row, GError **error)
{
    int code = sqlite3_step(statement);
    *row = code == SQLITE_ROW;
    return code == SQLITE_ROW || code == SQLITE_DONE ||
           fail(sqlite3_db_handle(statement), sqlite3_sql(statement), error);
}

const char *execute_text(sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text(statement, column);
}

/* A value is asked for once and then for its parts, which costs half of asking the statement for each part. */
static struct cell cell_of(sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: return cell_integer(sqlite3_value_int64(value));
    case SQLITE_FLOAT: return (struct cell){.kind = CELL_REAL, .real = sqlite3_value_double(value)};
    case SQLITE_TEXT: return cell_text((const char *)sqlite3_value_text(value));
    default: return cell_null();
    }
}

void execute_peek(sqlite3_stmt *statement, struct cell *cells, size_t n)
{
    for (size_t i = 0; i < n; i++)
        cells[i] = cell_of(sqlite3_column_value(statement, (int)i));
}

void execute_cells(struct arena *arena, sqlite3_stmt *statement, struct cell *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        sqlite3_value *value = sqlite3_column_value(statement, (int)i);
        cells[i] = cell_of(value);
        if (cells[i].kind == CELL_TEXT)
            cells[i].text = arena_strndup(arena, cells[i].text, (size_t)sqlite3_value_bytes(value));
    }
}

bool execute_run(sqlite3 *db, const struct pattern *pattern, const struct cell *values, size_t n, GError **error)
{
    g_autoptr(sqlite3_stmt) statement = execute_prepare(db, pattern, error);
    if (!statement || !execute_bind(statement, values, n, error))
        return false;
    bool row = true;
    while (row)
        if (!execute_step(statement, &row, error))
            return false;
    return true;
}

bool execute_first(struct arena *arena, sqlite3 *db, const struct pattern *pattern, const struct cell *values, size_t n,
                   struct cell *cells, size_t n_cells, GError **error)
{
    for (size_t i = 0; i < n_cells; i++)
        cells[i] = cell_null();
    g_autoptr(sqlite3_stmt) statement = execute_prepare(db, pattern, error);
    bool row;
    if (!statement || !execute_bind(statement, values, n, error) || !execute_step(statement, &row, error))
        return false;
    if (row)
        execute_cells(arena, statement, cells, n_cells);
    return true;
}

bool execute_value(struct arena *arena, sqlite3 *db, const char *name, struct cell *value, GError **error)
{
    return execute_first(arena, db, &(struct pattern){.name = name}, NULL, 0, value, 1, error);
}

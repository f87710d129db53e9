/* What a public program's connection may do. Rules only; no statement is run here but the opening ones. */
#include "store/lockdown.h"

#include "store/counts.h"
#include "store/distance.h"
#include "store/execute.h"
#include "store/sql.h"

#include <string.h>

static const struct {
    int limit, value;
} limits[] = {
    {SQLITE_LIMIT_LENGTH, 1000000},      {SQLITE_LIMIT_SQL_LENGTH, 64 * 1024}, {SQLITE_LIMIT_COLUMN, 100},
    {SQLITE_LIMIT_EXPR_DEPTH, 100},      {SQLITE_LIMIT_COMPOUND_SELECT, 16},   {SQLITE_LIMIT_VDBE_OP, 250000},
    {SQLITE_LIMIT_FUNCTION_ARG, 40},     {SQLITE_LIMIT_ATTACHED, 0},           {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 400}, {SQLITE_LIMIT_TRIGGER_DEPTH, 0},      {SQLITE_LIMIT_WORKER_THREADS, 0},
};

static const char *const functions[] = {
    "abs",        "coalesce", "count",  "counts_of", "date",      "edit_distance", "group_concat",
    "ifnull",     "iif",      "instr",  "json_each", "julianday", "label_of",      "length",
    "lower",      "match",    "max",    "min",       "nullif",    "replace",       "round",
    "row_number", "said",     "substr", "sum",       "sums_of",   "terms_of",      "upper",
};

enum { OPERATIONS_PER_LOOK = 1000 };

static bool refuse(sqlite3 *db, const char *path, GError **error)
{
    g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "%s: %s", path, db ? sqlite3_errmsg(db) : "out of memory");
    sqlite3_close(db);
    return false;
}

static void harden(sqlite3 *db)
{
    sqlite3_extended_result_codes(db, 1);
    execute_exactly(db);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(limits); i++)
        sqlite3_limit(db, limits[i].limit, limits[i].value);
}

sqlite3 *lockdown_open(const char *path, GError **error)
{
    g_autofree char *real = g_canonicalize_filename(path, NULL);
    g_autofree char *plain = g_filename_to_uri(real, NULL, NULL);
    g_autofree char *uri = g_strconcat(plain, "?mode=ro&immutable=1", NULL);
    sqlite3 *db = NULL;
    execute_configure();
    if (sqlite3_open_v2(uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        refuse(db, path, error);
        return NULL;
    }
    harden(db);
    if (!distance_register(db) || !counts_register(db) ||
        sqlite3_exec(db, sql_text("read/open"), NULL, NULL, NULL) != SQLITE_OK ||
        (sqlite3_temp_directory && sqlite3_exec(db, sql_text("read/spill"), NULL, NULL, NULL) != SQLITE_OK)) {
        refuse(db, path, error);
        return NULL;
    }
    return db;
}

static bool function_is_listed(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(functions); i++)
        if (g_ascii_strcasecmp(functions[i], name) == 0)
            return true;
    return false;
}

static int authorize(void *self, int action, const char *first, const char *second, const char *database,
                     const char *trigger)
{
    (void)self, (void)database, (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    case SQLITE_FUNCTION: return function_is_listed(second) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA: return strcmp(first, "data_version") == 0 ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
    }
}

static int deadline_passed(void *self)
{
    const int64_t *deadline = self;
    return *deadline && g_get_monotonic_time() > *deadline;
}

void lockdown_limit(sqlite3 *db, const int64_t *deadline)
{
    sqlite3_progress_handler(db, OPERATIONS_PER_LOOK, deadline_passed, (int64_t *)deadline);
}

bool lockdown_close(sqlite3 *db, const int64_t *deadline, GError **error)
{
    if (sqlite3_set_authorizer(db, authorize, NULL) != SQLITE_OK) {
        g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "%s", sqlite3_errmsg(db));
        return false;
    }
    lockdown_limit(db, deadline);
    return true;
}

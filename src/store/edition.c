/* Running statements in one edition. Public programs come here with nothing but a statement's name and values. */
#include "store/edition.h"

#include "store/lockdown.h"
#include "store/sql.h"
#include "store/statement.h"

#include <string.h>

enum { PREPARED_MAX = 512, STORE_BATCH = 1000 };

struct edition {
    sqlite3 *db;
    struct arena *arena; /* stamp, statements, column lists */
    struct edition_stamp stamp;
    const struct column *(*find_column)(const char *name);
    GHashTable *statements;   /* name -> struct statement */
    GHashTable *prepared;     /* name, order and bound names -> struct prepared */
    GHashTable *dictionaries; /* name -> struct result */
};

/* One parameter of a prepared statement: the place-th binding of a name. */
struct place {
    char *name;
    size_t place; /* from 0 */
};

struct prepared {
    sqlite3_stmt *statement;
    const char *name;
    size_t n_columns;
    const struct column **columns;
    size_t n_places;
    struct place *places; /* of parameters 1 to n_places */
    bool is_read;         /* its rows are being handed out, during which others may be prepared */
};

/* What one run has been given. */
struct run {
    const struct binding *bindings;
    size_t n_bindings;
};

static void prepared_free(void *memory)
{
    struct prepared *prepared = memory;
    sqlite3_finalize(prepared->statement);
    g_free(prepared->columns);
    for (size_t i = 0; i < prepared->n_places; i++)
        g_free(prepared->places[i].name);
    g_free(prepared->places);
    g_free(prepared);
}

static bool fail(struct sqlite3 *db, const char *name, GError **error)
{
    int code = sqlite3_errcode(db) & 0xff;
    bool passing = code == SQLITE_NOMEM || code == SQLITE_BUSY;
    int kind = code == SQLITE_INTERRUPT ? ERROR_LATE : passing ? ERROR_UNAVAILABLE : ERROR_INTERNAL;
    g_set_error(error, PROVISO_ERROR, kind, "%s.sql: %s", name, sqlite3_errmsg(db));
    return false;
}

static size_t count_bound(const void *self, const char *parameter)
{
    const struct run *run = self;
    size_t count = 0;
    for (size_t i = 0; i < run->n_bindings; i++)
        count += strcmp(run->bindings[i].name, parameter) == 0 && run->bindings[i].value.kind != CELL_NULL;
    return count;
}

static size_t count_none(const void *self, const char *parameter)
{
    return self && parameter ? 0 : 0;
}

static size_t count_one(const void *self, const char *parameter)
{
    return self || parameter ? 1 : 1;
}

/* Fills the columns' declarations; an undeclared one is an error. */
static bool find_columns(const struct edition *edition, struct prepared *prepared, GError **error)
{
    prepared->n_columns = (size_t)sqlite3_column_count(prepared->statement);
    prepared->columns = g_new0(const struct column *, prepared->n_columns + 1);
    for (size_t i = 0; i < prepared->n_columns; i++) {
        const char *name = sqlite3_column_name(prepared->statement, (int)i);
        prepared->columns[i] = edition->find_column(name);
        if (!prepared->columns[i]) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: column %s is not declared", prepared->name,
                        name);
            return false;
        }
    }
    return true;
}

/* Takes the parameters' names apart: statement_expand writes the second of a list as :name_2. */
static void find_places(struct prepared *prepared)
{
    prepared->n_places = (size_t)sqlite3_bind_parameter_count(prepared->statement);
    prepared->places = g_new0(struct place, prepared->n_places + 1);
    for (size_t i = 0; i < prepared->n_places; i++) {
        const char *name = sqlite3_bind_parameter_name(prepared->statement, (int)i + 1) + 1;
        const char *mark = strrchr(name, '_');
        bool is_listed = mark && g_ascii_isdigit(mark[1]);
        prepared->places[i] = (struct place){
            .name = is_listed ? g_strndup(name, (gsize)(mark - name)) : g_strdup(name),
            .place = is_listed ? (size_t)g_ascii_strtoull(mark + 1, NULL, 10) - 1 : 0,
        };
    }
}

static struct prepared *prepare(const struct edition *edition, const struct statement *statement,
                                statement_count *count, const struct run *run, const char *sort, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    if (!statement_expand(statement, count, run, sort, sql, error))
        return NULL;
    struct prepared *prepared = g_new0(struct prepared, 1);
    prepared->name = statement->name;
    if (sqlite3_prepare_v3(edition->db, sql->str, (int)sql->len, SQLITE_PREPARE_PERSISTENT, &prepared->statement,
                           NULL) != SQLITE_OK) {
        fail(edition->db, statement->name, error);
        prepared_free(prepared);
        return NULL;
    }
    if (!find_columns(edition, prepared, error)) {
        prepared_free(prepared);
        return NULL;
    }
    find_places(prepared);
    return prepared;
}

/* Reads every statement and prepares it bare and full, and once for each order. */
static bool prepare_all(struct edition *edition, GError **error)
{
    g_auto(GStrv) names = sql_names("");
    for (char **name = names; *name; name++) {
        const struct statement *statement = statement_read(edition->arena, *name, error);
        if (!statement)
            return false;
        g_hash_table_insert(edition->statements, (char *)statement->name, (struct statement *)statement);
        struct prepared *bare = prepare(edition, statement, count_none, NULL, NULL, error);
        if (!bare)
            return false;
        prepared_free(bare);
        for (size_t i = 0; i == 0 || i < statement->n_sorts; i++) {
            struct prepared *full = prepare(edition, statement, count_one, NULL, statement->sorts[i].name, error);
            if (!full)
                return false;
            prepared_free(full);
        }
    }
    return true;
}

static bool read_stamp(struct edition *edition, GError **error)
{
    sqlite3_stmt *statement = NULL;
    bool read = sqlite3_prepare_v2(edition->db, sql_text("read/stamp"), -1, &statement, NULL) == SQLITE_OK &&
                sqlite3_step(statement) == SQLITE_ROW;
    if (read)
        edition->stamp = (struct edition_stamp){
            .number = sqlite3_column_int64(statement, 0),
            .as_of = arena_strdup(edition->arena, (const char *)sqlite3_column_text(statement, 1)),
            .content_hash = arena_strdup(edition->arena, (const char *)sqlite3_column_text(statement, 2)),
        };
    else
        g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "not an edition: %s", sqlite3_errmsg(edition->db));
    sqlite3_finalize(statement);
    return read;
}

struct edition *edition_open(const char *path, const struct column *(*find_column)(const char *name),
                             const struct deadline *deadline, GError **error)
{
    sqlite3 *db = lockdown_open(path, error);
    if (!db)
        return NULL;
    struct edition *edition = g_new0(struct edition, 1);
    *edition = (struct edition){
        .db = db,
        .arena = arena_new(),
        .find_column = find_column,
        .statements = g_hash_table_new(g_str_hash, g_str_equal),
        .prepared = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, prepared_free),
        .dictionaries = g_hash_table_new(g_str_hash, g_str_equal),
    };
    if (!read_stamp(edition, error) || !lockdown_close(db, &deadline->at, error) || !prepare_all(edition, error)) {
        edition_free(edition);
        return NULL;
    }
    return edition;
}

void edition_free(struct edition *edition)
{
    if (!edition)
        return;
    g_hash_table_unref(edition->dictionaries);
    g_hash_table_unref(edition->prepared);
    g_hash_table_unref(edition->statements);
    sqlite3_close(edition->db);
    arena_free(edition->arena);
    g_free(edition);
}

const struct edition_stamp *edition_stamp(const struct edition *edition)
{
    return &edition->stamp;
}

static void append_part(GString *key, const char *part)
{
    g_string_append_c(key, '|');
    g_string_append(key, part);
}

static const struct statement *find_statement(const struct edition *edition, const char *name, GError **error)
{
    const struct statement *statement = g_hash_table_lookup(edition->statements, name);
    if (!statement)
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "no statement named %s", name);
    return statement;
}

static gboolean is_idle(gpointer key, gpointer prepared, gpointer unused)
{
    (void)key, (void)unused;
    return !((const struct prepared *)prepared)->is_read;
}

/* The prepared statement for this set of bound names, made on first use. */
static struct prepared *find_prepared(const struct edition *edition, const char *name, const struct run *run,
                                      const char *sort, GError **error)
{
    const struct statement *statement = find_statement(edition, name, error);
    if (!statement)
        return NULL;
    g_autoptr(GString) key = g_string_new(name);
    append_part(key, sort ? sort : "");
    for (size_t i = 0; i < run->n_bindings; i++)
        if (run->bindings[i].value.kind != CELL_NULL)
            append_part(key, run->bindings[i].name);
    struct prepared *prepared = g_hash_table_lookup(edition->prepared, key->str);
    if (prepared)
        return prepared;
    if (g_hash_table_size(edition->prepared) >= PREPARED_MAX)
        g_hash_table_foreach_remove(edition->prepared, is_idle, NULL); /* odd questions must not fill memory */
    prepared = prepare(edition, statement, count_bound, run, sort, error);
    if (prepared)
        g_hash_table_insert(edition->prepared, g_strdup(key->str), prepared);
    return prepared;
}

static void bind_cell(sqlite3_stmt *statement, int index, const struct cell *cell)
{
    if (cell->kind == CELL_INTEGER)
        sqlite3_bind_int64(statement, index, cell->integer);
    else if (cell->kind == CELL_REAL)
        sqlite3_bind_double(statement, index, cell->real);
    else if (cell->kind == CELL_TEXT)
        sqlite3_bind_text(statement, index, cell->text, -1, SQLITE_STATIC);
}

/* Binds what the statement asks for; a name that is not bound stays NULL. */
static void bind_all(const struct prepared *prepared, const struct run *run)
{
    for (size_t i = 0; i < prepared->n_places; i++) {
        size_t before = prepared->places[i].place;
        for (size_t each = 0; each < run->n_bindings; each++) {
            const struct binding *binding = &run->bindings[each];
            if (strcmp(binding->name, prepared->places[i].name) != 0 || before-- > 0)
                continue;
            bind_cell(prepared->statement, (int)i + 1, &binding->value);
            break;
        }
    }
}

static struct cell read_cell(struct arena *arena, sqlite3_stmt *statement, int index)
{
    switch (sqlite3_column_type(statement, index)) {
    case SQLITE_INTEGER: return cell_integer(sqlite3_column_int64(statement, index));
    case SQLITE_FLOAT: return (struct cell){.kind = CELL_REAL, .real = sqlite3_column_double(statement, index)};
    case SQLITE_TEXT:
        return cell_text(arena_strndup(arena, (const char *)sqlite3_column_text(statement, index),
                                       (size_t)sqlite3_column_bytes(statement, index)));
    default: return cell_null();
    }
}

/* Without rows. It may outlive the statement. */
static struct result *empty_result(struct arena *arena, const struct prepared *prepared)
{
    const struct column **columns = ARENA_ARRAY(arena, const struct column *, prepared->n_columns + 1);
    memcpy(columns, prepared->columns, prepared->n_columns * sizeof *columns);
    return result_new(arena, prepared->name, columns, prepared->n_columns);
}

/* The next rows, at most MOST; fewer than MOST when these are the last. */
static struct result *read_rows(struct arena *arena, const struct prepared *prepared, size_t most, GError **error)
{
    struct result *result = empty_result(arena, prepared);
    int code = SQLITE_ROW;
    while (result->n_rows < most && (code = sqlite3_step(prepared->statement)) == SQLITE_ROW) {
        struct cell *row = result_append(arena, result);
        for (size_t i = 0; i < prepared->n_columns; i++)
            row[i] = read_cell(arena, prepared->statement, (int)i);
    }
    if (code == SQLITE_DONE || code == SQLITE_ROW)
        return result;
    fail(sqlite3_db_handle(prepared->statement), prepared->name, error);
    return NULL;
}

struct result *store_run(const struct edition *edition, struct arena *arena, const char *name,
                         const struct binding *bindings, size_t n_bindings, const char *sort, GError **error)
{
    const struct run run = {bindings, n_bindings};
    struct prepared *prepared = find_prepared(edition, name, &run, sort, error);
    if (!prepared)
        return NULL;
    bind_all(prepared, &run);
    struct result *result = read_rows(arena, prepared, SIZE_MAX, error);
    sqlite3_reset(prepared->statement);
    sqlite3_clear_bindings(prepared->statement);
    return result;
}

const struct result *store_dictionary(const struct edition *edition, const char *name, GError **error)
{
    struct result *known = g_hash_table_lookup(edition->dictionaries, name);
    if (known)
        return known;
    struct result *rows = store_run(edition, edition->arena, name, NULL, 0, NULL, error);
    if (rows)
        g_hash_table_insert(edition->dictionaries, (char *)rows->name, rows);
    return rows;
}

/* The first batch comes also when it is empty: a file has its columns even then. */
static bool take_batches(const struct prepared *prepared, struct arena *arena, store_take *take, void *self,
                         GError **error)
{
    size_t n_rows = STORE_BATCH;
    while (n_rows == STORE_BATCH) {
        struct result *batch = read_rows(arena, prepared, STORE_BATCH, error);
        if (!batch)
            return false;
        n_rows = batch->n_rows;
        if (!take(self, arena, batch, error))
            return false;
        arena_reset(arena);
    }
    return true;
}

bool store_each(const struct edition *edition, const struct query *query, store_take *take, void *self, GError **error)
{
    const struct run run = {query->bindings, query->n_bindings};
    struct prepared *prepared = find_prepared(edition, query->statement, &run, query->sort, error);
    if (!prepared)
        return false;
    bind_all(prepared, &run);
    struct arena *arena = arena_new();
    prepared->is_read = true;
    bool done = take_batches(prepared, arena, take, self, error);
    prepared->is_read = false;
    arena_free(arena);
    sqlite3_reset(prepared->statement);
    sqlite3_clear_bindings(prepared->statement);
    return done;
}

struct result *store_shape(const struct edition *edition, struct arena *arena, const char *name, GError **error)
{
    const struct statement *statement = find_statement(edition, name, error);
    struct prepared *prepared = statement ? prepare(edition, statement, count_one, NULL, NULL, error) : NULL;
    if (!prepared)
        return NULL;
    struct result *result = empty_result(arena, prepared);
    prepared_free(prepared);
    return result;
}

bool store_reads(const struct edition *edition, const char *name, const char *parameter)
{
    const struct statement *statement = g_hash_table_lookup(edition->statements, name);
    g_autofree char *mark = g_strconcat(":", parameter, NULL);
    size_t length = strlen(mark);
    for (const char *at = statement ? strstr(statement->text, mark) : NULL; at; at = strstr(at + length, mark))
        if (!g_ascii_isalnum(at[length]) && at[length] != '_')
            return true;
    return false;
}

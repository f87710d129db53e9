/* Running statements in one edition. Public programs come here with nothing but a statement's name and values. */
#include "store/edition.h"

#include "store/lockdown.h"
#include "store/prepared.h"
#include "store/recipe.h"
#include "store/said.h"
#include "store/sql.h"
#include "store/statement.h"
#include "store/terms.h"

#include <string.h>

enum { PREPARED_MAX = 512, STORE_BATCH = 1000 };

struct edition {
    sqlite3 *db;
    struct arena *arena; /* stamp, statements, shapes */
    struct edition_stamp stamp;
    const struct asking *asking;
    column_finder *find_column;
    GHashTable *statements;   /* name -> struct statement */
    GHashTable *prepared;     /* name, order and bound names -> struct prepared */
    GHashTable *dictionaries; /* name -> struct result */
    GHashTable *shapes;       /* name -> struct result, without rows: of the full statement */
};

static size_t count_bound(const void *self, const char *parameter)
{
    const struct query *query = self;
    size_t count = 0;
    for (size_t i = 0; i < query->n_bindings; i++)
        count += strcmp(query->bindings[i].name, parameter) == 0 && query->bindings[i].value.kind != CELL_NULL;
    return count;
}

static size_t count_none(const void *self, const char *parameter)
{
    (void)self;
    (void)parameter;
    return 0;
}

static size_t count_one(const void *self, const char *parameter)
{
    (void)self;
    (void)parameter;
    return 1;
}

/* All but those without which a clause is kept. */
static size_t count_uninverted(const void *self, const char *parameter)
{
    return statement_inverts(self, parameter) ? 0 : 1;
}

/* SELF: of COUNT. */
static struct prepared *prepare(const struct edition *edition, const struct statement *statement, clause_count *count,
                                const void *self, const char *sort, GError **error)
{
    const struct preparing preparing = {edition->db, edition->find_column};
    g_autoptr(GString) sql = g_string_new(NULL);
    if (!statement_expand(statement, count, self, sort, sql, error))
        return NULL;
    return prepared_new(&preparing, statement->name, sql, error);
}

/* TRIED: the texts of the statement that were prepared already. */
static bool can_prepare(const struct edition *edition, const struct statement *statement, clause_count *count,
                        const char *sort, GHashTable *tried, GError **error)
{
    const struct preparing preparing = {edition->db, edition->find_column};
    GString *sql = g_string_new(NULL);
    bool expands = statement_expand(statement, count, statement, sort, sql, error);
    bool is_new = g_hash_table_add(tried, sql->str);
    struct prepared *prepared = expands && is_new ? prepared_new(&preparing, statement->name, sql, error) : NULL;
    g_string_free(sql, FALSE); /* the text is in TRIED */
    if (prepared)
        prepared_free(prepared);
    return expands && (!is_new || prepared);
}

/* A statement is read when it is first asked for. */
static const struct statement *find_statement(const struct edition *edition, const char *name, GError **error)
{
    const struct statement *statement = g_hash_table_lookup(edition->statements, name);
    if (!statement && (statement = statement_read(edition->arena, name, error)))
        g_hash_table_insert(edition->statements, (char *)statement->name, (struct statement *)statement);
    return statement;
}

/* What the full statement gives. */
static const struct result *find_shape(const struct edition *edition, const struct statement *statement, GError **error)
{
    const struct result *shape = g_hash_table_lookup(edition->shapes, statement->name);
    struct prepared *prepared = shape ? NULL : prepare(edition, statement, count_one, NULL, NULL, error);
    if (prepared) {
        shape = prepared_shape(edition->arena, prepared);
        g_hash_table_insert(edition->shapes, (char *)statement->name, (struct result *)shape);
        prepared_free(prepared);
    }
    return shape;
}

/* Full, with what goes without something, and bare once for each order: full for each order would take most of the time
 * in which a worker starts with an edition of another version. What comes to the same text is prepared once. */
static bool try(const struct edition *edition, const struct statement *statement, GError **error)
{
    g_autoptr(GHashTable) tried = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GString *full = g_string_new(NULL);
    bool fits =
        find_shape(edition, statement, error) && statement_expand(statement, count_one, NULL, NULL, full, error);
    g_hash_table_add(tried, g_string_free(full, FALSE));
    fits = fits && can_prepare(edition, statement, count_uninverted, NULL, tried, error);
    for (size_t i = 0; fits && (i == 0 || i < statement->n_sorts); i++)
        fits = can_prepare(edition, statement, count_none, statement->sorts[i].name, tried, error);
    return fits;
}

bool edition_try(const struct edition *edition, GError **error)
{
    g_auto(GStrv) names = sql_names("");
    for (char **name = names; *name; name++) {
        const struct statement *statement = find_statement(edition, *name, error);
        if (!statement || !try(edition, statement, error))
            return false;
    }
    return true;
}

bool edition_is_tried(const struct edition *edition)
{
    return recipe_is_tried(edition->arena, edition->db);
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
            .n_rows = sqlite3_column_int64(statement, 3),
        };
    else
        g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "not an edition: %s", sqlite3_errmsg(edition->db));
    sqlite3_finalize(statement);
    return read;
}

static bool teach(const struct edition *edition, GError **error)
{
    if (terms_register(edition->db) && said_register(edition->db, edition->asking, edition->find_column))
        return true;
    g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "%s", sqlite3_errmsg(edition->db));
    return false;
}

struct edition *edition_open(const char *path, column_finder *find_column, const struct asking *asking, GError **error)
{
    sqlite3 *db = lockdown_open(path, error);
    if (!db)
        return NULL;
    struct edition *edition = g_new0(struct edition, 1);
    *edition = (struct edition){
        .db = db,
        .arena = arena_new(),
        .asking = asking,
        .find_column = find_column,
        .statements = g_hash_table_new(g_str_hash, g_str_equal),
        .prepared = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, prepared_free),
        .dictionaries = g_hash_table_new(g_str_hash, g_str_equal),
        .shapes = g_hash_table_new(g_str_hash, g_str_equal),
    };
    if (read_stamp(edition, error) && teach(edition, error) && lockdown_close(db, &asking->deadline, error))
        return edition;
    edition_free(edition);
    return NULL;
}

void edition_free(struct edition *edition)
{
    if (!edition)
        return;
    g_hash_table_unref(edition->shapes);
    g_hash_table_unref(edition->dictionaries);
    g_hash_table_unref(edition->prepared);
    g_hash_table_unref(edition->statements);
    sqlite3_close(edition->db);
    arena_free(edition->arena);
    g_free(edition);
}

void edition_limit(const struct edition *edition, sqlite3 *db)
{
    lockdown_limit(db, &edition->asking->deadline);
}

const char *edition_path(const struct edition *edition)
{
    return sqlite3_db_filename(edition->db, "main");
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

static gboolean is_idle(gpointer key, gpointer prepared, gpointer unused)
{
    (void)key, (void)unused;
    return !prepared_is_held(prepared);
}

/* The prepared statement for this set of bound names, made on first use. */
static struct prepared *find_prepared(const struct edition *edition, const struct query *query, GError **error)
{
    const struct statement *statement = find_statement(edition, query->statement, error);
    if (!statement)
        return NULL;
    g_autoptr(GString) key = g_string_new(query->statement);
    append_part(key, query->sort ? query->sort : "");
    for (size_t i = 0; i < query->n_bindings; i++)
        if (query->bindings[i].value.kind != CELL_NULL)
            append_part(key, query->bindings[i].name);
    struct prepared *prepared = g_hash_table_lookup(edition->prepared, key->str);
    if (prepared)
        return prepared;
    if (g_hash_table_size(edition->prepared) >= PREPARED_MAX)
        g_hash_table_foreach_remove(edition->prepared, is_idle, NULL); /* odd questions must not fill memory */
    prepared = prepare(edition, statement, count_bound, query, query->sort, error);
    if (prepared)
        g_hash_table_insert(edition->prepared, g_strdup(key->str), prepared);
    return prepared;
}

struct result *store_run(const struct edition *edition, struct arena *arena, const struct query *query, GError **error)
{
    struct prepared *prepared = find_prepared(edition, query, error);
    if (!prepared)
        return NULL;
    bool is_bound = prepared_bind(prepared, query->bindings, query->n_bindings, error);
    struct result *result = is_bound ? prepared_read(arena, prepared, SIZE_MAX, error) : NULL;
    prepared_end(prepared);
    return result;
}

const struct result *store_dictionary(const struct edition *edition, const char *name, GError **error)
{
    struct result *known = g_hash_table_lookup(edition->dictionaries, name);
    if (known)
        return known;
    struct result *rows = store_run(edition, edition->arena, &(struct query){.statement = name}, error);
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
        struct result *batch = prepared_read(arena, prepared, STORE_BATCH, error);
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
    struct prepared *prepared = find_prepared(edition, query, error);
    if (!prepared)
        return false;
    struct arena *arena = arena_new();
    prepared_hold(prepared, true);
    bool done = prepared_bind(prepared, query->bindings, query->n_bindings, error) &&
                take_batches(prepared, arena, take, self, error);
    prepared_hold(prepared, false);
    arena_free(arena);
    prepared_end(prepared);
    return done;
}

struct result *store_shape(const struct edition *edition, struct arena *arena, const char *name, GError **error)
{
    const struct statement *statement = find_statement(edition, name, error);
    const struct result *shape = statement ? find_shape(edition, statement, error) : NULL;
    return shape ? result_new(arena, shape->name, shape->columns, shape->n_columns) : NULL;
}

bool store_reads(const struct edition *edition, const char *name, const char *parameter)
{
    const struct statement *statement = find_statement(edition, name, NULL);
    return statement && statement_reads(statement, parameter);
}

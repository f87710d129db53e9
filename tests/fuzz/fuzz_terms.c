/* Any text to what is searched for, in English and in Spanish. Whatever is typed, the expression is no syntax error in
 * an FTS5 table like those of an edition, nor is any three-letter part of a word; the lists of words and of what the
 * reader says are JSON and belong together; and a record with just these terms is found by them. */
#include "app/search.h"
#include "store/terms.h"

#include <stdint.h>
#include <string.h>

static const char tables[] =
    "CREATE VIRTUAL TABLE hit_search USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 2',"
    " prefix = '1 2 3 4', columnsize = 0);"
    "CREATE VIRTUAL TABLE word_search USING fts5 (word, content = '', tokenize = 'trigram', detail = none, columnsize "
    "= 0);";

static void run(sqlite3 *db, const char *sql)
{
    g_assert_cmpint(sqlite3_exec(db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static int64_t ask(sqlite3 *db, const char *sql, const char *first, const char *second)
{
    sqlite3_stmt *statement;
    g_assert_cmpint(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), ==, SQLITE_OK);
    sqlite3_bind_text(statement, 1, first, -1, SQLITE_STATIC);
    if (second)
        sqlite3_bind_text(statement, 2, second, -1, SQLITE_STATIC);
    int result = sqlite3_step(statement);
    if (result != SQLITE_ROW)
        g_error("%s: %s: %s", sql, first, sqlite3_errmsg(db));
    int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

static void check(sqlite3 *db, struct arena *arena, const struct catalog *words, const char *text)
{
    struct binding bindings[SEARCH_BINDINGS];
    search_bind(arena, words, text, bindings);
    const char *listed = bindings[SEARCH_WORDS].value.text, *said = bindings[SEARCH_SAID].value.text;
    const char *terms = bindings[SEARCH_TERMS].value.text, *match = bindings[SEARCH_MATCH].value.text;
    int64_t found = ask(db, "SELECT count(*) FROM hit_search WHERE hit_search MATCH ?1", match, NULL);
    g_assert_cmpint(ask(db, "SELECT json_array_length(?1)", listed, NULL), ==,
                    ask(db, "SELECT json_array_length(?1)", said, NULL));
    g_assert_cmpint(ask(db,
                        "SELECT count(*) FROM json_each(?1) w JOIN json_each(?2) s ON s.key = w.key"
                        " WHERE w.value = '' OR s.value = ''",
                        listed, said),
                    ==, 0);
    ask(db,
        "SELECT count(*) FROM json_each(?1) w, json_each('[1,2,3,4,5,6,7]') p"
        " JOIN word_search ON word_search MATCH '\"' || substr(w.value, p.value, 3) || '\"' WHERE p.value + 2 <= "
        "length(w.value)",
        listed, NULL);
    bool is_ascii = g_str_is_ascii(terms), is_asked = *terms != '\0';
    if (strcmp(catalog_language(words), "en") == 0 && is_ascii)
        g_assert_cmpint(found, ==, is_asked);
}

/* The record has the terms of TEXT and others. */
static void put_record(sqlite3 *db, const char *text)
{
    g_autoptr(GString) terms = g_string_new("other");
    terms_append(terms, text);
    ask(db, "INSERT INTO hit_search (rowid, words) VALUES (1, ?1) RETURNING rowid", terms->str, NULL);
}

/* Tables, made once. */
static sqlite3 *database(void)
{
    static sqlite3 *db;
    if (!db) {
        g_assert_cmpint(sqlite3_open(":memory:", &db), ==, SQLITE_OK);
        run(db, tables);
    }
    return db;
}

/* English or Spanish, read once. */
static const struct catalog *catalog(bool is_spanish)
{
    static struct catalog *opened[2];
    if (!opened[is_spanish])
        opened[is_spanish] =
            is_spanish ? catalog_open("es", "templates/messages/es.po", NULL) : catalog_open("en", NULL, NULL);
    g_assert_nonnull(opened[is_spanish]);
    return opened[is_spanish];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    g_autofree char *raw = g_strndup((const char *)data, size);
    g_autofree char *text = g_utf8_make_valid(raw, -1);
    sqlite3 *db = database();
    run(db, "BEGIN");
    put_record(db, text);
    check(db, arena, catalog(false), text);
    check(db, arena, catalog(true), text);
    run(db, "ROLLBACK");
    arena_free(arena);
    return 0;
}

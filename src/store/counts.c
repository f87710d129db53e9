/* An aggregate of SQL. Knows nothing of what is counted. */
#include "store/counts.h"

#include <glib.h>
#include <jansson.h>
#include <stdint.h>

/* Years and numbers of programs are counted without making text of each. */
enum { SMALL = 4096 };

struct counts {
    GHashTable *texts; /* -> int64_t; NULL: none yet */
    int64_t small[SMALL];
};

static void count_text(struct counts *counts, const char *value)
{
    if (!counts->texts)
        counts->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    int64_t *count = g_hash_table_lookup(counts->texts, value);
    if (!count)
        g_hash_table_insert(counts->texts, g_strdup(value), count = g_new0(int64_t, 1));
    ++*count;
}

static void count_value(sqlite3_context *context, int n, sqlite3_value **values)
{
    (void)n;
    struct counts *counts = sqlite3_aggregate_context(context, sizeof *counts);
    int type = sqlite3_value_type(values[0]);
    sqlite3_int64 number = type == SQLITE_INTEGER ? sqlite3_value_int64(values[0]) : -1;
    bool is_small = number >= 0 && number < SMALL;
    const char *text = type == SQLITE_NULL || is_small ? "" : (const char *)sqlite3_value_text(values[0]);
    if (!counts || !text)
        sqlite3_result_error_nomem(context);
    else if (is_small)
        counts->small[number]++;
    else if (type != SQLITE_NULL)
        count_text(counts, text);
}

static void tell_small(const struct counts *counts, json_t *object)
{
    char name[8];
    for (int i = 0; i < SMALL; i++)
        if (counts->small[i]) {
            g_snprintf(name, sizeof name, "%d", i);
            json_object_set_new(object, name, json_integer(counts->small[i]));
        }
}

/* SQLite calls it for a statement that ends early too. */
static void tell_counts(sqlite3_context *context)
{
    struct counts *counts = sqlite3_aggregate_context(context, 0);
    json_t *object = json_object();
    GHashTableIter each;
    void *value, *count;
    if (counts)
        tell_small(counts, object);
    if (counts && counts->texts) {
        g_hash_table_iter_init(&each, counts->texts);
        while (g_hash_table_iter_next(&each, &value, &count))
            json_object_set_new(object, value, json_integer(*(int64_t *)count));
        g_hash_table_destroy(counts->texts);
    }
    char *text = json_dumps(object, JSON_COMPACT);
    json_decref(object);
    if (text)
        sqlite3_result_text(context, text, -1, free);
    else
        sqlite3_result_error_nomem(context);
}

bool counts_register(sqlite3 *db)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(db, "counts_of", 1, flags, NULL, NULL, count_value, tell_counts, NULL) ==
           SQLITE_OK;
}

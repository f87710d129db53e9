/* An aggregate of SQL. Knows nothing of what is counted. */
#include "store/counts.h"

#include <glib.h>
#include <jansson.h>
#include <stdint.h>

/* Years and numbers of programs are counted without making text of each. */
enum { SMALL = 4096 };

/* How many rows have each value of one column, or what these come to. */
struct counts {
    GHashTable *texts; /* -> int64_t; NULL: none yet */
    int64_t small[SMALL];
};

/* Of all columns that are counted. The names are those of the last row. */
struct aggregate {
    int n;
    char *names[COUNTS_MOST];
    struct counts *counts[COUNTS_MOST];
};

/* The sum of the rows with that text. */
static int64_t *sum_of_text(struct counts *counts, const char *value)
{
    if (!counts->texts)
        counts->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    int64_t *sum = g_hash_table_lookup(counts->texts, value);
    if (!sum)
        g_hash_table_insert(counts->texts, g_strdup(value), sum = g_new0(int64_t, 1));
    return sum;
}

/* False: no memory for its text, or a sum too large. */
static bool count_value(struct counts *counts, sqlite3_value *value, int64_t more)
{
    int type = sqlite3_value_type(value);
    sqlite3_int64 number = type == SQLITE_INTEGER ? sqlite3_value_int64(value) : -1;
    bool is_small = number >= 0 && number < SMALL;
    const char *text = type == SQLITE_NULL || is_small ? "" : (const char *)sqlite3_value_text(value);
    if (!text || type == SQLITE_NULL)
        return text != NULL;
    int64_t *sum = is_small ? &counts->small[number] : sum_of_text(counts, text);
    return !__builtin_add_overflow(*sum, more, sum);
}

/* Arguments that belong together: name and value; and what to add. */
enum { COUNTED = 2, SUMMED = 3 };
static const int counted = COUNTED, summed = SUMMED;

static bool begin(struct aggregate *aggregate, int n, int each, sqlite3_value **arguments)
{
    if (n % each || n / each > COUNTS_MOST)
        return false;
    for (int i = 0; i < n / each; i++) {
        aggregate->names[i] = g_strdup((const char *)sqlite3_value_text(arguments[each * i]));
        aggregate->counts[i] = g_new0(struct counts, 1);
    }
    aggregate->n = n / each;
    return true;
}

static void count_row(sqlite3_context *context, int n, sqlite3_value **arguments)
{
    const int each = *(const int *)sqlite3_user_data(context);
    struct aggregate *aggregate = sqlite3_aggregate_context(context, sizeof *aggregate);
    bool done = aggregate && (aggregate->n || begin(aggregate, n, each, arguments));
    for (int i = 0; done && i < aggregate->n; i++)
        done = count_value(aggregate->counts[i], arguments[each * i + 1],
                           each == SUMMED ? sqlite3_value_int64(arguments[each * i + 2]) : 1);
    if (!aggregate)
        sqlite3_result_error_nomem(context);
    else if (!done)
        sqlite3_result_error(context, "counts_of or sums_of: a name without a value, too many, or too large a sum", -1);
}

static json_t *tell_counts(const struct counts *counts)
{
    json_t *object = json_object();
    GHashTableIter each;
    void *value, *count;
    char name[8];
    for (int i = 0; i < SMALL; i++)
        if (counts->small[i]) {
            g_snprintf(name, sizeof name, "%d", i);
            json_object_set_new(object, name, json_integer(counts->small[i]));
        }
    if (counts->texts) {
        g_hash_table_iter_init(&each, counts->texts);
        while (g_hash_table_iter_next(&each, &value, &count))
            json_object_set_new(object, value, json_integer(*(int64_t *)count));
    }
    return object;
}

static void end(struct aggregate *aggregate)
{
    for (int i = 0; i < aggregate->n; i++) {
        g_clear_pointer(&aggregate->counts[i]->texts, g_hash_table_destroy);
        g_free(aggregate->counts[i]);
        g_free(aggregate->names[i]);
    }
}

/* SQLite calls it for a statement that ends early too. */
static void tell(sqlite3_context *context)
{
    struct aggregate *aggregate = sqlite3_aggregate_context(context, 0);
    json_t *object = json_object();
    for (int i = 0; aggregate && i < aggregate->n; i++)
        json_object_set_new(object, aggregate->names[i], tell_counts(aggregate->counts[i]));
    if (aggregate)
        end(aggregate);
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
    return sqlite3_create_function_v2(db, "counts_of", -1, flags, (void *)(uintptr_t)&counted, NULL, count_row, tell,
                                      NULL) == SQLITE_OK &&
           sqlite3_create_function_v2(db, "sums_of", -1, flags, (void *)(uintptr_t)&summed, NULL, count_row, tell,
                                      NULL) == SQLITE_OK;
}

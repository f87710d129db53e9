/* A function of SQL. What it says stands in the statements and in the catalogue. */
#include "store/said.h"

enum { ARGUMENTS_MAX = 16 };

/* Of one connection. */
struct speaker {
    const struct asking *asking;
    struct arena *arena; /* of one call at a time */
};

/* The texts of the arguments, and NULL after them. False: there is nothing to say. */
static bool read_texts(sqlite3_context *context, int n, sqlite3_value **arguments, const char **texts)
{
    for (int i = 0; i < n; i++) {
        if (sqlite3_value_type(arguments[i]) == SQLITE_NULL)
            return false;
        texts[i] = (const char *)sqlite3_value_text(arguments[i]);
        if (!texts[i]) {
            sqlite3_result_error_nomem(context);
            return false;
        }
    }
    texts[n] = NULL;
    return true;
}

static void said(sqlite3_context *context, int n, sqlite3_value **arguments)
{
    const struct speaker *speaker = sqlite3_user_data(context);
    const char *texts[ARGUMENTS_MAX + 1];
    if (n % 2 == 0 || n > ARGUMENTS_MAX) {
        sqlite3_result_error(context, "said(form, name, value, ...): a name without a value, or too many", -1);
        return;
    }
    if (!read_texts(context, n, arguments, texts))
        return;
    const char *words = catalog_fill(speaker->arena, speaker->asking->catalog, texts[0], texts + 1);
    sqlite3_result_text(context, words, -1, SQLITE_TRANSIENT);
    arena_reset(speaker->arena);
}

static void speaker_free(void *self)
{
    struct speaker *speaker = self;
    arena_free(speaker->arena);
    g_free(speaker);
}

/* Not deterministic: another asker may speak another language. */
bool said_register(sqlite3 *db, const struct asking *asking)
{
    struct speaker *speaker = g_new(struct speaker, 1);
    *speaker = (struct speaker){asking, arena_new()};
    return sqlite3_create_function_v2(db, "said", -1, SQLITE_UTF8 | SQLITE_INNOCUOUS, speaker, said, NULL, NULL,
                                      speaker_free) == SQLITE_OK; /* which frees it when it fails, too */
}

/* Functions of SQL. What they say stands in the statements, in the declarations of columns and in the catalogue. */
#include "store/said.h"

enum { ARGUMENTS_MAX = 16 };

/* Of one connection. */
struct speaker {
    const struct asking *asking;
    column_finder *find_column;
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

static void label_of(sqlite3_context *context, int n, sqlite3_value **arguments)
{
    const struct speaker *speaker = sqlite3_user_data(context);
    const char *texts[ARGUMENTS_MAX + 1];
    if (!read_texts(context, n, arguments, texts))
        return;
    const struct column *column = speaker->find_column(texts[0]);
    if (!column || !column->choices) {
        sqlite3_result_error(context, "label_of(column, code): no column of codes", -1);
        return;
    }
    const char *label = catalog_text(speaker->asking->catalog, choice_label(column->choices, texts[1]));
    sqlite3_result_text(context, label, -1, SQLITE_TRANSIENT);
}

static void speaker_free(void *self)
{
    struct speaker *speaker = self;
    arena_free(speaker->arena);
    g_free(speaker);
}

static const struct {
    const char *name;
    int n_arguments; /* -1: any number */
    void (*say)(sqlite3_context *, int, sqlite3_value **);
} functions[] = {{"said", -1, said}, {"label_of", 2, label_of}};

/* Not deterministic: another asker may speak another language. SQLite frees a speaker, also when it takes none. */
bool said_register(sqlite3 *db, const struct asking *asking, column_finder *find_column)
{
    bool ok = true;
    for (size_t i = 0; ok && i < G_N_ELEMENTS(functions); i++) {
        struct speaker *speaker = g_new(struct speaker, 1);
        *speaker = (struct speaker){asking, find_column, arena_new()};
        ok = sqlite3_create_function_v2(db, functions[i].name, functions[i].n_arguments, SQLITE_UTF8 | SQLITE_INNOCUOUS,
                                        speaker, functions[i].say, NULL, NULL, speaker_free) == SQLITE_OK;
    }
    return ok;
}

/* Messages by id. The .po file is read once, at start, by gettext's own reader. */
#include "base/catalog.h"

#include <gettext-po.h>
#include <string.h>

struct catalog {
    char *language;
    GHashTable *texts; /* id -> translation; NULL in English */
};

static void on_error(int severity, po_message_t message, const char *file, size_t line, size_t column, int multiline,
                     const char *text)
{
    (void)message, (void)multiline, (void)column;
    if (severity == PO_SEVERITY_FATAL_ERROR)
        g_error("%s:%zu: %s", file ? file : "catalogue", line, text);
    g_warning("%s:%zu: %s", file ? file : "catalogue", line, text);
}

static void on_error_pair(int severity, po_message_t first, const char *file, size_t line, size_t column, int multiline,
                          const char *text, po_message_t second, const char *file2, size_t line2, size_t column2,
                          int multiline2, const char *text2)
{
    (void)second, (void)file2, (void)line2, (void)column2, (void)multiline2, (void)text2;
    on_error(severity, first, file, line, column, multiline, text);
}

static void read_messages(struct catalog *catalog, po_file_t file)
{
    po_message_iterator_t each = po_message_iterator(file, NULL);
    for (po_message_t message; (message = po_next_message(each));) {
        const char *id = po_message_msgid(message);
        const char *text = po_message_msgstr(message);
        if (*id && *text && !po_message_is_fuzzy(message) && !po_message_is_obsolete(message))
            g_hash_table_insert(catalog->texts, g_strdup(id), g_strdup(text));
    }
    po_message_iterator_free(each);
}

struct catalog *catalog_open(const char *language, const char *path, GError **error)
{
    struct catalog *catalog = g_new0(struct catalog, 1);
    catalog->language = g_strdup(language);
    if (!path)
        return catalog;
    const struct po_xerror_handler handler = {.xerror = on_error, .xerror2 = on_error_pair};
    po_file_t file = po_file_read(path, &handler);
    if (!file) {
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot read the message catalogue", path);
        catalog_free(catalog);
        return NULL;
    }
    catalog->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    read_messages(catalog, file);
    po_file_free(file);
    return catalog;
}

void catalog_free(struct catalog *catalog)
{
    if (!catalog)
        return;
    g_clear_pointer(&catalog->texts, g_hash_table_unref);
    g_free(catalog->language);
    g_free(catalog);
}

const char *catalog_language(const struct catalog *catalog)
{
    return catalog->language;
}

const char *catalog_text(const struct catalog *catalog, const char *id)
{
    const char *text = id && catalog && catalog->texts ? g_hash_table_lookup(catalog->texts, id) : NULL;
    return text ? text : id;
}

/* Finds the value for the NAME between braces among the pairs. */
static const char *pair_value(const char *const *pairs, const char *name, size_t length)
{
    for (; *pairs; pairs += 2)
        if (strlen(*pairs) == length && memcmp(*pairs, name, length) == 0)
            return pairs[1];
    return NULL;
}

/* Goes over FORM with its values put in: writes to OUT unless it is NULL, gives the length. */
static size_t fill(const char *form, const char *const *pairs, char *out)
{
    size_t length = 0;
    while (*form) {
        const char *end = *form == '{' ? strchr(form, '}') : NULL;
        const char *value = end ? pair_value(pairs, form + 1, (size_t)(end - form - 1)) : NULL;
        const char *part = value ? value : form;
        size_t size = value ? strlen(value) : 1 + strcspn(form + 1, "{");
        if (out)
            memcpy(out + length, part, size);
        length += size;
        form = value ? end + 1 : form + size;
    }
    return length;
}

char *catalog_fill(struct arena *arena, const struct catalog *catalog, const char *id, const char *const *pairs)
{
    const char *form = catalog_text(catalog, id);
    char *text = arena_alloc(arena, fill(form, pairs, NULL) + 1);
    fill(form, pairs, text);
    return text;
}

char *catalog_format(struct arena *arena, const struct catalog *catalog, const char *id, ...)
{
    enum { WORDS_MAX = 24 };
    const char *pairs[WORDS_MAX + 1];
    size_t n = 0;
    va_list given;
    va_start(given, id);
    for (const char *word; (word = va_arg(given, const char *));) {
        g_assert(n + 2 <= WORDS_MAX);
        pairs[n++] = word;
        pairs[n++] = va_arg(given, const char *);
    }
    va_end(given);
    pairs[n] = NULL;
    return catalog_fill(arena, catalog, id, pairs);
}

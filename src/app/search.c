/* Words to an FTS5 expression: operators are words here. */
#include "app/search.h"

#include <stdbool.h>
#include <string.h>

enum { WORDS_MAX = 8, PREFIX_MIN = 3 };

static bool has_letter(const char *word)
{
    for (; *word; word = g_utf8_next_char(word))
        if (g_unichar_isalnum(g_utf8_get_char(word)))
            return true;
    return false;
}

const char *search_match(struct arena *arena, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    g_autoptr(GString) match = g_string_new(NULL);
    const char *last = NULL;
    size_t count = 0;
    for (char **word = words; *word && count < WORDS_MAX; word++) {
        g_strdelimit(*word, "\"", ' ');
        if (!has_letter(*word))
            continue;
        g_string_append_printf(match, "%s\"%s\"", count++ ? " " : "", *word);
        last = *word;
    }
    if (last && g_utf8_strlen(last, -1) >= PREFIX_MIN)
        g_string_append_c(match, '*');
    return count ? arena_strdup(arena, match->str) : "\"\"";
}

/* Lower case, marks taken off; NULL when nothing is left. */
static char *fold(const char *word)
{
    g_autofree char *lower = g_utf8_strdown(word, -1);
    g_autofree char *apart = g_utf8_normalize(lower, -1, G_NORMALIZE_NFD);
    g_autoptr(GString) plain = g_string_new(NULL);
    for (const char *at = apart; at && *at; at = g_utf8_next_char(at))
        if (g_unichar_isalnum(g_utf8_get_char(at)))
            g_string_append_unichar(plain, g_utf8_get_char(at));
    return plain->len ? g_strdup(plain->str) : NULL;
}

const char *search_words(struct arena *arena, const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \"'-,.", -1);
    g_autoptr(GString) json = g_string_new("[");
    size_t count = 0;
    for (char **word = words; *word && count < WORDS_MAX; word++) {
        g_autofree char *plain = fold(*word);
        if (plain) /* letters and digits: nothing that JSON would escape */
            g_string_append_printf(json, "%s\"%s\"", count++ ? "," : "", plain);
    }
    g_string_append_c(json, ']');
    return arena_strdup(arena, json->str);
}

/* Words to an FTS5 expression: operators are words here. */
#include "app/search.h"

#include "store/terms.h"

#include <stdbool.h>

enum { TERMS_MAX = 32, PREFIX_MIN = 3 };

/* Is what begins with TERM meant too? */
static bool is_begun(const char *term, bool is_last)
{
    glong length = g_utf8_strlen(term, -1);
    return (length == 1 && g_unichar_isalpha(g_utf8_get_char(term))) || (is_last && length >= PREFIX_MIN);
}

struct search search_of(struct arena *arena, const char *text)
{
    g_autoptr(GString) terms = g_string_new(NULL);
    g_autoptr(GString) match = g_string_new(NULL);
    g_autoptr(GString) words = g_string_new("[");
    terms_append(terms, text);
    g_auto(GStrv) each = g_strsplit(terms->str, " ", -1);
    for (size_t i = 0; each[i] && i < TERMS_MAX; i++) { /* letters and digits: nothing that either would escape */
        g_string_append_printf(match, "%s\"%s\"%s", i ? " " : "", each[i], is_begun(each[i], !each[i + 1]) ? "*" : "");
        g_string_append_printf(words, "%s\"%s\"", i ? "," : "", each[i]);
    }
    g_string_append_c(words, ']');
    return (struct search){arena_strdup(arena, terms->str), match->len ? arena_strdup(arena, match->str) : "\"\"",
                           arena_strdup(arena, words->str)};
}

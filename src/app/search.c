/* Words to an FTS5 expression: operators are words here. */
#include "app/search.h"

#include "app/vocabulary.h"
#include "store/terms.h"

#include <stdbool.h>
#include <string.h>

enum { TERMS_MAX = 32, PREFIX_MIN = 3 };

/* Is what begins with TERM meant too? */
static bool is_begun(const char *term, bool is_last)
{
    glong length = g_utf8_strlen(term, -1);
    return (length == 1 && g_unichar_isalpha(g_utf8_get_char(term))) || (is_last && length >= PREFIX_MIN);
}

/* " terms of text ": so that a name is replaced as whole words. */
static GString *padded_terms(const char *text)
{
    g_autoptr(GString) terms = g_string_new(NULL);
    terms_append(terms, text);
    GString *padded = g_string_new(NULL);
    g_string_printf(padded, " %s ", terms->str);
    return padded;
}

/* The terms of TEXT, a state that is named in the catalogue's language by the name that the register has. */
static char *known_terms(const struct catalog *catalog, const char *text)
{
    g_autoptr(GString) terms = padded_terms(text);
    for (const struct choice *state = states; state->value; state++) {
        const char *name = catalog_text(catalog, state->label);
        if (strcmp(name, state->label) == 0)
            continue;
        g_autoptr(GString) said = padded_terms(name);
        g_autoptr(GString) known = padded_terms(state->label);
        g_string_replace(terms, said->str, known->str, 0);
    }
    return g_strdup(g_strstrip(terms->str));
}

struct search search_of(struct arena *arena, const struct catalog *catalog, const char *text)
{
    g_autofree char *terms = known_terms(catalog, text);
    g_autoptr(GString) match = g_string_new(NULL);
    g_autoptr(GString) words = g_string_new("[");
    g_auto(GStrv) each = g_strsplit(terms, " ", -1);
    for (size_t i = 0; each[i] && i < TERMS_MAX; i++) { /* letters and digits: nothing that either would escape */
        g_string_append_printf(match, "%s\"%s\"%s", i ? " " : "", each[i], is_begun(each[i], !each[i + 1]) ? "*" : "");
        g_string_append_printf(words, "%s\"%s\"", i ? "," : "", each[i]);
    }
    g_string_append_c(words, ']');
    return (struct search){arena_strdup(arena, terms), match->len ? arena_strdup(arena, match->str) : "\"\"",
                           arena_strdup(arena, words->str)};
}

/* Words to an FTS5 expression: operators are words here. */
#include "app/search.h"

#include "app/parameters.h"
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

/* What is searched for by its name in the catalogue's language, where it has one of its own there. */
static const struct choice *const told[] = {states, demand_kinds};

/* Which of the choices is named at AT, the space before a term; NULL: none; *end: the space after it. */
static const struct choice *choice_said(const struct choice *choice, const struct catalog *catalog, const char *at,
                                        const char **end)
{
    for (; choice->value; choice++) {
        const char *name = catalog_text(catalog, choice->label);
        if (strcmp(name, choice->label) == 0)
            continue;
        g_autoptr(GString) said = padded_terms(name);
        *end = at + said->len - 1;
        if (g_str_has_prefix(at, said->str))
            return choice;
    }
    return NULL;
}

static const struct choice *name_said(const struct catalog *catalog, const char *at, const char **end)
{
    const struct choice *said = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(told) && !said; i++)
        said = choice_said(told[i], catalog, at, end);
    if (!said)
        *end = at + 1 + strcspn(at + 1, " ");
    return said;
}

struct search_text {
    GString *terms, *match, *words, *said;
    size_t n;
};

/* KNOWN is a term of the register, SAID the reader's words for it; both letters and digits: nothing to be escaped. */
static void add_term(struct search_text *search, const char *known, bool is_last, const char *said)
{
    const char *between = search->n ? "," : "", *space = search->n ? " " : "";
    g_string_append_printf(search->terms, "%s%s", space, known);
    if (++search->n > TERMS_MAX)
        return;
    g_string_append_printf(search->match, "%s\"%s\"%s", space, known, is_begun(known, is_last) ? "*" : "");
    g_string_append_printf(search->words, "%s\"%s\"", between, known);
    g_string_append_printf(search->said, "%s\"%s\"", between, said);
}

/* The terms of KNOWN, for which the reader says SAID; AFTER: what the reader says after them. */
static void add_terms(struct search_text *search, const char *known, const char *said, const char *after)
{
    g_auto(GStrv) each = g_strsplit(known, " ", -1);
    for (size_t i = 0; each[i]; i++)
        add_term(search, each[i], !each[i + 1] && !*after, said);
}

/* What the register has of a fiscal year for SAID: its sign, in whatever language; the year that two digits after the
 * sign stand for. Else SAID. */
static const char *year_said(struct arena *arena, const struct catalog *catalog, const struct search_text *search,
                             const char *said)
{
    const char *space = strrchr(search->terms->str, ' '), *before = space ? space + 1 : search->terms->str;
    int64_t year;
    if (g_ascii_strcasecmp(said, catalog_text(catalog, parameter_fy.sign)) == 0)
        return "fy";
    if (strlen(said) != 2 || !g_ascii_isdigit(*said) || !g_ascii_isalpha(*before) ||
        !parameter_number(catalog, &parameter_fy, arena_concat(arena, before, said, NULL), &year))
        return said;
    return arena_printf(arena, "%" G_GINT64_FORMAT, year);
}

/* Adds what stands at AT, which is the space before a term: a name that is told, or one term. The space after it. */
static const char *add_next(struct arena *arena, const struct catalog *catalog, struct search_text *search,
                            const char *at)
{
    const char *end;
    const struct choice *name = name_said(catalog, at, &end);
    g_autofree char *said = g_strndup(at + 1, (size_t)(end - at - 1));
    g_autoptr(GString) known = g_string_new(NULL);
    if (name)
        terms_append(known, name->label);
    add_terms(search, name ? known->str : year_said(arena, catalog, search, said), said, end + 1);
    return end;
}

void search_bind(struct arena *arena, const struct catalog *catalog, const char *text,
                 struct binding bindings[SEARCH_BINDINGS])
{
    g_autoptr(GString) asked = padded_terms(text), terms = g_string_new(NULL), match = g_string_new(NULL);
    g_autoptr(GString) words = g_string_new("["), said = g_string_new("[");
    struct search_text search = {terms, match, words, said, 0};
    for (const char *at = asked->str; at[1] && at[1] != ' ';)
        at = add_next(arena, catalog, &search, at);
    g_string_append_c(words, ']');
    g_string_append_c(said, ']');
    const char *expression = match->len ? arena_strdup(arena, match->str) : "\"\"";
    bindings[SEARCH_TERMS] = (struct binding){"terms", cell_text(arena_strdup(arena, terms->str))};
    bindings[SEARCH_MATCH] = (struct binding){"match", cell_text(expression)};
    bindings[SEARCH_WORDS] = (struct binding){"words", cell_text(arena_strdup(arena, words->str))};
    bindings[SEARCH_SAID] = (struct binding){"said", cell_text(arena_strdup(arena, said->str))};
}

/* Cuts text into words of normal form. */
#include "import/tokens.h"

#include <string.h>

/* Written in many ways; the normal form is the second. */
static const struct {
    const char *from, *to;
} forms[] = {
    {"saint", "st"},
    {"sainte", "ste"},
    {"mount", "mt"},
    {"fort", "ft"},
    {"cnty", "county"},
    {"twp", "township"},
    {"vlg", "village"},
    {"boro", "borough"},
    {"dept", "department"},
    {"dpt", "department"},
    {"dep", "department"},
    {"govt", "government"},
    {"gov", "government"},
    {"comm", "commission"},
    {"commn", "commission"},
    {"bd", "board"},
    {"auth", "authority"},
    {"ofc", "office"},
    {"off", "office"},
    {"univ", "university"},
    {"sheriffs", "sheriff"},
    {"metropolitan", "metro"},
    {"municipal", "city"},
    {"corrs", "corrections"},
    {"correction", "corrections"},
    {"div", "division"},
    {"dist", "district"},
    {"sch", "school"},
    {"cty", "city"},
    {"commissioner", "commissioners"},
    {"depart", "department"},
};

static const char *normal_form(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (strcmp(forms[i].from, word) == 0)
            return forms[i].to;
    return word;
}

/* Lower-case ASCII without accents; what is in parentheses is left out. */
static GString *plain(const char *text)
{
    g_autofree char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
    GString *plain = g_string_new(NULL);
    int depth = 0;
    for (const char *at = apart ? apart : ""; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        depth += c == '(';
        if (depth == 0 && c < 128)
            g_string_append_c(plain, g_ascii_tolower((char)c));
        else if (depth == 0 && !g_unichar_ismark(c) && c != 0x2019 && c != 0x2018)
            g_string_append_c(plain, c >= 0x2010 && c <= 0x2015 ? '-' : '?');
        depth -= c == ')' && depth > 0;
    }
    return plain;
}

void tokens_split(struct arena *arena, const char *text, struct tokens *tokens)
{
    g_autoptr(GString) bare = plain(text);
    bool breaks = false, joins = false;
    *tokens = (struct tokens){0};
    g_autoptr(GString) word = g_string_new(NULL);
    for (const char *at = bare->str;; at++) {
        bool silent = *at == '\'' || *at == '.' || *at == '`';
        if (*at == '&')
            g_string_append(word, "and");
        else if (g_ascii_isalnum(*at))
            g_string_append_c(word, *at);
        if (silent || g_ascii_isalnum(*at))
            continue;
        if (word->len > 0 && tokens->n < TOKENS_MAX) {
            tokens->breaks[tokens->n] = breaks;
            tokens->joins[tokens->n] = joins;
            tokens->at[tokens->n++] = normal_form(arena_strdup(arena, word->str));
            breaks = joins = false;
        }
        g_string_truncate(word, 0);
        breaks |= *at == ',';
        joins |= *at == '-' || *at == '/';
        if (!*at)
            return;
    }
}

char *tokens_join(struct arena *arena, const struct tokens *tokens, size_t from, size_t to)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = from; i < to; i++)
        g_string_append_printf(text, "%s%s", i > from ? " " : "", tokens->at[i]);
    return arena_strndup(arena, text->str, text->len);
}

/* Whether PHRASE stands at position I of the tokens. *length: how many words it has. */
static bool stands_at(const struct tokens *tokens, size_t i, const char *phrase, size_t *length)
{
    *length = 0;
    for (const char *at = phrase; *at; at += strspn(at, " ")) {
        size_t n = strcspn(at, " ");
        const char *word = i + *length < tokens->n ? tokens->at[i + *length] : "";
        if (strlen(word) != n || memcmp(word, at, n) != 0)
            return false;
        ++*length;
        at += n;
    }
    return *length > 0;
}

size_t tokens_find(const struct tokens *tokens, const char *phrase)
{
    size_t length;
    for (size_t i = 0; i < tokens->n; i++)
        if (stands_at(tokens, i, phrase, &length))
            return i;
    return SIZE_MAX;
}

bool tokens_have_any(const struct tokens *tokens, const char *const *phrases)
{
    for (; *phrases; phrases++)
        if (tokens_find(tokens, *phrases) != SIZE_MAX)
            return true;
    return false;
}

void tokens_drop(struct tokens *tokens, size_t from, size_t n)
{
    for (size_t i = from; i + n < tokens->n; i++) {
        tokens->at[i] = tokens->at[i + n];
        tokens->breaks[i] = tokens->breaks[i + n];
        tokens->joins[i] = tokens->joins[i + n];
    }
    tokens->n -= n;
}

bool tokens_take(struct tokens *tokens, const char *phrase)
{
    size_t at = tokens_find(tokens, phrase), length;
    if (at == SIZE_MAX || !stands_at(tokens, at, phrase, &length))
        return false;
    tokens_drop(tokens, at, length);
    return true;
}

bool tokens_take_front(struct tokens *tokens, const char *phrase)
{
    size_t length;
    if (!stands_at(tokens, 0, phrase, &length) || length == tokens->n)
        return false;
    tokens_drop(tokens, 0, length);
    return true;
}

bool tokens_take_back(struct tokens *tokens, const char *phrase)
{
    size_t length;
    for (size_t i = 1; i < tokens->n; i++)
        if (stands_at(tokens, i, phrase, &length) && i + length == tokens->n) {
            tokens->n = i;
            return true;
        }
    return false;
}

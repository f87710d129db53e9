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
        if (forms[i].from[0] == word[0] && strcmp(forms[i].from, word) == 0)
            return forms[i].to;
    return word;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
}

/* Lower-case ASCII without accents; what is in parentheses is left out. */
static char *plain(struct arena *arena, const char *text)
{
    bool is_ascii = g_str_is_ascii(text);
    g_autofree char *apart = is_ascii ? NULL : g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
    const char *from = is_ascii ? text : apart ? apart : "";
    char *plain = arena_room(arena, strlen(from) + 1, 1), *to = plain;
    int depth = 0;
    for (const char *at = from; *at; at = *at & 0x80 ? g_utf8_next_char(at) : at + 1) {
        gunichar c = *at & 0x80 ? g_utf8_get_char(at) : (gunichar)*at;
        depth += c == '(';
        if (depth == 0 && c < 128)
            *to++ = lower((char)c);
        else if (depth == 0 && !g_unichar_ismark(c) && c != 0x2019 && c != 0x2018)
            *to++ = c >= 0x2010 && c <= 0x2015 ? '-' : '?';
        depth -= c == ')' && depth > 0;
    }
    *to = '\0';
    return plain;
}

static void add_word(struct tokens *tokens, const char *word, bool breaks, bool joins)
{
    tokens->breaks[tokens->n] = breaks;
    tokens->joins[tokens->n] = joins;
    tokens->at[tokens->n] = normal_form(word);
    tokens->initials |= tokens_initial(tokens->at[tokens->n++]);
}

void tokens_split(struct arena *arena, const char *text, struct tokens *tokens)
{
    const char *bare = plain(arena, text);
    char *word = arena_room(arena, strlen(bare) + 1, sizeof "and"), *to = word;
    bool breaks = false, joins = false;
    tokens->n = tokens->initials = 0;
    for (const char *at = bare;; at++) {
        if (*at == '&')
            to = stpcpy(to, "and");
        else if (g_ascii_isalnum(*at))
            *to++ = *at;
        if (g_ascii_isalnum(*at) || *at == '\'' || *at == '.' || *at == '`')
            continue;
        *to = '\0';
        if (to > word && tokens->n < TOKENS_MAX) {
            add_word(tokens, word, breaks, joins);
            breaks = joins = false;
            word = to + 1;
        }
        to = word;
        breaks |= *at == ',';
        joins |= *at == '-' || *at == '/';
        if (!*at)
            return;
    }
}

char *tokens_join(struct arena *arena, const struct tokens *tokens, size_t from, size_t to)
{
    size_t length = 1;
    for (size_t i = from; i < to; i++)
        length += strlen(tokens->at[i]) + 1;
    char *text = arena_room(arena, length, 1), *end = text;
    for (size_t i = from; i < to; i++) {
        if (i > from)
            *end++ = ' ';
        end = stpcpy(end, tokens->at[i]);
    }
    *end = '\0';
    return text;
}

/* As stands_at, of a phrase whose first letter stands there. */
static bool goes_on_at(const struct tokens *tokens, size_t i, const char *phrase, size_t *length)
{
    for (size_t n = 1; i < tokens->n; i++, n++, phrase++) {
        const char *word = tokens->at[i];
        for (; *word && *word == *phrase; word++)
            phrase++;
        if (*word || (*phrase && *phrase != ' '))
            return false;
        *length = n;
        if (!*phrase)
            return true;
    }
    return false;
}

/* Whether PHRASE stands at position I of the tokens. *length: how many words it has. */
static inline bool stands_at(const struct tokens *tokens, size_t i, const char *phrase, size_t *length)
{
    return i < tokens->n && tokens->at[i][0] == phrase[0] && goes_on_at(tokens, i, phrase, length);
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
        if (tokens_may_have(tokens, *phrases) && tokens_find(tokens, *phrases) != SIZE_MAX)
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

/* Reads the tokens of an HTML page that templates wrote: whole tags, five kinds of entities, no scripts. Must not know
 * what any element means. */
#include "report/markup.h"

#include "base/append.h"

#include <string.h>

bool slice_is(const struct slice *slice, const char *text)
{
    return strlen(text) == slice->length && memcmp(slice->at, text, slice->length) == 0;
}

bool markup_fail(const struct markup *markup, GError **error, const char *what, const struct slice *name)
{
    int line = 1;
    for (const char *at = markup->start; at < markup->at; at++)
        line += *at == '\n';
    g_autofree char *shown = g_utf8_make_valid(name ? name->at : "", name ? (gssize)MIN(name->length, 40) : 0);
    g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "report page, line %d: %s%s%s", line, what, name ? " " : "",
                shown);
    return false;
}

static const char *find(const struct markup *markup, const char *text)
{
    return memmem(markup->at, (size_t)(markup->end - markup->at), text, strlen(text));
}

/* The end of a tag, outside its quoted values. */
static const char *tag_end(const struct markup *markup)
{
    char quote = '\0';
    for (const char *at = markup->at; at < markup->end; at++) {
        if (quote)
            quote = *at == quote ? '\0' : quote;
        else if (*at == '"' || *at == '\'')
            quote = *at;
        else if (*at == '>')
            return at;
    }
    return NULL;
}

bool markup_is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* At "<!": a comment or the document type. */
static bool skip_declaration(struct markup *markup, GError **error)
{
    bool is_comment = markup->end - markup->at >= 4 && memcmp(markup->at, "<!--", 4) == 0;
    const char *end = find(markup, is_comment ? "-->" : ">");
    if (!end)
        return markup_fail(markup, error, "a comment does not end", NULL);
    markup->at = end + (is_comment ? 3 : 1);
    return true;
}

static bool read_tag(struct markup *markup, struct token *token, GError **error)
{
    const char *end = tag_end(markup);
    if (!end)
        return markup_fail(markup, error, "a tag does not end", NULL);
    const char *at = markup->at + 1;
    token->kind = *at == '/' ? TOKEN_CLOSE : TOKEN_OPEN;
    at += token->kind == TOKEN_CLOSE;
    token->words.at = at;
    while (at < end && !markup_is_space(*at) && *at != '/')
        at++;
    token->words.length = (size_t)(at - token->words.at);
    token->is_empty = token->kind == TOKEN_OPEN && end[-1] == '/';
    const char *last = token->is_empty ? end - 1 : end;
    token->attributes = (struct slice){at, last > at ? (size_t)(last - at) : 0};
    if (token->words.length == 0)
        return markup_fail(markup, error, "a tag has no name", NULL);
    markup->at = end + 1;
    return true;
}

bool markup_next(struct markup *markup, struct token *token, GError **error)
{
    *token = (struct token){.kind = TOKEN_END};
    while (markup->end - markup->at >= 2 && markup->at[0] == '<' && markup->at[1] == '!')
        if (!skip_declaration(markup, error))
            return false;
    if (markup->at == markup->end)
        return true;
    if (*markup->at == '<')
        return read_tag(markup, token, error);
    const char *end = memchr(markup->at, '<', (size_t)(markup->end - markup->at));
    if (!end)
        end = markup->end;
    token->kind = TOKEN_TEXT;
    token->words = (struct slice){markup->at, (size_t)(end - markup->at)};
    markup->at = end;
    return true;
}

/* Reads a value after "=", quoted or not. */
static const char *read_value(const char *at, const char *end, struct slice *value)
{
    char quote = at < end && (*at == '"' || *at == '\'') ? *at++ : '\0';
    value->at = at;
    while (at < end && (quote ? *at != quote : !markup_is_space(*at)))
        at++;
    value->length = (size_t)(at - value->at);
    return quote && at < end ? at + 1 : at;
}

bool markup_attribute(const struct token *token, const char *name, struct slice *value)
{
    const char *at = token->attributes.at, *end = at + token->attributes.length;
    while (at < end) {
        while (at < end && markup_is_space(*at))
            at++;
        struct slice found = {at, 0};
        while (at < end && *at != '=' && !markup_is_space(*at))
            at++;
        found.length = (size_t)(at - found.at);
        *value = (struct slice){at, 0};
        if (at < end && *at == '=')
            at = read_value(at + 1, end, value);
        if (found.length && slice_is(&found, name))
            return true;
    }
    return false;
}

bool slice_has_word(const struct slice *list, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= list->length; i++)
        if (memcmp(list->at + i, word, length) == 0 && (i == 0 || markup_is_space(list->at[i - 1])) &&
            (i + length == list->length || markup_is_space(list->at[i + length])))
            return true;
    return false;
}

bool markup_has_class(const struct token *token, const char *word)
{
    struct slice value;
    return token->attributes.length && markup_attribute(token, "class", &value) && slice_has_word(&value, word);
}

static gunichar read_number(const char *digits, const char *end)
{
    bool is_hex = digits < end && (*digits == 'x' || *digits == 'X');
    gunichar number = 0;
    for (const char *at = digits + is_hex; at < end; at++) {
        int digit = is_hex ? g_ascii_xdigit_value(*at) : g_ascii_digit_value(*at);
        if (digit < 0 || number > 0x110000)
            return 0xFFFD;
        number = number * (is_hex ? 16 : 10) + (gunichar)digit;
    }
    return g_unichar_validate(number) && number >= ' ' ? number : 0xFFFD;
}

static void append_entity(GString *out, const char *name, const char *end)
{
    static const struct {
        const char *name;
        char character;
    } known[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    struct slice found = {name, (size_t)(end - name)};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (slice_is(&found, known[i].name)) {
            g_string_append_c(out, known[i].character);
            return;
        }
    g_string_append_unichar(out, name < end && *name == '#' ? read_number(name + 1, end) : 0xFFFD);
}

void markup_append(GString *out, struct slice text)
{
    const char *at = text.at, *end = at + text.length;
    while (at < end) {
        const char *mark = memchr(at, '&', (size_t)(end - at));
        const char *stop = mark ? memchr(mark, ';', (size_t)MIN(end - mark, 12)) : NULL;
        append_bytes(out, at, (size_t)((mark ? mark + !stop : end) - at));
        if (stop)
            append_entity(out, mark + 1, stop);
        at = stop ? stop + 1 : mark ? mark + 1 : end;
    }
}

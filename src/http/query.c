/* Percent-decoding and encoding. Every byte of a query that the program believes has passed through decode().
 * Must not know which names exist. */
#include "http/query.h"

#include "base/append.h"
#include "base/catalog.h"

#include <string.h>

enum { REPEATED_CHARACTERS = 80 };

static const char *const messages[] = {
    [QUERY_NAME] = N_("There is no field named ‘{label}’."),
    [QUERY_PERCENT] = N_("'{label}' has a percent sign that is not part of a code. Type the entry again."),
    [QUERY_CONTROL] = N_("'{label}' has a character that is not text, such as a tab or a line break. Take it out."),
    [QUERY_ENCODING] = N_("'{label}' has bytes that are not text in UTF-8. Type the entry again."),
    [QUERY_VALUE_LONG] = N_("'{label}' is too long. An entry can have at most 1,024 bytes."),
    [QUERY_LONG] = N_("This address is too long. After the question mark it can have at most 4,096 bytes."),
    [QUERY_MANY] = N_("This address has too many fields. It can have at most 32. Choose fewer filters."),
};
_Static_assert(HTTP_VALUE_MAX == 1024 && HTTP_QUERY_MAX == 4096 && HTTP_FIELDS_MAX == 32, "said in messages");

const char *query_message(enum query_problem problem)
{
    return messages[problem];
}

/* The byte that *AT stands for, or -1; moves *AT behind it. */
static int decode_byte(const char **at, const char *end)
{
    char byte = *(*at)++;
    if (byte == '+')
        return ' ';
    if (byte != '%')
        return (unsigned char)byte;
    if (end - *at < 2)
        return -1;
    int high = g_ascii_xdigit_value((*at)[0]);
    int low = g_ascii_xdigit_value((*at)[1]);
    *at += 2;
    return high < 0 || low < 0 ? -1 : high << 4 | low;
}

static enum query_problem decode(struct arena *arena, const char *from, const char *end, const char **text)
{
    char *bytes = arena_alloc(arena, (size_t)(end - from) + 1);
    size_t length = 0;
    *text = "";
    while (from < end) {
        int byte = decode_byte(&from, end);
        if (byte < 0)
            return QUERY_PERCENT;
        if (byte < 0x20 || byte == 0x7f)
            return QUERY_CONTROL;
        bytes[length++] = (char)byte;
    }
    if (!g_utf8_validate(bytes, (gssize)length, NULL))
        return QUERY_ENCODING;
    *text = bytes;
    return QUERY_OK;
}

static char *name_as_sent(struct arena *arena, const char *from, const char *end)
{
    char *name = arena_strndup(arena, from, MIN((size_t)(end - from), HTTP_NAME_MAX));
    for (char *at = name; *at; at++)
        if (!g_ascii_isgraph(*at))
            *at = '?';
    return name;
}

bool query_next(struct arena *arena, const char **at, struct query_pair *pair)
{
    const char *from = *at + strspn(*at, "&");
    const char *end = from + strcspn(from, "&");
    const char *name_end = from + strcspn(from, "&=");
    *at = end;
    if (from == end)
        return false;
    *pair = (struct query_pair){.field.value = ""};
    if (decode(arena, from, name_end, &pair->field.name) || strlen(pair->field.name) > HTTP_NAME_MAX) {
        pair->field.name = name_as_sent(arena, from, name_end);
        pair->problem = QUERY_NAME;
        return true;
    }
    pair->problem = decode(arena, name_end + (name_end < end), end, &pair->field.value);
    if (strlen(pair->field.value) > HTTP_VALUE_MAX)
        pair->problem = QUERY_VALUE_LONG;
    return true;
}

const char *http_query_first(struct arena *arena, const char *query, const char *name)
{
    if (strlen(query) > HTTP_QUERY_MAX)
        return NULL;
    for (struct query_pair pair; query_next(arena, &query, &pair);)
        if (strcmp(pair.field.name, name) == 0 && (pair.problem || *pair.field.value))
            return pair.problem ? NULL : pair.field.value;
    return NULL;
}

const char *http_query_without(struct arena *arena, const char *query, const char *name)
{
    g_autoptr(GString) rest = g_string_new(NULL);
    const char *from = query;
    for (struct query_pair pair; query_next(arena, &query, &pair); from = query)
        if (strcmp(pair.field.name, name) != 0)
            append_bytes(rest, from, (size_t)(query - from));
    return arena_strdup(arena, *rest->str == '&' ? rest->str + 1 : rest->str);
}

/* 1: the byte stands as it is. */
static const unsigned char plain[256] = {
    ['-'] = 1, ['.'] = 1, ['0' ... '9'] = 1, ['A' ... 'Z'] = 1, ['_'] = 1, ['a' ... 'z'] = 1, ['~'] = 1,
};

/* How many bytes at VALUE stand as they are. */
static size_t plain_length(const char *value, const char *keep)
{
    size_t length = 0;
    while (plain[(unsigned char)value[length]] || (value[length] && strchr(keep, value[length])))
        length++;
    return length;
}

void http_encode(GString *out, const char *value, const char *keep)
{
    for (;;) {
        size_t length = plain_length(value, keep);
        append_bytes(out, value, length);
        value += length;
        if (!*value)
            return;
        g_string_append_printf(out, "%%%02X", (unsigned char)*value++);
    }
}

const char *http_encoded(struct arena *arena, const char *value)
{
    if (!value[plain_length(value, "")])
        return value;
    g_autoptr(GString) encoded = g_string_new(NULL);
    http_encode(encoded, value, "");
    return arena_strndup(arena, encoded->str, encoded->len);
}

char *query_shorten(struct arena *arena, const char *text)
{
    if (g_utf8_strlen(text, -1) <= REPEATED_CHARACTERS)
        return arena_strdup(arena, text);
    const char *end = g_utf8_offset_to_pointer(text, REPEATED_CHARACTERS - 1);
    return arena_printf(arena, "%.*s…", (int)(end - text), text);
}

/* Markup without mistakes: everything that enters is escaped here. */
#include "base/xml.h"

#include "base/append.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

/* 1: the byte stands as it is. */
static const unsigned char plain[256] = {
    ['\t'] = 1,        ['\n'] = 1,        ['\r'] = 1, [' '] = 1,         ['!'] = 1,
    ['#' ... '%'] = 1, ['(' ... ';'] = 1, ['='] = 1,  ['?' ... '~'] = 1,
};

static const char *escape_of(char byte)
{
    switch (byte) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return REPLACEMENT;
    }
}

bool xml_is_noncharacter(gunichar character)
{
    return (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
}

/* Appends the character of several bytes at TEXT, or the sign for one that may not stand or a byte that belongs to
 * none; gives the next. */
static const char *append_long(GString *out, const char *text)
{
    gunichar character = g_utf8_get_char_validated(text, -1);
    if (character == (gunichar)-1 || character == (gunichar)-2) {
        append_text(out, REPLACEMENT);
        return text + 1;
    }
    const char *next = g_utf8_next_char(text);
    if (xml_is_noncharacter(character))
        append_text(out, REPLACEMENT);
    else
        append_bytes(out, text, (size_t)(next - text));
    return next;
}

void xml_escape(GString *out, const char *text)
{
    while (*text) {
        const char *from = text;
        while (plain[(unsigned char)*text])
            text++;
        append_bytes(out, from, (size_t)(text - from));
        if ((unsigned char)*text >= 0x80) {
            text = append_long(out, text);
        } else if (*text) {
            append_text(out, escape_of(*text));
            text++;
        }
    }
}

void xml_init(struct xml *xml, GString *out)
{
    *xml = (struct xml){.out = out};
}

static void close_tag(struct xml *xml)
{
    if (xml->in_tag)
        g_string_append_c(xml->out, '>');
    xml->in_tag = false;
}

void xml_start(struct xml *xml, const char *name)
{
    close_tag(xml);
    g_assert(xml->depth < G_N_ELEMENTS(xml->open));
    xml->open[xml->depth++] = name;
    g_string_append_c(xml->out, '<');
    append_text(xml->out, name);
    xml->in_tag = true;
}

void xml_attribute(struct xml *xml, const char *name, const char *value)
{
    g_assert(xml->in_tag);
    g_string_append_c(xml->out, ' ');
    append_text(xml->out, name);
    append_text(xml->out, "=\"");
    xml_escape(xml->out, value);
    g_string_append_c(xml->out, '"');
}

/* Charts write a number for every few letters, so this avoids printf and its locale. */
void xml_append_number(GString *out, double value)
{
    char text[24], *at = text + sizeof text;
    bool is_sane = fabs(value) < 1e9;
    int64_t hundredths = is_sane ? (int64_t)(value * 100 + (value < 0 ? -0.5 : 0.5)) : 0;
    uint64_t rest = (uint64_t)(hundredths < 0 ? -hundredths : hundredths);
    int decimals = rest % 100 == 0 ? 0 : rest % 10 == 0 ? 1 : 2;
    rest /= decimals == 0 ? 100 : decimals == 1 ? 10 : 1;
    for (int i = 0; i < decimals; i++, rest /= 10)
        *--at = (char)('0' + rest % 10);
    if (decimals)
        *--at = '.';
    do
        *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (hundredths < 0)
        *--at = '-';
    append_bytes(out, at, (size_t)(text + sizeof text - at));
}

void xml_number(struct xml *xml, const char *name, double value)
{
    g_assert(xml->in_tag);
    g_string_append_c(xml->out, ' ');
    append_text(xml->out, name);
    append_text(xml->out, "=\"");
    xml_append_number(xml->out, value);
    g_string_append_c(xml->out, '"');
}

void xml_text(struct xml *xml, const char *text)
{
    close_tag(xml);
    xml_escape(xml->out, text);
}

void xml_end(struct xml *xml)
{
    g_assert(xml->depth > 0);
    const char *name = xml->open[--xml->depth];
    if (xml->in_tag) {
        append_text(xml->out, "/>");
        xml->in_tag = false;
        return;
    }
    append_text(xml->out, "</");
    append_text(xml->out, name);
    g_string_append_c(xml->out, '>');
}

void xml_element(struct xml *xml, const char *name, const char *text)
{
    xml_start(xml, name);
    xml_text(xml, text);
    xml_end(xml);
}

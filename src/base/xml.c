/* Markup without mistakes: everything that enters is escaped here. */
#include "base/xml.h"

#include <math.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

static const char *escape_of(unsigned char byte)
{
    switch (byte) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\t':
    case '\n':
    case '\r': return NULL;
    default: return byte < 0x20 || byte == 0x7f ? REPLACEMENT : NULL;
    }
}

static void escape_valid(GString *out, const char *text, const char *end)
{
    const char *from = text;
    for (; text < end; text++) {
        const char *escape = escape_of((unsigned char)*text);
        if (!escape)
            continue;
        g_string_append_len(out, from, text - from);
        g_string_append(out, escape);
        from = text + 1;
    }
    g_string_append_len(out, from, end - from);
}

void xml_escape(GString *out, const char *text)
{
    const char *end;
    while (!g_utf8_validate(text, -1, &end)) {
        escape_valid(out, text, end);
        g_string_append(out, REPLACEMENT);
        text = end + 1;
    }
    escape_valid(out, text, end);
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
    g_string_append(xml->out, name);
    xml->in_tag = true;
}

void xml_attribute(struct xml *xml, const char *name, const char *value)
{
    g_assert(xml->in_tag);
    g_string_append_c(xml->out, ' ');
    g_string_append(xml->out, name);
    g_string_append(xml->out, "=\"");
    xml_escape(xml->out, value);
    g_string_append_c(xml->out, '"');
}

void xml_number(struct xml *xml, const char *name, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    double rounded = round(value * 100) / 100;
    g_ascii_formatd(text, sizeof text, "%.2f", rounded == 0 ? 0 : rounded);
    char *end = text + strlen(text);
    while (end[-1] == '0')
        *--end = '\0';
    if (end[-1] == '.')
        *--end = '\0';
    xml_attribute(xml, name, text);
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
        g_string_append(xml->out, "/>");
        xml->in_tag = false;
        return;
    }
    g_string_append(xml->out, "</");
    g_string_append(xml->out, name);
    g_string_append_c(xml->out, '>');
}

void xml_element(struct xml *xml, const char *name, const char *text)
{
    xml_start(xml, name);
    xml_text(xml, text);
    xml_end(xml);
}

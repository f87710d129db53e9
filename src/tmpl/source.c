/* Template text with a position: lines, columns, and lines that leave no line.
 * Must not know what a tag says or what the text is for. */
#include "tmpl/internal.h"

#include <string.h>

struct source source_of_file(const struct file *file, const struct source *outer)
{
    return (struct source){.file = file, .at = file->text, .line_start = file->text, .line = 1, .outer = outer};
}

struct source source_of_translation(const struct source *outer, const char *text, const struct place *from)
{
    return (struct source){.file = outer->file, .at = text, .line_start = text, .from = from, .outer = outer};
}

struct place source_place(const struct source *source)
{
    if (source->from)
        return *source->from;
    long before = g_utf8_strlen(source->line_start, source->at - source->line_start);
    return (struct place){.path = source->file->path, .line = source->line, .column = (unsigned)before + 1};
}

void source_advance(struct source *source, size_t length)
{
    const char *to = source->at + length;
    for (const char *newline; (newline = memchr(source->at, '\n', (size_t)(to - source->at)));) {
        source->line++;
        source->line_start = source->at = newline + 1;
    }
    source->at = to;
}

/* The end of the line at AT when nothing but sections, notes and white space stands on it and at least one is a tag;
 * else AT. A note may run over several lines. */
static const char *after_bare_line(const char *at)
{
    bool tags = false;
    const char *next = at;
    for (;;) {
        next += strspn(next, " \t\r");
        if (*next == '\n' || *next == '\0')
            return tags ? next + (*next == '\n') : at;
        if (strncmp(next, "{{", 2) != 0 || !next[2] || !strchr("#^/!", next[2]) || strncmp(next, "{{/_", 4) == 0)
            return at;
        const char *close = strstr(next, "}}");
        if (!close)
            return at;
        next = close + 2;
        tags = true;
    }
}

static size_t text_length(const char *text)
{
    size_t length = 0;
    for (;;) {
        length += strcspn(text + length, "{\n");
        if (text[length] == '\n')
            return length + 1;
        if (text[length] == '\0' || text[length + 1] == '{')
            return length;
        length++;
    }
}

size_t source_text(struct source *source, bool *dropped)
{
    if (!source->from && source->at == source->line_start)
        source->dropped_to = after_bare_line(source->at);
    size_t length = text_length(source->at);
    *dropped = source->at < source->dropped_to;
    return length;
}

/* g_string_append_len and g_string_append for the many short pieces of an answer: without the general case of
 * inserting. */
#ifndef PROVISO_BASE_APPEND_H
#define PROVISO_BASE_APPEND_H

#include <glib.h>
#include <string.h>

static inline void append_bytes(GString *out, const char *bytes, size_t length)
{
    if (out->len + length >= out->allocated_len) {
        g_string_append_len(out, bytes, (gssize)length);
        return;
    }
    memcpy(out->str + out->len, bytes, length);
    out->len += length;
    out->str[out->len] = '\0';
}

static inline void append_text(GString *out, const char *text)
{
    append_bytes(out, text, strlen(text));
}

#endif

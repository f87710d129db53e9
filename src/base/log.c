/* Log lines. */
#include "base/log.h"

#include <stdarg.h>
#include <string.h>
#include <unistd.h>

enum { LINE_LIMIT = 1024 };

static void append_value(GString *line, const char *value)
{
    g_string_append_c(line, '"');
    for (const unsigned char *at = (const unsigned char *)value; *at; at++) {
        if (*at < 0x20 || *at > 0x7e || *at == '"' || *at == '\\')
            g_string_append_printf(line, "\\x%02x", *at);
        else
            g_string_append_c(line, (char)*at);
    }
    g_string_append_c(line, '"');
}

void log_event(const char *event, ...)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *stamp = g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
    g_autoptr(GString) line = g_string_new(stamp);
    g_string_append_printf(line, " event=%s", event);
    va_list pairs;
    va_start(pairs, event);
    for (const char *key; (key = va_arg(pairs, const char *));) {
        const char *value = va_arg(pairs, const char *);
        if (!value)
            continue;
        g_string_append_printf(line, " %s=", key);
        append_value(line, value);
    }
    va_end(pairs);
    g_string_truncate(line, MIN(line->len, LINE_LIMIT - 1));
    g_string_append_c(line, '\n');
    if (write(STDERR_FILENO, line->str, line->len) < 0)
        return; /* nobody reads the log: the answer matters more */
}

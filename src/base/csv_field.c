/* Quotes and guards fields. */
#include "base/csv_field.h"

#include "base/append.h"

#include <string.h>

/* Bytes and the full-width forms that begin a formula. */
static bool begins_formula(const char *text)
{
    static const char *const wide[] = {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
    while (*text == ' ' || g_str_has_prefix(text, "\xc2\xa0"))
        text += *text == ' ' ? 1 : 2;
    if (*text && strchr("=+-@\t\r\n", *text))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(wide); i++)
        if (g_str_has_prefix(text, wide[i]))
            return true;
    return false;
}

void csv_append(GString *out, const char *text, bool guarded)
{
    bool guard = guarded && begins_formula(text);
    if (!guard && !text[strcspn(text, ",\"\r\n")]) {
        append_text(out, text);
        return;
    }
    append_text(out, guard ? "\"'" : "\"");
    for (; *text; text++) {
        if (*text == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, '"');
}

/* Text taken apart into terms, the same for what is indexed and what is asked. Most text is ASCII, whose letters have
 * no marks and need no tables. */
#include "store/terms.h"

enum kind { GAP, MARK, LETTER, DIGIT };

static enum kind kind_of(const char *at)
{
    gunichar c = g_utf8_get_char(at);
    if (c < 0x80)
        return g_ascii_isdigit((char)c) ? DIGIT : g_ascii_isalpha((char)c) ? LETTER : GAP;
    if (g_unichar_isdigit(c))
        return DIGIT;
    if (g_unichar_isalnum(c))
        return LETTER;
    return g_unichar_ismark(c) ? MARK : GAP;
}

static const char *after_marks(const char *at)
{
    while (*at && kind_of(at) == MARK)
        at = g_utf8_next_char(at);
    return at;
}

/* What follows the letter at AT when no other letter or digit does; NULL: AT is no letter that stands alone. */
static const char *after_initial(const char *at)
{
    if (!*at || kind_of(at) != LETTER)
        return NULL;
    const char *next = after_marks(g_utf8_next_char(at));
    return !*next || kind_of(next) == GAP ? next : NULL;
}

/* In lower case, and marks apart from their letters. */
static char *lower_apart(const char *text)
{
    if (g_str_is_ascii(text))
        return g_ascii_strdown(text, -1);
    g_autofree char *lower = g_utf8_strdown(text, -1);
    return g_utf8_normalize(lower, -1, G_NORMALIZE_NFD);
}

/* Appends the letter at AT, which stands alone, and those that are joined to it by dots. */
static const char *append_initials(GString *to, const char *at)
{
    const char *next = after_initial(at);
    g_string_append_unichar(to, g_utf8_get_char(at));
    while (*next == '.' && after_initial(next + 1)) {
        g_string_append_unichar(to, g_utf8_get_char(next + 1));
        next = after_initial(next + 1);
    }
    return next;
}

/* Appends the letters or digits at AT, as far as they are of one kind. */
static const char *append_run(GString *to, const char *at)
{
    enum kind kind = kind_of(at);
    while (*at == '0' && kind_of(at + 1) == DIGIT)
        at++;
    for (; *at && (kind_of(at) == kind || kind_of(at) == MARK); at = g_utf8_next_char(at))
        if (kind_of(at) == kind)
            g_string_append_unichar(to, g_utf8_get_char(at));
    return at;
}

void terms_append(GString *to, const char *text)
{
    g_autofree char *apart = lower_apart(text);
    for (const char *at = apart ? apart : ""; *at;) {
        if (kind_of(at) == GAP || kind_of(at) == MARK) {
            at = g_utf8_next_char(at);
            continue;
        }
        if (to->len)
            g_string_append_c(to, ' ');
        at = after_initial(at) ? append_initials(to, at) : append_run(to, at);
    }
}

static void terms_of(sqlite3_context *context, int count, sqlite3_value **values)
{
    const char *text = count == 1 ? (const char *)sqlite3_value_text(values[0]) : NULL;
    if (!text)
        return;
    g_autoptr(GString) terms = g_string_new(NULL);
    terms_append(terms, text);
    sqlite3_result_text(context, terms->str, (int)terms->len, SQLITE_TRANSIENT);
}

bool terms_register(sqlite3 *db)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(db, "terms_of", 1, flags, NULL, terms_of, NULL, NULL, NULL) == SQLITE_OK;
}

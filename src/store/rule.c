/* Rules for a cell, by the type of its column. Must not name a table or a column. */
#include "store/rule.h"

#include "base/date.h"
#include "base/key.h"
#include "base/money.h"

#include <string.h>

enum { QUOTED_MAX = 80, LISTED_MAX = 12 };

/* Where a page ends, what its list is sorted by stands in the address of the next, with a key, as base64. */
enum { SORTED_BYTES_MAX = 500 };

/* More than all that the United States spend in a year, so that what is above it is a mistake. */
static const int64_t AMOUNT_MAX = INT64_C(1000000000000000);
#define AMOUNT_MAX_WORDS "ten trillion"

const char *rule_quote(struct arena *arena, const char *text)
{
    g_autoptr(GString) quoted = g_string_new("'");
    size_t count = 0;
    for (; *text && count < QUOTED_MAX; count++) {
        gunichar c = g_utf8_get_char_validated(text, -1);
        bool valid = c != (gunichar)-1 && c != (gunichar)-2;
        if (valid && !g_unichar_iscntrl(c))
            g_string_append_unichar(quoted, c);
        else
            g_string_append_c(quoted, '?');
        text = valid ? g_utf8_next_char(text) : text + 1;
    }
    g_string_append(quoted, *text ? "...'" : "'");
    return arena_strndup(arena, quoted->str, quoted->len);
}

const char *rule_sorted_problem(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    return length > SORTED_BYTES_MAX
               ? arena_printf(arena, "has %zu bytes; at most %d can be sorted by", length, SORTED_BYTES_MAX)
               : NULL;
}

const char *rule_key_problem(struct arena *arena, const char *text)
{
    if (key_is_sound(text))
        return NULL;
    return arena_printf(arena, "%s is not a key: lower-case letters, digits, '.' and '-', first a letter or a digit",
                        rule_quote(arena, text));
}

const char *rule_date_problem(struct arena *arena, const char *text)
{
    struct date date;
    switch (date_parse(text, &date)) {
    case DATE_OK: return NULL;
    case DATE_FORM: return arena_printf(arena, "%s is not a date of the form YYYY-MM-DD", rule_quote(arena, text));
    case DATE_MONTH: return arena_printf(arena, "%s: there is no month %02d", rule_quote(arena, text), date.month);
    case DATE_DAY: break;
    }
    return arena_printf(arena, "%s: %s %d has %d days", rule_quote(arena, text), date_month_name(date.month), date.year,
                        date_days_in_month(date.year, date.month));
}

static bool is_amount(int64_t cents)
{
    return cents >= -AMOUNT_MAX && cents <= AMOUNT_MAX;
}

const char *rule_money_problem(struct arena *arena, const char *text, int64_t *cents)
{
    if (money_parse(text, cents) && is_amount(*cents))
        return NULL;
    return arena_printf(arena,
                        "%s is not an amount in dollars: digits, at most two decimals, no separators, "
                        "no more than " AMOUNT_MAX_WORDS,
                        rule_quote(arena, text));
}

static const char *choice_problem(struct arena *arena, const struct choice *choices, const char *text)
{
    g_autoptr(GString) accepted = g_string_new(NULL);
    size_t n = 0;
    for (; choices[n].value; n++) {
        if (strcmp(choices[n].value, text) == 0)
            return NULL;
        g_string_append_printf(accepted, "%s%s", n ? ", " : "", choices[n].value);
    }
    if (n > LISTED_MAX)
        return arena_printf(arena, "%s is not in the list of accepted values", rule_quote(arena, text));
    return arena_printf(arena, "%s is not accepted; accepted: %s", rule_quote(arena, text), accepted->str);
}

/* An address goes into links, so its scheme is one that a browser only follows. */
static const char *url_problem(struct arena *arena, const char *text)
{
    bool scheme = g_str_has_prefix(text, "https://") || g_str_has_prefix(text, "http://");
    if (scheme && !strpbrk(text, " \t\n\"<>\\^`{|}"))
        return NULL;
    return arena_printf(arena, "%s is not an address: http:// or https://, no spaces or quotation marks",
                        rule_quote(arena, text));
}

/* The first control character but a newline, in valid UTF-8; else the end. */
static const char *find_control(const char *text)
{
    while (*text && (*text == '\n' || !g_unichar_iscntrl(g_utf8_get_char(text))))
        text = g_utf8_next_char(text);
    return text;
}

/* Behind the bytes that are each a character, and none a problem: nearly all text. */
static const char *skip_plain(const char *text)
{
    while (*text >= ' ' && *text <= '~')
        text++;
    return text;
}

static const char *text_problem(struct arena *arena, const char *text)
{
    text = skip_plain(text);
    if (!g_utf8_validate(text, -1, NULL))
        return "is not valid UTF-8";
    const char *control = find_control(text);
    return *control ? arena_printf(arena, "holds the control character U+%04X", g_utf8_get_char(control)) : NULL;
}

const char *rule_text(struct arena *arena, const char *text)
{
    const char *control = find_control(skip_plain(text));
    if (!*control)
        return text;
    g_autoptr(GString) written = g_string_new(NULL);
    for (; *control; control = find_control(text)) {
        g_string_append_len(written, text, control - text);
        if (control[0] != '\r' || control[1] != '\n')
            g_string_append_c(written, ' ');
        text = g_utf8_next_char(control);
    }
    g_string_append(written, text);
    return arena_strdup(arena, written->str);
}

static const char *value_problem(struct arena *arena, const struct table_column *column,
                                 const struct column *declaration, const char *text)
{
    const char *problem = text_problem(arena, text);
    if (problem)
        return problem;
    if (column->is_key)
        return rule_key_problem(arena, text);
    if (declaration->is_sorted && (problem = rule_sorted_problem(arena, text)))
        return problem;
    if (declaration->choices)
        return choice_problem(arena, declaration->choices, text);
    if (declaration->type == COLUMN_DATE)
        return rule_date_problem(arena, text);
    return declaration->type == COLUMN_URL ? url_problem(arena, text) : NULL;
}

const char *rule_problem(struct arena *arena, const struct table_column *column, const struct column *declaration,
                         const struct cell *cell)
{
    if (cell->kind == CELL_NULL || (cell->kind == CELL_TEXT && !*cell->text))
        return column->required ? "is required" : cell->kind == CELL_TEXT ? "is empty text instead of no value" : NULL;
    if (cell->kind == CELL_TEXT)
        return value_problem(arena, column, declaration, cell->text);
    if (declaration->type == COLUMN_MONEY && cell->kind == CELL_INTEGER && !is_amount(cell->integer))
        return arena_printf(arena, "%s dollars is beyond " AMOUNT_MAX_WORDS, money_plain(arena, cell->integer));
    if (declaration->type == COLUMN_FLAG && cell->kind == CELL_INTEGER && cell->integer != 0 && cell->integer != 1)
        return arena_printf(arena, "%" G_GINT64_FORMAT " is neither 0 nor 1", cell->integer);
    return NULL;
}

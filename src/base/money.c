/* Cents in and out of text. */
#include "base/money.h"

#include <string.h>

#define MINUS "\xe2\x88\x92" /* U+2212 */

static const uint64_t MILLION_CENTS = UINT64_C(100000000);
static const uint64_t BILLION_CENTS = UINT64_C(100000000000);

static uint64_t magnitude(int64_t value)
{
    return value < 0 ? (uint64_t)0 - (uint64_t)value : (uint64_t)value;
}

/* Adds DIGIT to VALUE * 10; false when it no longer fits in an int64. */
static bool push_digit(uint64_t *value, char digit)
{
    if (!g_ascii_isdigit(digit) || *value > (uint64_t)INT64_MAX / 10)
        return false;
    *value = *value * 10 + (uint64_t)(digit - '0');
    return *value <= (uint64_t)INT64_MAX;
}

bool money_parse(const char *text, int64_t *cents)
{
    bool negative = *text == '-';
    const char *at = text + negative;
    uint64_t value = 0;
    if (!g_ascii_isdigit(*at))
        return false;
    for (; g_ascii_isdigit(*at); at++)
        if (!push_digit(&value, *at))
            return false;
    char fraction[2] = {'0', '0'};
    if (*at == '.') {
        size_t length = strlen(++at);
        if (length < 1 || length > 2)
            return false;
        memcpy(fraction, at, length);
        at += length;
    }
    if (*at || !push_digit(&value, fraction[0]) || !push_digit(&value, fraction[1]))
        return false;
    *cents = negative ? -(int64_t)value : (int64_t)value;
    return true;
}

char *money_plain(struct arena *arena, int64_t cents)
{
    uint64_t value = magnitude(cents);
    return arena_printf(arena, "%s%" G_GUINT64_FORMAT ".%02u", cents < 0 ? "-" : "", value / 100,
                        (unsigned)(value % 100));
}

/* VALUE with commas, at the end of TEXT. */
static void append_grouped(GString *text, uint64_t value)
{
    char digits[24];
    int length = g_snprintf(digits, sizeof digits, "%" G_GUINT64_FORMAT, value);
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            g_string_append_c(text, ',');
        g_string_append_c(text, digits[i]);
    }
}

char *integer_grouped(struct arena *arena, int64_t value)
{
    g_autoptr(GString) text = g_string_new(value < 0 ? MINUS : "");
    append_grouped(text, magnitude(value));
    return arena_strdup(arena, text->str);
}

char *money_table(struct arena *arena, int64_t cents)
{
    uint64_t value = magnitude(cents);
    g_autoptr(GString) text = g_string_new(cents < 0 ? MINUS "$" : "$");
    append_grouped(text, value / 100);
    if (value % 100)
        g_string_append_printf(text, ".%02u", (unsigned)(value % 100));
    return arena_strdup(arena, text->str);
}

char *money_words(struct arena *arena, const struct catalog *catalog, int64_t cents, int decimals)
{
    uint64_t value = magnitude(cents);
    if (value < MILLION_CENTS)
        return money_table(arena, (cents + (cents < 0 ? -50 : 50)) / 100 * 100);
    uint64_t unit = value < BILLION_CENTS ? MILLION_CENTS : BILLION_CENTS;
    uint64_t scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    uint64_t step = unit / scale; /* cents in the last decimal shown */
    uint64_t steps = value / step + (value % step >= (step + 1) / 2);
    g_autoptr(GString) number = g_string_new(cents < 0 ? MINUS "$" : "$");
    append_grouped(number, steps / scale);
    g_string_append_printf(number, ".%0*" G_GUINT64_FORMAT, decimals, steps % scale);
    const char *form = unit == MILLION_CENTS ? N_("{amount} million") : N_("{amount} billion");
    return catalog_format(arena, catalog, form, "amount", number->str, NULL);
}

/* Cents in and out of text. */
#include "base/money.h"

#include <string.h>

#define MINUS "\xe2\x88\x92" /* U+2212 */

static const uint64_t MILLION_CENTS = UINT64_C(100000000);
static const uint64_t BILLION_CENTS = UINT64_C(100000000000);

static const char DIGITS[] = "0123456789";

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

enum { PLAIN_MAX = 64 }; /* more digits than an amount has */

/* One to three digits, then groups of three; no comma in what follows. */
static bool is_grouped(const char *digits)
{
    size_t length = strspn(digits, DIGITS);
    if (length == 0 || length > 3)
        return false;
    for (digits += length; *digits == ','; digits += 1 + length) {
        length = strspn(digits + 1, DIGITS);
        if (length != 3)
            return false;
    }
    return !strchr(digits, ',');
}

bool money_read(const char *text, int64_t *cents)
{
    char plain[PLAIN_MAX];
    size_t length = 0;
    if (*text == '-')
        plain[length++] = *text++;
    text += *text == '$';
    if (*text == '-' || (strchr(text, ',') && !is_grouped(text)))
        return false;
    for (; *text && length < PLAIN_MAX - 1; text++)
        if (*text != ',')
            plain[length++] = *text;
    plain[length] = '\0';
    return !*text && money_parse(plain, cents);
}

enum { NUMBER_MAX = 32 };

/* A number is written from its end: these write before END and give its beginning. */
static char *write_plain(char *end, uint64_t value)
{
    do
        *--end = (char)('0' + value % 10);
    while (value /= 10);
    return end;
}

static char *write_grouped(char *end, uint64_t value)
{
    for (; value >= 1000; value /= 1000) {
        char *group = write_plain(end, value % 1000);
        while (group > end - 3)
            *--group = '0';
        *--group = ',';
        end = group;
    }
    return write_plain(end, value);
}

static char *write_hundredths(char *end, uint64_t value)
{
    *--end = (char)('0' + value % 10);
    *--end = (char)('0' + value / 10 % 10);
    *--end = '.';
    return end;
}

/* SIGN and what stands between AT and END, with room for the sign before it. */
static char *signed_text(struct arena *arena, const char *sign, char *at, const char *end)
{
    size_t length = strlen(sign);
    at = memcpy(at - length, sign, length);
    return arena_strndup(arena, at, (size_t)(end - at));
}

static char *signed_grouped(struct arena *arena, const char *sign, uint64_t value)
{
    char text[NUMBER_MAX], *end = text + sizeof text;
    return signed_text(arena, sign, write_grouped(end, value), end);
}

char *integer_grouped(struct arena *arena, int64_t value)
{
    return signed_grouped(arena, value < 0 ? MINUS : "", magnitude(value));
}

char *integer_plain(struct arena *arena, int64_t value)
{
    char text[NUMBER_MAX], *end = text + sizeof text;
    return signed_text(arena, value < 0 ? "-" : "", write_plain(end, magnitude(value)), end);
}

char *money_plain(struct arena *arena, int64_t cents)
{
    char text[NUMBER_MAX], *end = text + sizeof text;
    uint64_t value = magnitude(cents);
    char *at = write_plain(write_hundredths(end, value), value / 100);
    return signed_text(arena, cents < 0 ? "-" : "", at, end);
}

char *money_cents(struct arena *arena, int64_t cents)
{
    char text[NUMBER_MAX], *end = text + sizeof text;
    uint64_t value = magnitude(cents);
    char *at = write_grouped(write_hundredths(end, value), value / 100);
    return signed_text(arena, cents < 0 ? MINUS "$" : "$", at, end);
}

char *money_table(struct arena *arena, int64_t cents)
{
    return cents % 100 ? money_cents(arena, cents)
                       : signed_grouped(arena, cents < 0 ? MINUS "$" : "$", magnitude(cents) / 100);
}

char *money_words(struct arena *arena, const struct catalog *catalog, int64_t cents, int decimals)
{
    uint64_t value = magnitude(cents);
    if (value + 50 < MILLION_CENTS)
        return money_table(arena, (cents + (cents < 0 ? -50 : 50)) / 100 * 100);
    uint64_t scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    /* What is rounded to a billion is told as one. */
    uint64_t unit = value + MILLION_CENTS / scale / 2 < BILLION_CENTS ? MILLION_CENTS : BILLION_CENTS;
    uint64_t step = unit / scale; /* cents in the last decimal shown */
    uint64_t steps = value / step + (value % step >= (step + 1) / 2);
    const char *number =
        arena_printf(arena, "%s.%0*" G_GUINT64_FORMAT,
                     signed_grouped(arena, cents < 0 ? MINUS "$" : "$", steps / scale), decimals, steps % scale);
    const char *form = unit == MILLION_CENTS ? N_("{amount} million") : N_("{amount} billion");
    return catalog_format(arena, catalog, form, "amount", number, NULL);
}

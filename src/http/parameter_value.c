/* Text to typed value, a reader a type, and what to say when it does not fit. Must not know where the text came from.
 */
#include "http/parameter_value.h"

#include "base/date.h"
#include "base/key.h"
#include "base/money.h"
#include "http/query.h"

#include <string.h>

enum { TEXT_MAX = 200 };

const char *parameter_label(const struct catalog *catalog, const struct parameter *parameter)
{
    return parameter->label ? catalog_text(catalog, parameter->label) : parameter->name;
}

/* A message that needs nothing but the label. */
static const char *with_label(const struct parameter_input *input, const char *id)
{
    const char *label = parameter_label(input->catalog, input->parameter);
    return catalog_format(input->arena, input->catalog, id, "label", label, NULL);
}

const char *parameter_hint(struct arena *arena, const struct catalog *catalog, const struct parameter *parameter)
{
    if (parameter->hint)
        return catalog_text(catalog, parameter->hint);
    g_autoptr(GString) values = g_string_new(NULL);
    for (const struct choice *choice = parameter->choices; choice && choice->value; choice++)
        g_string_append_printf(values, "%s%s", values->len ? ", " : "", choice->value);
    return values->len ? catalog_format(arena, catalog, N_("One of: {values}."), "values", values->str, NULL) : "";
}

/* The message of a value that is not one of those the hint speaks of. */
static const char *not_accepted(const struct parameter_input *input)
{
    const char *hint = parameter_hint(input->arena, input->catalog, input->parameter);
    char *message = catalog_format(input->arena, input->catalog, N_("'{label}' does not accept ‘{value}’. {hint}"),
                                   "label", parameter_label(input->catalog, input->parameter), "value",
                                   query_shorten(input->arena, input->text), "hint", hint, NULL);
    return g_strchomp(message);
}

static const char *read_text(const struct parameter_input *input, struct parameter_value *value)
{
    const char *from = input->text + strspn(input->text, " ");
    size_t length = strlen(from);
    while (length && from[length - 1] == ' ')
        length--;
    int64_t most = input->parameter->high ? input->parameter->high : TEXT_MAX;
    if ((int64_t)length > most)
        return catalog_format(
            input->arena, input->catalog,
            N_("'{label}' is too long. It can have at most {most} bytes: as many plain letters, fewer "
               "with accents."),
            "label", parameter_label(input->catalog, input->parameter), "most",
            arena_printf(input->arena, "%" G_GINT64_FORMAT, most), NULL);
    value->text = arena_strndup(input->arena, from, length);
    return NULL;
}

/* The digits of a number, which may follow its sign: as the page's language has it, or as English. */
static const char *digits_of(const struct catalog *catalog, const struct parameter *parameter, const char *text)
{
    const char *sign = parameter->sign;
    const char *const signs[] = {sign, sign ? catalog_text(catalog, sign) : NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (signs[i] && g_ascii_strncasecmp(text, signs[i], strlen(signs[i])) == 0)
            return text + strlen(signs[i]) + (text[strlen(signs[i])] == ' ');
    return text;
}

/* After its sign a number may be short of all but its last two digits, if only one from LOW to HIGH ends in them:
 * that one, else NUMBER. */
static guint64 ending_in(guint64 number, guint64 low, guint64 high)
{
    enum { HUNDRED = 100 };
    guint64 first = low + (number + HUNDRED - low % HUNDRED) % HUNDRED;
    return first <= high && high - first < HUNDRED ? first : number;
}

bool parameter_number(const struct catalog *catalog, const struct parameter *parameter, const char *text,
                      int64_t *number)
{
    const char *digits = digits_of(catalog, parameter, text);
    guint64 read = 0, low = (guint64)MAX(parameter->low, 0), high = (guint64)MAX(parameter->high, 0);
    bool is_number = parameter->high >= 0 && g_ascii_string_to_unsigned(digits, 10, 0, high, &read, NULL);
    if (is_number && digits > text && strlen(digits) == 2)
        read = ending_in(read, low, high);
    *number = (int64_t)read;
    return is_number && read >= low;
}

static const char *read_integer(const struct parameter_input *input, struct parameter_value *value)
{
    const struct parameter *parameter = input->parameter;
    if (parameter_number(input->catalog, parameter, input->text, &value->integer)) {
        value->text = arena_printf(input->arena, "%" G_GINT64_FORMAT, value->integer);
        return NULL;
    }
    const char *message = catalog_format(
        input->arena, input->catalog, N_("'{label}' must be a whole number from {low} to {high}, written in digits."),
        "label", parameter_label(input->catalog, parameter), "low",
        arena_printf(input->arena, "%" G_GINT64_FORMAT, parameter->low), "high",
        arena_printf(input->arena, "%" G_GINT64_FORMAT, parameter->high), NULL);
    return parameter->sign && parameter->hint
               ? arena_concat(input->arena, message, " ", catalog_text(input->catalog, parameter->hint), NULL)
               : message;
}

static const char *too_many_days(const struct parameter_input *input, struct date date)
{
    const char *year = arena_printf(input->arena, "%d", date.year);
    const char *days = arena_printf(input->arena, "%d", date_days_in_month(date.year, date.month));
    return catalog_format(input->arena, input->catalog,
                          N_("Enter a real date for '{label}'. {month} {year} has {days} days."), "label",
                          parameter_label(input->catalog, input->parameter), "month",
                          catalog_text(input->catalog, date_month_name(date.month)), "year", year, "days", days, NULL);
}

/* A year or a month, where the parameter takes it: the day with which it begins, or ends where the range does. */
static bool read_span(const struct parameter_input *input, struct date *date)
{
    bool is_end = input->parameter->begin != NULL, is_year = strlen(input->text) == strlen("YYYY");
    if (!input->parameter->takes_spans || (!is_year && strlen(input->text) != strlen("YYYY-MM")))
        return false;
    const char *month = is_year ? is_end ? "-12" : "-01" : "";
    if (date_parse(arena_concat(input->arena, input->text, month, "-01", NULL), date) != DATE_OK)
        return false;
    date->day = is_end ? date_days_in_month(date->year, date->month) : date->day;
    return true;
}

static const char *read_date(const struct parameter_input *input, struct parameter_value *value)
{
    struct date date;
    if (read_span(input, &date)) {
        value->text = date_iso(input->arena, date);
        return NULL;
    }
    switch (date_read(input->catalog, input->text, &date)) {
    case DATE_OK: value->text = date_iso(input->arena, date); return NULL;
    case DATE_DAY: return too_many_days(input, date);
    case DATE_MONTH: return with_label(input, N_("Enter a real date for '{label}'. A year has months 01 to 12."));
    case DATE_FORM: break;
    }
    return with_label(input, input->parameter->takes_spans
                                 ? N_("'{label}' must be a date, a month or a year from 1600 to 2999, such as "
                                      "2019-07-04, 7/4/2019, July 4, 2019, 2019-07 or 2019.")
                                 : N_("'{label}' must be a date in the years 1600 to 2999, such as 2019-07-04, "
                                      "7/4/2019 or July 4, 2019."));
}

static const char *read_money(const struct parameter_input *input, struct parameter_value *value)
{
    if (!money_read(input->text, &value->integer))
        return with_label(input, N_("'{label}' must be an amount in dollars, such as 250000, $250,000 or 1250.50."));
    value->text = money_plain(input->arena, value->integer);
    return NULL;
}

static const char *read_choice(const struct parameter_input *input, struct parameter_value *value)
{
    for (const struct choice *choice = input->parameter->choices; choice && choice->value; choice++) {
        if (g_ascii_strcasecmp(choice->value, input->text) == 0) {
            value->text = choice->value;
            return NULL;
        }
    }
    return not_accepted(input);
}

static const char *read_key(const struct parameter_input *input, struct parameter_value *value)
{
    if (!key_is_sound(input->text) || strlen(input->text) > KEY_MAX)
        return not_accepted(input);
    value->text = arena_strdup(input->arena, input->text);
    return NULL;
}

static const char *read_listing(const struct parameter_input *input, struct parameter_value *value)
{
    if (key_is_listing(input->text)) {
        value->text = arena_strdup(input->arena, input->text);
        return NULL;
    }
    return g_ascii_isalpha(input->text[0]) ? read_key(input, value) : not_accepted(input);
}

static const char *read_sha256(const struct parameter_input *input, struct parameter_value *value)
{
    size_t length = strspn(input->text, "0123456789abcdefABCDEF");
    if (input->text[length] || length != 64)
        return with_label(input, N_("'{label}' must be 64 digits and letters a to f, as they stand on the report."));
    char *small = arena_strdup(input->arena, input->text);
    for (char *c = small; *c; c++)
        *c = g_ascii_tolower(*c);
    value->text = small;
    return NULL;
}

static const char *read_cursor(const struct parameter_input *input, struct parameter_value *value)
{
    size_t length = 0;
    while (g_ascii_isalnum(input->text[length]) || input->text[length] == '-' || input->text[length] == '_')
        length++;
    if (input->text[length])
        return with_label(input, N_("'{label}' is not a place in this list. Start again from the first page."));
    value->text = arena_strdup(input->arena, input->text);
    return NULL;
}

static const char *(*const readers[])(const struct parameter_input *, struct parameter_value *) = {
    [PARAMETER_TEXT] = read_text,       [PARAMETER_INTEGER] = read_integer, [PARAMETER_DATE] = read_date,
    [PARAMETER_MONEY] = read_money,     [PARAMETER_CHOICE] = read_choice,   [PARAMETER_KEY] = read_key,
    [PARAMETER_LISTING] = read_listing, [PARAMETER_SHA256] = read_sha256,   [PARAMETER_CURSOR] = read_cursor,
};
_Static_assert(G_N_ELEMENTS(readers) == PARAMETER_CURSOR + 1, "a reader for each type");

const char *parameter_read(const struct parameter_input *input, struct parameter_value *value)
{
    *value = (struct parameter_value){.parameter = input->parameter};
    return readers[input->parameter->type](input, value);
}

void parameter_insert(struct parameter_value *values, size_t first, size_t *n, struct parameter_value value)
{
    size_t at = *n;
    while (at > first && strcmp(values[at - 1].text, value.text) > 0)
        at--;
    if (at > first && strcmp(values[at - 1].text, value.text) == 0)
        return;
    memmove(values + at + 1, values + at, (*n - at) * sizeof *values);
    values[at] = value;
    (*n)++;
}

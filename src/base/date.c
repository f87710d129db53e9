/* Dates without a clock and without a locale. */
#include "base/date.h"

#include "base/money.h"

#include <string.h>

static const char *const month_names[] = {
    N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
    N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December"),
};
static const char *const month_short[] = {
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
};
_Static_assert(G_N_ELEMENTS(month_names) == 12 && G_N_ELEMENTS(month_short) == 12, "twelve months");

static bool read_digits(const char *text, size_t count, int *value)
{
    *value = 0;
    for (size_t i = 0; i < count; i++) {
        if (!g_ascii_isdigit(text[i]))
            return false;
        *value = *value * 10 + (text[i] - '0');
    }
    return true;
}

char *date_iso(struct arena *arena, struct date date)
{
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

int date_days_in_month(int year, int month)
{
    return g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);
}

static enum date_problem problem_of(const struct date *date)
{
    if (date->year < 1600 || date->year > 2999)
        return DATE_FORM;
    if (date->month < 1 || date->month > 12)
        return DATE_MONTH;
    if (date->day < 1 || date->day > date_days_in_month(date->year, date->month))
        return DATE_DAY;
    return DATE_OK;
}

enum date_problem date_parse(const char *text, struct date *date)
{
    *date = (struct date){0};
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-' || !read_digits(text, 4, &date->year) ||
        !read_digits(text + 5, 2, &date->month) || !read_digits(text + 8, 2, &date->day))
        return DATE_FORM;
    return problem_of(date);
}

/* Letters and digits without a break: of a day there are three, not counting the words between them. */
struct part {
    const char *text;
    size_t length;
};

static bool is_joint(struct part part)
{
    return part.length == 2 &&
           (g_ascii_strncasecmp(part.text, "of", 2) == 0 || g_ascii_strncasecmp(part.text, "de", 2) == 0);
}

/* The parts of a day, at most two signs between them; false when they are not three. */
static bool split(const char *text, struct part parts[3])
{
    size_t n = 0, between;
    for (text += strspn(text, " "); *text; text += between) {
        struct part part = {text, strcspn(text, " ,./-")};
        if (!part.length || (n == 3 && !is_joint(part)))
            return false;
        if (!is_joint(part))
            parts[n++] = part;
        text += part.length;
        between = strspn(text, " ,./-");
        if (text[between] ? between > 2 : strspn(text, " ") < between)
            return false;
    }
    return n == 3;
}

/* 1..12; 0: no name of a month. */
static int month_named(const struct catalog *catalog, struct part part)
{
    for (int i = 0; i < 12; i++) {
        const char *names[] = {month_names[i], catalog_text(catalog, month_names[i])};
        for (size_t k = 0; k < G_N_ELEMENTS(names); k++)
            if (part.length >= 3 && g_ascii_strncasecmp(names[k], part.text, part.length) == 0)
                return i + 1;
    }
    return 0;
}

static bool read_number(struct part part, size_t least, size_t most, int *number)
{
    return part.length >= least && part.length <= most && read_digits(part.text, part.length, number);
}

enum date_problem date_read(const struct catalog *catalog, const char *text, struct date *date)
{
    struct part parts[3];
    *date = (struct date){0};
    if (!split(text, parts))
        return DATE_FORM;
    bool is_year_first = parts[0].length == 4 && g_ascii_isdigit(*parts[0].text);
    struct part year = parts[is_year_first ? 0 : 2], month = parts[is_year_first], day = parts[1 + is_year_first];
    if (!is_year_first && month_named(catalog, day)) {
        struct part first = month;
        month = day;
        day = first;
    }
    date->month = month_named(catalog, month);
    if (!read_number(year, 4, 4, &date->year) || !read_number(day, 1, 2, &date->day) ||
        (!date->month && !read_number(month, 1, 2, &date->month)))
        return DATE_FORM;
    return problem_of(date);
}

/* Julian day of 1970-01-01 in GDate's count, whose day 1 is 0001-01-01. */
enum { EPOCH_JULIAN = 719163 };

int64_t date_days(struct date date)
{
    GDate day;
    g_date_clear(&day, 1);
    g_date_set_dmy(&day, (GDateDay)date.day, (GDateMonth)date.month, (GDateYear)date.year);
    return (int64_t)g_date_get_julian(&day) - EPOCH_JULIAN;
}

struct date date_from_days(int64_t days)
{
    GDate day;
    g_date_clear(&day, 1);
    g_date_set_julian(&day, (guint32)(days + EPOCH_JULIAN));
    return (struct date){g_date_get_year(&day), (int)g_date_get_month(&day), g_date_get_day(&day)};
}

const char *date_month_name(int month)
{
    return month_names[month - 1];
}

const struct choice date_precisions[] = {
    {"month", N_("Month")},       {"year", N_("Year")}, {"fiscal-year", N_("Fiscal year")},
    {"unknown", N_("Not known")}, {NULL, NULL},
};
_Static_assert(G_N_ELEMENTS(date_precisions) == PRECISION_UNKNOWN + 1, "a code for each but the day");

const struct choice known_precisions[] = {
    {"month", N_("Month")}, {"year", N_("Year")}, {"fiscal-year", N_("Fiscal year")}, {NULL, NULL}};

enum precision date_precision(const char *code)
{
    for (enum precision each = PRECISION_MONTH; code && each <= PRECISION_UNKNOWN; each++)
        if (strcmp(date_precisions[each - PRECISION_MONTH].value, code) == 0)
            return each;
    return PRECISION_DAY;
}

int date_fiscal_year(struct date date)
{
    enum { OCTOBER = 10 };
    return date.year + (date.month >= OCTOBER);
}

static void write_year(char year[5], const char *iso, const struct date *date, enum precision precision)
{
    if (precision == PRECISION_FISCAL_YEAR)
        g_snprintf(year, 5, "%04d", date_fiscal_year(*date));
    else
        memcpy(year, iso, 4);
}

/* FORM with {month}, {day} and {year} put in. Pages are full of dates, so what the letters after the braces can be is
 * told by the first of them. */
static char *date_words(struct arena *arena, const struct catalog *catalog, const char *iso, enum precision precision,
                        const char *day_form, const char *const *months)
{
    static const char *const forms[] = {[PRECISION_MONTH] = N_("{month} {year}"),
                                        [PRECISION_YEAR] = "{year}",
                                        [PRECISION_FISCAL_YEAR] = N_("FY{year}"),
                                        [PRECISION_UNKNOWN] = N_("Date not known")};
    struct date date;
    char year[5];
    if (date_parse(iso, &date) != DATE_OK)
        return arena_strdup(arena, iso);
    write_year(year, iso, &date, precision);
    const char *month = catalog_text(catalog, months[date.month - 1]);
    size_t day_at = iso[8] == '0' ? 9 : 8, month_length = strlen(month);
    const char *form = catalog_text(catalog, precision == PRECISION_DAY ? day_form : forms[precision]);
    char *words = arena_room(arena, strlen(form) + month_length + 1, 1), *end = words;
    while (*form) {
        const char *close = *form == '{' ? strchr(form, '}') : NULL;
        if (!close)
            *end++ = *form++;
        else if (form[1] == 'm')
            end = mempcpy(end, month, month_length);
        else if (form[1] == 'd')
            end = mempcpy(end, iso + day_at, 10 - day_at);
        else
            end = mempcpy(end, year, 4);
        form = close ? close + 1 : form;
    }
    *end = '\0';
    return words;
}

char *date_long(struct arena *arena, const struct catalog *catalog, const char *iso, enum precision precision)
{
    return date_words(arena, catalog, iso, precision, N_("{month} {day}, {year}"), month_names);
}

char *date_short(struct arena *arena, const struct catalog *catalog, const char *iso, enum precision precision)
{
    return date_words(arena, catalog, iso, precision, N_("{day} {month} {year}"), month_short);
}

/* How many of those of which N make a year have passed in full. A year to the day is one, whatever its leap days. */
static int64_t parts_of_years(int64_t days, int n)
{
    static const double DAYS_OF_YEAR = 365.2425;
    return (int64_t)((double)(days + 1) * n / DAYS_OF_YEAR);
}

const char *date_distance(struct arena *arena, const struct catalog *catalog, int64_t days)
{
    enum { DAYS_MOST = 99, MONTHS = 12, YEARS_LEAST = 2 };
    static const char *const forms[][2] = {{N_("in {n} days"), N_("{n} days ago")},
                                           {N_("in {n} months"), N_("{n} months ago")},
                                           {N_("in {n} years"), N_("{n} years ago")}};
    int64_t distance = days < 0 ? -days : days, years = parts_of_years(distance, 1);
    if (distance == 0)
        return catalog_text(catalog, N_("today"));
    if (distance == 1)
        return catalog_text(catalog, days > 0 ? N_("in one day") : N_("one day ago"));
    size_t unit = years >= YEARS_LEAST ? 2 : distance > DAYS_MOST;
    int64_t n = unit == 2 ? years : unit == 1 ? parts_of_years(distance, MONTHS) : distance;
    return catalog_format(arena, catalog, forms[unit][days < 0], "n", integer_plain(arena, n), NULL);
}

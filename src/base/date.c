/* Dates without a clock and without a locale. */
#include "base/date.h"

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

int date_days_in_month(int year, int month)
{
    return g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);
}

enum date_problem date_parse(const char *text, struct date *date)
{
    *date = (struct date){0};
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-' || !read_digits(text, 4, &date->year) ||
        !read_digits(text + 5, 2, &date->month) || !read_digits(text + 8, 2, &date->day))
        return DATE_FORM;
    if (date->year < 1600 || date->year > 2999)
        return DATE_FORM;
    if (date->month < 1 || date->month > 12)
        return DATE_MONTH;
    if (date->day < 1 || date->day > date_days_in_month(date->year, date->month))
        return DATE_DAY;
    return DATE_OK;
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

/* FORM with {month}, {day} and {year} put in. Pages are full of dates, so what the letters after the braces can be is
 * told by the first of them. */
static char *date_words(struct arena *arena, const struct catalog *catalog, const char *iso, const char *form,
                        const char *const *months)
{
    struct date date;
    if (date_parse(iso, &date) != DATE_OK)
        return arena_strdup(arena, iso);
    const char *month = catalog_text(catalog, months[date.month - 1]);
    size_t day_at = iso[8] == '0' ? 9 : 8, month_length = strlen(month);
    form = catalog_text(catalog, form);
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
            end = mempcpy(end, iso, 4);
        form = close ? close + 1 : form;
    }
    *end = '\0';
    return words;
}

char *date_long(struct arena *arena, const struct catalog *catalog, const char *iso)
{
    return date_words(arena, catalog, iso, N_("{month} {day}, {year}"), month_names);
}

char *date_short(struct arena *arena, const struct catalog *catalog, const char *iso)
{
    return date_words(arena, catalog, iso, N_("{day} {month} {year}"), month_short);
}

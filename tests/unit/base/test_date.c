/* Dates: which texts are one, the calendar against the arithmetic of days, how they read. */
#include "base/date.h"

static void test_parse(void)
{
    static const struct {
        const char *text;
        enum date_problem problem;
    } cases[] = {
        {"2018-01-24", DATE_OK},    {"1600-01-01", DATE_OK},    {"2999-12-31", DATE_OK},
        {"2016-02-29", DATE_OK},    {"2000-02-29", DATE_OK},    {"2017-02-29", DATE_DAY},
        {"1900-02-29", DATE_DAY},   {"2017-02-30", DATE_DAY},   {"2017-04-31", DATE_DAY},
        {"2017-01-00", DATE_DAY},   {"2017-13-01", DATE_MONTH}, {"2017-00-10", DATE_MONTH},
        {"1599-12-31", DATE_FORM},  {"3000-01-01", DATE_FORM},  {"", DATE_FORM},
        {"2017-1-01", DATE_FORM},   {"2017-01-1 ", DATE_FORM},  {"2017/01/01", DATE_FORM},
        {"2017-01-011", DATE_FORM}, {" 2017-01-01", DATE_FORM}, {"-017-01-01", DATE_FORM},
        {"2017-+1-01", DATE_FORM},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct date date;
        if (date_parse(cases[i].text, &date) != cases[i].problem)
            g_error("%s", cases[i].text);
    }
    struct date date;
    g_assert_cmpint(date_parse("2017-02-30", &date), ==, DATE_DAY);
    g_assert_cmpint(date.year, ==, 2017); /* what was read serves the message */
    g_assert_cmpint(date.month, ==, 2);
}

/* As people write a day. */
static const struct {
    const char *text, *iso; /* NULL: it is none */
    enum date_problem problem;
} typed[] = {
    {"2018-01-24", "2018-01-24", DATE_OK},
    {"2018-1-4", "2018-01-04", DATE_OK},
    {"1/24/2018", "2018-01-24", DATE_OK},
    {"01-24-2018", "2018-01-24", DATE_OK},
    {"January 24, 2018", "2018-01-24", DATE_OK},
    {"24 jan 2018", "2018-01-24", DATE_OK},
    {" Sept. 5, 2017 ", "2017-09-05", DATE_OK},
    {"24 of January 2018", "2018-01-24", DATE_OK},
    {"24 de enero de 2018", "2018-01-24", DATE_OK},
    {"5 AGO 2017", "2017-08-05", DATE_OK},
    {"2018 Oct 3", "2018-10-03", DATE_OK},
    {"13/45/2018", NULL, DATE_MONTH},
    {"2/30/2017", NULL, DATE_DAY},
    {"Feb 30, 2017", NULL, DATE_DAY},
    {"2017-02-30", NULL, DATE_DAY},
    {"1/24/18", NULL, DATE_FORM},
    {"Ja 24, 2018", NULL, DATE_FORM},
    {"Januarys 24, 2018", NULL, DATE_FORM},
    {"24 24 2018 1", NULL, DATE_FORM},
    {"January 2018", NULL, DATE_FORM},
    {"2018-01-24Z", NULL, DATE_FORM},
    {"2018-01---24", NULL, DATE_FORM},
    {"2018-01-24.", NULL, DATE_FORM},
    {"/1/24/2018", NULL, DATE_FORM},
    {"24 Jan Feb 2018", NULL, DATE_FORM},
    {"Jan Feb 2018", NULL, DATE_FORM},
    {"1/1/3000", NULL, DATE_FORM},
    {"", NULL, DATE_FORM},
    {"of of of", NULL, DATE_FORM},
    {"1e1/1/2018", NULL, DATE_FORM},
};

static void test_read(void)
{
    struct catalog *spanish = catalog_open("es", "templates/messages/es.po", NULL);
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(typed); i++) {
        struct date date;
        enum date_problem problem = date_read(spanish, typed[i].text, &date);
        if (problem != typed[i].problem || (typed[i].iso && !g_str_equal(date_iso(arena, date), typed[i].iso)))
            g_error("%s", typed[i].text);
    }
    arena_free(arena);
    catalog_free(spanish);
}

/* Every day from 1600 to 2999 follows the one before, and comes back from its number. */
static void test_days(void)
{
    struct date expected = {1600, 1, 1};
    int64_t first = date_days(expected);
    g_assert_cmpint(date_days((struct date){1970, 1, 1}), ==, 0);
    g_assert_cmpint(date_days((struct date){1969, 12, 31}), ==, -1);
    g_assert_cmpint(date_days((struct date){2018, 1, 24}) - date_days((struct date){2017, 10, 20}), ==, 96);
    for (int64_t days = first; expected.year < 3000; days++) {
        struct date date = date_from_days(days);
        g_assert_cmpint(date.year * 10000 + date.month * 100 + date.day, ==,
                        expected.year * 10000 + expected.month * 100 + expected.day);
        g_assert_cmpint(date_days(date), ==, days);
        if (++expected.day > date_days_in_month(expected.year, expected.month))
            expected = expected.month < 12 ? (struct date){expected.year, expected.month + 1, 1}
                                           : (struct date){expected.year + 1, 1, 1};
    }
}

static void test_fiscal_year(void)
{
    g_assert_cmpint(date_fiscal_year((struct date){2017, 9, 30}), ==, 2017);
    g_assert_cmpint(date_fiscal_year((struct date){2017, 10, 1}), ==, 2018);
}

static void test_words(void)
{
    struct arena *arena = arena_new();
    struct catalog *english = catalog_open("en", NULL, NULL);
    g_assert_cmpstr(date_long(arena, english, "2018-01-24", PRECISION_DAY), ==, "January 24, 2018");
    g_assert_cmpstr(date_long(arena, english, "2017-09-05", PRECISION_DAY), ==, "September 5, 2017");
    g_assert_cmpstr(date_short(arena, english, "2018-01-24", PRECISION_DAY), ==, "24 Jan 2018");
    g_assert_cmpstr(date_short(arena, english, "2017-12-01", PRECISION_DAY), ==, "1 Dec 2017");
    g_assert_cmpstr(date_long(arena, english, "soon", PRECISION_DAY), ==, "soon");
    g_assert_cmpstr(date_short(arena, english, "2017-02-30", PRECISION_DAY), ==, "2017-02-30");
    g_assert_cmpstr(date_long(arena, english, "2017-03-01", date_precision("month")), ==, "March 2017");
    g_assert_cmpstr(date_short(arena, english, "2017-03-01", date_precision("month")), ==, "Mar 2017");
    g_assert_cmpstr(date_long(arena, english, "2017-01-01", date_precision("year")), ==, "2017");
    g_assert_cmpstr(date_long(arena, english, "2007-10-01", date_precision("fiscal-year")), ==, "FY2008");
    g_assert_cmpstr(date_long(arena, english, "2008-09-30", date_precision("fiscal-year")), ==, "FY2008");
    g_assert_cmpstr(date_short(arena, english, "2018-12-31", date_precision("unknown")), ==, "Date not known");
    g_assert_cmpstr(date_long(arena, english, "soon", date_precision("year")), ==, "soon");
    g_assert_cmpint(date_precision(NULL), ==, PRECISION_DAY);
    g_assert_cmpstr(date_month_name(2), ==, "February");
    catalog_free(english);
    arena_free(arena);
}

static void test_distance(void)
{
    static const struct {
        int64_t days;
        const char *words;
    } cases[] = {
        {0, "today"},          {1, "in one day"},       {-1, "one day ago"},
        {7, "in 7 days"},      {-99, "99 days ago"},    {-100, "3 months ago"},
        {365, "in 12 months"}, {-468, "15 months ago"}, {-729, "23 months ago"},
        {-730, "2 years ago"}, {-3202, "8 years ago"},  {3653, "in 10 years"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(date_distance(arena, NULL, cases[i].days), ==, cases[i].words);
    int64_t day = date_days((struct date){2000, 3, 1});
    for (int years = 2; years < 100; years++) { /* an anniversary is told as one */
        g_autofree char *words = g_strdup_printf("%d years ago", years);
        g_assert_cmpstr(date_distance(arena, NULL, day - date_days((struct date){2000 + years, 3, 1})), ==, words);
    }
    arena_free(arena);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/date/parse", test_parse);
    g_test_add_func("/base/date/read", test_read);
    g_test_add_func("/base/date/days", test_days);
    g_test_add_func("/base/date/fiscal-year", test_fiscal_year);
    g_test_add_func("/base/date/words", test_words);
    g_test_add_func("/base/date/distance", test_distance);
    return g_test_run();
}

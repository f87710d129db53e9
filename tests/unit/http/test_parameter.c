/* Declared parameters: typing, messages, and the canonical query. */
#include "http/parameter.h"

#include <string.h>

static const struct choice states[] = {{"CA", "California"}, {"IL", "Illinois"}, {"NY", "New York"}, {NULL, NULL}};
static const struct choice sorts[] = {{"name", "Name"}, {"-amount", "Amount, largest first"}, {NULL, NULL}};

static const struct parameter text = {.name = "q", .type = PARAMETER_TEXT, .label = "Search"};
static const struct parameter state = {.name = "state",
                                       .type = PARAMETER_CHOICE,
                                       .repeatable = true,
                                       .choices = states,
                                       .label = "State",
                                       .hint = "Use a two-letter code, such as IL."};
static const struct parameter year = {
    .name = "fy", .type = PARAMETER_INTEGER, .sign = "FY", .low = 2002, .high = 2027, .label = "Fiscal year"};
static const struct parameter date = {.name = "as_of", .type = PARAMETER_DATE, .label = "As of"};
static const struct parameter amount = {.name = "min", .type = PARAMETER_MONEY, .label = "At least"};
static const struct parameter most = {.name = "max", .type = PARAMETER_MONEY, .label = "At most", .begin = "min"};
static const struct parameter until = {.name = "to", .type = PARAMETER_DATE, .label = "To", .begin = "as_of"};
static const struct parameter key = {
    .name = "j", .type = PARAMETER_KEY, .repeatable = true, .label = "Place", .hint = "Use small letters and digits."};
static const struct parameter sort = {.name = "sort",
                                      .type = PARAMETER_CHOICE,
                                      .choices = sorts,
                                      .label = "Sort by",
                                      .fallback = "name"};
static const struct parameter cursor = {.name = "after", .type = PARAMETER_CURSOR, .label = "Page"};
static const struct parameter big = {.name = "big", .type = PARAMETER_INTEGER, .high = INT64_MAX};
static const struct parameter size = {
    .name = "size", .type = PARAMETER_TEXT, .repeatable = true, .label = "Size", .fallback = "web"};
static const struct parameter listing = {
    .name = "program", .type = PARAMETER_LISTING, .repeatable = true, .label = "Program", .hint = "Use 16.738 or jag."};
static const struct parameter lang = {.name = "lang", .type = PARAMETER_CHOICE, .label = "Language"};

static const struct parameter *const declared[] = {&text, &state,  &year, &date, &until, &amount,  &most, &key,
                                                   &sort, &cursor, &big,  &size, &lang,  &listing, NULL};

struct fixture {
    struct arena *arena;
    struct catalog *catalog;
};

static void set_up(struct fixture *fixture, const void *data)
{
    (void)data;
    fixture->arena = arena_new();
    fixture->catalog = catalog_open("en", NULL, NULL);
}

static void tear_down(struct fixture *fixture, const void *data)
{
    (void)data;
    catalog_free(fixture->catalog);
    arena_free(fixture->arena);
}

static struct parameters *parse(struct fixture *fixture, const char *query)
{
    return parameters_parse(fixture->arena, fixture->catalog, declared, query);
}

static const char *canonical(struct fixture *fixture, const char *query)
{
    struct parameters *parameters = parse(fixture, query);
    if (parameters->n_errors)
        g_error("%s: %s", query, parameters->errors[0].message);
    return parameters_query(fixture->arena, parameters, NULL);
}

static void test_canonical(struct fixture *fixture, const void *data)
{
    (void)data;
    static const struct {
        const char *query, *canonical;
    } cases[] = {
        {"", ""},
        {"q=a+b", "q=a%20b"},
        {"q=++a++b++", "q=a%20%20b"},
        {"q=%26%3D%2B%25", "q=%26%3D%2B%25"},
        {"q=", ""},
        {"q=+++", ""},
        {"q", ""},
        {"fy=2017&state=IL", "state=IL&fy=2017"},
        {"state=NY&state=ca&state=IL&state=CA", "state=CA&state=IL&state=NY"},
        {"state=&state=IL&state=", "state=IL"},
        {"fy=2017&fy=", "fy=2017"},
        {"fy=FY17", "fy=2017"},
        {"fy=fy+2017", "fy=2017"},
        {"big=9223372036854775807", "big=9223372036854775807"},
        {"big=0", "big=0"},
        {"as_of=2016-02-29", "as_of=2016-02-29"},
        {"min=1000", "min=1000.00"},
        {"min=-12.5", "min=-12.50"},
        {"min=-0", "min=0.00"},
        {"j=cook-county-il&j=16.738", "j=16.738&j=cook-county-il"},
        {"program=scaap&program=16.738&program=a.b-c", "program=16.738&program=a.b-c&program=scaap"},
        {"sort=name", ""},
        {"sort=-AMOUNT", "sort=-amount"},
        {"after=aZ0_-", "after=aZ0_-"},
        {"as_of=1/24/2018&min=$1,250", "as_of=2018-01-24&min=1250.00"},
        {"size=web", ""},
        {"size=web&size=print", "size=print&size=web"}, /* without web it would be another question */
        {"utm_source=a&fbclid=%ff&gclid=%&utm_=1&fy=2017", "fy=2017"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *once = canonical(fixture, cases[i].query);
        g_assert_cmpstr(once, ==, cases[i].canonical);
        g_assert_cmpstr(canonical(fixture, once), ==, once);
    }
}

static void test_values(struct fixture *fixture, const void *data)
{
    (void)data;
    struct parameters *parameters = parse(fixture, "min=4120447&state=ny&fy=2017&state=IL&q=+x+");
    g_assert_cmpuint(parameters->n_values, ==, 5);
    g_assert_true(parameters->values[1].parameter == &state);
    g_assert_cmpstr(parameters_get(parameters, "state")->text, ==, "IL");
    g_assert_cmpint(parameters_get(parameters, "fy")->integer, ==, 2017);
    g_assert_cmpint(parameters_get(parameters, "min")->integer, ==, 412044700);
    g_assert_null(parameters_get(parameters, "sort"));
    g_assert_null(parameters_get(parameters, "nope"));
    g_assert_cmpstr(parameters_get(parameters, "q")->text, ==, "x");
    static const char *const given[] = {"4120447", "ny", "2017", "IL", " x "};
    g_assert_cmpuint(parameters->n_given, ==, G_N_ELEMENTS(given));
    for (size_t i = 0; i < G_N_ELEMENTS(given); i++)
        g_assert_cmpstr(parameters->given[i].value, ==, given[i]);
}

#define DATE_ERROR "'As of' must be a date in the years 1600 to 2999, such as 2019-07-04, 7/4/2019 or July 4, 2019."

static const struct {
    const char *query, *name, *label, *message;
} complaints[] = {
    {"as_of=2017-02-30", "as_of", "As of", "Enter a real date for 'As of'. February 2017 has 28 days."},
    {"as_of=2017-13-01", "as_of", "As of", "Enter a real date for 'As of'. A year has months 01 to 12."},
    {"as_of=2024-01-01T00:00:00Z", "as_of", "As of", DATE_ERROR},
    {"as_of=9999-01-01", "as_of", "As of", DATE_ERROR},
    {"state=ZZ", "state", "State", "'State' does not accept ‘ZZ’. Use a two-letter code, such as IL."},
    {"state=+IL", "state", "State", "'State' does not accept ‘ IL’. Use a two-letter code, such as IL."},
    {"fy=2016&fy=2017", "fy", "Fiscal year", "'Fiscal year' was given twice. Give it once."},
    {"fy=2017&fy=2017&fy=x", "fy", "Fiscal year", "'Fiscal year' was given twice. Give it once."},
    {"fy=FY28", "fy", "Fiscal year", "'Fiscal year' must be a whole number from 2002 to 2027, written in digits."},
    {"nope=1", "nope", "nope", "There is no field named ‘nope’."},
    {"page=", "page", "page", "There is no field named ‘page’."},
    {"utm=1", "utm", "utm", "There is no field named ‘utm’."},
    {"=1", "", "", "There is no field named ‘’."},
    {"q[]=a", "q[]", "q[]", "There is no field named ‘q[]’."},
    {"%ff=1", "%ff", "%ff", "There is no field named ‘%ff’."},
    {"nope=%ff", "nope", "nope", "There is no field named ‘nope’."},
    {"q=%ff", "q", "Search", "'Search' has bytes that are not text in UTF-8. Type the entry again."},
    {"q=a%00b", "q", "Search",
     "'Search' has a character that is not text, such as a tab or a line break. Take it out."},
    {"q=%", "q", "Search", "'Search' has a percent sign that is not part of a code. Type the entry again."},
    {"min=5$", "min", "At least", "'At least' must be an amount in dollars, such as 250000, $250,000 or 1250.50."},
    {"max=9.5&min=10", "max", "At most", "'At most' is less than 'At least'. Exchange them or leave one empty."},
    {"as_of=2017-10-02&to=2017-10-01", "to", "To", "'To' is before 'As of'. Exchange them or leave one empty."},
    {"j=Chicago", "j", "Place", "'Place' does not accept ‘Chicago’. Use small letters and digits."},
    {"program=16.738x", "program", "Program", "'Program' does not accept ‘16.738x’. Use 16.738 or jag."},
    {"sort=-name", "sort", "Sort by", "'Sort by' does not accept ‘-name’. One of: name, -amount."},
    {"lang=xx", "lang", "Language", "'Language' does not accept ‘xx’."},
    {"after=a=", "after", "Page", "'Page' is not a place in this list. Start again from the first page."},
};

static void test_messages(struct fixture *fixture, const void *data)
{
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(complaints); i++) {
        struct parameters *parameters = parse(fixture, complaints[i].query);
        g_assert_cmpuint(parameters->n_errors, ==, 1);
        g_assert_cmpstr(parameters->errors[0].name, ==, complaints[i].name);
        g_assert_cmpstr(parameters->errors[0].label, ==, complaints[i].label);
        g_assert_cmpstr(parameters->errors[0].message, ==, complaints[i].message);
    }
}

static const char *const wrong_forms[] = {
    "fy=0x7E4",
    "fy=%2B2017",
    "fy=+2017",
    "fy=2017+",
    "fy=-1",
    "fy=2017.0",
    "fy=2e3",
    "fy=inf",
    "fy=2001",
    "fy=%D9%A2%D9%A0%D9%A1%D9%A7",
    "fy=%EF%BC%92017",
    "big=9223372036854775808",
    "big=18446744073709551616",
    "as_of=0000-00-00",
    "as_of=2460000.5",
    "as_of=2017-00-10",
    "as_of=2017-1",
    "as_of=today",
    "as_of=2017-01-01/",
    "min=1,00",
    "min=1.234",
    "min=1e3",
    "min=99999999999999999999",
    "min=--1",
    "min=.5",
    "min=1.",
    "state=C",
    "state=%EF%BC%A3%EF%BC%A1",
    "state=CA%27",
    "sort=name+DESC",
    "sort=Name,",
    "j=-a",
    "j=.a",
    "j=a_b",
    "j=a/b",
    "j=%C3%A9",
    "after=a.b",
    "after=%20",
    "program=16.73",
    "program=16.7388",
    "program=1",
    "program=16-738",
    "program=-20.205",
    "program=20.205.1",
    "program=JAG",
    "program=1a",
};

static void test_wrong_forms(struct fixture *fixture, const void *data)
{
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(wrong_forms); i++) {
        struct parameters *parameters = parse(fixture, wrong_forms[i]);
        g_assert_cmpuint(parameters->n_errors, ==, 1);
        g_assert_cmpuint(parameters->n_values, ==, 0);
        g_assert_cmpuint(parameters->n_given, ==, 1);
    }
}

/* One bad entry never hides another, nor the good ones. */
static void test_all_problems(struct fixture *fixture, const void *data)
{
    (void)data;
    struct parameters *parameters =
        parse(fixture, "zz=1&as_of=2017-02-30&state=IL&q=%ff&fy=2016&fy=2017&state=QQ&min=5&%zz=1&sort=%4");
    static const char *const names[] = {"q", "state", "fy", "as_of", "sort", "zz", "%zz"};
    g_assert_cmpuint(parameters->n_errors, ==, G_N_ELEMENTS(names));
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        g_assert_cmpstr(parameters->errors[i].name, ==, names[i]);
    static const char *const given[] = {"zz", "as_of", "state", "fy", "fy", "state", "min"};
    g_assert_cmpuint(parameters->n_given, ==, G_N_ELEMENTS(given));
    for (size_t i = 0; i < G_N_ELEMENTS(given); i++)
        g_assert_cmpstr(parameters->given[i].name, ==, given[i]);
    g_assert_cmpstr(parameters_get(parameters, "state")->text, ==, "IL");
}

static char *filled(const char *before, size_t count, char byte)
{
    g_autofree char *fill = g_strnfill(count, byte);
    return g_strconcat(before, fill, NULL);
}

static size_t count_errors(struct fixture *fixture, char *query)
{
    size_t count = parse(fixture, query)->n_errors;
    g_free(query);
    return count;
}

static void test_lengths(struct fixture *fixture, const void *data)
{
    (void)data;
    g_assert_cmpuint(count_errors(fixture, filled("q=++", 200, 'x')), ==, 0);
    g_assert_cmpuint(count_errors(fixture, filled("q=", 201, 'x')), ==, 1);
    g_assert_cmpuint(count_errors(fixture, filled("j=", 200, 'x')), ==, 0);
    g_assert_cmpuint(count_errors(fixture, filled("j=", 201, 'x')), ==, 1);
    g_assert_cmpuint(count_errors(fixture, filled("after=", 1024, 'x')), ==, 0);
    g_assert_cmpuint(count_errors(fixture, filled("after=", 1025, 'x')), ==, 1);
    g_autofree char *too_long = filled("fy=2017&q=", 1025, 'x');
    struct parameters *parameters = parse(fixture, too_long);
    g_assert_cmpuint(parameters->n_errors, ==, 1);
    g_assert_cmpstr(parameters->errors[0].message, ==, "'Search' is too long. An entry can have at most 1,024 bytes.");
    g_assert_cmpuint(strlen(parameters->given[1].value), ==, 1025);
    g_autofree char *name = filled("", 40, 'n');
    g_assert_cmpuint(strlen(parse(fixture, name)->errors[0].name), ==, 32);
    g_autofree char *query = filled("q=", 4095, 'x');
    parameters = parse(fixture, query);
    g_assert_cmpuint(parameters->n_errors, ==, 1);
    g_assert_cmpstr(parameters->errors[0].name, ==, "");
    g_assert_cmpstr(parameters->errors[0].label, ==, "Address");
}

/* A message repeats at most 80 characters of what was typed. */
static void test_shortened(struct fixture *fixture, const void *data)
{
    (void)data;
    g_autoptr(GString) query = g_string_new("state=");
    g_autoptr(GString) expected = g_string_new("'State' does not accept ‘");
    for (int i = 0; i < 81; i++)
        g_string_append(query, "é");
    for (int i = 0; i < 79; i++)
        g_string_append(expected, "é");
    g_string_append(expected, "…’. Use a two-letter code, such as IL.");
    g_assert_cmpstr(parse(fixture, query->str)->errors[0].message, ==, expected->str);
}

/* Fields that say nothing do not count towards the limit: a form sends them all. */
static void test_many(struct fixture *fixture, const void *data)
{
    (void)data;
    g_autoptr(GString) query = g_string_new(NULL);
    for (int i = 0; i < 32; i++)
        g_string_append_printf(query, "j=k%02d&q=&fy=&utm_source=x&", i);
    struct parameters *parameters = parse(fixture, query->str);
    g_assert_cmpuint(parameters->n_errors, ==, 0);
    g_assert_cmpuint(parameters->n_values, ==, 32);
    g_string_append(query, "j=k32");
    parameters = parse(fixture, query->str);
    g_assert_cmpuint(parameters->n_errors, ==, 1);
    g_assert_cmpstr(parameters->errors[0].message, ==,
                    "This address has too many fields. It can have at most 32. Choose fewer filters.");
    g_assert_cmpuint(parameters->n_given, ==, 32);
    g_autofree char *unknown = g_strnfill(4000, 'u');
    for (size_t i = 1; i < 4000; i += 2)
        unknown[i] = '&';
    g_assert_cmpuint(parse(fixture, unknown)->n_errors, ==, 33);
}

static void test_changes(struct fixture *fixture, const void *data)
{
    (void)data;
    struct parameters *parameters = parse(fixture, "state=IL&state=CA&fy=2017&sort=-amount");
    static const struct {
        struct parameter_change changes[4];
        const char *query;
    } cases[] = {
        {{{NULL, NULL}}, "state=CA&state=IL&fy=2017&sort=-amount"},
        {{{"fy", "2016"}}, "state=CA&state=IL&fy=2016&sort=-amount"},
        {{{"fy", NULL}}, "state=CA&state=IL&sort=-amount"},
        {{{"fy", ""}}, "state=CA&state=IL&sort=-amount"},
        {{{"sort", "name"}}, "state=CA&state=IL&fy=2017"},
        {{{"state", "NY"}}, "state=NY&fy=2017&sort=-amount"},
        {{{"state", "NY"}, {"state", "CA"}, {"state", "NY"}}, "state=CA&state=NY&fy=2017&sort=-amount"},
        {{{"after", "x"}, {"q", "a&b"}}, "q=a%26b&state=CA&state=IL&fy=2017&sort=-amount&after=x"},
        {{{"edition", "3"}, {"gone", NULL}, {"fy", NULL}}, "state=CA&state=IL&sort=-amount&edition=3"},
    };
    g_assert_cmpstr(parameters_query(fixture->arena, parameters, NULL), ==, cases[0].query);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(parameters_query(fixture->arena, parameters, cases[i].changes), ==, cases[i].query);
}

/* With a value in its place, a gap is the same query as a change. */
static void test_gap(struct fixture *fixture, const void *data)
{
    (void)data;
    struct parameters *parameters = parse(fixture, "state=IL&state=CA&fy=2017&sort=-amount&after=x");
    const struct parameter_change rest[] = {{"after", NULL}, {NULL, NULL}};
    for (const struct parameter *const *each = parameters->declared; *each; each++) {
        const struct parameter_change whole[] = {{(*each)->name, "NY"}, {"after", NULL}, {NULL, NULL}};
        struct query_gap gap = parameters_query_gap(fixture->arena, parameters, rest, *each);
        g_assert_cmpstr(arena_concat(fixture->arena, gap.before, "NY", gap.after, NULL), ==,
                        strcmp((*each)->name, "after") == 0 ? "state=CA&state=IL&fy=2017&sort=-amount&after=NY"
                                                            : parameters_query(fixture->arena, parameters, whole));
    }
}

static void test_without(struct fixture *fixture, const void *data)
{
    (void)data;
    struct parameters *parameters = parse(fixture, "state=IL&state=CA&fy=2017&size=web&size=print");
    const struct parameter_change no_year[] = {{"fy", NULL}, {NULL, NULL}};
    const struct parameters *one_state = parameters_without(fixture->arena, parameters, &parameters->values[1]);
    g_assert_cmpstr(parameters_query(fixture->arena, one_state, no_year), ==, "state=CA&size=print&size=web");
    const struct parameters *one_size = parameters_without(fixture->arena, parameters, &parameters->values[3]);
    g_assert_cmpstr(parameters_query(fixture->arena, one_size, NULL), ==, "state=CA&state=IL&fy=2017");
    g_assert_cmpuint(parameters->n_values, ==, 5);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*test)(struct fixture *fixture, const void *data);
    } tests[] = {
        {"/http/parameter/canonical", test_canonical},
        {"/http/parameter/values", test_values},
        {"/http/parameter/messages", test_messages},
        {"/http/parameter/wrong-forms", test_wrong_forms},
        {"/http/parameter/all-problems", test_all_problems},
        {"/http/parameter/lengths", test_lengths},
        {"/http/parameter/shortened", test_shortened},
        {"/http/parameter/many", test_many},
        {"/http/parameter/changes", test_changes},
        {"/http/parameter/without", test_without},
        {"/http/parameter/gap", test_gap},
    };
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, struct fixture, NULL, set_up, tests[i].test, tear_down);
    return g_test_run();
}

/* Templates that are wrong: every error names the file, the line, the column and what is wrong. */
#include "fixture.h"

/* MESSAGE is what follows the folder's name. */
static void expect_error(const struct fixture *fixture, const GError *error, int code, const char *message)
{
    g_autofree char *expected = g_strdup_printf("%s/%s", fixture->dir, message);
    g_assert_nonnull(error);
    g_assert_cmpstr(error->message, ==, expected);
    g_assert_true(g_error_matches(error, PROVISO_ERROR, code));
}

static void expect_refused(struct fixture *fixture, const char *page, const char *message)
{
    g_autoptr(GError) error = NULL;
    struct templates *templates = fixture_open(fixture, page, &error);
    g_assert_null(templates);
    expect_error(fixture, error, ERROR_DATA, message);
}

static void refuse_all(const struct fixture_case *cases, size_t n)
{
    struct fixture *fixture = fixture_new("en", NULL);
    for (size_t i = 0; i < n; i++)
        expect_refused(fixture, cases[i].page, cases[i].expected);
    fixture_free(fixture);
}

static void test_tags(void)
{
    static const struct fixture_case cases[] = {
        {"a\nb {{x", "page.html:2:3: a tag that is not closed"},
        {"\xc3\xa9\xc3\xa9 {{}}", "page.html:1:4: {{}}: this is not a name"},
        {"{{X}}", "page.html:1:1: {{X}}: this is not a name"},
        {"{{1}}", "page.html:1:1: {{1}}: this is not a name"},
        {"{{a.}}", "page.html:1:1: {{a.}}: this is not a name"},
        {"{{.}}", "page.html:1:1: {{.}}: this is not a name"},
        {"{{a b}}", "page.html:1:1: {{a b}}: there is more here than a name"},
        {"{{a by b}}", "page.html:1:1: {{a by b}}: there is more here than a name"},
        {"{{a.b.c}}", "page.html:1:1: {{a.b.c}}: this name has too many parts"},
        {"{{a.b.raw.label}}", "page.html:1:1: {{a.b.raw.label}}: this is not a name"},
        {"{{{a}}}", "page.html:1:1: {{{a}}: every value is escaped; there is no other tag"},
        {"{{&a}}", "page.html:1:1: {{&a}}: every value is escaped; there is no other tag"},
        {"{{=<% %>=}}", "page.html:1:1: {{=<% %>=}}: this is not a name"},
        {"{{#a by}}{{/a}}", "page.html:1:1: {{#a by}}: by is followed by a column"},
        {"{{#a by b c}}{{/a}}", "page.html:1:1: {{#a by b c}}: there is more here than a name"},
        {"{{#a bye}}{{/a}}", "page.html:1:1: {{#a bye}}: there is more here than a name"},
        {"{{^a by b}}{{/a}}", "page.html:1:1: {{^a by b}}: there is more here than a name"},
        {"{{#a.b.c}}{{/a.b.c}}", "page.html:1:1: {{#a.b.c}}: this name has too many parts"},
        {"{{> a.b}}", "page.html:1:1: {{> a.b}}: this name has too many parts"},
        {"{{_x}}", "page.html:1:1: {{_x}}: this is not a name"},
    };
    refuse_all(cases, G_N_ELEMENTS(cases));
}

static void test_sections(void)
{
    static const struct fixture_case cases[] = {
        {"\n  {{#a}} x", "page.html:2:3: {{#a}}: the section is not closed"},
        {"{{#a}}\n{{#b}}\n", "page.html:2:1: {{#b}}: the section is not closed"},
        {"x{{/a}}", "page.html:1:2: {{/a}}: no section is open here"},
        {"{{#a}}\n{{/b}}", "page.html:2:1: {{/b}}: the open section is {{#a}} of line 1"},
        {"{{#a.b}}{{/b}}", "page.html:1:9: {{/b}}: the open section is {{#a.b}} of line 1"},
        {"{{#a}}{{#b}}{{/a}}{{/b}}", "page.html:1:13: {{/a}}: the open section is {{#b}} of line 1"},
        {"{{#a}}<p {{/a}}",
         "page.html:1:10: {{/a}}: the section begins in text and ends elsewhere, between attributes"},
        {"<p {{#a}}>{{/a}}",
         "page.html:1:11: {{/a}}: the section begins between attributes and ends elsewhere, in text"},
        {"<p {{#a}}b=\"{{/a}}\">",
         "page.html:1:13: {{/a}}: the section begins between attributes and ends elsewhere, in an attribute value"},
        {"<p a=\"{{#a}}\" b=\"{{/a}}\">",
         "page.html:1:18: {{/a}}: the section begins in an attribute value and ends elsewhere, in an attribute value"},
        {"<p {{#a}}></p><p {{/a}}>",
         "page.html:1:18: {{/a}}: the section begins between attributes and ends elsewhere, between attributes"},
        {"<title>{{#a}}</title><title>{{/a}}</title>", "page.html:1:29: {{/a}}: the section begins in a title or "
                                                       "textarea and ends elsewhere, in a title or textarea"},
        {"<p{{#a}}b{{/a}}>", "page.html:1:9: white space is missing between attributes"},
        {"<p {{#a}}b{{/a}}c>", "page.html:1:17: white space is missing between attributes"},
        {"<p b{{#a}} c {{/a}}d>", "page.html:1:20: white space is missing between attributes"},
        {"<p {{#a}}b{{/a}}{{^a}}c{{/a}}>", "page.html:1:23: white space is missing between attributes"},
        {"<p {{#a}}b {{/a}}=\"c\">", "page.html:1:18: a stray character between attributes"},
    };
    refuse_all(cases, G_N_ELEMENTS(cases));
}

static void test_places(void)
{
    static const struct fixture_case cases[] = {
        {"<{{a}}>", "page.html:1:2: {{a}} cannot stand in a tag name"},
        {"</{{a}}>", "page.html:1:3: {{a}} cannot stand in a tag name"},
        {"<h{{a}}>", "page.html:1:3: {{a}} cannot stand in a tag name"},
        {"<p {{a}}>", "page.html:1:4: {{a}} cannot stand between attributes"},
        {"<p a=\"\"{{a}}>", "page.html:1:8: {{a}} cannot stand between attributes"},
        {"<p a{{a}}>", "page.html:1:5: {{a}} cannot stand in an attribute name"},
        {"<p a={{a}}>", "page.html:1:6: {{a}} cannot stand in an attribute value without quotes"},
        {"<p a=b{{#a}}>", "page.html:1:7: {{#a}} cannot stand in an attribute value without quotes"},
        {"<p a='{{a}}'>", "page.html:1:7: {{a}} cannot stand in a single-quoted attribute value"},
        {"<!-- {{a}} -->", "page.html:1:6: {{a}} cannot stand in a comment"},
        {"<!-- {{! a }} -->", "page.html:1:6: {{! a }} cannot stand in a comment"},
        {"<!doctype {{a}}>", "page.html:1:11: {{a}} cannot stand in a declaration"},
        {"<script>{{a}}</script>",
         "page.html:1:9: {{a}} cannot stand in a script, style or other element that is not text"},
        {"<STYLE>\n{{#a}}{{/a}}</STYLE>",
         "page.html:2:1: {{#a}} cannot stand in a script, style or other element that is not text"},
        {"<title></ti{{a}}tle>", "page.html:1:12: {{a}} cannot stand in a tag name"},
        {"<title>{{> a}}</title>", "page.html:1:8: {{> a}} cannot stand in a title or textarea"},
        {"<p a=\"{{> a}}\">", "page.html:1:7: {{> a}} cannot stand in an attribute value"},
        {"<p onclick=\"{{a}}\">", "page.html:1:13: {{a}} cannot stand in an attribute that holds code"},
        {"<p style=\"{{#a}}{{/a}}\">", "page.html:1:11: {{#a}} cannot stand in an attribute that holds code"},
        {"<iframe srcdoc=\"{{_}}a{{/_}}\">", "page.html:1:17: {{_}} cannot stand in an attribute that holds code"},
        {"<a href=\"/{{a}}\">", "page.html:1:11: {{a}} cannot stand beside anything else in an address"},
        {"<a HREF=\"{{a}}{{b}}\">", "page.html:1:15: {{b}} cannot stand beside anything else in an address"},
        {"<a href=\"{{#a}}{{b}}{{/a}}\">", "page.html:1:10: {{#a}} cannot stand beside anything else in an address"},
        {"<a href=\"{{a}}#x\">", "page.html:1:15: an address stands alone in its attribute"},
        {"<img srcset=\"{{a}} 2x, b\">", "page.html:1:22: an address stands alone in its attribute"},
    };
    refuse_all(cases, G_N_ELEMENTS(cases));
}

static void test_markup(void)
{
    static const struct fixture_case cases[] = {
        {"1 < 2", "page.html:1:4: a < that begins no tag is written &lt;"},
        {"<?xml?>", "page.html:1:2: a < that begins no tag is written &lt;"},
        {"</ p>", "page.html:1:3: an end tag has a name"},
        {"<![CDATA[x]]>", "page.html:1:3: neither a comment nor a doctype"},
        {"<!-x->", "page.html:1:4: a comment begins with two dashes"},
        {"<!-- a --!> -->", "page.html:1:10: a comment ends with two dashes and a >"},
        {"<p<b>", "page.html:1:3: a stray character in a tag name"},
        {"<p \"a\">", "page.html:1:4: a stray character between attributes"},
        {"<p a\"b\">", "page.html:1:5: a stray character in an attribute name"},
        {"<p a=b\"c>", "page.html:1:7: a stray character in an attribute value without quotes"},
        {"<p a=>", "page.html:1:6: an attribute's value is missing"},
        {"<p a=\"b\"c=\"d\">", "page.html:1:9: white space is missing between attributes"},
        {"<script>a<b</script>", "page.html:1:11: inside this element a < begins only its end tag"},
        {"<title>\n<b></title>", "page.html:2:2: inside this element a < begins only its end tag"},
        {"<p>\n<a href=\"x", "page.html:2:11: the file ends in an attribute value"},
        {"<!-- a", "page.html:1:7: the file ends in a comment"},
        {"<textarea>", "page.html:1:11: the file ends in a title or textarea"},
        {"<br", "page.html:1:4: the file ends in a tag name"},
    };
    refuse_all(cases, G_N_ELEMENTS(cases));
}

static void test_words(void)
{
    static const struct fixture_case cases[] = {
        {"x {{_}} y", "page.html:1:3: {{_}}: words to translate are not closed"},
        {"{{_}}a{{_}}b{{/_}}", "page.html:1:1: {{_}}: words to translate stand in words to translate"},
        {"{{_}} \n {{/_}}", "page.html:1:1: {{_}}: there are no words to translate"},
        {"{{_}}{{#a}}b{{/_}}{{/a}}", "page.html:1:1: {{#a}}: the section is not closed"},
        {"{{#a}}{{_}}b{{/a}}{{/_}}", "page.html:1:7: {{/a}}: no section is open here"},
        {"{{_}}<b{{/_}}", "page.html:1:1: {{_}}: the words begin in text and end elsewhere, in a tag name"},
        {"<p a=\"{{_}}say \"this\"{{/_}}\">", "page.html:1:7: white space is missing between attributes"},
        {"a{{/_}}", "page.html:1:2: {{/_}}: this is not a name"},
    };
    refuse_all(cases, G_N_ELEMENTS(cases));
}

static void test_translations(void)
{
    static const char po[] = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                             "msgid \"one\"\nmsgstr \"{{#uno}}\"\n\n"
                             "msgid \"two\"\nmsgstr \"<a href=x\"\n\n"
                             "msgid \"three\"\nmsgstr \"<b {{x}}>\"\n\n"
                             "msgid \"four\"\nmsgstr \"{{_}}x{{/_}}\"\n\n";
    static const struct fixture_case cases[] = {
        {"\n {{_}}one{{/_}}", "page.html:2:2: in the translation: {{#uno}}: the section is not closed"},
        {"{{_}}two{{/_}}", "page.html:1:1: in the translation: {{_}}: the words begin in text and end elsewhere, "
                           "in an attribute value without quotes"},
        {"{{_}}three{{/_}}", "page.html:1:1: in the translation: {{x}} cannot stand between attributes"},
        {"{{_}}four{{/_}}", "page.html:1:1: in the translation: {{_}}: words to translate stand in words to translate"},
    };
    struct fixture *fixture = fixture_new("es", po);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        expect_refused(fixture, cases[i].page, cases[i].expected);
    fixture_free(fixture);
}

static void test_partials(void)
{
    struct fixture *fixture = fixture_new("en", NULL);
    expect_refused(fixture, "\n{{> gone}}", "page.html:2:1: {{> gone}}: there is no such partial");
    expect_refused(fixture, "{{> content}}", "page.html:1:1: {{> content}}: there is no such partial");
    fixture_write(fixture, "partials/a.html", "x\n{{> b}}");
    fixture_write(fixture, "partials/b.html", "{{> a}}");
    expect_refused(fixture, "", "partials/b.html:1:1: {{> a}}: the partial holds itself");
    fixture_write(fixture, "partials/b.html", "<b>{{/c}}");
    expect_refused(fixture, "{{#c}}{{> b}}", "partials/b.html:1:4: {{/c}}: no section is open here");
    fixture_write(fixture, "partials/b.html", "<b");
    expect_refused(fixture, "", "partials/b.html:1:3: the file ends in a tag name");
    fixture_write(fixture, "partials/b.html", "");
    fixture_write(fixture, "layout.html", "nothing");
    expect_refused(fixture, "", "layout.html: {{> content}} is missing");
    fixture_free(fixture);
}

/* DEPTH sections, one in the other. */
static char *nested(size_t depth)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < depth; i++)
        g_string_append(text, "{{^none}}");
    for (size_t i = 0; i < depth; i++)
        g_string_append(text, "{{/none}}");
    return g_string_free(text, FALSE);
}

static void test_limits(void)
{
    struct fixture *fixture = fixture_new("en", NULL);
    g_autofree char *deepest = nested(16);
    g_autofree char *deeper = nested(17);
    g_autofree char *text = fixture_render(fixture, deepest);
    g_assert_cmpstr(text, ==, "");
    expect_refused(fixture, deeper, "page.html:1:145: {{^none}}: sections are nested too deep"); /* 16 * 9 + 1 */
    for (int i = 1; i <= 9; i++) {
        g_autofree char *name = g_strdup_printf("partials/p%d.html", i);
        g_autofree char *body = g_strdup_printf("%d{{> p%d}}", i, i + 1);
        fixture_write(fixture, name, i < 8 ? body : "8");
    }
    g_autofree char *eight = fixture_render(fixture, "{{> p1}}");
    g_assert_cmpstr(eight, ==, "12345678");
    fixture_write(fixture, "partials/p8.html", "8{{> p9}}");
    expect_refused(fixture, "{{> p1}}", "partials/p8.html:1:2: {{> p9}}: partials are nested too deep");
    fixture_free(fixture);
}

/* Five levels of ten are 10^5 values. 65,536 may be; the one too many is the seventh p0 of a p1. */
static void test_size(void)
{
    struct fixture *fixture = fixture_new("en", NULL);
    fixture_write(fixture, "partials/p0.html", "{{x}}");
    for (int i = 1; i <= 5; i++) {
        g_autofree char *name = g_strdup_printf("partials/p%d.html", i);
        g_autoptr(GString) body = g_string_new(NULL);
        for (int j = 0; j < 10; j++)
            g_string_append_printf(body, "{{> p%d}}", i - 1);
        fixture_write(fixture, name, body->str);
    }
    expect_refused(fixture, "", "partials/p1.html:1:57: the page is too large");
    fixture_free(fixture);
}

static void test_files(void)
{
    struct fixture *fixture = fixture_new("en", NULL);
    expect_refused(fixture, "\xff", "page.html: this is not UTF-8 text");
    g_autofree char *page = g_build_filename(fixture->dir, "page.html", NULL);
    g_assert_true(g_file_set_contents(page, "a\0b", 3, NULL));
    g_autoptr(GError) nul = NULL;
    g_assert_null(templates_open(fixture->dir, fixture->catalog, &nul));
    expect_error(fixture, nul, ERROR_DATA, "page.html: this is not UTF-8 text");
    g_autofree char *layout = g_build_filename(fixture->dir, "layout.html", NULL);
    fixture_write(fixture, "page.html", "");
    g_assert_cmpint(g_unlink(layout), ==, 0);
    g_autoptr(GError) missing = NULL;
    g_assert_null(templates_open(fixture->dir, fixture->catalog, &missing));
    expect_error(fixture, missing, ERROR_DATA, "layout.html is missing");
    fixture_write(fixture, "layout.html", "");
    g_autofree char *nowhere = g_build_filename(fixture->dir, "nowhere", NULL);
    g_autoptr(GError) folder = NULL;
    g_assert_null(templates_open(nowhere, fixture->catalog, &folder));
    g_assert_error(folder, PROVISO_ERROR, ERROR_IO);
    fixture_free(fixture);
}

static const struct fixture_case unresolved[] = {
    {"a\n {{nothing}}", "page.html:2:2: {{nothing}}: no column or result of this name is in scope"},
    {"{{name}}", "page.html:1:1: {{name}}: no column or result of this name is in scope"},
    {"{{name.raw}}", "page.html:1:1: {{name.raw}}: no column or result of this name is in scope"},
    {"{{site.name}}", "page.html:1:1: {{site.name}}: no column or result of this name is in scope"},
    {"{{places.raw}}", "page.html:1:1: {{places.raw}}: no column or result of this name is in scope"},
    {"{{nothing.name}}", "page.html:1:1: {{nothing.name}}: no column or result of this name is in scope"},
    {"{{#nothing}}{{/nothing}}", "page.html:1:1: {{#nothing}}: no column or result of this name is in scope"},
    {"{{^nothing}}{{/nothing}}", "page.html:1:1: {{^nothing}}: no column or result of this name is in scope"},
    {"{{#none}}{{word}}{{/none}}", "page.html:1:10: {{word}}: no column or result of this name is in scope"},
    {"{{^places}}{{name}}{{/places}}", "page.html:1:12: {{name}}: no column or result of this name is in scope"},
    {"{{#places}}{{#notes}}{{gone}}{{/notes}}{{/places}}",
     "page.html:1:22: {{gone}}: no column or result of this name is in scope"},
    {"{{#places}}{{#open}}{{word}}{{/open}}{{/places}}",
     "page.html:1:21: {{word}}: no column or result of this name is in scope"},
    {"{{#words}}{{/words}}{{word}}", "page.html:1:21: {{word}}: no column or result of this name is in scope"},
    {"{{places}}", "page.html:1:1: {{places}}: this is a result, not a value"},
    {"{{#places}}{{notes}}{{/places}}", "page.html:1:12: {{notes}}: the cells of this column hold results, not values"},
    {"<a href=\"{{site.label}}\">", "page.html:1:10: {{site.label}}: this attribute takes only a column of type url"},
    {"{{#site}}<a href=\"{{url.label}}\">{{/site}}",
     "page.html:1:19: {{url.label}}: this attribute takes only a column of type url"},
    {"<q cite=\"{{places.name}}\">", "page.html:1:10: {{places.name}}: this attribute takes only a column of type url"},
    {"{{#places by word}}{{/places}}", "page.html:1:1: {{#places by word}}: there is no such column to group by"},
    {"{{#places}}{{#open by kind}}{{/open}}{{/places}}", "page.html:1:12: {{#open by kind}}: only rows can be grouped"},
    {"{{#none}}{{#notes}}{{/notes}}{{/none}}",
     "page.html:1:10: {{#notes}}: no cell shows which columns these results have"},
    {"{{_}}words {{nothing}}{{/_}}", "page.html:1:1: {{nothing}}: no column or result of this name is in scope"},
};

/* What check refuses with ERROR_DATA; rendering answers ERROR_INTERNAL where it comes by the tag. */
static void test_check(void)
{
    struct fixture *fixture = fixture_new("en", NULL);
    const struct result *const *results = fixture_results(fixture->arena);
    for (size_t i = 0; i < G_N_ELEMENTS(unresolved); i++) {
        g_autoptr(GError) error = NULL;
        struct templates *templates = fixture_open(fixture, unresolved[i].page, &error);
        g_assert_no_error(error);
        g_assert_false(templates_check(templates, "page", results, FIXTURE_RESULTS, &error));
        expect_error(fixture, error, ERROR_DATA, unresolved[i].expected);
        templates_free(templates);
    }
    g_autoptr(GError) error = NULL;
    struct templates *templates = fixture_open(fixture, "{{#places}}{{#notes}}{{gone}}{{/notes}}{{/places}}", &error);
    g_autoptr(GString) out = g_string_new(NULL);
    g_assert_false(template_render(templates, "page", fixture->arena, results, FIXTURE_RESULTS, out, &error));
    expect_error(fixture, error, ERROR_INTERNAL,
                 "page.html:1:22: {{gone}}: no column or result of this name is in scope");
    g_clear_error(&error);
    g_assert_false(template_render(templates, "other", fixture->arena, results, FIXTURE_RESULTS, out, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_INTERNAL);
    g_clear_error(&error);
    g_assert_false(templates_check(templates, "other", results, FIXTURE_RESULTS, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_DATA);
    templates_free(templates);
    fixture_free(fixture);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tmpl/errors/tags", test_tags);
    g_test_add_func("/tmpl/errors/sections", test_sections);
    g_test_add_func("/tmpl/errors/places", test_places);
    g_test_add_func("/tmpl/errors/markup", test_markup);
    g_test_add_func("/tmpl/errors/words", test_words);
    g_test_add_func("/tmpl/errors/translations", test_translations);
    g_test_add_func("/tmpl/errors/partials", test_partials);
    g_test_add_func("/tmpl/errors/limits", test_limits);
    g_test_add_func("/tmpl/errors/size", test_size);
    g_test_add_func("/tmpl/errors/files", test_files);
    g_test_add_func("/tmpl/errors/check", test_check);
    return g_test_run();
}

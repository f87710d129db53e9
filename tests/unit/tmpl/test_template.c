/* Templates that are right: what each tag gives, on pages small enough to work out by hand. */
#include "fixture.h"

/* The library that reads catalogues keeps something of the last one, and loses it when it reads the next. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libgettextpo.so";
}

static void expect_english(const struct fixture_case *cases, size_t n)
{
    struct fixture *fixture = fixture_new("en", NULL);
    fixture_expect(fixture, cases, n);
    fixture_free(fixture);
}

static void test_values(void)
{
    static const struct fixture_case cases[] = {
        {"", ""},
        {"plain { } }} text", "plain { } }} text"},
        {"{{site.url}}", "/"},
        {"{{ site.url }}{{\nsite.url\n}}", "//"},
        {"{{#places}}{{name}};{{/places}}", "Alder &lt;A&gt;;Birch;Cedar;"},
        {"{{#places}}{{kind}}={{kind.raw}};{{/places}}", "City=city;City=city;County=county;"},
        {"{{#places}}{{amount_usd}}|{{/places}}", "$4,120,447||\xe2\x88\x92$12.50|"},
        {"{{#places}}{{amount_usd.raw}}|{{/places}}", "4120447.00||-12.50|"},
        {"{{#places}}{{issued_on}}|{{issued_on.raw}}|{{/places}}",
         "January 24, 2018|2018-01-24|||October 20, 2017|2017-10-20|"},
        {"{{#places}}{{open}}{{open.raw}}|{{/places}}", "yes1|no0||"},
        {"{{places.kind.label}}", "Kind &lt;of place&gt;"},
        {"{{places.amount_usd}} {{places.amount_usd.raw}}", "$4,120,447 4120447.00"},
        {"{{none.name}}[{{none.name.label}}]", "[Name]"},
        {"{{#places}}{{site.url}}{{kind.label}} {{/places}}",
         "/Kind &lt;of place&gt; /Kind &lt;of place&gt; /Kind &lt;of place&gt; "},
        {"{{site.label}}", "Trees &amp; &quot;more&quot;"},
        {"{{site.raw}}", "it&#39;s raw"},
        {"{{site.label.label}} {{site.raw.raw}}", "Label it&#39;s raw"},
        {"{{#site}}{{label}} {{label.label}}{{/site}}", "Trees &amp; &quot;more&quot; Label"},
    };
    expect_english(cases, G_N_ELEMENTS(cases));
}

static void test_sections(void)
{
    static const struct fixture_case cases[] = {
        {"{{#none}}never{{/none}}{{^none}}nothing{{/none}}", "nothing"},
        {"{{^places}}never{{/places}}", ""},
        {"{{#places}}{{#open}}open {{name}}{{/open}}{{^open}}-{{/open}};{{/places}}", "open Alder &lt;A&gt;;-;-;"},
        {"{{#places}}{{#amount_usd}}{{amount_usd}}{{/amount_usd}}{{^amount_usd}}no data{{/amount_usd}};{{/places}}",
         "$4,120,447;no data;\xe2\x88\x92$12.50;"},
        {"{{#site.url}}{{site.url}}{{/site.url}}", "/"},
        {"{{#none.name}}never{{/none.name}}{{^none.name}}no row{{/none.name}}", "no row"},
        {"{{#places}}{{name.raw}}:{{#notes}}{{word}}({{name}}),{{/notes}}{{^notes}}none{{/notes}};{{/places}}",
         "Alder &lt;A&gt;:one(Alder &lt;A&gt;),two(Alder &lt;A&gt;),three(Alder "
         "&lt;A&gt;),;Birch:none;Cedar:four(Cedar),;"},
        {"{{#places.notes}}{{word}} {{/places.notes}}", "one two three "},
        {"{{#words}}{{#words}}{{word}}{{/words}},{{/words}}", "xy,xy,"},
        {"{{#words}}{{word}}{{#places}}{{kind.raw}}{{word}}{{/places}} {{/words}}",
         "xcityxcityxcountyx ycityycityycountyy "},
        {"{{#words}}{{words.word}}{{/words}}", "xx"},
    };
    expect_english(cases, G_N_ELEMENTS(cases));
}

static void test_groups(void)
{
    static const struct fixture_case cases[] = {
        {"{{#places by kind}}{{kind}}: {{#places}}{{name.raw}},{{/places}}; {{/places}}",
         "City: Alder &lt;A&gt;,Birch,; County: Cedar,; "},
        {"{{#places by kind}}{{name.raw}} {{/places}}", "Alder &lt;A&gt; Cedar "},
        {"{{#places by kind}}{{^places}}never{{/places}}.{{/places}}", ".."},
        {"{{#places by kind}}[{{#places by open}}({{#places}}{{open.raw}}{{/places}}){{/places}}]{{/places}}",
         "[(1)(0)][()]"},
        {"{{#places by name}}{{#places}}*{{/places}};{{/places}}", "*;*;*;"},
        {"{{#words by topic}}{{#words}}{{word}}{{/words}};{{/words}}", "xy;"},
        {"{{#none by kind}}never{{/none}}{{^none}}none{{/none}}", "none"},
        {"{{#places}}{{#notes by topic}}{{topic}}: {{#notes}}{{word}} {{/notes}}/{{/notes}};{{/places}}",
         "law: one two /money: three /;;court: four /;"},
        {"{{# places  by  kind }}{{#words}}{{#places}}{{kind.raw}} {{/places}}{{/words}};{{/ places }}",
         "city city city city ;county county ;"},
    };
    expect_english(cases, G_N_ELEMENTS(cases));
}

static void test_lines(void)
{
    static const struct fixture_case cases[] = {
        {"a\n{{! note }}\nb\n", "a\nb\n"},
        {"a\n  {{! over\ntwo lines }}  \nb\n", "a\nb\n"},
        {"<ul>\n  {{#words}}\n  <li>{{word}}</li>\n  {{/words}}\n</ul>\n", "<ul>\n  <li>x</li>\n  <li>y</li>\n</ul>\n"},
        {"{{#words}}\r\n{{word}}\r\n{{/words}}\r\nend", "x\r\ny\r\nend"},
        {"{{^none}}{{#words}} {{! three on a line }}\n{{word}}\n{{/words}}{{/none}}", "x\ny\n"},
        {"a\n\n{{#words}}{{word}}\n{{/words}}\nb", "a\n\nx\ny\nb"},
        {"a {{! not alone }}\nb", "a \nb"},
        {"{{^none}} x\n{{/none}}", " x\n"},
        {"\n \n{{site.url}}\n", "\n \n/\n"},
        {"<input\n  {{^none}}\n  checked\n  {{/none}}\n>", "<input\n  checked\n>"},
    };
    expect_english(cases, G_N_ELEMENTS(cases));
}

static void test_attributes(void)
{
    static const struct fixture_case cases[] = {
        {"<a href=\"{{places.url}}\">", "<a href=\"/p/alder?a=1&amp;b=2\">"},
        {"<a href=\"#{{places.kind.raw}}-x\">", "<a href=\"#city-x\">"},
        {"<a href = \"{{places.url.raw}}\" title=\"to {{site.label}}!\">",
         "<a href = \"/p/alder?a=1&amp;b=2\" title=\"to Trees &amp; &quot;more&quot;!\">"},
        {"<img srcset=\"{{site.url}} 2x\" SRC='/fixed'/>", "<img srcset=\"/ 2x\" SRC='/fixed'/>"},
        {"<option value=\"{{site.raw}}\"{{#site.url}} selected{{/site.url}}>",
         "<option value=\"it&#39;s raw\" selected>"},
        {"<input{{#site.url}} aria-invalid=\"true\"{{/site.url}}>", "<input aria-invalid=\"true\">"},
        {"<input{{#none}} a{{/none}}{{^none}} b=\"{{site.url}}\"{{/none}} c>", "<input b=\"/\" c>"},
        {"<p class=\"a{{#site}} b{{label}}{{/site}}\">", "<p class=\"a bTrees &amp; &quot;more&quot;\">"},
        {"<title>{{site.label}} - x</title><b>", "<title>Trees &amp; &quot;more&quot; - x</title><b>"},
        {"<textarea rows=2>{{#words}}{{word}}\n{{/words}}</TextArea >{{site.url}}",
         "<textarea rows=2>x\ny\n</TextArea >/"},
        {"<!DOCTYPE html><!-- a > b -- c --><script src=\"/a.js\">if (a) {}</script>{{site.url}}<br/>",
         "<!DOCTYPE html><!-- a > b -- c --><script src=\"/a.js\">if (a) {}</script>/<br/>"},
        {"<style>p { }</style><p data-x=\"{{site.url}}\" data-y=z>", "<style>p { }</style><p data-x=\"/\" data-y=z>"},
        {"{{#site.url}}<b>{{/site.url}}x{{#site.url}}</b>{{/site.url}}", "<b>x</b>"},
    };
    expect_english(cases, G_N_ELEMENTS(cases));
}

static void test_partials(void)
{
    struct fixture *fixture = fixture_new("en", NULL);
    fixture_write(fixture, "layout.html", "<title>{{site.label}}</title>\n{{> content}}<p>{{> foot-note}}</p>\n");
    fixture_write(fixture, "partials/foot-note.html", "at {{> address}}");
    fixture_write(fixture, "partials/address.html", "<a href=\"{{site.url}}\">{{#words}}{{word}}{{/words}}</a>");
    fixture_write(fixture, "partials/row.html", "{{name.raw}}{{> address}};");
    g_autofree char *text = fixture_render(fixture, "{{#places by kind}}{{> row}}{{/places}}\n");
    g_assert_cmpstr(text, ==,
                    "<title>Trees &amp; &quot;more&quot;</title>\n"
                    "Alder &lt;A&gt;<a href=\"/\">xy</a>;Cedar<a href=\"/\">xy</a>;\n"
                    "<p>at <a href=\"/\">xy</a></p>\n");
    fixture_free(fixture);
}

#define PO_HEAD "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

static const struct fixture_case words[] = {
    {"{{_}}Hello{{/_}}", "Hola"},
    {"<p>{{_}}\n  Hello\n{{/_}}</p>", "<p> Hola </p>"},
    {"a{{_}} Hello{{/_}}b", "a Holab"},
    {"{{_}}Not translated: {{site.url}}\n   and {{! note }} more{{/_}}", "Not translated: / and  more"},
    {"{{#places}}{{_}}{{name.raw}} is\n a {{kind}}{{/_}};{{/places}}",
     "Ciudad: Alder &lt;A&gt; (Ciudad);Ciudad: Birch (Ciudad);Ciudad: Cedar (County);"},
    {"<a href=\"/\" title=\"{{_}}Hello{{/_}}\">", "<a href=\"/\" title=\"Hola\">"},
    {"{{_}}See <a href=\"{{site.url}}\">the list</a>{{/_}}", "<a href=\"/\">Lista</a>: v\xc3\xa9"
                                                             "ase"},
    {"{{_}}Hello{{/_}}{{_}} Hello {{/_}}", "Hola Hola "},
    {"{{_}}{{#words}}{{word}}{{/words}} in a line{{/_}}\n", "xy en fila\n"},
    {"{{site.label}} {{#site}}{{url.label}}{{/site}}", "Trees &amp; &quot;more&quot; Direcci\xc3\xb3n"},
};

/* Words that are not in the page's language say so, where an element may stand. */
static void test_language(void)
{
    static const char page[] =
        "<p title=\"{{site.said}}\">{{site.said}}</p><p>{{site.said.raw}} {{site.said.label}} {{site.label}}</p>"
        "<select><option>{{site.said}}</option></select>";
    static const struct fixture_case english[] = {
        {page, "<p title=\"Yes &amp; no\">Yes &amp; no</p><p>Yes &amp; no Said Trees &amp; &quot;more&quot;</p>"
               "<select><option>Yes &amp; no</option></select>"}};
    static const struct fixture_case spanish[] = {
        {page, "<p title=\"Yes &amp; no\" lang=\"en\">Yes &amp; no</p>"
               "<p>Yes &amp; no Said Trees &amp; &quot;more&quot;</p>"
               "<select><option>Yes &amp; no</option></select>"},
        {"<p>{{site.said}}.</p>", "<p><span lang=\"en\">Yes &amp; no</span>.</p>"},
        {"<p><br>{{site.said}}</p>", "<p><br><span lang=\"en\">Yes &amp; no</span></p>"},
        {"<p></p>{{site.said}}</div>", "<p></p><span lang=\"en\">Yes &amp; no</span></div>"},
        {"<b>{{site.said}}</b>{{site.said}}</b>",
         "<b lang=\"en\">Yes &amp; no</b><span lang=\"en\">Yes &amp; no</span></b>"},
        {"<b lang=\"la\">{{site.said}}</b>", "<b lang=\"la\"><span lang=\"en\">Yes &amp; no</span></b>"},
        {"{{#site}}<td>{{said}}</td>{{/site}}", "<td lang=\"en\">Yes &amp; no</td>"}};
    expect_english(english, G_N_ELEMENTS(english));
    struct fixture *fixture = fixture_new("es", PO_HEAD);
    fixture_expect(fixture, spanish, G_N_ELEMENTS(spanish));
    fixture_free(fixture);
}

static void test_translation(void)
{
    static const char po[] =
        PO_HEAD "msgid \"Hello\"\nmsgstr \"Hola\"\n\n"
                "msgid \"City\"\nmsgstr \"Ciudad\"\n\n"
                "msgid \"Address\"\nmsgstr \"Direcci\xc3\xb3n\"\n\n"
                "msgid \"{{name.raw}} is a {{kind}}\"\nmsgstr \"Ciudad: {{name.raw}} ({{kind}})\"\n\n"
                "msgid \"{{#words}}{{word}}{{/words}} in a line\"\n"
                "msgstr \"{{#words}}{{word}}{{/words}} en fila\"\n\n"
                "msgid \"See <a href=\\\"{{site.url}}\\\">the list</a>\"\n"
                "msgstr \"<a href=\\\"{{site.url}}\\\">Lista</a>: v\xc3\xa9"
                "ase\"\n";
    struct fixture *fixture = fixture_new("es", po);
    fixture_expect(fixture, words, G_N_ELEMENTS(words));
    fixture_free(fixture);
}

/* Cells of one column may hold results with other columns, or with the same in another order. */
static void test_other_columns(void)
{
    static const struct column *const swapped[] = {&fixture_column_word, &fixture_column_topic};
    static const struct column *const outer[] = {&fixture_column_notes};
    struct fixture *fixture = fixture_new("en", NULL);
    struct result *rows = result_new(fixture->arena, "rows", outer, 1);
    const struct result *plain = fixture_notes(fixture->arena, (const char *const[]){"t1", "w1", "t2", "w2", NULL});
    struct result *turned = result_new(fixture->arena, "notes", swapped, 2);
    struct cell *cells = result_append(fixture->arena, turned);
    cells[0] = cell_text("w3");
    cells[1] = cell_text("t3");
    const struct result *const in_turn[] = {plain, turned, plain};
    for (size_t i = 0; i < G_N_ELEMENTS(in_turn); i++)
        *result_append(fixture->arena, rows) = cell_result(in_turn[i]);
    g_autoptr(GError) error = NULL;
    struct templates *templates =
        fixture_open(fixture, "{{#rows}}{{#notes}}{{word}}-{{#site}}{{topic}}{{/site}} {{/notes}}/{{/rows}}", &error);
    g_assert_no_error(error);
    g_autoptr(GString) out = g_string_new("before ");
    const struct result *results[] = {rows, fixture_results(fixture->arena)[2]};
    g_assert_true(template_render(templates, "page", fixture->arena, results, 2, out, &error));
    g_assert_cmpstr(out->str, ==, "before w1-t1 w2-t2 /w3-t3 /w1-t1 w2-t2 /");
    templates_free(templates);
    fixture_free(fixture);
}

static void test_set(void)
{
    struct fixture *fixture = fixture_new("en", NULL);
    fixture_write(fixture, "partials/a.html", "x");
    struct templates *first = fixture_open(fixture, "one", NULL);
    struct templates *same = fixture_open(fixture, "one", NULL);
    struct templates *other = fixture_open(fixture, "two", NULL);
    fixture_write(fixture, "partials/a.html", "y");
    struct templates *partial = fixture_open(fixture, "one", NULL);
    g_assert_cmpuint(strlen(templates_digest(first)), ==, 64);
    g_assert_cmpstr(templates_digest(first), ==, templates_digest(same));
    g_assert_cmpstr(templates_digest(first), !=, templates_digest(other));
    g_assert_cmpstr(templates_digest(first), !=, templates_digest(partial));
    templates_free(first);
    templates_free(same);
    templates_free(other);
    templates_free(partial);
    templates_free(NULL);
    fixture_free(fixture);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tmpl/values", test_values);
    g_test_add_func("/tmpl/sections", test_sections);
    g_test_add_func("/tmpl/groups", test_groups);
    g_test_add_func("/tmpl/lines", test_lines);
    g_test_add_func("/tmpl/attributes", test_attributes);
    g_test_add_func("/tmpl/partials", test_partials);
    g_test_add_func("/tmpl/language", test_language);
    g_test_add_func("/tmpl/translation", test_translation);
    g_test_add_func("/tmpl/other-columns", test_other_columns);
    g_test_add_func("/tmpl/set", test_set);
    return g_test_run();
}

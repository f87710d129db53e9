/* Markup: what enters is escaped, elements close, numbers read in the C locale. */
#include "base/xml.h"

#include <locale.h>
#include <math.h>

static void test_escape(void)
{
    static const struct {
        const char *text, *escaped;
    } cases[] = {
        {"", ""},
        {"a & b", "a &amp; b"},
        {"<script>\"'</script>", "&lt;script&gt;&quot;&#39;&lt;/script&gt;"},
        {"tab\tline\nend", "tab\tline\nend"},
        {"Espa\xc3\xb1ola \xf0\x9f\x8c\xb5", "Espa\xc3\xb1ola \xf0\x9f\x8c\xb5"},
        {"\x01|\x1f|\x0b", "\xef\xbf\xbd|\xef\xbf\xbd|\xef\xbf\xbd"},
        {"\xff<\xc3", "\xef\xbf\xbd&lt;\xef\xbf\xbd"},
        {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"}, /* a surrogate is no character */
        {"\xef\xbf\xbf|\xef\xb7\x90|\xf0\x9f\xbf\xbe", "\xef\xbf\xbd|\xef\xbf\xbd|\xef\xbf\xbd"}, /* nor these */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        xml_escape(out, cases[i].text);
        g_assert_cmpstr(out->str, ==, cases[i].escaped);
    }
}

static void test_elements(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    struct xml xml;
    xml_init(&xml, out);
    xml_start(&xml, "a");
    xml_attribute(&xml, "href", "/x?a=1&b=\"2\"");
    xml_number(&xml, "width", 12.5);
    xml_element(&xml, "b", "<1>");
    xml_start(&xml, "c");
    xml_end(&xml);
    xml_text(&xml, "'");
    xml_end(&xml);
    g_assert_cmpstr(out->str, ==,
                    "<a href=\"/x?a=1&amp;b=&quot;2&quot;\" width=\"12.5\"><b>&lt;1&gt;</b><c/>&#39;</a>");
}

static void test_numbers(void)
{
    static const struct {
        double value;
        const char *text;
    } cases[] = {{0, "0"},   {1, "1"},        {-2.5, "-2.5"}, {0.125, "0.13"},         {1.999, "2"}, {-0.001, "0"},
                 {NAN, "0"}, {INFINITY, "0"}, {2e9, "0"},     {12345.678, "12345.68"}, {100, "100"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        xml_append_number(out, cases[i].value);
        g_assert_cmpstr(out->str, ==, cases[i].text);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/xml/escape", test_escape);
    g_test_add_func("/base/xml/elements", test_elements);
    g_test_add_func("/base/xml/numbers", test_numbers);
    return g_test_run();
}

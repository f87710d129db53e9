/* Pages as text: what stands on which page. */
#include "report/fixture.h"

#define HEAD "<thead><tr><th scope=\"col\">Place</th><th scope=\"col\" class=\"n\">Amount</th></tr></thead>"
#define ROW "<tr><th scope=\"row\">Place #</th><td class=\"n\">$1,234</td></tr>"

static char *pages_of(const char *page)
{
    struct fixture fixture;
    struct document document;
    struct flow flow;
    g_autoptr(GError) error = NULL;
    fixture_open(&fixture);
    const struct document_plan plan = fixture_plan(&fixture, page);
    struct setter *setter = setter_open(fixture.arena, fixture.canvas);
    g_assert_true(document_read(fixture.arena, &plan, &document, &error));
    g_assert_true(flow_make(fixture.arena, setter, &plan, &document, &flow, &error));
    char *text = g_strdup(flow_text(fixture.arena, &document, &flow));
    document_clear(&document);
    setter_close(setter);
    fixture_close(&fixture);
    return text;
}

static void expect_pages(const char *article, const char *expected)
{
    g_autofree char *page =
        g_strconcat("<html><body><p>Not set</p><article>", article, "</article></body></html>", NULL);
    g_autofree char *found = pages_of(page);
    g_assert_cmpstr(found, ==, expected);
}

static void test_kinds(void)
{
    expect_pages("<h1>One</h1><p class=\"lead\">Two &amp; <b>three</b></p><nav>No</nav><div class=\"a screen\">No</div>"
                 "<dl><dt>As of</dt><dd>Today</dd><dt>Alone</dt></dl>"
                 "<ul><li>First<ol><li>Inner</li></ol></li><li><p>Second</p></li></ul>"
                 "<figure><img src=\"/x\" alt=\"A picture\"><figcaption>Under it</figcaption></figure>",
                 "page 1\n"
                 "  H1 line 1-1 \"One\"\n"
                 "  P line 1-1 \"Two & three\"\n"
                 "  LBody in LI line 1-1 \"As of\" \"Today\"\n"
                 "  LBody in LI line 1-1 \"Alone\" \"\"\n"
                 "  LBody in LI line 1-1 \"\xe2\x80\x93\" \"First\"\n"
                 "  LBody in LI line 1-1 \"1.\" \"Inner\"\n"
                 "  LBody in LI line 1-1 \"\xe2\x80\x93\" \"Second\"\n"
                 "  P line 1-1 \"A picture\"\n"
                 "  Caption line 1-1 \"Under it\"\n");
}

static void test_contents(void)
{
    expect_pages("<h1>One</h1><h2>Money</h2><p>a</p><h2>Cases</h2><p>b</p>", "page 1\n"
                                                                             "  H1 line 1-1 \"One\"\n"
                                                                             "  H2 line 1-1 \"Contents\"\n"
                                                                             "  TOCI in TOC line 1-1 \"Money\"\n"
                                                                             "  TOCI in TOC line 1-1 \"Cases\"\n"
                                                                             "  H2 line 1-1 \"Money\"\n"
                                                                             "  P line 1-1 \"a\"\n"
                                                                             "  H2 line 1-1 \"Cases\"\n"
                                                                             "  P line 1-1 \"b\"\n");
}

/* A paragraph of six lines that begins on the line before the last of a page goes over whole; one whose last line
 * would stand alone takes another with it. */
static void test_widows(void)
{
    g_autofree char *lines = repeat("word #<br>", 41);
    g_autofree char *four = g_strconcat("<p>", lines, "</p><p>a<br>b<br>c<br>d</p>", NULL);
    expect_pages(four, "page 1\n"
                       "  P line 1-41 \"word 1\nword 2\nword 3\nwor\"\n"
                       "page 2\n"
                       "  P line 1-4 \"a\nb\nc\nd\"\n");
    g_autofree char *most = repeat("word #<br>", 43);
    g_autofree char *one = g_strconcat("<p>", most, "last</p>", NULL);
    expect_pages(one, "page 1\n"
                      "  P line 1-42 \"word 1\nword 2\nword 3\nwor\"\n"
                      "page 2\n"
                      "  P line 43-44 \"word 1\nword 2\nword 3\nwor\"\n");
}

/* Of a list neither the first item nor the last stands alone on a page. */
static void test_list_leaves_two_items(void)
{
    const char *list = "<ul><li>a</li><li>b</li><li>c</li><li>d</li></ul>";
    g_autofree char *lines = repeat("word #<br>", 41);
    g_autofree char *first = g_strconcat("<p>", lines, "</p>", list, NULL);
    expect_pages(first, "page 1\n"
                        "  P line 1-41 \"word 1\nword 2\nword 3\nwor\"\n"
                        "page 2\n"
                        "  LBody in LI line 1-1 \"\xe2\x80\x93\" \"a\"\n"
                        "  LBody in LI line 1-1 \"\xe2\x80\x93\" \"b\"\n"
                        "  LBody in LI line 1-1 \"\xe2\x80\x93\" \"c\"\n"
                        "  LBody in LI line 1-1 \"\xe2\x80\x93\" \"d\"\n");
    g_autofree char *fewer = repeat("word #<br>", 39);
    g_autofree char *last = g_strconcat("<p>", fewer, "</p>", list, NULL);
    expect_pages(last, "page 1\n"
                       "  P line 1-39 \"word 1\nword 2\nword 3\nwor\"\n"
                       "  LBody in LI line 1-1 \"\xe2\x80\x93\" \"a\"\n"
                       "  LBody in LI line 1-1 \"\xe2\x80\x93\" \"b\"\n"
                       "page 2\n"
                       "  LBody in LI line 1-1 \"\xe2\x80\x93\" \"c\"\n"
                       "  LBody in LI line 1-1 \"\xe2\x80\x93\" \"d\"\n");
}

/* What a report says of its making stands on one page with its QR code. */
static void test_method_stands_together(void)
{
    g_autofree char *lines = repeat("word #<br>", 34);
    g_autofree char *article =
        g_strconcat("<p>", lines, "</p><h2>Method</h2><p>a</p><dl><dt>b</dt><dd>c</dd></dl><p>d</p>",
                    "<p class=\"verify\"><a href=\"http://e\">e</a></p>", NULL);
    expect_pages(article, "page 1\n"
                          "  P line 1-34 \"word 1\nword 2\nword 3\nwor\"\n"
                          "page 2\n"
                          "  H2 line 1-1 \"Method\"\n"
                          "  P line 1-1 \"a\"\n"
                          "  LBody in LI line 1-1 \"b\" \"c\"\n"
                          "  P line 1-1 \"d\"\n"
                          "  P line 1-1 \"e\"\n");
}

static void test_heading_keeps_two_lines(void)
{
    g_autofree char *lines = repeat("word #<br>", 38);
    g_autofree char *page = g_strconcat("<p>", lines, "</p><h2>Head</h2><p>a<br>b<br>c</p>", NULL);
    expect_pages(page, "page 1\n"
                       "  P line 1-38 \"word 1\nword 2\nword 3\nwor\"\n"
                       "page 2\n"
                       "  H2 line 1-1 \"Head\"\n"
                       "  P line 1-3 \"a\nb\nc\"\n");
}

static void test_table_goes_on(void)
{
    g_autofree char *rows = repeat(ROW, 80);
    g_autofree char *page =
        g_strconcat("<table><caption>Amounts</caption>" HEAD "<tbody>", rows, "</tbody></table>", NULL);
    expect_pages(page, "page 1\n"
                       "  Table top row 1-40\n"
                       "page 2\n"
                       "  Table top again row 41-80\n");
}

/* No row is cut, but one that no page holds. */
static void test_tall_rows(void)
{
    g_autofree char *lines = repeat("line #<br>", 30);
    g_autofree char *tall = g_strconcat("<tr><td>", lines, "</td><td>x</td></tr>", NULL);
    g_autofree char *rows = repeat(tall, 3);
    g_autofree char *page = g_strconcat("<table>" HEAD, rows, "</table>", NULL);
    expect_pages(page, "page 1\n  Table top row 1-1\npage 2\n  Table top again row 2-2\npage 3\n"
                       "  Table top again row 3-3\n");
    g_autofree char *many = repeat("line #<br>", 100);
    g_autofree char *taller =
        g_strconcat("<table>" HEAD "<tr><td>a</td></tr><tr><td>", many, "</td></tr></table>", NULL);
    expect_pages(taller, "page 1\n  Table top row 1-2\npage 2\n  Table top again row 2-2 from line 53\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/report/kinds", test_kinds);
    g_test_add_func("/report/contents", test_contents);
    g_test_add_func("/report/widows", test_widows);
    g_test_add_func("/report/list-leaves-two-items", test_list_leaves_two_items);
    g_test_add_func("/report/method-stands-together", test_method_stands_together);
    g_test_add_func("/report/heading-keeps-two-lines", test_heading_keeps_two_lines);
    g_test_add_func("/report/table-goes-on", test_table_goes_on);
    g_test_add_func("/report/tall-rows", test_tall_rows);
    return g_test_run();
}

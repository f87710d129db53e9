/* Whole reports: what is refused, what repeats, what is attached. */
#include "report/fixture.h"

#define EN_DASH "\xe2\x80\x93"

static bool set(const struct document_plan *plan, GString *out, GError **error)
{
    struct fixture fixture;
    fixture_open(&fixture);
    struct document_plan own = *plan;
    own.catalog = fixture.catalog;
    bool done = document_pdf(fixture.arena, fixture.canvas, &own, out, error);
    fixture_close(&fixture);
    return done;
}

static void expect_refused(const char *page, enum error_code code, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new("before");
    const struct fixture none = {0};
    struct document_plan plan = fixture_plan(&none, page);
    plan.most_pages = 3;
    g_assert_false(set(&plan, out, &error));
    g_assert_error(error, PROVISO_ERROR, (int)code);
    g_assert_cmpstr(error->message, ==, message);
    g_assert_cmpstr(out->str, ==, "before");
}

static void test_refused(void)
{
    g_autofree char *words = repeat("<p>word #</p>", 200);
    g_autofree char *page = g_strconcat("<article>", words, "</article>", NULL);
    expect_refused(page, ERROR_BAD_REQUEST,
                   "This report would have 7 pages; a file has at most 3. Ask for fewer sections, places or years.");
    expect_refused("<p>\n</p>\n<article>\n<p>a</div></article>", ERROR_INTERNAL,
                   "report page, line 4: not what is open is closed: div");
    expect_refused("<article><p>a</p>\n<p>b</article>", ERROR_INTERNAL,
                   "report page, line 2: not what is open is closed: article");
    expect_refused("<article><select><option>a<option>b</option><option>c</select>\n</p></article>", ERROR_INTERNAL,
                   "report page, line 2: not what is open is closed: p");
    expect_refused("<article><p>a</p>\n<p", ERROR_INTERNAL, "report page, line 2: a tag does not end");
    expect_refused("<article><p>a</p><!-- x", ERROR_INTERNAL, "report page, line 1: a comment does not end");
    expect_refused("<article><p>a</p>", ERROR_INTERNAL, "report page, line 1: the page ends inside article");
    expect_refused("<p>no article</p>", ERROR_INTERNAL, "report page, line 1: no article with words");
    expect_refused("<article></article>", ERROR_INTERNAL, "report page, line 1: no article with words");
    g_autofree char *deep = repeat("<div>", 300);
    expect_refused(deep, ERROR_INTERNAL, "report page, line 1: elements are nested too deeply at div");
}

static void test_repeats(void)
{
    static const struct document_attachment file = {.name = "table.csv",
                                                    .content_type = "text/csv",
                                                    .description = "A table",
                                                    .bytes = "a,b\r\n1,2\r\n",
                                                    .length = 10};
    const struct fixture none = {0};
    struct document_plan plan = fixture_plan(&none, "<article><h1>One</h1><h2 id=\"a\">A " EN_DASH
                                                    "</h2><p><a href=\"#b\">to b</a></p><h2 id=\"b\">B</h2>"
                                                    "<p class=\"verify\"><a href=\"/verify\">here</a></p></article>");
    plan.attachments = &file;
    plan.n_attachments = 1;
    g_autoptr(GString) first = g_string_new(NULL);
    g_autoptr(GString) second = g_string_new(NULL);
    g_assert_true(set(&plan, first, NULL));
    g_assert_true(set(&plan, second, NULL));
    g_assert_true(g_string_equal(first, second));
}

static void test_attached(void)
{
    static const struct document_attachment files[] = {
        {.name = "sources.csv", .content_type = "text/csv", .bytes = "b", .length = 1},
        {.name = "a(b)\\.csv", .content_type = "text/csv; charset=utf-8", .bytes = "\0x\r\n", .length = 4},
        {.name = "\xc3\xb1.json", .content_type = "application/json", .bytes = "", .length = 0}};
    const struct fixture none = {0};
    struct document_plan plan = fixture_plan(&none, "<article><p id=\"x\">a</p></article>");
    plan.attachments = files;
    plan.n_attachments = G_N_ELEMENTS(files);
    g_autoptr(GString) pdf = g_string_new(NULL);
    g_assert_true(set(&plan, pdf, NULL));
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        size_t length;
        g_autoptr(GError) error = NULL;
        g_autofree char *bytes = document_attached(pdf->str, pdf->len, files[i].name, &length, &error);
        g_assert_no_error(error);
        g_assert_cmpuint(length, ==, files[i].length);
        g_assert_true(memcmp(bytes, files[i].bytes, length) == 0);
    }
}

static void expect_not_attached(const char *pdf, size_t length)
{
    g_autoptr(GError) error = NULL;
    size_t found;
    g_assert_null(document_attached(pdf, length, "no-such.csv", &found, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_DATA);
}

static void test_not_attached(void)
{
    const struct fixture none = {0};
    struct document_plan plan = fixture_plan(&none, "<article><p>a</p></article>");
    g_autoptr(GString) pdf = g_string_new(NULL);
    g_assert_true(set(&plan, pdf, NULL));
    expect_not_attached(pdf->str, pdf->len);
    expect_not_attached(pdf->str, pdf->len / 2);
    expect_not_attached("not a PDF at all", 16);
    expect_not_attached("", 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/report/refused", test_refused);
    g_test_add_func("/report/repeats", test_repeats);
    g_test_add_func("/report/attached", test_attached);
    g_test_add_func("/report/not-attached", test_not_attached);
    return g_test_run();
}

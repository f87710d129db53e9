/* An SVG carries its words, links and both colour schemes, and no element beyond a short list, whatever the data say.
 */
#include "chart/fixture.h"
#include "chart/render.h"

#include <stdlib.h>

static const char *const elements[] = {"svg",  "title", "desc",   "style", "g",     "rect",
                                       "line", "path",  "circle", "text",  "tspan", "a"};
static const char *const attributes[] = {"xmlns",
                                         "width",
                                         "height",
                                         "viewBox",
                                         "lang",
                                         "role",
                                         "aria-labelledby",
                                         "aria-describedby",
                                         "id",
                                         "class",
                                         "x",
                                         "y",
                                         "x1",
                                         "x2",
                                         "y1",
                                         "y2",
                                         "d",
                                         "font-size",
                                         "text-anchor",
                                         "stroke-width",
                                         "href",
                                         "textLength",
                                         "lengthAdjust"};

static bool is_listed(const char *const *list, size_t n_list, const char *name, size_t length)
{
    for (size_t i = 0; i < n_list; i++)
        if (strlen(list[i]) == length && strncmp(list[i], name, length) == 0)
            return true;
    return false;
}

/* Attributes of a start tag, each a name, =" and a value without quotes; returns the tag's end. */
static const char *check_attributes(const char *at)
{
    while (*at == ' ') {
        at++;
        size_t length = strcspn(at, "= />");
        if (!is_listed(attributes, G_N_ELEMENTS(attributes), at, length))
            g_error("attribute %.*s", (int)length, at);
        g_assert_cmpint(strncmp(at + length, "=\"", 2), ==, 0);
        at = strchr(at + length + 2, '"') + 1;
    }
    return at;
}

/* Well nested, and nothing but listed elements and attributes. */
static void check_markup(const char *svg)
{
    const char *open[16];
    size_t depth = 0, lengths[16];
    for (const char *at = svg; (at = strchr(at, '<')); at++) {
        bool is_end = at[1] == '/';
        const char *name = at + 1 + is_end;
        size_t length = strcspn(name, " />");
        if (!is_listed(elements, G_N_ELEMENTS(elements), name, length))
            g_error("element %.*s", (int)length, name);
        if (is_end) {
            g_assert_cmpuint(depth, >, 0);
            depth--;
            g_assert_true(lengths[depth] == length && strncmp(open[depth], name, length) == 0);
            continue;
        }
        const char *end = check_attributes(name + length);
        if (*end == '/')
            continue;
        g_assert_cmpint(*end, ==, '>');
        g_assert_cmpuint(depth, <, G_N_ELEMENTS(open));
        open[depth] = name;
        lengths[depth++] = length;
    }
    g_assert_cmpuint(depth, ==, 0);
}

static char *write_svg(struct bench *bench, const struct chart_spec *spec, const char *size)
{
    g_autoptr(GString) svg = g_string_new(NULL);
    chart_svg(lay_out(bench, spec, size), svg);
    return arena_strndup(bench->arena, svg->str, svg->len);
}

static void test_content(void)
{
    struct bench bench = bench_open();
    struct chart_spec spec =
        sample_spec(bench.catalog, sample_data(bench.arena, money_columns, grants, G_N_ELEMENTS(grants)));
    char *svg = write_svg(&bench, &spec, "web");
    check_markup(svg);
    g_assert_true(g_str_has_prefix(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\""));
    g_assert_nonnull(strstr(svg, "<title id=\"title\">New York City received"));
    g_assert_nonnull(strstr(svg, "<desc id=\"desc\">Horizontal bars."));
    g_assert_nonnull(strstr(svg, "role=\"group\""));
    g_assert_nonnull(strstr(svg, "prefers-color-scheme:dark"));
    g_assert_nonnull(strstr(svg, "font-family:Inter,"));
    g_assert_nonnull(strstr(svg, "<a href=\"/places/4?edition=1\"><title>Chicago, Illinois: $2,019,194</title>"));
    g_assert_nonnull(strstr(svg, "lengthAdjust=\"spacingAndGlyphs\">$4.12 million</text>"));
    g_assert_cmpuint(strlen(svg), <, 15000);
    bench_close(&bench);
}

static void test_points(void)
{
    struct bench bench = bench_open();
    struct chart_spec spec = sample_spec(bench.catalog, sample_data(bench.arena, money_columns, grants, 3));
    spec.columns[CHART_LINK] = NULL;
    char *svg = write_svg(&bench, &spec, "print");
    g_assert_nonnull(strstr(svg, " width=\"468pt\" height=\"288pt\" viewBox=\"0 0 468 288\""));
    g_assert_nonnull(strstr(svg, "role=\"img\""));
    g_assert_nonnull(strstr(svg, "<g><title>California: $17,701,281</title>"));
    bench_close(&bench);
}

static void test_hostile(void)
{
    static const char *const links[] = {"javascript:alert(1)",
                                        "//evil.example/",
                                        "/\\evil.example",
                                        "data:text/html,x",
                                        "https://example.org/?a=\"b\"&c=<d>",
                                        "/path?a=1&b='2'"};
    struct bench bench = bench_open();
    struct result *data = result_new(bench.arena, "hostile", money_columns, COLS);
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++) {
        struct sample sample = {"</text><script>alert('x')</script> \" onload=\"x", 1000, "]]><a>", false};
        add_sample(bench.arena, data, &sample);
        data->cells[i * COLS + COL_LINK] = cell_text(links[i]);
    }
    struct chart_spec spec = sample_spec(bench.catalog, data);
    spec.title = "<b>&amp;</b> \xff \x01";
    char *svg = write_svg(&bench, &spec, "web");
    check_markup(svg);
    g_assert_true(g_utf8_validate(svg, -1, NULL));
    g_assert_null(strstr(svg, "javascript:"));
    g_assert_null(strstr(svg, "evil.example"));
    g_assert_null(strstr(svg, "data:"));
    g_assert_nonnull(strstr(svg, "href=\"https://example.org/?a=&quot;b&quot;&amp;c=&lt;d&gt;\""));
    g_assert_nonnull(strstr(svg, "href=\"/path?a=1&amp;b=&#39;2&#39;\""));
    bench_close(&bench);
}

/* Numbers are written with a point, whatever the locale and however large the page. */
static void test_numbers(void)
{
    struct bench bench = bench_open();
    struct result *data = result_new(bench.arena, "long", money_columns, COLS);
    struct sample sample = {"place", 1000, "", false};
    for (int i = 0; i < 2000; i++)
        add_sample(bench.arena, data, &sample);
    struct chart_spec spec = sample_spec(bench.catalog, data);
    char *svg = write_svg(&bench, &spec, "narrow");
    check_markup(svg);
    const char *height = strstr(svg, " height=\"") + strlen(" height=\"");
    g_assert_cmpfloat(g_ascii_strtod(height, NULL), >, 2000 * 44);
    g_assert_null(strstr(svg, "e+"));
    bench_close(&bench);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/svg/content", test_content);
    g_test_add_func("/chart/svg/points", test_points);
    g_test_add_func("/chart/svg/hostile", test_hostile);
    g_test_add_func("/chart/svg/numbers", test_numbers);
    return g_test_run();
}

/* PNG and PDF of real charts in the real font: sizes, exact colours, the same bytes again, errors that say so. */
#include "chart/fixture.h"
#include "chart/render.h"
#include "chart/samples.h"
#include "chart/theme.h"

#include <glib/gstdio.h>
#include <png.h>
#include <stdlib.h>
#include <unistd.h>

/* Pango looks fonts up in threads; what one of them has in hand when a canvas or the process ends is not freed. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig.so";
}

static struct chart_canvas *open_canvas(void)
{
    g_autoptr(GError) error = NULL;
    struct chart_canvas *canvas = chart_canvas_open("assets/fonts.conf", &error);
    g_assert_no_error(error);
    return canvas;
}

/* The chart in the real font. */
static struct chart_layout *lay_out_real(struct bench *bench, struct chart_canvas *canvas, const char *size)
{
    struct chart_spec spec =
        sample_spec(bench->catalog, sample_data(bench->arena, money_columns, grants, G_N_ELEMENTS(grants)));
    struct text_measure measure = chart_canvas_measure(canvas);
    return chart_layout(bench->arena, &spec, chart_size_find(size), &measure, NULL);
}

/* RGB rows, three bytes a pixel. */
static unsigned char *decode(const GString *file, unsigned *width, unsigned *height)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    g_assert_true(png_image_begin_read_from_memory(&image, file->str, file->len));
    image.format = PNG_FORMAT_RGB;
    unsigned char *pixels = g_malloc(PNG_IMAGE_SIZE(image));
    g_assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
    *width = image.width;
    *height = image.height;
    return pixels;
}

static uint32_t pixel_at(const unsigned char *pixels, unsigned width, double x, double y)
{
    const unsigned char *at = pixels + ((size_t)y * width + (size_t)x) * 3;
    return (uint32_t)at[0] << 16 | (uint32_t)at[1] << 8 | at[2];
}

static void check_png(const struct chart_layout *layout, const GString *file, double zoom)
{
    unsigned width, height;
    g_autofree unsigned char *pixels = decode(file, &width, &height);
    g_assert_cmpfloat_with_epsilon(width, layout->width * zoom, 1);
    g_assert_cmpfloat_with_epsilon(height, layout->height * zoom, 1);
    g_assert_cmphex(pixel_at(pixels, width, 1, 1), ==, 0xffffff);
    size_t n_bars = 0;
    for (size_t i = 0; i < layout->n_items; i++) {
        const struct chart_item *item = &layout->items[i];
        if (item->kind != CHART_RECT || item->paint != PAINT_BAR || item->rect.width * zoom < 4)
            continue;
        double x = (item->rect.x + item->rect.width / 2) * zoom, y = (item->rect.y + item->rect.height / 2) * zoom;
        g_assert_cmphex(pixel_at(pixels, width, x, y), ==, 0x0072b2);
        n_bars++;
    }
    g_assert_cmpuint(n_bars, >=, 3);
}

static void test_png(void)
{
    static const struct {
        const char *size;
        int scale;
        double zoom;
        uint32_t per_metre;
    } cases[] = {{"web", 1, 1, 3780},
                 {"web", 2, 2, 7559},
                 {"narrow", 1, 1, 3780},
                 {"social", 1, 1, 3780},
                 {"square", 1, 1, 3780},
                 {"slide", 1, 1, 3780},
                 {"print", 1, 300 / 72.0, 11811},
                 {"column", 1, 300 / 72.0, 11811}};
    struct bench bench = bench_open();
    struct chart_canvas *canvas = open_canvas();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct chart_layout *layout = lay_out_real(&bench, canvas, cases[i].size);
        g_autoptr(GString) file = g_string_new(NULL);
        g_autoptr(GString) again = g_string_new(NULL);
        g_assert_true(chart_png(canvas, layout, cases[i].scale, file, NULL));
        g_assert_true(chart_png(canvas, layout, cases[i].scale, again, NULL));
        g_assert_true(g_string_equal(file, again));
        g_assert_cmpint(memcmp(file->str, "\x89PNG\r\n\x1a\n", 8), ==, 0);
        g_assert_cmpint(file->str[25], ==, 3); /* a palette is enough */
        const char *density = memmem(file->str, file->len, "pHYs", 4);
        uint32_t per_metre = (uint32_t)(unsigned char)density[6] << 8 | (unsigned char)density[7];
        g_assert_cmpuint(per_metre, ==, cases[i].per_metre);
        check_png(layout, file, cases[i].zoom);
    }
    chart_canvas_free(canvas);
    bench_close(&bench);
}

/* A card must load quickly. */
static void test_social(void)
{
    struct bench bench = bench_open();
    struct chart_canvas *canvas = open_canvas();
    g_autoptr(GString) file = g_string_new(NULL);
    g_assert_true(chart_png(canvas, lay_out_real(&bench, canvas, "social"), 1, file, NULL));
    g_assert_cmpuint(file->len, <, 100 * 1000);
    const unsigned char *header = (const unsigned char *)file->str + 16;
    g_assert_cmpuint((unsigned)header[2] << 8 | header[3], ==, 1200);
    g_assert_cmpuint((unsigned)header[6] << 8 | header[7], ==, 630);
    chart_canvas_free(canvas);
    bench_close(&bench);
}

/* What a canvas drew before, and a second canvas, change nothing. */
static void test_history(void)
{
    struct bench bench = bench_open();
    struct chart_canvas *canvas = open_canvas();
    g_autoptr(GString) first = g_string_new(NULL);
    g_assert_true(chart_png(canvas, lay_out_real(&bench, canvas, "web"), 1, first, NULL));
    g_autoptr(GString) other = g_string_new(NULL);
    g_assert_true(chart_png(canvas, lay_out_real(&bench, canvas, "slide"), 1, other, NULL));
    struct chart_canvas *second = open_canvas();
    g_autoptr(GString) again = g_string_new(NULL);
    g_assert_true(chart_png(second, lay_out_real(&bench, second, "web"), 1, again, NULL));
    g_assert_true(g_string_equal(first, again));
    chart_canvas_free(canvas);
    chart_canvas_free(second);
    bench_close(&bench);
}

static void test_pdf(void)
{
    static const char *const sizes[] = {"web", "print", "column"};
    static const char created[] = "/CreationDate (20180124000000Z)";
    struct bench bench = bench_open();
    struct chart_canvas *canvas = open_canvas();
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        struct chart_layout *layout = lay_out_real(&bench, canvas, sizes[i]);
        g_autoptr(GString) file = g_string_new(NULL);
        g_autoptr(GString) again = g_string_new(NULL);
        g_assert_true(chart_pdf(canvas, layout, "2018-01-24", file, NULL));
        g_assert_true(chart_pdf(canvas, layout, "2018-01-24", again, NULL));
        g_assert_true(g_string_equal(file, again));
        g_assert_true(g_str_has_prefix(file->str, "%PDF-1."));
        g_assert_nonnull(memmem(file->str, file->len, created, strlen(created)));
        g_assert_null(memmem(file->str, file->len, "/URI", 4));
    }
    chart_canvas_free(canvas);
    bench_close(&bench);
}

static void test_errors(void)
{
    struct bench bench = bench_open();
    struct chart_canvas *canvas = open_canvas();
    struct chart_layout *layout = lay_out_real(&bench, canvas, "web");
    g_autoptr(GString) out = g_string_new("before");
    g_autoptr(GError) error = NULL;
    g_assert_false(chart_pdf(canvas, layout, "2018-02-30", out, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_INTERNAL);
    g_clear_error(&error);
    g_assert_false(chart_pdf(canvas, layout, NULL, out, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_INTERNAL);
    g_clear_error(&error);
    layout->height = 40000;
    g_assert_false(chart_png(canvas, layout, 1, out, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST);
    g_clear_error(&error);
    g_assert_false(chart_pdf(canvas, layout, "2018-01-24", out, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST);
    g_clear_error(&error);
    g_assert_cmpstr(out->str, ==, "before");
    chart_canvas_free(canvas);
    g_assert_null(chart_canvas_open("tests/no-such-file.conf", &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_IO);
    bench_close(&bench);
}

/* Pages of this process in memory, in KiB. */
static long resident(void)
{
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents("/proc/self/statm", &text, NULL, NULL));
    return strtol(strchr(text, ' '), NULL, 10) * (sysconf(_SC_PAGESIZE) / 1024);
}

/* Each kind in turn, as SVG, PNG and PDF, with words that no earlier chart had. */
static void draw_many(struct bench *bench, struct chart_canvas *canvas, size_t first, size_t n)
{
    struct text_measure measure = chart_canvas_measure(canvas);
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = first; i < first + n; i++) {
        struct arena *arena = arena_new();
        struct chart_spec spec = sample_chart(arena, bench->catalog, &chart_samples[i % CHART_KINDS]);
        spec.title = arena_printf(arena, "Chart %zu of many, in words of its own", i);
        const struct chart_layout *layout = chart_layout(arena, &spec, chart_size_find("narrow"), &measure, NULL);
        g_string_truncate(out, 0);
        chart_svg(layout, out);
        g_assert_true(chart_png(canvas, layout, 1, out, NULL));
        g_assert_true(i % 4 || chart_pdf(canvas, layout, "2018-01-24", out, NULL));
        arena_free(arena);
    }
}

/* A worker draws for weeks: the stores of words and glyphs are bounded, and nothing else stays. */
static void test_memory(void)
{
    enum { BEFORE = 1200, MANY = 2000, MOST_KIB = 512 };
#if defined(__SANITIZE_ADDRESS__)
    g_test_skip("the sanitizer keeps what is freed");
    return;
#endif
    struct bench bench = bench_open();
    struct chart_canvas *canvas = open_canvas();
    draw_many(&bench, canvas, 0, BEFORE); /* more than the store of words holds */
    long before = resident();
    draw_many(&bench, canvas, BEFORE, MANY);
    g_test_message("%d charts: %ld KiB more", MANY, resident() - before);
    g_assert_cmpint(resident() - before, <=, MOST_KIB);
    chart_canvas_free(canvas);
    bench_close(&bench);
}

/* A configuration that gives another font in Inter's place is refused. */
static void test_wrong_font(void)
{
    g_autofree char *folder = g_dir_make_tmp("chart-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "fonts.conf", NULL);
    static const char text[] = "<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>";
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autoptr(GError) error = NULL;
    g_assert_null(chart_canvas_open(path, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_IO);
    g_assert_nonnull(strstr(error->message, "no Inter of weight 400"));
    g_assert_cmpint(g_remove(path), ==, 0);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

/* Widths grow with size, are a little more in the heading's weight, and figures are of one width. */
static void test_measure(void)
{
    struct chart_canvas *canvas = open_canvas();
    struct text_measure measure = chart_canvas_measure(canvas);
    double width = measure.width(measure.self, "Los Angeles, California", 13, false);
    g_assert_cmpfloat(width, >, 13 * 8);
    g_assert_cmpfloat(width, <, 13 * 14);
    g_assert_cmpfloat_with_epsilon(measure.width(measure.self, "Los Angeles, California", 39, false), 3 * width, 0.001);
    g_assert_cmpfloat(measure.width(measure.self, "Los Angeles, California", 13, true), >, width);
    g_assert_cmpfloat_with_epsilon(measure.width(measure.self, "1111", 13, false),
                                   measure.width(measure.self, "8888", 13, false), 0.001);
    chart_canvas_free(canvas);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/render/png", test_png);
    g_test_add_func("/chart/render/social", test_social);
    g_test_add_func("/chart/render/history", test_history);
    g_test_add_func("/chart/render/pdf", test_pdf);
    g_test_add_func("/chart/render/errors", test_errors);
    g_test_add_func("/chart/render/wrong-font", test_wrong_font);
    g_test_add_func("/chart/render/memory", test_memory);
    g_test_add_func("/chart/render/measure", test_measure);
    return g_test_run();
}

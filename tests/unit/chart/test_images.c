/* One picture three times: the PNG against what other programs make of the SVG and the PDF. Letters are shaped by other
 * rasterisers, so cells of the size of a letter are compared, not single pixels; an edge of the page that has ink has
 * cut something; the colours of fills are exact where there is no other ink. */
#include "chart/fixture.h"
#include "chart/render.h"
#include "chart/samples.h"
#include "chart/theme.h"

#include <glib/gstdio.h>
#include <png.h>
#include <stdlib.h>

enum {
    PDF_MOST = 32, /* levels of 255 by which the mean of a cell may differ */
    SVG_MOST = 64, /* its words are drawn in other widths */
    ALL_MOST = 2,  /* and all of them on average */
    EDGE = 3,      /* pixels that stay empty; the smallest margin is eight points */
};

static const double LETTER = 1.25; /* a cell, in ems of the labels */

/* Pango looks fonts up in threads. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig.so";
}

/* RGB rows, three bytes a pixel. */
struct picture {
    unsigned width, height;
    unsigned char *pixels;
};

static struct picture decode(const char *bytes, size_t length)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    g_assert_true(png_image_begin_read_from_memory(&image, bytes, length));
    image.format = PNG_FORMAT_RGB;
    struct picture picture = {image.width, image.height, g_malloc(PNG_IMAGE_SIZE(image))};
    static const png_color white = {255, 255, 255};
    g_assert_true(png_image_finish_read(&image, &white, picture.pixels, 0, NULL));
    return picture;
}

/* What COMMAND makes of the bytes as a PNG. INPUT and OUTPUT name its files; the command's own end may add ".png". */
static struct picture rasterise(char **command, const char *input, const char *output, const GString *bytes)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL, *made = NULL;
    gsize length;
    int status = 0;
    g_assert_true(g_file_set_contents(input, bytes->str, (gssize)bytes->len, NULL));
    if (!g_spawn_sync(NULL, command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &said, &status, &error))
        g_error("%s", error->message);
    if (!g_spawn_check_wait_status(status, NULL) || !g_file_get_contents(output, &made, &length, &error))
        g_error("%s: %s", command[0], said);
    g_remove(input);
    g_remove(output);
    return decode(made, length);
}

static int cell_mean(const struct picture *picture, unsigned left, unsigned top, unsigned cell)
{
    unsigned sum = 0, n = 0;
    for (unsigned y = top; y < MIN(top + cell, picture->height); y++)
        for (unsigned x = 3 * left; x < 3 * MIN(left + cell, picture->width); x++, n++)
            sum += picture->pixels[3 * (size_t)y * picture->width + x];
    return (int)(sum / MAX(n, 1));
}

/* CELL: pixels across, about a letter. CELL_MOST: by how much one may differ. */
static void check_alike(const struct picture *one, const struct picture *other, unsigned cell, int cell_most,
                        const char *name)
{
    g_assert_cmpint(abs((int)one->width - (int)other->width), <=, 1);
    g_assert_cmpint(abs((int)one->height - (int)other->height), <=, 1);
    int most = 0, sum = 0, n = 0;
    for (unsigned y = 0; y < one->height; y += cell)
        for (unsigned x = 0; x < one->width; x += cell, n++) {
            int difference = abs(cell_mean(one, x, y, cell) - cell_mean(other, x, y, cell));
            most = MAX(most, difference);
            sum += difference;
        }
    if (most > cell_most || sum > ALL_MOST * n)
        g_error("%s: a cell differs by %d, all by %.2f on average", name, most, (double)sum / n);
    g_test_message("%s: a cell differs by %d, all by %.2f on average", name, most, (double)sum / n);
}

static bool is_ink(const struct picture *picture, unsigned x, unsigned y)
{
    const unsigned char *at = picture->pixels + 3 * ((size_t)y * picture->width + x);
    return at[0] < 250 || at[1] < 250 || at[2] < 250;
}

static void check_edges(const struct picture *picture, const char *name)
{
    for (unsigned y = 0; y < picture->height; y++)
        for (unsigned x = 0; x < picture->width; x++) {
            bool is_edge = x < EDGE || y < EDGE || x + EDGE >= picture->width || y + EDGE >= picture->height;
            if (is_edge && is_ink(picture, x, y))
                g_error("%s: ink at %u, %u, at the edge of %u x %u", name, x, y, picture->width, picture->height);
        }
}

static size_t count_pixels(const struct picture *picture, uint32_t color)
{
    size_t n = 0;
    for (size_t i = 0; i < (size_t)picture->width * picture->height; i++) {
        const unsigned char *at = picture->pixels + 3 * i;
        n += ((uint32_t)at[0] << 16 | (uint32_t)at[1] << 8 | at[2]) == color;
    }
    return n;
}

/* Each paint that fills a rectangle of some size stands in the PNG as it is in the theme. */
static void check_fills(const struct chart_layout *layout, const struct picture *picture, const char *name)
{
    for (size_t i = 0; i < layout->n_items; i++) {
        const struct chart_item *item = &layout->items[i];
        uint32_t color = chart_theme[item->paint].light;
        if (item->kind == CHART_RECT && item->rect.width >= 4 && item->rect.height >= 4 &&
            count_pixels(picture, color) < 4)
            g_error("%s: no pixel is 0x%06x", name, color);
    }
}

struct studio {
    struct bench bench;
    struct chart_canvas *canvas;
    char *folder, *svg, *pdf, *png; /* file names; png without its end */
};

static void check_size(struct studio *studio, const struct chart_spec *spec, const char *size)
{
    struct text_measure measure = chart_canvas_measure(studio->canvas);
    struct chart_layout *layout = chart_layout(studio->bench.arena, spec, chart_size_find(size), &measure, NULL);
    g_autoptr(GString) png = g_string_new(NULL);
    g_autoptr(GString) svg = g_string_new(NULL);
    g_autoptr(GString) pdf = g_string_new(NULL);
    g_assert_true(chart_png(studio->canvas, layout, 1, png, NULL));
    g_assert_true(chart_pdf(studio->canvas, layout, "2018-01-24", pdf, NULL));
    chart_svg(layout, svg);
    const char *kind = chart_kind_names[spec->kind].value;
    char *name = arena_printf(studio->bench.arena, "%s, %s", kind, size);
    char *output = arena_printf(studio->bench.arena, "%s.png", studio->png);
    struct picture own = decode(png->str, png->len);
    unsigned cell = (unsigned)(LETTER * chart_size_find(size)->label * own.width / layout->width);
    char *width = arena_printf(studio->bench.arena, "%u", own.width);
    char *height = arena_printf(studio->bench.arena, "%u", own.height);
    char *from_svg[] = {"rsvg-convert", "-w", width, "-h", height, "-o", output, studio->svg, NULL};
    char *from_pdf[] = {"pdftoppm",  "-png",      "-singlefile", "-r", layout->is_points ? "300" : "96",
                        studio->pdf, studio->png, NULL};
    struct picture of_svg = rasterise(from_svg, studio->svg, output, svg);
    struct picture of_pdf = rasterise(from_pdf, studio->pdf, output, pdf);
    check_alike(&own, &of_svg, cell, SVG_MOST, arena_printf(studio->bench.arena, "%s, SVG", name));
    check_alike(&own, &of_pdf, cell, PDF_MOST, arena_printf(studio->bench.arena, "%s, PDF", name));
    check_edges(&own, name);
    check_edges(&of_svg, name);
    check_edges(&of_pdf, name);
    check_fills(layout, &own, name);
    g_free(own.pixels);
    g_free(of_svg.pixels);
    g_free(of_pdf.pixels);
}

static void test_images(void)
{
    static const char *const sizes[] = {"web", "column"};
    struct studio studio = {.bench = bench_open(), .folder = g_dir_make_tmp("images-XXXXXX", NULL)};
    g_autofree char *fonts = g_canonicalize_filename("assets/fonts.conf", NULL);
    g_setenv("FONTCONFIG_FILE", fonts, TRUE);
    studio.canvas = chart_canvas_open("assets/fonts.conf", NULL);
    studio.svg = g_build_filename(studio.folder, "chart.svg", NULL);
    studio.pdf = g_build_filename(studio.folder, "chart.pdf", NULL);
    studio.png = g_build_filename(studio.folder, "made", NULL);
    for (size_t kind = 0; kind < CHART_KINDS; kind++)
        for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
            struct chart_spec spec = sample_chart(studio.bench.arena, studio.bench.catalog, &chart_samples[kind]);
            chart_tell(studio.bench.arena, &spec);
            check_size(&studio, &spec, sizes[i]);
        }
    g_assert_cmpint(g_rmdir(studio.folder), ==, 0);
    g_free(studio.folder);
    g_free(studio.svg);
    g_free(studio.pdf);
    g_free(studio.png);
    chart_canvas_free(studio.canvas);
    bench_close(&studio.bench);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/images", test_images);
    return g_test_run();
}

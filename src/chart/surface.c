/* The one file that knows cairo's surfaces: an image for PNG, a page for PDF. */
#include "base/date.h"
#include "chart/canvas.h"
#include "chart/png.h"
#include "chart/theme.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

enum { MOST_SIDE = 16384, MOST_PIXELS = 24 * 1000 * 1000, MOST_PDF_SIDE = 14400 };

static const double DOTS_PER_INCH = 300; /* of a PNG made from points */
static const double PIXELS_PER_INCH = 96;
static const double POINTS_PER_INCH = 72;
static const double INCHES_PER_METRE = 39.37007874;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_surface_t, cairo_surface_destroy)

bool canvas_check(cairo_status_t status, GError **error)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    bool is_memory = status == CAIRO_STATUS_NO_MEMORY;
    g_set_error(error, PROVISO_ERROR, is_memory ? ERROR_UNAVAILABLE : ERROR_INTERNAL, "cairo cannot draw: %s",
                cairo_status_to_string(status));
    return false;
}

/* Draws at SCALE; true when both the drawing and its surface are still sound afterwards. */
static bool draw_on(cairo_surface_t *surface, struct chart_canvas *canvas, const struct chart_layout *layout,
                    double scale, GError **error)
{
    g_autoptr(cairo_t) cairo = cairo_create(surface);
    cairo_scale(cairo, scale, scale);
    /* An image begins in the colour of the page. */
    chart_draw(canvas, layout, cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE ? 1 : 0, cairo);
    cairo_surface_flush(surface);
    return canvas_check(cairo_status(cairo), error) && canvas_check(cairo_surface_status(surface), error);
}

static bool check_extent(double width, double height, double most_side, double most_area, GError **error)
{
    bool fits = width >= 1 && height >= 1 && width <= most_side && height <= most_side && width * height <= most_area;
    if (!fits)
        g_set_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST,
                    "This chart is too large for this kind of file. Narrow the question, or take the SVG.");
    return fits;
}

static size_t exact_colors(const struct chart_layout *layout, uint32_t colors[PAINTS])
{
    bool is_used[PAINTS] = {false};
    for (size_t i = 0; i < layout->n_items; i++)
        is_used[layout->items[i].paint] = true;
    size_t n_colors = 0;
    for (size_t i = 0; i < PAINTS; i++)
        if (is_used[i])
            colors[n_colors++] = chart_theme[i].light;
    return n_colors;
}

/* Pixels in the colour of the page, which are the canvas's and have no gaps between rows. */
static cairo_surface_t *open_page(struct chart_canvas *canvas, double width, double height)
{
    size_t size = (size_t)width * (size_t)height * sizeof(uint32_t);
    unsigned char *pixels = scratch_get(canvas_scratch(canvas), SCRATCH_PIXELS, size);
    memset(pixels, 0xff, size);
    return cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_RGB24, (int)width, (int)height,
                                               (int)width * (int)sizeof(uint32_t));
}

static bool encode(cairo_surface_t *surface, struct chart_canvas *canvas, const struct chart_layout *layout,
                   double dots_per_inch, GString *out, GError **error)
{
    uint32_t colors[PAINTS];
    const struct png_colors exact = {.colors = colors, .n_colors = exact_colors(layout, colors)};
    const struct png_picture picture = {
        .pixels = (const uint32_t *)(const void *)cairo_image_surface_get_data(surface),
        .width = (size_t)cairo_image_surface_get_width(surface),
        .height = (size_t)cairo_image_surface_get_height(surface),
        .stride = (size_t)cairo_image_surface_get_stride(surface) / sizeof(uint32_t),
        .dots_per_metre = (uint32_t)lround(dots_per_inch * INCHES_PER_METRE),
    };
    return png_encode(canvas_scratch(canvas), &picture, &exact, out, error);
}

bool chart_png(struct chart_canvas *canvas, const struct chart_layout *layout, int scale, GString *out, GError **error)
{
    double zoom = layout->is_points ? DOTS_PER_INCH / POINTS_PER_INCH : CLAMP(scale, 1, 2);
    double dots_per_inch = zoom * (layout->is_points ? POINTS_PER_INCH : PIXELS_PER_INCH);
    double width = round(layout->width * zoom), height = ceil(layout->height * zoom - 0.01);
    if (!check_extent(width, height, MOST_SIDE, MOST_PIXELS, error))
        return false;
    g_autoptr(cairo_surface_t) surface = open_page(canvas, width, height);
    return draw_on(surface, canvas, layout, zoom, error) && encode(surface, canvas, layout, dots_per_inch, out, error);
}

static cairo_status_t append_bytes(void *closure, const unsigned char *data, unsigned length)
{
    g_string_append_len(closure, (const char *)data, length);
    return CAIRO_STATUS_SUCCESS;
}

static bool describe(cairo_surface_t *surface, const struct chart_layout *layout, const char *created_on,
                     GError **error)
{
    struct date date;
    if (date_parse(created_on ? created_on : "", &date) != DATE_OK) {
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "a PDF needs its date of creation");
        return false;
    }
    g_autofree char *created = g_strconcat(created_on, "T00:00:00Z", NULL);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, layout->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, layout->alternative);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Proviso " PROVISO_VERSION);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
    return true;
}

bool chart_pdf(struct chart_canvas *canvas, const struct chart_layout *layout, const char *created_on, GString *out,
               GError **error)
{
    double zoom = layout->is_points ? 1 : POINTS_PER_INCH / PIXELS_PER_INCH;
    double width = layout->width * zoom, height = layout->height * zoom;
    if (!check_extent(width, height, MOST_PDF_SIDE, (double)MOST_PDF_SIDE * MOST_PDF_SIDE, error))
        return false;
    size_t before = out->len;
    g_autoptr(cairo_surface_t) surface = cairo_pdf_surface_create_for_stream(append_bytes, out, width, height);
    bool done = describe(surface, layout, created_on, error) && draw_on(surface, canvas, layout, zoom, error);
    cairo_surface_finish(surface);
    if (done && canvas_check(cairo_surface_status(surface), error))
        return true;
    g_string_truncate(out, before);
    return false;
}

bool chart_warm(struct chart_canvas *canvas, GError **error)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 $.,:-\xe2\x80\xa6"
                                  "\xe2\x98\x82"; /* an umbrella, which only the fallback font has */
    struct chart_item items[3] = {{.kind = CHART_RECT, .paint = PAINT_PAGE, .rect = {.width = 64, .height = 16}}};
    for (size_t i = 1; i < G_N_ELEMENTS(items); i++)
        items[i] = (struct chart_item){
            .kind = CHART_TEXT, .paint = PAINT_INK, .text = {.words = letters, .y = 13, .size = 13, .bold = i > 1}};
    const struct chart_layout layout = {
        .width = 64, .height = 16, .title = "", .alternative = "", .n_items = G_N_ELEMENTS(items), .items = items};
    g_autoptr(GString) bytes = g_string_new(NULL);
    return chart_png(canvas, &layout, 1, bytes, error) && chart_pdf(canvas, &layout, "2000-01-01", bytes, error);
}

/* Measuring and showing text with pango, in the fonts of a private configuration. Metrics are not hinted and positions
 * not rounded, so that a width is the same at every scale and on every surface. */
#include "chart/canvas.h"
#include "chart/glyphs.h"

#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#define FAMILY "Inter"

struct chart_canvas {
    PangoFontMap *fonts;
    PangoContext *context;
    PangoLayout *line; /* one, reused for every text */
    PangoFontDescription *faces[2]; /* text, heading */
    struct glyphs *glyphs;
};

static void set_text(struct chart_canvas *canvas, const char *text, double size, bool bold)
{
    PangoFontDescription *face = canvas->faces[bold];
    pango_font_description_set_absolute_size(face, size * PANGO_SCALE);
    pango_layout_set_font_description(canvas->line, face);
    pango_layout_set_text(canvas->line, text, -1);
}

static double measure_width(void *self, const char *text, double size, bool bold)
{
    struct chart_canvas *canvas = self;
    set_text(canvas, text, size, bold);
    int width, height;
    pango_layout_get_size(canvas->line, &width, &height);
    return (double)width / PANGO_SCALE;
}

struct text_measure chart_canvas_measure(struct chart_canvas *canvas)
{
    return (struct text_measure){.width = measure_width, .self = canvas};
}

void canvas_text(struct chart_canvas *canvas, cairo_t *cairo, const struct chart_text *text)
{
    set_text(canvas, text->words, text->size, text->bold);
    cairo_move_to(cairo, chart_text_left(text), text->y);
    PangoLayoutLine *line = pango_layout_get_line_readonly(canvas->line, 0);
    if (cairo_surface_get_type(cairo_get_target(cairo)) == CAIRO_SURFACE_TYPE_IMAGE)
        glyphs_show(canvas->glyphs, cairo, line);
    else
        pango_cairo_show_layout_line(cairo, line);
}

/* FONTS_CONF and nothing else, whatever the environment says. It is made fontconfig's current configuration too, or
 * pango would read the host's beside it. Fontconfig looks up a relative path in directories of its own. */
static FcConfig *read_config(const char *fonts_conf)
{
    g_autofree char *path = g_canonicalize_filename(fonts_conf, NULL);
    FcConfig *config = FcConfigCreate();
    if (config && FcConfigParseAndLoad(config, (const FcChar8 *)path, FcTrue) && FcConfigSetCurrent(config))
        return config;
    g_clear_pointer(&config, FcConfigDestroy);
    return NULL;
}

static PangoFontMap *open_fonts(const char *fonts_conf)
{
    FcConfig *config = read_config(fonts_conf);
    if (!config)
        return NULL;
    PangoFontMap *fonts = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts), config);
    FcConfigDestroy(config);
    return fonts;
}

static void make_context(struct chart_canvas *canvas)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    canvas->context = pango_font_map_create_context(canvas->fonts);
    pango_cairo_context_set_font_options(canvas->context, options);
    pango_context_set_round_glyph_positions(canvas->context, FALSE);
    pango_context_set_language(canvas->context, pango_language_from_string("en"));
    cairo_font_options_destroy(options);
}

static void make_line(struct chart_canvas *canvas)
{
    g_autoptr(PangoAttrList) attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    canvas->line = pango_layout_new(canvas->context);
    pango_layout_set_single_paragraph_mode(canvas->line, TRUE);
    pango_layout_set_attributes(canvas->line, attributes);
}

static void make_faces(struct chart_canvas *canvas)
{
    static const PangoWeight weights[] = {PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_SEMIBOLD};
    for (size_t i = 0; i < G_N_ELEMENTS(weights); i++) {
        canvas->faces[i] = pango_font_description_new();
        pango_font_description_set_family_static(canvas->faces[i], FAMILY);
        pango_font_description_set_weight(canvas->faces[i], weights[i]);
        pango_font_description_set_absolute_size(canvas->faces[i], 12 * PANGO_SCALE);
    }
}

/* Fontconfig answers with something else in silence when a font is missing. */
static bool is_wanted(const struct chart_canvas *canvas, const PangoFontDescription *wanted)
{
    g_autoptr(PangoFont) font = pango_context_load_font(canvas->context, wanted);
    if (!font)
        return false;
    PangoFontDescription *found = pango_font_describe(font);
    bool same = g_strcmp0(pango_font_description_get_family(found), FAMILY) == 0 &&
                pango_font_description_get_weight(found) == pango_font_description_get_weight(wanted);
    pango_font_description_free(found);
    return same;
}

static bool check_faces(const struct chart_canvas *canvas, const char *fonts_conf, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(canvas->faces); i++)
        if (!is_wanted(canvas, canvas->faces[i])) {
            g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: gives no " FAMILY " of weight %d (package fonts-inter)",
                        fonts_conf, (int)pango_font_description_get_weight(canvas->faces[i]));
            return false;
        }
    return true;
}

struct chart_canvas *chart_canvas_open(const char *fonts_conf, GError **error)
{
    PangoFontMap *fonts = open_fonts(fonts_conf);
    if (!fonts) {
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot read the font configuration", fonts_conf);
        return NULL;
    }
    struct chart_canvas *canvas = g_new0(struct chart_canvas, 1);
    canvas->fonts = fonts;
    canvas->glyphs = glyphs_new();
    make_context(canvas);
    make_line(canvas);
    make_faces(canvas);
    if (check_faces(canvas, fonts_conf, error) && chart_warm(canvas, error))
        return canvas;
    chart_canvas_free(canvas);
    return NULL;
}

void chart_canvas_free(struct chart_canvas *canvas)
{
    if (!canvas)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(canvas->faces); i++)
        g_clear_pointer(&canvas->faces[i], pango_font_description_free);
    g_clear_pointer(&canvas->glyphs, glyphs_free);
    g_clear_object(&canvas->line);
    g_clear_object(&canvas->context);
    g_clear_object(&canvas->fonts);
    g_free(canvas);
}

/* Measuring and showing text with pango, in the fonts of a private configuration. Metrics are not hinted and positions
 * not rounded, so that a width is the same at every scale and on every surface. Every text is shaped at one size and
 * scaled, because pango looks up a font (in a thread of its own) for each size that it is asked for. */
#include "chart/canvas.h"
#include "chart/glyphs.h"

#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#define FAMILY "Inter"

static const PangoWeight weights[] = {PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_SEMIBOLD};

/* Words once shaped: most of a chart's words come again in the next chart, and shaping them is most of its layout. */
struct shaped {
    PangoLayout *layout;
    double width; /* at CANVAS_SHAPED_SIZE */
};

enum { MOST_SHAPED = 1000 };

struct chart_canvas {
    PangoFontMap *fonts;
    PangoContext *context;
    PangoLayout *lines[G_N_ELEMENTS(weights)]; /* one a weight, copied for every text */
    GHashTable *shaped[G_N_ELEMENTS(weights)]; /* of struct shaped, by their words */
    struct glyphs *glyphs;
    struct scratch scratch;
};

static void shaped_free(gpointer data)
{
    struct shaped *shaped = data;
    g_object_unref(shaped->layout);
    g_free(shaped);
}

static const struct shaped *shape(struct chart_canvas *canvas, const char *text, bool bold)
{
    GHashTable *table = canvas->shaped[bold];
    struct shaped *shaped = g_hash_table_lookup(table, text);
    if (shaped)
        return shaped;
    if (g_hash_table_size(table) == MOST_SHAPED)
        g_hash_table_remove_all(table);
    int width, height;
    shaped = g_new0(struct shaped, 1);
    shaped->layout = pango_layout_copy(canvas->lines[bold]);
    pango_layout_set_text(shaped->layout, text, -1);
    pango_layout_get_size(shaped->layout, &width, &height);
    shaped->width = (double)width / PANGO_SCALE;
    g_hash_table_insert(table, g_strdup(text), shaped);
    return shaped;
}

static double measure_width(void *self, const char *text, double size, bool bold)
{
    return shape(self, text, bold)->width * (size / CANVAS_SHAPED_SIZE);
}

struct scratch *canvas_scratch(struct chart_canvas *canvas)
{
    return &canvas->scratch;
}

struct text_measure chart_canvas_measure(struct chart_canvas *canvas)
{
    return (struct text_measure){.width = measure_width, .self = canvas};
}

void canvas_text(struct chart_canvas *canvas, cairo_t *cairo, const struct chart_text *text, uint32_t color)
{
    PangoLayoutLine *line = pango_layout_get_line_readonly(shape(canvas, text->words, text->bold)->layout, 0);
    cairo_save(cairo);
    cairo_translate(cairo, chart_text_left(text), text->y);
    cairo_scale(cairo, text->size / CANVAS_SHAPED_SIZE, text->size / CANVAS_SHAPED_SIZE);
    cairo_move_to(cairo, 0, 0);
    if (cairo_surface_get_type(cairo_get_target(cairo)) == CAIRO_SURFACE_TYPE_IMAGE)
        glyphs_show(canvas->glyphs, cairo, line, color);
    else
        pango_cairo_show_layout_line(cairo, line);
    cairo_restore(cairo);
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

PangoContext *canvas_context(const struct chart_canvas *canvas)
{
    return canvas->context;
}

static PangoFontDescription *describe(PangoWeight weight, PangoStyle slant)
{
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, FAMILY);
    pango_font_description_set_weight(font, weight);
    pango_font_description_set_style(font, slant);
    pango_font_description_set_absolute_size(font, CANVAS_SHAPED_SIZE * PANGO_SCALE);
    return font;
}

PangoAttrList *canvas_face(PangoWeight weight, PangoStyle slant)
{
    PangoFontDescription *font = describe(weight, slant);
    PangoAttrList *face = pango_attr_list_new();
    pango_attr_list_insert(face, pango_attr_font_desc_new(font));
    pango_attr_list_insert(face, pango_attr_font_features_new("tnum=1"));
    pango_font_description_free(font);
    return face;
}

/* Fontconfig answers with something else in silence when a font is missing. */
static bool is_found(PangoContext *context, PangoWeight weight)
{
    PangoFontDescription *wanted = describe(weight, PANGO_STYLE_NORMAL);
    g_autoptr(PangoFont) font = pango_context_load_font(context, wanted);
    pango_font_description_free(wanted);
    if (!font)
        return false;
    PangoFontDescription *found = pango_font_describe(font);
    bool same = g_strcmp0(pango_font_description_get_family(found), FAMILY) == 0 &&
                pango_font_description_get_weight(found) == weight;
    pango_font_description_free(found);
    return same;
}

static bool check_fonts(const struct chart_canvas *canvas, const char *fonts_conf, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(weights); i++)
        if (!is_found(canvas->context, weights[i])) {
            g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: gives no " FAMILY " of weight %d (package fonts-inter)",
                        fonts_conf, (int)weights[i]);
            return false;
        }
    return true;
}

static void open_weight(struct chart_canvas *canvas, size_t i)
{
    g_autoptr(PangoAttrList) face = canvas_face(weights[i], PANGO_STYLE_NORMAL);
    canvas->lines[i] = pango_layout_new(canvas->context);
    pango_layout_set_single_paragraph_mode(canvas->lines[i], TRUE);
    pango_layout_set_attributes(canvas->lines[i], face);
    canvas->shaped[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, shaped_free);
}

struct chart_canvas *chart_canvas_open_once(const char *fonts_conf, GError **error)
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
    for (size_t i = 0; i < G_N_ELEMENTS(weights); i++)
        open_weight(canvas, i);
    if (check_fonts(canvas, fonts_conf, error))
        return canvas;
    chart_canvas_free(canvas);
    return NULL;
}

struct chart_canvas *chart_canvas_open(const char *fonts_conf, GError **error)
{
    struct chart_canvas *canvas = chart_canvas_open_once(fonts_conf, error);
    if (!canvas || chart_warm(canvas, error))
        return canvas;
    chart_canvas_free(canvas);
    return NULL;
}

void chart_canvas_free(struct chart_canvas *canvas)
{
    if (!canvas)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(canvas->lines); i++) {
        g_clear_pointer(&canvas->shaped[i], g_hash_table_unref);
        g_clear_object(&canvas->lines[i]);
    }
    g_clear_pointer(&canvas->glyphs, glyphs_free);
    scratch_free(&canvas->scratch);
    g_clear_object(&canvas->context);
    g_clear_object(&canvas->fonts);
    g_free(canvas);
}

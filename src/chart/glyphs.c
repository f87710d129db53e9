/* A store of glyph coverage, made on first use, and the blending of a line of text from it. The store only saves
 * time: what it gives does not depend on what it held before. */
#include "chart/glyphs.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { PHASES = 4, MOST_BYTES = 4 * 1024 * 1024, MOST_GLYPH_SIDE = 1024 };

/* One glyph of one font at one scale, its origin PHASE quarters right of a pixel's edge. */
struct key {
    cairo_scaled_font_t *font; /* held */
    unsigned long glyph;
    unsigned phase;
    double zoom;
};

struct shape {
    struct key key;
    int x, y;          /* of the first pixel, from the origin's */
    int width, height; /* 0 when nothing is seen */
    unsigned char coverage[];
};

struct glyphs {
    GHashTable *shapes; /* of struct shape, by their key */
    size_t bytes;
};

static guint key_hash(gconstpointer data)
{
    const struct key *key = data;
    return g_direct_hash(key->font) ^ (guint)key->glyph * 2654435761u ^ key->phase << 28 ^ g_double_hash(&key->zoom);
}

static gboolean key_equal(gconstpointer a, gconstpointer b)
{
    const struct key *left = a, *right = b;
    return left->font == right->font && left->glyph == right->glyph && left->phase == right->phase &&
           left->zoom == right->zoom;
}

static void shape_free(gpointer data)
{
    struct shape *shape = data;
    cairo_scaled_font_destroy(shape->key.font);
    g_free(shape);
}

struct glyphs *glyphs_new(void)
{
    struct glyphs *glyphs = g_new0(struct glyphs, 1);
    glyphs->shapes = g_hash_table_new_full(key_hash, key_equal, NULL, shape_free);
    return glyphs;
}

void glyphs_free(struct glyphs *glyphs)
{
    if (!glyphs)
        return;
    g_hash_table_unref(glyphs->shapes);
    g_free(glyphs);
}

/* Pixels that the glyph may touch, as a shape without coverage. */
static struct shape outline_box(const struct key *key)
{
    cairo_glyph_t glyph = {.index = key->glyph};
    cairo_text_extents_t ink;
    cairo_scaled_font_glyph_extents(key->font, &glyph, 1, &ink);
    double left = ink.x_bearing * key->zoom + (double)key->phase / PHASES, top = ink.y_bearing * key->zoom;
    struct shape box = {.key = *key};
    if (!(ink.width > 0 && ink.height > 0 && ink.width * key->zoom < MOST_GLYPH_SIDE &&
          ink.height * key->zoom < MOST_GLYPH_SIDE && fabs(left) < MOST_GLYPH_SIDE && fabs(top) < MOST_GLYPH_SIDE))
        return box;
    box.x = (int)floor(left) - 1;
    box.y = (int)floor(top) - 1;
    box.width = (int)ceil(left + ink.width * key->zoom) + 1 - box.x;
    box.height = (int)ceil(top + ink.height * key->zoom) + 1 - box.y;
    return box;
}

static cairo_surface_t *fill_outline(const struct shape *shape)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, shape->width, shape->height);
    cairo_t *cairo = cairo_create(surface);
    cairo_glyph_t glyph = {.index = shape->key.glyph};
    cairo_translate(cairo, (double)shape->key.phase / PHASES - shape->x, -shape->y);
    cairo_scale(cairo, shape->key.zoom, shape->key.zoom);
    cairo_set_scaled_font(cairo, shape->key.font);
    cairo_glyph_path(cairo, &glyph, 1);
    cairo_fill(cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    return surface;
}

/* Sixteen levels look like 256 and make a picture a third smaller. */
static unsigned char level(unsigned char coverage)
{
    return (unsigned char)((coverage + 8) / 17 * 17);
}

static struct shape *make_shape(const struct key *key)
{
    struct shape box = outline_box(key);
    size_t size = (size_t)box.width * (size_t)box.height;
    struct shape *shape = g_malloc0(sizeof *shape + size);
    *shape = box;
    cairo_scaled_font_reference(key->font);
    if (!size)
        return shape;
    cairo_surface_t *surface = fill_outline(shape);
    const unsigned char *rows = cairo_image_surface_get_data(surface);
    for (int i = 0; rows && i < shape->width * shape->height; i++)
        shape->coverage[i] = level(rows[i / shape->width * cairo_image_surface_get_stride(surface) + i % shape->width]);
    cairo_surface_destroy(surface);
    return shape;
}

static const struct shape *find_shape(struct glyphs *glyphs, const struct key *key)
{
    struct shape *shape = g_hash_table_lookup(glyphs->shapes, key);
    if (shape)
        return shape;
    if (glyphs->bytes > MOST_BYTES) {
        g_hash_table_remove_all(glyphs->shapes);
        glyphs->bytes = 0;
    }
    shape = make_shape(key);
    glyphs->bytes += sizeof *shape + (size_t)shape->width * (size_t)shape->height;
    g_hash_table_insert(glyphs->shapes, &shape->key, shape);
    return shape;
}

/* The pixels of the page, and the colour to set them in. */
struct plate {
    unsigned char *rows;
    int width, height, stride; /* bytes from one row to the next */
    uint32_t ink;
};

/* Red and blue together, then green: each channel has room for its product in 16 bits. */
static uint32_t mix(uint32_t under, uint32_t over, uint32_t coverage)
{
    uint32_t rest = 255 - coverage;
    uint32_t outer = (under & 0xff00ff) * rest + (over & 0xff00ff) * coverage + 0x800080;
    uint32_t inner = (under >> 8 & 0xff) * rest + (over >> 8 & 0xff) * coverage + 0x80;
    outer = (outer + (outer >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
    inner = (inner + (inner >> 8)) & 0xff00;
    return outer | inner;
}

static void blend_row(const struct plate *plate, unsigned char *target, const unsigned char *coverage, int n)
{
    for (int i = 0; i < n; i++, target += sizeof(uint32_t)) {
        if (!coverage[i])
            continue;
        uint32_t pixel;
        memcpy(&pixel, target, sizeof pixel);
        pixel = coverage[i] == 255 ? plate->ink : mix(pixel, plate->ink, coverage[i]);
        memcpy(target, &pixel, sizeof pixel);
    }
}

static void blend_shape(const struct plate *plate, const struct shape *shape, int x, int y)
{
    int left = x + shape->x, top = y + shape->y;
    int from = MAX(0, -left), to = MIN(shape->width, plate->width - left);
    for (int row = MAX(0, -top); from < to && row < MIN(shape->height, plate->height - top); row++)
        blend_row(plate, plate->rows + (ptrdiff_t)(top + row) * plate->stride + (ptrdiff_t)(left + from) * 4,
                  shape->coverage + row * shape->width + from, to - from);
}

/* Blends the glyphs of a run whose origin is at X, Y in pixels. */
static void blend_run(struct glyphs *glyphs, const struct plate *plate, PangoGlyphItem *run, struct key key,
                      double origin[2])
{
    key.font = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(run->item->analysis.font));
    for (int i = 0; i < run->glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
        double x = origin[0] + info->geometry.x_offset * key.zoom / PANGO_SCALE;
        double y = origin[1] + info->geometry.y_offset * key.zoom / PANGO_SCALE;
        origin[0] += info->geometry.width * key.zoom / PANGO_SCALE;
        if (info->glyph == PANGO_GLYPH_EMPTY)
            continue;
        int quarters = (int)lround(x * PHASES);
        key.phase = (unsigned)(quarters & (PHASES - 1));
        key.glyph = info->glyph;
        blend_shape(plate, find_shape(glyphs, &key), (quarters - (int)key.phase) / PHASES, (int)lround(y));
    }
}

/* A letter that no font has is a box with its number, which only pango can draw. */
static bool has_unknown(const PangoLayoutLine *line)
{
    for (const GSList *each = line->runs; each; each = each->next) {
        const PangoGlyphItem *run = each->data;
        for (int i = 0; i < run->glyphs->num_glyphs; i++)
            if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
                return true;
    }
    return false;
}

void glyphs_show(struct glyphs *glyphs, cairo_t *cairo, PangoLayoutLine *line, uint32_t color)
{
    cairo_surface_t *surface = cairo_get_target(cairo);
    cairo_surface_flush(surface);
    struct plate plate = {.rows = cairo_image_surface_get_data(surface),
                          .width = cairo_image_surface_get_width(surface),
                          .height = cairo_image_surface_get_height(surface),
                          .stride = cairo_image_surface_get_stride(surface),
                          .ink = color};
    if (has_unknown(line) || !plate.rows) {
        pango_cairo_layout_line_path(cairo, line);
        cairo_fill(cairo);
        return;
    }
    cairo_matrix_t matrix;
    double origin[2];
    cairo_get_matrix(cairo, &matrix);
    cairo_get_current_point(cairo, &origin[0], &origin[1]);
    cairo_user_to_device(cairo, &origin[0], &origin[1]);
    cairo_new_path(cairo);
    for (const GSList *each = line->runs; each; each = each->next)
        blend_run(glyphs, &plate, each->data, (struct key){.zoom = matrix.xx}, origin);
    cairo_surface_mark_dirty(surface);
}

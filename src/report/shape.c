/* Shaping with pango, at one size, which is scaled. Words of figures are put together from single letters, because
 * hardly one comes twice and they have no kerning; others are shaped whole and kept. */
#include "report/shape.h"

#include <pango/pangocairo.h>
#include <string.h>

static const double SMALL_SIZE = 0.82, RAISED_SIZE = 0.7, CODE_SIZE = 0.85;

static guint word_hash(gconstpointer key)
{
    const struct word *word = key;
    guint hash = 5381 + word->face;
    for (uint32_t i = 0; i < word->length; i++)
        hash = hash * 33 + (unsigned char)word->text[i];
    return hash;
}

static gboolean word_equal(gconstpointer a, gconstpointer b)
{
    const struct word *left = a, *right = b;
    return left->length == right->length && left->face == right->face &&
           memcmp(left->text, right->text, left->length) == 0;
}

/* Pango gives a scaled font; its face serves every size. */
static struct font *keep_font(struct setter *setter, PangoFont *font)
{
    cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    cairo_font_face_t *face = cairo_scaled_font_get_font_face(scaled);
    for (guint i = 0; i < setter->fonts->len; i++) {
        struct font *kept = setter->fonts->pdata[i];
        if (kept->face == face)
            return kept;
    }
    struct font *fresh = ARENA_NEW(setter->arena, struct font);
    *fresh = (struct font){cairo_font_face_reference(face), g_array_new(FALSE, TRUE, sizeof(uint8_t))};
    g_ptr_array_add(setter->fonts, fresh);
    return fresh;
}

static void forget_font(gpointer data)
{
    struct font *font = data;
    cairo_font_face_destroy(font->face);
    g_array_unref(font->letters);
}

/* A letter that no font has is shown as the font's own mark for that. */
static uint32_t glyph_index(const PangoGlyphInfo *info)
{
    return info->glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : info->glyph;
}

static double glyph_width(PangoFont *font, const PangoGlyphInfo *info)
{
    PangoRectangle box;
    if (!(info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) || info->glyph == PANGO_GLYPH_EMPTY)
        return info->geometry.width;
    pango_font_get_glyph_extents(font, 0, NULL, &box);
    return box.width;
}

static size_t add_glyphs(const PangoGlyphItem *item, double *x, struct glyph *glyphs)
{
    const double unit = PANGO_SCALE * CANVAS_SHAPED_SIZE;
    size_t n = 0;
    for (int i = 0; i < item->glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &item->glyphs->glyphs[i];
        if (info->glyph != PANGO_GLYPH_EMPTY)
            glyphs[n++] = (struct glyph){.index = glyph_index(info),
                                         .x = (float)(*x + info->geometry.x_offset / unit),
                                         .y = (float)(info->geometry.y_offset / unit)};
        *x += glyph_width(item->item->analysis.font, info) / unit;
    }
    return n;
}

static int count_shown(const PangoGlyphItem *item, const PangoGlyphItemIter *at)
{
    int first = MIN(at->start_glyph, at->end_glyph + 1), end = MAX(at->start_glyph + 1, at->end_glyph), n = 0;
    if (at->start_glyph < at->end_glyph) {
        first = at->start_glyph;
        end = at->end_glyph;
    }
    for (int i = first; i < end; i++)
        n += item->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
    return n;
}

static void shape_run(struct setter *setter, const struct word *word, PangoItem *item, double *x, struct run *run)
{
    PangoGlyphItem shaped = {.item = item, .glyphs = pango_glyph_string_new()};
    pango_shape_with_flags(word->text + item->offset, item->length, word->text, (int)word->length, &item->analysis,
                           shaped.glyphs, PANGO_SHAPE_NONE);
    size_t most = (size_t)shaped.glyphs->num_glyphs;
    struct glyph *glyphs = ARENA_ARRAY(setter->arena, struct glyph, most);
    cairo_text_cluster_t *clusters = ARENA_ARRAY(setter->arena, cairo_text_cluster_t, most);
    *run = (struct run){.font = keep_font(setter, item->analysis.font),
                        .is_backward = item->analysis.level & 1,
                        .start = (uint32_t)item->offset,
                        .length = (uint32_t)item->length,
                        .glyphs = glyphs,
                        .clusters = clusters};
    run->n_glyphs = (uint32_t)add_glyphs(&shaped, x, glyphs);
    PangoGlyphItemIter at;
    for (gboolean more = pango_glyph_item_iter_init_start(&at, &shaped, word->text); more;
         more = pango_glyph_item_iter_next_cluster(&at))
        clusters[run->n_clusters++] =
            (cairo_text_cluster_t){.num_bytes = at.end_index - at.start_index, .num_glyphs = count_shown(&shaped, &at)};
    pango_glyph_string_free(shaped.glyphs);
}

/* In the order in which they are seen. A layout would do this too, and then measure its ink and its line. */
static GList *itemize(struct setter *setter, const struct word *word)
{
    GList *items = pango_itemize_with_base_dir(canvas_context(setter->canvas), PANGO_DIRECTION_NEUTRAL, word->text, 0,
                                               (int)word->length, setter->faces[word->face], NULL);
    GList *ordered = pango_reorder_items(items);
    g_list_free(items);
    return ordered;
}

static struct word *shape_new(struct setter *setter, enum face face, const char *text, size_t length)
{
    struct word *word = ARENA_NEW(setter->arena, struct word);
    *word = (struct word){.text = arena_strndup(setter->arena, text, length), .length = (uint32_t)length, .face = face};
    GList *items = itemize(setter, word);
    struct run *runs = ARENA_ARRAY(setter->arena, struct run, g_list_length(items));
    double x = 0;
    for (GList *at = items; at; at = at->next)
        shape_run(setter, word, at->data, &x, &runs[word->n_runs++]);
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    word->runs = runs;
    word->width = (float)x;
    word->is_backward = word->n_runs && runs[0].is_backward;
    return word;
}

const struct word *shape_word(struct setter *setter, enum face face, const char *text, size_t length)
{
    const struct word wanted = {.text = text, .length = (uint32_t)length, .face = face};
    struct word *word = g_hash_table_lookup(setter->words, &wanted);
    if (!word) {
        word = shape_new(setter, face, text, length);
        g_hash_table_add(setter->words, word);
    }
    return word;
}

struct plain *shape_first(struct setter *setter, enum face face, char letter)
{
    struct plain *plain = &setter->plain[face][letter - PLAIN_FIRST];
    const struct word *word = shape_word(setter, face, &letter, 1);
    bool is_one = word->n_runs == 1 && word->runs[0].n_glyphs == 1;
    g_assert(is_one); /* chart_canvas_open made sure of the font */
    *plain = (struct plain){.index = word->runs[0].glyphs[0].index, .advance = word->width, .font = word->runs[0].font};
    return plain;
}

enum face shape_face(unsigned flags)
{
    return flags & TEXT_STRONG ? FACE_STRONG : flags & TEXT_ITALIC ? FACE_ITALIC : FACE_REGULAR;
}

double shape_scale(unsigned flags)
{
    if (flags & TEXT_RAISED)
        return RAISED_SIZE;
    return flags & TEXT_SMALL ? SMALL_SIZE : flags & TEXT_CODE ? CODE_SIZE : 1;
}

struct setter *setter_open(struct arena *arena, struct chart_canvas *canvas)
{
    static const struct {
        PangoWeight weight;
        PangoStyle slant;
    } faces[FACES] = {[FACE_REGULAR] = {PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL},
                      [FACE_STRONG] = {PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL},
                      [FACE_ITALIC] = {PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC}};
    struct setter *setter = ARENA_NEW(arena, struct setter);
    setter->arena = arena;
    setter->canvas = canvas;
    setter->words = g_hash_table_new(word_hash, word_equal);
    setter->fonts = g_ptr_array_new_with_free_func(forget_font);
    setter->lines.pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
    setter->lines.lines = g_array_new(FALSE, FALSE, sizeof(struct line));
    setter->batch.text = g_string_new(NULL);
    setter->batch.glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
    setter->batch.clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
    for (size_t i = 0; i < FACES; i++)
        setter->faces[i] = canvas_face(faces[i].weight, faces[i].slant);
    return setter;
}

void setter_close(struct setter *setter)
{
    for (size_t i = 0; i < FACES; i++)
        pango_attr_list_unref(setter->faces[i]);
    g_hash_table_unref(setter->words);
    g_ptr_array_unref(setter->fonts);
    g_string_free(setter->batch.text, TRUE);
    GArray *const arrays[] = {setter->lines.pieces, setter->lines.lines, setter->batch.glyphs, setter->batch.clusters};
    for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++)
        g_array_unref(arrays[i]);
}

/* Glyphs to cairo in as few calls as may be. Decides no place: a piece is shown where its line put it. */
#include "base/append.h"
#include "report/shape.h"

static const double RAISED_BY = 0.34; /* of the size */

void text_begin(struct setter *setter, cairo_t *cairo)
{
    setter->batch.cairo = cairo;
    setter->batch.font = setter->batch.set_font = NULL;
    setter->batch.is_known = true;
}

void text_color(cairo_t *cairo, uint32_t color)
{
    cairo_set_source_rgb(cairo, (color >> 16) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

void text_share(struct setter *setter)
{
    setter->batch.is_shared = true;
}

/* Notes what cairo takes a glyph for: what it is first shown as stays. False: it was not that LETTER before. */
static bool note(const struct batch *batch, struct font *font, uint32_t glyph, uint8_t letter)
{
    GArray *letters = font->letters;
    if (glyph >= letters->len)
        g_array_set_size(letters, glyph + 1);
    uint8_t *noted = &g_array_index(letters, uint8_t, glyph);
    if (*noted == letter && letter != LETTER_OTHER)
        return true;
    if (!*noted)
        *noted = batch->is_shared ? LETTER_OTHER : letter;
    return false;
}

/* Whether cairo knows what every glyph of the run stands for. */
static bool note_run(const struct batch *batch, const struct word *word, struct run *run)
{
    if (run->is_known)
        return true;
    const struct glyph *glyph = run->glyphs;
    const char *text = word->text + run->start;
    bool known = true;
    for (uint32_t i = 0; i < run->n_clusters; text += run->clusters[i++].num_bytes) {
        const cairo_text_cluster_t *cluster = &run->clusters[i];
        bool is_letter = cluster->num_bytes == 1 && cluster->num_glyphs == 1 && !run->is_backward;
        known &= cluster->num_glyphs > 0;
        for (int n = cluster->num_glyphs; n > 0; n--, glyph++)
            known &= note(batch, run->font, glyph->index, is_letter ? (uint8_t)*text : LETTER_OTHER);
    }
    return run->is_known = known;
}

/* Says what glyphs stand for until cairo knows it: it would look at all of it again, and copy it, for nothing. */
static void show(const struct batch *batch)
{
    const cairo_glyph_t *glyphs = (const cairo_glyph_t *)(void *)batch->glyphs->data;
    const cairo_text_cluster_t *clusters = (const cairo_text_cluster_t *)(void *)batch->clusters->data;
    if (batch->is_known)
        cairo_show_glyphs(batch->cairo, glyphs, (int)batch->glyphs->len);
    else
        cairo_show_text_glyphs(batch->cairo, batch->text->str, (int)batch->text->len, glyphs, (int)batch->glyphs->len,
                               clusters, (int)batch->clusters->len,
                               batch->is_backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

void text_flush(struct setter *setter)
{
    struct batch *batch = &setter->batch;
    if (!batch->glyphs->len)
        return;
    text_color(batch->cairo, batch->color);
    if (batch->set_font != batch->font)
        cairo_set_font_face(batch->cairo, batch->font->face);
    if (batch->set_font != batch->font || batch->set_size != batch->size)
        cairo_set_font_size(batch->cairo, batch->size);
    batch->set_font = batch->font;
    batch->set_size = batch->size;
    show(batch);
    batch->is_known = true;
    g_string_truncate(batch->text, 0);
    g_array_set_size(batch->glyphs, 0);
    g_array_set_size(batch->clusters, 0);
}

static void choose(struct setter *setter, struct font *font, double size, uint32_t color, bool backward)
{
    struct batch *batch = &setter->batch;
    bool same = batch->font == font && batch->size == size && batch->color == color && batch->is_backward == backward;
    if (same && !backward)
        return;
    text_flush(setter);
    batch->font = font;
    batch->size = size;
    batch->color = color;
    batch->is_backward = backward;
}

static cairo_glyph_t *add_glyphs(struct batch *batch, guint n)
{
    guint before = batch->glyphs->len;
    g_array_set_size(batch->glyphs, before + n);
    return &g_array_index(batch->glyphs, cairo_glyph_t, before);
}

static bool note_letter(const struct batch *batch, struct plain *plain, char letter)
{
    if (!plain->is_known)
        plain->is_known = note(batch, plain->font, plain->index, (uint8_t)letter);
    return plain->is_known;
}

/* N letters, each a glyph of its own. */
static cairo_glyph_t *add_letters(struct batch *batch, const char *letters, guint n)
{
    guint before = batch->clusters->len;
    append_bytes(batch->text, letters, n);
    g_array_set_size(batch->clusters, before + n);
    for (guint i = before; i < before + n; i++)
        g_array_index(batch->clusters, cairo_text_cluster_t, i) = (cairo_text_cluster_t){1, 1};
    return add_glyphs(batch, n);
}

static void add_space(struct batch *batch, struct plain *space, double x, double y)
{
    batch->is_known &= note_letter(batch, space, ' ');
    *add_letters(batch, " ", 1) = (cairo_glyph_t){.index = space->index, .x = x, .y = y};
}

/* Puts a piece together of single letters; where it ends. */
static double show_letters(struct setter *setter, const struct piece *piece, double x, double y, double size)
{
    enum face face = shape_face(piece->flags);
    cairo_glyph_t *to = add_letters(&setter->batch, piece->text, piece->length);
    for (uint32_t i = 0; i < piece->length; i++) {
        struct plain *letter = shape_letter(setter, face, piece->text[i]);
        setter->batch.is_known &= note_letter(&setter->batch, letter, piece->text[i]);
        to[i] = (cairo_glyph_t){.index = letter->index, .x = x, .y = y};
        x += letter->advance * size;
    }
    return x;
}

static void show_run(struct setter *setter, const struct word *word, struct run *run, double x, double y)
{
    double size = setter->batch.size;
    setter->batch.is_known &= note_run(&setter->batch, word, run);
    append_bytes(setter->batch.text, word->text + run->start, run->length);
    cairo_glyph_t *to = add_glyphs(&setter->batch, run->n_glyphs);
    for (uint32_t i = 0; i < run->n_glyphs; i++)
        to[i] = (cairo_glyph_t){run->glyphs[i].index, x + run->glyphs[i].x * size, y + run->glyphs[i].y * size};
    g_array_append_vals(setter->batch.clusters, run->clusters, run->n_clusters);
}

void text_show(struct setter *setter, const struct piece *piece, double x, double y, double size, uint32_t color)
{
    enum face face = shape_face(piece->flags);
    struct plain *space = shape_letter(setter, face, ' ');
    double own = size * shape_scale(piece->flags);
    y -= piece->flags & TEXT_RAISED ? RAISED_BY * size : 0;
    choose(setter, space->font, own, color, false);
    if (piece->is_spaced)
        add_space(&setter->batch, space, x - space->advance * size, y);
    if (!piece->word)
        x = show_letters(setter, piece, x, y, own);
    for (size_t i = 0; piece->word && i < piece->word->n_runs; i++) {
        choose(setter, piece->word->runs[i].font, own, color, piece->word->runs[i].is_backward);
        show_run(setter, piece->word, &piece->word->runs[i], x, y);
    }
    setter->batch.reach = piece->word ? x + piece->width : x;
}

/* Cairo begins a new run of text where there is more than ten ems of nothing. */
void text_gap(struct setter *setter, double x, double y)
{
    const double most = 9;
    struct batch *batch = &setter->batch;
    struct plain *space = shape_letter(setter, FACE_REGULAR, ' ');
    if (batch->glyphs->len && batch->font == space->font && !batch->is_backward)
        add_space(batch, space, MAX(batch->reach, x - most * batch->size), y);
}

/* Lines out of words, and glyphs to cairo in as few calls as may be. A line breaks at spaces, after a hyphen between
 * letters and after a slash of a long word; a word wider than its line breaks anywhere. Words that read from right to
 * left are set in that order where several follow each other. */
#include "report/shape.h"

#include <string.h>

enum { MOST_BYTES = 96, LONG_WORD = 12 };

static const double RAISED_BY = 0.34, SMALL_SIZE = 0.82, RAISED_SIZE = 0.7, CODE_SIZE = 0.85;
static const float WIDEST_UNBROKEN = 9; /* ems; what is wider may break anywhere */
static const double HAIR = 0.01;

enum break_kind { BREAK_NEVER, BREAK_MAY, BREAK_MUST };

/* Walks over a text, a piece at a time. */
struct cursor {
    const struct text *text;
    unsigned flags;
    uint32_t at, segment;
    bool may_break; /* where the last piece ended */
};

static enum face face_of(unsigned flags)
{
    return flags & TEXT_STRONG ? FACE_STRONG : flags & TEXT_ITALIC ? FACE_ITALIC : FACE_REGULAR;
}

static double scale_of(unsigned flags)
{
    if (flags & TEXT_RAISED)
        return RAISED_SIZE;
    return flags & TEXT_SMALL ? SMALL_SIZE : flags & TEXT_CODE ? CODE_SIZE : 1;
}

static uint32_t segment_end(const struct cursor *cursor)
{
    const struct text *text = cursor->text;
    return cursor->segment + 1 < text->n_segments ? text->segments[cursor->segment + 1].start : text->length;
}

static bool is_letter(char c)
{
    return g_ascii_isalpha(c) || (c & 0x80);
}

/* The bytes of the word at AT that stay together, up to END; *may_break when it goes on there. */
static uint32_t piece_end(const char *words, uint32_t at, uint32_t end, bool *may_break)
{
    uint32_t stop = at;
    while (stop < end && words[stop] != ' ' && words[stop] != '\n')
        stop++;
    *may_break = true;
    bool is_address = memchr(words + at, '/', stop - at) != NULL;
    for (uint32_t i = at + 1; i + 1 < stop; i++) {
        bool is_hyphen = !is_address && words[i] == '-' && is_letter(words[i - 1]) && is_letter(words[i + 1]);
        bool is_slash = stop - at > LONG_WORD &&
                        (words[i] == '/' ? words[i + 1] != '/' && words[i - 1] != '/' : is_address && words[i] == '&');
        if (is_hyphen || is_slash)
            return i + 1;
    }
    if (stop - at > MOST_BYTES) {
        const char *cut = g_utf8_find_prev_char(words + at, words + at + MOST_BYTES);
        return cut && cut > words + at ? (uint32_t)(cut - words) : at + MOST_BYTES;
    }
    *may_break = false;
    return stop;
}

static bool next_piece(struct cursor *cursor, struct piece *piece)
{
    const struct text *text = cursor->text;
    *piece = (struct piece){.breaks = cursor->may_break ? BREAK_MAY : BREAK_NEVER};
    for (; cursor->at < text->length; cursor->at++) {
        if (text->words[cursor->at] == '\n')
            piece->breaks = BREAK_MUST;
        else if (text->words[cursor->at] != ' ')
            break;
        else
            piece->breaks = MAX(piece->breaks, BREAK_MAY);
        piece->is_spaced = true;
    }
    if (cursor->at >= text->length)
        return false;
    while (cursor->segment + 1 < text->n_segments && text->segments[cursor->segment + 1].start <= cursor->at)
        cursor->segment++;
    const struct segment *segment = text->n_segments ? &text->segments[cursor->segment] : NULL;
    piece->text = text->words + cursor->at;
    piece->flags = cursor->flags | (segment ? segment->flags : 0);
    piece->href = segment ? segment->href : NULL;
    uint32_t stop = piece_end(text->words, cursor->at, segment_end(cursor), &cursor->may_break);
    piece->length = stop - cursor->at;
    cursor->at = stop;
    return true;
}

/* Whether a word is set letter by letter: ASCII with a figure in it. */
static bool is_plain(const struct piece *piece)
{
    bool has_figure = false;
    for (uint32_t i = 0; i < piece->length; i++) {
        if (piece->text[i] < PLAIN_FIRST || piece->text[i] > PLAIN_LAST)
            return false;
        has_figure |= g_ascii_isdigit(piece->text[i]);
    }
    return has_figure;
}

/* Finds the piece's width in ems of the text round it. */
static void measure(struct setter *setter, struct piece *piece)
{
    enum face face = face_of(piece->flags);
    float width = 0;
    if (is_plain(piece))
        for (uint32_t i = 0; i < piece->length; i++)
            width += shape_letter(setter, face, piece->text[i])->advance;
    else {
        piece->word = shape_word(setter, face, piece->text, piece->length);
        width = piece->word->width;
    }
    piece->width = width * (float)scale_of(piece->flags);
}

static float space_before(struct setter *setter, const struct piece *piece)
{
    return piece->is_spaced ? shape_letter(setter, face_of(piece->flags), ' ')->advance : 0;
}

void text_extent(struct setter *setter, const struct text *text, unsigned flags, float *least, float *most)
{
    struct cursor cursor = {.text = text, .flags = flags};
    struct piece piece;
    float whole = 0, together = 0;
    *least = *most = 0;
    while (next_piece(&cursor, &piece)) {
        measure(setter, &piece);
        whole = piece.breaks == BREAK_MUST ? piece.width : whole + space_before(setter, &piece) + piece.width;
        together = piece.breaks == BREAK_NEVER ? together + piece.width : piece.width;
        *least = MAX(*least, MIN(together, WIDEST_UNBROKEN));
        *most = MAX(*most, whole);
    }
    *most = MAX(*least, *most);
}

float text_marks(struct setter *setter, const struct text *text, unsigned flags)
{
    struct cursor cursor = {.text = text, .flags = flags};
    struct piece piece;
    float width = 0;
    while (text->n_segments && next_piece(&cursor, &piece)) {
        measure(setter, &piece);
        bool is_mark = piece.flags & TEXT_SMALL;
        width = is_mark ? width + space_before(setter, &piece) + piece.width : 0;
    }
    return width;
}

double line_body(const struct lines *lines, const struct line *line)
{
    const struct piece *pieces = &g_array_index(lines->pieces, struct piece, line->first);
    uint32_t n = line->n;
    while (n > 1 && pieces[n - 1].flags & TEXT_SMALL)
        n--;
    return n ? pieces[n - 1].x + pieces[n - 1].width : 0;
}

/* The most letters of a piece that are no wider than WIDTH ems; at least one. */
static uint32_t fitting(struct setter *setter, const struct piece *piece, double width)
{
    uint32_t length = (uint32_t)(piece->length * width / piece->width);
    for (length = CLAMP(length, 1, piece->length); length > 1; length--) {
        const char *end = piece->text + length;
        if (length < piece->length && ((*end & 0xC0) == 0x80 || g_unichar_ismark(g_utf8_get_char(end))))
            continue;
        struct piece part = *piece;
        part.length = length;
        part.word = NULL;
        measure(setter, &part);
        if (part.width <= width)
            return length;
    }
    return (uint32_t)(g_utf8_next_char(piece->text) - piece->text);
}

/* Gathers a piece, in parts where it is wider than a whole line. */
static void add_piece(struct setter *setter, struct piece piece, double width)
{
    measure(setter, &piece);
    while (piece.width > width + HAIR) {
        struct piece part = piece;
        part.length = MIN(fitting(setter, &piece, width), piece.length);
        part.word = NULL;
        if (part.length == piece.length)
            break;
        measure(setter, &part);
        g_array_append_val(setter->lines.pieces, part);
        piece.text += part.length;
        piece.length -= part.length;
        piece.word = NULL;
        piece.is_spaced = false;
        piece.breaks = BREAK_MAY;
        measure(setter, &piece);
    }
    g_array_append_val(setter->lines.pieces, piece);
}

static struct piece *piece_at(const struct setter *setter, guint i)
{
    return &g_array_index(setter->lines.pieces, struct piece, i);
}

static bool is_backward(const struct piece *piece)
{
    return piece->word && piece->word->is_backward;
}

/* Turns round pieces FIRST to END; the spaces between them turn with them. */
static void turn_round(struct setter *setter, guint first, guint end)
{
    bool is_spaced = piece_at(setter, first)->is_spaced;
    for (guint i = first; i + 1 < end; i++)
        piece_at(setter, i)->is_spaced = piece_at(setter, i + 1)->is_spaced;
    for (guint a = first, b = end; a + 1 < b; a++, b--) {
        struct piece kept = *piece_at(setter, a);
        *piece_at(setter, a) = *piece_at(setter, b - 1);
        *piece_at(setter, b - 1) = kept;
    }
    piece_at(setter, first)->is_spaced = is_spaced;
}

/* Puts words from right to left that follow each other in that order. */
static void order_line(struct setter *setter, guint first, guint end)
{
    for (guint i = first; i < end; i++) {
        guint last = i;
        while (last < end && is_backward(piece_at(setter, last)))
            last++;
        if (last > i + 1)
            turn_round(setter, i, last);
        i = MAX(i, last);
    }
}

/* Ends a line and places its pieces, from ems to points. */
static void close_line(struct setter *setter, guint first, guint end, double size)
{
    double x = 0;
    order_line(setter, first, end);
    for (guint i = first; i < end; i++) {
        struct piece *piece = piece_at(setter, i);
        if (i > first)
            x += space_before(setter, piece) * size;
        piece->x = (float)x;
        piece->width *= (float)size;
        x += piece->width;
    }
    struct line line = {.first = first, .n = end - first, .width = (float)x};
    g_array_append_val(setter->lines.lines, line);
}

const struct lines *text_break(struct setter *setter, const struct text *text, double size, unsigned flags,
                               double width)
{
    struct cursor cursor = {.text = text, .flags = flags};
    struct piece piece;
    double room = width / size, x = 0;
    g_array_set_size(setter->lines.pieces, 0);
    g_array_set_size(setter->lines.lines, 0);
    while (next_piece(&cursor, &piece))
        add_piece(setter, piece, room);
    guint start = 0, chance = 0, n = setter->lines.pieces->len;
    for (guint i = 0; i < n; i++) {
        const struct piece *at = piece_at(setter, i);
        double reach = x + (i > start ? space_before(setter, at) : 0) + at->width;
        chance = at->breaks ? i : chance;
        if (i > start && (at->breaks == BREAK_MUST || reach > room + HAIR)) {
            guint end = chance > start ? chance : i;
            close_line(setter, start, end, size);
            start = end;
            i = end;
            reach = piece_at(setter, i)->width;
        }
        x = reach;
    }
    if (n > start)
        close_line(setter, start, n, size);
    return &setter->lines;
}

void text_begin(struct setter *setter, cairo_t *cairo)
{
    setter->batch.cairo = cairo;
    setter->batch.font = setter->batch.set_font = NULL;
}

void text_flush(struct setter *setter)
{
    struct batch *batch = &setter->batch;
    if (!batch->glyphs->len)
        return;
    cairo_set_source_rgb(batch->cairo, (batch->color >> 16) / 255.0, (batch->color >> 8 & 0xff) / 255.0,
                         (batch->color & 0xff) / 255.0);
    if (batch->set_font != batch->font)
        cairo_set_font_face(batch->cairo, batch->font);
    if (batch->set_font != batch->font || batch->set_size != batch->size)
        cairo_set_font_size(batch->cairo, batch->size);
    batch->set_font = batch->font;
    batch->set_size = batch->size;
    cairo_show_text_glyphs(batch->cairo, batch->text->str, (int)batch->text->len,
                           (const cairo_glyph_t *)(void *)batch->glyphs->data, (int)batch->glyphs->len,
                           (const cairo_text_cluster_t *)(void *)batch->clusters->data, (int)batch->clusters->len,
                           batch->is_backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
    g_string_truncate(batch->text, 0);
    g_array_set_size(batch->glyphs, 0);
    g_array_set_size(batch->clusters, 0);
}

static void choose(struct setter *setter, cairo_font_face_t *font, double size, uint32_t color, bool backward)
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

static void add_letter(struct setter *setter, char letter, uint32_t index, double x, double y)
{
    cairo_text_cluster_t cluster = {.num_bytes = 1, .num_glyphs = 1};
    g_string_append_c(setter->batch.text, letter);
    *add_glyphs(&setter->batch, 1) = (cairo_glyph_t){.index = index, .x = x, .y = y};
    g_array_append_val(setter->batch.clusters, cluster);
}

static void show_run(struct setter *setter, const struct word *word, const struct run *run, double x, double y)
{
    double size = setter->batch.size;
    g_string_append_len(setter->batch.text, word->text + run->start, run->length);
    cairo_glyph_t *to = add_glyphs(&setter->batch, run->n_glyphs);
    for (uint32_t i = 0; i < run->n_glyphs; i++)
        to[i] = (cairo_glyph_t){run->glyphs[i].index, x + run->glyphs[i].x * size, y + run->glyphs[i].y * size};
    g_array_append_vals(setter->batch.clusters, run->clusters, run->n_clusters);
}

void text_show(struct setter *setter, const struct piece *piece, double x, double y, double size, uint32_t color)
{
    enum face face = face_of(piece->flags);
    const struct plain *space = shape_letter(setter, face, ' ');
    double own = size * scale_of(piece->flags);
    y -= piece->flags & TEXT_RAISED ? RAISED_BY * size : 0;
    choose(setter, space->font, own, color, false);
    if (piece->is_spaced)
        add_letter(setter, ' ', space->index, x - space->advance * size, y);
    for (uint32_t i = 0; i < piece->length && !piece->word; i++) {
        const struct plain *letter = shape_letter(setter, face, piece->text[i]);
        add_letter(setter, piece->text[i], letter->index, x, y);
        x += letter->advance * own;
    }
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
    const struct batch *batch = &setter->batch;
    const struct plain *space = shape_letter(setter, FACE_REGULAR, ' ');
    if (batch->glyphs->len && batch->font == space->font && !batch->is_backward)
        add_letter(setter, ' ', space->index, MAX(batch->reach, x - most * batch->size), y);
}

/* Lines out of words. A line breaks at spaces, after a hyphen between letters and after a slash of a long word; a word
 * wider than its line breaks anywhere. Words that read from right to left are set in that order where several follow
 * each other. */
#include "report/shape.h"

#include <string.h>

enum { MOST_BYTES = 96, LONG_WORD = 12 };

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
    enum face face = shape_face(piece->flags);
    float width = 0;
    if (is_plain(piece))
        for (uint32_t i = 0; i < piece->length; i++)
            width += shape_letter(setter, face, piece->text[i])->advance;
    else {
        piece->word = shape_word(setter, face, piece->text, piece->length);
        width = piece->word->width;
    }
    piece->width = width * (float)shape_scale(piece->flags);
}

static float space_before(struct setter *setter, const struct piece *piece)
{
    return piece->is_spaced ? shape_letter(setter, shape_face(piece->flags), ' ')->advance : 0;
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

/* Cleaning, cutting and breaking of text. Measures only through the ruler; knows nothing of charts. */
#include "chart/words.h"

#include "base/xml.h"

#include <math.h>
#include <string.h>

#define ELLIPSIS "\xe2\x80\xa6"
#define NO_BREAK_SPACE "\xc2\xa0"

enum { MOST_MARKS = 8, ZERO_WIDTH_NON_JOINER = 0x200c, ZERO_WIDTH_JOINER = 0x200d };

/* Wider than any page; a measurer gone wrong must not spread. */
static const double WIDEST = 1e5;

double ruler_width(const struct ruler *ruler, const char *text)
{
    double width = ruler->measure->width(ruler->measure->self, text, ruler->size, ruler->bold);
    return isfinite(width) ? CLAMP(width, 0, WIDEST) : 0;
}

/* Neither seen nor harmless: controls, direction overrides, noncharacters. The joiners shape letters and stay. */
static bool is_dropped(gunichar c)
{
    if (c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER)
        return false;
    GUnicodeType type = g_unichar_type(c);
    return xml_is_noncharacter(c) || type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT;
}

/* A no-break space is a letter as far as lines are concerned. */
static bool is_space(gunichar c)
{
    return (c >= '\t' && c <= '\r') || g_unichar_type(c) == G_UNICODE_LINE_SEPARATOR ||
           g_unichar_type(c) == G_UNICODE_PARAGRAPH_SEPARATOR ||
           (g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR && c != 0xa0 && c != 0x202f);
}

/* Marks and joiners belong to the letter before them. */
static bool is_attached(gunichar c)
{
    return g_unichar_ismark(c) || c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
}

/* The last place at or before AT where a letter begins with its marks. */
static const char *letter_start(const char *text, const char *at)
{
    while (at > text && is_attached(g_utf8_get_char(at)))
        at = g_utf8_find_prev_char(text, at);
    return at;
}

/* TEXT up to AT, without spaces at its end, and an ellipsis. */
static char *cut(struct arena *arena, const char *text, const char *at)
{
    at = letter_start(text, at);
    while (at > text && at[-1] == ' ')
        at--;
    return arena_printf(arena, "%.*s" ELLIPSIS, (int)(at - text), text);
}

static char *shorten(struct arena *arena, const GString *text, size_t most_bytes)
{
    if (text->len <= most_bytes)
        return arena_strndup(arena, text->str, text->len);
    if (most_bytes < strlen(ELLIPSIS))
        return arena_strdup(arena, "");
    const char *at = text->str + most_bytes - strlen(ELLIPSIS);
    while (((unsigned char)*at & 0xc0) == 0x80)
        at--;
    return cut(arena, text->str, at);
}

/* How many bytes at TEXT are printed ASCII with one space between words: most of any name is. */
static size_t plain_length(const char *text)
{
    size_t n = 0;
    while (text[n] > ' ' ? text[n] <= '~' : text[n] == ' ' && n > 0 && text[n - 1] != ' ')
        n++;
    return n > 0 && text[n - 1] == ' ' ? n - 1 : n;
}

/* VALID: UTF-8. */
static void append_clean(GString *clean, const char *valid)
{
    size_t marks = 0;
    bool space = false;
    for (const char *at = valid; *at;) {
        size_t plain = plain_length(at);
        gunichar c = g_utf8_get_char(at);
        const char *next = plain ? at + plain : g_utf8_next_char(at);
        if (is_space(c)) {
            space = clean->len > 0;
        } else if (plain || (!is_dropped(c) && !(is_attached(c) && marks == MOST_MARKS))) {
            if (space)
                g_string_append_c(clean, ' ');
            space = false;
            marks = is_attached(c) ? marks + 1 : 0;
            g_string_append_len(clean, at, next - at);
        }
        at = next;
    }
}

char *words_clean(struct arena *arena, const char *text, size_t most_bytes)
{
    size_t plain = plain_length(text ? text : "");
    if (text && !text[plain] && plain <= most_bytes)
        return arena_strndup(arena, text, plain);
    g_autofree char *valid = g_utf8_make_valid(text ? text : "", -1);
    g_autoptr(GString) clean = g_string_new(NULL);
    append_clean(clean, valid);
    return shorten(arena, clean, most_bytes);
}

const char *words_unbroken(struct arena *arena, const char *text)
{
    g_autoptr(GString) unbroken = g_string_new(text);
    g_string_replace(unbroken, " ", NO_BREAK_SPACE, 0);
    return arena_strndup(arena, unbroken->str, unbroken->len);
}

struct fitted words_fit(const struct ruler *ruler, const char *text, double width)
{
    struct fitted best = {.words = text, .width = *text ? ruler_width(ruler, text) : 0};
    if (best.width <= width)
        return best;
    size_t fits = 0, too_many = (size_t)g_utf8_strlen(text, -1);
    best = (struct fitted){.words = ELLIPSIS, .width = ruler_width(ruler, ELLIPSIS)};
    if (best.width > width)
        return (struct fitted){.words = ""};
    while (fits + 1 < too_many) {
        size_t middle = (fits + too_many) / 2;
        struct fitted next = {.words = cut(ruler->arena, text, g_utf8_offset_to_pointer(text, (glong)middle))};
        next.width = ruler_width(ruler, next.words);
        *(next.width <= width ? &fits : &too_many) = middle;
        if (next.width <= width)
            best = next;
    }
    return best;
}

/* A piece of text that is not broken. */
struct word {
    const char *text;
    double width;
    bool glued; /* no space before it: the rest of a word too long for a line */
};

/* As much of the first BYTES of TEXT as ends before a part of an address, where that is half of them at least. */
static size_t address_bytes(const char *text, size_t bytes)
{
    for (size_t at = bytes; at > bytes / 2 && text[bytes]; at--)
        if (strchr("&?", text[at]) || text[at - 1] == '/')
            return at;
    return bytes;
}

/* The longest beginning of TEXT that fits in WIDTH, at least one letter; its length in bytes. */
static size_t fitting_bytes(const struct ruler *ruler, const char *text, double width)
{
    size_t fits = 1, too_many = (size_t)g_utf8_strlen(text, -1) + 1;
    while (fits + 1 < too_many) {
        size_t middle = (fits + too_many) / 2;
        size_t bytes = (size_t)(g_utf8_offset_to_pointer(text, (glong)middle) - text);
        bool fit = ruler_width(ruler, arena_strndup(ruler->arena, text, bytes)) <= width;
        *(fit ? &fits : &too_many) = middle;
    }
    return address_bytes(text, (size_t)(g_utf8_offset_to_pointer(text, (glong)fits) - text));
}

static void add_word(const struct ruler *ruler, GArray *words, const char *text, double width)
{
    struct word word = {.text = text, .width = ruler_width(ruler, text)};
    while (word.width > width && *g_utf8_next_char(word.text)) {
        size_t bytes = fitting_bytes(ruler, word.text, width);
        struct word piece = word;
        piece.text = arena_strndup(ruler->arena, word.text, bytes);
        piece.width = ruler_width(ruler, piece.text);
        g_array_append_val(words, piece);
        word.text += bytes;
        word.width = ruler_width(ruler, word.text);
        word.glued = true;
    }
    if (*word.text)
        g_array_append_val(words, word);
}

static GArray *split(const struct ruler *ruler, const char *text, double width)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(struct word));
    while (*text) {
        size_t length = strcspn(text, " ");
        add_word(ruler, words, arena_strndup(ruler->arena, text, length), width);
        text += length + (text[length] == ' ');
    }
    return words;
}

/* Fills lines greedily. starts gets the first word of each of the first WORDS_MOST_LINES; returns how many there
 * are. */
static size_t break_lines(const GArray *words, double space, double width, guint starts[WORDS_MOST_LINES])
{
    size_t n_lines = 0;
    double used = 0;
    for (guint i = 0; i < words->len; i++) {
        const struct word *word = &g_array_index(words, struct word, i);
        double more = (word->glued ? 0 : space) + word->width;
        if (n_lines && used + more <= width) {
            used += more;
            continue;
        }
        if (n_lines < WORDS_MOST_LINES)
            starts[n_lines] = i;
        n_lines++;
        used = word->width;
    }
    return n_lines;
}

/* The narrowest width that needs no more lines than WIDTH does. */
static double even_width(const GArray *words, double space, double width)
{
    guint starts[WORDS_MOST_LINES];
    size_t n_lines = break_lines(words, space, width, starts);
    double low = width / 2, high = width;
    for (int i = 0; i < 10; i++) {
        double middle = (low + high) / 2;
        bool same = break_lines(words, space, middle, starts) == n_lines;
        *(same ? &high : &low) = middle;
    }
    return high;
}

static const char *join(struct arena *arena, const GArray *words, guint from, guint to)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (guint i = from; i < to; i++) {
        const struct word *word = &g_array_index(words, struct word, i);
        if (i > from && !word->glued)
            g_string_append_c(line, ' ');
        g_string_append(line, word->text);
    }
    return arena_strndup(arena, line->str, line->len);
}

static struct words_lines one_line(struct arena *arena, struct fitted line)
{
    struct words_lines lines = {.lines = ARENA_NEW(arena, struct fitted), .n_lines = *line.words ? 1 : 0};
    lines.lines[0] = line;
    return lines;
}

struct words_lines words_wrap(const struct ruler *ruler, const char *text, const struct words_frame *frame)
{
    struct fitted whole = {.words = text, .width = *text ? ruler_width(ruler, text) : 0};
    if (whole.width <= frame->width)
        return one_line(ruler->arena, whole);
    /* Words are measured one by one; kerning across a space may add a hair. */
    double width = frame->width * 0.995, space = ruler_width(ruler, " ");
    g_autoptr(GArray) words = split(ruler, text, width);
    guint starts[WORDS_MOST_LINES];
    size_t n_lines = break_lines(words, space, width, starts);
    if (frame->even && n_lines > 1 && n_lines <= frame->most_lines)
        break_lines(words, space, even_width(words, space, width), starts);
    size_t n_kept = MIN(n_lines, frame->most_lines);
    struct words_lines wrapped = {.lines = ARENA_ARRAY(ruler->arena, struct fitted, n_kept), .n_lines = n_kept};
    for (size_t i = 0; i < n_kept; i++) {
        guint end = i + 1 < n_kept ? starts[i + 1] : words->len;
        wrapped.lines[i] = words_fit(ruler, join(ruler->arena, words, starts[i], end), frame->width);
    }
    return wrapped;
}

bool words_are_cut(const struct words_lines *lines)
{
    return lines->n_lines && g_str_has_suffix(lines->lines[lines->n_lines - 1].words, ELLIPSIS);
}

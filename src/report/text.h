/* Words in the report's fonts: measured, broken into lines, shown. Each word is shaped once. Private to report. */
#ifndef PROVISO_REPORT_TEXT_H
#define PROVISO_REPORT_TEXT_H

#include "chart/canvas.h"
#include "report/block.h"

#include <cairo.h>

enum face { FACE_REGULAR, FACE_STRONG, FACE_ITALIC, FACES };

/* How a style sets its text; lengths in points. */
struct type {
    double size, leading;
    unsigned flags; /* of enum text_flag */
    uint32_t color;
    double before, after; /* space */
    const char *tag;      /* structure element */
};

extern const struct type document_types[STYLES];

enum { COLOR_INK = 0x1B1B1B, COLOR_MUTED = 0x595959, COLOR_ACCENT = 0x0B4A7F, COLOR_RULE = 0xC8C8C8 };

/* A word, or a part of one, on its line. */
struct piece {
    const char *text;
    uint32_t length;
    uint32_t flags;
    const char *href;
    const struct word *word; /* NULL: figures, set letter by letter */
    float x, width;          /* points from the start of its line */
    bool is_spaced;          /* a space stands before it */
    uint8_t breaks;          /* whether a line may, or must, begin with it */
};

struct line {
    uint32_t first, n;
    float width;
};

/* Filled anew by each text_break. */
struct lines {
    GArray *pieces, *lines;
};

struct setter;

struct setter *setter_open(struct arena *arena, struct chart_canvas *canvas);
void setter_close(struct setter *setter);

/* The widest that cannot be broken, and all in one line, in ems of the type. */
void text_extent(struct setter *setter, const struct text *text, unsigned flags, float *least, float *most);

/* Of the most, the width from the first mark of a source on. */
float text_marks(struct setter *setter, const struct text *text, unsigned flags);

/* Width of a line without the marks of sources at its end, in points. */
double line_body(const struct lines *lines, const struct line *line);

/* Breaks TEXT into lines of at most WIDTH; the result is the setter's until the next call. */
const struct lines *text_break(struct setter *setter, const struct text *text, double size, unsigned flags,
                               double width);

/* Glyphs wait here until what they are set in changes, or text_flush. */
void text_begin(struct setter *setter, cairo_t *cairo);
void text_show(struct setter *setter, const struct piece *piece, double x, double y, double size, uint32_t color);
void text_flush(struct setter *setter);

/* Others will show glyphs on the same surface, as something else perhaps. */
void text_share(struct setter *setter);

/* What is drawn next has this COLOR (0xRRGGBB). */
void text_color(cairo_t *cairo, uint32_t color);

/* A space before what will be shown at X, Y, where something waits: words of two cells must not be read as one. */
void text_gap(struct setter *setter, double x, double y);

#endif

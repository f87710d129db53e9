/* Words as glyphs of the report's fonts, in ems. Private to report/shape.c, text.c and show.c. */
#ifndef PROVISO_REPORT_SHAPE_H
#define PROVISO_REPORT_SHAPE_H

#include "report/text.h"

enum { PLAIN_FIRST = ' ', PLAIN_LAST = '~', PLAINS = PLAIN_LAST - PLAIN_FIRST + 1 };

/* A face, and the ASCII letter that each of its glyphs was first shown as: NUL where it was not shown yet, LETTER_OTHER
 * where it was something else. */
struct font {
    cairo_font_face_t *face;
    GArray *letters; /* by the glyph's index; uint8_t */
};

enum { LETTER_OTHER = 0x80 };

struct glyph {
    uint32_t index;
    float x, y;
};

/* A part of a word in one font and one direction. */
struct run {
    struct font *font;
    bool is_backward;
    bool is_known;          /* cairo knows what its glyphs stand for */
    uint32_t start, length; /* bytes of the word */
    uint32_t n_glyphs, n_clusters;
    const struct glyph *glyphs;
    const cairo_text_cluster_t *clusters;
};

struct word {
    const char *text;
    uint32_t length;
    enum face face;
    float width;
    bool is_backward;
    size_t n_runs;
    struct run *runs;
};

struct plain {
    uint32_t index;
    float advance;
    struct font *font; /* NULL: not shaped yet */
    bool is_known;     /* as a run is */
};

/* Glyphs that wait to be shown by one call. */
struct batch {
    cairo_t *cairo;
    struct font *font;
    double size;
    uint32_t color;
    bool is_backward;
    bool is_known;         /* every glyph that waits */
    bool is_shared;        /* others show glyphs on the same surface */
    struct font *set_font; /* what cairo has been told; looking up a font costs more than showing a row */
    double set_size;
    GString *text;
    GArray *glyphs, *clusters;
    double reach; /* where the last of them ends */
};

struct setter {
    struct arena *arena;
    const struct chart_canvas *canvas;
    PangoAttrList *faces[FACES];
    struct plain plain[FACES][PLAINS]; /* ASCII letter by letter */
    GHashTable *words;                 /* a set of struct word */
    GPtrArray *fonts;                  /* of struct font */
    struct lines lines;
    struct batch batch;
};

/* The face, and the size beside that of the type, of words with FLAGS (enum text_flag). */
enum face shape_face(unsigned flags);
double shape_scale(unsigned flags);

/* The word shaped; the same word is shaped once. */
const struct word *shape_word(struct setter *setter, enum face face, const char *text, size_t length);

/* An ASCII letter; each is shaped when it is first asked for. */
struct plain *shape_first(struct setter *setter, enum face face, char letter);

static inline struct plain *shape_letter(struct setter *setter, enum face face, char letter)
{
    struct plain *plain = &setter->plain[face][letter - PLAIN_FIRST];
    return plain->font ? plain : shape_first(setter, face, letter);
}

#endif

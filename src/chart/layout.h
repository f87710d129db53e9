/* A chart laid out: every rectangle, line and string decided, nothing drawn. PNG, PDF and SVG are written from it, and
 * its text form is what tests compare. Knows no cairo and no pango: measuring text is passed in. */
#ifndef PROVISO_CHART_LAYOUT_H
#define PROVISO_CHART_LAYOUT_H

#include "base/error.h"
#include "chart/spec.h"

/* Width of valid UTF-8 text set in one line, in the layout's unit; linear in size. bold is the heading weight. */
struct text_measure {
    double (*width)(void *self, const char *text, double size, bool bold);
    void *self;
};

/* What colour something has; the colours themselves are in chart/theme.h. */
enum chart_paint {
    PAINT_PAGE,
    PAINT_INK,
    PAINT_MUTED,
    PAINT_RULE,
    PAINT_BAR, /* the first of the series */
    PAINT_SECOND,
    PAINT_THIRD,
    PAINT_FOURTH,
    PAINT_FIFTH, /* too light to stand without an outline */
    PAINT_REST,  /* what stands back */
    PAINT_LAND,
    PAINT_CLASS_1, /* of a value, from little to much */
    PAINT_CLASS_2,
    PAINT_CLASS_3,
    PAINT_CLASS_4,
    PAINT_CLASS_5,
    PAINT_ON_LIGHT, /* words on the first three classes, which are light on the light page */
    PAINT_ON_DARK,  /* words on the last two */
    PAINTS
};

enum chart_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct chart_rect {
    double x, y, width, height;
};

struct chart_segment {
    double x1, y1, x2, y2;
};

struct chart_strokes {
    const struct chart_segment *segments;
    size_t n_segments; /* at least 1 */
    double thickness;
    bool yields; /* to words: cut where they stand */
};

struct chart_point {
    double x, y;
};

struct chart_path {
    const struct chart_point *points;
    size_t n_points; /* at least 2 */
    bool is_closed;
    double thickness; /* 0: filled */
};

struct chart_circle {
    double x, y, radius;
    double thickness; /* of the ring, half of it outside the radius; 0: filled */
};

struct chart_text {
    const char *words; /* one line, valid UTF-8, no control characters, not empty */
    double x, y;       /* the anchor on the baseline */
    double width;      /* as measured */
    double size;
    bool bold;
    enum chart_anchor anchor;
};

/* A row of the data behind an item: consecutive items of one row share it. */
struct chart_mark {
    const char *link;  /* http(s) address or a path that starts with one slash; or NULL */
    const char *title; /* the row in words, with its exact value */
};

enum chart_item_kind { CHART_RECT, CHART_STROKES, CHART_PATH, CHART_CIRCLE, CHART_TEXT };

struct chart_item {
    enum chart_item_kind kind;
    enum chart_paint paint;
    const struct chart_mark *mark; /* or NULL */
    union {
        struct chart_rect rect;
        struct chart_strokes strokes;
        struct chart_path path;
        struct chart_circle circle;
        struct chart_text text;
    };
};

struct chart_layout {
    double width, height; /* pixels, or points when is_points */
    bool is_points;
    const char *language; /* BCP 47 */
    const char *title;    /* cleaned words of the spec, never NULL */
    const char *alternative;
    const char *description;
    size_t n_shown, n_left_off; /* rows of the data; their sum is all of them */
    size_t n_items;
    const struct chart_item *items; /* in painting order; the first is the page */
};

/* Decides everything. Every coordinate is finite and inside the page. ERROR_BAD_REQUEST: more than 2000 rows;
 * ERROR_INTERNAL: what chart_kind_check says. The layout lives in the arena and may point to the spec's strings. */
struct chart_layout *chart_layout(struct arena *arena, const struct chart_spec *spec, const struct chart_size *size,
                                  const struct text_measure *measure, GError **error);

/* The layout as text: a head line, then a line an item, numbers with two decimals. */
char *chart_layout_text(struct arena *arena, const struct chart_layout *layout);

/* Where a text begins, whatever its anchor. */
static inline double chart_text_left(const struct chart_text *text)
{
    static const double shares[] = {[ANCHOR_START] = 0, [ANCHOR_MIDDLE] = 0.5, [ANCHOR_END] = 1};
    return text->x - shares[text->anchor] * text->width;
}

/* What a text takes, from its capitals to its descenders. */
static inline struct chart_rect chart_text_box(const struct chart_text *text)
{
    return (struct chart_rect){.x = chart_text_left(text),
                               .y = text->y - 0.74 * text->size,
                               .width = text->width,
                               .height = 0.94 * text->size};
}

/* Whether two boxes have more than a hair in common. */
static inline bool chart_rects_meet(const struct chart_rect *a, const struct chart_rect *b)
{
    const double hair = 0.02;
    return a->x + a->width > b->x + hair && b->x + b->width > a->x + hair && a->y + a->height > b->y + hair &&
           b->y + b->height > a->y + hair;
}

#endif

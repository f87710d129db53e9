/* Each shape is told from the others in black and white at the size of a letter. One table draws them in charts and
 * on pages. */
#include "chart/shape.h"

#include "base/xml.h"

#include <string.h>

/* A point of a shape in a square from -1 to 1. */
struct corner {
    double x, y;
};

enum { CORNERS_MAX = 8, PARTS_MAX = 3 };

struct part {
    size_t n_corners;
    bool is_filled; /* else a line, closed where it has more than two corners */
    struct corner corners[CORNERS_MAX];
};

struct figure {
    struct part parts[PARTS_MAX]; /* ended by one without corners */
    double ring, disc;            /* radius; 0: none */
};

static const double THICKNESS = 0.24;

#define FILLED(n, ...)                                                                                                 \
    {                                                                                                                  \
        (n), true,                                                                                                     \
        {                                                                                                              \
            __VA_ARGS__                                                                                                \
        }                                                                                                              \
    }
#define LINE(n, ...)                                                                                                   \
    {                                                                                                                  \
        (n), false,                                                                                                    \
        {                                                                                                              \
            __VA_ARGS__                                                                                                \
        }                                                                                                              \
    }
#define SQUARE                                                                                                         \
    {-0.8, -0.8}, {0.8, -0.8}, {0.8, 0.8},                                                                             \
    {                                                                                                                  \
        -0.8, 0.8                                                                                                      \
    }
#define SHIELD                                                                                                         \
    {-0.8, -0.85}, {0, -0.95}, {0.8, -0.85}, {0.8, 0.1}, {0.5, 0.6}, {0, 0.95}, {-0.5, 0.6},                           \
    {                                                                                                                  \
        -0.8, 0.1                                                                                                      \
    }

static const struct figure figures[] = {
    [SHAPE_DISC] = {.disc = 0.9},
    /* Filled, with a diagonal left free. */
    [SHAPE_STRUCK_SQUARE] = {.parts = {FILLED(3, {-0.85, -0.85}, {0.5, -0.85}, {-0.85, 0.5}),
                                       FILLED(3, {0.85, 0.85}, {0.85, -0.5}, {-0.5, 0.85})}},
    [SHAPE_HALF_DIAMOND] = {.parts = {FILLED(3, {0, -0.95}, {0, 0.95}, {-0.95, 0}),
                                      LINE(4, {0, -0.95}, {0.95, 0}, {0, 0.95}, {-0.95, 0})}},
    /* A hollow square with the bar and dot of an exclamation mark. */
    [SHAPE_ASKING_SQUARE] = {.parts = {LINE(4, SQUARE),
                                       FILLED(4, {-0.13, -0.5}, {0.13, -0.5}, {0.13, 0.12}, {-0.13, 0.12}),
                                       FILLED(4, {-0.13, 0.28}, {0.13, 0.28}, {0.13, 0.52}, {-0.13, 0.52})}},
    [SHAPE_RING] = {.ring = 0.78},
    [SHAPE_SHIELD_OUTLINE] = {.parts = {LINE(8, SHIELD)}},
    [SHAPE_SHIELD] = {.parts = {FILLED(8, SHIELD)}},
    [SHAPE_DASH] = {.parts = {LINE(2, {-0.7, 0}, {0.7, 0})}},
    /* Half a disc and half a square, back to back. */
    [SHAPE_TWO_HALVES] = {.parts = {FILLED(7, {-0.12, -0.9}, {-0.12, 0.9}, {-0.47, 0.78}, {-0.75, 0.5}, {-0.86, 0},
                                           {-0.75, -0.5}, {-0.47, -0.78}),
                                    LINE(4, {0.2, -0.78}, {0.84, -0.78}, {0.84, 0.78}, {0.2, 0.78})}},
    [SHAPE_DOTTED_RING] = {.ring = 0.78, .disc = 0.34},
};
_Static_assert(G_N_ELEMENTS(figures) == SHAPES, "a figure for each shape");

static size_t count_parts(const struct figure *figure)
{
    size_t n = 0;
    while (n < PARTS_MAX && figure->parts[n].n_corners)
        n++;
    return n;
}

void shape_place(struct sketch *sketch, enum chart_shape shape, double x, double y, double size)
{
    if (shape >= SHAPES)
        return;
    const struct figure *figure = &figures[shape];
    double half = size / 2;
    for (size_t i = 0; i < count_parts(figure); i++) {
        const struct part *part = &figure->parts[i];
        struct chart_point points[CORNERS_MAX];
        for (size_t at = 0; at < part->n_corners; at++)
            points[at] = (struct chart_point){x + part->corners[at].x * half, y + part->corners[at].y * half};
        sketch_path(sketch, PAINT_INK,
                    (struct chart_path){.points = points,
                                        .n_points = part->n_corners,
                                        .is_closed = part->n_corners > 2,
                                        .thickness = part->is_filled ? 0 : half * THICKNESS});
    }
    struct chart_circle circle = {.x = x, .y = y, .radius = half * figure->ring, .thickness = half * THICKNESS};
    if (figure->ring > 0)
        sketch_circle(sketch, PAINT_INK, circle);
    circle.radius = half * figure->disc;
    circle.thickness = 0;
    if (figure->disc > 0)
        sketch_circle(sketch, PAINT_INK, circle);
}

static void append_pair(GString *out, char command, double x, double y)
{
    g_string_append_c(out, command);
    xml_append_number(out, x);
    g_string_append_c(out, ' ');
    xml_append_number(out, y);
}

static void append_part(GString *out, const struct part *part)
{
    for (size_t i = 0; i < part->n_corners; i++)
        append_pair(out, i ? ' ' : 'M', part->corners[i].x, part->corners[i].y);
    if (part->n_corners > 2)
        g_string_append_c(out, 'Z');
}

static void append_circle(GString *out, double radius)
{
    if (radius <= 0)
        return;
    append_pair(out, 'M', -radius, 0);
    for (int half = 0; half < 2; half++) {
        append_pair(out, 'A', radius, radius);
        g_string_append(out, " 0 1 1"); /* unturned, the long way, clockwise */
        append_pair(out, ' ', half ? -radius : radius, 0);
    }
}

struct chart_outline chart_shape_outline(struct arena *arena, enum chart_shape shape)
{
    const struct figure *figure = &figures[shape];
    g_autoptr(GString) filled = g_string_new(NULL);
    g_autoptr(GString) lines = g_string_new(NULL);
    for (size_t i = 0; i < count_parts(figure); i++)
        append_part(figure->parts[i].is_filled ? filled : lines, &figure->parts[i]);
    append_circle(lines, figure->ring);
    append_circle(filled, figure->disc);
    return (struct chart_outline){arena_strdup(arena, filled->str), arena_strdup(arena, lines->str)};
}

enum chart_shape shape_find(const struct sketch *sketch, const char *value)
{
    for (const struct chart_sign *sign = sketch->spec->signs; value && sign && sign->value; sign++)
        if (strcmp(sign->value, value) == 0)
            return sign->shape;
    return SHAPES;
}

enum chart_shape shape_of(const struct sketch *sketch, size_t row)
{
    const char *column = sketch->spec->columns[CHART_POSITION];
    return shape_find(sketch, column ? result_text(sketch->spec->data, row, column) : NULL);
}

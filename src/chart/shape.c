/* Each shape is told from the others in black and white at the size of a letter. */
#include "chart/shape.h"

#include <string.h>

/* A point of a shape in a square from -1 to 1. */
struct corner {
    double x, y;
};

struct pen {
    struct sketch *sketch;
    double x, y, half; /* centre; half a side */
};

static void path(const struct pen *pen, const struct corner *corners, size_t n_corners, bool is_filled)
{
    struct chart_point points[12];
    for (size_t i = 0; i < n_corners; i++)
        points[i] = (struct chart_point){pen->x + corners[i].x * pen->half, pen->y + corners[i].y * pen->half};
    sketch_path(pen->sketch, PAINT_INK,
                (struct chart_path){.points = points,
                                    .n_points = n_corners,
                                    .is_closed = n_corners > 2,
                                    .thickness = is_filled ? 0 : pen->half * 0.24});
}

static const struct corner square[] = {{-0.8, -0.8}, {0.8, -0.8}, {0.8, 0.8}, {-0.8, 0.8}};
static const struct corner shield[] = {{-0.8, -0.85}, {0, -0.95}, {0.8, -0.85}, {0.8, 0.1},
                                       {0.5, 0.6},    {0, 0.95},  {-0.5, 0.6},  {-0.8, 0.1}};

static void disc(const struct pen *pen)
{
    sketch_circle(pen->sketch, PAINT_INK, (struct chart_circle){.x = pen->x, .y = pen->y, .radius = pen->half * 0.9});
}

static void ring(const struct pen *pen)
{
    sketch_circle(
        pen->sketch, PAINT_INK,
        (struct chart_circle){.x = pen->x, .y = pen->y, .radius = pen->half * 0.78, .thickness = pen->half * 0.24});
}

/* Filled, with a diagonal left free. */
static void struck_square(const struct pen *pen)
{
    static const struct corner upper[] = {{-0.85, -0.85}, {0.5, -0.85}, {-0.85, 0.5}};
    static const struct corner lower[] = {{0.85, 0.85}, {0.85, -0.5}, {-0.5, 0.85}};
    path(pen, upper, G_N_ELEMENTS(upper), true);
    path(pen, lower, G_N_ELEMENTS(lower), true);
}

static void half_diamond(const struct pen *pen)
{
    static const struct corner whole[] = {{0, -0.95}, {0.95, 0}, {0, 0.95}, {-0.95, 0}};
    static const struct corner half[] = {{0, -0.95}, {0, 0.95}, {-0.95, 0}};
    path(pen, half, G_N_ELEMENTS(half), true);
    path(pen, whole, G_N_ELEMENTS(whole), false);
}

/* A hollow square with the bar and dot of an exclamation mark. */
static void asking_square(const struct pen *pen)
{
    static const struct corner bar[] = {{-0.13, -0.5}, {0.13, -0.5}, {0.13, 0.12}, {-0.13, 0.12}};
    static const struct corner dot[] = {{-0.13, 0.28}, {0.13, 0.28}, {0.13, 0.52}, {-0.13, 0.52}};
    path(pen, square, G_N_ELEMENTS(square), false);
    path(pen, bar, G_N_ELEMENTS(bar), true);
    path(pen, dot, G_N_ELEMENTS(dot), true);
}

static void shield_outline(const struct pen *pen)
{
    path(pen, shield, G_N_ELEMENTS(shield), false);
}

static void shield_filled(const struct pen *pen)
{
    path(pen, shield, G_N_ELEMENTS(shield), true);
}

static void dash(const struct pen *pen)
{
    static const struct corner line[] = {{-0.7, 0}, {0.7, 0}};
    path(pen, line, G_N_ELEMENTS(line), false);
}

/* Half a disc and half a square, back to back. */
static void two_halves(const struct pen *pen)
{
    static const struct corner left[] = {{-0.12, -0.9}, {-0.12, 0.9},  {-0.47, 0.78}, {-0.75, 0.5},
                                         {-0.86, 0},    {-0.75, -0.5}, {-0.47, -0.78}};
    static const struct corner right[] = {{0.2, -0.78}, {0.84, -0.78}, {0.84, 0.78}, {0.2, 0.78}};
    path(pen, left, G_N_ELEMENTS(left), true);
    path(pen, right, G_N_ELEMENTS(right), false);
}

static void dotted_ring(const struct pen *pen)
{
    ring(pen);
    sketch_circle(pen->sketch, PAINT_INK, (struct chart_circle){.x = pen->x, .y = pen->y, .radius = pen->half * 0.34});
}

static void (*const drawers[])(const struct pen *) = {
    [SHAPE_DISC] = disc,
    [SHAPE_STRUCK_SQUARE] = struck_square,
    [SHAPE_HALF_DIAMOND] = half_diamond,
    [SHAPE_ASKING_SQUARE] = asking_square,
    [SHAPE_RING] = ring,
    [SHAPE_SHIELD_OUTLINE] = shield_outline,
    [SHAPE_SHIELD] = shield_filled,
    [SHAPE_DASH] = dash,
    [SHAPE_TWO_HALVES] = two_halves,
    [SHAPE_DOTTED_RING] = dotted_ring,
};
_Static_assert(G_N_ELEMENTS(drawers) == SHAPES, "a drawer for each shape");

void shape_place(struct sketch *sketch, enum chart_shape shape, double x, double y, double size)
{
    const struct pen pen = {.sketch = sketch, .x = x, .y = y, .half = size / 2};
    drawers[shape](&pen);
}

enum chart_shape shape_of(const struct sketch *sketch, size_t row)
{
    const char *column = sketch->spec->columns[CHART_POSITION];
    const char *value = column ? result_text(sketch->spec->data, row, column) : NULL;
    for (const struct chart_sign *sign = sketch->spec->signs; value && sign && sign->value; sign++)
        if (strcmp(sign->value, value) == 0)
            return sign->shape;
    return SHAPES;
}

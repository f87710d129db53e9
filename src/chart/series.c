/* The marker of a series: shapes of about one area, so that none weighs more than another. */
#include "chart/series.h"

/* Corners around a marker, in radii of the disc; y goes down. */
static const struct chart_point square[] = {{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}};
static const struct chart_point triangle[] = {{0, -1.4}, {1.25, 0.8}, {-1.25, 0.8}};
static const struct chart_point diamond[] = {{0, -1.3}, {1.3, 0}, {0, 1.3}, {-1.3, 0}};

static const struct {
    const struct chart_point *corners;
    size_t n_corners; /* 0: a disc */
} markers[SERIES_MOST_LINES] = {
    {NULL, 0},
    {square, G_N_ELEMENTS(square)},
    {triangle, G_N_ELEMENTS(triangle)},
    {diamond, G_N_ELEMENTS(diamond)},
};

void series_place_marker(struct sketch *sketch, size_t series, struct chart_point at, double radius)
{
    struct chart_point points[G_N_ELEMENTS(square)];
    size_t n_corners = markers[series].n_corners;
    for (size_t i = 0; i < n_corners; i++)
        points[i] = (struct chart_point){at.x + radius * markers[series].corners[i].x,
                                         at.y + radius * markers[series].corners[i].y};
    if (n_corners)
        sketch_path(sketch, series_paints[series],
                    (struct chart_path){.points = points, .n_points = n_corners, .is_closed = true});
    else
        sketch_circle(sketch, series_paints[series], (struct chart_circle){.x = at.x, .y = at.y, .radius = radius});
}

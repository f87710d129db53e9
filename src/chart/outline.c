/* The projection is that of the outlines: d3's geoAlbersUsa at a scale of 1300 round (487.5, 305). */
#include "chart/outline.h"

#include <math.h>
#include <string.h>
#include <us_states.h> /* generated */

static const double SCALE = 1300;
static const double MIDDLE_X = 487.5;
static const double MIDDLE_Y = 305;

/* A conic equal-area projection. */
struct albers {
    double meridian, center_latitude; /* degrees; the centre is CENTER degrees east of the meridian */
    double center, first, second;     /* standard parallels */
    double scale;
    double x, y;                     /* of the centre on the sheet, in scales from its middle */
    double left, top, right, bottom; /* of the part, likewise */
};

static const struct albers parts[] = {
    {96, 38.7, -0.6, 29.5, 45.5, 1, 0, 0, -0.455, -0.238, 0.455, 0.238},
    {154, 58.5, -2, 55, 65, 0.35, -0.307, 0.201, -0.425, 0.120, -0.214, 0.234},
    {157, 19.9, -3, 8, 18, 1, -0.205, 0.212, -0.214, 0.166, -0.115, 0.234},
};

static double radians(double degrees)
{
    return degrees * G_PI / 180;
}

static struct chart_point raw(const struct albers *part, double longitude, double latitude)
{
    double first = sin(radians(part->first)), n = (first + sin(radians(part->second))) / 2;
    double c = 1 + first * (2 * n - first);
    double radius = sqrt(MAX(0, c - 2 * n * sin(radians(latitude)))) / n, angle = n * radians(longitude);
    return (struct chart_point){radius * sin(angle), sqrt(c) / n - radius * cos(angle)};
}

/* An angle between -180 and 180. */
static double around(double degrees)
{
    return remainder(degrees, 360);
}

bool outline_project(double longitude, double latitude, struct chart_point *point)
{
    if (!(fabs(longitude) <= 360 && fabs(latitude) <= 90))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const struct albers *part = &parts[i];
        struct chart_point at = raw(part, around(longitude + part->meridian), latitude);
        struct chart_point center = raw(part, part->center, part->center_latitude);
        double x = part->x + part->scale * (at.x - center.x), y = part->y - part->scale * (at.y - center.y);
        if (x < part->left || x > part->right || y < part->top || y > part->bottom)
            continue;
        *point = (struct chart_point){MIDDLE_X + SCALE * x, MIDDLE_Y + SCALE * y};
        return point->x >= 0 && point->x <= OUTLINE_WIDTH && point->y >= 0 && point->y <= OUTLINE_HEIGHT;
    }
    return false;
}

/* Reads one ring, "x,y dx,dy dx,dy ...", in tenths; returns the end of its line. */
static const char *read_ring(struct arena *arena, const char *line, struct outline_ring *ring)
{
    const char *end = strchrnul(line, '\n');
    size_t n_points = 1;
    for (const char *at = line; at < end; at++)
        n_points += *at == ' ';
    ring->points = ARENA_ARRAY(arena, struct chart_point, n_points);
    gint64 x = 0, y = 0;
    for (const char *at = line; at < end && ring->n_points < n_points;) {
        char *next;
        x += g_ascii_strtoll(at, &next, 10);
        if (*next != ',')
            break;
        y += g_ascii_strtoll(next + 1, &next, 10);
        ring->points[ring->n_points++] = (struct chart_point){(double)x / 10, (double)y / 10};
        at = next + (*next == ' ');
    }
    return *end ? end + 1 : end;
}

struct outline outline_read(struct arena *arena)
{
    g_autoptr(GBytes) bytes = g_resource_lookup_data(proviso_us_states_get_resource(), "/us-states.outline",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    const char *text = arena_strndup(arena, data, size);
    struct outline outline = {0};
    size_t n_lines = 0;
    for (const char *at = text; *at; at++)
        n_lines += *at == '\n';
    outline.rings = ARENA_ARRAY(arena, struct outline_ring, n_lines + 1);
    for (const char *at = text; *at;) {
        if (*at == '#')
            at = strchrnul(at, '\n') + (*strchrnul(at, '\n') != '\0');
        else
            at = read_ring(arena, at, &outline.rings[outline.n_rings++]);
    }
    return outline;
}

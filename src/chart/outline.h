/* The outlines of the states of the United States and where a place stands among them: an Albers projection with Alaska
 * and Hawaii moved in, on a sheet of 975 by 610. Private to chart. */
#ifndef PROVISO_CHART_OUTLINE_H
#define PROVISO_CHART_OUTLINE_H

#include "chart/layout.h"

static const double OUTLINE_WIDTH = 975;
static const double OUTLINE_HEIGHT = 610;

/* One closed line round land. */
struct outline_ring {
    struct chart_point *points;
    size_t n_points;
};

struct outline {
    struct outline_ring *rings;
    size_t n_rings;
};

/* From assets/us-states.outline, which is built into the program. */
struct outline outline_read(struct arena *arena);

/* Where a place stands on the sheet; false when it is on none of the three parts. */
bool outline_project(double longitude, double latitude, struct chart_point *point);

#endif

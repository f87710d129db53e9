/* The drawing of each kind: adds its items at the top of AREA (height 0: as high as needed), sets how many rows of the
 * data it shows, and returns the height it took. Private to chart. */
#ifndef PROVISO_CHART_KINDS_H
#define PROVISO_CHART_KINDS_H

#include "chart/sketch.h"

double bars_place(struct sketch *sketch, struct chart_rect area);
double columns_place(struct sketch *sketch, struct chart_rect area);
double stacked_place(struct sketch *sketch, struct chart_rect area);
double lines_place(struct sketch *sketch, struct chart_rect area);
double multiples_place(struct sketch *sketch, struct chart_rect area);
double dumbbell_place(struct sketch *sketch, struct chart_rect area);
double waterfall_place(struct sketch *sketch, struct chart_rect area);
double matrix_place(struct sketch *sketch, struct chart_rect area);
double timeline_place(struct sketch *sketch, struct chart_rect area);
double deadlines_place(struct sketch *sketch, struct chart_rect area);
double tiles_place(struct sketch *sketch, struct chart_rect area);
double dotmap_place(struct sketch *sketch, struct chart_rect area);
double strip_place(struct sketch *sketch, struct chart_rect area);

#endif

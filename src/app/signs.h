/* The signs of positions, the same in charts and on pages. */
#ifndef PROVISO_APP_SIGNS_H
#define PROVISO_APP_SIGNS_H

#include "chart/spec.h"

/* Ended by one without value. */
extern const struct chart_sign position_signs[];

/* For pages: "signs" with value, filled and lines (struct chart_outline) of the positions in the results, and in the
 * results within them. */
struct result *signs_result(struct arena *arena, const struct result *const *results, size_t n_results);

#endif

/* Room shared by things that need different amounts of it. Private to chart. */
#ifndef PROVISO_CHART_SHARE_H
#define PROVISO_CHART_SHARE_H

#include <stdbool.h>
#include <stddef.h>

/* Makes the needs of N columns their widths, together WIDTH: as wide as they need, and what is over in equal parts;
 * where that is too much the widest are cut. False where they are cut to less than LEAST. */
bool share_width(double *columns, size_t n, double width, double least);

#endif

/* Choosing at most 256 colours for a picture. Private to chart. */
#ifndef PROVISO_CHART_PALETTE_H
#define PROVISO_CHART_PALETTE_H

#include "chart/png.h"

enum { PALETTE_MOST = 256 };

struct palette {
    size_t n_colors;
    uint32_t colors[PALETTE_MOST]; /* 0xRRGGBB */
};

/* Fills PALETTE and ROWS as PNG has them: for each row a filter byte, then the entries of its pixels (height * (width +
 * 1) bytes). False when 256 are not enough. */
bool palette_make(struct scratch *scratch, const struct png_picture *picture, const struct png_colors *exact,
                  struct palette *palette, unsigned char *rows);

#endif

/* Choosing at most 256 colours for a picture. Private to chart. */
#ifndef PROVISO_CHART_PALETTE_H
#define PROVISO_CHART_PALETTE_H

#include "chart/png.h"

enum { PALETTE_MOST = 256 };

struct palette {
    size_t n_colors;
    uint32_t colors[PALETTE_MOST]; /* 0xRRGGBB */
};

/* Fills PALETTE and the entry of each pixel (width * height bytes, row by row). False when 256 are not enough. */
bool palette_make(const struct png_picture *picture, const uint32_t *exact, size_t n_exact, struct palette *palette,
                  unsigned char *entries);

#endif

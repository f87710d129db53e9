/* Pixels as a PNG file. Private to chart. */
#ifndef PROVISO_CHART_PNG_H
#define PROVISO_CHART_PNG_H

#include "base/error.h"
#include "chart/scratch.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct png_picture {
    const uint32_t *pixels; /* 0xXXRRGGBB, row by row; the top byte is not looked at */
    size_t width, height;   /* at least 1 */
    size_t stride;          /* pixels from one row to the next */
    uint32_t dots_per_metre;
};

/* Colours, 0xRRGGBB. */
struct png_colors {
    const uint32_t *colors;
    size_t n_colors;
};

/* Appends the file: a palette of at most 256 colours where that is enough, else RGB. The exact colours keep their value
 * whatever happens; others, which are the blends of anti-aliasing, may move by at most 7 of 255 to share an entry.
 * ERROR_UNAVAILABLE: no memory. */
bool png_encode(struct scratch *scratch, const struct png_picture *picture, const struct png_colors *exact,
                GString *out, GError **error);

#endif

/* Pixels as a PNG file. Private to chart. */
#ifndef PROVISO_CHART_PNG_H
#define PROVISO_CHART_PNG_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct png_picture {
    const uint32_t *pixels; /* 0xXXRRGGBB, row by row; the top byte is not looked at */
    size_t width, height;   /* at least 1 */
    size_t stride;          /* pixels from one row to the next */
    uint32_t dots_per_metre;
};

/* Appends the file: a palette of at most 256 colours where that is enough, else RGB. The first n_exact colours keep
 * their value whatever happens; others, which are the blends of anti-aliasing, may move by at most 7 of 255 to share an
 * entry. ERROR_UNAVAILABLE: no memory. */
bool png_encode(const struct png_picture *picture, const uint32_t *exact, size_t n_exact, GString *out, GError **error);

#endif

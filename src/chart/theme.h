/* The colours of charts, light and dark, in one table. Text has at least 4.5:1 against the page, marks 3:1. */
#ifndef PROVISO_CHART_THEME_H
#define PROVISO_CHART_THEME_H

#include "chart/layout.h"

struct chart_color {
    const char *name; /* class in the SVG, word in the text dump */
    uint32_t light;   /* 0xRRGGBB; PNG and PDF are always light */
    uint32_t dark;
};

extern const struct chart_color chart_theme[PAINTS];

#endif

/* Okabe-Ito blue on white; its sky blue on the dark page, where the blue would be the faintest thing. */
#include "chart/theme.h"

const struct chart_color chart_theme[PAINTS] = {
    [PAINT_PAGE] = {.name = "page", .light = 0xffffff, .dark = 0x121212},
    [PAINT_INK] = {.name = "ink", .light = 0x1b1b1b, .dark = 0xf0f0f0},
    [PAINT_MUTED] = {.name = "muted", .light = 0x595959, .dark = 0xb3b3b3},
    [PAINT_RULE] = {.name = "rule", .light = 0xdcdcdc, .dark = 0x3a3a3a},
    [PAINT_BAR] = {.name = "bar", .light = 0x0072b2, .dark = 0x56b4e9},
};

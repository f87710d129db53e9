/* Okabe-Ito on white; its sky blue on the dark page, where the blue would be the faintest thing. Classes are
 * ColorBrewer Blues with a darker fourth, on which white words can be read; on the dark page they go from dark to
 * light, so that much always stands out. */
#include "chart/theme.h"

const struct chart_color chart_theme[PAINTS] = {
    [PAINT_PAGE] = {.name = "page", .light = 0xffffff, .dark = 0x121212},
    [PAINT_INK] = {.name = "ink", .light = 0x1b1b1b, .dark = 0xf0f0f0},
    [PAINT_MUTED] = {.name = "muted", .light = 0x595959, .dark = 0xb3b3b3},
    [PAINT_RULE] = {.name = "rule", .light = 0xdcdcdc, .dark = 0x3a3a3a},
    [PAINT_BAR] = {.name = "bar", .light = 0x0072b2, .dark = 0x56b4e9},
    [PAINT_SECOND] = {.name = "second", .light = 0xd55e00, .dark = 0xd55e00},
    [PAINT_THIRD] = {.name = "third", .light = 0x009e73, .dark = 0x009e73},
    [PAINT_FOURTH] = {.name = "fourth", .light = 0xcc79a7, .dark = 0xcc79a7},
    [PAINT_FIFTH] = {.name = "fifth", .light = 0xe69f00, .dark = 0xe69f00},
    [PAINT_REST] = {.name = "rest", .light = 0x8a8a8a, .dark = 0x8a8a8a},
    [PAINT_LAND] = {.name = "land", .light = 0xededea, .dark = 0x2b2b2b},
    [PAINT_CLASS_1] = {.name = "class1", .light = 0xeff3ff, .dark = 0x0b2e52},
    [PAINT_CLASS_2] = {.name = "class2", .light = 0xbdd7e7, .dark = 0x08519c},
    [PAINT_CLASS_3] = {.name = "class3", .light = 0x6baed6, .dark = 0x2171b5},
    [PAINT_CLASS_4] = {.name = "class4", .light = 0x2171b5, .dark = 0x6baed6},
    [PAINT_CLASS_5] = {.name = "class5", .light = 0x08519c, .dark = 0xbdd7e7},
    [PAINT_ON_LIGHT] = {.name = "onlight", .light = 0x1b1b1b, .dark = 0xffffff},
    [PAINT_ON_DARK] = {.name = "ondark", .light = 0xffffff, .dark = 0x1b1b1b},
};

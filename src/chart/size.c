/* The named sizes. Text is never below 12 px on a page, 20 px on a slide, 24 px on a card (a phone shows it at a
 * third), 7 pt on paper. */
#include "chart/spec.h"

#include <string.h>

static const struct chart_size sizes[] = {
    {.name = "web", .width = 960, .row = 26, .title = 21, .subtitle = 15, .label = 13, .foot = 12, .margin = 20},
    {.name = "narrow", .width = 400, .row = 44, .title = 18, .subtitle = 14, .label = 13, .foot = 12, .margin = 16},
    {.name = "social",
     .width = 1200,
     .height = 630,
     .row = 44,
     .most_rows = 12,
     .title = 34,
     .subtitle = 24,
     .label = 24,
     .foot = 24,
     .margin = 32},
    {.name = "square",
     .width = 1080,
     .height = 1080,
     .row = 56,
     .most_rows = 20,
     .title = 42,
     .subtitle = 26,
     .label = 24,
     .foot = 24,
     .margin = 44},
    {.name = "slide",
     .width = 1920,
     .height = 1080,
     .row = 60,
     .most_rows = 24,
     .title = 46,
     .subtitle = 28,
     .label = 22,
     .foot = 20,
     .margin = 52},
    {.name = "print",
     .width = 468,
     .height = 288,
     .most_height = 648, /* what a page of letter paper has between its margins */
     .row = 16,
     .most_rows = 24,
     .title = 12,
     .subtitle = 9.5,
     .label = 7.5,
     .foot = 7,
     .margin = 8,
     .is_points = true},
    {.name = "column",
     .width = 252,
     .row = 23,
     .title = 12,
     .subtitle = 8.5,
     .label = 7.5,
     .foot = 7,
     .margin = 8,
     .is_points = true},
};

const struct chart_size *chart_size_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        if (strcmp(sizes[i].name, name) == 0)
            return &sizes[i];
    return NULL;
}

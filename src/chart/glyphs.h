/* Text on pixels. This cairo sets glyphs at whole pixels only, which spaces small text badly, and filling outlines
 * costs several times as much; so shapes are kept at quarter pixels. Private to chart. */
#ifndef PROVISO_CHART_GLYPHS_H
#define PROVISO_CHART_GLYPHS_H

#include <cairo.h>
#include <stdint.h>
#include <pango/pangocairo.h>

struct glyphs;

struct glyphs *glyphs_new(void);
void glyphs_free(struct glyphs *glyphs);

/* Shows LINE with the left of its baseline at the current point, in COLOR (0xRRGGBB), which is also CAIRO's source.
 * CAIRO draws on an RGB24 image and may scale, not turn. */
void glyphs_show(struct glyphs *glyphs, cairo_t *cairo, PangoLayoutLine *line, uint32_t color);

#endif

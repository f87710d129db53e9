/* What drawing needs and costs to open: fonts. For chart and report; the public side is in chart/render.h. */
#ifndef PROVISO_CHART_CANVAS_H
#define PROVISO_CHART_CANVAS_H

#include "chart/render.h"
#include "chart/scratch.h"

#include <cairo.h>
#include <pango/pango.h>

/* The canvas's memory for pictures. */
struct scratch *canvas_scratch(struct chart_canvas *canvas);

/* All text is shaped at this size and scaled: pango looks up a font for each size that it is asked for. */
static const double CANVAS_SHAPED_SIZE = 64;

/* What text is shaped with: its metrics not hinted, its positions not rounded. The canvas's. */
PangoContext *canvas_context(const struct chart_canvas *canvas);

/* The font at that size with tabular figures, to be unreferenced. */
PangoAttrList *canvas_face(PangoWeight weight, PangoStyle slant);

/* Sets one line of text with the left of its baseline at X, Y, in COLOR, which is CAIRO's source too. */
void canvas_text(struct chart_canvas *canvas, cairo_t *cairo, const struct chart_text *text, uint32_t color);

/* Strokes and fills the items of a layout from FIRST on (0: the page), one unit of it a unit of CAIRO. The caller looks
 * at cairo's status. */
void chart_draw(struct chart_canvas *canvas, const struct chart_layout *layout, size_t first, cairo_t *cairo);

/* Is cairo's STATUS sound? Else what it says: ERROR_UNAVAILABLE where there is no memory, or ERROR_INTERNAL. */
bool canvas_check(cairo_status_t status, GError **error);

/* Draws a few letters into a small PNG and PDF; false (ERROR_INTERNAL) when cairo refuses. */
bool chart_warm(struct chart_canvas *canvas, GError **error);

#endif

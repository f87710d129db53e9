/* A layout as bytes: SVG, PNG, PDF. The same layout gives the same bytes on every host, in every locale and zone. */
#ifndef PROVISO_CHART_RENDER_H
#define PROVISO_CHART_RENDER_H

#include "chart/layout.h"

/* Appends a whole SVG document. Needs no cairo. Elements: svg title desc style g rect path circle text a; real text,
 * light or dark as the reader prefers. */
void chart_svg(const struct chart_layout *layout, GString *out);

/* The fonts, and all that is costly to open. One a process. */
struct chart_canvas;

/* Reads the private font configuration FONTS_CONF, finds Inter in it and draws once, so that the first request is not
 * the slow one. ERROR_IO: the file cannot be read, or the font it gives is not Inter. */
struct chart_canvas *chart_canvas_open(const char *fonts_conf, GError **error);

/* The same without drawing, for a process that makes one file and ends. */
struct chart_canvas *chart_canvas_open_once(const char *fonts_conf, GError **error);
void chart_canvas_free(struct chart_canvas *canvas);

/* Measures in Inter with tabular figures; valid as long as the canvas. For layouts in pixels and in points alike. */
struct text_measure chart_canvas_measure(struct chart_canvas *canvas);

/* Appends a PNG, SCALE (1 or 2) pixels a unit, or 300 dots an inch for a layout in points. The exact colours of the
 * layout keep their exact values. ERROR_BAD_REQUEST: too many pixels; ERROR_UNAVAILABLE: no memory; ERROR_INTERNAL:
 * cairo refused. Nothing is appended on failure. */
bool chart_png(struct chart_canvas *canvas, const struct chart_layout *layout, int scale, GString *out, GError **error);

/* Appends a PDF of one page, real text and vectors. created_on (YYYY-MM-DD) becomes its creation date, so that the
 * bytes repeat. A layout in pixels is set at 96 to the inch. Errors as above. */
bool chart_pdf(struct chart_canvas *canvas, const struct chart_layout *layout, const char *created_on, GString *out,
               GError **error);

#endif

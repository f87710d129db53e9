/* A layout's strokes and fills on a cairo_t, in its order. Decides nothing; knows no surface. */
#include "chart/canvas.h"
#include "chart/theme.h"

static void draw_rect(cairo_t *cairo, const struct chart_rect *rect)
{
    cairo_rectangle(cairo, rect->x, rect->y, rect->width, rect->height);
    cairo_fill(cairo);
}

static void draw_strokes(cairo_t *cairo, const struct chart_strokes *strokes)
{
    for (size_t i = 0; i < strokes->n_segments; i++) {
        cairo_move_to(cairo, strokes->segments[i].x1, strokes->segments[i].y1);
        cairo_line_to(cairo, strokes->segments[i].x2, strokes->segments[i].y2);
    }
    cairo_set_line_width(cairo, strokes->thickness);
    cairo_stroke(cairo);
}

static void set_paint(cairo_t *cairo, enum chart_paint paint)
{
    uint32_t color = chart_theme[paint].light;
    cairo_set_source_rgb(cairo, (color >> 16) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

void chart_draw(struct chart_canvas *canvas, const struct chart_layout *layout, cairo_t *cairo)
{
    for (size_t i = 0; i < layout->n_items; i++) {
        const struct chart_item *item = &layout->items[i];
        set_paint(cairo, item->paint);
        switch (item->kind) {
        case CHART_RECT: draw_rect(cairo, &item->rect); break;
        case CHART_STROKES: draw_strokes(cairo, &item->strokes); break;
        case CHART_TEXT: canvas_text(canvas, cairo, &item->text); break;
        }
    }
}

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

static void draw_outline(cairo_t *cairo, double thickness)
{
    if (thickness <= 0) {
        cairo_fill(cairo);
        return;
    }
    cairo_set_line_width(cairo, thickness);
    cairo_stroke(cairo);
}

static void draw_path(cairo_t *cairo, const struct chart_path *path)
{
    for (size_t i = 0; i < path->n_points; i++)
        cairo_line_to(cairo, path->points[i].x, path->points[i].y);
    if (path->is_closed)
        cairo_close_path(cairo);
    draw_outline(cairo, path->thickness);
}

static void draw_circle(cairo_t *cairo, const struct chart_circle *circle)
{
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, circle->x, circle->y, circle->radius, 0, 2 * G_PI);
    cairo_close_path(cairo);
    draw_outline(cairo, circle->thickness);
}

static void set_paint(cairo_t *cairo, enum chart_paint paint)
{
    uint32_t color = chart_theme[paint].light;
    cairo_set_source_rgb(cairo, (color >> 16) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

void chart_draw(struct chart_canvas *canvas, const struct chart_layout *layout, size_t first, cairo_t *cairo)
{
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = first; i < layout->n_items; i++) {
        const struct chart_item *item = &layout->items[i];
        set_paint(cairo, item->paint);
        cairo_new_path(cairo); /* words on paper leave a point behind */
        switch (item->kind) {
        case CHART_RECT: draw_rect(cairo, &item->rect); break;
        case CHART_STROKES: draw_strokes(cairo, &item->strokes); break;
        case CHART_PATH: draw_path(cairo, &item->path); break;
        case CHART_CIRCLE: draw_circle(cairo, &item->circle); break;
        case CHART_TEXT: canvas_text(canvas, cairo, &item->text, chart_theme[item->paint].light); break;
        }
    }
}

/* A layout as lines of text, for goldens and for reading. */
#include "chart/layout.h"
#include "chart/theme.h"

enum { MOST_SEGMENTS = 24 };

static const char *const anchors[] = {[ANCHOR_START] = "start", [ANCHOR_MIDDLE] = "middle", [ANCHOR_END] = "end"};

/* A space and VALUE with two decimals, whatever the locale; a zero has no sign. */
static void append_number(GString *out, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(text, sizeof text, "%.2f", value > -0.005 && value < 0 ? 0 : value);
    g_string_append_c(out, ' ');
    g_string_append(out, text);
}

static void append_rect(GString *out, const struct chart_rect *rect)
{
    append_number(out, rect->x);
    append_number(out, rect->y);
    append_number(out, rect->width);
    append_number(out, rect->height);
}

/* All segments, or the first and the last of many. */
static void append_strokes(GString *out, const struct chart_strokes *strokes)
{
    append_number(out, strokes->thickness);
    for (size_t i = 0; i < strokes->n_segments; i++) {
        if (i == 1 && strokes->n_segments > MOST_SEGMENTS) {
            g_string_append_printf(out, ", %zu more", strokes->n_segments - 2);
            i = strokes->n_segments - 1;
        }
        g_string_append_c(out, ',');
        append_number(out, strokes->segments[i].x1);
        append_number(out, strokes->segments[i].y1);
        append_number(out, strokes->segments[i].x2);
        append_number(out, strokes->segments[i].y2);
    }
}

static void append_path(GString *out, const struct chart_path *path)
{
    g_string_append(out, path->is_closed ? " closed" : " open");
    append_number(out, path->thickness);
    for (size_t i = 0; i < path->n_points; i++) {
        if (i == 1 && path->n_points > MOST_SEGMENTS) {
            g_string_append_printf(out, ", %zu more", path->n_points - 2);
            i = path->n_points - 1;
        }
        g_string_append_c(out, ',');
        append_number(out, path->points[i].x);
        append_number(out, path->points[i].y);
    }
}

static void append_circle(GString *out, const struct chart_circle *circle)
{
    append_number(out, circle->x);
    append_number(out, circle->y);
    append_number(out, circle->radius);
    append_number(out, circle->thickness);
}

static void append_text(GString *out, const struct chart_text *text)
{
    g_string_append_printf(out, " %s%s", anchors[text->anchor], text->bold ? " bold" : "");
    append_number(out, text->size);
    append_number(out, text->x);
    append_number(out, text->y);
    append_number(out, text->width);
    g_string_append_printf(out, " %s", text->words);
}

static void append_item(GString *out, const struct chart_item *item)
{
    static const char *const names[] = {[CHART_RECT] = "rect",
                                        [CHART_STROKES] = "strokes",
                                        [CHART_PATH] = "path",
                                        [CHART_CIRCLE] = "circle",
                                        [CHART_TEXT] = "text"};
    g_string_append_printf(out, "%s %s", names[item->kind], chart_theme[item->paint].name);
    switch (item->kind) {
    case CHART_RECT: append_rect(out, &item->rect); break;
    case CHART_STROKES: append_strokes(out, &item->strokes); break;
    case CHART_PATH: append_path(out, &item->path); break;
    case CHART_CIRCLE: append_circle(out, &item->circle); break;
    case CHART_TEXT: append_text(out, &item->text); break;
    }
    g_string_append_c(out, '\n');
}

/* A line where a row of the data begins or ends. */
static void append_mark(GString *out, const struct chart_mark *mark)
{
    if (mark)
        g_string_append_printf(out, "row %s [%s]\n", mark->link ? mark->link : "-", mark->title);
    else
        g_string_append(out, "frame\n");
}

char *chart_layout_text(struct arena *arena, const struct chart_layout *layout)
{
    g_autoptr(GString) out = g_string_new("chart");
    append_number(out, layout->width);
    append_number(out, layout->height);
    g_string_append_printf(out, " %s, %zu shown, %zu left off\n", layout->is_points ? "pt" : "px", layout->n_shown,
                           layout->n_left_off);
    const struct chart_mark *mark = NULL;
    for (size_t i = 0; i < layout->n_items; i++) {
        if (layout->items[i].mark != mark)
            append_mark(out, layout->items[i].mark);
        mark = layout->items[i].mark;
        append_item(out, &layout->items[i]);
    }
    return arena_strndup(arena, out->str, out->len);
}

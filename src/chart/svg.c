/* A layout as SVG text. No cairo, no font: widths come from the layout, and textLength makes any font keep them.
 * Markup is made by base/xml only. */
#include "base/xml.h"
#include "chart/render.h"
#include "chart/theme.h"

#include <math.h>

/* NUMBER with at most two decimals and no trailing zeros, whatever the locale. */
static void append_number(GString *out, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    double rounded = round(number * 100) / 100;
    g_string_append(out, g_ascii_formatd(text, sizeof text, "%.10g", rounded == 0 ? 0 : rounded));
}

static void append_colors(GString *css, bool dark)
{
    for (size_t i = 0; i < PAINTS; i++) {
        uint32_t color = dark ? chart_theme[i].dark : chart_theme[i].light;
        g_string_append_printf(css, ".%s{fill:#%06x}", chart_theme[i].name, color);
        g_string_append_printf(css, ".%s-line{stroke:#%06x}", chart_theme[i].name, color);
    }
}

static void write_style(struct xml *xml)
{
    g_autoptr(GString) css = g_string_new("text{font-family:Inter,DejaVu Sans,Noto Sans,sans-serif;"
                                          "font-variant-numeric:tabular-nums;white-space:pre}"
                                          ".heading{font-weight:600}line,path{fill:none}"
                                          "a:hover text{text-decoration:underline}");
    append_colors(css, false);
    g_string_append(css, "@media(prefers-color-scheme:dark){");
    append_colors(css, true);
    g_string_append_c(css, '}');
    xml_element(xml, "style", css->str);
}

static void write_rect(struct xml *xml, const struct chart_item *item)
{
    xml_start(xml, "rect");
    xml_attribute(xml, "class", chart_theme[item->paint].name);
    xml_number(xml, "x", item->rect.x);
    xml_number(xml, "y", item->rect.y);
    xml_number(xml, "width", item->rect.width);
    xml_number(xml, "height", item->rect.height);
    xml_end(xml);
}

static void write_line_ends(struct xml *xml, const struct chart_segment *segment)
{
    xml_number(xml, "x1", segment->x1);
    xml_number(xml, "y1", segment->y1);
    xml_number(xml, "x2", segment->x2);
    xml_number(xml, "y2", segment->y2);
}

static void write_path_data(struct xml *xml, const struct chart_strokes *strokes)
{
    g_autoptr(GString) data = g_string_new(NULL);
    for (size_t i = 0; i < strokes->n_segments; i++) {
        const struct chart_segment *segment = &strokes->segments[i];
        const double points[] = {segment->x1, segment->y1, segment->x2, segment->y2};
        for (size_t j = 0; j < G_N_ELEMENTS(points); j++) {
            g_string_append_c(data, "M L "[j]);
            append_number(data, points[j]);
        }
    }
    xml_attribute(xml, "d", data->str);
}

static void write_strokes(struct xml *xml, const struct chart_item *item)
{
    bool is_line = item->strokes.n_segments == 1;
    g_autofree char *class = g_strconcat(chart_theme[item->paint].name, "-line", NULL);
    xml_start(xml, is_line ? "line" : "path");
    xml_attribute(xml, "class", class);
    xml_number(xml, "stroke-width", item->strokes.thickness);
    if (is_line)
        write_line_ends(xml, item->strokes.segments);
    else
        write_path_data(xml, &item->strokes);
    xml_end(xml);
}

static void write_text(struct xml *xml, const struct chart_item *item)
{
    static const char *const anchors[] = {[ANCHOR_START] = NULL, [ANCHOR_MIDDLE] = "middle", [ANCHOR_END] = "end"};
    const struct chart_text *text = &item->text;
    g_autofree char *class = g_strconcat(chart_theme[item->paint].name, text->bold ? " heading" : "", NULL);
    xml_start(xml, "text");
    xml_attribute(xml, "class", class);
    xml_number(xml, "x", text->x);
    xml_number(xml, "y", text->y);
    xml_number(xml, "font-size", text->size);
    if (anchors[text->anchor])
        xml_attribute(xml, "text-anchor", anchors[text->anchor]);
    xml_number(xml, "textLength", text->width);
    xml_attribute(xml, "lengthAdjust", "spacingAndGlyphs");
    xml_text(xml, text->words);
    xml_end(xml);
}

static void open_mark(struct xml *xml, const struct chart_mark *mark)
{
    xml_start(xml, mark->link ? "a" : "g");
    if (mark->link)
        xml_attribute(xml, "href", mark->link);
    xml_element(xml, "title", mark->title);
}

static void write_items(struct xml *xml, const struct chart_layout *layout)
{
    static void (*const writers[])(struct xml *, const struct chart_item *) = {
        [CHART_RECT] = write_rect, [CHART_STROKES] = write_strokes, [CHART_TEXT] = write_text};
    const struct chart_mark *mark = NULL;
    for (size_t i = 0; i < layout->n_items; i++) {
        const struct chart_item *item = &layout->items[i];
        if (item->mark != mark && mark)
            xml_end(xml);
        if (item->mark != mark && item->mark)
            open_mark(xml, item->mark);
        mark = item->mark;
        writers[item->kind](xml, item);
    }
    if (mark)
        xml_end(xml);
}

static void write_length(struct xml *xml, const char *name, double length, const char *unit)
{
    g_autoptr(GString) text = g_string_new(NULL);
    append_number(text, length);
    g_string_append(text, unit);
    xml_attribute(xml, name, text->str);
}

/* A picture with links in it is a group: what is inside a mere image cannot be reached. */
static const char *role_of(const struct chart_layout *layout)
{
    for (size_t i = 0; i < layout->n_items; i++)
        if (layout->items[i].mark && layout->items[i].mark->link)
            return "group";
    return "img";
}

static void write_root(struct xml *xml, const struct chart_layout *layout)
{
    const char *unit = layout->is_points ? "pt" : "";
    g_autoptr(GString) box = g_string_new("0 0 ");
    append_number(box, layout->width);
    g_string_append_c(box, ' ');
    append_number(box, layout->height);
    xml_start(xml, "svg");
    xml_attribute(xml, "xmlns", "http://www.w3.org/2000/svg");
    write_length(xml, "width", layout->width, unit);
    write_length(xml, "height", layout->height, unit);
    xml_attribute(xml, "viewBox", box->str);
    xml_attribute(xml, "lang", layout->language);
    xml_attribute(xml, "role", role_of(layout));
    xml_attribute(xml, "aria-labelledby", "title");
    xml_attribute(xml, "aria-describedby", "desc");
}

static void write_named(struct xml *xml, const char *element, const char *text)
{
    xml_start(xml, element);
    xml_attribute(xml, "id", element);
    xml_text(xml, text);
    xml_end(xml);
}

void chart_svg(const struct chart_layout *layout, GString *out)
{
    struct xml xml;
    xml_init(&xml, out);
    write_root(&xml, layout);
    write_named(&xml, "title", layout->title);
    write_named(&xml, "desc", *layout->description ? layout->description : layout->alternative);
    write_style(&xml);
    write_items(&xml, layout);
    xml_end(&xml);
    g_string_append_c(out, '\n');
}

/* A layout as SVG text. No cairo, no font: widths come from the layout, and textLength makes any font keep them.
 * Markup is made by base/xml only. What repeats in every mark is kept short: the file must be small. */
#include "base/xml.h"
#include "chart/render.h"
#include "chart/theme.h"

#include <math.h>
#include <string.h>

/* A tenth of a pixel is as fine as a screen shows; a point is larger. */
struct svg {
    struct xml xml;
    double finest;
    double size; /* of text where it says nothing else */
};

static double rounded(const struct svg *svg, double value)
{
    return svg->finest * round(value / svg->finest);
}

static void number(struct svg *svg, const char *name, double value)
{
    xml_number(&svg->xml, name, rounded(svg, value));
}

/* Colours of what the layout uses, as fills and as lines. */
static void append_colors(GString *css, const struct chart_layout *layout, bool dark)
{
    bool fills[PAINTS] = {false}, lines[PAINTS] = {false};
    for (size_t i = 0; i < layout->n_items; i++) {
        const struct chart_item *item = &layout->items[i];
        bool is_line = item->kind == CHART_STROKES || (item->kind == CHART_PATH && item->path.thickness > 0) ||
                       (item->kind == CHART_CIRCLE && item->circle.thickness > 0);
        (is_line ? lines : fills)[item->paint] = true;
    }
    for (size_t i = 0; i < PAINTS; i++) {
        const struct chart_color *color = &chart_theme[i];
        if (dark && color->light == color->dark)
            continue;
        if (fills[i])
            g_string_append_printf(css, ".%s{fill:#%06x}", color->name, dark ? color->dark : color->light);
        if (lines[i])
            g_string_append_printf(css, ".%s-line{stroke:#%06x}", color->name, dark ? color->dark : color->light);
    }
}

static void write_style(struct svg *svg, const struct chart_layout *layout)
{
    g_autoptr(GString) css = g_string_new("text{font-family:Inter,DejaVu Sans,Noto Sans,sans-serif;"
                                          "font-variant-numeric:tabular-nums;white-space:pre}"
                                          ".heading{font-weight:600}[class$=line]{fill:none;stroke-linejoin:round}"
                                          "a:hover text{text-decoration:underline}");
    append_colors(css, layout, false);
    g_string_append(css, "@media(prefers-color-scheme:dark){");
    append_colors(css, layout, true);
    g_string_append_c(css, '}');
    xml_element(&svg->xml, "style", css->str);
}

/* The class of an item, and the thickness where it is a line. */
static void write_class(struct svg *svg, const struct chart_item *item, double thickness, const char *more)
{
    char class[48];
    g_strlcpy(class, chart_theme[item->paint].name, sizeof class);
    g_strlcat(class, thickness > 0 ? "-line" : more, sizeof class);
    xml_attribute(&svg->xml, "class", class);
    if (thickness > 0 && fabs(thickness - 1) > 0.001)
        xml_number(&svg->xml, "stroke-width", thickness);
}

static void write_rect(struct svg *svg, const struct chart_item *item)
{
    xml_start(&svg->xml, "rect");
    write_class(svg, item, 0, "");
    number(svg, "x", item->rect.x);
    number(svg, "y", item->rect.y);
    number(svg, "width", item->rect.width);
    number(svg, "height", item->rect.height);
    xml_end(&svg->xml);
}

static void append_point(struct svg *svg, GString *data, char command, double x, double y)
{
    g_string_append_c(data, command);
    xml_append_number(data, rounded(svg, x));
    g_string_append_c(data, ' ');
    xml_append_number(data, rounded(svg, y));
}

/* A stroke that is upright or level says one number less. */
static void append_segment(struct svg *svg, GString *data, const struct chart_segment *segment)
{
    bool is_upright = segment->x1 == segment->x2, is_level = segment->y1 == segment->y2;
    append_point(svg, data, 'M', segment->x1, segment->y1);
    if (!is_upright && !is_level) {
        append_point(svg, data, 'L', segment->x2, segment->y2);
        return;
    }
    g_string_append_c(data, is_upright ? 'V' : 'H');
    xml_append_number(data, rounded(svg, is_upright ? segment->y2 : segment->x2));
}

static void write_strokes(struct svg *svg, const struct chart_item *item)
{
    g_autoptr(GString) data = g_string_sized_new(64 * item->strokes.n_segments);
    for (size_t i = 0; i < item->strokes.n_segments; i++)
        append_segment(svg, data, &item->strokes.segments[i]);
    xml_start(&svg->xml, "path");
    write_class(svg, item, item->strokes.thickness, "");
    xml_attribute(&svg->xml, "d", data->str);
    xml_end(&svg->xml);
}

static void write_path(struct svg *svg, const struct chart_item *item)
{
    g_autoptr(GString) data = g_string_sized_new(16 * item->path.n_points);
    for (size_t i = 0; i < item->path.n_points; i++)
        append_point(svg, data, i ? 'L' : 'M', item->path.points[i].x, item->path.points[i].y);
    if (item->path.is_closed)
        g_string_append_c(data, 'Z');
    xml_start(&svg->xml, "path");
    write_class(svg, item, item->path.thickness, "");
    xml_attribute(&svg->xml, "d", data->str);
    xml_end(&svg->xml);
}

static void write_circle(struct svg *svg, const struct chart_item *item)
{
    xml_start(&svg->xml, "circle");
    write_class(svg, item, item->circle.thickness, "");
    number(svg, "cx", item->circle.x);
    number(svg, "cy", item->circle.y);
    xml_number(&svg->xml, "r", item->circle.radius);
    xml_end(&svg->xml);
}

static void write_text(struct svg *svg, const struct chart_item *item)
{
    static const char *const anchors[] = {[ANCHOR_START] = NULL, [ANCHOR_MIDDLE] = "middle", [ANCHOR_END] = "end"};
    const struct chart_text *text = &item->text;
    xml_start(&svg->xml, "text");
    write_class(svg, item, 0, text->bold ? " heading" : "");
    number(svg, "x", text->x);
    number(svg, "y", text->y);
    if (fabs(text->size - svg->size) > 0.001)
        xml_number(&svg->xml, "font-size", text->size);
    if (anchors[text->anchor])
        xml_attribute(&svg->xml, "text-anchor", anchors[text->anchor]);
    number(svg, "textLength", text->width);
    xml_attribute(&svg->xml, "lengthAdjust", "spacingAndGlyphs");
    xml_text(&svg->xml, text->words);
    xml_end(&svg->xml);
}

static void open_mark(struct xml *xml, const struct chart_mark *mark)
{
    xml_start(xml, mark->link ? "a" : "g");
    if (mark->link)
        xml_attribute(xml, "href", mark->link);
    xml_element(xml, "title", mark->title);
}

static void write_items(struct svg *svg, const struct chart_layout *layout)
{
    static void (*const writers[])(struct svg *, const struct chart_item *) = {[CHART_RECT] = write_rect,
                                                                               [CHART_STROKES] = write_strokes,
                                                                               [CHART_PATH] = write_path,
                                                                               [CHART_CIRCLE] = write_circle,
                                                                               [CHART_TEXT] = write_text};
    const struct chart_mark *mark = NULL;
    for (size_t i = 0; i < layout->n_items; i++) {
        const struct chart_item *item = &layout->items[i];
        if (item->mark != mark && mark)
            xml_end(&svg->xml);
        if (item->mark != mark && item->mark)
            open_mark(&svg->xml, item->mark);
        mark = item->mark;
        writers[item->kind](svg, item);
    }
    if (mark)
        xml_end(&svg->xml);
}

static void write_length(struct xml *xml, const char *name, double length, const char *unit)
{
    g_autoptr(GString) text = g_string_new(NULL);
    xml_append_number(text, length);
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

/* The size that most texts have. */
static double common_size(const struct chart_layout *layout)
{
    double size = 0;
    size_t votes = 0;
    for (size_t i = 0; i < layout->n_items; i++) {
        if (layout->items[i].kind != CHART_TEXT)
            continue;
        bool same = fabs(layout->items[i].text.size - size) < 0.001;
        if (!votes)
            size = layout->items[i].text.size;
        votes += same || !votes ? 1 : (size_t)-1;
    }
    return size;
}

static void write_root(struct svg *svg, const struct chart_layout *layout)
{
    struct xml *xml = &svg->xml;
    const char *unit = layout->is_points ? "pt" : "";
    g_autoptr(GString) box = g_string_new("0 0 ");
    xml_append_number(box, layout->width);
    g_string_append_c(box, ' ');
    xml_append_number(box, layout->height);
    xml_start(xml, "svg");
    xml_attribute(xml, "xmlns", "http://www.w3.org/2000/svg");
    write_length(xml, "width", layout->width, unit);
    write_length(xml, "height", layout->height, unit);
    xml_attribute(xml, "viewBox", box->str);
    if (svg->size > 0)
        xml_number(xml, "font-size", svg->size);
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
    struct svg svg = {.finest = layout->is_points ? 0.01 : 0.1, .size = common_size(layout)};
    xml_init(&svg.xml, out);
    write_root(&svg, layout);
    write_named(&svg.xml, "title", layout->title);
    write_named(&svg.xml, "desc", *layout->description ? layout->description : layout->alternative);
    write_style(&svg, layout);
    write_items(&svg, layout);
    xml_end(&svg.xml);
    g_string_append_c(out, '\n');
}

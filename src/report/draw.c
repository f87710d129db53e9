/* Text blocks, figures and what stands on every page. Decides no place: the flow did. */
#include "report/draw.h"

#include <string.h>

static const double HAIRLINE = 0.5, BASELINE = 0.76; /* of the leading, from the top of a line */

#define HEAD_FORM "%s%s \xc2\xb7 %s" /* of title, ellipsis and end */

static void draw_rule(cairo_t *cairo, double x1, double x2, double y)
{
    text_color(cairo, COLOR_RULE);
    cairo_set_line_width(cairo, HAIRLINE);
    cairo_move_to(cairo, x1, y);
    cairo_line_to(cairo, x2, y);
    cairo_stroke(cairo);
}

static uint32_t color_of(const struct drawing *drawing, const struct piece *piece, uint32_t color)
{
    if (draw_target(drawing, piece->href))
        return COLOR_ACCENT;
    return piece->flags & TEXT_MUTED ? COLOR_MUTED : color;
}

static const struct piece *piece_at(const struct lines *lines, uint32_t i)
{
    return &g_array_index(lines->pieces, struct piece, i);
}

void draw_line(struct drawing *drawing, const struct lines *lines, size_t index, double x, double y, double size,
               uint32_t color)
{
    const struct line *line = &g_array_index(lines->lines, struct line, index);
    for (uint32_t i = line->first; i < line->first + line->n; i++) {
        const struct piece *piece = piece_at(lines, i);
        text_show(drawing->setter, piece, x + piece->x, y, size, color_of(drawing, piece, color));
    }
}

/* A part of a block of text that stands on one page. */
struct part {
    const struct block *block;
    const struct type *type;
    const struct lines *lines;
    size_t first, end; /* lines of the block */
    bool is_last;      /* of the block's parts */
    double left, top;
};

static double baseline(const struct part *part, size_t line)
{
    return part->top + part->type->leading * ((double)(line - part->first) + BASELINE);
}

static void draw_lines(struct drawing *drawing, const struct part *part)
{
    for (size_t i = part->first; i < MIN(part->end, part->lines->lines->len); i++)
        draw_line(drawing, part->lines, i, part->left, baseline(part, i), part->type->size, part->type->color);
}

/* Pieces FIRST to END of a line, which are one link or none. */
static void draw_stretch(struct drawing *drawing, const struct part *part, uint32_t first, uint32_t end, double y)
{
    const struct piece *from = piece_at(part->lines, first), *to = piece_at(part->lines, end - 1);
    const char *href = draw_target(drawing, from->href);
    const char *attributes = NULL;
    if (href)
        attributes = tag_link(drawing->arena, href, part->left + from->x, y - part->type->size * 0.9,
                              to->x + to->width - from->x, part->type->size * 1.2);
    tag_begin(drawing, href ? CAIRO_TAG_LINK : "Span", attributes);
    for (uint32_t i = first; i < end; i++) {
        const struct piece *piece = piece_at(part->lines, i);
        text_show(drawing->setter, piece, part->left + piece->x, y, part->type->size,
                  color_of(drawing, piece, part->type->color));
    }
    tag_end(drawing, href ? CAIRO_TAG_LINK : "Span");
}

static void draw_linked_lines(struct drawing *drawing, const struct part *part)
{
    for (size_t i = part->first; i < MIN(part->end, part->lines->lines->len); i++) {
        const struct line *line = &g_array_index(part->lines->lines, struct line, i);
        uint32_t first = line->first, end = line->first + line->n;
        for (uint32_t at = first; at < end; at++)
            if (at + 1 == end || piece_at(part->lines, at + 1)->href != piece_at(part->lines, at)->href) {
                draw_stretch(drawing, part, first, at + 1, baseline(part, i));
                first = at + 1;
            }
    }
}

/* The mark of an item, or the term beside a description. */
static void draw_label(struct drawing *drawing, const struct part *whole)
{
    struct part part = *whole;
    bool is_term = part.block->style == STYLE_TERM;
    double width = is_term ? part.block->gutter - TERM_GAP : part.block->gutter * 2;
    struct type type = *part.type;
    type.color = COLOR_MUTED;
    part.type = &type;
    part.left -= part.block->gutter;
    part.lines = text_break(drawing->setter, &part.block->label, type.size, type.flags, width);
    if (part.first < part.lines->lines->len) {
        tag_begin(drawing, "Lbl", NULL);
        draw_lines(drawing, &part);
        tag_end(drawing, "Lbl");
    }
}

/* Content counts only in elements that hold no other: so what has links, or goes over pages, is cut into spans. */
static void draw_tagged(struct drawing *drawing, const struct part *part)
{
    bool is_linked = draw_has_links(drawing, &part->block->text);
    bool is_split = part->first > 0 || !part->is_last;
    if (part->first == 0)
        tag_begin(drawing, part->type->tag, NULL);
    if (is_split && !is_linked)
        tag_begin(drawing, "Span", NULL);
    if (is_linked)
        draw_linked_lines(drawing, part);
    else
        draw_lines(drawing, part);
    if (is_split && !is_linked)
        tag_end(drawing, "Span");
    if (part->is_last)
        tag_end(drawing, part->type->tag);
}

static size_t page_of(const struct flow *flow, uint32_t block)
{
    size_t low = 0, high = flow->n_units;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (flow->units[middle].block < block)
            low = middle + 1;
        else
            high = middle;
    }
    return low < flow->n_units ? flow->units[low].page : 0;
}

static const struct lines *break_words(const struct drawing *drawing, const char *words, double size, double width)
{
    const struct text text = {.words = words, .length = (uint32_t)strlen(words)};
    return text_break(drawing->setter, &text, size, 0, width);
}

/* One line that ends at RIGHT. */
static void draw_short(struct drawing *drawing, const char *words, double right, double y, double size, uint32_t color)
{
    const struct lines *lines = break_words(drawing, words, size, right);
    double width = lines->lines->len ? g_array_index(lines->lines, struct line, 0).width : 0;
    if (lines->lines->len)
        draw_line(drawing, lines, 0, right - width, y, size, color);
    text_flush(drawing->setter);
}

/* A line of the contents: a link over its whole width. */
static void draw_entry(struct drawing *drawing, const struct part *part)
{
    double right = drawing->flow->right;
    const char *href = arena_printf(drawing->arena, "#%s", tag_heading(drawing->arena, part->block->target));
    if (part->first == 0)
        tag_begin(drawing, part->type->tag, NULL);
    tag_begin(drawing, CAIRO_TAG_LINK,
              tag_link(drawing->arena, href, part->left, part->top, right - part->left,
                       (double)(part->end - part->first) * part->type->leading));
    draw_lines(drawing, part);
    text_flush(drawing->setter);
    if (part->is_last)
        draw_short(drawing, arena_printf(drawing->arena, "%zu", page_of(drawing->flow, part->block->target) + 1), right,
                   baseline(part, part->end - 1), part->type->size, part->type->color);
    tag_end(drawing, CAIRO_TAG_LINK);
    if (part->is_last)
        tag_end(drawing, part->type->tag);
    draw_rule(drawing->cairo, part->left, right, baseline(part, part->end - 1) + 5);
}

static const char *first_address(const struct text *text)
{
    for (uint32_t i = 0; i < text->n_segments; i++)
        if (text->segments[i].href && *text->segments[i].href != '#')
            return text->segments[i].href;
    return NULL;
}

/* The address of a paragraph beside it, for a camera. */
static void draw_qr(struct drawing *drawing, const struct part *part)
{
    const char *address = first_address(&part->block->text);
    if (!address)
        return;
    g_ptr_array_add(drawing->alternatives, catalog_format(drawing->arena, drawing->plan->catalog,
                                                          N_("QR code of {address}"), "address", address, NULL));
    tag_begin(drawing, "Figure", NULL);
    cairo_set_source_rgb(drawing->cairo, 0, 0, 0);
    qr_draw(drawing->cairo, address, drawing->flow->right - QR_SIDE, part->top, QR_SIDE);
    tag_end(drawing, "Figure");
}

static void draw_beside(struct drawing *drawing, const struct part *part)
{
    cairo_t *cairo = drawing->cairo;
    double height = (double)(part->end - part->first) * part->type->leading;
    if (part->block->style == STYLE_SECTION && part->first == 0 && part->top > drawing->flow->top + 1)
        draw_rule(cairo, drawing->flow->left, drawing->flow->right, part->top - 9);
    if (part->block->style == STYLE_ASIDE) {
        text_color(cairo, COLOR_ACCENT);
        cairo_rectangle(cairo, part->left - ASIDE_INDENT, part->top, 1.5, height);
        cairo_fill(cairo);
    }
    if (part->block->style == STYLE_VERIFY)
        draw_qr(drawing, part);
}

/* Units FIRST to END, which are of one block and on one page. */
static void draw_text(struct drawing *drawing, size_t first, size_t end)
{
    const struct unit *from = &drawing->flow->units[first];
    const struct block *block = &drawing->document->blocks[from->block];
    const struct type *type = &document_types[block->style];
    struct part part = {.block = block, .type = type, .first = from->part, .top = from->y};
    part.end = block->style == STYLE_VERIFY ? from->lines : from->part + (end - first);
    part.is_last = end == drawing->flow->n_units || drawing->flow->units[end].block != from->block;
    part.left = drawing->flow->left + block->indent + (block->style == STYLE_ASIDE ? ASIDE_INDENT : 0);
    tag_hold(drawing, block->in);
    if (part.first == 0 && (block->style == STYLE_SECTION || block->style == STYLE_PART))
        tag_section(drawing, from->block, part.top);
    draw_anchors(drawing, from->block, 0, part.top);
    draw_beside(drawing, &part);
    if (block->label.length)
        draw_label(drawing, &part);
    part.lines =
        text_break(drawing->setter, &block->text, type->size, type->flags, flow_text_width(drawing->flow, block));
    if (block->kind == BLOCK_CONTENTS)
        draw_entry(drawing, &part);
    else
        draw_tagged(drawing, &part);
}

static void draw_figure(struct drawing *drawing, const struct unit *unit)
{
    const struct block *block = &drawing->document->blocks[unit->block];
    const struct figure *figure = block->figure;
    cairo_t *cairo = drawing->cairo;
    tag_hold(drawing, block->in);
    draw_anchors(drawing, unit->block, 0, unit->y);
    g_ptr_array_add(drawing->alternatives, (char *)figure->alternative);
    tag_begin(drawing, "Figure", NULL);
    text_share(drawing->setter);
    cairo_save(cairo);
    cairo_translate(cairo, drawing->flow->left, unit->y);
    cairo_scale(cairo, figure->scale, figure->scale);
    chart_draw(drawing->canvas, figure->layout, 1, cairo);
    cairo_restore(cairo);
    tag_end(drawing, "Figure");
}

/* The words of the running head in WIDTH: a long title is cut, what stands behind it is not. */
static const char *head_words(const struct drawing *drawing, double size, double width)
{
    const struct document_plan *plan = drawing->plan;
    const char *all =
        plan->head_end ? arena_printf(drawing->arena, HEAD_FORM, plan->head, "", plan->head_end) : plan->head;
    if (!plan->head_end || break_words(drawing, all, size, width)->lines->len < 2)
        return all;
    const char *end = arena_printf(drawing->arena, HEAD_FORM, "", "\xe2\x80\xa6", plan->head_end);
    const struct lines *lines = break_words(drawing, end, size, width);
    width -= g_array_index(lines->lines, struct line, 0).width;
    lines = break_words(drawing, plan->head, size, MAX(width, size));
    const struct line *first = &g_array_index(lines->lines, struct line, 0);
    const struct piece *last = piece_at(lines, first->first + first->n - 1);
    char *kept = arena_strndup(drawing->arena, plan->head, (size_t)(last->text + last->length - plan->head));
    return arena_concat(drawing->arena, kept, end, NULL);
}

/* The running head. It is of no structure element. */
static void draw_head(struct drawing *drawing, size_t page)
{
    struct arena *arena = drawing->arena;
    const struct flow *flow = drawing->flow;
    const double size = 8, y = flow->top - HEAD_RISE, width = flow->right - flow->left - 70;
    const char *words = head_words(drawing, size, width);
    const struct lines *lines = break_words(drawing, words, size, width);
    if (lines->lines->len)
        draw_line(drawing, lines, 0, flow->left, y, size, COLOR_MUTED);
    draw_short(drawing,
               catalog_format(arena, drawing->plan->catalog, N_("{page} of {pages}"), "page",
                              arena_printf(arena, "%zu", page + 1), "pages", arena_printf(arena, "%zu", flow->n_pages),
                              NULL),
               flow->right, y, size, COLOR_MUTED);
    draw_rule(drawing->cairo, flow->left, flow->right, y + 6);
}

static void draw_units(struct drawing *drawing, size_t first, size_t end)
{
    const struct unit *unit = &drawing->flow->units[first];
    enum block_kind kind = drawing->document->blocks[unit->block].kind;
    if (kind == BLOCK_TABLE)
        draw_table(drawing, first, end);
    else if (kind == BLOCK_FIGURE)
        draw_figure(drawing, unit);
    else
        draw_text(drawing, first, end);
}

void draw_document(struct drawing *drawing)
{
    const struct flow *flow = drawing->flow;
    size_t i = 0;
    text_begin(drawing->setter, drawing->cairo);
    tag_begin(drawing, "Document", NULL);
    for (size_t page = 0; page < flow->n_pages; page++) {
        draw_head(drawing, page);
        for (size_t end = i; i < flow->n_units && flow->units[i].page == page; i = end) {
            while (end < flow->n_units && flow->units[end].page == page &&
                   flow->units[end].block == flow->units[i].block)
                end++;
            draw_units(drawing, i, end);
        }
        if (page + 1 == flow->n_pages) {
            tag_hold(drawing, NULL);
            draw_anchors(drawing, UINT32_MAX, UINT32_MAX, flow->top);
            tag_end(drawing, "Document");
        }
        text_flush(drawing->setter);
        cairo_show_page(drawing->cairo);
    }
}

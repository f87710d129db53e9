/* The rows of a table on one page. A row is two tagged contents, its head and its data: a tag a cell would make the
 * file several times as large and slow to write. */
#include "report/draw.h"

static const double HAIRLINE = 0.4, BASELINE = 0.76;

struct link {
    const char *href;
    double x, y, width;
};

/* Where a row, or some of its lines, stands. */
struct place {
    const struct table *table;
    const struct table_row *row;
    bool is_head;
    size_t line, lines;
    double top; /* of its first line */
};

/* Numbers end where those above end, with the marks of their sources behind them where there is room. */
static double cell_x(const struct drawing *drawing, const struct table *table, size_t column, double width,
                     const struct lines *lines, const struct line *line)
{
    double left = drawing->flow->left + table->lefts[column], hang = table->hangs[column] * table->size;
    if (!table->is_number[column])
        return left;
    double body = line_body(lines, line);
    bool has_room = hang > 0 && body + hang <= width + 0.1 && line->width - body <= hang + 0.1;
    return left + width - (has_room ? body + hang : line->width);
}

static void note_links(struct drawing *drawing, const struct lines *lines, size_t index, double x, double y,
                       GArray *links)
{
    const struct line *line = &g_array_index(lines->lines, struct line, index);
    const char *before = NULL;
    for (uint32_t i = line->first; i < line->first + line->n; i++) {
        const struct piece *piece = &g_array_index(lines->pieces, struct piece, i);
        const char *href = draw_target(drawing, piece->href);
        if (href && href == before) {
            struct link *last = &g_array_index(links, struct link, links->len - 1);
            last->width = x + piece->x + piece->width - last->x;
        } else if (href) {
            struct link link = {href, x + piece->x, y, piece->width};
            g_array_append_val(links, link);
        }
        before = href;
    }
}

static void draw_cell(struct drawing *drawing, const struct place *place, const struct table_cell *cell, size_t column,
                      GArray *links)
{
    const struct table *table = place->table;
    double width = table_cell_width(table, column, cell->span), leading = table_leading(table);
    unsigned flags = (place->is_head ? TEXT_STRONG : 0) | table_cell_flags(cell);
    const struct lines *lines = text_break(drawing->setter, &cell->text, table->size, flags, width);
    for (size_t i = place->line; i < MIN(place->line + place->lines, lines->lines->len); i++) {
        const struct line *line = &g_array_index(lines->lines, struct line, i);
        double x = cell_x(drawing, table, column, width, lines, line);
        double y = place->top + leading * ((double)(i - place->line) + BASELINE);
        text_gap(drawing->setter, x, y);
        draw_line(drawing, lines, i, x, y, table->size, COLOR_INK);
        if (links && cell->text.n_segments)
            note_links(drawing, lines, i, x, y, links);
    }
}

static void draw_links(struct drawing *drawing, const GArray *links, double size)
{
    for (guint i = 0; i < links->len; i++) {
        const struct link *link = &g_array_index(links, struct link, i);
        tag_begin(drawing, CAIRO_TAG_LINK,
                  tag_link(drawing->arena, link->href, link->x, link->y - size, link->width, size * 1.25));
        tag_end(drawing, CAIRO_TAG_LINK);
    }
}

/* Cells of a row that are one structure element. */
struct stretch {
    enum scope scope;
    size_t first, end;
};

static bool has_links(const struct drawing *drawing, const struct place *place, const struct stretch *stretch)
{
    const struct table_row *row = place->row;
    for (size_t i = stretch->first; i < stretch->end; i++)
        if (draw_has_links(drawing, &place->table->cells[row->first_cell + i].text))
            return true;
    return stretch->end == row->n_cells && draw_has_links(drawing, &row->note);
}

static void draw_cells(struct drawing *drawing, const struct place *place, const struct stretch *stretch, GArray *links)
{
    size_t column = 0;
    for (size_t i = 0; i < stretch->end; i++) {
        const struct table_cell *cell = &place->table->cells[place->row->first_cell + i];
        if (i >= stretch->first)
            draw_cell(drawing, place, cell, column, links);
        column += cell->span;
    }
}

/* The note of a row, as far as it stands here. */
static void draw_note(struct drawing *drawing, const struct place *place, GArray *links)
{
    const struct table *table = place->table;
    size_t row = (size_t)(place->row - table->rows), above = table_cell_lines(drawing->setter, table, row);
    const struct lines *lines = table_note(drawing->setter, table, row);
    double left = drawing->flow->left + table_note_left(table);
    for (size_t i = MAX(place->line, above); i < MIN(place->line + place->lines, above + lines->lines->len); i++) {
        double y = place->top + table_leading(table) * ((double)(i - place->line) + BASELINE);
        draw_line(drawing, lines, i - above, left, y, table->size, COLOR_INK);
        if (links)
            note_links(drawing, lines, i - above, left, y, links);
    }
}

static void begin_cell(struct drawing *drawing, enum scope scope)
{
    g_string_append_c(drawing->cells, (char)scope);
    tag_begin(drawing, CELL_TAG, NULL);
}

/* Content counts only in elements that hold no other: so what has links stands in a span beside them. */
static void draw_stretch(struct drawing *drawing, const struct place *place, const struct stretch *stretch)
{
    GArray *links = has_links(drawing, place, stretch) ? g_array_new(FALSE, FALSE, sizeof(struct link)) : NULL;
    begin_cell(drawing, stretch->scope);
    if (links)
        tag_begin(drawing, "Span", NULL);
    draw_cells(drawing, place, stretch, links);
    if (place->row->note.length && stretch->end == place->row->n_cells)
        draw_note(drawing, place, links);
    if (links) {
        tag_end(drawing, "Span");
        draw_links(drawing, links, place->table->size);
        g_array_unref(links);
    }
    tag_end(drawing, CELL_TAG);
}

/* Finish makes the row of its cells: a tag of cairo's would take a tenth of the time of a table. */
static void note_row(struct drawing *drawing, size_t n_cells)
{
    uint16_t n = (uint16_t)n_cells;
    g_array_append_val(drawing->rows, n);
}

/* The head of a row is a cell, and its data is one. */
static void draw_row(struct drawing *drawing, const struct place *place)
{
    size_t n = place->row->n_cells;
    bool has_head = n > 0 && place->table->cells[place->row->first_cell].flags & CELL_HEAD;
    note_row(drawing, n > has_head ? (size_t)has_head + 1 : has_head);
    if (has_head)
        draw_stretch(drawing, place, &(struct stretch){SCOPE_ROW, 0, 1});
    if (n > has_head)
        draw_stretch(drawing, place, &(struct stretch){SCOPE_NONE, has_head, n});
}

/* A row of heads; where it is repeated it is of no structure element. */
static void draw_heads(struct drawing *drawing, const struct place *place, bool is_turned)
{
    if (!is_turned)
        note_row(drawing, place->row->n_cells);
    for (size_t i = 0; i < place->row->n_cells; i++) {
        if (!is_turned)
            begin_cell(drawing, SCOPE_COLUMN);
        draw_cells(drawing, place, &(struct stretch){SCOPE_COLUMN, i, i + 1}, NULL);
        if (!is_turned)
            tag_end(drawing, CELL_TAG);
    }
}

static void set_rules(struct drawing *drawing, uint32_t color, double thickness)
{
    text_color(drawing->cairo, color);
    cairo_set_line_width(drawing->cairo, thickness);
    cairo_stroke(drawing->cairo);
}

static void add_rule(struct drawing *drawing, double y)
{
    cairo_move_to(drawing->cairo, drawing->flow->left, y);
    cairo_line_to(drawing->cairo, drawing->flow->right, y);
}

/* The caption and the head rows; where they are repeated they are of no structure element. */
static void draw_top(struct drawing *drawing, const struct table *table, double y, bool is_turned)
{
    const struct type *type = &document_types[STYLE_CAPTION];
    const struct text caption = table_caption(drawing->arena, drawing->plan->catalog, table, is_turned);
    const struct lines *lines =
        text_break(drawing->setter, &caption, type->size, type->flags, drawing->flow->right - drawing->flow->left);
    size_t n = lines->lines->len;
    if (n && !is_turned)
        tag_begin(drawing, "Caption", NULL);
    for (size_t i = 0; i < n; i++)
        draw_line(drawing, lines, i, drawing->flow->left, y + type->leading * ((double)i + BASELINE), type->size,
                  type->color);
    if (n && !is_turned)
        tag_end(drawing, "Caption");
    y += n ? (double)n * type->leading + type->after : 0;
    for (size_t i = 0; i < table->n_heads; i++) {
        size_t n_lines = table_row_lines(drawing->setter, table, i);
        const struct place place = {table, &table->rows[i], true, 0, n_lines, y + ROW_PAD};
        draw_heads(drawing, &place, is_turned);
        y += 2 * ROW_PAD + table_leading(table) * (double)n_lines;
    }
    text_flush(drawing->setter);
    if (table->n_heads) {
        add_rule(drawing, y);
        set_rules(drawing, COLOR_INK, 0.7);
    }
}

static void draw_rules(struct drawing *drawing, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct unit *unit = &drawing->flow->units[i];
        bool is_last = i + 1 == end || unit[1].part != unit->part;
        if (unit->part != TABLE_TOP && is_last)
            add_rule(drawing, unit->y + unit->height);
    }
    set_rules(drawing, COLOR_RULE, HAIRLINE);
}

void draw_table(struct drawing *drawing, size_t first, size_t end)
{
    const struct flow *flow = drawing->flow;
    const struct unit *units = flow->units;
    uint32_t index = units[first].block;
    const struct block *block = &drawing->document->blocks[index];
    const struct table *table = block->table;
    bool begins = units[first].part == TABLE_TOP;
    tag_hold(drawing, block->in);
    if (begins)
        tag_begin(drawing, "Table", NULL);
    if (begins || table->turn > 0)
        draw_top(drawing, table, begins ? units[first].y : units[first].y - table->turn, !begins);
    draw_rules(drawing, first, end);
    for (size_t i = first + begins; i < end; i++) {
        const struct unit *unit = &units[i];
        struct place place = {table, &table->rows[unit->part], false, unit->line, unit->lines, unit->y};
        place.top += unit->line == 0 ? ROW_PAD : 0;
        draw_anchors(drawing, index, unit->part, unit->y);
        draw_row(drawing, &place);
    }
    if (end == flow->n_units || units[end].block != index)
        tag_end(drawing, "Table");
}

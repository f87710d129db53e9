/* Blocks to units, units to pages. A heading keeps two lines of what follows, a paragraph leaves at least two lines on
 * either page, a list two items, a table its top and two rows. Draws nothing. */
#include "report/flow.h"

#include <string.h>

static const double AFTER_LIST = 9;
static const double MARGIN = 64.8, HEAD_ROOM = 18, MOST_TOP = 0.5; /* of a page, of a table's repeated top */
static const double MOST_FIGURE = 0.8;                             /* of a page */

enum {
    LINES_AT_ONCE = 4, /* of a row taller than a page */
    MOST_METHOD = 12   /* blocks of the section that ends in how to verify */
};

struct making {
    struct arena *arena;
    struct setter *setter;
    const struct document_plan *plan;
    struct document *document;
    struct flow *flow;
    GArray *units;
    double after; /* space that the last block wants below it */
};

double flow_text_width(const struct flow *flow, const struct block *block)
{
    double width = flow->right - flow->left - block->indent;
    if (block->style == STYLE_VERIFY)
        width -= QR_SIDE + QR_GAP;
    if (block->style == STYLE_ASIDE)
        width -= ASIDE_INDENT;
    if (block->style == STYLE_ENTRY)
        width -= ENTRY_ROOM;
    return MAX(width, 60);
}

static void add(struct making *making, struct unit unit)
{
    g_array_append_val(making->units, unit);
}

static bool is_heading(const struct block *block)
{
    return block->style >= STYLE_TITLE && block->style <= STYLE_PART;
}

static bool is_item(const struct document *document, size_t index)
{
    return index < document->n_blocks && document->blocks[index].style == STYLE_ITEM;
}

/* Whether what follows in the section is how to verify: it says what stands above it, and is not left alone. */
static bool is_method(const struct document *document, size_t index)
{
    size_t end = MIN(document->n_blocks, index + MOST_METHOD);
    for (size_t i = index + 1; i < end && !is_heading(&document->blocks[i]); i++)
        if (document->blocks[i].style == STYLE_VERIFY)
            return true;
    return false;
}

/* Whether the last line of a block stays with the next block. */
static bool keeps_next(const struct document *document, size_t index)
{
    const struct block *block = &document->blocks[index], *next = block + 1;
    if (index + 1 == document->n_blocks)
        return false;
    if (block->style == STYLE_PARAGRAPH && (next->kind == BLOCK_TABLE || next->kind == BLOCK_FIGURE))
        return true; /* it says what is below it */
    if (block->style == STYLE_TERM && next->style == STYLE_TERM)
        return true; /* a list of facts is short */
    if (is_item(document, index) && is_item(document, index + 1) &&
        (index == 0 || !is_item(document, index - 1) || !is_item(document, index + 2)))
        return true;
    return is_heading(block) || is_method(document, index) ||
           (block->style == STYLE_LEGEND && next->kind == BLOCK_FIGURE) ||
           (block->kind == BLOCK_FIGURE && next->style == STYLE_LEGEND);
}

static size_t count_lines(struct making *making, const struct block *block)
{
    const struct type *type = &document_types[block->style];
    double width = flow_text_width(making->flow, block);
    size_t n = text_break(making->setter, &block->text, type->size, type->flags, width)->lines->len;
    if (block->style == STYLE_TERM) {
        double gutter = block->gutter - TERM_GAP;
        n = MAX(n, text_break(making->setter, &block->label, type->size, type->flags, gutter)->lines->len);
    }
    return MAX(n, 1);
}

static void add_text(struct making *making, size_t index, double before)
{
    const struct block *block = &making->document->blocks[index];
    const struct type *type = &document_types[block->style];
    size_t n = count_lines(making, block);
    bool keeps = keeps_next(making->document, index);
    if (block->style == STYLE_VERIFY) {
        double height = MAX((double)n * type->leading, QR_SIDE);
        add(making, (struct unit){.block = (uint32_t)index,
                                  .lines = (uint16_t)n,
                                  .keeps = keeps,
                                  .before = (float)before,
                                  .height = (float)height});
        return;
    }
    for (size_t i = 0; i < n; i++) {
        bool stays = i + 1 == n ? keeps : is_heading(block) || i == 0 || i + 2 == n;
        add(making, (struct unit){.block = (uint32_t)index,
                                  .part = (uint32_t)i,
                                  .lines = 1,
                                  .keeps = stays,
                                  .before = i ? 0 : (float)before,
                                  .height = (float)type->leading});
    }
}

/* What is said of a table below it, which stands on the page of its last row. */
static bool is_said_of_table(const struct document *document, size_t index)
{
    enum style style = index < document->n_blocks ? document->blocks[index].style : STYLE_SAME;
    return style == STYLE_ASIDE || style == STYLE_TOTAL || style == STYLE_NOTE;
}

/* A row as one unit, or as several when no page holds it. */
static void add_row(struct making *making, size_t index, const struct table *table, size_t row)
{
    double leading = table_leading(table), page = making->flow->bottom - making->flow->top - table->turn;
    size_t n = MIN(table_row_lines(making->setter, table, row), UINT16_MAX);
    bool is_last = row + 1 == table->n_rows;
    bool keeps =
        is_last ? is_said_of_table(making->document, index + 1) : row == table->n_heads || row + 2 == table->n_rows;
    size_t step = (double)n * leading + 2 * ROW_PAD > page ? LINES_AT_ONCE : n;
    for (size_t line = 0; line < n; line += step) {
        size_t lines = MIN(step, n - line);
        double pad = (line == 0 ? ROW_PAD : 0) + (line + lines == n ? ROW_PAD : 0);
        add(making, (struct unit){.block = (uint32_t)index,
                                  .part = (uint32_t)row,
                                  .line = (uint16_t)line,
                                  .lines = (uint16_t)lines,
                                  .keeps = keeps && step == n,
                                  .height = (float)((double)lines * leading + pad)});
    }
}

static void add_table(struct making *making, size_t index, double before)
{
    struct block *block = &making->document->blocks[index];
    struct table *table = block->table;
    double width = making->flow->right - making->flow->left, page = making->flow->bottom - making->flow->top;
    table_lay_out(making->arena, making->setter, table, width);
    double top = table_top_height(making->setter, making->plan, making->arena, table, width, false);
    table->turn = table_top_height(making->setter, making->plan, making->arena, table, width, true);
    if (table->turn > page * MOST_TOP)
        table->turn = 0;
    add(making, (struct unit){.block = (uint32_t)index,
                              .part = TABLE_TOP,
                              .keeps = table->n_rows > table->n_heads,
                              .before = (float)before,
                              .height = (float)top});
    for (size_t row = table->n_heads; row < table->n_rows; row++)
        add_row(making, index, table, row);
}

static bool add_figure(struct making *making, size_t index, double before, GError **error)
{
    struct block *block = &making->document->blocks[index];
    struct figure *figure = block->figure;
    const struct document_plan *plan = making->plan;
    double width = making->flow->right - making->flow->left, page = making->flow->bottom - making->flow->top;
    if (plan->figure) {
        figure->layout = plan->figure(plan->self, figure->src, width, page * MOST_FIGURE, error);
        if (!figure->layout)
            return false;
        figure->scale = MIN(width / figure->layout->width, page * MOST_FIGURE / figure->layout->height);
        add(making, (struct unit){.block = (uint32_t)index,
                                  .keeps = keeps_next(making->document, index),
                                  .before = (float)before,
                                  .height = (float)(figure->layout->height * figure->scale)});
        return true;
    }
    block->kind = BLOCK_TEXT;
    block->style = STYLE_NOTE;
    block->text = (struct text){.words = figure->alternative, .length = (uint32_t)strlen(figure->alternative)};
    add_text(making, index, before);
    return true;
}

static bool add_block(struct making *making, size_t index, GError **error)
{
    const struct block *block = &making->document->blocks[index];
    const struct type *type = &document_types[block->style];
    double before = MAX(type->before, making->after);
    bool was_listed = index > 0 && (block[-1].style == STYLE_ITEM || block[-1].style == STYLE_TERM);
    if (was_listed && block->style != block[-1].style)
        before = MAX(before, AFTER_LIST);
    making->after = type->after;
    if (block->kind == BLOCK_FIGURE)
        return add_figure(making, index, before, error);
    if (block->kind == BLOCK_TABLE)
        add_table(making, index, before);
    else
        add_text(making, index, before);
    return true;
}

/* Height of a unit and of all that it must stand with, as far as one page holds that. */
static double chain_height(const struct flow *flow, size_t from)
{
    double height = flow->units[from].height;
    for (size_t i = from; i + 1 < flow->n_units && flow->units[i].keeps; i++) {
        double next = height + flow->units[i + 1].before + flow->units[i + 1].height;
        if (next > flow->bottom - flow->top)
            break;
        height = next;
    }
    return height;
}

static void place(struct flow *flow, const struct document *document)
{
    uint32_t page = 0;
    double y = flow->top;
    for (size_t i = 0; i < flow->n_units; i++) {
        struct unit *unit = &flow->units[i];
        const struct block *block = &document->blocks[unit->block];
        double before = y > flow->top ? unit->before : 0;
        if (y > flow->top && y + before + chain_height(flow, i) > flow->bottom) {
            page++;
            y = flow->top;
            before = block->kind == BLOCK_TABLE && unit->part != TABLE_TOP ? block->table->turn : 0;
        }
        unit->page = page;
        unit->y = (float)(y + before);
        y += before + unit->height;
    }
    flow->n_pages = page + 1;
}

bool flow_make(struct arena *arena, struct setter *setter, const struct document_plan *plan, struct document *document,
               struct flow *flow, GError **error)
{
    *flow = (struct flow){.left = MARGIN,
                          .right = plan->paper->width - MARGIN,
                          .top = MARGIN + HEAD_ROOM,
                          .bottom = plan->paper->height - MARGIN};
    struct making making = {arena, setter, plan, document, flow, g_array_new(FALSE, FALSE, sizeof(struct unit)), 0};
    bool done = true;
    for (size_t i = 0; done && i < document->n_blocks; i++)
        done = add_block(&making, i, error);
    flow->n_units = making.units->len;
    flow->units = ARENA_ARRAY(arena, struct unit, flow->n_units);
    if (flow->n_units)
        memcpy(flow->units, making.units->data, flow->n_units * sizeof *flow->units);
    g_array_unref(making.units);
    place(flow, document);
    return done;
}

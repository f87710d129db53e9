/* The columns of a table, sized by what stands in them: each gets what its widest word needs, and of the rest a share
 * by how much more its longest cell would like. Letters shrink, down to a floor, before words are broken. */
#include "report/flow.h"

#include <string.h>

static const double SMALLEST = 7, STEP = 0.5;
static const float WIDEST_DAY = 11, WIDEST_NUMBER = 14; /* ems */
static const double WORDY = 40, WORDY_LEAST = 12;       /* ems: cells of prose are not set a word a line */

struct need {
    double least, most; /* ems */
    double body, marks; /* of numbers, without and with their marks of sources */
    size_t n_numbers, n_cells;
};

unsigned table_cell_flags(const struct table_cell *cell)
{
    return cell->flags & CELL_ABSENT ? TEXT_MUTED : 0;
}

static void add_cell(struct setter *setter, struct table_cell *cell, bool is_head, struct need *need)
{
    float least, most;
    unsigned strong = is_head ? TEXT_STRONG : 0;
    text_extent(setter, &cell->text, strong | table_cell_flags(cell), &least, &most);
    cell->most = most;
    if (cell->span > 1)
        return;
    if (cell->flags & CELL_NUMBER) {
        double marks = text_marks(setter, &cell->text, strong);
        need->marks = MAX(need->marks, marks);
        need->body = MAX(need->body, most - marks);
    }
    if (cell->flags & CELL_DAY) /* a date stays on its line */
        least = MAX(least, MIN(most - text_marks(setter, &cell->text, strong), WIDEST_DAY));
    need->least = MAX(need->least, (double)least);
    need->most = MAX(need->most, (double)most);
    need->n_numbers += cell->flags & CELL_NUMBER ? 1 : 0;
    need->n_cells++;
}

static struct need *measure_columns(struct arena *arena, struct setter *setter, struct table *table)
{
    struct need *needs = ARENA_ARRAY(arena, struct need, table->n_columns);
    for (size_t r = 0; r < table->n_rows; r++) {
        const struct table_row *row = &table->rows[r];
        size_t column = 0;
        for (size_t i = 0; i < row->n_cells; i++) {
            struct table_cell *cell = &table->cells[row->first_cell + i];
            add_cell(setter, cell, r < table->n_heads, &needs[column]);
            column += cell->span;
        }
    }
    for (size_t i = 0; i < table->n_columns; i++) {
        struct need *need = &needs[i];
        table->is_number[i] = need->n_numbers * 2 > need->n_cells;
        if (need->most > WORDY)
            need->least = MAX(need->least, WORDY_LEAST);
        if (table->is_number[i] && need->marks > 0)
            need->least = need->most = MAX(need->least, MIN(need->body + need->marks, WIDEST_NUMBER));
        table->hangs[i] = table->is_number[i] ? need->marks : 0;
    }
    return needs;
}

static double sum(const struct need *needs, size_t n, bool most)
{
    double total = 0;
    for (size_t i = 0; i < n; i++)
        total += most ? needs[i].most : needs[i].least;
    return total;
}

/* WIDTH, without gaps, to the columns. */
static void distribute(struct table *table, const struct need *needs, double width)
{
    double least = sum(needs, table->n_columns, false) * table->size;
    double most = sum(needs, table->n_columns, true) * table->size;
    for (size_t i = 0; i < table->n_columns; i++) {
        double low = needs[i].least * table->size, high = needs[i].most * table->size;
        if (least >= width)
            table->widths[i] = least > 0 ? low / least * width : width / (double)table->n_columns;
        else if (most <= width)
            table->widths[i] = high + (width - most) * (most > 0 ? high / most : 0);
        else
            table->widths[i] = low + (width - least) * (high - low) / (most - least);
    }
}

void table_lay_out(struct arena *arena, struct setter *setter, struct table *table, double width)
{
    table->widths = ARENA_ARRAY(arena, double, table->n_columns);
    table->is_number = ARENA_ARRAY(arena, bool, table->n_columns);
    table->hangs = ARENA_ARRAY(arena, double, table->n_columns);
    table->size = report_types[STYLE_CELL].size;
    const struct need *needs = measure_columns(arena, setter, table);
    double n_gaps = MAX((double)table->n_columns - 1, 1);
    double gap = MIN(CELL_GAP, width * 0.75 / n_gaps), room = width - gap * ((double)table->n_columns - 1);
    table->lefts = ARENA_ARRAY(arena, double, table->n_columns);
    while (table->size > SMALLEST && sum(needs, table->n_columns, false) * table->size > room)
        table->size -= STEP;
    distribute(table, needs, room);
    for (size_t i = 1; i < table->n_columns; i++)
        table->lefts[i] = table->lefts[i - 1] + table->widths[i - 1] + gap;
}

double table_cell_width(const struct table *table, size_t column, size_t span)
{
    size_t last = MIN(column + span, table->n_columns) - 1;
    return table->lefts[last] + table->widths[last] - table->lefts[column];
}

double table_leading(const struct table *table)
{
    return table->size * report_types[STYLE_CELL].leading / report_types[STYLE_CELL].size;
}

size_t table_row_lines(struct setter *setter, const struct table *table, size_t index)
{
    const struct table_row *row = &table->rows[index];
    unsigned strong = index < table->n_heads ? TEXT_STRONG : 0;
    size_t column = 0, lines = 1;
    for (size_t i = 0; i < row->n_cells; i++) {
        const struct table_cell *cell = &table->cells[row->first_cell + i];
        double width = table_cell_width(table, column, cell->span);
        column += cell->span;
        if (cell->most * table->size <= width && !memchr(cell->text.words, '\n', cell->text.length))
            continue;
        unsigned flags = strong | table_cell_flags(cell);
        lines = MAX(lines, text_break(setter, &cell->text, table->size, flags, width)->lines->len);
    }
    return lines;
}

struct text table_caption(struct arena *arena, const struct catalog *catalog, const struct table *table, bool is_turned)
{
    if (!is_turned)
        return table->caption;
    char *words = table->caption.length ? catalog_format(arena, catalog, N_("{caption} (continued)"), "caption",
                                                         table->caption.words, NULL)
                                        : arena_strdup(arena, catalog_text(catalog, N_("(continued)")));
    return (struct text){.words = words, .length = (uint32_t)strlen(words)};
}

double table_top_height(struct setter *setter, const struct report_plan *plan, struct arena *arena,
                        const struct table *table, double width, bool is_turned)
{
    const struct type *type = &report_types[STYLE_CAPTION];
    struct text caption = table_caption(arena, plan->catalog, table, is_turned);
    double height = 0;
    if (caption.length)
        height = type->after + type->leading * text_break(setter, &caption, type->size, type->flags, width)->lines->len;
    for (size_t i = 0; i < table->n_heads; i++)
        height += 2 * ROW_PAD + table_leading(table) * (double)table_row_lines(setter, table, i);
    return height;
}

/* The rows of a table: their lines, their notes, the caption. */
#include "report/flow.h"

#include <string.h>

unsigned table_cell_flags(const struct table_cell *cell)
{
    return cell->flags & CELL_ABSENT ? TEXT_MUTED : 0;
}

double table_cell_width(const struct table *table, size_t column, size_t span)
{
    size_t last = MIN(column + span, table->n_columns) - 1;
    return table->lefts[last] + table->widths[last] - table->lefts[column];
}

double table_leading(const struct table *table)
{
    return table->size * document_types[STYLE_CELL].leading / document_types[STYLE_CELL].size;
}

size_t table_cell_lines(struct setter *setter, const struct table *table, size_t index)
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

double table_note_left(const struct table *table)
{
    return table->n_columns > 1 ? table->lefts[1] : 0;
}

const struct lines *table_note(struct setter *setter, const struct table *table, size_t index)
{
    double width = table_cell_width(table, 0, table->n_columns) - table_note_left(table);
    return text_break(setter, &table->rows[index].note, table->size, 0, width);
}

size_t table_row_lines(struct setter *setter, const struct table *table, size_t index)
{
    size_t lines = table_cell_lines(setter, table, index);
    return table->rows[index].note.length ? lines + table_note(setter, table, index)->lines->len : lines;
}

struct text table_caption(struct arena *arena, const struct catalog *catalog, const struct table *table, bool is_turned)
{
    if (!is_turned)
        return table->caption;
    const char *name = table->caption.length ? table->caption.words : table->heading.words;
    char *words = *name ? catalog_format(arena, catalog, N_("{caption} (continued)"), "caption", name, NULL)
                        : arena_strdup(arena, catalog_text(catalog, N_("(continued)")));
    return (struct text){.words = words, .length = (uint32_t)strlen(words)};
}

double table_top_height(struct setter *setter, const struct document_plan *plan, struct arena *arena,
                        const struct table *table, double width, bool is_turned)
{
    const struct type *type = &document_types[STYLE_CAPTION];
    struct text caption = table_caption(arena, plan->catalog, table, is_turned);
    double height = 0;
    if (caption.length)
        height = type->after + type->leading * text_break(setter, &caption, type->size, type->flags, width)->lines->len;
    for (size_t i = 0; i < table->n_heads; i++)
        height += 2 * ROW_PAD + table_leading(table) * (double)table_row_lines(setter, table, i);
    return height;
}

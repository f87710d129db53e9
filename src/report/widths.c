/* How wide the columns of a table are. Each gets what its widest word needs; what is left goes, a little at a time,
 * where it saves most lines. Letters shrink, down to a floor, before words are broken. */
#include "report/flow.h"

#include <math.h>

static const double SMALL = 7.5, SMALLEST = 7, STEP = 0.5; /* points */
static const double EASE = 0.85;                  /* of the width, for unbreakable words, before letters shrink */
static const float WIDEST_NUMBER = 14;            /* ems */
static const double WORDY = 40, WORDY_LEAST = 12; /* ems: cells of prose are not set a word a line */
static const double DAY_LEAST = 7.2;              /* ems: "September 30," stays together */
static const double FILLED = 0.92, ASIDE = 0.2;   /* of a line, by words; of a row's other cells */

static const double SHARE = 0.25; /* ems handed out at a time */

enum { SAMPLE = 150, MOST_TURNS = 4 }; /* rows that are tried, and how often */

struct need {
    double least, most; /* ems */
    double body;        /* the most, without marks of sources */
    double marks;       /* of numbers */
    size_t n_numbers, n_cells;
};

static void add_cell(struct setter *setter, struct table_cell *cell, bool is_head, struct need *need)
{
    float least, most;
    unsigned strong = is_head ? TEXT_STRONG : 0;
    text_extent(setter, &cell->text, strong | table_cell_flags(cell), &least, &most);
    cell->most = most;
    if (cell->span > 1)
        return;
    double marks = text_marks(setter, &cell->text, strong);
    if (cell->flags & CELL_NUMBER)
        need->marks = MAX(need->marks, marks);
    if (cell->flags & CELL_DAY)
        least = (float)MAX(least, MIN(most - marks, DAY_LEAST));
    need->body = MAX(need->body, most - marks);
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

/* The lines of the rows tried, were the columns of WIDTHS (ems). A row is as tall as its tallest cell; the rest counts
 * a little, so that no cell is broken for nothing. */
static double count_lines(const struct table *table, const double *widths)
{
    size_t step = MAX(table->n_rows / SAMPLE, 1);
    double total = 0;
    for (size_t r = table->n_heads; r < table->n_rows; r += step) {
        const struct table_row *row = &table->rows[r];
        double tallest = 0, all = 0;
        for (size_t i = 0; i < row->n_cells && i < table->n_columns; i++) {
            double most = table->cells[row->first_cell + i].most;
            double full = most / (widths[i] * FILLED);
            double lines = most <= widths[i] ? 1 : (full + ceil(full) + 1) / 2; /* the nearer the better */
            tallest = MAX(tallest, lines);
            all += lines;
        }
        total += tallest + all * ASIDE;
    }
    return total;
}

/* Moves SHARE from one column to another wherever that saves lines; whether it did. */
static bool move(const struct table *table, const struct need *needs, double *widths, double share)
{
    double lines = count_lines(table, widths), before = lines;
    for (size_t to = 0; to < table->n_columns; to++)
        for (size_t from = 0; from < table->n_columns; from++) {
            if (from == to || widths[from] - share < needs[from].least)
                continue;
            widths[from] -= share;
            widths[to] += share;
            double now = count_lines(table, widths);
            if (now < lines) {
                lines = now;
                continue;
            }
            widths[from] += share;
            widths[to] -= share;
        }
    return lines < before;
}

/* How far a column of WIDTH is from one line a cell: squares, so that the tallest cells count most. */
static double count_squares(const struct table *table, size_t column, double width)
{
    size_t step = MAX(table->n_rows / SAMPLE, 1);
    double total = 0;
    for (size_t r = table->n_heads; r < table->n_rows; r += step) {
        const struct table_row *row = &table->rows[r];
        double lines = column < row->n_cells ? table->cells[row->first_cell + column].most / width : 0;
        total += lines > 1 ? lines * lines : 1;
    }
    return total;
}

static double gain(const struct table *table, size_t column, double width)
{
    return count_squares(table, column, width) - count_squares(table, column, width + SHARE);
}

/* Hands out LEFT (ems), a little at a time, where it helps most. */
static void hand_out(struct arena *arena, const struct table *table, double *widths, double left)
{
    double *gains = ARENA_ARRAY(arena, double, table->n_columns);
    for (size_t i = 0; i < table->n_columns; i++)
        gains[i] = gain(table, i, widths[i]);
    for (; left > 0; left -= SHARE) {
        size_t best = 0;
        for (size_t i = 1; i < table->n_columns; i++)
            if (gains[i] > gains[best])
                best = i;
        widths[best] += MIN(SHARE, left);
        gains[best] = gain(table, best, widths[best]);
    }
}

/* ROOM (ems) for columns that want more: first as if each stood alone, then whatever makes the table shorter. */
static void divide(struct arena *arena, struct table *table, const struct need *needs, double room)
{
    static const double shares[] = {6, 3, 1.5, 0.75, 0.4};
    for (size_t i = 0; i < table->n_columns; i++)
        table->widths[i] = needs[i].least;
    hand_out(arena, table, table->widths, room - sum(needs, table->n_columns, false));
    for (size_t i = 0; i < G_N_ELEMENTS(shares); i++)
        for (int again = 0; again < MOST_TURNS && move(table, needs, table->widths, shares[i]); again++)
            ;
}

/* WIDTH, without gaps, to the columns. */
static void distribute(struct arena *arena, struct table *table, const struct need *needs, double width)
{
    double least = sum(needs, table->n_columns, false) * table->size;
    double most = sum(needs, table->n_columns, true) * table->size;
    if (least < width && most > width)
        divide(arena, table, needs, width / table->size);
    for (size_t i = 0; i < table->n_columns; i++) {
        double low = needs[i].least * table->size, high = needs[i].most * table->size;
        if (least >= width)
            table->widths[i] = least > 0 ? low / least * width : width / (double)table->n_columns;
        else if (most <= width)
            table->widths[i] = high + (width - most) * (most > 0 ? high / most : 0);
        else
            table->widths[i] *= table->size;
    }
}

void table_lay_out(struct arena *arena, struct setter *setter, struct table *table, double width)
{
    table->widths = ARENA_ARRAY(arena, double, table->n_columns);
    table->is_number = ARENA_ARRAY(arena, bool, table->n_columns);
    table->hangs = ARENA_ARRAY(arena, double, table->n_columns);
    table->size = document_types[STYLE_CELL].size;
    const struct need *needs = measure_columns(arena, setter, table);
    double n_gaps = MAX((double)table->n_columns - 1, 1);
    double gap = MIN(CELL_GAP, width * 0.75 / n_gaps), room = width - gap * ((double)table->n_columns - 1);
    table->lefts = ARENA_ARRAY(arena, double, table->n_columns);
    double least = sum(needs, table->n_columns, false);
    while ((table->size > SMALL && least * table->size > room * EASE) ||
           (table->size > SMALLEST && least * table->size > room))
        table->size -= STEP;
    distribute(arena, table, needs, room);
    for (size_t i = 1; i < table->n_columns; i++)
        table->lefts[i] = table->lefts[i - 1] + table->widths[i - 1] + gap;
}

/* Where everything stands: the pages. Private to report. */
#ifndef PROVISO_REPORT_FLOW_H
#define PROVISO_REPORT_FLOW_H

#include "report/text.h"

/* What stays together on a page: a line of text, a figure, a row (or some lines of a very tall one), the top of a
 * table. Lengths, here and below, in points. */
struct unit {
    uint32_t block;
    uint32_t part; /* line or row; TABLE_TOP */
    uint16_t line; /* the first, of a row's */
    uint16_t lines;
    bool keeps; /* on one page with the next */
    float before, height;
    uint32_t page;
    float y; /* its top */
};

#define TABLE_TOP UINT32_MAX

struct flow {
    struct unit *units;
    size_t n_units;
    size_t n_pages;
    double left, right, top, bottom; /* of what is not the running head */
};

/* Lays out the blocks; asks plan->figure for the charts, whose error is the only one. */
bool flow_make(struct arena *arena, struct setter *setter, const struct document_plan *plan, struct document *document,
               struct flow *flow, GError **error);

/* Width of a block's text. */
double flow_text_width(const struct flow *flow, const struct block *block);

/* Lays out a table for WIDTH: its columns, the size of its letters. */
void table_lay_out(struct arena *arena, struct setter *setter, struct table *table, double width);

/* Width of the cell that begins in COLUMN. */
double table_cell_width(const struct table *table, size_t column, size_t span);
double table_leading(const struct table *table);
unsigned table_cell_flags(const struct table_cell *cell);

/* The most lines of a row's cells; with those of its note below them. */
size_t table_cell_lines(struct setter *setter, const struct table *table, size_t row);
size_t table_row_lines(struct setter *setter, const struct table *table, size_t row);

/* A note begins where the second column does, and is as wide as the rest. */
double table_note_left(const struct table *table);
const struct lines *table_note(struct setter *setter, const struct table *table, size_t row);

/* Height of the caption and the head rows; the caption says that it is not the first when IS_TURNED. */
double table_top_height(struct setter *setter, const struct document_plan *plan, struct arena *arena,
                        const struct table *table, double width, bool is_turned);
struct text table_caption(struct arena *arena, const struct catalog *catalog, const struct table *table,
                          bool is_turned);

enum {
    CELL_GAP = 10,
    ROW_PAD = 2,
    QR_SIDE = 72,
    QR_GAP = 18,
    ENTRY_ROOM = 40,
    TERM_GAP = 12,
    ASIDE_INDENT = 12,
    HEAD_RISE = 24
};

/* The pages as text, for tests. */
char *flow_text(struct arena *arena, const struct document *document, const struct flow *flow);

#endif

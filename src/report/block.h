/* What the page holds, as blocks one below the other. Private to report. */
#ifndef PROVISO_REPORT_BLOCK_H
#define PROVISO_REPORT_BLOCK_H

#include "report/document.h"

#include <stdint.h>

enum text_flag {
    TEXT_STRONG = 1,
    TEXT_ITALIC = 2,
    TEXT_SMALL = 4, /* the mark of a source, and what is raised */
    TEXT_RAISED = 8,
    TEXT_MUTED = 16,
    TEXT_CODE = 32, /* figures and letters that are no words: long, set small */
};

/* From START to the next segment's. */
struct segment {
    uint32_t start, flags;
    const char *href; /* "#id", an absolute address, or NULL */
};

/* Words with single spaces; '\n' where a line must end. */
struct text {
    const char *words;
    uint32_t length, n_segments; /* 0 segments: all of the style's own kind */
    const struct segment *segments;
};

struct table_cell {
    struct text text;
    float most;    /* width in one line, in ems */
    uint16_t span; /* columns */
    uint8_t flags;
};

enum cell_flag { CELL_NUMBER = 1, CELL_HEAD = 2, CELL_ABSENT = 4, CELL_DAY = 8 };

struct table_row {
    uint32_t first_cell, n_cells;
    bool is_head;
    struct text note; /* on one of its cells, set below all of them */
};

struct table {
    struct text caption;
    struct text heading;          /* of what it stands in: names it where it goes on and has no caption */
    const struct table_row *rows; /* head rows first */
    size_t n_rows, n_heads;
    struct table_cell *cells;
    size_t n_columns;
    /* decided by table_lay_out */
    double size;    /* of its letters */
    double *widths; /* of its columns, without the gaps between */
    double *lefts;
    double *hangs;   /* room at the right of a column of numbers for marks of sources, so that the numbers align */
    double turn;     /* height of its top where it goes on; 0: not repeated */
    bool *is_number; /* columns */
};

struct figure {
    const char *src, *alternative;
    const struct chart_layout *layout; /* or NULL */
    double scale;
};

enum block_kind { BLOCK_TEXT, BLOCK_TABLE, BLOCK_FIGURE, BLOCK_CONTENTS };

enum style {
    STYLE_SAME, /* as round it */
    STYLE_TITLE,
    STYLE_SECTION,
    STYLE_PART,
    STYLE_PARAGRAPH,
    STYLE_LEAD,
    STYLE_ASIDE,
    STYLE_TOTAL,
    STYLE_NOTE,
    STYLE_FINEPRINT,
    STYLE_VERIFY,
    STYLE_ITEM,
    STYLE_TERM, /* of a description list: the term stands in the gutter */
    STYLE_CAPTION,
    STYLE_LEGEND, /* of a figure */
    STYLE_ENTRY,  /* a line of the contents */
    STYLE_CELL,
    STYLES
};

/* A structure element that holds several blocks; the innermost first. */
struct holder {
    const char *tag;
    const struct holder *parent;
};

struct block {
    enum block_kind kind;
    enum style style;
    struct text text;
    struct text label; /* in the gutter: the mark of an item, a term */
    double indent, gutter;
    const struct holder *in; /* or NULL */
    union {
        struct table *table;
        struct figure *figure;
        uint32_t target; /* of an entry of the contents: the heading's block */
    };
};

/* Where "#id" leads. */
struct anchor {
    const char *id;
    uint32_t block, row;
};

struct document {
    struct block *blocks;
    size_t n_blocks;
    struct anchor *anchors; /* in the order of the page, each id once */
    size_t n_anchors;
    GHashTable *ids; /* of the anchors */
};

/* Reads plan->page; document_clear afterwards, also on failure. Errors as document_pdf has them. */
bool document_read(struct arena *arena, const struct document_plan *plan, struct document *document, GError **error);
void document_clear(struct document *document);

#endif

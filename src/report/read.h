/* The reader of a page, in its files. Private to report/read*.c. */
#ifndef PROVISO_REPORT_READ_H
#define PROVISO_REPORT_READ_H

#include "report/block.h"
#include "report/markup.h"

enum { DEEPEST = 200 };

/* What an element is for; what is not declared is set as if its tags were not there. */
enum role {
    ROLE_INLINE,
    ROLE_GROUP, /* stands apart from what is round it */
    ROLE_BREAK,
    ROLE_SKIP, /* not set */
    ROLE_LINK,
    ROLE_LIST,
    ROLE_ITEM,
    ROLE_TERMS,
    ROLE_TERM,
    ROLE_DETAIL,
    ROLE_TABLE,
    ROLE_HEADS,
    ROLE_TOTALS,
    ROLE_ROW,
    ROLE_CELL,
    ROLE_CAPTION,
    ROLE_NOTE, /* on a cell */
    ROLE_IMAGE,
    ROLES
};

struct element {
    const char *name;
    enum role role;
    enum style style;
    unsigned flags;
    bool is_void;
};

/* What holds for the text inside an element. */
struct state {
    enum style style;
    unsigned flags;
    const char *href;
    const struct holder *in;
    double indent, gutter;
    unsigned *number; /* of the last item of a numbered list; NULL: not numbered */
    bool is_skipped, is_head;
};

struct open {
    struct slice name;
    const struct element *element;
    bool acts; /* does what its role says: not a section in a cell, nor a row outside a table */
    struct state state;
};

struct reader {
    struct arena *arena;
    const struct document_plan *plan;
    struct markup markup;
    struct token token; /* the one being read */
    struct open open[DEEPEST];
    size_t depth;
    bool in_article;
    GString *words;
    GArray *segments;
    GArray *blocks, *anchors;
    GHashTable *ids;
    struct text label;         /* waits for the next block */
    const struct holder *term; /* the item of a description list */
    /* the table being read */
    struct table *table;
    unsigned nested; /* tables in its cells */
    GArray *rows, *cells;
    uint8_t cell_flags;
    bool is_noted; /* the cell's own words are in noted, and a note is being read */
    struct text noted;
    uint16_t cell_span;
};

const struct element *element_find(const struct token *token);

/* The style of text in an element, by its class; OUTSIDE is that round it. */
enum style element_style(const struct element *element, const struct token *token, enum style outside);

struct state *reader_state(struct reader *reader);

/* The text gathered, trimmed; empties what was gathered. */
struct text reader_take_text(struct reader *reader);

void reader_open_table(struct reader *reader);
void reader_close_table(struct reader *reader);
void reader_open_row(struct reader *reader);
void reader_open_cell(struct reader *reader);
void reader_close_cell(struct reader *reader);
void reader_open_note(struct reader *reader);

/* Puts the contents before the first section. */
void contents_insert(struct reader *reader);

#endif

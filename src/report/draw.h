/* The pages drawn, and their structure told to cairo. Private to report. */
#ifndef PROVISO_REPORT_DRAW_H
#define PROVISO_REPORT_DRAW_H

#include "report/finish.h"
#include "report/flow.h"

#include <cairo-pdf.h>

struct drawing {
    struct arena *arena;
    struct chart_canvas *canvas;
    struct setter *setter;
    const struct document_plan *plan;
    const struct document *document;
    const struct flow *flow;
    cairo_t *cairo;
    cairo_surface_t *surface;
    GPtrArray *holders;      /* that are open, the outermost first */
    GPtrArray *alternatives; /* of the figures, in their order */
    GString *cells;          /* of the tables, in their order: enum scope */
    GArray *rows;            /* of the tables, in their order: cells, uint16_t */
    size_t anchor;           /* the next to be set */
    int outline[2];          /* the entry that others go below, by depth */
    bool is_sectioned;       /* a section has begun */
};

/* Draws everything on the surface. The caller looks at cairo's status. */
void draw_document(struct drawing *drawing);

/* Units FIRST to END of a table, which are on one page. */
void draw_table(struct drawing *drawing, size_t first, size_t end);

/* Shows line INDEX in COLOR, links and what stands back in theirs; Y is its baseline. */
void draw_line(struct drawing *drawing, const struct lines *lines, size_t index, double x, double y, double size,
               uint32_t color);

/* Sets the anchors of a block's line or row that are not set yet, and what comes before. */
void draw_anchors(struct drawing *drawing, uint32_t block, uint32_t row, double y);

/* HREF; NULL when it is none, or a link that leads nowhere in the document. */
const char *draw_target(const struct drawing *drawing, const char *href);

/* Does a link in TEXT lead anywhere? */
bool draw_has_links(const struct drawing *drawing, const struct text *text);

/* Attributes of a link: its rectangle and where it leads. */
char *tag_link(struct arena *arena, const char *href, double x, double y, double width, double height);
void tag_begin(struct drawing *drawing, const char *name, const char *attributes);
void tag_end(struct drawing *drawing, const char *name);

/* Opens and closes structure elements until those of HOLDER, and no others, are open. */
void tag_hold(struct drawing *drawing, const struct holder *holder);

/* Sets the destination of a heading, and its entry in the outline. */
void tag_section(struct drawing *drawing, uint32_t index, double y);

/* The name of the destination of a heading. */
char *tag_heading(struct arena *arena, uint32_t block);

/* Draws ADDRESS as a QR code in a square; nothing when it is too long for one. */
void qr_draw(cairo_t *cairo, const char *address, double x, double y, double side);

#endif

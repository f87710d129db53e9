/* A paged document set from a report's own HTML page: what stands in its article element, as a tagged PDF of vectors.
 * The same plan gives the same bytes on every host, in every locale and zone. Knows no domain words. */
#ifndef PROVISO_REPORT_DOCUMENT_H
#define PROVISO_REPORT_DOCUMENT_H

#include "base/catalog.h"
#include "chart/render.h"

#include <stdbool.h>

/* A file put into the PDF. */
struct document_attachment {
    const char *name; /* unlike the others */
    const char *content_type;
    const char *description; /* or NULL */
    const char *bytes;
    size_t length;
};

struct document_paper {
    const char *name;     /* "letter", "a4" */
    double width, height; /* points */
};

/* NULL when there is none of that name. */
const struct document_paper *document_paper_find(const char *name);

struct document_plan {
    const char *page; /* HTML; every element but HTML's void ones is closed */
    size_t length;
    const char *origin; /* scheme and host, put before links that begin with "/" */
    const char *language, *title, *subject;
    const char *created_on; /* YYYY-MM-DD */
    const char *head;       /* running head: title; cut where a line has no room for it and what stands behind it: */
    const char *head_end;   /* as-of date and edition in words */
    const struct document_paper *paper;
    const struct catalog *catalog;
    /* The chart of an <img src>, best laid out for WIDTH points and at most HEIGHT; drawn scaled to the width of the
     * text, or to that height. May be NULL: the alternative text is set then. */
    const struct chart_layout *(*figure)(void *self, const char *src, double width, double height, GError **error);
    void *self;
    const struct document_attachment *attachments;
    size_t n_attachments;
    size_t most_pages;
};

/* Appends the PDF. ERROR_BAD_REQUEST: more than most_pages, found before anything is drawn; ERROR_INTERNAL: the page is
 * not well formed (its line is named) or cairo refused; ERROR_UNAVAILABLE: no memory; what plan->figure says. Nothing
 * is appended on failure. */
bool document_pdf(struct arena *arena, struct chart_canvas *canvas, const struct document_plan *plan, GString *out,
                  GError **error);

/* An attached file of any PDF, to be freed with g_free. NULL with ERROR_DATA: it is no PDF, or has none of that NAME.
 */
char *document_attached(const char *pdf, size_t length, const char *name, size_t *attached_length, GError **error);

#endif

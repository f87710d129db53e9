/* What a chart shows, as plain data: which kind, which columns of which result, and its words. No cairo, no domain. */
#ifndef PROVISO_CHART_SPEC_H
#define PROVISO_CHART_SPEC_H

#include "base/catalog.h"
#include "base/result.h"

enum chart_kind { CHART_RANKED_BARS, CHART_KINDS };

/* All strings are words ready to show, in the catalogue's language; they outlive the spec. */
struct chart_spec {
    enum chart_kind kind;
    const struct result *data; /* rows in the order to draw them */
    const char *label_column;  /* text: the bar's name */
    const char *value_column;  /* COLUMN_MONEY (cents) or COLUMN_INTEGER; NULL cell: no bar, state_column's word */
    const char *state_column;  /* text or code shown where there is no value ("no data"), or NULL */
    const char
        *panel_column;       /* text: rows with an equal value share a panel with an axis of its own; NULL: one panel */
    const char *flag_column; /* COLUMN_FLAG: 1 draws the bar hatched, in words, and keeps it off the axis; or NULL */
    const char *flag_word;   /* the words beside a flagged bar, e.g. "not counted" */
    const char *link_column; /* COLUMN_URL: where the SVG's mark leads; or NULL */
    const char *title;       /* the finding, or a plain description */
    const char *subtitle;    /* measure, program, years, unit */
    const char *note;        /* missing, flagged; or NULL */
    const char *source;      /* "Source: ..." */
    const char *foot;        /* as-of date, edition, short address */
    const char *alternative; /* <= 250 characters */
    const char *description; /* 3 to 5 sentences */
    const struct catalog *catalog;
};

/* Named sizes; free ones invite abuse. Lengths in pixels (points when is_points). */
struct chart_size {
    const char *name;
    double width, height;                /* height 0: as the rows need */
    double row;                          /* height of a bar's row where the height follows the rows */
    size_t most_rows;                    /* 0: all; else the rest is left off and counted in the image */
    double title, subtitle, label, foot; /* font sizes */
    double margin;
    bool is_points; /* a PDF size; PNG of it is drawn at 300 dpi */
};

/* web, narrow, social, square, slide, print, column; NULL for any other name. */
const struct chart_size *chart_size_find(const char *name);

#endif

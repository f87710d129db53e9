/* What a chart shows, as plain data: which kind, which columns of which result play which part, and its words. No
 * cairo, no domain: a kind names roles, the spec says which column plays each.
 *
 * To draw one: fill a spec (kind, data, columns, words), let chart_tell() write what is left out of its alternative
 * text and description, chart_layout() it in a size, and give the layout to chart_svg(), chart_png() or chart_pdf(). */
#ifndef PROVISO_CHART_SPEC_H
#define PROVISO_CHART_SPEC_H

#include "base/catalog.h"
#include "base/error.h"
#include "base/result.h"

enum chart_kind {
    CHART_RANKED_BARS,
    CHART_COLUMNS,
    CHART_STACKED_BAR,
    CHART_LINES,
    CHART_SMALL_MULTIPLES,
    CHART_DUMBBELL,
    CHART_WATERFALL,
    CHART_STATUS_MATRIX,
    CHART_TIMELINE,
    CHART_DEADLINES,
    CHART_TILE_GRID,
    CHART_DOT_MAP,
    CHART_STRIP_PLOT,
    CHART_KINDS
};

/* The parts that a column can play. Rows are drawn in the order of the data. */
enum chart_role {
    CHART_LABEL,  /* what a row is called; in columns, lines and small multiples: its place along the axis */
    CHART_VALUE,  /* COLUMN_MONEY (cents) or COLUMN_INTEGER; NULL: nothing is drawn but CHART_STATE's word */
    CHART_OTHER,  /* the second value of a dumbbell, of the same type */
    CHART_SERIES, /* lines: the line; stacked bar: the part; matrix: the column; timeline: the lane */
    CHART_PANEL,  /* consecutive rows with equal words share a panel (ranked bars, multiples, strip plot);
                     in a tile grid all have the same */
    CHART_STATE,  /* words shown where there is no value; deadlines: what came of it */
    CHART_FLAG,   /* COLUMN_FLAG; 1: not counted, so marked and kept off the axis; in a waterfall: a sum, not a step */
    CHART_LINK,   /* COLUMN_URL: where the mark in the SVG leads */
    CHART_FROM,   /* COLUMN_DATE: when it begins, happens, is due or was said */
    CHART_UNTIL,  /* COLUMN_DATE: when it ends; NULL: still in force */
    CHART_POSITION,    /* a value of the spec's signs: shape, and the cell's words */
    CHART_FORM,        /* timeline: "bar", "tick" or "flag"; anything else is a bar */
    CHART_REGION,      /* two-letter code of a state or territory of the United States */
    CHART_LONGITUDE,   /* COLUMN_NUMBER, degrees east */
    CHART_LATITUDE,    /* COLUMN_NUMBER, degrees north */
    CHART_NOTED,       /* matrix: COLUMN_FLAG; 1: what the spec's noted says holds of the row's label */
    CHART_OTHER_STATE, /* words shown where there is no CHART_OTHER */
    CHART_ROLES
};

/* Shapes that tell positions apart without colour; always beside words. */
enum chart_shape {
    SHAPE_DISC,
    SHAPE_STRUCK_SQUARE,
    SHAPE_HALF_DIAMOND,
    SHAPE_ASKING_SQUARE,
    SHAPE_RING,
    SHAPE_SHIELD_OUTLINE,
    SHAPE_SHIELD,
    SHAPE_DASH,
    SHAPE_TWO_HALVES,
    SHAPE_DOTTED_RING,
    SHAPES
};

struct chart_sign {
    const char *value; /* as in the cells of CHART_POSITION; NULL ends a list */
    enum chart_shape shape;
};

/* A shape as the data of two SVG paths in a square from -1 to 1: what is filled, and lines 0.24 thick; "" for none. */
struct chart_outline {
    const char *filled, *lines;
};

struct chart_outline chart_shape_outline(struct arena *arena, enum chart_shape shape);

/* All strings are words ready to show, in the catalogue's language; they outlive the spec. */
struct chart_spec {
    enum chart_kind kind;
    const struct result *data;
    const char *columns[CHART_ROLES]; /* names of columns of the data; NULL where a role is not played */
    const char *flag_word;            /* the words of a flagged mark, e.g. "not counted" */
    const char *value_word;           /* dumbbell: what the values are, e.g. "FY2016" */
    const char *other_word;           /* dumbbell: what the other values are, e.g. "FY2017" */
    const char *as_of;                /* YYYY-MM-DD: the line in a timeline, day 0 of deadlines; or NULL */
    const struct chart_sign *signs;   /* for CHART_POSITION, or NULL */
    const char *noted;                /* of signs, for CHART_NOTED; or NULL */
    const char *noted_word;           /* what it means, e.g. "Disputed" */
    const char *title;                /* the finding, or a plain description */
    const char *subtitle;             /* measure, program, years, unit, what was asked for */
    const char *subtitle_short;       /* with fewer words, for where subtitle has no room; or NULL */
    const char *note;                 /* drawn: scope, missing, flagged; or NULL */
    const char *scope;                /* told: what the rows are of all there is, which nobody sees in them; or NULL */
    const char *source;               /* "Source: ..." */
    const char *foot;                 /* as-of date, edition, address */
    const char *foot_short;           /* the same with a shorter address, for where foot has no room; or NULL */
    const char *alternative;          /* what it shows, of how much, from where to where, and the most; <= 250 bytes */
    const char *description;          /* 3 to 5 sentences */
    const struct catalog *catalog;
};

/* What a kind is called: value "ranked-bars", label (message id) "Ranked bars"; in the order of enum chart_kind. */
extern const struct choice chart_kind_names[CHART_KINDS + 1];

/* Which rows a kind draws of more than it can. */
enum chart_cut {
    CUT_FIRST,   /* the first, in the order that they come in */
    CUT_LARGEST, /* those of the largest values */
    CUT_WHOLE    /* the first by name, and no name of which some rows are left off: they make one bar or line */
};

/* What a kind is for and what it needs. */
struct chart_kind_form {
    const char *question;          /* message id: the question that it answers */
    unsigned accepts[CHART_ROLES]; /* 1u << enum column_type, or'ed; 0: the role is not looked at */
    unsigned needs;                /* 1u << enum chart_role, or'ed: cannot do without */
    bool hatches;                  /* flagged rows; else they stand in words, or are left off */
    bool grows;                    /* needs all its rows: is as high as they are, where the size allows it */
    size_t most_rows;              /* more than this many cannot be drawn well; all kinds refuse more than 2000 */
    enum chart_cut cut;            /* which of more these are */
};

extern const struct chart_kind_form chart_kinds[CHART_KINDS];

/* The kind of a name, CHART_KINDS for none. */
enum chart_kind chart_kind_find(const char *name);

/* ERROR_INTERNAL, naming the role and the column: one that the kind needs is not given, is not in the data, or is of a
 * type that cannot play the role. */
bool chart_kind_check(enum chart_kind kind, const struct chart_spec *spec, GError **error);

/* Writes the alternative text (<= 250 bytes, from the title on) and the description (3 to 5 sentences) from the rows,
 * each where it is NULL. The words live in the arena. The spec must pass chart_kind_check. */
void chart_tell(struct arena *arena, struct chart_spec *spec);

/* Named sizes; free ones invite abuse. Lengths in pixels (points when is_points). */
struct chart_size {
    const char *name;
    double width, height;                /* height 0: as the rows need */
    double most_height;                  /* of a kind that grows, where height leaves rows off; 0: it stays */
    double row;                          /* height of a bar's row where the height follows the rows */
    size_t most_rows;                    /* 0: all; else the rest is left off and counted in the image */
    double title, subtitle, label, foot; /* font sizes */
    double margin;
    bool is_points; /* a PDF size; PNG of it is drawn at 300 dpi */
};

/* web, narrow, social, square, slide, print, column; NULL for any other name. */
const struct chart_size *chart_size_find(const char *name);

/* How high the chart is about, where the height follows the rows, for who keeps room for it and cannot measure text:
 * most are less than a sixth higher or lower. */
double chart_height_about(const struct chart_spec *spec, const struct chart_size *size);

#endif

/* A timeline's events and where each stands in the lines of its lane. Private to chart. */
#ifndef PROVISO_CHART_TIMELINE_H
#define PROVISO_CHART_TIMELINE_H

#include "chart/rows.h"
#include "chart/shape.h"
#include "chart/span.h"

enum { TIMELINE_LANES = 6, TIMELINE_LINES = 40 };

enum timeline_form { FORM_BAR, FORM_TICK, FORM_FLAG };

struct timeline_event {
    size_t row, lane, line;
    size_t first; /* of the events: itself, or the earlier tick whose words and line it shares */
    enum timeline_form form;
    int64_t from, until;
    int64_t newest; /* day of it, or of the ticks that share its line; of a bar, its end */
    enum chart_shape shape;
    const char *name;         /* the words whole */
    struct words_lines words; /* above the mark */
    double left, right;       /* of the mark */
    double words_left;        /* of the shape, where there is one */
    double words_right;
    bool is_shown;
};

struct timeline_lane {
    size_t n_lines, most_lines;
    bool is_closed;                  /* an item found no line: what is older stands in none */
    double starts[TIMELINE_LINES];   /* where the first item of each line begins */
    size_t n_words[TIMELINE_LINES];  /* lines of words above the marks of each line */
    double top;
};

struct timeline {
    struct sketch *sketch;
    double em;
    struct chart_rect area;
    struct groups lanes;
    struct timeline_event *events; /* the oldest first */
    struct timeline_event **newest_first;
    size_t n_events, n_undated;
    struct timeline_lane lane[TIMELINE_LANES];
    struct span span;
    bool names_above, has_as_of;
    int64_t as_of;
    double name_width;
    double room; /* for the lanes, in height; INFINITY: as they need, and words may take several lines */
};

/* The height of so many lines of words. */
double timeline_words_height(const struct timeline *timeline, size_t n_words);

/* Where a line of a lane begins, below the lane's top; that after the last: where the lane ends. */
double timeline_line_top(const struct timeline *timeline, const struct timeline_lane *lane, size_t line);

/* The height of a lane's mark, and what stands above its first line. */
double timeline_mark_height(const struct timeline *timeline);
double timeline_lane_head(const struct timeline *timeline);

/* Finds each event, measured, a line of its lane: the newest first, as far as there is room; counts those shown. */
void timeline_pack(struct timeline *timeline);

#endif

/* A layout in the making: things are added in painting order. Private to chart; a chart kind is a function that adds
 * its items to a sketch. */
#ifndef PROVISO_CHART_SKETCH_H
#define PROVISO_CHART_SKETCH_H

#include "chart/words.h"

struct sketch {
    struct arena *arena;
    const struct chart_spec *spec;
    const struct chart_size *size;
    const struct text_measure *measure;
    const struct chart_mark *mark; /* the row that what is added next belongs to, or NULL */
    struct chart_item *items;
    size_t n_items, capacity;
    size_t n_shown;
};

struct ruler sketch_ruler(const struct sketch *sketch, double size, bool bold);

void sketch_rect(struct sketch *sketch, enum chart_paint paint, struct chart_rect rect);

/* The segments are copied. None: nothing is added. */
void sketch_strokes(struct sketch *sketch, enum chart_paint paint, struct chart_strokes strokes);

/* One straight stroke, a hairline thick. */
void sketch_line(struct sketch *sketch, enum chart_paint paint, struct chart_segment segment);

/* An upright or level hairline that will be cut where words stand. */
void sketch_grid(struct sketch *sketch, enum chart_paint paint, struct chart_segment segment);

/* The points are copied. Fewer than two: nothing is added. */
void sketch_path(struct sketch *sketch, enum chart_paint paint, struct chart_path path);

void sketch_circle(struct sketch *sketch, enum chart_paint paint, struct chart_circle circle);

/* Empty words: nothing is added. The width is measured when it is 0. */
void sketch_text(struct sketch *sketch, enum chart_paint paint, struct chart_text text);

/* Lines of words under one another, LEADING apart. FIRST is the first of them but for its words: where its baseline
 * begins, its size and weight. */
void sketch_lines(struct sketch *sketch, enum chart_paint paint, const struct words_lines *lines,
                  struct chart_text first, double leading);

/* One line of words in the label size, cut to the width of LINE and centred on its height; the width that it takes. */
double sketch_words(struct sketch *sketch, enum chart_paint paint, const char *words, struct chart_rect line);

/* A hairline just inside RECT. */
void sketch_outline(struct sketch *sketch, enum chart_paint paint, struct chart_rect rect);

/* A rect with an edge where the page would swallow it: in the lightest class. */
void sketch_fill(struct sketch *sketch, enum chart_paint paint, struct chart_rect rect);

/* Hatches RECT in strokes that rise at 45 degrees, with an outline. */
void sketch_hatch(struct sketch *sketch, enum chart_paint paint, struct chart_rect rect);

/* Whether BOX meets no words and no bar or dot of a row. */
bool sketch_is_free(const struct sketch *sketch, struct chart_rect box);

/* The height of a plot: that of AREA, or where it is free a pleasant share of its width. */
double sketch_plot_height(const struct sketch *sketch, struct chart_rect area);

/* "and N more" in LINE, below a list of rows; nothing when N is 0. */
void sketch_count_rest(struct sketch *sketch, size_t n_rest, struct chart_rect line);

/* "Rows not shown: N" in LINE, where what is seen is no list of rows; nothing when N is 0. */
void sketch_count_hidden(struct sketch *sketch, size_t n_hidden, struct chart_rect line);

/* Cuts the grid round the words; last of all. */
void sketch_finish(struct sketch *sketch);

/* Thickness of a hairline. */
static inline double sketch_hairline(const struct sketch *sketch)
{
    return sketch->size->label / 13;
}

/* X moved to the middle of a pixel, where a hairline is crisp. */
double sketch_crisp(const struct sketch *sketch, double x);

/* Baseline of one line of text of SIZE whose capitals are centred on MIDDLE. */
static inline double baseline_at(double middle, double size)
{
    return middle + 0.364 * size;
}

#endif

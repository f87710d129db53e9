/* Words made safe to set and made to fit: cleaned, cut with an ellipsis, broken into lines. Private to chart. */
#ifndef PROVISO_CHART_WORDS_H
#define PROVISO_CHART_WORDS_H

#include "chart/layout.h"

/* A typeface's size and weight, with the means to measure in it. */
struct ruler {
    struct arena *arena;
    const struct text_measure *measure;
    double size;
    bool bold;
};

/* Finite, at least 0. */
double ruler_width(const struct ruler *ruler, const char *text);

/* Valid UTF-8 in one line: control and invisible format characters dropped, runs of white space made one space and
 * trimmed, at most 8 marks on a letter, at most MOST_BYTES (cut with an ellipsis, or "" where there is no room
 * for one). NULL gives "". */
char *words_clean(struct arena *arena, const char *text, size_t most_bytes);

/* With no-break spaces, at which no line ends. */
const char *words_unbroken(struct arena *arena, const char *text);

/* Words in one line and their width. */
struct fitted {
    const char *words;
    double width; /* 0 for empty words */
};

/* TEXT, or as much of it as fits in WIDTH with an ellipsis; "" when not even that fits. */
struct fitted words_fit(const struct ruler *ruler, const char *text, double width);

/* Lines of a text, at most as many as asked for; what does not fit ends in an ellipsis. */
struct words_lines {
    struct fitted *lines;
    size_t n_lines; /* 0 for empty text */
};

enum { WORDS_MOST_LINES = 32 };

struct words_frame {
    double width;
    size_t most_lines; /* 1..WORDS_MOST_LINES */
    bool even;         /* lines of about equal length, for headings */
};

struct words_lines words_wrap(const struct ruler *ruler, const char *text, const struct words_frame *frame);

/* Whether they end in an ellipsis. */
bool words_are_cut(const struct words_lines *lines);

#endif

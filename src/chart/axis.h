/* The marks of an axis and the words of values. Whole numbers throughout: cents or counts. Private to chart. */
#ifndef PROVISO_CHART_AXIS_H
#define PROVISO_CHART_AXIS_H

#include "base/catalog.h"
#include "base/result.h"

enum { AXIS_MOST_TICKS = 6 };

struct axis {
    int64_t low, high; /* the values it covers; low <= 0 <= high */
    int64_t step;      /* 1, 2, 2.5 or 5 times a power of ten */
    size_t n_ticks;    /* 3 to 6, or fewer where MOST asks for it or whole numbers give no more; 1 for nothing but 0 */
    int64_t ticks[AXIS_MOST_TICKS]; /* ascending; 0 is one of them */
};

/* The finest axis over low..high with at most MOST (2..6) ticks. low is at least -INT64_MAX. */
struct axis axis_choose(int64_t low, int64_t high, size_t most);

/* What a value is and in which language it is said. */
struct value_words {
    struct arena *arena;
    const struct catalog *catalog;
    const struct column *column; /* COLUMN_MONEY or COLUMN_INTEGER */
};

/* Words beside tick I: the unit stands only at the top one, e.g. "0", "5", "$10 million". */
const char *axis_words(const struct value_words *words, const struct axis *axis, size_t i);

/* The number in those words, e.g. "$10". */
const char *axis_number(const struct value_words *words, const struct axis *axis, size_t i);

/* Decimals (1..3) of money labels: one, or as few more as tell the most different values apart. Sorts VALUES. */
int label_decimals(const struct value_words *words, int64_t *values, size_t n_values);

/* "$2,019,194", "1,234": a value whole. */
const char *label_exact(const struct value_words *words, int64_t value);

/* "$2.02 million", "1,234": the words beside a mark. */
const char *label_words(const struct value_words *words, int64_t value, int decimals);

#endif

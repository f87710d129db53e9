/* Rows of a spec's data as a chart needs them: cleaned words, a value, a mark. Private to chart. */
#ifndef PROVISO_CHART_ROWS_H
#define PROVISO_CHART_ROWS_H

#include "chart/axis.h"
#include "chart/sketch.h"

/* One row. */
struct datum {
    size_t row;        /* of the data */
    const char *name;  /* of CHART_LABEL; "" where it is not played */
    const char *state; /* of CHART_STATE */
    int64_t value;     /* 0 when there is none */
    bool has_value, is_flagged;
};

/* Does its value set the axis, the order and the sums? A flagged one is shown and stays out of them. */
static inline bool datum_counts(const struct datum *datum)
{
    return datum->has_value && !datum->is_flagged;
}

/* The words of the column that plays ROLE; "" where none does or the cell is empty. */
const char *rows_words(const struct sketch *sketch, size_t row, enum chart_role role);

/* The spec's noted word where CHART_NOTED is set; else "". */
const char *rows_noted(const struct sketch *sketch, size_t row);

/* "WORDS, DAY"; WORDS alone where DAY is "". */
const char *rows_dated(const struct sketch *sketch, const char *words, const char *day);

/* "NAME: VALUE"; either alone where the other is "". */
const char *rows_named(const struct sketch *sketch, const char *name, const char *value);

struct datum rows_datum(const struct sketch *sketch, size_t row);
struct datum *rows_all(const struct sketch *sketch);

/* The value of ROLE; false when the cell has none. Never INT64_MIN, so that every value has a negative. */
bool rows_value(const struct sketch *sketch, size_t row, enum chart_role role, int64_t *value);

/* Whether CHART_FLAG is set, with or without a value. */
bool rows_flag(const struct sketch *sketch, size_t row);

/* The day of ROLE, since 1970; false when the cell is no date, or one that is not known. */
bool rows_day(const struct sketch *sketch, size_t row, enum chart_role role, int64_t *day);

/* The same in short words, no more than is known of it; "" where the cell has no text. */
const char *rows_date(const struct sketch *sketch, size_t row, enum chart_role role);

/* A number of ROLE; false when the cell has none or it is not finite. */
bool rows_number(const struct sketch *sketch, size_t row, enum chart_role role, double *number);

/* How values are said. */
struct value_words rows_value_words(const struct sketch *sketch);

/* The exact value in words, with the flag's word where it is flagged; the state's word where there is none. */
const char *rows_exact(const struct sketch *sketch, const struct datum *datum);

/* WORDS with the flag's word after them where DATUM is flagged. */
const char *rows_flagged(const struct sketch *sketch, const struct datum *datum, const char *words);

/* The mark of a row with the title "NAME: VALUE", VALUE alone where NAME is empty. */
const struct chart_mark *rows_mark(const struct sketch *sketch, size_t row, const char *name, const char *value);

/* Decimals for the labels of all these rows. */
int rows_decimals(const struct sketch *sketch, const struct datum *rows, size_t n_rows);

/* A sum that stops at the ends of the range instead of leaving it. */
static inline int64_t add_clamped(int64_t a, int64_t b)
{
    int64_t sum;
    if (__builtin_add_overflow(a, b, &sum))
        return b < 0 ? -INT64_MAX : INT64_MAX;
    return MAX(sum, -INT64_MAX);
}

/* Distinct words of a role in order of appearance, at most MOST; which one each row has (MOST: none of them). */
struct groups {
    const char **names;
    size_t n_names;
    size_t *of_row;
};

struct groups rows_groups(const struct sketch *sketch, enum chart_role role, size_t most);

#endif

/* The margins of an edition's money: what all cells of funding_rollup that share a fiscal year, a state and fiscal
 * year, or a program and fiscal year come to, by day. Private to store. */
#ifndef PROVISO_STORE_MARGIN_H
#define PROVISO_STORE_MARGIN_H

#include "base/error.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define UNTIL_OPEN "9999-12-31" /* until_on of a span that has not ended */

struct sqlite3;
struct margin;

/* Where a change of the money belongs. Text is copied. */
struct margin_place {
    const char *measure;
    const char *state; /* "": of no state, so in no margin by state */
    const char *program;
    int64_t fiscal_year;
};

/* What a day changes: the columns of funding_margin. */
struct margin_step {
    int64_t local_usd, state_usd; /* cents of local governments; of states and territories */
    int64_t local_rows, state_rows;
    int64_t row_count, award_count;
};

/* The margins that a place belongs to; they live as long as the struct margin. */
struct margin_lines {
    struct margin_line *of_all, *of_program, *of_state; /* of_state: NULL without a state */
};

struct margin *margin_new(void);
void margin_free(struct margin *margin);

struct margin_lines margin_find(struct margin *margin, const struct margin_place *place);

/* Adds a change of DAY (YYYY-MM-DD) to the margins of a place, in any order of days. */
void margin_add(struct margin *margin, const struct margin_lines *lines, const char *day,
                const struct margin_step *step);

/* Makes NAME that of a line of sums: n texts, each before a line break, and the year, 0 or more. In large numbers:
 * without printf. */
void margin_line_name(GString *name, const char *const *texts, size_t n, int64_t fiscal_year);

/* Fills funding_margin with what the changes come to. */
bool margin_write(struct margin *margin, struct sqlite3 *db, GError **error);

#endif

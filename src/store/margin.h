/* The margins of an edition's money: what all cells of funding_rollup that share a fiscal year, a state and fiscal
 * year, or a program and fiscal year come to, by day. Private to store. */
#ifndef PROVISO_STORE_MARGIN_H
#define PROVISO_STORE_MARGIN_H

#include "store/daily.h"

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
    int64_t outside_usd, outside_rows; /* of awards whose recipient is no jurisdiction of the register */
};

/* The margins that a place belongs to; they live as long as the margins. */
struct margin_lines {
    struct daily_line *of_all, *of_program, *of_state; /* of_state: NULL without a state */
};

/* Sums that daily_free ends; daily_write with write/margin_put fills funding_margin with them. */
struct daily *margin_new(void);

struct margin_lines margin_find(struct daily *margins, const struct margin_place *place);

/* Adds a change of DAY (YYYY-MM-DD) to the margins of a place, in any order of days. */
void margin_add(struct daily *margins, const struct margin_lines *lines, const char *day,
                const struct margin_step *step);

#endif

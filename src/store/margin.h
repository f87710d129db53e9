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

enum { MARGIN_SIZES = 5 }; /* of amounts, that amount_size tells of */

/* What a day changes: the columns of funding_margin. */
struct margin_step {
    int64_t local_usd, state_usd; /* cents of local governments; of states and territories */
    int64_t local_rows, state_rows;
    int64_t row_count, award_count;
    int64_t outside_usd, outside_rows; /* of awards whose recipient is no jurisdiction of the register */
    int64_t cells[MARGIN_SIZES];       /* that count and are of at least each size */
    int64_t awards[MARGIN_SIZES];
};

/* The margins that a place belongs to; they live as long as the margins. */
struct margin_lines {
    struct daily_line *of_all, *of_program, *of_state; /* of_state: NULL without a state */
    struct daily_line *of_sizes;
};

struct sqlite3;
struct margins;

/* Reads the sizes from amount_size. */
struct margins *margin_new(struct sqlite3 *db, GError **error);
void margin_free(struct margins *margins); /* margins may be NULL */

struct margin_lines margin_find(struct margins *margins, const struct margin_place *place);

/* Adds a change of DAY (YYYY-MM-DD) to the margins of a place, in any order of days. */
void margin_add(struct margins *margins, const struct margin_lines *lines, const char *day,
                const struct margin_step *step);

/* How many amounts of each size there are more when one BEFORE (NULL: there was none) is one of AFTER cents; false:
 * none more and none less. */
bool margin_resize(const struct margins *margins, const int64_t *before, int64_t after, int64_t more[MARGIN_SIZES]);

/* The same of what cells of each size come to, from DAY on; a day on which nothing changes has no row. */
void margin_resize_money(struct margins *margins, const struct margin_lines *lines, const char *day,
                         const int64_t *before, int64_t after);

/* Fills funding_margin and size_money. */
bool margin_write(struct margins *margins, struct sqlite3 *db, GError **error);

#endif

/* What the cells of funding_rollup come to for each jurisdiction, by day: all of them, those of a program, those of a
 * fiscal year; and where that of a group is from. Private to store. */
#ifndef PROVISO_STORE_SUBTOTAL_H
#define PROVISO_STORE_SUBTOTAL_H

#include "base/result.h"

struct sqlite3;
struct subtotals;

/* A cell as it is from a day. Text is copied. */
struct subtotal_step {
    const char *measure, *program;
    int64_t fiscal_year;
    const char *from_on;
    int64_t cents;
    bool is_counted;
    const char *reason; /* why not, or NULL */
    const char *sources;
    int64_t list; /* what subtotal_list has for them */
};

/* A jurisdiction: its place in the order of keys and its group (jurisdiction_group). */
struct subtotal_place {
    int64_t place, group;
    struct cell population;
};

/* Of days after the edition's date, which nobody can ask about, nothing is written. */
struct subtotals *subtotal_new(struct sqlite3 *db, GError **error);
void subtotal_free(struct subtotals *subtotals); /* subtotals may be NULL */

/* Takes the next row of the roll-up. Rows come in its order; those of a place are written to jurisdiction_money when
 * another place follows, with jurisdiction_known, or the end, which fills group_source too. */
bool subtotal_add(struct subtotals *subtotals, const struct subtotal_place *place, const struct subtotal_step *step,
                  GError **error);
bool subtotal_end(struct subtotals *subtotals, struct sqlite3 *db, GError **error);

/* The number of SOURCES, space-separated, in source_list, where they are put when they are met first. */
bool subtotal_list(struct subtotals *subtotals, const char *sources, int64_t *list, GError **error);

#endif

/* What the cells of funding_rollup come to for each jurisdiction, by day: all of them, those of a program, those of a
 * fiscal year. Private to store. */
#ifndef PROVISO_STORE_TALLY_H
#define PROVISO_STORE_TALLY_H

#include "base/result.h"

struct sqlite3;
struct tally;

/* A cell as it is from a day. Text is copied. */
struct tally_step {
    const char *measure, *program;
    int64_t fiscal_year;
    const char *from_on;
    struct cell counted, uncounted; /* cents */
    const char *reason;             /* or NULL */
    const char *sources;
};

/* Of days after the edition's date, which nobody can ask about, nothing is written. */
struct tally *tally_new(struct sqlite3 *db, GError **error);
void tally_free(struct tally *tally);

/* Takes the next row of the roll-up, of the jurisdiction at PLACE in the order of keys. Rows come in the order of the
 * roll-up; those of a place are written to jurisdiction_money when another place follows, or the end. */
bool tally_add(struct tally *tally, int64_t place, const struct tally_step *step, GError **error);
bool tally_end(struct tally *tally, GError **error);

/* The number of SOURCES, space-separated, in source_list, where they are put when they are met first. */
bool tally_list(struct tally *tally, const char *sources, int64_t *list, GError **error);

#endif

/* Award lines into the register: which are new, changed, the same, withdrawn, older than what is there. Importing the
 * same lines again changes nothing, in whatever order they come. */
#ifndef PROVISO_IMPORT_AWARDS_H
#define PROVISO_IMPORT_AWARDS_H

#include "import/recipients.h"
#include "import/usaspending.h"

/* What became of a record. Each has exactly one of them, so that they add up to the files. */
enum award_outcome {
    OUTCOME_ADDED,
    OUTCOME_CHANGED,
    OUTCOME_UNCHANGED,
    OUTCOME_REMOVED,    /* the agency withdrew it */
    OUTCOME_SUPERSEDED, /* the register holds something newer, or the actions that a total adds up */
    OUTCOME_REJECTED,
    AWARD_OUTCOMES
};

struct award_tallies {
    struct tally outcomes[AWARD_OUTCOMES];
    struct recipient_tallies recipients; /* of all records but the withdrawals and the rejected */
    struct tally unassigned;             /* the withdrawals, whatever their outcome */
    int64_t n_files;
};

struct awards;

struct awards_options {
    bool create;            /* governments and programs that the register lacks */
    const char *source_key; /* the source of the files, or NULL: one is made of each file's name */
    void (*progress)(void *self, int64_t records);
    void *progress_self;
};

/* Begins, within the register's transaction. */
struct awards *awards_new(struct register_store *reg, struct matcher *matcher, const struct awards_options *options,
                          GError **error);
void awards_free(struct awards *awards);

/* All records of a file. False only when the system or the database fails. */
bool awards_read(struct awards *awards, const struct usaspending *form, struct source *source, GError **error);

/* Settles the recipients. */
bool awards_finish(struct awards *awards, GError **error);

void awards_tallies(const struct awards *awards, struct award_tallies *tallies);

#endif

/* Award lines into the register: which are new, changed, the same, withdrawn, older than what is there. Importing the
 * same lines again changes nothing, in whatever order they come. */
#ifndef PROVISO_IMPORT_AWARDS_H
#define PROVISO_IMPORT_AWARDS_H

#include "import/actions.h"
#include "import/recipients.h"

struct award_tallies {
    struct tally outcomes[AWARD_OUTCOMES];
    struct recipient_tallies recipients; /* of all records but the withdrawals, the held and the rejected */
    struct tally unassigned;             /* the withdrawals, whatever their outcome */
    struct problem_list held_otherwise;  /* awards of which an editor holds another amount than the files tell */
    int64_t n_unread;                    /* of the rejected: the amount could not be read; it is in no sum */
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
struct awards *awards_new(struct register_store *reg, struct gazetteer *gazetteer, const struct awards_options *options,
                          GError **error);
void awards_free(struct awards *awards);

/* All records of a file. False only when the system or the database fails. */
bool awards_read(struct awards *awards, const struct award_form *form, struct source *source, GError **error);

/* Settles the recipients. */
bool awards_finish(struct awards *awards, GError **error);

/* Text lives in ARENA. */
void awards_tallies(const struct awards *awards, struct arena *arena, struct award_tallies *tallies);

#endif

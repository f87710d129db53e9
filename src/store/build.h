/* Makes the file of one edition from the register or an earlier edition, checked and complete but not in place. Private
 * to store. */
#ifndef PROVISO_STORE_BUILD_H
#define PROVISO_STORE_BUILD_H

#include "store/content.h"
#include "store/problem.h"
#include "store/publish.h"

struct edition_plan {
    const char *path;          /* a file that is not there yet */
    const char *rows_path;     /* absolute: the register, or the edition whose content comes back */
    const char *previous_path; /* absolute: the edition before; NULL: this is the first */
    int64_t number;
    const char *as_of;
    int64_t restored;          /* number of the edition that rows_path is; 0: it is the register. Equal to number: that
                                * edition is made anew and stays what was published, with its hash and its ledger */
    const char *restored_hash; /* its content hash */
    const char *reason;        /* of all that changes, unless a note gives another; or NULL */
    const char *source_key;    /* of the reason, or NULL */
    column_finder *find_column;
    publish_progress *progress; /* or NULL */
    void *progress_self;
};

/* Whether PLAN makes an edition anew under its own number. */
static inline bool plan_renews(const struct edition_plan *plan)
{
    return plan->restored == plan->number;
}

/* Every statement of the public programs has been tried on the file. ERROR_DATA with problems: the rows have errors, or
 * warnings that nobody accepted (content that comes back is not checked again, but must still have its hash).
 * ERROR_BAD_REQUEST: the register has no such source. What was written to the file is then worthless. */
bool build_edition(struct arena *arena, const struct edition_plan *plan, struct problems *problems,
                   struct content *content, GError **error);

#endif

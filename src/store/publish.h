/* From the register to an edition: a numbered, read-only file that the public programs serve.
 *
 *   STATE/register.db              the register
 *   STATE/lock                     held by whoever writes the register or publishes
 *   STATE/editions/edition-N.db    N of six digits or more; beside it edition-N.db.sha256, as sha256sum writes it
 *   STATE/editions/current         a link to the newest
 *   STATE/editions/.edition-*      what a run in progress, or one that was killed, is making; also .current */
#ifndef PROVISO_STORE_PUBLISH_H
#define PROVISO_STORE_PUBLISH_H

#include "store/problem.h"
#include "store/store.h"

struct publish_options {
    const char *state;
    const char *date; /* the edition's as-of date; NULL: the newest retrieved_on of its sources */
    bool if_changed;  /* make none when the current one would be made the same */
    const struct column *(*find_column)(const char *name);
};

struct edition_entry {
    struct edition_stamp stamp;
    int64_t n_rows; /* public rows */
    bool is_current;
    bool is_new; /* made by this call of publish_edition */
};

/* Makes the next edition and puts it in place, or leaves everything as it was. ERROR_DATA: the rows have the errors in
 * *problems, or there is no source. ERROR_NOT_FOUND: no register. ERROR_BAD_REQUEST: not a date. A process killed at
 * any point leaves the old edition in place and files that the next call removes; a number is never used twice. */
bool publish_edition(struct arena *arena, const struct publish_options *options, struct problems *problems,
                     struct edition_entry *entry, GError **error);

/* The editions that are there, by number. An unreadable one fails with ERROR_DATA or ERROR_IO. No directory: none. */
bool publish_list(struct arena *arena, const char *state, struct edition_entry **entries, size_t *n, GError **error);

#endif

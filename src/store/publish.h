/* From the register to an edition: a numbered, read-only file that the public programs serve (store/state.h). */
#ifndef PROVISO_STORE_PUBLISH_H
#define PROVISO_STORE_PUBLISH_H

#include "store/problem.h"
#include "store/store.h"

/* Told now and then: what is at hand, how far the edition is (0 to 1000), public rows in it where that is known. */
typedef void publish_progress(void *self, const char *what, int permille, int64_t rows);

struct publish_options {
    const char *state;
    const char *date;                /* the edition's as-of date; NULL: the newest retrieved_on of its sources */
    bool if_changed;                 /* make none when nothing changed since the last one was made */
    int64_t rollback;                /* publish the content of this edition instead of the register's; 0: no */
    const char *reason, *source_key; /* of what changes, for the ledger; or NULL */
    const char *const *accept;       /* warnings to accept first: see accept.h; ended by NULL, or NULL */
    int64_t keep;                    /* older editions to keep besides the new one; negative: all */
    column_finder *find_column;
    publish_progress *progress; /* or NULL */
    void *progress_self;
};

/* What an edition did to the rows of a table. */
struct edition_change {
    const char *table;
    int64_t added, changed, removed;
};

/* What became of older editions that another version of the program made. */
struct edition_renewal {
    int64_t n_renewed;
    int64_t n_left; /* that could not be; LEFT is the lowest of them, REASON says why */
    int64_t left;
    const char *reason;
};

struct edition_entry {
    struct edition_stamp stamp;
    int64_t n_rows;      /* public rows */
    int64_t restored;    /* the edition whose content it brought back; 0: none */
    const char *problem; /* why it cannot be read, or NULL; then only the number is known */
    size_t n_changes;
    const struct edition_change *changes; /* tables with changes, by name */
    bool is_current;
    bool is_new;              /* made by this call of publish_edition */
    const char *later_source; /* where new: the newest retrieved_on, if the date asked for is before it; else NULL */
    bool has_accepted;        /* warnings were accepted, whatever became of the edition */
    int64_t missing;          /* where new: the edition before it, if that is not there any more; 0: it is */
    int64_t ledger_of;        /* where new: the edition whose ledger of changes it carries on; 0: none */
    struct edition_renewal renewal; /* by this call */
};

/* Makes the next edition and puts it in place, or leaves everything as it was; warnings accepted with it stay accepted.
 * ERROR_DATA: the rows have the errors or unaccepted warnings in *problems, or there is no source, or an edition that
 * is needed is damaged: the newest is, for its ledger of changes. ERROR_NOT_FOUND: no register, or no such edition.
 * ERROR_BAD_REQUEST: not a date, no such source, no such warning. Older editions that another version of the program
 * made are made anew for this one, so that they can be read. A process killed at any point leaves the old edition in
 * place and files that the next call removes; a number is never used twice. */
bool publish_edition(struct arena *arena, const struct publish_options *options, struct problems *problems,
                     struct edition_entry *entry, GError **error);

/* The editions that are there, and the current one also where its file is not, by number. No directory: none. */
struct edition_entry *publish_list(struct arena *arena, const char *state, size_t *n);

/* Whether an edition is still what was published. */
struct edition_verdict {
    int64_t number;
    const char *hash_told, *hash_found; /* content: as its stamp tells, as its rows give (NULL: unreadable) */
    const char *file_told, *file_found; /* file: as the .sha256 beside it tells (NULL: none), as its bytes give */
    const char *problem;                /* what could not be read, or NULL */
};

/* Computes both hashes of edition NUMBER anew; 0: the current one. ERROR_NOT_FOUND: it is not there. */
bool publish_verify(struct arena *arena, const char *state, int64_t number, struct edition_verdict *verdict,
                    GError **error);

#endif

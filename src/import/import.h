/* Files into the register: all of them or nothing, in one transaction.
 *
 * A file is a table of the register (TABLE.csv, or any file with exactly its header), an award file of USAspending, a
 * list of places or populations of the Census Bureau, or a review file that came back; ZIP archives hold them. */
#ifndef PROVISO_IMPORT_IMPORT_H
#define PROVISO_IMPORT_IMPORT_H

#include "import/awards.h"
#include "import/places.h"

/* Told now and then: the file at hand, how far it is (0 to 1000), records read of it. */
typedef void import_progress(void *self, const char *name, int permille, int64_t records);

struct import_options {
    const char *const *paths; /* files, or folders of them; ended by NULL */
    bool replace;          /* tables only: the register becomes exactly what the files hold; else rows are put by key */
    bool unless_edited;    /* leave a register alone that holds something else than such an import left */
    bool dry_run;          /* do everything but keep nothing */
    bool create;           /* governments and programs that award and census files tell and the register lacks */
    int64_t allow_rejects; /* import the good records when at most so many are not */
    const char *source_key; /* the source of award and census files; NULL: made of the file's name */
    const char *review;     /* where to write the recipients that are not sure, or NULL */
    column_finder *find_column;
    import_progress *progress; /* or NULL */
    void *progress_self;
};

enum import_outcome {
    IMPORT_DONE,
    IMPORT_UNCHANGED, /* unless_edited: these very files were imported last */
    IMPORT_EDITED,    /* unless_edited: left alone */
};

struct import_report {
    enum import_outcome outcome;
    int64_t rejected; /* records, over all files */
    struct award_tallies awards;
    struct place_tally places;
    int64_t answers; /* of review files */
    int64_t yielded; /* awards of award files whose number an editor holds with amounts: they went */
};

/* On success *report, whose text lives in the problems' arena, and register_counts tell what was done. ERROR_DATA with
 * errors in *problems: nothing was changed. ERROR_IO, ERROR_UNAVAILABLE: the system or the database refused; nothing
 * was changed. */
bool import_files(struct register_store *reg, const struct import_options *options, struct problems *problems,
                  struct import_report *report, GError **error);

#endif

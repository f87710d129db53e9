/* CSV files into the register: all of them or nothing, in one transaction. */
#ifndef PROVISO_IMPORT_IMPORT_H
#define PROVISO_IMPORT_IMPORT_H

#include "store/register.h"

struct import_options {
    const char *const *paths; /* TABLE.csv files, or folders of them; ended by NULL */
    bool replace;             /* the register becomes exactly what the files hold; else rows are put by key */
    bool unless_edited;       /* leave a register alone that holds something else than such an import left */
    bool dry_run;             /* do everything but keep nothing */
    const struct column *(*find_column)(const char *name);
};

enum import_outcome {
    IMPORT_DONE,
    IMPORT_UNCHANGED, /* unless_edited: these very files were imported last */
    IMPORT_EDITED,    /* unless_edited: left alone */
};

/* On success register_counts tells what was done to each table. ERROR_DATA with errors in *problems: nothing was
 * changed. ERROR_IO, ERROR_UNAVAILABLE: the system or the database refused; nothing was changed. */
bool import_files(struct register_store *reg, const struct import_options *options, struct problems *problems,
                  enum import_outcome *outcome, GError **error);

#endif

/* The source of an award file. It comes into the register as soon as something of the file does. */
#ifndef PROVISO_IMPORT_AWARD_SOURCE_H
#define PROVISO_IMPORT_AWARD_SOURCE_H

#include "store/register.h"

struct award_source {
    struct register_store *reg;
    struct arena *arena;
    const char *key, *title;
    bool is_given; /* an editor's: nothing of it is written */
    bool is_used;  /* something of the file is in */
    bool is_new;   /* the register did not have it */
    char newest[11];
};

/* Begins with a file. given: the key of its source, or NULL: one is made of the file's name. Text lives in ARENA. */
void award_source_begin(struct award_source *source, struct register_store *reg, struct arena *arena,
                        const char *file_name, const char *given);

/* Tells a day of the file: it was retrieved no earlier than on its newest. */
void award_source_note(struct award_source *source, const char *date);

/* Before something of the file comes in; and when all of it was read. False only when the database fails. */
bool award_source_use(struct award_source *source, GError **error);
bool award_source_end(struct award_source *source, GError **error);

/* Takes the sources away that imports made of award files and nothing cites any more. */
bool award_source_forget(struct register_store *reg, GError **error);

#endif

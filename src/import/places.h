/* Places of a file into the register: their codes, populations and coordinates. */
#ifndef PROVISO_IMPORT_PLACES_H
#define PROVISO_IMPORT_PLACES_H

#include "import/census.h"
#include "import/gazetteer.h"
#include "store/register.h"

/* What became of the records; they add up to the files'. */
struct place_tally {
    int64_t n_files;
    int64_t added, changed, unchanged;
    int64_t absent; /* governments that the register lacks, without --create or a code to add them by */
    int64_t other;  /* no government, or another level or year than the register has a column for */
    int64_t rejected;
};

/* All records, within the register's transaction. A jurisdiction that one changes cites source_key; a file without it
 * is refused. create: adds what the register lacks, to the gazetteer too. The tally is added to. False only when the
 * system or the database fails. */
bool places_read(const struct census *form, struct source *source, struct register_store *reg,
                 struct gazetteer *gazetteer, const char *source_key, bool create, struct place_tally *tally,
                 GError **error);

#endif

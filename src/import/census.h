/* Places and populations as the Census Bureau and those who repeat it publish them: states and counties (co-est),
 * places and county subdivisions (sub-est), cities with coordinates, city and county codes, states by year. Files that
 * the Bureau writes in ISO 8859-1 are read as that. */
#ifndef PROVISO_IMPORT_CENSUS_H
#define PROVISO_IMPORT_CENSUS_H

#include "import/match.h"
#include "import/source.h"
#include "store/register.h"

/* What became of the records; they add up to the file's. */
struct census_tally {
    int64_t n_files;
    int64_t added, changed, unchanged;
    int64_t absent; /* governments that the register lacks, without --create */
    int64_t other;  /* no government, or another level or year than the register has a column for */
    int64_t rejected;
};

struct census;

/* The form of a header, or NULL: another file. Lives in the source's lasting arena. */
const struct census *census_open(struct source *source);

/* All records. create: adds what the register lacks. False only when the system or the database fails. */
bool census_read(const struct census *form, struct source *source, struct register_store *reg, struct matcher *matcher,
                 const char *source_key, bool create, struct census_tally *tally, GError **error);

#endif

/* Reads places and populations as the Census Bureau and those who repeat it publish them: states and counties (co-est),
 * places and county subdivisions (sub-est), cities with coordinates, city and county codes, states by year. Files that
 * the Bureau writes in ISO 8859-1 are read as that. Knows no register. */
#ifndef PROVISO_IMPORT_CENSUS_H
#define PROVISO_IMPORT_CENSUS_H

#include "import/source.h"

/* What the register has a column for: populations, then degrees. */
enum { TOLD_2017, TOLD_2020, TOLD_2021, TOLD_LATITUDE, TOLD_LONGITUDE, TOLD };

struct told {
    const char *text, *column; /* column: NULL where the file has none */
};

/* A place as a record tells it; what it does not tell is "". Text lives as long as the record. */
struct place {
    const char *kind; /* NULL: no government that the register holds */
    const char *name;
    const char *name_column; /* where only the name tells the place; else NULL */
    const char *state;       /* USPS */
    const char *geoid, *county_geoid;
    struct told told[TOLD];
};

struct census;

/* The form of a header, or NULL: another file. Lives in the source's lasting arena; a header without a year that the
 * register holds is reported (broken). */
const struct census *census_open(struct source *source);

/* The place of the record at hand. What is wrong with it is reported (rejected). */
void census_read(const struct census *form, struct source *source, struct place *place);

#endif

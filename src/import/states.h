/* The states, the District of Columbia and the territories with their codes (FIPS 5-2, INCITS 38). */
#ifndef PROVISO_IMPORT_STATES_H
#define PROVISO_IMPORT_STATES_H

struct state {
    const char *usps, *fips, *name;
    const char *words; /* the name in the normal form of spelling.h */
};

/* By the USPS code ("IL"), by the FIPS code with or without its leading zero ("01", "1"); NULL: none. */
const struct state *state_by_usps(const char *usps);
const struct state *state_by_fips(const char *fips);

/* The name in normal form by the USPS code, or "". */
const char *state_words(const char *usps);

#endif

/* Finds the jurisdiction that a recipient of money is. A known identifier decides; then a name that an editor gave as
 * an alias; then the name with place, state and kind. A name alone never wins over another state or another kind of
 * government, and of two that fit neither is taken: what is not sure is said to be so. */
#ifndef PROVISO_IMPORT_MATCH_H
#define PROVISO_IMPORT_MATCH_H

#include "base/arena.h"

#include <stdbool.h>

/* As a file tells it; what it does not tell is "". */
struct recipient {
    const char *name;
    const char *uei, *duns, *id; /* id: USAspending's own */
    const char *state;           /* USPS code */
    const char *types;           /* business type codes of the Assistance Listings, letters A to X */
    const char *city, *county;   /* of its address */
    const char *county_geoid;    /* five digits */
    const char *place_geoid;     /* seven digits */
};

enum match_how {
    MATCH_NONE,   /* no government by its business type, or named as something else */
    MATCH_UNSURE, /* reason says why; suggested_key may name a jurisdiction that could be meant */
    MATCH_IDENTIFIER,
    MATCH_ALIAS,
    MATCH_CODE, /* of the place or county, with a name that agrees */
    MATCH_NAME,
};

struct match {
    enum match_how how;
    const char *jurisdiction_key; /* NULL for NONE and UNSURE */
    const char *suggested_key;    /* or NULL */
    const char *reason;           /* for UNSURE; a constant */
};

struct gazetteer;

/* scratch takes what the work needs. The match's text lives as long as the gazetteer. */
struct match match_find(struct arena *scratch, const struct gazetteer *gazetteer, const struct recipient *recipient);

/* The GEOID that business type, name and address of a recipient agree on, and the kind of jurisdiction it is; NULL when
 * they do not, or its county is of another state, and of a town: the code of its address may be a city's. The text is
 * the recipient's or a constant. */
const char *match_code(struct arena *scratch, const struct recipient *recipient, const char **kind);

#endif

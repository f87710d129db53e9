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

/* A jurisdiction to be found. Text is copied. */
struct match_target {
    const char *key, *name, *kind, *state;
    const char *geoid, *county_geoid; /* "" where not known */
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

struct matcher;

struct matcher *matcher_new(void);
void matcher_free(struct matcher *matcher);

/* Adds a jurisdiction, then any of its other names: alias_kind as in jurisdiction_alias. */
void matcher_add(struct matcher *matcher, const struct match_target *target);
void matcher_add_alias(struct matcher *matcher, const char *jurisdiction_key, const char *alias_kind, const char *name);

/* The match's text lives as long as the matcher. */
struct match matcher_find(const struct matcher *matcher, const struct recipient *recipient);

/* By its Census GEOID, or NULL. By state, kind ("county", "city", ...) and name as the Census writes it, or NULL. */
const char *matcher_by_geoid(const struct matcher *matcher, const char *geoid);
const char *matcher_by_name(const struct matcher *matcher, const char *state, const char *kind, const char *name);

/* Whether the jurisdiction key is taken. */
bool matcher_has(const struct matcher *matcher, const char *jurisdiction_key);

/* The GEOID that business type, name and address of a recipient agree on, and the kind of jurisdiction it is; NULL when
 * they do not. The text is the recipient's or a constant. */
const char *match_code(const struct recipient *recipient, const char **kind);

#endif

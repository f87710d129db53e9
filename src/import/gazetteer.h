/* The jurisdictions of the register by identifier, code and name, in memory. Says who bears a name, not who is meant:
 * see match.h. Lookups change nothing; what they give lives as long as the gazetteer. */
#ifndef PROVISO_IMPORT_GAZETTEER_H
#define PROVISO_IMPORT_GAZETTEER_H

#include "store/register.h"

#include <stdbool.h>

/* What a name may be the name of; as bits they form sets. */
enum name_class {
    CLASS_STATE = 1,
    CLASS_PLACE = 2,
    CLASS_COUNTY = 4,
    CLASS_TOWN = 8,
    CLASS_TRIBE = 16,
    CLASS_DISTRICT = 32,
    CLASS_ALIAS = 64, /* a whole name that an editor decided */
};

struct jurisdiction {
    const char *key, *kind, *state, *county_geoid;
    const char *geoid;
    const char *place_code; /* the seven digits of state and place; of a town's ten, without its county's; or "" */
    unsigned classes;       /* bits by enum name_class: what its kind is found as */
    unsigned designations;  /* bits by enum designation: what its own names call it */
};

/* One jurisdiction of a name; several may share it. */
struct namesake {
    const struct jurisdiction *jurisdiction;
    const struct namesake *next;
};

/* A jurisdiction to be found. Text is copied. */
struct gazetteer_entry {
    const char *key, *name, *kind, *state;
    const char *geoid, *county_geoid; /* "" where not known */
};

struct gazetteer;

/* An empty one; it does not fail. One of the register's jurisdictions and aliases; NULL when the database fails. free
 * takes NULL. */
struct gazetteer *gazetteer_new(void);
struct gazetteer *gazetteer_load(struct register_store *reg, GError **error);
void gazetteer_free(struct gazetteer *gazetteer);

/* Adds a jurisdiction, then any of its other names: alias_kind as in jurisdiction_alias ("uei", "duns" and
 * "usaspending" are identifiers). A key that is not there is passed over. */
void gazetteer_add(struct gazetteer *gazetteer, const struct gazetteer_entry *entry);
void gazetteer_add_alias(struct gazetteer *gazetteer, const char *jurisdiction_key, const char *alias_kind,
                         const char *name);

/* Whether the jurisdiction key is taken. */
bool gazetteer_has(const struct gazetteer *gazetteer, const char *jurisdiction_key);

/* All that bear NAME, in normal form, in that state and class; NULL: none. */
const struct namesake *gazetteer_named(const struct gazetteer *gazetteer, const char *state, enum name_class class,
                                       const char *name);

/* The one that has the identifier, or NULL: none, several, or TEXT is "". */
const struct jurisdiction *gazetteer_identified(const struct gazetteer *gazetteer, const char *kind, const char *text);

/* The one of a Census GEOID, or NULL. The key by state, kind ("county", "city", ...) and name as the Census writes it,
 * or NULL. */
const struct jurisdiction *gazetteer_by_geoid(const struct gazetteer *gazetteer, const char *geoid);
const char *gazetteer_by_name(const struct gazetteer *gazetteer, const char *state, const char *kind, const char *name);

#endif

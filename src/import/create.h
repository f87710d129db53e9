/* What "--create" adds to the register for an award file: governments, programs and their agencies; and what an
 * import or its review learns of names. */
#ifndef PROVISO_IMPORT_CREATE_H
#define PROVISO_IMPORT_CREATE_H

#include "import/gazetteer.h"
#include "import/match.h"
#include "store/register.h"

/* A jurisdiction that a file's own codes tell, with its citation of SOURCE_KEY. */
struct creation {
    const char *name; /* as it is to be shown */
    const char *kind, *state;
    const char *geoid, *county_geoid; /* "": not known */
    const char *source_key;
    const char *note;       /* says how it came here */
    const char *confidence; /* as in the register's column of that name */
};
bool create_jurisdiction(struct register_store *reg, struct gazetteer *gazetteer, const struct creation *creation,
                         GError **error);

/* A government that business type, codes and name of a recipient agree on. *created: there was enough to do it. */
bool create_recipient(struct register_store *reg, struct gazetteer *gazetteer, const struct recipient *recipient,
                      const char *source_key, bool *created, GError **error);

/* What a created county of that STATE (USPS code) has behind the NAME that a file gives it: " County" or what stands
 * for it there; "" where the name ends in such a word. */
const char *create_county_word(const char *state, const char *name);

/* A row of jurisdiction_alias, which the gazetteer learns too. */
struct alias {
    const char *jurisdiction_key;
    const char *kind; /* "recipient", or of an identifier */
    const char *name;
    const char *note;
};
bool create_alias(struct arena *scratch, struct register_store *reg, struct gazetteer *gazetteer,
                  const struct alias *alias, GError **error);

/* A program by its listing, under the agency of that name, which is created when no authority has the name. */
bool create_program(struct register_store *reg, const char *listing, const char *title, const char *agency,
                    GError **error);

#endif

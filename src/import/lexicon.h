/* The words by which a name says what sort of government it means, or what part of one. Every list is of phrases in
 * the normal form of tokens.h; the rules that walk them are in spelling.c. All constant. */
#ifndef PROVISO_IMPORT_LEXICON_H
#define PROVISO_IMPORT_LEXICON_H

#include "import/spelling.h"

/* Phrases, ended by NULL. */
extern const char *const lexicon_other[]; /* bodies that are no general government, whatever place they are of */
extern const char *const lexicon_tribe[];
extern const char *const lexicon_district[];
extern const char *const lexicon_court[];  /* districts of courts, not governments */
extern const char *const lexicon_state[];  /* what makes a body named after its state one of the state's */
extern const char *const lexicon_police[]; /* of the state, whatever local word stands in it */
extern const char *const lexicon_local[];  /* what makes it no body of the state's */
extern const char *const lexicon_bodies[]; /* with these begins a part of the government claimed before it */

/* Parts of a government, taken off one end of a name; the longest first. Ended by a part without words. */
enum part { PART_ANY, PART_OF_PLACE, PART_OF_COUNTY };
struct lexicon_part {
    const char *words;
    enum part part;
};
extern const struct lexicon_part lexicon_parts[];

/* The words that claim a sort: before the name, or, turned round, behind it ("CHICAGO, CITY OF"). Ended as the parts.
 */
struct lexicon_claim {
    const char *words;
    enum designation designation;
};
extern const struct lexicon_claim lexicon_claims[];

/* The words that claim a sort behind the name; those of city-counties first. may_be_name: they may as well belong to
 * it (Kansas City, Old Town). Ended as the parts. */
struct lexicon_ending {
    const char *words;
    enum designation designation;
    bool may_be_name;
};
extern const struct lexicon_ending lexicon_endings[];

#endif

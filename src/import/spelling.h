/* What the name of a recipient says: which government, in normal form, and which sort of government it claims to be.
 * "FOND DU LAC  CITY OF", "City of Fond du Lac" and "Fond du Lac Police Dept." say the same. Knows no register. */
#ifndef PROVISO_IMPORT_SPELLING_H
#define PROVISO_IMPORT_SPELLING_H

#include "base/arena.h"

#include <stdbool.h>

/* The sort that the words of a name claim. */
enum designation {
    NAMED_NOTHING, /* a bare name */
    NAMED_STATE,
    NAMED_COUNTY, /* county, parish */
    NAMED_CITY,
    NAMED_VILLAGE,
    NAMED_BOROUGH,
    NAMED_TOWN, /* town, township, plantation */
    NAMED_CONSOLIDATED,
    NAMED_TRIBE,
    NAMED_DISTRICT, /* special district, authority */
    NAMED_OTHER,    /* a school, a university, a company, a charity ... */
};

enum core_kind {
    CORE_WHOLE,
    CORE_SHORTENED, /* the word "city", "town" or "village" was taken off, which may be part of the name */
    CORE_HALF,      /* of the name of a city-county: first the city's, then the county's */
};

enum { SPELLING_CORES = 4 };

struct spelling {
    enum designation designation;
    bool implied;      /* no word of the name claims the sort: a police department has a place, a sheriff a county */
    bool needs_code;   /* only a business type code can make it the state's: "Department of Corrections" */
    const char *whole; /* the whole name in normal form */
    size_t n_cores;
    const char *cores[SPELLING_CORES]; /* what is left without the claiming words; the first is the likeliest */
    enum core_kind kinds[SPELLING_CORES];
};

/* Lower case, ASCII, no accents, no punctuation, one space between words, usual abbreviations written out or in. */
char *spelling_normal(struct arena *arena, const char *text);

/* Reads NAME. state and usps: name, in normal form, and code of the recipient's own state, or "": they may stand behind
 * a place. */
void spelling_read(struct arena *arena, const char *name, const char *state, const char *usps,
                   struct spelling *spelling);

#endif

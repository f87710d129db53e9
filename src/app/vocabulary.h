/* Closed lists of codes and the words people read for them. The codes are stored, written in URLs and exported; they
 * never change meaning. */
#ifndef PROVISO_APP_VOCABULARY_H
#define PROVISO_APP_VOCABULARY_H

#include "base/result.h"

extern const struct choice kinds[];            /* of jurisdiction */
extern const struct choice panels[];           /* groups of kinds that share a chart axis */
extern const struct choice states[];           /* USPS codes of states, DC and territories */
extern const struct choice measures[];         /* what an amount of money measures */
extern const struct choice amount_states[];    /* why there is, or is not, an amount */
extern const struct choice quotient_states[];  /* the same of an amount by resident */
extern const struct choice positions[];        /* of a claim, a court's and the derived "disputed" */
extern const struct choice stated_positions[]; /* of those, the ones a claim row may hold */

/* What each is, as message ids in their order; NULL: the glossary has it. */
extern const char *const measure_meanings[];
extern const char *const position_meanings[];

extern const struct choice source_kinds[];
extern const struct choice alias_kinds[];
extern const struct choice authority_kinds[];
extern const struct choice demand_kinds[];
extern const struct choice ruling_kinds[];
extern const struct choice effects[];
extern const struct choice scopes[];
extern const struct choice sides[];
extern const struct choice confidences[];
extern const struct choice change_kinds[];
extern const struct choice event_kinds[];
extern const struct choice happening_kinds[]; /* those without a change of the record */
extern const struct choice lanes[];
extern const struct choice yes_or_no[];
extern const struct choice due_states[];
extern const struct choice litigations[];
extern const struct choice steps[];        /* what becomes of an amount under a requirement */
extern const struct choice step_lines[];   /* the same as lines of a subtraction */
extern const struct choice force_states[]; /* of a requirement on a date */
extern const struct choice voices[];       /* columns of the status matrix that are no authority's name */
extern const struct choice record_kinds[]; /* what search finds */
extern const struct choice languages[];    /* of pages and charts, English first, each by its own name */

/* LANGUAGE; NULL where it is the first, which is spoken where none is named. */
const char *language_named(const char *language);

#endif

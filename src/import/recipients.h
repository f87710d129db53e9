/* The recipients an import meets: each is matched once, counted, and settled at the end, when identifiers that names
 * taught can decide those that names could not. Memory is bounded: counts go to a temporary table of the register. */
#ifndef PROVISO_IMPORT_RECIPIENTS_H
#define PROVISO_IMPORT_RECIPIENTS_H

#include "import/gazetteer.h"
#include "import/match.h"
#include "store/register.h"

/* Sums are wider than 64 bits: they never overflow. */
struct tally {
    int64_t records;
    __int128 amount; /* cents */
};

struct recipients;

/* One that was met; the pointer is valid until the next recipients_find. */
struct met {
    struct recipient recipient; /* everything the file says of it */
    struct match match;
    int64_t id;             /* in the table, of one that is not sure; 0: it is not there yet */
    struct tally uncounted; /* since it was last written */
};

/* Called for a recipient that no jurisdiction matches; may add one to the gazetteer and say so. */
typedef bool recipients_create(void *self, const struct recipient *recipient, bool *created, GError **error);

struct recipients *recipients_new(struct register_store *reg, struct gazetteer *gazetteer, recipients_create *create,
                                  void *create_self, GError **error);
void recipients_free(struct recipients *recipients);

/* The recipient, matched; NULL when the database fails. */
struct met *recipients_find(struct recipients *recipients, const struct recipient *recipient, GError **error);

/* Counts a record of it, which told of an award. */
bool recipients_count(struct recipients *recipients, struct met *met, int64_t amount, const char *award_key,
                      GError **error);

/* Keeps the identifiers that were learned as aliases and settles the awards of those they match. */
bool recipients_settle(struct recipients *recipients, GError **error);

/* What was counted, by whether a jurisdiction is known: sure, not sure, no government. Right after settling. */
struct recipient_tallies {
    struct tally matched, unsure, none;
    int64_t n_unsure; /* recipients */
};
void recipients_tallies(const struct recipients *recipients, struct recipient_tallies *tallies);

#endif

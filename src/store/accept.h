/* Accepting warnings of the checks: rows of accepted_warning, which go into every edition. Private to store. */
#ifndef PROVISO_STORE_ACCEPT_H
#define PROVISO_STORE_ACCEPT_H

#include "store/register.h"

/* Each text is CHECK:TABLE/ROW=REASON and names a warning that the register gives now; it is accepted with the values
 * that led to it, in a transaction of its own. ERROR_BAD_REQUEST: a text of another form, or no such warning; then none
 * is accepted. */
bool accept_warnings(struct register_store *reg, const char *const *texts, GError **error);

#endif

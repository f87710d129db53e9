/* Words round values, for statements: an edition and its statements hold values and codes, and the language is that of
 * whoever asks. Private to store. */
#ifndef PROVISO_STORE_SAID_H
#define PROVISO_STORE_SAID_H

#include "store/edition.h"

#include <sqlite3.h>

/* Makes said(form, name, value, ...) known to SQL: the message FORM in the language of ASKING, with {name} replaced by
 * its value; NULL where a value is NULL. The form is a plain string, which `make messages` finds. False: no memory. */
bool said_register(sqlite3 *db, const struct asking *asking);

#endif

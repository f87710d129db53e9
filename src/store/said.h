/* Words round values, for statements: an edition and its statements hold values and codes, and the language is that of
 * whoever asks. Private to store. */
#ifndef PROVISO_STORE_SAID_H
#define PROVISO_STORE_SAID_H

#include "store/edition.h"

#include <sqlite3.h>

/* Makes known to SQL, in the language of ASKING:
 * said(form, name, value, ...): the message FORM with {name} replaced by its value; NULL where a value is NULL. The
 * form is a plain string, which `make messages` finds. label_of(column, code): what the code is called that
 * FIND_COLUMN's declaration of the column has; NULL: it has none. False: no memory. */
bool said_register(sqlite3 *db, const struct asking *asking, column_finder *find_column);

#endif

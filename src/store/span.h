/* What each award has come to by day. Private to store. */
#ifndef PROVISO_STORE_SPAN_H
#define PROVISO_STORE_SPAN_H

#include "store/margin.h"

/* Fills award_span from what write/award_amounts.sql gives, in one pass in its order, and counts each award in the
 * margins from its first day on. Days after the edition's date are left out. */
bool span_fill(struct sqlite3 *db, struct margins *margins, GError **error);

#endif

/* Does what a report says still hold? */
#ifndef PROVISO_APP_VERIFICATION_H
#define PROVISO_APP_VERIFICATION_H

#include "app/citations.h"

#include <jansson.h>

/* One row named "verification": whether the rows of the report at the address given have the hash given, now and in the
 * report's own edition, and which rows differ, of many the first and where all are told. No row where no address is
 * given. ERROR_BAD_REQUEST: the address is not that of a report of this site. */
struct result *verification_view(const struct question *question, struct citations *citations, bool is_shape,
                                 GError **error);

/* The same for programs, with every row that differs. */
json_t *verification_document(const struct question *question, GError **error);

#endif

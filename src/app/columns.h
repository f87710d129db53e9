/* Every column that a table or a statement can have, declared once: headings, alignment, number formats, CSV headers,
 * JSON types and the data dictionary come from here. */
#ifndef PROVISO_APP_COLUMNS_H
#define PROVISO_APP_COLUMNS_H

#include "base/result.h"

/* What the register's own words are written in. */
#define REGISTER_LANGUAGE "en"

/* The declaration of a column name, or NULL. */
const struct column *column_find(const char *name);

/* All declarations one by one, from 0; NULL after the last. For the data dictionary and tests. */
const struct column *column_at(size_t position);

#endif

/* A result as JSON: numbers as numbers, money as a decimal string of dollars, NULL as null, flags as booleans. */
#ifndef PROVISO_FORMAT_JSON_H
#define PROVISO_FORMAT_JSON_H

#include "base/catalog.h"
#include "base/result.h"

#include <jansson.h>

/* New references. Rows are objects by column name; internal columns are left out. What they take from SCRATCH is not
 * needed afterwards. */
json_t *json_rows(struct arena *scratch, const struct result *result);
/* The word for a column type in documents: "money", ... */
const char *json_type_name(enum column_type type);

/* Name and type of each column, its unit and definition in the language of the catalogue (NULL: English). */
json_t *json_columns(const struct catalog *catalog, const struct result *result);

/* Appends VALUE with < > & and U+2028/9 escaped, so that it is inert inside markup. Takes the reference. */
void json_append(GString *out, json_t *value);

#endif

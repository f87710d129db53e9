/* From the text of a CSV field to the cell of a table, by the storage and the declared type of its column. */
#ifndef PROVISO_IMPORT_FIELD_H
#define PROVISO_IMPORT_FIELD_H

#include "base/result.h"
#include "store/schema.h"

/* Fills *cell, whose text is TEXT itself; an empty field is no value. Gives NULL, or what is wrong with it. */
const char *field_parse(struct arena *arena, const struct table_column *column, const struct column *declaration,
                        const char *text, struct cell *cell);

#endif

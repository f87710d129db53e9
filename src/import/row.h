/* A new row of a table of the register, told by column names. */
#ifndef PROVISO_IMPORT_ROW_H
#define PROVISO_IMPORT_ROW_H

#include "store/register.h"

struct row_value {
    const char *column;
    struct cell cell;
};

/* Puts the row; columns that are not named are empty. The table and the columns must be there. */
bool row_put(struct register_store *reg, const char *table, const struct row_value *values, size_t n, GError **error);

/* The key of a row of citation: TABLE.ROW.SOURCE, "_" as "-". Puts the row; pinpoint may be NULL. */
char *row_citation_key(struct arena *arena, const char *table, const char *row_key, const char *source_key);
bool row_cite(struct arena *scratch, struct register_store *reg, const char *table, const char *row_key,
              const char *source_key, const char *pinpoint, GError **error);

/* Lower case, digits, single hyphens: "Fond du Lac" gives "fond-du-lac". */
char *row_slug(struct arena *arena, const char *text);

#endif

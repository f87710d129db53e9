/* How the files columns_*.c declare columns: one table each, sorted by name. */
#ifndef PROVISO_APP_COLUMN_TABLE_H
#define PROVISO_APP_COLUMN_TABLE_H

#include "app/columns.h"

struct column_table {
    const struct column *columns;
    size_t count;
};

#define COLUMN(column_name, column_type, column_label, column_definition)                                              \
    .name = (column_name), .type = COLUMN_##column_type, .label = (column_label), .definition = (column_definition)

/* Sentences, titles and official names of the register, which stay as they were written. Names of persons and places
 * need no language. */
#define WORDS(column_name, column_label, column_definition)                                                            \
    COLUMN(column_name, TEXT, column_label, column_definition), .language = REGISTER_LANGUAGE

/* What lists are sorted by. */
#define SORTED .is_sorted = true

extern const struct column_table columns_text, columns_code, columns_key, columns_number, columns_date;

#endif

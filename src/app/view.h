/* Results made for templates: columns that exist on pages only, and the rows of one. */
#ifndef PROVISO_APP_VIEW_H
#define PROVISO_APP_VIEW_H

#include "app/columns.h"

#define VIEW_COLUMN(column_name, column_type)                                                                          \
    &(const struct column)                                                                                             \
    {                                                                                                                  \
        .name = (column_name), .type = (column_type), .label = (column_name)                                           \
    }
#define VIEW_TEXT(name) VIEW_COLUMN(name, COLUMN_TEXT)
/* Words of the register, in its language. */
#define VIEW_WORDS(column_name)                                                                                        \
    &(const struct column)                                                                                             \
    {                                                                                                                  \
        .name = (column_name), .type = COLUMN_TEXT, .label = (column_name), .language = REGISTER_LANGUAGE              \
    }
#define VIEW_URL(name) VIEW_COLUMN(name, COLUMN_URL)
#define VIEW_INTEGER(name) VIEW_COLUMN(name, COLUMN_INTEGER)
#define VIEW_CODE(name) VIEW_COLUMN(name, COLUMN_CODE)
#define VIEW_DATE(name) VIEW_COLUMN(name, COLUMN_DATE)
#define VIEW_MONEY(name) VIEW_COLUMN(name, COLUMN_MONEY)
#define VIEW_FLAG(name) VIEW_COLUMN(name, COLUMN_FLAG)
#define VIEW_RESULT(name) VIEW_COLUMN(name, COLUMN_RESULT)

/* An empty result over a static array of columns. */
#define view_new(arena, name, columns) result_new((arena), (name), (columns), G_N_ELEMENTS(columns))

/* Sets a cell of the result's last row by column name; the name must be one of its columns. */
void view_set(struct result *result, const char *column, struct cell value);

#endif

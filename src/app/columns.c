/* Finding columns. They stand in the files columns_*.c; a name has one meaning and one unit for ever. */
#include "app/columns.h"

#include "app/column_table.h"

#include <stdlib.h>
#include <string.h>

static const struct column_table *const tables[] = {&columns_text, &columns_code, &columns_key, &columns_number,
                                                    &columns_date};

static int compare_name(const void *name, const void *column)
{
    return strcmp(name, ((const struct column *)column)->name);
}

const struct column *column_find(const char *name)
{
    const struct column *found = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(tables) && !found; i++)
        found = bsearch(name, tables[i]->columns, tables[i]->count, sizeof *tables[i]->columns, compare_name);
    return found;
}

const struct column *column_at(size_t position)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        if (position < tables[i]->count)
            return &tables[i]->columns[position];
        position -= tables[i]->count;
    }
    return NULL;
}

/* The cells of a page's table: words, link, notes and source numbers. */
#ifndef PROVISO_APP_CELLS_H
#define PROVISO_APP_CELLS_H

#include "app/citations.h"

/* A column of a table. */
struct shown {
    const struct column *column;
    const char *label, *class;
    const char *absent;                           /* said where there is no value; NULL: what its type says of that */
    size_t at, link, sources, state, reason, day; /* positions in the rows; SIZE_MAX: none */
    bool is_head;                                 /* names the row */
};

/* A table being made. Columns are looked up once, not for each cell. */
struct making {
    const struct question *question;
    const struct result *rows;
    struct citations *citations;
    bool is_answer; /* the page's own rows */
    size_t key;     /* position in the rows */
    size_t n_shown;
    struct shown *shown;
    const struct shown *orders; /* the one that the rows are in the order of; or NULL */
};

/* None yet; named NAME. */
struct result *cells_new(const struct question *question, const char *name);

/* Adds the cell of a row of the table. */
void cells_append(const struct making *making, struct result *cells, size_t row, const struct shown *shown);

/* Is there an amount in the cell, shown or not, which stays out of totals? */
bool cells_uncounted(const struct making *making, size_t row, const struct shown *shown);

/* The words of the first cell, which is of that column. */
const struct cell *cells_words(const struct result *cells, const struct shown *shown);

/* A cell with nothing in it, for checking templates. */
struct result *cells_shape(const struct question *question, const char *name, struct citations *citations);

#endif

/* A list as a page or a JSON document shows it: its total, some of its rows, and where the next ones begin. */
#ifndef PROVISO_APP_LISTING_H
#define PROVISO_APP_LISTING_H

#include "app/question.h"

struct listing {
    struct result *rows;   /* at most the question's limit of them, where the resource counts; of a matrix whole lines,
                              one at least */
    struct result fetched; /* these and those that were read beyond them */
    struct result *total;  /* NULL: the resource counts nothing and shows all rows */
    const char *cursor;    /* of the next page, or NULL */
};

/* Runs the total and the rows. Of a list of no more than MOST rows all are fetched: a chart takes its own from the same
 * run. */
bool listing_read(const struct question *question, int64_t most, struct listing *listing, GError **error);

/* Are all of the list's rows fetched? */
bool listing_is_whole(const struct listing *listing);

#endif

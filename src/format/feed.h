/* Dated rows for those who follow a question: an Atom feed (RFC 4287) or a calendar of all-day events (RFC 5545). An
 * entry is a row; its id comes from the row's stable key, so that a reader knows it again in every feed and edition. */
#ifndef PROVISO_FORMAT_FEED_H
#define PROVISO_FORMAT_FEED_H

#include "base/catalog.h"
#include "base/result.h"

enum { FEED_TITLE_MAX = 4 };

/* Which columns of the rows an entry is made of. */
struct feed_columns {
    const char *kind; /* of record, or kind_of: the column that says it: makes the id with the key */
    const char *kind_of;
    const char *key;                   /* stable key */
    const char *words;                 /* message id before the title, or NULL */
    const char *title[FEED_TITLE_MAX]; /* columns joined by colons */
    const char *on;                    /* the day; a row without it is left out */
    const char *later_on;              /* the day of a later change to the row, or NULL */
    const char *cancelled_on; /* the day from which nothing happens on its day any more, or NULL: a calendar says so */
    const char *link;         /* address of a page, absolute; or NULL */
    const char *const *told;  /* columns of the entry's text, a line each with its label; NULL-terminated */
};

/* A feed: what it is made of and what it says itself. Text is absolute addresses, words, ISO dates. */
struct feed {
    const struct catalog *catalog;
    const struct feed_columns *columns;
    const struct result *rows;
    const char *title;
    const char *subtitle; /* the question in words, or NULL */
    const char *page_url; /* the same as a page */
    const char *self_url;
    const char *host;    /* of the ids */
    const char *as_of;   /* when no row is newer */
    int64_t edition;     /* number: rises with every change */
    const char *licence; /* of the data */
};

typedef void feed_write(struct arena *arena, const struct feed *feed, GString *out);
feed_write atom_write, calendar_write;

#endif

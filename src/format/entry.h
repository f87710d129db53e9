/* What feed and calendar take from a row. */
#ifndef PROVISO_FORMAT_ENTRY_H
#define PROVISO_FORMAT_ENTRY_H

#include "format/feed.h"

#include <stdbool.h>

struct entry {
    const char *id;         /* tag: URI (RFC 4151) */
    const char *title;      /* one line */
    const char *on;         /* ISO date */
    bool is_day;            /* that is known, not a stand-in for it */
    const char *changed_on; /* the same or later */
    bool is_cancelled;      /* it will not take place */
    const char *link;       /* or NULL */
    const char *text;       /* lines "Label: value" */
};

/* False: the row has no day, and so no entry. */
bool entry_read(struct arena *arena, const struct feed *feed, size_t row, struct entry *entry);

/* The newest change of all rows, or the feed's date. */
const char *entry_newest(const struct feed *feed);

#endif

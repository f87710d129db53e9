/* A bar for long work, on standard error when that is a terminal; nothing else ever sees it. */
#ifndef PROVISO_TOOL_PROGRESS_H
#define PROVISO_TOOL_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool shown; /* a bar stands on the line */
};

/* WHAT is at hand, 0 to 1000 of it done, COUNT things of it. Fits callbacks: self is a struct progress. */
void progress_show(void *self, const char *what, int permille, int64_t count);

/* Wipes the line. */
void progress_clear(struct progress *progress);

#endif

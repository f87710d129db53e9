/* What is wrong with register data: counted in full, kept up to a limit, in the order found. An error stops whatever
 * found it; a warning stops a publish unless it is accepted; an accepted one is a note. */
#ifndef PROVISO_STORE_PROBLEM_H
#define PROVISO_STORE_PROBLEM_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { PROBLEMS_KEPT = 20 };

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE, SEVERITIES };

struct problem_list {
    size_t n;                        /* found */
    const char *kept[PROBLEMS_KEPT]; /* the first of them: "where:column: what is wrong" */
};

struct problems {
    struct arena *arena;                /* owns the kept lines */
    struct problem_list of[SEVERITIES]; /* by severity */
    const char *all;                    /* how to get every error, for who reads the first of them; or NULL */
    FILE *file;                         /* gets the line of every error as it is found, or NULL */
};

/* where: "file:record" or "register:table/key". column may be NULL. The format is only filled for problems kept. */
void problems_add(struct problems *problems, enum severity severity, const char *where, const char *column,
                  const char *format, ...) G_GNUC_PRINTF(5, 6);

/* Whether the next problem of that severity would be kept or written. */
bool problems_keeps(const struct problems *problems, enum severity severity);

#endif

/* Names that are compared many times for each answer: of columns, results, parameters. */
#ifndef PROVISO_BASE_NAME_H
#define PROVISO_BASE_NAME_H

#include <stdbool.h>
#include <string.h>

/* Most names that are not equal differ in their first letter, and looking at that needs no call. */
static inline bool name_is(const char *name, const char *other)
{
    return *name == *other && strcmp(name, other) == 0;
}

#endif

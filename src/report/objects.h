/* The objects of a PDF that this process's cairo wrote. Private to report. */
#ifndef PROVISO_REPORT_OBJECTS_H
#define PROVISO_REPORT_OBJECTS_H

#include <stdbool.h>
#include <stddef.h>

/* What stands between "obj" and "endobj"; a number that is not used has no body. */
struct object {
    const char *body;
    size_t length;
};

struct objects {
    struct object *all; /* by number; 0 is none */
    unsigned long n;    /* one more than there are */
    unsigned long root, info;
};

/* Finds the objects of FILE, which they point into. False: it is not as cairo writes it. */
bool objects_read(struct objects *objects, const char *file, size_t length);
void objects_clear(struct objects *objects);

bool object_begins(const struct object *object, const char *prefix);

/* What a reader must find without unpacking: a stream, or the length of one. */
bool object_is_plain(const struct object *object);

#endif

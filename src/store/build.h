/* Makes the file of one edition from the register, checked and complete but not in place. Private to store. */
#ifndef PROVISO_STORE_BUILD_H
#define PROVISO_STORE_BUILD_H

#include "store/content.h"
#include "store/problem.h"

struct edition_plan {
    const char *path;          /* a file that is not there yet */
    const char *register_path; /* absolute */
    int64_t number;
    const char *as_of;
    const struct column *(*find_column)(const char *name);
};

/* ERROR_DATA with problems: the rows are not fit to be published. What was written to the file is then worthless. */
bool build_edition(struct arena *arena, const struct edition_plan *plan, struct problems *problems,
                   struct content *content, GError **error);

#endif

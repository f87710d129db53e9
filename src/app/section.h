/* Side statements as titled tables, for the generic templates. */
#ifndef PROVISO_APP_SECTION_H
#define PROVISO_APP_SECTION_H

#include "app/citations.h"

/* The sections of a page, in order: id, heading, empty (words when there are no rows), table. */
struct result *sections_new(const struct question *question);

/* Adds a side's rows; one that has none and says nothing about that is left out. */
void sections_add(const struct question *question, struct result *sections, const struct side *side,
                  const struct result *rows, struct citations *citations);

/* Adds an empty section, for checking templates. */
void sections_add_shape(const struct question *question, struct result *sections, struct citations *citations);

#endif

/* Does a report that someone holds still hold? */
#ifndef PROVISO_TOOL_HOLDS_H
#define PROVISO_TOOL_HOLDS_H

#include "base/error.h"

#include <stdbool.h>

/* Asks the report of the PDF at PATH again in the newest edition, prints what came of it, row by row where rows differ,
 * and sets *HOLDS. ERROR_DATA: it is no report of Proviso. */
bool holds_report(const char *path, bool *holds, GError **error);

#endif

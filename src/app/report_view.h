/* A report as its template sees it, and as its manifest. */
#ifndef PROVISO_APP_REPORT_VIEW_H
#define PROVISO_APP_REPORT_VIEW_H

#include "app/citations.h"

#include <jansson.h>

/* One row named "report": title, its sections each with its sentence, table and chart, hashes and addresses. No row
 * where the question lacks what the report needs. */
struct result *report_view(const struct question *question, struct citations *citations, bool is_shape, GError **error);

/* What the report is called, in words. NULL on an error. */
const char *report_title(const struct question *question, GError **error);

/* The kinds of report that there are: label, href. Named "kinds". */
struct result *report_kinds(const struct question *question);

/* The name under which a report's PDF holds its manifest. */
#define REPORT_MANIFEST "manifest.json"

/* The manifest: each section's list, count of rows and hashes, of the whole and row by row. NULL on an error. */
json_t *report_manifest(const struct question *question, GError **error);

#endif

/* What cairo cannot say of a PDF, put after it. Private to report. */
#ifndef PROVISO_REPORT_FINISH_H
#define PROVISO_REPORT_FINISH_H

#include "report/document.h"

enum scope { SCOPE_COLUMN = 'c', SCOPE_ROW = 'r' };

/* What the elements of a kind have, in the order in which they were begun. */
struct told {
    const GPtrArray *alternatives; /* of the figures */
    const GString *scopes;         /* of the head cells, each an enum scope */
};

/* Appends to the PDF that begins at BEFORE an update of it: language, title shown, alternative texts of the figures in
 * their order, scope of head cells, attached files, identity. ERROR_INTERNAL: the PDF is not as cairo writes it. */
bool finish(const struct report_plan *plan, size_t before, const struct told *told, GString *out, GError **error);

#endif

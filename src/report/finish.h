/* What cairo cannot say of a PDF. Private to report. */
#ifndef PROVISO_REPORT_FINISH_H
#define PROVISO_REPORT_FINISH_H

#include "report/document.h"

/* What a cell of a table is the head of. Cairo is told CELL_TAG for all of them: it looks for a tag in a list, from its
 * front, six times for each cell, and those of tables stand at its end. */
enum scope { SCOPE_COLUMN = 'c', SCOPE_ROW = 'r', SCOPE_NONE = 'd' };
#define CELL_TAG "Div"

/* What the elements of a kind have, in the order in which they were begun. */
struct told {
    const GPtrArray *alternatives; /* of the figures */
    const GString *cells;          /* each an enum scope */
    const GArray *rows;            /* of the tables: how many of their cells each has, uint16_t */
};

/* Packs the PDF in OUT that begins at byte BEFORE anew, with language, title shown, alternative texts of the figures,
 * scope of head cells, attached files and identity. ERROR_INTERNAL: it is not as cairo writes it; ERROR_UNAVAILABLE: no
 * memory. */
bool finish(const struct document_plan *plan, size_t before, const struct told *told, GString *out, GError **error);

#endif

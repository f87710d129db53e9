/* A cell as people read it and as machines read it: decided by the column's type in one place, so that page, chart and
 * file agree. */
#ifndef PROVISO_BASE_DISPLAY_H
#define PROVISO_BASE_DISPLAY_H

#include "base/catalog.h"
#include "base/result.h"

/* The precision that a register names of a count; none: the count itself. */
extern const struct choice count_precisions[];
enum precision count_precision(const char *code);

/* For people: "$1,234,567", "January 24, 2018" or no more than is known of it, "1,234" or "more than 500", the
 * translated label of a code. NULL cells give "". */
const char *display_cell(struct arena *arena, const struct catalog *catalog, const struct column *column,
                         const struct cell *cell);

/* For machines: "1234567.00", "2018-01-24", the code. NULL cells give "". Same in every language. */
const char *display_plain(struct arena *arena, const struct column *column, const struct cell *cell);

/* The same, but a real has as many decimals as give it back exactly. */
const char *display_exact(struct arena *arena, const struct column *column, const struct cell *cell);

/* The column's translated label, of no {measure} and {fy} in particular. */
const char *display_label(struct arena *arena, const struct catalog *catalog, const struct column *column);

/* The same with what is given of them (NULL: an amount, any year). */
const char *display_heading(struct arena *arena, const struct catalog *catalog, const struct column *column,
                            const char *measure, const char *fiscal_year);

/* True where text of the column is shown as it is: no day, and no code of a closed list. */
bool display_is_text(const struct column *column);

/* True for types that read right-aligned with tabular figures. */
bool display_is_numeric(const struct column *column);

#endif

/* One field of a CSV file (RFC 4180). */
#ifndef PROVISO_BASE_CSV_FIELD_H
#define PROVISO_BASE_CSV_FIELD_H

#include <glib.h>
#include <stdbool.h>

/* Appends one field, quoted where it must be; GUARDED adds the apostrophe where a spreadsheet would run it. */
void csv_append(GString *out, const char *text, bool guarded);

#endif

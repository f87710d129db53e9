/* A result as CSV: RFC 4180, UTF-8, CRLF, ISO dates, plain numbers, header names from the column declarations. Text
 * cells that a spreadsheet would run as a formula get a leading apostrophe (OWASP ASVS 1.2.10); numbers, dates, codes,
 * keys and addresses are never touched. */
#ifndef PROVISO_FORMAT_CSV_H
#define PROVISO_FORMAT_CSV_H

#include "base/result.h"

/* The line of column names, and the rows of one batch after another. */
void csv_head(const struct result *result, GString *out);
void csv_rows(const struct result *result, GString *out);

#endif

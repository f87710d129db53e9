/* Results as an Excel workbook: a sheet each, cells by the column's type. Codes, keys and addresses are text, so that
 * no zero is lost; money and counts are numbers with a format; dates are dates; text is never a formula. The same
 * results and day give the same bytes. */
#ifndef PROVISO_FORMAT_XLSX_H
#define PROVISO_FORMAT_XLSX_H

#include "base/error.h"
#include "base/result.h"

struct xlsx;

/* A workbook to be written to PATH, holding what it needs meanwhile in files of TEMPORARY, not in memory. day: ISO
 * date that it says it was made on. */
struct xlsx *xlsx_open(const char *path, const char *temporary, const char *day, GError **error);

/* Begins a sheet with the columns of RESULT as its first line: their names. NAME: at most 26 characters, fixed words.
 */
bool xlsx_sheet(struct xlsx *xlsx, const char *name, const struct result *columns, GError **error);

/* Appends rows of those columns. Those that a sheet cannot take (it ends at 1,048,576) go on in "NAME 2". Text over
 * 32,767 characters, which no cell can hold, is cut and says so. */
bool xlsx_rows(struct xlsx *xlsx, const struct result *rows, GError **error);

/* Writes the file and frees the workbook, whatever happens. ERROR_UNAVAILABLE: there was no room for it. */
bool xlsx_close(struct xlsx *xlsx, GError **error);

/* Frees it unwritten. */
void xlsx_drop(struct xlsx *xlsx);

#endif

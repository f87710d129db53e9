/* Sums by day of many small changes, line by line: what each line comes to from each day on. Private to store. */
#ifndef PROVISO_STORE_DAILY_H
#define PROVISO_STORE_DAILY_H

#include "base/error.h"
#include "base/result.h"

#include <glib.h>

#define UNTIL_OPEN "9999-12-31" /* until_on of a span that has not ended */

enum { DAILY_KEYS_MAX = 4, DAILY_SUMS_MAX = 18 };

struct sqlite3;
struct daily;
struct daily_line; /* lives as long as its struct daily */

/* Lines that n_keys cells tell apart, texts and integers of 0 or more, each of n_sums sums. */
struct daily *daily_new(size_t n_keys, size_t n_sums);
void daily_free(struct daily *daily);

/* The line of those keys. Text is copied. */
struct daily_line *daily_find(struct daily *daily, const struct cell *keys);

/* The number of a day (YYYY-MM-DD). Text is copied. */
int daily_day(struct daily *daily, const char *day);

/* Adds n_sums changes of the day of that number to a line, in any order of days. */
void daily_add(struct daily *daily, struct daily_line *line, int day, const int64_t *more);

/* Puts a row by the file NAME (bulk.h) for each line and day, in the order of both: keys, from_on, until_on, sums. */
bool daily_write(struct daily *daily, struct sqlite3 *db, const char *name, GError **error);

/* Makes NAME what cells are told by, each before a line break: without printf, for large numbers of them. */
void daily_name(GString *name, const struct cell *keys, size_t n);

#endif

/* Money is int64 cents from the file to the page; text forms are dollars. No floating point. */
#ifndef PROVISO_BASE_MONEY_H
#define PROVISO_BASE_MONEY_H

#include "base/catalog.h"

#include <stdint.h>

/* Reads [-]digits[.d[d]] as dollars: no thousands separators, no sign but a leading minus, no spaces.
 * False for any other form and beyond int64 cents. */
bool money_parse(const char *text, int64_t *cents);

/* Reads what money_parse does, also with a dollar sign and with commas between its thousands: "$1,250,000", "-$12.50".
 */
bool money_read(const char *text, int64_t *cents);

/* "1234567.00", "-12500.00": for CSV, JSON and URLs. */
char *money_plain(struct arena *arena, int64_t cents);

/* "$1,234,567", "$12.50", "−$12,500" (U+2212): for tables; cents only when there are any. */
char *money_table(struct arena *arena, int64_t cents);

/* "$12.00", "$0.50": the same, always with the cents. */
char *money_cents(struct arena *arena, int64_t cents);

/* "$2.02 million", "$840,000", "$1.2 billion": for titles and chart labels. decimals 1..3 apply from a million up,
 * rounded half away from zero; what is not a million even so is money_table of whole dollars. */
char *money_words(struct arena *arena, const struct catalog *catalog, int64_t cents, int decimals);

/* "1,234,567"; negative with U+2212. */
char *integer_grouped(struct arena *arena, int64_t value);

/* "1234567", "-12500": for codes, files and URLs. */
char *integer_plain(struct arena *arena, int64_t value);

#endif

/* Calendar dates as text YYYY-MM-DD, parsed here and nowhere else; federal fiscal years. */
#ifndef PROVISO_BASE_DATE_H
#define PROVISO_BASE_DATE_H

#include "base/catalog.h"
#include "base/result.h"

#include <stdbool.h>
#include <stdint.h>

struct date {
    int year, month, day; /* Gregorian; 1600..2999 */
};

enum date_problem { DATE_OK, DATE_FORM, DATE_MONTH, DATE_DAY };

/* Reads exactly YYYY-MM-DD. DATE_FORM: not that form or a year outside the range; DATE_MONTH: no such month;
 * DATE_DAY: the month has fewer days. date is filled as far as it was read. */
enum date_problem date_parse(const char *text, struct date *date);

/* Reads a day as people write it: YYYY-MM-DD; month/day/year, the order of the United States; with the month by its
 * name, or three letters of it or more, in English or CATALOG's language: "Jan. 24, 2018", "24 de enero de 2018". The
 * year has four digits. Problems are those of date_parse. */
enum date_problem date_read(const struct catalog *catalog, const char *text, struct date *date);

/* YYYY-MM-DD. */
char *date_iso(struct arena *arena, struct date date);

int date_days_in_month(int year, int month);

/* Days since 1970-01-01, negative before. */
int64_t date_days(struct date date);
struct date date_from_days(int64_t days);

/* The fiscal year of the United States that the day is in: N is from 1 October N-1 to 30 September N (31 U.S.C. 1102),
 * from FISCAL_YEAR_FIRST on. */
int date_fiscal_year(struct date date);
enum { FISCAL_YEAR_FIRST = 1977 };

/* Name of the month, 1..12, in English: a message id. */
const char *date_month_name(int month);

/* The precisions that a register names; a day is not named. One that is no code of them, or NULL, is the day. */
extern const struct choice date_precisions[];
extern const struct choice known_precisions[]; /* of these, those that tell something */
enum precision date_precision(const char *code);

/* "January 24, 2018" (prose, tables) and "24 Jan 2018" (charts), or what is known of it: "January 2018", "2018",
 * "FY2018", "Date not known". Text that is no date comes back unchanged. */
char *date_long(struct arena *arena, const struct catalog *catalog, const char *iso, enum precision precision);
char *date_short(struct arena *arena, const struct catalog *catalog, const char *iso, enum precision precision);

/* How far off the day is that is DAYS away, before if negative: "in 7 days", "today", "one day ago"; from a hundred
 * days on in whole months, from two years on in whole years: "15 months ago", "8 years ago". */
const char *date_distance(struct arena *arena, const struct catalog *catalog, int64_t days);

#endif

/* The form in which text is looked for: names and codes are indexed in it and asked in it, so that ways to write the
 * same thing meet. */
#ifndef PROVISO_STORE_TERMS_H
#define PROVISO_STORE_TERMS_H

#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>

/* Appends the terms of TEXT with a space between each two, and before the first when TO is not empty: words and numbers
 * apart, in lower case, without marks, punctuation and leading zeros; initials with a dot between them are one term.
 * "2:09-CV-00123" is "2 9 cv 123", "AB12" "ab 12", "U.S.C." "usc". TEXT is valid UTF-8. */
void terms_append(GString *to, const char *text);

/* Makes terms_of(text) known to SQL; NULL in, NULL out. False: no memory. */
bool terms_register(sqlite3 *db);

#endif

/* The rules for one cell of a public table: required, key form, date, closed list, address, amount. One place for
 * import (typed text) and publish (a register that anybody may have edited). */
#ifndef PROVISO_STORE_RULE_H
#define PROVISO_STORE_RULE_H

#include "base/result.h"
#include "store/schema.h"

/* What is wrong with a cell, in words, or NULL. declaration: of the column's name. */
const char *rule_problem(struct arena *arena, const struct table_column *column, const struct column *declaration,
                         const struct cell *cell);

/* TEXT of somebody else's file, valid UTF-8, as the register may hold it: its lines end in newlines, and any other
 * control character is a space. TEXT itself where it is so already. */
const char *rule_text(struct arena *arena, const char *text);

/* What is wrong with text that lists are sorted by, or NULL. */
const char *rule_sorted_problem(struct arena *arena, const char *text);

/* What is wrong with text as the key of a record, or NULL. */
const char *rule_key_problem(struct arena *arena, const char *text);

/* What is wrong with text as a date, or NULL. */
const char *rule_date_problem(struct arena *arena, const char *text);

/* What is wrong with text as dollars of a register, or NULL; *cents is then what it says. */
const char *rule_money_problem(struct arena *arena, const char *text, int64_t *cents);

/* TEXT in single quotes for a message: cut at 80 characters, with ? for control characters and bytes not of UTF-8. */
const char *rule_quote(struct arena *arena, const char *text);

#endif

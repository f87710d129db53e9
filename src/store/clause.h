/* The text of a statement in clauses, each with what it is kept for. How that is written stands in statement.h. Text
 * only; no database. Private to store. */
#ifndef PROVISO_STORE_CLAUSE_H
#define PROVISO_STORE_CLAUSE_H

#include "base/arena.h"

#include <stdbool.h>

struct clauses {
    size_t n;
    const struct clause *all;
};

/* An order of rows; both are "" where there is none. */
struct clause_sort {
    const char *name, *expression;
};

/* How many values a parameter has in one run. */
typedef size_t clause_count(const void *self, const char *parameter);

struct clause_run {
    clause_count *count;
    const void *self; /* of count */
    struct clause_sort sort;
};

/* Adds to NAMED (name -> condition) what @NAME stands for in heads; CONDITION ("^ a | ? b") may name those that are
 * there already. NAME must live as long as NAMED. False: it cannot be read, or another has the name. */
bool clauses_name(struct arena *arena, GHashTable *named, const char *name, const char *condition);

/* TEXT must live as long as the clauses. False: the [[ at *wrong has no ]], or a head that cannot be read. */
bool clauses_parse(struct arena *arena, const char *text, GHashTable *named, struct clauses *clauses,
                   const char **wrong);

/* Appends those that are kept, lists and the order filled in. */
void clauses_expand(const struct clauses *clauses, const struct clause_run *run, GString *sql);

/* Does the text of one have the parameter, or its condition? Is one kept because it is not given? */
bool clauses_have(const struct clauses *clauses, const char *parameter);
bool clauses_invert(const struct clauses *clauses, const char *parameter);

#endif

/* A statement file, read once: its CTEs, its optional clauses, its lists and its sort orders. Text only; no database.
 *
 *   -- with: a, b            CTE files of sql/with that it uses (they may name others in the same way)
 *   -- sort: NAME = EXPR     an order it can be asked for; :sort! in the text stands for EXPR
 *   [[ ... ]]                kept when every parameter in it is bound
 *   [[^ a, b: ... ]]         kept when neither a nor b is bound, whatever is in it
 *   [[? a, b: ... ]]         kept when a or b is bound; [[^ a ? b: ... ]] when b is and a is not;
 *                            [[? a, b ? c: ... ]] when a or b is, and c; [[^ a | ? b: ... ]] when either holds
 *   -- when: NAME = ^ a ? b  names a condition: in heads, here below and in files that use this one, @NAME is as a
 *                            parameter that is bound where the condition holds
 *   sort=NAME                in a head, as a parameter that is bound where that is the order asked for
 *   :name                    a parameter; NULL when not bound (outside [[ ]])
 *   :name*                   a list: as many placeholders as there are bindings of that name */
#ifndef PROVISO_STORE_STATEMENT_H
#define PROVISO_STORE_STATEMENT_H

#include "base/error.h"
#include "store/clause.h"

enum { STATEMENT_SORTS_MAX = 16 };

struct statement {
    const char *name;
    const char *text; /* CTEs and body, clauses still in */
    struct clauses clauses;
    size_t n_sorts;
    struct clause_sort sorts[STATEMENT_SORTS_MAX];
};

/* Reads NAME ("jurisdictions") from the embedded files. ERROR_INTERNAL: no such file, a CTE that is missing, a
 * condition or a clause that cannot be read. */
const struct statement *statement_read(struct arena *arena, const char *name, GError **error);

/* Appends the SQL for one run: kept clauses, expanded lists, the sort order (NULL: the first declared; a name that is
 * not declared is ERROR_BAD_REQUEST). List placeholders are named :name_1, :name_2, ... */
bool statement_expand(const struct statement *statement, clause_count *count, const void *self, const char *sort,
                      GString *sql, GError **error);

/* Does the text depend on the parameter? */
bool statement_reads(const struct statement *statement, const char *parameter);

/* Does the head of a clause say that it is kept without the parameter? */
bool statement_inverts(const struct statement *statement, const char *parameter);

#endif

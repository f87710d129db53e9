/* One SQL file of the writing side, prepared once and run many times within the register's transaction. What a row of a
 * bulk import needs: rules stay in SQL, values come as cells. */
#ifndef PROVISO_STORE_COMMAND_H
#define PROVISO_STORE_COMMAND_H

#include "store/register.h"

struct command;

/* The command of write/NAME.sql; it lives as long as the register is open. NULL: the file is not there or wrong. */
struct command *command_prepare(struct register_store *reg, const char *name, GError **error);

/* Binds ?1 ... ?n and runs to the end. *changed (may be NULL): rows written. */
bool command_run(struct command *command, const struct cell *values, size_t n, int64_t *changed, GError **error);

/* Binds and reads the first row's cells into the arena; *found: whether there is one. */
bool command_first(struct command *command, struct arena *arena, const struct cell *values, size_t n,
                   struct cell *cells, size_t n_cells, bool *found, GError **error);

/* Called for each row; its cells live until the next. False ends the reading, with the error set. */
typedef bool command_visit(void *self, const struct cell *cells, GError **error);
bool command_each(struct command *command, const struct cell *values, size_t n, size_t n_cells, command_visit *visit,
                  void *self, GError **error);

#endif

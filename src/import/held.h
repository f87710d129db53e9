/* Awards whose amounts an editor holds by number (FAIN): what files tell of them is not taken, but added up, so that a
 * difference can be told. */
#ifndef PROVISO_IMPORT_HELD_H
#define PROVISO_IMPORT_HELD_H

#include "import/usaspending.h"
#include "store/register.h"

struct held_awards;

/* Those of the register, within its transaction; NULL when the database fails. free takes NULL. */
struct held_awards *held_awards_new(struct register_store *reg, GError **error);
void held_awards_free(struct held_awards *held);

/* Whether an editor holds what the line's award, of that program, amounts to, under another key: the line adds nothing
 * beside it, and is added up. */
bool held_awards_take(struct held_awards *held, struct arena *scratch, const char *program,
                      const struct award_line *line);

/* Those of which the lines add up to something else than the editor's amount, by key: a line of text each, in ARENA. */
void held_awards_differ(const struct held_awards *held, struct arena *arena, struct problem_list *differ);

#endif

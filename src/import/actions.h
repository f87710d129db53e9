/* The actions of awards in the register: of two tellings of one action, which holds. In whatever order the lines come,
 * the same is there at the end, but for lines that contradict each other. */
#ifndef PROVISO_IMPORT_ACTIONS_H
#define PROVISO_IMPORT_ACTIONS_H

#include "import/usaspending.h"
#include "store/register.h"

/* What became of a record. Each has exactly one of them, so that they add up to the files. */
enum award_outcome {
    OUTCOME_ADDED,
    OUTCOME_CHANGED,
    OUTCOME_UNCHANGED,
    OUTCOME_REMOVED,    /* the agency withdrew it */
    OUTCOME_SUPERSEDED, /* the register holds something newer, or the actions that a total adds up */
    OUTCOME_HELD,       /* an editor holds what its award amounts to, under another key */
    OUTCOME_REJECTED,
    AWARD_OUTCOMES
};

struct actions;

/* Begins, within the register's transaction; NULL when the database fails. free takes NULL. */
struct actions *actions_new(struct register_store *reg, GError **error);
void actions_free(struct actions *actions);

/* Whether the register holds something that makes this line old: a withdrawal, or the actions of a total. */
bool actions_superseded(struct actions *actions, struct source *source, const struct award_line *line, bool *superseded,
                        GError **error);

/* Puts the line's action; its award must be there. *outcome is OUTCOME_REJECTED after a report. The functions are false
 * only when the database fails. */
bool actions_put(struct actions *actions, struct source *source, const struct award_line *line,
                 enum award_outcome *outcome, GError **error);

/* Takes a withdrawn action away, and its award when that was the last; remembers that it was withdrawn. */
bool actions_remove(struct actions *actions, struct source *source, const struct award_line *line,
                    enum award_outcome *outcome, GError **error);

#endif

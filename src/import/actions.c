/* Puts actions. What wins over what stands in replace_action. */
#include "import/actions.h"

#include "store/command.h"

#include <string.h>

#define META_TOTALS "award_totals" /* set once the register has held a total */

enum {
    ACTION_ADD,
    ACTION_FIND,
    ACTION_CHANGE,
    ACTION_REMOVE,
    ACTION_OTHERS,
    ACTION_TIME,
    REMOVED_ADD,
    REMOVED_FIND,
    AWARD_EMPTY,
    COMMANDS
};

static const char *const command_names[COMMANDS] = {
    [ACTION_ADD] = "action_add",       [ACTION_FIND] = "action_find",     [ACTION_CHANGE] = "action_change",
    [ACTION_REMOVE] = "action_remove", [ACTION_OTHERS] = "action_others", [ACTION_TIME] = "action_time",
    [REMOVED_ADD] = "removed_add",     [REMOVED_FIND] = "removed_find",   [AWARD_EMPTY] = "award_empty",
};

struct actions {
    struct register_store *reg;
    const struct table *table, *awards; /* award_action, award */
    struct command *commands[COMMANDS];
    bool has_removed, has_totals;
    int64_t last_row; /* of award_action before this import */
    uint8_t *seen;    /* a bit for each row up to it: this import told it */
};

static bool read_state(struct actions *actions, GError **error)
{
    struct command *select = command_prepare(actions->reg, "removed_any", error);
    struct arena *scratch = arena_new();
    const char *totals;
    struct cell cells[2];
    bool found, ok = select && command_first(select, scratch, NULL, 0, cells, 2, &found, error) &&
                     register_meta(actions->reg, scratch, META_TOTALS, &totals, error);
    if (ok) {
        actions->has_removed = cells[0].integer != 0;
        actions->has_totals = totals != NULL;
        actions->last_row = cells[1].integer;
        actions->seen = g_malloc0((size_t)actions->last_row / 8 + 1);
    }
    arena_free(scratch);
    return ok;
}

struct actions *actions_new(struct register_store *reg, GError **error)
{
    struct actions *actions = g_new0(struct actions, 1);
    actions->reg = reg;
    actions->table = schema_table(register_schema(reg), "award_action");
    actions->awards = schema_table(register_schema(reg), "award");
    bool ok = true;
    for (size_t i = 0; ok && i < COMMANDS; i++)
        ok = (actions->commands[i] = command_prepare(reg, command_names[i], error)) != NULL;
    if (ok && read_state(actions, error))
        return actions;
    actions_free(actions);
    return NULL;
}

void actions_free(struct actions *actions)
{
    if (!actions)
        return;
    g_free(actions->seen);
    g_free(actions);
}

static bool run(struct actions *actions, int command, const struct cell *values, size_t n, int64_t *changed,
                GError **error)
{
    return command_run(actions->commands[command], values, n, changed, error);
}

static bool first(struct actions *actions, struct source *source, int command, const struct cell *values, size_t n,
                  struct cell *cells, size_t n_cells, bool *found, GError **error)
{
    return command_first(actions->commands[command], source->scratch, values, n, cells, n_cells, found, error);
}

/* Whether this import told that row already; it has now. */
static bool mark_seen(struct actions *actions, int64_t row)
{
    if (row > actions->last_row)
        return true;
    uint8_t *byte = &actions->seen[row / 8], bit = (uint8_t)(1u << (row % 8));
    bool was = *byte & bit;
    *byte |= bit;
    return was;
}

/* Which of two changes was later, by their days where one tells no time of day. */
static int compare_times(const char *a, const char *b)
{
    enum { DAY = 10 };
    return strlen(a) > DAY && strlen(b) > DAY ? strcmp(a, b) : strncmp(a, b, DAY);
}

static bool note_time(struct actions *actions, const struct award_line *line, GError **error)
{
    const struct cell values[] = {cell_text(line->action_key), cell_text(line->modified_at)};
    return strcmp(line->modified_at, line->modified_on) == 0 ||
           run(actions, ACTION_TIME, values, G_N_ELEMENTS(values), NULL, error);
}

bool actions_superseded(struct actions *actions, struct source *source, const struct award_line *line, bool *superseded,
                        GError **error)
{
    const struct cell key = cell_text(line->action_key), keys[] = {cell_text(line->award_key), key};
    struct cell found = cell_null();
    bool removed = false, others = false;
    if ((actions->has_removed && !first(actions, source, REMOVED_FIND, &key, 1, &found, 1, &removed, error)) ||
        (line->is_total && !first(actions, source, ACTION_OTHERS, keys, 2, &found, 1, &others, error)))
        return false;
    *superseded = others || (removed && compare_times(found.text, line->modified_at) >= 0);
    return true;
}

/* How many rows of TABLE a removal took. */
static bool take(struct actions *actions, int command, const struct table *table, const char *key, GError **error)
{
    const struct cell value = cell_text(key);
    int64_t removed;
    if (!run(actions, command, &value, 1, &removed, error))
        return false;
    register_count(actions->reg, table, &(struct register_counts){.removed = removed});
    return true;
}

/* A total goes when the first transaction of its award comes. */
static bool note_total(struct actions *actions, struct source *source, const struct award_line *line, GError **error)
{
    bool is_first = line->is_total && !actions->has_totals;
    if (!line->is_total && !actions->has_totals)
        return true;
    const char *total = arena_concat(source->scratch, line->award_key, ".total", NULL);
    actions->has_totals = true;
    if (is_first)
        return register_set_meta(actions->reg, META_TOTALS, "1", error);
    return line->is_total || take(actions, ACTION_REMOVE, actions->table, total, error);
}

/* Which of two holds when the action is there: the one changed last; of two of one time the one of the later import;
 * within one import they contradict each other. */
static bool replace_action(struct actions *actions, struct source *source, const struct award_line *line,
                           const struct cell *values, enum award_outcome *outcome, GError **error)
{
    struct cell found[4];
    bool there;
    if (!first(actions, source, ACTION_FIND, values, 1, found, G_N_ELEMENTS(found), &there, error))
        return false;
    bool again = mark_seen(actions, found[0].integer);
    int newer = compare_times(line->modified_at, found[3].text);
    bool same_day = strncmp(line->modified_on, found[3].text, 10) == 0;
    bool equal = same_day && strcmp(line->action_on, found[1].text) == 0 && line->amount == found[2].integer;
    *outcome = equal ? OUTCOME_UNCHANGED : newer < 0 ? OUTCOME_SUPERSEDED : OUTCOME_CHANGED;
    if (*outcome == OUTCOME_CHANGED && newer == 0 && again) {
        *outcome = OUTCOME_REJECTED;
        source_report(source, line->key_column,
                      "another record of this import has the same key and time of change, and another content: %s",
                      line->action_key);
    }
    return (*outcome != OUTCOME_CHANGED || run(actions, ACTION_CHANGE, values, 5, NULL, error)) &&
           (newer < 0 || *outcome == OUTCOME_REJECTED || note_time(actions, line, error));
}

bool actions_put(struct actions *actions, struct source *source, const struct award_line *line,
                 enum award_outcome *outcome, GError **error)
{
    const struct cell values[] = {cell_text(line->action_key), cell_text(line->award_key), cell_text(line->action_on),
                                  cell_integer(line->amount), cell_filled(line->modified_on)};
    int64_t added;
    if (!run(actions, ACTION_ADD, values, G_N_ELEMENTS(values), &added, error))
        return false;
    *outcome = OUTCOME_ADDED;
    if (added ? !note_total(actions, source, line, error) || !note_time(actions, line, error)
              : !replace_action(actions, source, line, values, outcome, error))
        return false;
    register_count(actions->reg, actions->table,
                   &(struct register_counts){.added = *outcome == OUTCOME_ADDED,
                                             .changed = *outcome == OUTCOME_CHANGED,
                                             .unchanged = *outcome == OUTCOME_UNCHANGED});
    return true;
}

bool actions_remove(struct actions *actions, struct source *source, const struct award_line *line,
                    enum award_outcome *outcome, GError **error)
{
    const struct cell values[] = {cell_text(line->action_key), cell_text(line->modified_at)};
    struct cell found[4];
    bool there;
    int64_t noted;
    if (!first(actions, source, ACTION_FIND, values, 1, found, G_N_ELEMENTS(found), &there, error))
        return false;
    *outcome = OUTCOME_SUPERSEDED;
    if (there && compare_times(line->modified_at, found[3].text) < 0)
        return true;
    if (!run(actions, REMOVED_ADD, values, 2, &noted, error) ||
        (there && !take(actions, ACTION_REMOVE, actions->table, line->action_key, error)))
        return false;
    actions->has_removed = true;
    *outcome = there || noted ? OUTCOME_REMOVED : OUTCOME_UNCHANGED;
    return !there || take(actions, AWARD_EMPTY, actions->awards, line->award_key, error);
}

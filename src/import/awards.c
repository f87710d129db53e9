/* Puts award lines. What wins over what of an award stands in write/award_change.sql. */
#include "import/awards.h"

#include "import/award_source.h"
#include "import/create.h"
#include "import/held.h"
#include "store/command.h"
#include "store/rule.h"

#include <string.h>

enum { PROGRESS_EVERY = 8192 };

enum { AWARD_ADD, AWARD_THERE, AWARD_GROW, AWARD_CHANGE, AWARD_YEAR, AWARD_SOURCE, COMMANDS };

static const char *const command_names[COMMANDS] = {
    [AWARD_ADD] = "award_add",       [AWARD_THERE] = "award_there", [AWARD_GROW] = "award_grow",
    [AWARD_CHANGE] = "award_change", [AWARD_YEAR] = "award_year",   [AWARD_SOURCE] = "award_source",
};

struct awards {
    struct register_store *reg;
    const struct table *table; /* award */
    struct gazetteer *gazetteer;
    const struct awards_options *options;
    struct recipients *recipients;
    struct actions *actions;
    struct command *commands[COMMANDS];
    struct arena *arena, *holding;
    struct cell *held;       /* what is still to be written of the award at hand, or NULL */
    bool held_stands;        /* nothing of it is */
    bool held_added;         /* it was not there before, and stands but for what award_grow.sql sets */
    bool held_told;          /* an amount of it that holds is this file's */
    bool is_new, is_changed; /* the award at hand */
    GHashTable *programs;    /* listing -> key */
    struct held_awards *editors;
    const struct award_form *form; /* of the file at hand, as the next */
    struct award_source source;
    struct award_tallies tallies;
};

static bool read_program(void *self, const struct cell *cells, GError **error)
{
    (void)error;
    struct awards *awards = self;
    g_hash_table_replace(awards->programs, arena_strdup(awards->arena, cells[0].text),
                         arena_strdup(awards->arena, cells[1].text));
    return true;
}

static bool read_programs(struct awards *awards, GError **error)
{
    struct command *programs = command_prepare(awards->reg, "programs", error);
    return programs && command_each(programs, NULL, 0, 2, read_program, awards, error);
}

void awards_free(struct awards *awards)
{
    if (!awards)
        return;
    recipients_free(awards->recipients);
    actions_free(awards->actions);
    held_awards_free(awards->editors);
    g_hash_table_destroy(awards->programs);
    arena_free(awards->arena);
    arena_free(awards->holding);
    g_free(awards);
}

static bool run(struct awards *awards, int command, const struct cell *values, size_t n, int64_t *changed,
                GError **error)
{
    return command_run(awards->commands[command], values, n, changed, error);
}

/* The program's key; "" after a report that there is none; NULL when the database fails. */
static const char *find_program(struct awards *awards, struct source *source, const struct award_line *line,
                                GError **error)
{
    const char *key = g_hash_table_lookup(awards->programs, line->listing);
    if (key)
        return key;
    if (!awards->options->create) {
        source_report(source, awards->form->names[FIELD_LISTING],
                      "no program of the register has the listing %s; import --create adds it",
                      rule_quote(source->scratch, line->listing));
        return "";
    }
    key = arena_strdup(awards->arena, line->listing);
    if (!create_program(awards->reg, key, line->listing_title, line->agency, error))
        return NULL;
    g_hash_table_insert(awards->programs, (char *)key, (char *)key);
    return key;
}

/* Before an award that is not there; see put_both for why not after it. */
static bool foresee_source(struct awards *awards, struct source *source, const struct cell *cells, GError **error)
{
    struct cell one;
    bool there = true;
    return (awards->source.is_used ||
            command_first(awards->commands[AWARD_THERE], source->scratch, cells, 1, &one, 1, &there, error)) &&
           (there || award_source_use(&awards->source, error));
}

enum { AWARD_CELLS = 10, CELL_YEAR = 6, CELL_MODIFIED = 8, CELL_SOURCE = 9 };

static void award_cells(const struct awards *awards, const struct award_line *line, const char *program,
                        const struct met *met, struct cell cells[AWARD_CELLS])
{
    const struct cell values[AWARD_CELLS] = {
        cell_text(line->award_key),
        cell_filled(line->fain),
        cell_text(program),
        cell_text(met->match.jurisdiction_key),
        cell_text(line->recipient.name),
        cell_filled(line->recipient.uei),
        cell_integer(line->fiscal_year),
        cell_filled(line->summary),
        cell_filled(line->modified_on),
        cell_text(awards->source.key),
    };
    memcpy(cells, values, sizeof values);
}

/* Adds the award when it is not there. */
static bool add_award(struct awards *awards, struct source *source, const struct cell *cells, bool *added,
                      GError **error)
{
    int64_t n;
    if (!foresee_source(awards, source, cells, error) || !run(awards, AWARD_ADD, cells, AWARD_CELLS, &n, error))
        return false;
    *added = n > 0;
    return true;
}

static bool change_award(struct awards *awards, const struct cell *cells, GError **error)
{
    const struct cell year[] = {cells[0], cells[CELL_YEAR]};
    int64_t changed, other_year;
    if (!run(awards, AWARD_CHANGE, cells, AWARD_CELLS, &changed, error) ||
        !run(awards, AWARD_YEAR, year, G_N_ELEMENTS(year), &other_year, error))
        return false;
    awards->is_changed |= changed || other_year;
    return !changed || award_source_use(&awards->source, error);
}

static const char *text_of(const struct cell *cell)
{
    return cell->kind == CELL_TEXT ? cell->text : "";
}

/* Whether both say the same of the award but for its year and the day of change. */
static bool agree(const struct cell *a, const struct cell *b)
{
    for (size_t i = 0; i < AWARD_CELLS; i++)
        if (i != CELL_YEAR && i != CELL_MODIFIED && strcmp(text_of(&a[i]), text_of(&b[i])) != 0)
            return false;
    return true;
}

static bool grow_award(struct awards *awards, const struct cell *cells, GError **error)
{
    const struct cell values[] = {cells[0], cells[CELL_YEAR], cells[CELL_MODIFIED]};
    return run(awards, AWARD_GROW, values, G_N_ELEMENTS(values), NULL, error);
}

/* An award whose amounts come from several files cites the one that told of them last. */
static bool name_source(struct awards *awards, const struct cell *cells, GError **error)
{
    const struct cell values[] = {cells[0], cells[CELL_SOURCE]};
    int64_t changed;
    if (!run(awards, AWARD_SOURCE, values, G_N_ELEMENTS(values), &changed, error))
        return false;
    awards->is_changed |= changed;
    return !changed || award_source_use(&awards->source, error);
}

static bool release_award(struct awards *awards, GError **error)
{
    bool ok = !awards->held ||
              ((awards->held_stands || (awards->held_added ? grow_award : change_award)(awards, awards->held, error)) &&
               (!awards->held_told || name_source(awards, awards->held, error)));
    awards->held = NULL;
    return ok;
}

/* Another award follows, or none. */
static bool leave_award(struct awards *awards, GError **error)
{
    bool was_there = awards->held && !awards->is_new;
    if (!release_award(awards, error))
        return false;
    register_count(awards->reg, awards->table,
                   &(struct register_counts){.changed = was_there && awards->is_changed,
                                             .unchanged = was_there && !awards->is_changed});
    awards->is_new = awards->is_changed = false;
    return true;
}

static void hold_cells(struct awards *awards, const struct cell *cells, bool added)
{
    arena_reset(awards->holding);
    awards->held = ARENA_ROOM(awards->holding, struct cell, AWARD_CELLS);
    awards->held_stands = awards->held_added = added;
    awards->held_told = false;
    for (size_t i = 0; i < AWARD_CELLS; i++) {
        awards->held[i] = cells[i];
        if (cells[i].kind == CELL_TEXT)
            awards->held[i].text = arena_strdup(awards->holding, cells[i].text);
    }
}

/* The actions of an award mostly stand together: what they tell of it is held back and written once. added: the award
 * was just added as the cells have it. */
static bool hold_award(struct awards *awards, const struct cell *cells, bool added, GError **error)
{
    struct cell *held = awards->held;
    if (!held || !agree(held, cells)) {
        if (!release_award(awards, error))
            return false;
        hold_cells(awards, cells, added);
        return true;
    }
    if (cells[CELL_YEAR].integer < held[CELL_YEAR].integer) {
        held[CELL_YEAR] = cells[CELL_YEAR];
        awards->held_stands = false;
    }
    if (strcmp(text_of(&cells[CELL_MODIFIED]), text_of(&held[CELL_MODIFIED])) > 0) {
        held[CELL_MODIFIED] = cell_text(arena_strdup(awards->holding, cells[CELL_MODIFIED].text));
        awards->held_stands = false;
    }
    return true;
}

/* The award stands before its action: while a reference has no target, SQLite looks for children of every new row. */
static bool put_both(struct awards *awards, struct source *source, const struct award_line *line,
                     const struct cell *cells, enum award_outcome *outcome, GError **error)
{
    bool same = awards->held && strcmp(awards->held[0].text, line->award_key) == 0, added = false;
    if (!same && (!leave_award(awards, error) || !add_award(awards, source, cells, &added, error)))
        return false;
    awards->is_new |= added;
    register_count(awards->reg, awards->table, &(struct register_counts){.added = added});
    if (!actions_put(awards->actions, source, line, outcome, error) ||
        (*outcome != OUTCOME_REJECTED && !hold_award(awards, cells, added, error)))
        return false;
    awards->held_told |= !awards->held_added && (*outcome == OUTCOME_ADDED || *outcome == OUTCOME_CHANGED);
    return true;
}

static bool put_line(struct awards *awards, struct source *source, const struct award_line *line,
                     enum award_outcome *outcome, GError **error)
{
    award_source_note(&awards->source, *line->modified_on ? line->modified_on : line->action_on);
    if (line->is_removed)
        return leave_award(awards, error) && actions_remove(awards->actions, source, line, outcome, error);
    *outcome = OUTCOME_REJECTED;
    const char *program = find_program(awards, source, line, error);
    if (!program || !*program)
        return program != NULL;
    *outcome = OUTCOME_HELD;
    if (held_awards_take(awards->editors, source->scratch, program, line))
        return true;
    struct met *met = recipients_find(awards->recipients, &line->recipient, error);
    bool superseded;
    if (!met || !actions_superseded(awards->actions, source, line, &superseded, error))
        return false;
    struct cell cells[AWARD_CELLS];
    award_cells(awards, line, program, met, cells);
    *outcome = OUTCOME_SUPERSEDED;
    if (!superseded && !put_both(awards, source, line, cells, outcome, error))
        return false;
    return *outcome == OUTCOME_REJECTED ||
           recipients_count(awards->recipients, met, line->amount, line->award_key, error);
}

static bool create(void *self, const struct recipient *recipient, bool *created, GError **error)
{
    struct awards *awards = self;
    return create_recipient(awards->reg, awards->gazetteer, recipient, awards->source.key, created, error) &&
           (!*created || award_source_use(&awards->source, error));
}

struct awards *awards_new(struct register_store *reg, struct gazetteer *gazetteer, const struct awards_options *options,
                          GError **error)
{
    struct awards *awards = g_new0(struct awards, 1);
    *awards = (struct awards){
        .reg = reg,
        .table = schema_table(register_schema(reg), "award"),
        .gazetteer = gazetteer,
        .options = options,
        .arena = arena_new(),
        .holding = arena_new(),
        .programs = g_hash_table_new(g_str_hash, g_str_equal),
    };
    bool ok = register_script(reg, "write/bulk", error);
    for (size_t i = 0; ok && i < COMMANDS; i++)
        ok = (awards->commands[i] = command_prepare(reg, command_names[i], error)) != NULL;
    ok = ok && (awards->recipients = recipients_new(reg, gazetteer, options->create ? create : NULL, awards, error)) &&
         (awards->actions = actions_new(reg, error)) && (awards->editors = held_awards_new(reg, error)) &&
         read_programs(awards, error);
    if (ok)
        return awards;
    awards_free(awards);
    return NULL;
}

static void *prepare_line(const void *self, struct source *source)
{
    const struct awards *awards = self;
    struct award_line *line = ARENA_ROOM(source->scratch, struct award_line, 1);
    return usaspending_read(awards->form, source, line) ? line : NULL;
}

static bool read_record(void *self, struct source *source, GError **error)
{
    struct awards *awards = self;
    struct award_line unsound, *line = source->ready;
    enum award_outcome outcome = OUTCOME_REJECTED;
    bool is_sound = line || usaspending_read(awards->form, source, line = &unsound);
    if (is_sound && !put_line(awards, source, line, &outcome, error))
        return false;
    struct tally *tally = &awards->tallies.outcomes[outcome];
    tally->records++;
    tally->amount += line->amount;
    awards->tallies.n_unread -= outcome == OUTCOME_REJECTED && line->has_amount;
    if (line->is_removed && outcome != OUTCOME_REJECTED) {
        awards->tallies.unassigned.records++;
        awards->tallies.unassigned.amount += line->amount;
    }
    if (awards->options->progress && source->record.number % PROGRESS_EVERY == 0)
        awards->options->progress(awards->options->progress_self, source->record.number);
    return true;
}

bool awards_read(struct awards *awards, const struct award_form *form, struct source *source, GError **error)
{
    int64_t before = source->rejections->records, read = awards->tallies.outcomes[OUTCOME_REJECTED].records;
    awards->tallies.n_files++;
    awards->form = form;
    award_source_begin(&awards->source, awards->reg, awards->arena, source->name, awards->options->source_key);
    bool ok = source_each(source, prepare_line, read_record, awards, error) && leave_award(awards, error) &&
              award_source_end(&awards->source, error);
    /* Records that had not the fields to be read at all are rejected too. */
    int64_t rejected = source->rejections->records - before;
    awards->tallies.outcomes[OUTCOME_REJECTED].records = read + rejected;
    awards->tallies.n_unread += rejected;
    return ok;
}

bool awards_finish(struct awards *awards, GError **error)
{
    return recipients_settle(awards->recipients, error);
}

void awards_tallies(const struct awards *awards, struct arena *arena, struct award_tallies *tallies)
{
    *tallies = awards->tallies;
    held_awards_differ(awards->editors, arena, &tallies->held_otherwise);
    recipients_tallies(awards->recipients, &tallies->recipients);
}

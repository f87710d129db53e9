/* Puts award lines. What wins over what stands in write/award_change.sql and in put_action. */
#include "import/awards.h"

#include "import/create.h"
#include "import/row.h"
#include "store/command.h"
#include "store/rule.h"

#include <string.h>

#define META_TOTALS "award_totals" /* set once the register has held a total */

enum { PROGRESS_EVERY = 8192 };

/* In the order of command_names. */
enum {
    AWARD_ADD,
    AWARD_THERE,
    AWARD_CHANGE,
    AWARD_YEAR,
    AWARD_EMPTY,
    ACTION_ADD,
    ACTION_FIND,
    ACTION_CHANGE,
    ACTION_REMOVE,
    ACTION_OTHERS,
    REMOVED_ADD,
    REMOVED_FIND,
    COMMANDS
};

static const char *const command_names[COMMANDS] = {
    [AWARD_ADD] = "award_add",         [AWARD_THERE] = "award_there",     [AWARD_CHANGE] = "award_change",
    [AWARD_YEAR] = "award_year",       [AWARD_EMPTY] = "award_empty",     [ACTION_ADD] = "action_add",
    [ACTION_FIND] = "action_find",     [ACTION_CHANGE] = "action_change", [ACTION_REMOVE] = "action_remove",
    [ACTION_OTHERS] = "action_others", [REMOVED_ADD] = "removed_add",     [REMOVED_FIND] = "removed_find",
};

struct awards {
    struct register_store *reg;
    struct matcher *matcher;
    const struct awards_options *options;
    struct recipients *recipients;
    struct command *commands[COMMANDS];
    struct arena *arena, *scratch, *holding;
    struct cell *held;    /* what is still to be written of the award at hand, or NULL */
    bool held_stands;     /* nothing of it is */
    GHashTable *programs; /* listing -> key */
    bool has_removed, has_totals;
    int64_t last_row;                   /* of award_action before this import */
    GByteArray *seen;                   /* a bit for each row up to it: this import told it */
    const char *file_name, *source_key; /* of the file at hand */
    bool source_used;
    char newest[11]; /* modified_on or action_on of the file */
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
    struct command *select = command_prepare(awards->reg, "programs", error);
    return select && command_each(select, NULL, 0, 2, read_program, awards, error);
}

static bool read_state(struct awards *awards, GError **error)
{
    struct command *select = command_prepare(awards->reg, "removed_any", error);
    const char *totals;
    struct cell cells[2];
    bool found;
    if (!select || !command_first(select, awards->arena, NULL, 0, cells, 2, &found, error) ||
        !register_meta(awards->reg, awards->arena, META_TOTALS, &totals, error))
        return false;
    awards->has_removed = cells[0].integer != 0;
    awards->has_totals = totals != NULL;
    awards->last_row = cells[1].integer;
    g_byte_array_set_size(awards->seen, (unsigned)(awards->last_row / 8 + 1));
    memset(awards->seen->data, 0, awards->seen->len);
    return true;
}

void awards_free(struct awards *awards)
{
    if (!awards)
        return;
    recipients_free(awards->recipients);
    g_hash_table_destroy(awards->programs);
    g_byte_array_free(awards->seen, TRUE);
    arena_free(awards->arena);
    arena_free(awards->scratch);
    arena_free(awards->holding);
    g_free(awards);
}

static struct cell text_or_null(const char *text)
{
    return *text ? cell_text(text) : cell_null();
}

static bool run(struct awards *awards, int command, const struct cell *values, size_t n, int64_t *changed,
                GError **error)
{
    return command_run(awards->commands[command], values, n, changed, error);
}

static bool first(struct awards *awards, int command, const struct cell *values, size_t n, struct cell *cells,
                  size_t n_cells, bool *found, GError **error)
{
    return command_first(awards->commands[command], awards->scratch, values, n, cells, n_cells, found, error);
}

/* The program's key; "" after a report that there is none; NULL when the database fails. */
static const char *find_program(struct awards *awards, struct source *source, const struct award_line *line,
                                GError **error)
{
    const char *key = g_hash_table_lookup(awards->programs, line->listing);
    if (key)
        return key;
    if (!awards->options->create) {
        source_report(source, NULL, "no program of the register has the listing %s",
                      rule_quote(source->scratch, line->listing));
        return "";
    }
    key = arena_strdup(awards->arena, line->listing);
    if (!create_program(awards->reg, key, line->listing_title, line->agency, error))
        return NULL;
    g_hash_table_insert(awards->programs, (char *)key, (char *)key);
    return key;
}

/* "usaspending-assistance-primetransactions-2024-05-07" of "Assistance_PrimeTransactions_2024-05-07_1.csv": the parts
 * of one download are one source. */
static char *source_key_of(struct arena *arena, const char *name)
{
    g_autofree char *base = g_path_get_basename(name);
    char *end = base + strlen(base);
    if (g_str_has_suffix(base, ".csv") || g_str_has_suffix(base, ".CSV"))
        end -= 4;
    char *digits = end;
    while (digits > base && g_ascii_isdigit(digits[-1]))
        digits--;
    if (end - digits > 0 && end - digits < 4 && digits > base + 1 && digits[-1] == '_')
        end = digits - 1;
    *end = '\0';
    return arena_printf(arena, "usaspending-%s", row_slug(arena, base));
}

/* The source is there as soon as something of the file is; again at its end, when the newest day is known. */
static bool put_source(struct awards *awards, GError **error)
{
    struct command *add = command_prepare(awards->reg, "source_add", error);
    g_autofree char *title = g_path_get_basename(awards->file_name);
    const char *date = usaspending_file_date(awards->arena, title);
    const struct cell values[] = {cell_text(awards->source_key), cell_text("USAspending.gov"), cell_text(title),
                                  cell_text("https://www.usaspending.gov/download_center"),
                                  cell_text(date ? date : awards->newest)};
    return add && command_run(add, values, G_N_ELEMENTS(values), NULL, error);
}

static bool use_source(struct awards *awards, GError **error)
{
    if (awards->source_used)
        return true;
    awards->source_used = true;
    return awards->options->source_key || put_source(awards, error);
}

/* Before an award that is not there; see put_action for why not after it. */
static bool foresee_source(struct awards *awards, const struct cell *cells, GError **error)
{
    struct cell one;
    bool there = true;
    return (awards->source_used || first(awards, AWARD_THERE, cells, 1, &one, 1, &there, error)) &&
           (there || use_source(awards, error));
}

enum { AWARD_CELLS = 10, CELL_YEAR = 6, CELL_MODIFIED = 8 };

static void award_cells(const struct awards *awards, const struct award_line *line, const char *program,
                        const struct met *met, struct cell cells[AWARD_CELLS])
{
    const struct cell values[AWARD_CELLS] = {
        cell_text(line->award_key),
        text_or_null(line->fain),
        cell_text(program),
        cell_text(met->match.jurisdiction_key),
        cell_text(line->recipient.name),
        text_or_null(line->recipient.uei),
        cell_integer(line->fiscal_year),
        text_or_null(line->summary),
        text_or_null(line->modified_on),
        cell_text(awards->source_key),
    };
    memcpy(cells, values, sizeof values);
}

/* Adds the award when it is not there. */
static bool add_award(struct awards *awards, const struct cell *cells, bool *added, GError **error)
{
    int64_t n;
    if (!foresee_source(awards, cells, error) || !run(awards, AWARD_ADD, cells, AWARD_CELLS, &n, error))
        return false;
    *added = n > 0;
    return true;
}

static bool change_award(struct awards *awards, const struct cell *cells, GError **error)
{
    const struct cell year[] = {cells[0], cells[CELL_YEAR]};
    int64_t changed;
    return run(awards, AWARD_CHANGE, cells, AWARD_CELLS, &changed, error) &&
           run(awards, AWARD_YEAR, year, G_N_ELEMENTS(year), NULL, error) && (!changed || use_source(awards, error));
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

static bool release_award(struct awards *awards, GError **error)
{
    bool ok = !awards->held || awards->held_stands || change_award(awards, awards->held, error);
    awards->held = NULL;
    return ok;
}

static void hold_cells(struct awards *awards, const struct cell *cells, bool stands)
{
    arena_reset(awards->holding);
    awards->held = ARENA_ARRAY(awards->holding, struct cell, AWARD_CELLS);
    awards->held_stands = stands;
    for (size_t i = 0; i < AWARD_CELLS; i++) {
        awards->held[i] = cells[i];
        if (cells[i].kind == CELL_TEXT)
            awards->held[i].text = arena_strdup(awards->holding, cells[i].text);
    }
}

/* The actions of an award mostly stand together: what they tell of it is held back and written once. stands: the cells
 * are in the register already. */
static bool hold_award(struct awards *awards, const struct cell *cells, bool stands, GError **error)
{
    struct cell *held = awards->held;
    if (!held || !agree(held, cells)) {
        if (!release_award(awards, error))
            return false;
        hold_cells(awards, cells, stands);
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

/* Whether this import told that row already; it has now. */
static bool mark_seen(struct awards *awards, int64_t row)
{
    if (row > awards->last_row)
        return true;
    uint8_t *byte = &awards->seen->data[row / 8], bit = (uint8_t)(1u << (row % 8));
    bool was = *byte & bit;
    *byte |= bit;
    return was;
}

/* Whether the register holds something that makes this line old: a withdrawal, or the actions of a total. */
static bool is_superseded(struct awards *awards, const struct award_line *line, bool *superseded, GError **error)
{
    const struct cell key = cell_text(line->action_key), keys[] = {cell_text(line->award_key), key};
    struct cell found = cell_null();
    bool removed = false, others = false;
    if ((awards->has_removed && !first(awards, REMOVED_FIND, &key, 1, &found, 1, &removed, error)) ||
        (line->is_total && !first(awards, ACTION_OTHERS, keys, 2, &found, 1, &others, error)))
        return false;
    *superseded = others || (removed && strcmp(found.text, line->modified_on) >= 0);
    return true;
}

/* A total goes when the first transaction of its award comes. */
static bool note_total(struct awards *awards, const struct award_line *line, GError **error)
{
    const struct cell total = cell_text(arena_printf(awards->scratch, "%s.total", line->award_key));
    bool is_first = line->is_total && !awards->has_totals;
    if (!line->is_total && !awards->has_totals)
        return true;
    awards->has_totals = true;
    if (is_first)
        return register_set_meta(awards->reg, META_TOTALS, "1", error);
    return line->is_total || run(awards, ACTION_REMOVE, &total, 1, NULL, error);
}

/* Which of two holds when the action is there: the one changed last; of two of one day the one of the later import;
 * within one import they contradict each other. */
static bool replace_action(struct awards *awards, struct source *source, const struct award_line *line,
                           const struct cell *values, enum award_outcome *outcome, GError **error)
{
    struct cell found[4];
    bool there;
    if (!first(awards, ACTION_FIND, values, 1, found, G_N_ELEMENTS(found), &there, error))
        return false;
    bool again = mark_seen(awards, found[0].integer);
    int newer = strcmp(line->modified_on, found[3].text);
    bool equal = newer == 0 && strcmp(line->action_on, found[1].text) == 0 && line->amount == found[2].integer;
    *outcome = equal ? OUTCOME_UNCHANGED : newer < 0 ? OUTCOME_SUPERSEDED : OUTCOME_CHANGED;
    if (*outcome == OUTCOME_CHANGED && newer == 0 && again) {
        *outcome = OUTCOME_REJECTED;
        source_report(source, NULL,
                      "another record of this import has the same key and day of change, and another content: %s",
                      line->action_key);
    }
    return *outcome != OUTCOME_CHANGED || run(awards, ACTION_CHANGE, values, 5, NULL, error);
}

static bool put_action(struct awards *awards, struct source *source, const struct award_line *line,
                       enum award_outcome *outcome, GError **error)
{
    const struct cell values[] = {cell_text(line->action_key), cell_text(line->award_key), cell_text(line->action_on),
                                  cell_integer(line->amount), text_or_null(line->modified_on)};
    int64_t added;
    if (!run(awards, ACTION_ADD, values, G_N_ELEMENTS(values), &added, error))
        return false;
    *outcome = OUTCOME_ADDED;
    return added ? note_total(awards, line, error) : replace_action(awards, source, line, values, outcome, error);
}

/* The award stands before its action: while a reference has no target, SQLite looks for children of every new row. */
static bool put_both(struct awards *awards, struct source *source, const struct award_line *line,
                     const struct cell *cells, enum award_outcome *outcome, GError **error)
{
    bool same = awards->held && strcmp(awards->held[0].text, line->award_key) == 0, added = false;
    if (!same && (!release_award(awards, error) || !add_award(awards, cells, &added, error)))
        return false;
    return put_action(awards, source, line, outcome, error) &&
           (*outcome == OUTCOME_REJECTED || hold_award(awards, cells, added, error));
}

static bool remove_action(struct awards *awards, const struct award_line *line, enum award_outcome *outcome,
                          GError **error)
{
    const struct cell values[] = {cell_text(line->action_key), cell_text(line->modified_on)},
                      award = cell_text(line->award_key);
    struct cell found[4];
    bool there;
    int64_t noted;
    if (!first(awards, ACTION_FIND, values, 1, found, G_N_ELEMENTS(found), &there, error))
        return false;
    *outcome = OUTCOME_SUPERSEDED;
    if (there && strcmp(line->modified_on, found[3].text) < 0)
        return true;
    if (!run(awards, REMOVED_ADD, values, 2, &noted, error) ||
        (there && !run(awards, ACTION_REMOVE, values, 1, NULL, error)))
        return false;
    awards->has_removed = true;
    *outcome = there || noted ? OUTCOME_REMOVED : OUTCOME_UNCHANGED;
    return !there || run(awards, AWARD_EMPTY, &award, 1, NULL, error);
}

static void note_newest(struct awards *awards, const struct award_line *line)
{
    const char *date = *line->modified_on ? line->modified_on : line->action_on;
    if (date && strcmp(date, awards->newest) > 0)
        g_strlcpy(awards->newest, date, sizeof awards->newest);
}

static bool put_line(struct awards *awards, struct source *source, const struct award_line *line,
                     enum award_outcome *outcome, GError **error)
{
    note_newest(awards, line);
    if (line->is_removed)
        return release_award(awards, error) && remove_action(awards, line, outcome, error);
    *outcome = OUTCOME_REJECTED;
    const char *program = find_program(awards, source, line, error);
    if (!program || !*program)
        return program != NULL;
    struct met *met = recipients_find(awards->recipients, &line->recipient, error);
    bool superseded;
    if (!met || !is_superseded(awards, line, &superseded, error))
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
    return create_recipient(awards->reg, awards->matcher, recipient, awards->source_key, created, error) &&
           (!*created || use_source(awards, error));
}

struct awards *awards_new(struct register_store *reg, struct matcher *matcher, const struct awards_options *options,
                          GError **error)
{
    struct awards *awards = g_new0(struct awards, 1);
    *awards = (struct awards){
        .reg = reg,
        .matcher = matcher,
        .options = options,
        .arena = arena_new(),
        .scratch = arena_new(),
        .holding = arena_new(),
        .programs = g_hash_table_new(g_str_hash, g_str_equal),
        .seen = g_byte_array_new(),
    };
    bool ok = register_script(reg, "write/bulk", error);
    for (size_t i = 0; ok && i < COMMANDS; i++)
        ok = (awards->commands[i] = command_prepare(reg, command_names[i], error)) != NULL;
    ok = ok && (awards->recipients = recipients_new(reg, matcher, options->create ? create : NULL, awards, error)) &&
         read_programs(awards, error) && read_state(awards, error);
    if (ok)
        return awards;
    awards_free(awards);
    return NULL;
}

static bool read_record(struct awards *awards, const struct usaspending *form, struct source *source, GError **error)
{
    struct award_line line;
    enum award_outcome outcome = OUTCOME_REJECTED;
    bool sound = usaspending_read(form, source, &line);
    if (sound && !put_line(awards, source, &line, &outcome, error))
        return false;
    struct tally *tally = &awards->tallies.outcomes[outcome];
    tally->records++;
    tally->amount += line.amount;
    if (line.is_removed && outcome != OUTCOME_REJECTED) {
        awards->tallies.unassigned.records++;
        awards->tallies.unassigned.amount += line.amount;
    }
    arena_reset(awards->scratch);
    if (awards->options->progress && source->record.number % PROGRESS_EVERY == 0)
        awards->options->progress(awards->options->progress_self, source->record.number);
    return true;
}

bool awards_read(struct awards *awards, const struct usaspending *form, struct source *source, GError **error)
{
    GError *failed = NULL;
    int64_t before = source->rejections->records, read = awards->tallies.outcomes[OUTCOME_REJECTED].records;
    awards->tallies.n_files++;
    awards->source_key =
        awards->options->source_key ? awards->options->source_key : source_key_of(awards->arena, source->name);
    awards->file_name = source->name;
    awards->source_used = false;
    awards->newest[0] = '\0';
    while (!source->broken && source_next(source, &failed) && read_record(awards, form, source, &failed)) {
    }
    if (!failed)
        release_award(awards, &failed);
    /* Records that had not the fields to be read at all. */
    struct tally *rejected = &awards->tallies.outcomes[OUTCOME_REJECTED];
    rejected->records = read + (source->rejections->records - before);
    if (!failed && awards->source_used && !awards->options->source_key)
        put_source(awards, &failed);
    if (!failed)
        return true;
    g_propagate_error(error, failed);
    return false;
}

bool awards_finish(struct awards *awards, GError **error)
{
    return recipients_settle(awards->recipients, error);
}

void awards_tallies(const struct awards *awards, struct award_tallies *tallies)
{
    *tallies = awards->tallies;
    recipients_tallies(awards->recipients, &tallies->recipients);
}

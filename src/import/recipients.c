/* A cache of recipients, the unsure ones of which are written back to temp.recipient, and what is done with those at
 * the end. */
#include "import/recipients.h"

#include "base/sha256.h"
#include "import/create.h"
#include "store/command.h"

#include <string.h>

enum { CACHED_MAX = 100000, PARTS = 10, HASH_LENGTH = 32 };

struct recipients {
    struct register_store *reg;
    struct gazetteer *gazetteer;
    recipients_create *create;
    void *create_self;
    struct command *add, *find, *settle, *pending, *identifier;
    struct arena *arena, *scratch; /* of the cached ones; of one step */
    GHashTable *cached;            /* struct recipient -> struct met */
    struct met *last;              /* the one met last, or NULL */
    struct recipient_tallies tallies;
};

static void parts_of(const struct recipient *r, const char *parts[PARTS])
{
    const char *const all[PARTS] = {r->name,  r->uei,  r->duns,   r->id,           r->state,
                                    r->types, r->city, r->county, r->county_geoid, r->place_geoid};
    memcpy(parts, all, sizeof all);
}

static gboolean same_recipient(const void *one, const void *other)
{
    const char *parts[PARTS], *others[PARTS];
    parts_of(one, parts);
    parts_of(other, others);
    size_t i = 0;
    while (i < PARTS && strcmp(parts[i], others[i]) == 0)
        i++;
    return i == PARTS;
}

static guint hash_recipient(const void *recipient)
{
    const char *parts[PARTS];
    guint hash = 0;
    parts_of(recipient, parts);
    for (size_t i = 0; i < PARTS; i++)
        hash = hash * 31 + g_str_hash(parts[i]);
    return hash;
}

/* What stands for a recipient in the table: its index stays small, and recipients come in no order. */
static void identity_of(const struct recipient *recipient, char identity[static 65])
{
    const char *parts[PARTS];
    struct sha256 sha256 = sha256_begin();
    parts_of(recipient, parts);
    for (size_t i = 0; i < PARTS; i++)
        sha256_add(&sha256, parts[i], strlen(parts[i]) + 1);
    sha256_end(&sha256, identity);
    identity[HASH_LENGTH] = '\0';
}

struct recipients *recipients_new(struct register_store *reg, struct gazetteer *gazetteer, recipients_create *create,
                                  void *create_self, GError **error)
{
    struct recipients *recipients = g_new0(struct recipients, 1);
    *recipients = (struct recipients){
        .reg = reg,
        .gazetteer = gazetteer,
        .create = create,
        .create_self = create_self,
        .arena = arena_new(),
        .scratch = arena_new(),
        .cached = g_hash_table_new(hash_recipient, same_recipient),
    };
    if (register_script(reg, "write/awards_open", error) &&
        (recipients->add = command_prepare(reg, "recipient_add", error)) &&
        (recipients->find = command_prepare(reg, "recipient_find", error)) &&
        (recipients->settle = command_prepare(reg, "recipient_settle", error)) &&
        (recipients->pending = command_prepare(reg, "pending_add", error)) &&
        (recipients->identifier = command_prepare(reg, "identifier_add", error)))
        return recipients;
    recipients_free(recipients);
    return NULL;
}

void recipients_free(struct recipients *recipients)
{
    if (!recipients)
        return;
    g_hash_table_destroy(recipients->cached);
    arena_free(recipients->arena);
    arena_free(recipients->scratch);
    g_free(recipients);
}

static void add_up(struct tally *tally, int64_t records, __int128 amount)
{
    tally->records += records;
    tally->amount += amount;
}

static struct tally *tally_of(struct recipients *recipients, enum match_how how)
{
    struct recipient_tallies *tallies = &recipients->tallies;
    return how == MATCH_NONE ? &tallies->none : how == MATCH_UNSURE ? &tallies->unsure : &tallies->matched;
}

static struct match find(struct recipients *recipients, const struct recipient *recipient)
{
    arena_reset(recipients->scratch);
    return match_find(recipients->scratch, recipients->gazetteer, recipient);
}

static bool match(struct recipients *recipients, const struct recipient *recipient, struct match *match, GError **error)
{
    bool created = false;
    *match = find(recipients, recipient);
    if (match->how != MATCH_UNSURE || !recipients->create)
        return true;
    if (!recipients->create(recipients->create_self, recipient, &created, error))
        return false;
    if (created)
        *match = find(recipients, recipient);
    return true;
}

/* One that its name, code or alias decided teaches whose its identifiers are. */
static bool note_identifiers(struct recipients *recipients, const struct met *met, GError **error)
{
    const struct recipient *r = &met->recipient;
    const struct {
        const char *kind, *name;
    } identifiers[] = {{"uei", r->uei}, {"duns", r->duns}, {"usaspending", r->id}};
    bool ok = true;
    for (size_t i = 0; ok && met->match.how > MATCH_IDENTIFIER && i < G_N_ELEMENTS(identifiers); i++) {
        const struct cell values[] = {cell_text(identifiers[i].kind), cell_text(identifiers[i].name),
                                      cell_text(met->match.jurisdiction_key)};
        ok = !*identifiers[i].name || command_run(recipients->identifier, values, G_N_ELEMENTS(values), NULL, error);
    }
    return ok;
}

/* Writes what was counted of an unsure one since the last time. */
static bool write_met(struct recipients *recipients, struct met *met, GError **error)
{
    const struct recipient *r = &met->recipient;
    const __int128 most = INT64_MAX / 4;
    if (met->match.how != MATCH_UNSURE)
        return true;
    char identity[65];
    identity_of(r, identity);
    const struct cell values[] = {
        cell_text(identity),
        cell_text(r->name),
        cell_text(r->uei),
        cell_text(r->duns),
        cell_text(r->id),
        cell_text(r->state),
        cell_text(r->types),
        cell_text(r->city),
        cell_text(r->county),
        cell_text(r->county_geoid),
        cell_text(r->place_geoid),
        cell_integer(met->match.how),
        cell_text(met->match.jurisdiction_key),
        cell_text(met->match.suggested_key),
        cell_text(met->match.reason),
        cell_integer(met->uncounted.records),
        cell_integer((int64_t)CLAMP(met->uncounted.amount, -most, most)),
    };
    struct cell id = cell_integer(0);
    bool found;
    met->uncounted = (struct tally){0};
    if (!command_run(recipients->add, values, G_N_ELEMENTS(values), NULL, error) ||
        !command_first(recipients->find, recipients->arena, values, 1, &id, 1, &found, error))
        return false;
    met->id = id.integer;
    return true;
}

static bool flush(struct recipients *recipients, GError **error)
{
    GHashTableIter iterator;
    void *met;
    bool ok = true;
    g_hash_table_iter_init(&iterator, recipients->cached);
    while (ok && g_hash_table_iter_next(&iterator, NULL, &met))
        ok = write_met(recipients, met, error);
    g_hash_table_remove_all(recipients->cached);
    recipients->last = NULL;
    arena_reset(recipients->arena);
    return ok;
}

static const char *keep(struct recipients *recipients, const char *text)
{
    return *text ? arena_strdup(recipients->arena, text) : "";
}

static struct met *meet(struct recipients *recipients, const struct recipient *r)
{
    struct met *met = ARENA_NEW(recipients->arena, struct met);
    met->recipient = (struct recipient){
        .name = keep(recipients, r->name),
        .uei = keep(recipients, r->uei),
        .duns = keep(recipients, r->duns),
        .id = keep(recipients, r->id),
        .state = keep(recipients, r->state),
        .types = keep(recipients, r->types),
        .city = keep(recipients, r->city),
        .county = keep(recipients, r->county),
        .county_geoid = keep(recipients, r->county_geoid),
        .place_geoid = keep(recipients, r->place_geoid),
    };
    g_hash_table_insert(recipients->cached, &met->recipient, met);
    return met;
}

static struct met *find_or_meet(struct recipients *recipients, const struct recipient *recipient, GError **error)
{
    struct met *met = g_hash_table_lookup(recipients->cached, recipient);
    if (met)
        return met;
    if (g_hash_table_size(recipients->cached) >= CACHED_MAX && !flush(recipients, error))
        return NULL;
    struct match found;
    if (!match(recipients, recipient, &found, error))
        return NULL;
    met = meet(recipients, recipient);
    met->match = found;
    return note_identifiers(recipients, met, error) ? met : NULL;
}

/* The records of an award mostly stand together. */
struct met *recipients_find(struct recipients *recipients, const struct recipient *recipient, GError **error)
{
    if (!recipients->last || !same_recipient(&recipients->last->recipient, recipient))
        recipients->last = find_or_meet(recipients, recipient, error);
    return recipients->last;
}

bool recipients_count(struct recipients *recipients, struct met *met, int64_t amount, const char *award_key,
                      GError **error)
{
    add_up(&met->uncounted, 1, amount);
    add_up(tally_of(recipients, met->match.how), 1, amount);
    if (met->match.how != MATCH_UNSURE)
        return true;
    if (!met->id && !write_met(recipients, met, error))
        return false;
    const struct cell values[] = {cell_integer(met->id), cell_text(award_key)};
    return command_run(recipients->pending, values, G_N_ELEMENTS(values), NULL, error);
}

/* What a reading of the table collects, to be written when it is over. */
struct collected {
    struct arena *arena;
    GPtrArray *rows; /* of struct cell arrays */
    size_t n_cells;
};

static bool collect(void *self, const struct cell *cells, GError **error)
{
    (void)error;
    struct collected *collected = self;
    struct cell *row = ARENA_ARRAY(collected->arena, struct cell, collected->n_cells);
    for (size_t i = 0; i < collected->n_cells; i++) {
        row[i] = cells[i];
        if (cells[i].kind == CELL_TEXT)
            row[i].text = arena_strdup(collected->arena, cells[i].text);
    }
    g_ptr_array_add(collected->rows, row);
    return true;
}

static bool learn(struct recipients *recipients, const struct cell *cells, GError **error)
{
    const struct alias alias = {
        .jurisdiction_key = cells[2].text,
        .kind = cells[0].text,
        .name = cells[1].text,
        .note = "Learned by an import from a recipient whose name matched.",
    };
    arena_reset(recipients->scratch);
    return create_alias(recipients->scratch, recipients->reg, recipients->gazetteer, &alias, error);
}

static bool learn_identifiers(struct recipients *recipients, struct collected *learned, GError **error)
{
    struct command *select = command_prepare(recipients->reg, "identifiers_learned", error);
    if (!select || !command_each(select, NULL, 0, learned->n_cells, collect, learned, error))
        return false;
    for (unsigned i = 0; i < learned->rows->len; i++)
        if (!learn(recipients, learned->rows->pdata[i], error))
            return false;
    return true;
}

/* The cells that write/recipients_to_settle.sql gives. */
enum {
    CELL_ID,
    CELL_NAME,
    CELL_UEI,
    CELL_DUNS,
    CELL_OTHER_ID,
    CELL_STATE,
    CELL_TYPES,
    CELL_CITY,
    CELL_COUNTY,
    CELL_COUNTY_GEOID,
    CELL_PLACE_GEOID,
    CELL_SUGGESTED,
    CELL_REASON,
    CELL_RECORDS,
    CELL_AMOUNT,
    CELLS_OF_RECIPIENT
};

static void read_cells(const struct cell *cells, struct recipient *recipient)
{
    *recipient = (struct recipient){
        .name = cells[CELL_NAME].text,
        .uei = cells[CELL_UEI].text,
        .duns = cells[CELL_DUNS].text,
        .id = cells[CELL_OTHER_ID].text,
        .state = cells[CELL_STATE].text,
        .types = cells[CELL_TYPES].text,
        .city = cells[CELL_CITY].text,
        .county = cells[CELL_COUNTY].text,
        .county_geoid = cells[CELL_COUNTY_GEOID].text,
        .place_geoid = cells[CELL_PLACE_GEOID].text,
    };
}

static bool settle(struct recipients *recipients, const struct cell *cells, int64_t *n_settled, GError **error)
{
    struct recipient recipient;
    read_cells(cells, &recipient);
    struct match now = find(recipients, &recipient);
    const struct cell values[] = {cells[CELL_ID], cell_integer(now.how), cell_text(now.jurisdiction_key),
                                  cell_text(now.suggested_key), cell_text(now.reason)};
    bool is_settled = now.how != MATCH_UNSURE;
    *n_settled += is_settled;
    if (is_settled) {
        add_up(&recipients->tallies.unsure, -cells[CELL_RECORDS].integer, -(__int128)cells[CELL_AMOUNT].integer);
        add_up(tally_of(recipients, now.how), cells[CELL_RECORDS].integer, cells[CELL_AMOUNT].integer);
    }
    return command_run(recipients->settle, values, G_N_ELEMENTS(values), NULL, error);
}

static bool settle_unsure(struct recipients *recipients, struct collected *unsure, GError **error)
{
    struct command *select = command_prepare(recipients->reg, "recipients_to_settle", error);
    struct command *awards = command_prepare(recipients->reg, "pending_settle", error);
    const struct cell how = cell_integer(MATCH_UNSURE);
    int64_t n_settled = 0;
    if (!select || !awards || !command_each(select, &how, 1, unsure->n_cells, collect, unsure, error))
        return false;
    for (unsigned i = 0; i < unsure->rows->len; i++)
        if (!settle(recipients, unsure->rows->pdata[i], &n_settled, error))
            return false;
    return n_settled == 0 || command_run(awards, NULL, 0, NULL, error);
}

static bool count_unsure(struct recipients *recipients, GError **error)
{
    struct command *count = command_prepare(recipients->reg, "recipients_number", error);
    const struct cell how = cell_integer(MATCH_UNSURE);
    struct cell number;
    bool found;
    if (!count || !command_first(count, recipients->arena, &how, 1, &number, 1, &found, error))
        return false;
    recipients->tallies.n_unsure = number.integer;
    return true;
}

bool recipients_settle(struct recipients *recipients, GError **error)
{
    struct collected learned = {arena_new(), g_ptr_array_new(), 3};
    struct collected unsure = {arena_new(), g_ptr_array_new(), CELLS_OF_RECIPIENT};
    bool ok = flush(recipients, error) && learn_identifiers(recipients, &learned, error) &&
              settle_unsure(recipients, &unsure, error) && count_unsure(recipients, error);
    g_ptr_array_free(learned.rows, TRUE);
    g_ptr_array_free(unsure.rows, TRUE);
    arena_free(learned.arena);
    arena_free(unsure.arena);
    return ok;
}

void recipients_tallies(const struct recipients *recipients, struct recipient_tallies *tallies)
{
    *tallies = recipients->tallies;
}

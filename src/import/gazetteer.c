/* Hash tables over jurisdictions. */
#include "import/gazetteer.h"

#include "import/spelling.h"
#include "import/states.h"
#include "store/command.h"

#include <string.h>

struct gazetteer {
    struct arena *arena;
    struct arena *scratch;                         /* of one call */
    GString *text;                                 /* what is looked up */
    GHashTable *by_key, *by_geoid, *by_identifier; /* text -> struct jurisdiction */
    GHashTable *by_name;                           /* text -> struct namesake */
};

/* The classes that a jurisdiction of a kind is found in. */
static const struct {
    const char *kind;
    unsigned classes;
} kinds[] = {
    {"state", CLASS_STATE},   {"territory", CLASS_STATE},
    {"county", CLASS_COUNTY}, {"consolidated", CLASS_PLACE | CLASS_COUNTY},
    {"city", CLASS_PLACE},    {"town", CLASS_TOWN},
    {"tribe", CLASS_TRIBE},   {"district", CLASS_DISTRICT},
};

struct gazetteer *gazetteer_new(void)
{
    struct gazetteer *gazetteer = g_new0(struct gazetteer, 1);
    gazetteer->arena = arena_new();
    gazetteer->scratch = arena_new();
    gazetteer->text = g_string_new(NULL);
    gazetteer->by_key = g_hash_table_new(g_str_hash, g_str_equal);
    gazetteer->by_geoid = g_hash_table_new(g_str_hash, g_str_equal);
    gazetteer->by_identifier = g_hash_table_new(g_str_hash, g_str_equal);
    gazetteer->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    return gazetteer;
}

void gazetteer_free(struct gazetteer *gazetteer)
{
    if (!gazetteer)
        return;
    g_hash_table_destroy(gazetteer->by_key);
    g_hash_table_destroy(gazetteer->by_geoid);
    g_hash_table_destroy(gazetteer->by_identifier);
    g_hash_table_destroy(gazetteer->by_name);
    g_string_free(gazetteer->text, TRUE);
    arena_free(gazetteer->arena);
    arena_free(gazetteer->scratch);
    g_free(gazetteer);
}

/* Valid until the next. */
static const char *name_key(const struct gazetteer *gazetteer, const char *state, enum name_class class,
                            const char *name)
{
    g_string_assign(gazetteer->text, state);
    g_string_append_c(gazetteer->text, '/');
    g_string_append_c(gazetteer->text, (char)class);
    g_string_append(gazetteer->text, name);
    return gazetteer->text->str;
}

const struct namesake *gazetteer_named(const struct gazetteer *gazetteer, const char *state, enum name_class class,
                                       const char *name)
{
    return g_hash_table_lookup(gazetteer->by_name, name_key(gazetteer, state, class, name));
}

static void add_name(struct gazetteer *gazetteer, const struct jurisdiction *jurisdiction, enum name_class class,
                     const char *name)
{
    const char *key = name_key(gazetteer, jurisdiction->state, class, name);
    const struct namesake *first = g_hash_table_lookup(gazetteer->by_name, key);
    for (const struct namesake *other = first; other; other = other->next)
        if (other->jurisdiction == jurisdiction)
            return;
    struct namesake *added = ARENA_NEW(gazetteer->arena, struct namesake);
    *added = (struct namesake){jurisdiction, first};
    g_hash_table_replace(gazetteer->by_name, arena_strdup(gazetteer->arena, key), added);
}

static unsigned classes_of_kind(const char *kind)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            return kinds[i].classes;
    return 0;
}

static void add_to_classes(struct gazetteer *gazetteer, const struct jurisdiction *jurisdiction, const char *name)
{
    for (unsigned class = CLASS_STATE; class < CLASS_ALIAS; class <<= 1)
        if (jurisdiction->classes & class)
            add_name(gazetteer, jurisdiction, class, name);
}

/* Files one name of a jurisdiction under every class of its kind. */
static void index_name(struct gazetteer *gazetteer, struct jurisdiction *jurisdiction, const char *name)
{
    bool is_consolidated = strcmp(jurisdiction->kind, "consolidated") == 0;
    struct spelling spelling;
    spelling_read(gazetteer->scratch, name, state_words(jurisdiction->state), jurisdiction->state, &spelling);
    if (!spelling.implied)
        jurisdiction->designations |= 1u << spelling.designation;
    add_to_classes(gazetteer, jurisdiction, spelling.whole);
    for (size_t i = 0; i < spelling.n_cores; i++)
        if (spelling.kinds[i] == CORE_WHOLE || (spelling.kinds[i] == CORE_HALF && is_consolidated))
            add_to_classes(gazetteer, jurisdiction, spelling.cores[i]);
    arena_reset(gazetteer->scratch);
}

void gazetteer_add(struct gazetteer *gazetteer, const struct gazetteer_entry *entry)
{
    struct jurisdiction *jurisdiction = ARENA_NEW(gazetteer->arena, struct jurisdiction);
    *jurisdiction = (struct jurisdiction){
        .key = arena_strdup(gazetteer->arena, entry->key),
        .kind = arena_strdup(gazetteer->arena, entry->kind),
        .state = arena_strdup(gazetteer->arena, entry->state),
        .geoid = arena_strdup(gazetteer->arena, entry->geoid),
        .county_geoid = arena_strdup(gazetteer->arena, entry->county_geoid),
        .classes = classes_of_kind(entry->kind),
    };
    size_t length = strlen(jurisdiction->geoid);
    jurisdiction->place_code =
        length == 7    ? jurisdiction->geoid
        : length == 10 ? arena_printf(gazetteer->arena, "%.2s%s", jurisdiction->geoid, jurisdiction->geoid + 5)
                       : "";
    g_hash_table_insert(gazetteer->by_key, (char *)jurisdiction->key, jurisdiction);
    if (length > 0)
        g_hash_table_insert(gazetteer->by_geoid, (char *)jurisdiction->geoid, jurisdiction);
    if (length == 10)
        g_hash_table_insert(gazetteer->by_geoid, (char *)jurisdiction->place_code, jurisdiction);
    index_name(gazetteer, jurisdiction, entry->name);
    /* The District of Columbia is a city and counts as a state. */
    if (strcmp(entry->state, "DC") == 0)
        add_name(gazetteer, jurisdiction, CLASS_STATE, state_words(entry->state));
}

/* An identifier that two jurisdictions have decides nothing: it leads to none. */
static void add_identifier(struct gazetteer *gazetteer, struct jurisdiction *jurisdiction, const char *kind,
                           const char *text)
{
    char *identifier = arena_printf(gazetteer->arena, "%s:%s", kind, text);
    void *other = NULL;
    if (g_hash_table_lookup_extended(gazetteer->by_identifier, identifier, NULL, &other) && other != jurisdiction)
        jurisdiction = NULL;
    g_hash_table_insert(gazetteer->by_identifier, identifier, jurisdiction);
}

void gazetteer_add_alias(struct gazetteer *gazetteer, const char *jurisdiction_key, const char *alias_kind,
                         const char *name)
{
    static const char *const identifiers[] = {"uei", "duns", "usaspending", NULL};
    struct jurisdiction *jurisdiction = g_hash_table_lookup(gazetteer->by_key, jurisdiction_key);
    if (!jurisdiction)
        return;
    if (g_strv_contains(identifiers, alias_kind)) {
        add_identifier(gazetteer, jurisdiction, alias_kind, name);
    } else if (strcmp(alias_kind, "recipient") == 0) {
        add_name(gazetteer, jurisdiction, CLASS_ALIAS, spelling_normal(gazetteer->scratch, name));
        arena_reset(gazetteer->scratch);
    } else {
        index_name(gazetteer, jurisdiction, name);
    }
}

const struct jurisdiction *gazetteer_identified(const struct gazetteer *gazetteer, const char *kind, const char *text)
{
    if (!*text)
        return NULL;
    g_string_assign(gazetteer->text, kind);
    g_string_append_c(gazetteer->text, ':');
    g_string_append(gazetteer->text, text);
    return g_hash_table_lookup(gazetteer->by_identifier, gazetteer->text->str);
}

const struct jurisdiction *gazetteer_by_geoid(const struct gazetteer *gazetteer, const char *geoid)
{
    return g_hash_table_lookup(gazetteer->by_geoid, geoid);
}

bool gazetteer_has(const struct gazetteer *gazetteer, const char *jurisdiction_key)
{
    return g_hash_table_contains(gazetteer->by_key, jurisdiction_key);
}

const char *gazetteer_by_name(const struct gazetteer *gazetteer, const char *state, const char *kind, const char *name)
{
    unsigned classes = classes_of_kind(kind), class = classes & -classes; /* of a city-county the place's */
    struct spelling spelling;
    spelling_read(gazetteer->scratch, name, state_words(state), state, &spelling);
    const struct namesake *found = NULL;
    for (size_t i = 0; class && i < spelling.n_cores && !found; i++)
        found = gazetteer_named(gazetteer, state, class, spelling.cores[i]);
    arena_reset(gazetteer->scratch);
    return found && !found->next ? found->jurisdiction->key : NULL;
}

static bool read_entry(void *self, const struct cell *cells, GError **error)
{
    (void)error;
    gazetteer_add(self, &(struct gazetteer_entry){cells[0].text, cells[1].text, cells[2].text, cells[3].text,
                                                  cells[4].text, cells[5].text});
    return true;
}

static bool read_alias(void *self, const struct cell *cells, GError **error)
{
    (void)error;
    gazetteer_add_alias(self, cells[0].text, cells[1].text, cells[2].text);
    return true;
}

struct gazetteer *gazetteer_load(struct register_store *reg, GError **error)
{
    struct gazetteer *gazetteer = gazetteer_new();
    struct command *targets = command_prepare(reg, "match_targets", error);
    struct command *aliases = targets ? command_prepare(reg, "match_aliases", error) : NULL;
    if (aliases && command_each(targets, NULL, 0, 6, read_entry, gazetteer, error) &&
        command_each(aliases, NULL, 0, 3, read_alias, gazetteer, error))
        return gazetteer;
    gazetteer_free(gazetteer);
    return NULL;
}

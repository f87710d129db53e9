/* The index of jurisdictions by identifier, code and name, and the rules of who is who. */
#include "import/match.h"

#include "import/spelling.h"
#include "import/states.h"

#include <string.h>

/* The index of names: "IL/P/chicago". One letter a class. */
enum name_class {
    CLASS_STATE = 'S',
    CLASS_COUNTY = 'C',
    CLASS_PLACE = 'P',
    CLASS_TOWN = 'T',
    CLASS_TRIBE = 'N',
    CLASS_DISTRICT = 'D',
    CLASS_ALIAS = 'A'
};

enum { CLASSES_MAX = 3 };

struct jurisdiction {
    const char *key, *kind, *state, *county_geoid;
    const char *geoid;
    const char *place_code; /* the seven digits of state and place; of a town's ten, without its county's; or "" */
    unsigned designations;  /* bits by enum designation: what its own names call it */
};

/* One name of a jurisdiction; several may share it. */
struct entry {
    const struct jurisdiction *jurisdiction;
    const struct entry *next;
};

struct matcher {
    struct arena *arena;
    struct arena *scratch;                         /* of one call */
    GHashTable *by_key, *by_geoid, *by_identifier; /* text -> struct jurisdiction */
    GHashTable *by_name;                           /* text -> struct entry */
};

static const struct {
    const char *kind;
    enum name_class classes[CLASSES_MAX]; /* it is found in */
} kinds[] = {
    {"state", {CLASS_STATE}},   {"territory", {CLASS_STATE}},
    {"county", {CLASS_COUNTY}}, {"consolidated", {CLASS_PLACE, CLASS_COUNTY}},
    {"city", {CLASS_PLACE}},    {"town", {CLASS_TOWN}},
    {"tribe", {CLASS_TRIBE}},   {"district", {CLASS_DISTRICT}},
};

/* Where a name of that sort may lead. */
static const enum name_class classes_of[][CLASSES_MAX] = {
    [NAMED_NOTHING] = {CLASS_PLACE, CLASS_TOWN, CLASS_COUNTY},
    [NAMED_STATE] = {CLASS_STATE},
    [NAMED_COUNTY] = {CLASS_COUNTY},
    [NAMED_CITY] = {CLASS_PLACE},
    [NAMED_VILLAGE] = {CLASS_PLACE},
    [NAMED_BOROUGH] = {CLASS_PLACE},
    [NAMED_TOWN] = {CLASS_TOWN},
    [NAMED_CONSOLIDATED] = {CLASS_PLACE, CLASS_COUNTY},
    [NAMED_TRIBE] = {CLASS_TRIBE},
    [NAMED_DISTRICT] = {CLASS_DISTRICT},
    [NAMED_OTHER] = {0},
};

/* What the codes of business types allow. A code that is not here is no general government's. */
static const struct {
    char code;
    enum name_class classes[CLASSES_MAX];
} types[] = {
    {'A', {CLASS_STATE}},    {'B', {CLASS_COUNTY}}, {'C', {CLASS_PLACE, CLASS_TOWN}},
    {'D', {CLASS_DISTRICT}}, {'F', {CLASS_STATE}},  {'I', {CLASS_TRIBE}},
    {'J', {CLASS_TRIBE}},    {'K', {CLASS_TRIBE}},
};
#define TYPES_OPEN "EX" /* regional organization, other: as good as no code */

struct matcher *matcher_new(void)
{
    struct matcher *matcher = g_new0(struct matcher, 1);
    matcher->arena = arena_new();
    matcher->scratch = arena_new();
    matcher->by_key = g_hash_table_new(g_str_hash, g_str_equal);
    matcher->by_geoid = g_hash_table_new(g_str_hash, g_str_equal);
    matcher->by_identifier = g_hash_table_new(g_str_hash, g_str_equal);
    matcher->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    return matcher;
}

void matcher_free(struct matcher *matcher)
{
    if (!matcher)
        return;
    g_hash_table_destroy(matcher->by_key);
    g_hash_table_destroy(matcher->by_geoid);
    g_hash_table_destroy(matcher->by_identifier);
    g_hash_table_destroy(matcher->by_name);
    arena_free(matcher->arena);
    arena_free(matcher->scratch);
    g_free(matcher);
}

static char *name_key(struct arena *arena, const char *state, enum name_class class, const char *name)
{
    return arena_printf(arena, "%s/%c/%s", state, (char)class, name);
}

static const struct entry *find_name(const struct matcher *matcher, const char *state, enum name_class class,
                                     const char *name)
{
    g_autofree char *key = g_strdup_printf("%s/%c/%s", state, (char)class, name);
    return g_hash_table_lookup(matcher->by_name, key);
}

static void add_name(struct matcher *matcher, const struct jurisdiction *jurisdiction, enum name_class class,
                     const char *name)
{
    const struct entry *first = find_name(matcher, jurisdiction->state, class, name);
    for (const struct entry *entry = first; entry; entry = entry->next)
        if (entry->jurisdiction == jurisdiction)
            return;
    struct entry *entry = ARENA_NEW(matcher->arena, struct entry);
    *entry = (struct entry){jurisdiction, first};
    g_hash_table_replace(matcher->by_name, name_key(matcher->arena, jurisdiction->state, class, name), entry);
}

static const enum name_class *classes_of_kind(const char *kind)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            return kinds[i].classes;
    return NULL;
}

static const char *name_of_state(const char *usps)
{
    const struct state *state = state_by_usps(usps);
    return state ? state->name : "";
}

/* Files one name of a jurisdiction under every class of its kind. */
static void index_name(struct matcher *matcher, struct jurisdiction *jurisdiction, const char *name)
{
    const enum name_class *classes = classes_of_kind(jurisdiction->kind);
    struct spelling spelling;
    spelling_read(matcher->scratch, name, name_of_state(jurisdiction->state), jurisdiction->state, &spelling);
    if (!spelling.implied)
        jurisdiction->designations |= 1u << spelling.designation;
    for (size_t c = 0; classes && c < CLASSES_MAX && classes[c]; c++) {
        add_name(matcher, jurisdiction, classes[c], spelling.whole);
        for (size_t i = 0; i < spelling.n_cores; i++) {
            bool is_half = spelling.kinds[i] == CORE_HALF;
            if (spelling.kinds[i] == CORE_WHOLE || (is_half && strcmp(jurisdiction->kind, "consolidated") == 0))
                add_name(matcher, jurisdiction, classes[c], spelling.cores[i]);
        }
    }
    arena_reset(matcher->scratch);
}

void matcher_add(struct matcher *matcher, const struct match_target *target)
{
    struct jurisdiction *jurisdiction = ARENA_NEW(matcher->arena, struct jurisdiction);
    *jurisdiction = (struct jurisdiction){
        .key = arena_strdup(matcher->arena, target->key),
        .kind = arena_strdup(matcher->arena, target->kind),
        .state = arena_strdup(matcher->arena, target->state),
        .geoid = arena_strdup(matcher->arena, target->geoid),
        .county_geoid = arena_strdup(matcher->arena, target->county_geoid),
    };
    size_t length = strlen(jurisdiction->geoid);
    jurisdiction->place_code =
        length == 7    ? jurisdiction->geoid
        : length == 10 ? arena_printf(matcher->arena, "%.2s%s", jurisdiction->geoid, jurisdiction->geoid + 5)
                       : "";
    g_hash_table_insert(matcher->by_key, (char *)jurisdiction->key, jurisdiction);
    if (length > 0)
        g_hash_table_insert(matcher->by_geoid, (char *)jurisdiction->geoid, jurisdiction);
    if (length == 10)
        g_hash_table_insert(matcher->by_geoid, (char *)jurisdiction->place_code, jurisdiction);
    index_name(matcher, jurisdiction, target->name);
    /* The District of Columbia is a city and counts as a state. */
    if (strcmp(target->state, "DC") == 0)
        add_name(matcher, jurisdiction, CLASS_STATE, spelling_normal(matcher->scratch, name_of_state(target->state)));
}

/* An identifier that two jurisdictions have decides nothing: it leads to none. */
static void add_identifier(struct matcher *matcher, struct jurisdiction *jurisdiction, const char *kind,
                           const char *text)
{
    char *identifier = arena_printf(matcher->arena, "%s:%s", kind, text);
    void *other = NULL;
    if (g_hash_table_lookup_extended(matcher->by_identifier, identifier, NULL, &other) && other != jurisdiction)
        jurisdiction = NULL;
    g_hash_table_insert(matcher->by_identifier, identifier, jurisdiction);
}

void matcher_add_alias(struct matcher *matcher, const char *jurisdiction_key, const char *alias_kind, const char *name)
{
    static const char *const identifiers[] = {"uei", "duns", "usaspending", NULL};
    struct jurisdiction *jurisdiction = g_hash_table_lookup(matcher->by_key, jurisdiction_key);
    if (!jurisdiction)
        return;
    if (g_strv_contains(identifiers, alias_kind)) {
        add_identifier(matcher, jurisdiction, alias_kind, name);
    } else if (strcmp(alias_kind, "recipient") == 0) {
        add_name(matcher, jurisdiction, CLASS_ALIAS, spelling_normal(matcher->scratch, name));
        arena_reset(matcher->scratch);
    } else {
        index_name(matcher, jurisdiction, name);
    }
}

static const struct jurisdiction *find_identifier(const struct matcher *matcher, const char *kind, const char *text)
{
    if (!*text)
        return NULL;
    g_autofree char *identifier = g_strdup_printf("%s:%s", kind, text);
    return g_hash_table_lookup(matcher->by_identifier, identifier);
}

static const struct jurisdiction *by_identifiers(const struct matcher *matcher, const struct recipient *recipient)
{
    const struct jurisdiction *found = find_identifier(matcher, "uei", recipient->uei);
    if (!found)
        found = find_identifier(matcher, "duns", recipient->duns);
    return found ? found : find_identifier(matcher, "usaspending", recipient->id);
}

static struct match sure(enum match_how how, const struct jurisdiction *jurisdiction)
{
    return (struct match){.how = how, .jurisdiction_key = jurisdiction->key};
}

static struct match unsure(const struct jurisdiction *suggested, const char *reason)
{
    return (struct match){.how = MATCH_UNSURE, .suggested_key = suggested ? suggested->key : NULL, .reason = reason};
}

/* A set of classes as bits, by the letter. */
static unsigned class_bit(enum name_class class)
{
    return 1u << (class - 'A');
}

static unsigned class_bits(const enum name_class *classes)
{
    unsigned bits = 0;
    for (size_t i = 0; i < CLASSES_MAX && classes[i]; i++)
        bits |= class_bit(classes[i]);
    return bits;
}

/* The classes that the business types allow; all of them when no code says anything. */
static unsigned classes_of_types(const char *codes)
{
    unsigned bits = 0;
    bool open = true;
    for (const char *code = codes; *code; code++) {
        for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
            if (types[i].code == *code)
                bits |= class_bits(types[i].classes);
        open &= strchr(TYPES_OPEN, *code) != NULL;
    }
    return open ? ~0u : bits;
}

/* Reads the name and says which classes it may lead to, by its own words and by the business types. */
struct reading {
    struct arena *arena; /* of the text it makes */
    const struct recipient *recipient;
    struct spelling spelling;
    bool has_code;    /* the business types say something */
    unsigned claimed; /* classes the name allows */
    unsigned allowed; /* those the business types allow as well */
};

static void read_recipient(struct arena *arena, const struct recipient *recipient, struct reading *reading)
{
    unsigned coded = classes_of_types(recipient->types);
    *reading = (struct reading){.arena = arena, .recipient = recipient, .has_code = coded != ~0u};
    spelling_read(arena, recipient->name, name_of_state(recipient->state), recipient->state, &reading->spelling);
    struct spelling *spelling = &reading->spelling;
    reading->claimed = class_bits(classes_of[spelling->designation]);
    /* A police department may be a town's or a county's as well, a sheriff a city's: the code says. */
    if (spelling->implied)
        reading->claimed |=
            class_bit(CLASS_TOWN) | (reading->has_code ? class_bit(CLASS_COUNTY) | class_bit(CLASS_PLACE) : 0);
    /* A borough of Alaska is a county. A bare name is a state's only by its code. */
    if (spelling->designation == NAMED_BOROUGH && strcmp(recipient->state, "AK") == 0)
        reading->claimed |= class_bit(CLASS_COUNTY);
    if (spelling->designation == NAMED_NOTHING && reading->has_code)
        reading->claimed |= class_bit(CLASS_STATE) | class_bit(CLASS_DISTRICT) | class_bit(CLASS_TRIBE);
    reading->allowed = reading->claimed & coded;
}

/* Whether what the name calls itself agrees with what the jurisdiction is called, and its codes with the address. */
static bool agrees(const struct reading *reading, const struct jurisdiction *candidate, const char *core)
{
    const struct recipient *recipient = reading->recipient;
    enum designation designation = reading->spelling.designation;
    bool same_place = *recipient->place_geoid && strcmp(candidate->place_code, recipient->place_geoid) == 0;
    if (same_place || reading->spelling.implied || designation == NAMED_NOTHING)
        designation = NAMED_NOTHING;
    unsigned towns = 1u << NAMED_NOTHING | 1u << NAMED_STATE;
    bool says_another = (designation == NAMED_VILLAGE || designation == NAMED_BOROUGH)
                            ? !(candidate->designations & 1u << designation)
                            : designation == NAMED_CITY && (candidate->designations & ~towns) &&
                                  !(candidate->designations & (1u << NAMED_CITY | 1u << NAMED_CONSOLIDATED));
    if (says_another)
        return false;
    if (strcmp(candidate->kind, "town") == 0 && !same_place)
        return *candidate->county_geoid && strcmp(candidate->county_geoid, recipient->county_geoid) == 0;
    /* The code of another place with this very name. */
    g_autofree char *city = g_ascii_strdown(recipient->city, -1);
    bool other_place = *recipient->place_geoid && *candidate->place_code && !same_place;
    return !(other_place && strcmp(city, core) == 0);
}

struct choice_of {
    const struct jurisdiction *found, *rejected;
    bool several;
};

static void choose(const struct matcher *matcher, const struct reading *reading, enum name_class class, size_t i,
                   struct choice_of *choice)
{
    const char *core = reading->spelling.cores[i];
    const struct entry *entry = find_name(matcher, reading->recipient->state, class, core);
    for (; entry; entry = entry->next) {
        const struct jurisdiction *candidate = entry->jurisdiction;
        bool half = reading->spelling.kinds[i] == CORE_HALF && strcmp(candidate->kind, "consolidated") != 0;
        if (half || !agrees(reading, candidate, core)) {
            choice->rejected = candidate;
            continue;
        }
        choice->several |= choice->found && choice->found != candidate;
        choice->found = candidate;
    }
}

/* "Espanola City" is Espanola only when its address says so too; else the word is part of another name. */
static bool may_shorten(const struct reading *reading, size_t i)
{
    return reading->spelling.kinds[i] != CORE_SHORTENED ||
           strcmp(spelling_normal(reading->arena, reading->recipient->city), reading->spelling.cores[i]) == 0;
}

static struct choice_of choose_among(const struct matcher *matcher, const struct reading *reading, unsigned bits)
{
    static const enum name_class all[] = {CLASS_STATE, CLASS_COUNTY, CLASS_PLACE,
                                          CLASS_TOWN,  CLASS_TRIBE,  CLASS_DISTRICT};
    struct choice_of choice = {0};
    for (size_t i = 0; i < reading->spelling.n_cores && !choice.found; i++)
        for (size_t c = 0; c < G_N_ELEMENTS(all); c++)
            if ((bits & class_bit(all[c])) && may_shorten(reading, i))
                choose(matcher, reading, all[c], i, &choice);
    return choice;
}

/* A city-county is a county by its name and a city by its business type, or the other way round. */
static bool is_city_county(const struct reading *reading, const struct jurisdiction *found)
{
    unsigned local = class_bit(CLASS_PLACE) | class_bit(CLASS_COUNTY);
    return strcmp(found->kind, "consolidated") == 0 && (classes_of_types(reading->recipient->types) & local) &&
           (reading->claimed & local);
}

static struct match by_name(const struct matcher *matcher, const struct reading *reading)
{
    const struct spelling *spelling = &reading->spelling;
    if (spelling->designation == NAMED_OTHER || (reading->has_code && !classes_of_types(reading->recipient->types)))
        return (struct match){.how = MATCH_NONE};
    struct choice_of wide = choose_among(matcher, reading, reading->claimed);
    if (spelling->needs_code && !strchr(reading->recipient->types, 'A'))
        return unsure(NULL, "the name does not say whose it is");
    if (!reading->allowed && wide.found && !wide.several && is_city_county(reading, wide.found))
        return sure(MATCH_NAME, wide.found);
    if (!reading->allowed)
        return unsure(wide.found, "name and business type say different kinds of government");
    struct choice_of choice = choose_among(matcher, reading, reading->allowed);
    if (choice.several)
        return unsure(choice.found, "several jurisdictions have that name");
    if (!choice.found)
        return unsure(wide.found ? wide.found : choice.rejected,
                      wide.found        ? "name and business type say different kinds of government"
                      : choice.rejected ? "a jurisdiction of that name is of another place or kind"
                                        : "no jurisdiction of that name in the state");
    if (!reading->has_code && spelling->designation == NAMED_NOTHING)
        return unsure(choice.found, "only a bare name; no business type says that it is a government");
    return sure(MATCH_NAME, choice.found);
}

/* Whether the address names what the recipient's name says. */
static bool same_name(const char *address, const struct reading *reading)
{
    struct spelling spelling;
    spelling_read(reading->arena, address, "", "", &spelling);
    bool same = false;
    for (size_t i = 0; i < spelling.n_cores; i++)
        same |= strcmp(spelling.cores[i], reading->spelling.cores[0]) == 0;
    return same;
}

/* The code of the place or county that the address names, when the business type and the name agree with it. */
static const char *code_of(const struct reading *reading, const char **kind)
{
    const struct recipient *recipient = reading->recipient;
    unsigned places = class_bit(CLASS_PLACE) | class_bit(CLASS_TOWN);
    bool is_county = strchr(recipient->types, 'B') && (reading->allowed & class_bit(CLASS_COUNTY));
    bool is_place = !is_county && strchr(recipient->types, 'C') && (reading->allowed & places);
    const char *code = is_county ? recipient->county_geoid : is_place ? recipient->place_geoid : "";
    *kind = is_county ? "county" : reading->spelling.designation == NAMED_TOWN ? "town" : "city";
    return *code && reading->spelling.n_cores && same_name(is_county ? recipient->county : recipient->city, reading)
               ? code
               : NULL;
}

const char *match_code(const struct recipient *recipient, const char **kind)
{
    struct arena *scratch = arena_new();
    struct reading reading;
    read_recipient(scratch, recipient, &reading);
    const char *code = code_of(&reading, kind);
    if (!code && reading.allowed == class_bit(CLASS_STATE) && !reading.spelling.needs_code) {
        const struct state *state = state_by_usps(recipient->state);
        *kind = "state";
        code = state ? state->fips : NULL;
    }
    arena_free(scratch);
    return code;
}

static const struct jurisdiction *by_alias(const struct matcher *matcher, struct arena *arena,
                                           const struct recipient *recipient, bool *several)
{
    const char *name = spelling_normal(arena, recipient->name);
    const struct entry *entry = find_name(matcher, recipient->state, CLASS_ALIAS, name);
    *several = entry && entry->next;
    return entry ? entry->jurisdiction : NULL;
}

static struct match find(const struct matcher *matcher, struct arena *arena, const struct recipient *recipient)
{
    bool several;
    struct reading reading;
    const struct jurisdiction *alias = by_alias(matcher, arena, recipient, &several);
    const struct jurisdiction *known = by_identifiers(matcher, recipient);
    if (alias && (several || (known && known != alias)))
        return unsure(known ? known : alias,
                      several ? "several jurisdictions have that alias" : "identifier and alias say different ones");
    if (alias)
        return sure(known ? MATCH_IDENTIFIER : MATCH_ALIAS, alias);
    if (known && *recipient->state && strcmp(known->state, recipient->state) != 0)
        return unsure(known, "the identifier is one of another state's");
    read_recipient(arena, recipient, &reading);
    struct match named = by_name(matcher, &reading);
    if (known && named.jurisdiction_key && strcmp(named.jurisdiction_key, known->key) != 0)
        return unsure(known, "identifier and name say different jurisdictions");
    if (known)
        return sure(MATCH_IDENTIFIER, known);
    const char *kind, *code = named.how == MATCH_UNSURE ? code_of(&reading, &kind) : NULL;
    const struct jurisdiction *coded = code ? g_hash_table_lookup(matcher->by_geoid, code) : NULL;
    return coded ? sure(MATCH_CODE, coded) : named;
}

struct match matcher_find(const struct matcher *matcher, const struct recipient *recipient)
{
    struct match match = find(matcher, matcher->scratch, recipient);
    arena_reset(matcher->scratch);
    return match;
}

const char *matcher_by_geoid(const struct matcher *matcher, const char *geoid)
{
    const struct jurisdiction *found = g_hash_table_lookup(matcher->by_geoid, geoid);
    return found ? found->key : NULL;
}

bool matcher_has(const struct matcher *matcher, const char *jurisdiction_key)
{
    return g_hash_table_contains(matcher->by_key, jurisdiction_key);
}

const char *matcher_by_name(const struct matcher *matcher, const char *state, const char *kind, const char *name)
{
    const enum name_class *classes = classes_of_kind(kind);
    struct spelling spelling;
    spelling_read(matcher->scratch, name, name_of_state(state), state, &spelling);
    const struct entry *entry = NULL;
    for (size_t i = 0; classes && i < spelling.n_cores && !entry; i++)
        entry = find_name(matcher, state, classes[0], spelling.cores[i]);
    arena_reset(matcher->scratch);
    return entry && !entry->next ? entry->jurisdiction->key : NULL;
}

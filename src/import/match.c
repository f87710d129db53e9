/* The rules of who is who. */
#include "import/match.h"

#include "import/gazetteer.h"
#include "import/spelling.h"
#include "import/states.h"

#include <string.h>

/* Where a name of that sort may lead. */
static const unsigned classes_of[] = {
    [NAMED_NOTHING] = CLASS_PLACE | CLASS_TOWN | CLASS_COUNTY,
    [NAMED_STATE] = CLASS_STATE,
    [NAMED_COUNTY] = CLASS_COUNTY,
    [NAMED_CITY] = CLASS_PLACE,
    [NAMED_VILLAGE] = CLASS_PLACE,
    [NAMED_BOROUGH] = CLASS_PLACE,
    [NAMED_TOWN] = CLASS_TOWN,
    [NAMED_CONSOLIDATED] = CLASS_PLACE | CLASS_COUNTY,
    [NAMED_TRIBE] = CLASS_TRIBE,
    [NAMED_DISTRICT] = CLASS_DISTRICT,
    [NAMED_OTHER] = 0,
};

/* What the codes of business types allow. A code that is not here is no general government's. */
static const struct {
    char code;
    unsigned classes;
} types[] = {
    {'A', CLASS_STATE},    {'B', CLASS_COUNTY}, {'C', CLASS_PLACE | CLASS_TOWN},
    {'D', CLASS_DISTRICT}, {'F', CLASS_STATE},  {'I', CLASS_TRIBE},
    {'J', CLASS_TRIBE},    {'K', CLASS_TRIBE},
};
#define TYPES_OPEN "EX" /* regional organization, other: as good as no code */
#define ANY_CLASS (~0u)

static const struct jurisdiction *by_identifiers(const struct gazetteer *gazetteer, const struct recipient *recipient)
{
    const struct jurisdiction *found = gazetteer_identified(gazetteer, "uei", recipient->uei);
    if (!found)
        found = gazetteer_identified(gazetteer, "duns", recipient->duns);
    return found ? found : gazetteer_identified(gazetteer, "usaspending", recipient->id);
}

static struct match sure(enum match_how how, const struct jurisdiction *jurisdiction)
{
    return (struct match){.how = how, .jurisdiction_key = jurisdiction->key};
}

static struct match unsure(const struct jurisdiction *suggested, const char *reason)
{
    return (struct match){.how = MATCH_UNSURE, .suggested_key = suggested ? suggested->key : NULL, .reason = reason};
}

/* The classes that the business types allow; all of them when no code says anything. */
static unsigned classes_of_types(const char *codes)
{
    unsigned bits = 0;
    bool open = true;
    for (const char *code = codes; *code; code++) {
        for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
            if (types[i].code == *code)
                bits |= types[i].classes;
        open &= strchr(TYPES_OPEN, *code) != NULL;
    }
    return open ? ANY_CLASS : bits;
}

/* What a recipient's name says, and its business types. */
struct reading {
    struct arena *arena; /* of the text it makes */
    const struct recipient *recipient;
    struct spelling spelling;
    unsigned coded;   /* classes the business types allow; ANY_CLASS: they say nothing */
    unsigned claimed; /* classes the name allows */
    unsigned allowed; /* both */
};

/* Reads the name and says which classes it may lead to, by its own words and by the business types. */
static void read_recipient(struct arena *arena, const struct recipient *recipient, struct reading *reading)
{
    unsigned coded = classes_of_types(recipient->types);
    bool has_code = coded != ANY_CLASS;
    *reading = (struct reading){.arena = arena, .recipient = recipient, .coded = coded};
    spelling_read(arena, recipient->name, state_words(recipient->state), recipient->state, &reading->spelling);
    struct spelling *spelling = &reading->spelling;
    reading->claimed = classes_of[spelling->designation];
    /* A police department may be a town's or a county's as well, a sheriff a city's: the code says. */
    if (spelling->implied)
        reading->claimed |= CLASS_TOWN | (has_code ? CLASS_COUNTY | CLASS_PLACE : 0);
    /* A borough of Alaska is a county. A bare name is a state's only by its code. */
    if (spelling->designation == NAMED_BOROUGH && strcmp(recipient->state, "AK") == 0)
        reading->claimed |= CLASS_COUNTY;
    if (spelling->designation == NAMED_NOTHING && has_code)
        reading->claimed |= CLASS_STATE | CLASS_DISTRICT | CLASS_TRIBE;
    reading->allowed = reading->claimed & coded;
}

/* Whether the name calls itself another sort than the jurisdiction's own names do. Of one whose names say nothing, the
 * address decides between city, village and borough. */
static bool says_another_sort(const struct reading *reading, const struct jurisdiction *candidate, bool same_place)
{
    enum designation designation = reading->spelling.designation;
    unsigned said = candidate->designations & ~(1u << NAMED_NOTHING | 1u << NAMED_STATE);
    if (reading->spelling.implied || (!said && same_place))
        return false;
    if (designation == NAMED_VILLAGE || designation == NAMED_BOROUGH)
        return !(said & 1u << designation);
    return designation == NAMED_CITY && said && !(said & (1u << NAMED_CITY | 1u << NAMED_CONSOLIDATED));
}

/* Whether what the name calls itself agrees with what the jurisdiction is called, and its codes with the address. */
static bool agrees(const struct reading *reading, const struct jurisdiction *candidate, const char *core)
{
    const struct recipient *recipient = reading->recipient;
    bool same_place = *recipient->place_geoid && strcmp(candidate->place_code, recipient->place_geoid) == 0;
    if (says_another_sort(reading, candidate, same_place))
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

static void choose(const struct gazetteer *gazetteer, const struct reading *reading, enum name_class class, size_t i,
                   struct choice_of *choice)
{
    const char *core = reading->spelling.cores[i];
    const struct namesake *entry = gazetteer_named(gazetteer, reading->recipient->state, class, core);
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

static void choose_by_core(const struct gazetteer *gazetteer, const struct reading *reading, unsigned classes, size_t i,
                           struct choice_of *choice)
{
    static const enum name_class all[] = {CLASS_STATE, CLASS_COUNTY, CLASS_PLACE,
                                          CLASS_TOWN,  CLASS_TRIBE,  CLASS_DISTRICT};
    for (size_t c = 0; c < G_N_ELEMENTS(all); c++)
        if (classes & all[c])
            choose(gazetteer, reading, all[c], i, choice);
}

static struct choice_of choose_among(const struct gazetteer *gazetteer, const struct reading *reading, unsigned classes)
{
    struct choice_of choice = {0};
    for (size_t i = 0; i < reading->spelling.n_cores && !choice.found; i++)
        if (may_shorten(reading, i))
            choose_by_core(gazetteer, reading, classes, i, &choice);
    return choice;
}

/* A city-county is a county by its name and a city by its business type, or the other way round. */
static bool is_city_county(const struct reading *reading, const struct jurisdiction *found)
{
    unsigned local = CLASS_PLACE | CLASS_COUNTY;
    return strcmp(found->kind, "consolidated") == 0 && (reading->coded & local) && (reading->claimed & local);
}

static struct match by_name(const struct gazetteer *gazetteer, const struct reading *reading)
{
    const struct spelling *spelling = &reading->spelling;
    if (spelling->designation == NAMED_OTHER || !reading->coded)
        return (struct match){.how = MATCH_NONE};
    struct choice_of wide = choose_among(gazetteer, reading, reading->claimed);
    if (spelling->needs_code && !strchr(reading->recipient->types, 'A'))
        return unsure(NULL, "the name does not say whose it is");
    if (!reading->allowed && wide.found && !wide.several && is_city_county(reading, wide.found))
        return sure(MATCH_NAME, wide.found);
    if (!reading->allowed)
        return unsure(wide.found, "name and business type say different kinds of government");
    struct choice_of choice = choose_among(gazetteer, reading, reading->allowed);
    if (choice.several)
        return unsure(choice.found, "several jurisdictions have that name");
    if (!choice.found)
        return unsure(wide.found ? wide.found : choice.rejected,
                      wide.found        ? "name and business type say different kinds of government"
                      : choice.rejected ? "a jurisdiction of that name is of another place or kind"
                                        : "no jurisdiction of that name in the state");
    if (reading->coded == ANY_CLASS && spelling->designation == NAMED_NOTHING)
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

enum { COUNTY_DIGITS = 5, PLACE_DIGITS = 7 };

/* Whether CODE has as many digits as a county's or a place's, and is of the state that the address names. */
static bool is_code_of(const char *code, size_t digits, const char *usps)
{
    const struct state *state = state_by_usps(usps);
    return strlen(code) == digits && state && g_str_has_prefix(code, state->fips);
}

/* The code of the place or county that the address names, when its state, the business type and the name agree with it.
 */
static const char *code_of(const struct reading *reading, const char **kind)
{
    const struct recipient *recipient = reading->recipient;
    unsigned places = CLASS_PLACE | CLASS_TOWN;
    bool is_county = strchr(recipient->types, 'B') && (reading->allowed & CLASS_COUNTY);
    bool is_place = !is_county && strchr(recipient->types, 'C') && (reading->allowed & places);
    const char *code = is_county ? recipient->county_geoid : is_place ? recipient->place_geoid : "";
    *kind = is_county ? "county" : "city";
    return is_code_of(code, is_county ? COUNTY_DIGITS : PLACE_DIGITS, recipient->state) && reading->spelling.n_cores &&
                   same_name(is_county ? recipient->county : recipient->city, reading)
               ? code
               : NULL;
}

/* What the code of the address decides of one that its name left open. It may be a place's of another kind. */
static struct match by_code(const struct gazetteer *gazetteer, const struct reading *reading, struct match named)
{
    const char *kind, *code = code_of(reading, &kind);
    const struct jurisdiction *coded = code ? gazetteer_by_geoid(gazetteer, code) : NULL;
    if (!coded)
        return named;
    bool fits = (coded->classes & reading->allowed) && agrees(reading, coded, reading->spelling.cores[0]);
    return fits ? sure(MATCH_CODE, coded)
                : unsure(coded, "the name says another kind of government than the code of its address is of");
}

const char *match_code(struct arena *scratch, const struct recipient *recipient, const char **kind)
{
    struct reading reading;
    read_recipient(scratch, recipient, &reading);
    const char *code = code_of(&reading, kind), *county = recipient->county_geoid;
    bool other_county = *county && !is_code_of(county, COUNTY_DIGITS, recipient->state);
    if (reading.spelling.designation == NAMED_TOWN || (code && other_county))
        return NULL;
    if (!code && reading.allowed == CLASS_STATE && !reading.spelling.needs_code) {
        const struct state *state = state_by_usps(recipient->state);
        *kind = "state";
        code = state ? state->fips : NULL;
    }
    return code;
}

static const struct jurisdiction *by_alias(struct arena *scratch, const struct gazetteer *gazetteer,
                                           const struct recipient *recipient, bool *several)
{
    const char *name = spelling_normal(scratch, recipient->name);
    const struct namesake *entry = gazetteer_named(gazetteer, recipient->state, CLASS_ALIAS, name);
    *several = entry && entry->next;
    return entry ? entry->jurisdiction : NULL;
}

struct match match_find(struct arena *scratch, const struct gazetteer *gazetteer, const struct recipient *recipient)
{
    bool several;
    struct reading reading;
    const struct jurisdiction *alias = by_alias(scratch, gazetteer, recipient, &several);
    const struct jurisdiction *known = by_identifiers(gazetteer, recipient);
    if (alias && (several || (known && known != alias)))
        return unsure(known ? known : alias,
                      several ? "several jurisdictions have that alias" : "identifier and alias say different ones");
    if (alias)
        return sure(known ? MATCH_IDENTIFIER : MATCH_ALIAS, alias);
    if (known && *recipient->state && strcmp(known->state, recipient->state) != 0)
        return unsure(known, "the identifier is one of another state's");
    read_recipient(scratch, recipient, &reading);
    struct match named = by_name(gazetteer, &reading);
    if (known && named.jurisdiction_key && strcmp(named.jurisdiction_key, known->key) != 0)
        return unsure(known, "identifier and name say different jurisdictions");
    if (known)
        return sure(MATCH_IDENTIFIER, known);
    return named.how == MATCH_UNSURE ? by_code(gazetteer, &reading, named) : named;
}

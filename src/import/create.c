/* Rows that an import makes of what its files tell. */
#include "import/create.h"

#include "import/row.h"
#include "import/spelling.h"
#include "import/states.h"
#include "store/command.h"

#include <string.h>

#define CREATED_NOTE "Created by an import from the state, county and place codes of an award file."

/* "fond-du-lac-wi", "wisconsin"; with the GEOID behind it when that key is another's. */
static const char *new_key(struct arena *arena, const struct gazetteer *gazetteer, const struct creation *creation)
{
    const char *slug = row_slug(arena, creation->name);
    bool is_state = strcmp(creation->kind, "state") == 0 || strcmp(creation->kind, "territory") == 0;
    g_autofree char *usps = g_ascii_strdown(creation->state, -1);
    const char *key = is_state ? slug : arena_printf(arena, "%s-%s", slug, usps);
    if (!gazetteer_has(gazetteer, key))
        return key;
    return arena_printf(arena, "%s-%s", key, creation->geoid);
}

bool create_jurisdiction(struct register_store *reg, struct gazetteer *gazetteer, const struct creation *creation,
                         GError **error)
{
    struct arena *scratch = arena_new();
    const char *key = new_key(scratch, gazetteer, creation);
    const struct row_value values[] = {
        {"key", cell_text(key)},
        {"name", cell_text(creation->name)},
        {"kind", cell_text(creation->kind)},
        {"state", cell_text(creation->state)},
        {"geoid", cell_filled(creation->geoid)},
        {"county_fips", cell_filled(creation->county_geoid)},
        {"confidence", cell_text(creation->confidence)},
        {"note", cell_text(creation->note)},
    };
    bool ok = row_put(reg, "jurisdiction", values, G_N_ELEMENTS(values), error) &&
              row_cite(scratch, reg, "jurisdiction", key, creation->source_key, NULL, error);
    gazetteer_add(gazetteer, &(struct gazetteer_entry){key, creation->name, creation->kind, creation->state,
                                                       creation->geoid, creation->county_geoid});
    arena_free(scratch);
    return ok;
}

/* "FOND DU LAC" as "Fond du Lac". */
static char *title_case(struct arena *arena, const char *text)
{
    static const char *const small[] = {"of", "the", "and", "du", "de", "la", "del", NULL};
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word; word++)
        if (word == words || !g_strv_contains(small, *word))
            **word = g_ascii_toupper(**word);
    g_autofree char *joined = g_strjoinv(" ", words);
    return arena_strdup(arena, joined);
}

const char *create_county_word(const char *state, const char *name)
{
    static const char *const words[] = {" County", " Parish", " Borough"};
    size_t length = strlen(name);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (length >= strlen(words[i]) && g_ascii_strcasecmp(name + length - strlen(words[i]), words[i]) == 0)
            return "";
    return strcmp(state, "LA") == 0 ? words[1] : strcmp(state, "AK") == 0 ? words[2] : words[0];
}

static const char *name_of(struct arena *arena, const struct recipient *recipient, const char *kind)
{
    const struct state *state = state_by_usps(recipient->state);
    if (strcmp(kind, "state") == 0)
        return state ? state->name : recipient->state;
    bool is_county = strcmp(kind, "county") == 0;
    g_autofree char *lower = g_utf8_strdown(is_county ? recipient->county : recipient->city, -1);
    char *name = title_case(arena, g_strstrip(lower));
    return is_county ? arena_concat(arena, name, create_county_word(recipient->state, name), NULL) : name;
}

/* The government of a code that match_code gave. */
static bool create_coded(struct arena *scratch, struct register_store *reg, struct gazetteer *gazetteer,
                         const struct recipient *recipient, const char *kind, const char *code, const char *source_key,
                         GError **error)
{
    bool is_state = strcmp(kind, "state") == 0, is_territory = is_state && strcmp(code, "57") > 0;
    const struct creation creation = {
        .name = name_of(scratch, recipient, kind),
        .kind = is_territory ? "territory" : kind,
        .state = recipient->state,
        .geoid = code,
        .county_geoid = is_state ? "" : recipient->county_geoid,
        .source_key = source_key,
        .note = CREATED_NOTE,
        .confidence = "unverified",
    };
    return create_jurisdiction(reg, gazetteer, &creation, error);
}

bool create_recipient(struct register_store *reg, struct gazetteer *gazetteer, const struct recipient *recipient,
                      const char *source_key, bool *created, GError **error)
{
    struct arena *scratch = arena_new();
    const char *kind, *code = match_code(scratch, recipient, &kind);
    *created = code && state_by_usps(recipient->state) && !gazetteer_by_geoid(gazetteer, code);
    bool ok = !*created || create_coded(scratch, reg, gazetteer, recipient, kind, code, source_key, error);
    arena_free(scratch);
    return ok;
}

bool create_alias(struct arena *scratch, struct register_store *reg, struct gazetteer *gazetteer,
                  const struct alias *alias, GError **error)
{
    const char *kind = strcmp(alias->kind, "recipient") == 0 ? "" : arena_printf(scratch, "%s-", alias->kind);
    const char *slug = row_slug(scratch, alias->name);
    const struct row_value values[] = {
        {"key", cell_text(arena_printf(scratch, "%s.%s%s", alias->jurisdiction_key, kind, slug))},
        {"jurisdiction_key", cell_text(alias->jurisdiction_key)},
        {"name", cell_text(alias->name)},
        {"alias_kind", cell_text(alias->kind)},
        {"note", cell_text(alias->note)},
    };
    gazetteer_add_alias(gazetteer, alias->jurisdiction_key, alias->kind, alias->name);
    return row_put(reg, "jurisdiction_alias", values, G_N_ELEMENTS(values), error);
}

/* *key: of the authority of that name, NULL where there is none. */
static bool find_authority(struct register_store *reg, struct arena *arena, const char *name, const char **key,
                           GError **error)
{
    struct command *find = command_prepare(reg, "authority_named", error);
    const struct cell value = cell_text(name);
    struct cell cell;
    bool found;
    if (!find || !command_first(find, arena, &value, 1, &cell, 1, &found, error))
        return false;
    *key = found ? cell.text : NULL;
    return true;
}

static const char *agency_key(struct register_store *reg, struct arena *arena, const char *agency, GError **error)
{
    const char *name = *agency ? agency : "Agency not named in the file", *slug = row_slug(arena, name);
    const char *key;
    if (!find_authority(reg, arena, name, &key, error))
        return NULL;
    if (key)
        return key;
    const struct row_value values[] = {
        {"key", cell_text(slug)},
        {"name", cell_text(name)},
        {"short_name", cell_text(name)},
        {"authority_kind", cell_text("agency")},
    };
    return row_put(reg, "authority", values, G_N_ELEMENTS(values), error) ? slug : NULL;
}

bool create_program(struct register_store *reg, const char *listing, const char *title, const char *agency,
                    GError **error)
{
    struct arena *scratch = arena_new();
    const char *authority = agency_key(reg, scratch, agency, error);
    const struct row_value values[] = {
        {"key", cell_text(listing)},
        {"listing", cell_text(listing)},
        {"name", cell_text(*title ? title : listing)},
        {"short_name", cell_text(listing)},
        {"authority_key", cell_text(authority)},
    };
    bool ok = authority && row_put(reg, "program", values, G_N_ELEMENTS(values), error);
    arena_free(scratch);
    return ok;
}

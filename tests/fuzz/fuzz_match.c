/* Gazetteer and matching on any recipient: lines of the input are its name, state, business types, city, county, codes,
 * identifiers, and one more jurisdiction. Whatever they are, a match is of the recipient's own state unless an editor's
 * alias says otherwise, of a kind its business types allow unless an identifier decides, and the same twice. */
#include "import/gazetteer.h"
#include "import/match.h"
#include "import/spelling.h"

#include <stdint.h>
#include <string.h>

static const struct gazetteer_entry targets[] = {
    {"alder-wi", "Alder", "city", "WI", "5500100", "55001"},
    {"alder-town-wi", "Town of Alder", "town", "WI", "5500100200", "55001"},
    {"alder-county-wi", "Alder County", "county", "WI", "55001", "55001"},
    {"wisconsin", "Wisconsin", "state", "WI", "55", ""},
    {"birch-ky", "Birch/Cedar County metro government", "consolidated", "KY", "2148006", "21111"},
    {"lake-city-mn", "Lake City", "city", "MN", "", "27157"},
};

enum { LINES = 12 };

static void split(struct arena *arena, const uint8_t *data, size_t size, const char *lines[LINES])
{
    const char *text = arena_strndup(arena, (const char *)data, size);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    const char *at = arena_strdup(arena, valid);
    for (size_t i = 0; i < LINES; i++) {
        size_t length = strcspn(at, "\n");
        lines[i] = arena_strndup(arena, at, length);
        at += length + (at[length] == '\n');
    }
}

static void check_spelling(struct arena *arena, const struct recipient *recipient)
{
    struct spelling spelling;
    const char *state = spelling_normal(arena, recipient->city);
    spelling_read(arena, recipient->name, state, recipient->state, &spelling);
    g_assert_cmpuint(spelling.n_cores, <=, SPELLING_CORES);
    for (const char *at = spelling_normal(arena, recipient->name); *at; at++)
        g_assert_true(g_ascii_islower(*at) || g_ascii_isdigit(*at) || *at == ' ');
}

static const struct gazetteer_entry *find_target(const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(targets); i++)
        if (strcmp(targets[i].key, key) == 0)
            return &targets[i];
    return NULL;
}

static void check_match(const struct recipient *recipient, const struct match *match)
{
    bool sure = match->how >= MATCH_IDENTIFIER;
    g_assert_true(sure == (match->jurisdiction_key != NULL));
    g_assert_true((match->how == MATCH_UNSURE) == (match->reason != NULL));
    if (match->how != MATCH_NAME && match->how != MATCH_CODE)
        return;
    const struct gazetteer_entry *target = find_target(match->jurisdiction_key);
    if (!target)
        return;
    g_assert_cmpstr(target->state, ==, recipient->state);
    if (strcmp(recipient->types, "B") == 0)
        g_assert_true(strcmp(target->kind, "county") == 0 || strcmp(target->kind, "consolidated") == 0);
    if (strcmp(recipient->types, "A") == 0)
        g_assert_cmpstr(target->kind, ==, "state");
    g_assert_true(strcmp(recipient->types, "M") != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct gazetteer *gazetteer = gazetteer_new();
    const char *lines[LINES];
    split(arena, data, size, lines);
    for (size_t i = 0; i < G_N_ELEMENTS(targets); i++)
        gazetteer_add(gazetteer, &targets[i]);
    gazetteer_add(gazetteer, &(struct gazetteer_entry){"other", lines[9], "city", lines[10], "", ""});
    gazetteer_add_alias(gazetteer, "other", lines[11], lines[9]);
    gazetteer_add_alias(gazetteer, "alder-wi", "uei", "ALDER0000001");
    const struct recipient recipient = {.name = lines[0],
                                        .state = lines[1],
                                        .types = lines[2],
                                        .city = lines[3],
                                        .county = lines[4],
                                        .county_geoid = lines[5],
                                        .place_geoid = lines[6],
                                        .uei = lines[7],
                                        .duns = lines[8],
                                        .id = ""};
    check_spelling(arena, &recipient);
    struct match match = match_find(arena, gazetteer, &recipient), again = match_find(arena, gazetteer, &recipient);
    check_match(&recipient, &match);
    g_assert_true(match.how == again.how && match.jurisdiction_key == again.jurisdiction_key);
    const char *kind;
    match_code(arena, &recipient, &kind);
    gazetteer_free(gazetteer);
    arena_free(arena);
    return 0;
}

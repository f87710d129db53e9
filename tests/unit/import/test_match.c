/* What the codes of an address decide: a county's or place's code counts only within the recipient's own state, and
 * never over the kind of government that the name says; and how the names of states stand in their table. */
#include "import/gazetteer.h"
#include "import/match.h"
#include "import/spelling.h"
#include "import/states.h"

static const struct gazetteer_entry targets[] = {
    {"alder-wi", "Alder", "city", "WI", "5500100", "55001"},
    {"alder-county-wi", "Alder County", "county", "WI", "55001", "55001"},
    {"birch-wi", "Birch", "city", "WI", "5500200", "55001"},
    {"cedar-wi", "Cedar", "town", "WI", "5500100300", "55001"},
    {"dogwood-wi", "Dogwood", "city", "WI", "5500400", "55001"},
};

static const struct {
    const char *key, *name;
} official_names[] = {{"alder-wi", "City of Alder"}, {"dogwood-wi", "Village of Dogwood"}};

static const struct {
    struct recipient recipient;
    const char *key;          /* of the jurisdiction that its code finds; NULL: no code decides */
    const char *geoid, *kind; /* what match_code says; NULL: nothing */
} cases[] = {
    {{"CITY OF ALDER", "", "", "", "WI", "C", "ALDER", "ALDER", "55001", "5500100"}, "alder-wi", "5500100", "city"},
    {{"COUNTY OF ALDER", "", "", "", "WI", "B", "ALDER", "ALDER", "55001", "5500100"},
     "alder-county-wi",
     "55001",
     "county"},
    {{"CITY OF ALDER", "", "", "", "IL", "C", "ALDER", "ALDER", "55001", "5500100"}, NULL, NULL, NULL},
    {{"COUNTY OF ALDER", "", "", "", "IL", "B", "ALDER", "ALDER", "55001", "5500100"}, NULL, NULL, NULL},
    {{"CITY OF ALDER", "", "", "", "", "C", "ALDER", "ALDER", "55001", "5500100"}, NULL, NULL, NULL},
    {{"CITY OF ALDER", "", "", "", "ZZ", "C", "ALDER", "ALDER", "55001", "5500100"}, NULL, NULL, NULL},
    {{"CITY OF ALDER", "", "", "", "WI", "C", "BIRCH", "ALDER", "55001", "5500100"}, "alder-wi", NULL, NULL},
    /* A county of another state. */
    {{"CITY OF ALDER", "", "", "", "WI", "C", "ALDER", "LAKE", "18089", "5500100"}, "alder-wi", NULL, NULL},
    /* Another kind than the address's place is of, which is where the mail goes. */
    {{"TOWN OF ALDER", "", "", "", "WI", "C", "ALDER", "ALDER", "55001", "5500100"}, NULL, NULL, NULL},
    {{"ALDER, TOWN OF", "", "", "", "WI", "C", "ALDER", "ALDER", "55001", "5500100"}, NULL, NULL, NULL},
    {{"ALDER TOWNSHIP", "", "", "", "WI", "C", "ALDER", "ALDER", "55001", "5500100"}, NULL, NULL, NULL},
    {{"VILLAGE OF ALDER", "", "", "", "WI", "C", "ALDER", "ALDER", "55001", "5500100"}, NULL, "5500100", "city"},
    {{"CITY OF DOGWOOD", "", "", "", "WI", "C", "DOGWOOD", "ALDER", "55001", "5500400"}, NULL, "5500400", "city"},
    {{"VILLAGE OF DOGWOOD", "", "", "", "WI", "C", "DOGWOOD", "", "", "5500400"}, "dogwood-wi", "5500400", "city"},
    {{"TOWN OF CEDAR", "", "", "", "WI", "C", "CEDAR", "ALDER", "", "5500300"}, "cedar-wi", NULL, NULL},
    /* Of a place whose names say no kind the code decides. */
    {{"VILLAGE OF BIRCH", "", "", "", "WI", "C", "BIRCH", "", "", "5500200"}, "birch-wi", "5500200", "city"},
    {{"VILLAGE OF BIRCH", "", "", "", "WI", "C", "BIRCH", "", "", ""}, NULL, NULL, NULL},
    {{"BIRCH POLICE DEPARTMENT", "", "", "", "WI", "C", "BIRCH", "", "", "5500200"}, "birch-wi", "5500200", "city"},
};

static void test_codes(void)
{
    struct arena *arena = arena_new();
    struct gazetteer *gazetteer = gazetteer_new();
    for (size_t i = 0; i < G_N_ELEMENTS(targets); i++)
        gazetteer_add(gazetteer, &targets[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(official_names); i++)
        gazetteer_add_alias(gazetteer, official_names[i].key, "official", official_names[i].name);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *kind = NULL, *geoid = match_code(arena, &cases[i].recipient, &kind);
        const struct match match = match_find(arena, gazetteer, &cases[i].recipient);
        if (g_strcmp0(geoid, cases[i].geoid) != 0 || (geoid && g_strcmp0(kind, cases[i].kind) != 0) ||
            g_strcmp0(match.jurisdiction_key, cases[i].key) != 0)
            g_error("case %zu: code %s of a %s, jurisdiction %s", i, geoid, kind, match.jurisdiction_key);
    }
    gazetteer_free(gazetteer);
    arena_free(arena);
}

static void test_words_of_states(void)
{
    struct arena *arena = arena_new();
    int n = 0;
    for (int code = 1; code < 100; code++) {
        const struct state *state = state_by_fips(arena_printf(arena, "%d", code));
        if (state)
            g_assert_cmpstr(state->words, ==, spelling_normal(arena, state->name));
        n += state != NULL;
    }
    g_assert_cmpint(n, ==, 56);
    arena_free(arena);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/match/codes", test_codes);
    g_test_add_func("/import/match/words-of-states", test_words_of_states);
    return g_test_run();
}

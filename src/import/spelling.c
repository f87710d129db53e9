/* Takes names of recipients apart, by the lists of the lexicon. */
#include "import/spelling.h"

#include "import/lexicon.h"
#include "import/tokens.h"

#include <string.h>

char *spelling_normal(struct arena *arena, const char *text)
{
    struct tokens tokens;
    tokens_split(arena, text, &tokens);
    return tokens_join(arena, &tokens, 0, tokens.n);
}

static void add_core(struct spelling *spelling, const char *core, enum core_kind kind)
{
    if (!*core || spelling->n_cores == SPELLING_CORES)
        return;
    spelling->kinds[spelling->n_cores] = kind;
    spelling->cores[spelling->n_cores++] = core;
}

/* "Louisville/Jefferson County", "Athens-Clarke County", "Nashville and Davidson County": both halves are its names. */
static void add_halves(struct arena *arena, const struct tokens *tokens, struct spelling *spelling)
{
    size_t second = 0;
    for (size_t i = 1; i < tokens->n && !second; i++)
        if (tokens->joins[i] || strcmp(tokens->at[i], "and") == 0)
            second = i;
    if (!second)
        return;
    struct tokens county = *tokens;
    tokens_drop(&county, 0, second + (strcmp(tokens->at[second], "and") == 0));
    tokens_take_back(&county, "county");
    add_core(spelling, tokens_join(arena, tokens, 0, second), CORE_HALF);
    add_core(spelling, tokens_join(arena, &county, 0, county.n), CORE_HALF);
}

/* A body of the state: named after it with a word for a body, or "state" itself before one. */
static bool is_of_state(const struct tokens *tokens, const char *state, bool *needs_code)
{
    bool is_local = tokens_have_any(tokens, lexicon_local) && !tokens_have_any(tokens, lexicon_police);
    *needs_code = false;
    if (is_local || !tokens_have_any(tokens, lexicon_state))
        return false;
    *needs_code = !*state || tokens_find(tokens, state) == SIZE_MAX;
    return true;
}

/* Takes off what stands behind a place: its state, after a comma or as the code. */
static void drop_state(struct tokens *tokens, const char *state, const char *usps)
{
    size_t before = tokens->n;
    if (*usps && tokens_take_back(tokens, usps))
        return;
    if (*state && tokens_take_back(tokens, state) && !tokens->breaks[tokens->n])
        tokens->n = before;
}

/* Takes the parts of a government off either end. */
static enum part drop_parts(struct tokens *tokens)
{
    enum part found = PART_ANY;
    for (const struct lexicon_part *part = lexicon_parts; part->words; part++) {
        if (!tokens_may_have(tokens, part->words))
            continue;
        bool taken = tokens_take_back(tokens, part->words);
        if (!taken && (taken = tokens_take_front(tokens, part->words)))
            tokens_take_front(tokens, "of");
        if (taken && found == PART_ANY)
            found = part->part;
    }
    return found;
}

/* "CITY OF X DEPARTMENT OF Y", "X COUNTY OFFICE OF Y": what stands behind the place's name is a part of it. */
static void drop_body(struct tokens *tokens)
{
    size_t county = tokens_find(tokens, "county");
    if (county != SIZE_MAX && county > 0)
        tokens->n = county + 1;
}

static void drop_body_of_claim(struct tokens *tokens)
{
    for (const char *const *body = lexicon_bodies; *body; body++) {
        size_t at = tokens_find(tokens, *body);
        if (at != SIZE_MAX && at > 0)
            tokens->n = at;
    }
}

static bool take_claim(struct tokens *tokens, struct spelling *spelling)
{
    for (const struct lexicon_claim *claim = lexicon_claims; claim->words; claim++) {
        if (!tokens_may_have(tokens, claim->words) ||
            (!tokens_take_front(tokens, claim->words) && !tokens_take_back(tokens, claim->words)))
            continue;
        spelling->designation = claim->designation;
        drop_body_of_claim(tokens);
        return true;
    }
    return false;
}

static void take_ending(struct arena *arena, struct tokens *tokens, struct spelling *spelling)
{
    bool dropped = false;
    for (const struct lexicon_ending *ending = lexicon_endings; ending->words; ending++) {
        /* What stands behind "county" may be the ending of a city-county: those are looked for first. */
        if (!dropped && ending->designation != NAMED_CONSOLIDATED) {
            drop_body(tokens);
            dropped = true;
        }
        size_t before = tokens->n;
        if (!tokens_may_have(tokens, ending->words) || !tokens_take_back(tokens, ending->words))
            continue;
        spelling->designation = ending->designation;
        if (ending->may_be_name) {
            add_core(spelling, tokens_join(arena, tokens, 0, before), CORE_WHOLE);
            add_core(spelling, tokens_join(arena, tokens, 0, tokens->n), CORE_SHORTENED);
        }
        return;
    }
}

/* A county named behind a town's name says where it is, not what it is. */
static void drop_place(struct tokens *tokens)
{
    for (size_t i = 1; i < tokens->n; i++)
        if (tokens->breaks[i]) {
            tokens->n = i;
            return;
        }
}

static void read_local(struct arena *arena, struct tokens *tokens, const char *state, const char *usps,
                       struct spelling *spelling)
{
    drop_state(tokens, state, usps);
    enum part part = drop_parts(tokens);
    bool claimed = take_claim(tokens, spelling);
    if (claimed) {
        drop_state(tokens, state, usps);
        drop_place(tokens);
    } else {
        take_ending(arena, tokens, spelling);
    }
    if (spelling->designation == NAMED_NOTHING && part != PART_ANY) {
        spelling->designation = part == PART_OF_COUNTY ? NAMED_COUNTY : NAMED_CITY;
        spelling->implied = true;
    }
    if (spelling->n_cores == 0)
        add_core(spelling, tokens_join(arena, tokens, 0, tokens->n), CORE_WHOLE);
    /* "City of Kansas City Missouri" */
    if (claimed && *state && tokens_take_back(tokens, state))
        add_core(spelling, tokens_join(arena, tokens, 0, tokens->n), CORE_WHOLE);
    if (spelling->designation == NAMED_CONSOLIDATED || spelling->designation == NAMED_COUNTY)
        add_halves(arena, tokens, spelling);
}

void spelling_read(struct arena *arena, const char *name, const char *state, const char *usps,
                   struct spelling *spelling)
{
    struct tokens tokens;
    tokens_split(arena, name, &tokens);
    tokens_take_front(&tokens, "the");
    *spelling = (struct spelling){.whole = tokens_join(arena, &tokens, 0, tokens.n)};
    g_autofree char *code = g_ascii_strdown(usps, -1);
    struct tokens stateless = tokens;
    tokens_take(&stateless, state);
    if (tokens_have_any(&tokens, lexicon_tribe))
        spelling->designation = NAMED_TRIBE;
    else if (tokens_have_any(&tokens, lexicon_other))
        spelling->designation = NAMED_OTHER;
    else if (tokens_have_any(&stateless, lexicon_district) && !tokens_have_any(&tokens, lexicon_court))
        spelling->designation = NAMED_DISTRICT;
    else if (is_of_state(&tokens, state, &spelling->needs_code))
        spelling->designation = NAMED_STATE;
    else
        read_local(arena, &tokens, state, code, spelling);
    if (spelling->n_cores == 0)
        add_core(spelling, spelling->designation == NAMED_STATE && *state ? state : spelling->whole, CORE_WHOLE);
}

/* Takes names of recipients apart. Every word list stands in the tables below; the code only walks them. */
#include "import/spelling.h"

#include <stdint.h>
#include <string.h>

enum { WORDS_MAX = 48 };

struct words {
    size_t n;
    const char *at[WORDS_MAX];
    bool breaks[WORDS_MAX]; /* a comma stands before it */
    bool joins[WORDS_MAX];  /* a hyphen or slash stands before it */
};

/* Written in many ways; the normal form is the second. */
static const struct {
    const char *from, *to;
} forms[] = {
    {"saint", "st"},
    {"sainte", "ste"},
    {"mount", "mt"},
    {"fort", "ft"},
    {"cnty", "county"},
    {"twp", "township"},
    {"vlg", "village"},
    {"boro", "borough"},
    {"dept", "department"},
    {"dpt", "department"},
    {"dep", "department"},
    {"govt", "government"},
    {"gov", "government"},
    {"comm", "commission"},
    {"commn", "commission"},
    {"bd", "board"},
    {"auth", "authority"},
    {"ofc", "office"},
    {"off", "office"},
    {"univ", "university"},
    {"sheriffs", "sheriff"},
    {"metropolitan", "metro"},
    {"municipal", "city"},
    {"corrs", "corrections"},
    {"correction", "corrections"},
    {"div", "division"},
    {"dist", "district"},
    {"sch", "school"},
    {"cty", "city"},
    {"commissioner", "commissioners"},
    {"depart", "department"},
    {"gov't", "government"},
};

/* Bodies that are no general government, whatever place they are named after. */
static const char *const other_words[] = {
    "university",
    "college",
    "school",
    "schools",
    "isd",
    "hospital",
    "foundation",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "corp",
    "corporation",
    "company",
    "association",
    "assn",
    "society",
    "church",
    "ministries",
    "institute",
    "academy",
    "center inc",
    "ymca",
    "ywca",
    "museum",
    "library",
    "housing",
    "cooperative",
    "partnership",
    "coalition",
    "alliance",
    "council of governments",
    "economic development",
    "community action",
    "fair",
    "chamber",
    "medical center",
    "hope national",
    "educational",
    "education service",
    "planning commission",
    "regional",
    "health system",
    "development commission",
    "consortium",
    "trust",
    "clinic",
    "symphony",
    "united way",
    "league",
    "lp",
    "ltd",
    "pc",
    "farms",
    "farm",
    "apts",
    "apartments",
    "partners",
    "properties",
};

static const char *const tribe_words[] = {
    "tribe",          "tribes",     "tribal",  "nation",           "pueblo",
    "band",           "rancheria",  "indians", "indian community", "indian reservation",
    "native village", "ute indian",
};

static const char *const district_words[] = {
    "authority", "district", "port of", "transit", "turnpike", "water works",
};

/* What makes a body named after its state one of the state's. */
static const char *const state_words[] = {
    "department",
    "board",
    "office",
    "commission",
    "division",
    "bureau",
    "agency",
    "council",
    "governor",
    "attorney general",
    "corrections",
    "administration",
    "state police",
    "highway patrol",
    "state patrol",
    "treasurer",
    "judiciary",
    "supreme court",
    "military",
    "national guard",
    "public safety",
    "criminal justice",
    "court administrator",
    "secretary of state",
    "executive",
    "emergency management",
    "government",
    "courts",
    "judicial",
    "law enforcement",
    "services",
    "service",
};

/* Districts of courts, not governments. */
static const char *const court_words[] = {"district attorney", "district attorneys", "district court"};

static const char *const local_words[] = {
    "county",  "parish",  "city",         "town",   "village",         "township",
    "borough", "sheriff", "municipality", "police", "fire department", "mayor",
};

enum part { PART_ANY, PART_OF_PLACE, PART_OF_COUNTY };

/* Parts of a government, taken off one end of a name; the longest first. */
static const struct {
    const char *words;
    enum part part;
} parts[] = {
    {"board of county commissioners", PART_OF_COUNTY},
    {"board of commissioners", PART_ANY},
    {"board of supervisors", PART_OF_COUNTY},
    {"commissioners court", PART_OF_COUNTY},
    {"police jury", PART_OF_COUNTY},
    {"fiscal court", PART_OF_COUNTY},
    {"sheriff department", PART_OF_COUNTY},
    {"sheriff office", PART_OF_COUNTY},
    {"office of the sheriff", PART_OF_COUNTY},
    {"office of sheriff", PART_OF_COUNTY},
    {"sheriff", PART_OF_COUNTY},
    {"department of police", PART_OF_PLACE},
    {"bureau of police", PART_OF_PLACE},
    {"division of police", PART_OF_PLACE},
    {"police department", PART_OF_PLACE},
    {"police division", PART_OF_PLACE},
    {"police bureau", PART_OF_PLACE},
    {"police dept", PART_OF_PLACE},
    {"police", PART_OF_PLACE},
    {"fire department", PART_OF_PLACE},
    {"fire rescue", PART_OF_PLACE},
    {"public safety department", PART_ANY},
    {"department of public safety", PART_ANY},
    {"department of corrections", PART_ANY},
    {"corrections department", PART_ANY},
    {"probation department", PART_ANY},
    {"health department", PART_ANY},
    {"department of health", PART_ANY},
    {"department of public health", PART_ANY},
    {"finance department", PART_ANY},
    {"district attorney office", PART_OF_COUNTY},
    {"district attorney", PART_OF_COUNTY},
    {"prosecuting attorney", PART_OF_COUNTY},
    {"prosecutor office", PART_OF_COUNTY},
    {"prosecutor", PART_OF_COUNTY},
    {"commonwealth attorney", PART_ANY},
    {"common council", PART_OF_PLACE},
    {"city council", PART_OF_PLACE},
    {"mayor and council", PART_OF_PLACE},
    {"mayor office", PART_OF_PLACE},
    {"treasurer", PART_ANY},
    {"auditor", PART_ANY},
    {"administration", PART_ANY},
    {"commissioners", PART_OF_COUNTY},
    {"commission", PART_ANY},
    {"council", PART_ANY},
    {"jail", PART_OF_COUNTY},
    {"detention center", PART_OF_COUNTY},
};

/* The words that claim a sort: before the name, or, turned round, behind it ("CHICAGO, CITY OF"). */
static const struct {
    const char *words;
    enum designation designation;
} claims[] = {
    {"consolidated city and county of", NAMED_CONSOLIDATED},
    {"city and county of", NAMED_CONSOLIDATED},
    {"city and borough of", NAMED_CONSOLIDATED},
    {"metro government of", NAMED_CONSOLIDATED},
    {"unified government of", NAMED_CONSOLIDATED},
    {"consolidated government of", NAMED_CONSOLIDATED},
    {"consolidated city of", NAMED_CONSOLIDATED},
    {"charter township of", NAMED_TOWN},
    {"township of", NAMED_TOWN},
    {"town of", NAMED_TOWN},
    {"plantation of", NAMED_TOWN},
    {"incorporated village of", NAMED_VILLAGE},
    {"village of", NAMED_VILLAGE},
    {"borough of", NAMED_BOROUGH},
    {"county of", NAMED_COUNTY},
    {"parish of", NAMED_COUNTY},
    {"city of", NAMED_CITY},
    {"municipality of", NAMED_CITY},
    {"municipio de", NAMED_CITY},
    {"municipio of", NAMED_CITY},
    {"city government of", NAMED_CITY},
    {"state of", NAMED_STATE},
    {"commonwealth of", NAMED_STATE},
    {"territory of", NAMED_STATE},
    {"government of the", NAMED_STATE},
    {"government of", NAMED_STATE},
};

/* The words that claim a sort behind the name. may_be_name: they may as well belong to it (Kansas City, Old Town). */
static const struct {
    const char *words;
    enum designation designation;
    bool may_be_name;
} endings[] = {
    {"city and county", NAMED_CONSOLIDATED, false},
    {"metro government", NAMED_CONSOLIDATED, false},
    {"unified government", NAMED_CONSOLIDATED, false},
    {"consolidated government", NAMED_CONSOLIDATED, false},
    {"urban county government", NAMED_CONSOLIDATED, false},
    {"urban county", NAMED_CONSOLIDATED, false},
    {"city government", NAMED_CITY, false},
    {"county government", NAMED_COUNTY, false},
    {"county", NAMED_COUNTY, false},
    {"parish", NAMED_COUNTY, false},
    {"charter township", NAMED_TOWN, false},
    {"township", NAMED_TOWN, false},
    {"plantation", NAMED_TOWN, false},
    {"borough", NAMED_BOROUGH, false},
    {"city", NAMED_CITY, true},
    {"town", NAMED_TOWN, true},
    {"village", NAMED_VILLAGE, true},
    {"government", NAMED_NOTHING, false},
};

/* Whether PHRASE stands at position I of the words. *length: how many words it has. */
static bool stands_at(const struct words *words, size_t i, const char *phrase, size_t *length)
{
    *length = 0;
    for (const char *at = phrase; *at; at += strspn(at, " ")) {
        size_t n = strcspn(at, " ");
        const char *word = i + *length < words->n ? words->at[i + *length] : "";
        if (strlen(word) != n || memcmp(word, at, n) != 0)
            return false;
        ++*length;
        at += n;
    }
    return *length > 0;
}

static size_t find(const struct words *words, const char *phrase)
{
    size_t length;
    for (size_t i = 0; i < words->n; i++)
        if (stands_at(words, i, phrase, &length))
            return i;
    return SIZE_MAX;
}

static bool has_any(const struct words *words, const char *const *phrases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (find(words, phrases[i]) != SIZE_MAX)
            return true;
    return false;
}

static void drop(struct words *words, size_t from, size_t n)
{
    for (size_t i = from; i + n < words->n; i++) {
        words->at[i] = words->at[i + n];
        words->breaks[i] = words->breaks[i + n];
        words->joins[i] = words->joins[i + n];
    }
    words->n -= n;
}

/* Takes PHRASE off the front or the back, when something is left. */
static bool take_front(struct words *words, const char *phrase)
{
    size_t length;
    if (!stands_at(words, 0, phrase, &length) || length == words->n)
        return false;
    drop(words, 0, length);
    return true;
}

static bool take_back(struct words *words, const char *phrase)
{
    size_t length;
    for (size_t i = 1; i < words->n; i++)
        if (stands_at(words, i, phrase, &length) && i + length == words->n) {
            words->n = i;
            return true;
        }
    return false;
}

static const char *normal_form(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (strcmp(forms[i].from, word) == 0)
            return forms[i].to;
    return word;
}

/* Lower-case ASCII without accents; what is in parentheses is left out. */
static GString *plain(const char *text)
{
    g_autofree char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
    GString *plain = g_string_new(NULL);
    int depth = 0;
    for (const char *at = apart ? apart : ""; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        depth += c == '(';
        if (depth == 0 && c < 128)
            g_string_append_c(plain, g_ascii_tolower((char)c));
        else if (depth == 0 && !g_unichar_ismark(c) && c != 0x2019 && c != 0x2018)
            g_string_append_c(plain, c >= 0x2010 && c <= 0x2015 ? '-' : '?');
        depth -= c == ')' && depth > 0;
    }
    return plain;
}

static void split(struct arena *arena, const char *text, struct words *words)
{
    g_autoptr(GString) bare = plain(text);
    bool breaks = false, joins = false;
    *words = (struct words){0};
    g_autoptr(GString) word = g_string_new(NULL);
    for (const char *at = bare->str;; at++) {
        bool silent = *at == '\'' || *at == '.' || *at == '`';
        if (*at == '&')
            g_string_append(word, "and");
        else if (g_ascii_isalnum(*at))
            g_string_append_c(word, *at);
        if (silent || g_ascii_isalnum(*at))
            continue;
        if (word->len > 0 && words->n < WORDS_MAX) {
            words->breaks[words->n] = breaks;
            words->joins[words->n] = joins;
            words->at[words->n++] = normal_form(arena_strdup(arena, word->str));
            breaks = joins = false;
        }
        g_string_truncate(word, 0);
        breaks |= *at == ',';
        joins |= *at == '-' || *at == '/';
        if (!*at)
            return;
    }
}

static const char *join(struct arena *arena, const struct words *words, size_t from, size_t to)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = from; i < to; i++)
        g_string_append_printf(text, "%s%s", i > from ? " " : "", words->at[i]);
    return arena_strndup(arena, text->str, text->len);
}

char *spelling_normal(struct arena *arena, const char *text)
{
    struct words words;
    split(arena, text, &words);
    return arena_strdup(arena, join(arena, &words, 0, words.n));
}

static void add_core(struct spelling *spelling, const char *core, enum core_kind kind)
{
    if (!*core || spelling->n_cores == SPELLING_CORES)
        return;
    spelling->kinds[spelling->n_cores] = kind;
    spelling->cores[spelling->n_cores++] = core;
}

/* "Louisville/Jefferson County", "Athens-Clarke County", "Nashville and Davidson County": both halves are its names. */
static void add_halves(struct arena *arena, const struct words *words, struct spelling *spelling)
{
    size_t second = 0;
    for (size_t i = 1; i < words->n && !second; i++)
        if (words->joins[i] || strcmp(words->at[i], "and") == 0)
            second = i;
    if (!second)
        return;
    struct words county = *words;
    drop(&county, 0, second + (strcmp(words->at[second], "and") == 0));
    take_back(&county, "county");
    add_core(spelling, join(arena, words, 0, second), CORE_HALF);
    add_core(spelling, join(arena, &county, 0, county.n), CORE_HALF);
}

/* A body of the state: named after it with a word for a body, or "state" itself before one. */
static bool is_of_state(const struct words *words, const char *state, bool *needs_code)
{
    static const char *const state_police[] = {"state police", "highway patrol", "state patrol"};
    bool is_police = has_any(words, state_police, G_N_ELEMENTS(state_police));
    *needs_code = false;
    if ((!is_police && has_any(words, local_words, G_N_ELEMENTS(local_words))) ||
        !has_any(words, state_words, G_N_ELEMENTS(state_words)))
        return false;
    *needs_code = !*state || find(words, state) == SIZE_MAX;
    return true;
}

/* Takes off what stands behind a place: its state, after a comma or as the code. */
static void drop_state(struct words *words, const char *state, const char *usps)
{
    struct words before = *words;
    if (*usps && take_back(words, usps))
        return;
    if (*state && take_back(words, state) && !before.breaks[words->n])
        *words = before;
}

/* Takes the parts of a government off either end. */
static enum part drop_parts(struct words *words)
{
    enum part found = PART_ANY;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        bool taken = take_back(words, parts[i].words);
        if (!taken && (taken = take_front(words, parts[i].words)))
            take_front(words, "of");
        if (taken && found == PART_ANY)
            found = parts[i].part;
    }
    return found;
}

/* "CITY OF X DEPARTMENT OF Y", "X COUNTY OFFICE OF Y": what stands behind the place's name is a part of it. */
static void drop_body(struct words *words)
{
    size_t county = find(words, "county");
    if (county != SIZE_MAX && county > 0)
        words->n = county + 1;
}

static void drop_body_of_claim(struct words *words)
{
    static const char *const bodies[] = {"department", "office", "division", "bureau", "public", "health", "court"};
    for (size_t i = 0; i < G_N_ELEMENTS(bodies); i++) {
        size_t at = find(words, bodies[i]);
        if (at != SIZE_MAX && at > 0)
            words->n = at;
    }
}

static bool take_claim(struct words *words, struct spelling *spelling)
{
    for (size_t i = 0; i < G_N_ELEMENTS(claims); i++) {
        if (!take_front(words, claims[i].words) && !take_back(words, claims[i].words))
            continue;
        spelling->designation = claims[i].designation;
        drop_body_of_claim(words);
        return true;
    }
    return false;
}

static void take_ending(struct arena *arena, struct words *words, struct spelling *spelling)
{
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        /* What stands behind "county" may be the ending of a city-county: those are looked for first. */
        if (i > 0 && endings[i].designation != NAMED_CONSOLIDATED && endings[i - 1].designation == NAMED_CONSOLIDATED)
            drop_body(words);
        struct words before = *words;
        if (!take_back(words, endings[i].words))
            continue;
        spelling->designation = endings[i].designation;
        if (endings[i].may_be_name) {
            add_core(spelling, join(arena, &before, 0, before.n), CORE_WHOLE);
            add_core(spelling, join(arena, words, 0, words->n), CORE_SHORTENED);
        }
        return;
    }
}

/* A county named behind a town's name says where it is, not what it is. */
static void drop_place(struct words *words)
{
    for (size_t i = 1; i < words->n; i++)
        if (words->breaks[i]) {
            words->n = i;
            return;
        }
}

static void read_local(struct arena *arena, struct words *words, const char *state, const char *usps,
                       struct spelling *spelling)
{
    drop_state(words, state, usps);
    enum part part = drop_parts(words);
    bool claimed = take_claim(words, spelling);
    if (claimed) {
        drop_state(words, state, usps);
        drop_place(words);
    } else {
        take_ending(arena, words, spelling);
    }
    if (spelling->designation == NAMED_NOTHING && part != PART_ANY) {
        spelling->designation = part == PART_OF_COUNTY ? NAMED_COUNTY : NAMED_CITY;
        spelling->implied = true;
    }
    if (spelling->n_cores == 0)
        add_core(spelling, join(arena, words, 0, words->n), CORE_WHOLE);
    /* "City of Kansas City Missouri" */
    if (claimed && *state && take_back(words, state))
        add_core(spelling, join(arena, words, 0, words->n), CORE_WHOLE);
    if (spelling->designation == NAMED_CONSOLIDATED || spelling->designation == NAMED_COUNTY)
        add_halves(arena, words, spelling);
}

void spelling_read(struct arena *arena, const char *name, const char *state_name, const char *usps,
                   struct spelling *spelling)
{
    struct words words;
    split(arena, name, &words);
    take_front(&words, "the");
    *spelling = (struct spelling){.whole = join(arena, &words, 0, words.n)};
    const char *state = spelling_normal(arena, state_name);
    g_autofree char *code = g_ascii_strdown(usps, -1);
    struct words stateless = words;
    size_t at = *state ? find(&words, state) : SIZE_MAX, length;
    if (at != SIZE_MAX && stands_at(&words, at, state, &length))
        drop(&stateless, at, length);
    if (has_any(&words, tribe_words, G_N_ELEMENTS(tribe_words)))
        spelling->designation = NAMED_TRIBE;
    else if (has_any(&words, other_words, G_N_ELEMENTS(other_words)))
        spelling->designation = NAMED_OTHER;
    else if (has_any(&stateless, district_words, G_N_ELEMENTS(district_words)) &&
             !has_any(&words, court_words, G_N_ELEMENTS(court_words)))
        spelling->designation = NAMED_DISTRICT;
    else if (is_of_state(&words, state, &spelling->needs_code))
        spelling->designation = NAMED_STATE;
    else
        read_local(arena, &words, state, code, spelling);
    if (spelling->n_cores == 0)
        add_core(spelling, spelling->designation == NAMED_STATE && *state ? state : spelling->whole, CORE_WHOLE);
}

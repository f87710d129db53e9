/* The forms of place files, and what a record of each says. */
#include "import/census.h"

#include "import/states.h"
#include "store/rule.h"

#include <string.h>

enum { POSITIONS_MAX = 12 };

/* A form: its columns, the first needed ones of which tell it from the others, and what a record of it says. */
struct form {
    size_t n_needed;
    bool latin1, repeats; /* the Bureau's own encoding; a header with names that stand twice */
    const char *columns[POSITIONS_MAX];
    void (*read)(const struct census *census, struct source *source, struct place *place);
};

struct census {
    const struct form *form;
    size_t positions[POSITIONS_MAX];
};

static const char *text_at(const struct census *census, const struct source *source, size_t column)
{
    return source_field(source, census->positions[column]);
}

static struct told told_at(const struct census *census, const struct source *source, size_t column)
{
    return (struct told){text_at(census, source, column), census->form->columns[column]};
}

static const char *name_at(const struct census *census, struct source *source, size_t column)
{
    const char *name = text_at(census, source, column);
    source_check_name(source, census->form->columns[column], name);
    return name;
}

/* A code of a width that lost its leading zeros on the way. */
static const char *code_at(const struct census *census, struct source *source, size_t column, int width)
{
    const char *text = text_at(census, source, column);
    size_t length = strlen(text);
    if (length > 0 && length <= (size_t)width && strspn(text, "0123456789") == length)
        return arena_printf(source->scratch, "%0*d", width, (int)g_ascii_strtoll(text, NULL, 10));
    source_report(source, census->form->columns[column], "%s is not a code of %d digits",
                  rule_quote(source->scratch, text), width);
    return "";
}

static const char *state_at(const struct census *census, struct source *source, size_t column)
{
    const struct state *state = state_by_fips(code_at(census, source, column, 2));
    if (!state && !source->rejected)
        source_report(source, census->form->columns[column], "is the code of no state");
    return state ? state->usps : "";
}

/* What the last word of a name or a column for it says. */
static const struct {
    const char *word, *kind;
} area_kinds[] = {
    {"city", "city"},
    {"town", "town"},
    {"village", "city"},
    {"borough", "city"},
    {"township", "town"},
    {"charter township", "town"},
    {"municipality", "city"},
    {"plantation", "town"},
    {"city and borough", "consolidated"},
    {"metro government", "consolidated"},
    {"consolidated government", "consolidated"},
    {"unified government", "consolidated"},
    {"urban county", "consolidated"},
    {"consolidated municipality", "consolidated"},
    {"metro township", "city"},
    {"corporation", "city"},
};

static const char *kind_of_area(const char *area)
{
    for (size_t i = 0; i < G_N_ELEMENTS(area_kinds); i++)
        if (g_ascii_strcasecmp(area_kinds[i].word, area) == 0)
            return area_kinds[i].kind;
    return NULL;
}

/* "Fond du Lac city": the name and, in *kind, what its last word says. */
static const char *bare_name(struct arena *arena, const char *name, const char **kind)
{
    const char *last = strrchr(name, ' ');
    *kind = last ? kind_of_area(last + 1) : NULL;
    return *kind ? arena_strndup(arena, name, (size_t)(last - name)) : name;
}

enum { EST_LEVEL, EST_STATE, EST_COUNTY, EST_NAME, EST_2017, EST_2020, EST_2021, EST_PLACE, EST_COUSUB, EST_STATUS };

static void read_estimates(const struct census *census, struct source *source, struct place *place)
{
    place->told[TOLD_2017] = told_at(census, source, EST_2017);
    place->told[TOLD_2020] = told_at(census, source, EST_2020);
    place->told[TOLD_2021] = told_at(census, source, EST_2021);
    place->state = state_at(census, source, EST_STATE);
    place->name = name_at(census, source, EST_NAME);
}

/* States and counties. */
static void read_counties(const struct census *census, struct source *source, struct place *place)
{
    const char *state = code_at(census, source, EST_STATE, 2), *county = code_at(census, source, EST_COUNTY, 3);
    bool is_state =
        strcmp(text_at(census, source, EST_LEVEL), "040") == 0 || strcmp(text_at(census, source, EST_LEVEL), "40") == 0;
    read_estimates(census, source, place);
    place->kind = is_state ? "state" : "county";
    place->geoid = is_state ? state : arena_printf(source->scratch, "%s%s", state, county);
    place->county_geoid = is_state ? "" : place->geoid;
}

/* Places, and the county subdivisions that govern (towns). */
static void read_places(const struct census *census, struct source *source, struct place *place)
{
    const char *level = text_at(census, source, EST_LEVEL), *kind;
    bool is_place = strcmp(level, "162") == 0, is_town = strcmp(level, "061") == 0 || strcmp(level, "61") == 0;
    bool governs = strcmp(text_at(census, source, EST_STATUS), "A") == 0;
    const char *state = code_at(census, source, EST_STATE, 2), *county = code_at(census, source, EST_COUNTY, 3);
    read_estimates(census, source, place);
    place->name = bare_name(source->scratch, place->name, &kind);
    if (!governs || !kind || !(is_place || (is_town && strcmp(kind, "town") == 0)))
        return;
    place->kind = kind;
    place->county_geoid = strcmp(county, "000") == 0 ? "" : arena_printf(source->scratch, "%s%s", state, county);
    place->geoid = is_place
                       ? arena_printf(source->scratch, "%s%s", state, code_at(census, source, EST_PLACE, 5))
                       : arena_printf(source->scratch, "%s%s%s", state, county, code_at(census, source, EST_COUSUB, 5));
}

enum { CITY_NAME, CITY_STATE, CITY_TYPE, CITY_COUNTIES, CITY_POPULATION, CITY_LATITUDE, CITY_LONGITUDE };

static void read_cities(const struct census *census, struct source *source, struct place *place)
{
    place->name = name_at(census, source, CITY_NAME);
    place->name_column = census->form->columns[CITY_NAME];
    place->state = text_at(census, source, CITY_STATE);
    place->kind = kind_of_area(text_at(census, source, CITY_TYPE));
    place->told[TOLD_2020] = told_at(census, source, CITY_POPULATION);
    place->told[TOLD_LATITUDE] = told_at(census, source, CITY_LATITUDE);
    place->told[TOLD_LONGITUDE] = told_at(census, source, CITY_LONGITUDE);
}

enum { CODES_STATE, CODES_COUNTY, CODES_CITY, CODES_NAME, CODES_AREA };

static void read_codes(const struct census *census, struct source *source, struct place *place)
{
    const struct state *state = state_by_usps(text_at(census, source, CODES_STATE));
    place->kind = kind_of_area(text_at(census, source, CODES_AREA));
    place->name = name_at(census, source, CODES_NAME);
    place->state = state ? state->usps : "";
    if (!place->kind || !state)
        return;
    const char *county = code_at(census, source, CODES_COUNTY, 3), *city = code_at(census, source, CODES_CITY, 5);
    place->county_geoid = arena_printf(source->scratch, "%s%s", state->fips, county);
    bool is_town = strcmp(place->kind, "town") == 0 && strstr(text_at(census, source, CODES_AREA), "ship");
    place->geoid = arena_printf(source->scratch, "%s%s", is_town ? place->county_geoid : state->fips, city);
}

enum { YEARLY_STATE, YEARLY_CODE, YEARLY_NAME, YEARLY_YEAR, YEARLY_POPULATION, YEARLY_ORIGIN };

/* A year without an estimate of its own repeats the census before it, of which the last column tells. */
static void read_yearly(const struct census *census, struct source *source, struct place *place)
{
    static const struct {
        const char *year, *origin;
    } years[] = {
        [TOLD_2017] = {"2017", "2017 Population Estimate"},
        [TOLD_2020] = {"2020", "2020 Census"},
        [TOLD_2021] = {"2021", "2021 Population Estimate"},
    };
    const char *year = text_at(census, source, YEARLY_YEAR), *origin = text_at(census, source, YEARLY_ORIGIN);
    place->state = state_at(census, source, YEARLY_STATE);
    place->geoid = code_at(census, source, YEARLY_STATE, 2);
    place->name = name_at(census, source, YEARLY_NAME);
    for (size_t i = 0; i < G_N_ELEMENTS(years); i++)
        if (strcmp(year, years[i].year) == 0 && (!*origin || strstr(origin, years[i].origin))) {
            place->kind = "state";
            place->told[i] = told_at(census, source, YEARLY_POPULATION);
        }
}

enum { RANKED_GEOID, RANKED_NAME, RANKED_2017 };

static void read_ranked(const struct census *census, struct source *source, struct place *place)
{
    const char *geoid = text_at(census, source, RANKED_GEOID);
    g_autofree char *fips = g_strndup(geoid, 2);
    const struct state *state = state_by_fips(fips);
    const char *name = name_at(census, source, RANKED_NAME), *comma = strchr(name, ','), *kind;
    place->geoid = geoid;
    place->state = state ? state->usps : "";
    place->name =
        bare_name(source->scratch, comma ? arena_strndup(source->scratch, name, (size_t)(comma - name)) : name, &kind);
    place->kind = kind;
    place->told[TOLD_2017] = told_at(census, source, RANKED_2017);
}

static const struct form forms[] = {
    {
        .n_needed = 10,
        .latin1 = true,
        .read = read_places,
        .columns = {[EST_LEVEL] = "SUMLEV",
                    [EST_STATE] = "STATE",
                    [EST_COUNTY] = "COUNTY",
                    [EST_NAME] = "NAME",
                    [EST_2017] = "POPESTIMATE2017",
                    [EST_2020] = "ESTIMATESBASE2020",
                    [EST_2021] = "POPESTIMATE2021",
                    [EST_PLACE] = "PLACE",
                    [EST_COUSUB] = "COUSUB",
                    [EST_STATUS] = "FUNCSTAT"},
    },
    {
        .n_needed = 4,
        .latin1 = true,
        .read = read_counties,
        .columns = {[EST_LEVEL] = "SUMLEV",
                    [EST_STATE] = "STATE",
                    [EST_COUNTY] = "COUNTY",
                    [EST_NAME] = "CTYNAME",
                    [EST_2017] = "POPESTIMATE2017",
                    [EST_2020] = "ESTIMATESBASE2020",
                    [EST_2021] = "POPESTIMATE2021"},
    },
    {
        .n_needed = 7,
        .latin1 = true,
        .read = read_cities,
        .columns = {"City", "State", "Type", "Counties", "Population", "Latitude", "Longitude"},
    },
    {
        .n_needed = 5,
        .latin1 = true,
        .read = read_codes,
        .columns = {"state_code", "county_code", "city_code", "city_name", "type_of_area"},
    },
    {
        .n_needed = 5,
        .latin1 = true,
        .read = read_yearly,
        .columns = {"FIPS", "Code", "Name", "Year", "Population", "Population Source"},
    },
    {
        .n_needed = 2,
        .latin1 = true,
        .repeats = true,
        .read = read_ranked,
        .columns = {"GC_RANK.target-geo-id2", "GC_RANK.display-label", "respop72017"},
    },
};

/* Years that a form may lack. */
static bool is_optional(const char *column)
{
    return g_str_has_prefix(column, "POPESTIMATE") || g_str_has_prefix(column, "ESTIMATESBASE");
}

static bool fits(const struct form *form, const struct source *source)
{
    for (size_t i = 0; i < form->n_needed; i++)
        if (source_column(source, form->columns[i]) == SIZE_MAX && !is_optional(form->columns[i]))
            return false;
    return true;
}

/* A form whose header has none of the years the register knows tells nothing that it could hold. */
static void check_years(struct census *census, struct source *source)
{
    bool has_years =
        census->form->read != read_ranked && census->form->read != read_counties && census->form->read != read_places;
    for (size_t i = 0; i < POSITIONS_MAX && census->form->columns[i]; i++) {
        const char *column = census->form->columns[i];
        has_years |= census->positions[i] != SIZE_MAX && (is_optional(column) || g_str_has_prefix(column, "respop"));
    }
    if (!has_years)
        source_refuse(source, NULL, "the file has no population of a year that the register holds (2017, 2020, 2021)");
}

const struct census *census_open(struct source *source)
{
    struct census *census = ARENA_NEW(source->lasting, struct census);
    for (size_t i = 0; i < G_N_ELEMENTS(forms) && !census->form; i++)
        if (fits(&forms[i], source))
            census->form = &forms[i];
    if (!census->form)
        return NULL;
    for (size_t i = 0; i < POSITIONS_MAX; i++)
        census->positions[i] = census->form->columns[i] ? source_column(source, census->form->columns[i]) : SIZE_MAX;
    if (census->form->latin1)
        csv_accept_latin1(source->reader);
    if (!census->form->repeats)
        source_check_header(source);
    check_years(census, source);
    return census;
}

void census_read(const struct census *census, struct source *source, struct place *place)
{
    *place = (struct place){.name = "", .state = "", .geoid = "", .county_geoid = ""};
    for (size_t i = 0; i < TOLD; i++)
        place->told[i].text = "";
    census->form->read(census, source, place);
}

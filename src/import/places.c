/* Finds the jurisdiction of each place, and changes or adds it. */
#include "import/places.h"

#include "import/create.h"
#include "import/row.h"
#include "store/command.h"
#include "store/rule.h"

#include <math.h>
#include <string.h>

#define CREATED_NOTE "Added by an import from a list of places of the Census Bureau."

enum { PLACE_CELLS = 8 };

struct reading {
    const struct census *form;
    struct source *source;
    struct register_store *reg;
    const struct table *table; /* jurisdiction */
    struct gazetteer *gazetteer;
    struct command *change;
    const char *source_key;
    bool create;
    GHashTable *seen; /* what records of the file told already: key -> TOLD texts, NULL where none did */
    struct place_tally *tally;
};

static struct cell population_cell(struct source *source, const struct told *told)
{
    int64_t value = *told->text ? g_ascii_strtoll(told->text, NULL, 10) : 0;
    if (!*told->text)
        return cell_null();
    if (strlen(told->text) > 12 || told->text[strspn(told->text, "0123456789")])
        source_report(source, told->column, "%s is not a number of inhabitants",
                      rule_quote(source->scratch, told->text));
    return cell_integer(value);
}

static struct cell degrees_cell(struct source *source, const struct told *told, double most)
{
    char *end;
    double value = g_ascii_strtod(told->text, &end);
    if (!*told->text)
        return cell_null();
    if (*end || !isfinite(value) || fabs(value) > most)
        source_report(source, told->column, "%s is not a latitude or longitude",
                      rule_quote(source->scratch, told->text));
    return (struct cell){.kind = CELL_REAL, .real = value};
}

/* Reports what an earlier record of the file told otherwise of the same place. */
static void check_told(const struct reading *reading, const char *key, const struct place *place)
{
    struct source *source = reading->source;
    const char **before = g_hash_table_lookup(reading->seen, key);
    if (before && !*place->geoid)
        source_report(source, place->name_column,
                      "is the second record of the file for %s, and no code tells them apart", key);
    if (!before) {
        before = ARENA_ARRAY(source->lasting, const char *, TOLD);
        g_hash_table_insert(reading->seen, (char *)key, before);
    }
    for (size_t i = 0; i < TOLD && !source->rejected; i++) {
        const struct told *told = &place->told[i];
        if (!before[i] && *told->text)
            before[i] = arena_strdup(source->lasting, told->text);
        else if (*told->text && strcmp(before[i], told->text) != 0)
            source_report(source, told->column, "%s; an earlier record of the file says %s of %s",
                          rule_quote(source->scratch, told->text), rule_quote(source->scratch, before[i]), key);
    }
}

/* Consolidated governments stand as cities in some lists, and as counties in others. */
static const char *find_place(const struct reading *reading, const struct place *place)
{
    const struct jurisdiction *coded = gazetteer_by_geoid(reading->gazetteer, place->geoid);
    const char *key = coded ? coded->key : NULL;
    const char *const kinds[] = {place->kind, "consolidated"};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds) && !key && strcmp(place->kind, "county") != 0; i++)
        key = gazetteer_by_name(reading->gazetteer, place->state, kinds[i], place->name);
    return key;
}

static bool add_place(struct reading *reading, const struct place *place, const char **key, GError **error)
{
    const struct creation creation = {
        .name = place->name,
        .kind = place->kind,
        .state = place->state,
        .geoid = place->geoid,
        .county_geoid = place->county_geoid,
        .source_key = reading->source_key,
        .note = CREATED_NOTE,
        .confidence = "high",
    };
    *key = NULL;
    if (!reading->create || !*place->geoid || !*place->name)
        return true;
    if (!create_jurisdiction(reading->reg, reading->gazetteer, &creation, error))
        return false;
    *key = gazetteer_by_geoid(reading->gazetteer, place->geoid)->key;
    return true;
}

/* The first of the values is the key's place. */
static bool change_place(struct reading *reading, const char *key, struct cell values[PLACE_CELLS], int64_t *changed,
                         GError **error)
{
    values[0] = cell_text(key);
    return command_run(reading->change, values, PLACE_CELLS, changed, error) &&
           (!*changed ||
            row_cite(reading->source->scratch, reading->reg, "jurisdiction", key, reading->source_key, NULL, error));
}

static bool put_place(struct reading *reading, const struct place *place, GError **error)
{
    struct source *source = reading->source;
    const char *key = find_place(reading, place);
    bool added = false;
    struct cell values[PLACE_CELLS] = {
        cell_null(),
        cell_filled(place->geoid),
        cell_filled(place->county_geoid),
        population_cell(source, &place->told[TOLD_2017]),
        population_cell(source, &place->told[TOLD_2020]),
        population_cell(source, &place->told[TOLD_2021]),
        degrees_cell(source, &place->told[TOLD_LATITUDE], 90),
        degrees_cell(source, &place->told[TOLD_LONGITUDE], 180),
    };
    if (source->rejected)
        return true;
    if (!key) {
        if (!add_place(reading, place, &key, error))
            return false;
        added = key != NULL;
    }
    struct register_counts counts = {0};
    int64_t changed = 0, *count = !key ? &reading->tally->absent : added ? &reading->tally->added : NULL;
    if (key)
        check_told(reading, key, place);
    if (source->rejected)
        return true;
    if (key && !change_place(reading, key, values, &changed, error))
        return false;
    if (key && !added)
        counts = (struct register_counts){.changed = changed, .unchanged = 1 - changed};
    register_count(reading->reg, reading->table, &counts);
    ++*(count ? count : changed ? &reading->tally->changed : &reading->tally->unchanged);
    return true;
}

static bool read_record(void *self, struct source *source, GError **error)
{
    struct reading *reading = self;
    struct place place;
    census_read(reading->form, source, &place);
    if (place.kind && !source->rejected)
        return put_place(reading, &place, error);
    reading->tally->other += !source->rejected;
    return true;
}

bool places_read(const struct census *form, struct source *source, struct register_store *reg,
                 struct gazetteer *gazetteer, const char *source_key, bool create, struct place_tally *tally,
                 GError **error)
{
    struct reading reading = {
        .form = form,
        .source = source,
        .reg = reg,
        .table = schema_table(register_schema(reg), "jurisdiction"),
        .gazetteer = gazetteer,
        .change = command_prepare(reg, "census_change", error),
        .source_key = source_key,
        .create = create,
        .seen = g_hash_table_new(g_str_hash, g_str_equal),
        .tally = tally,
    };
    int64_t before = source->rejections->records;
    if (!source_key)
        source_refuse(source, NULL, "what a file of places tells is cited: give its source as --source KEY");
    tally->n_files++;
    bool ok = reading.change && source_each(source, NULL, read_record, &reading, error);
    tally->rejected += source->rejections->records - before;
    g_hash_table_destroy(reading.seen);
    return ok;
}

/* From a CSV file to rows of a table. Everything about the table comes from its schema and the column declarations. */
#include "import/load.h"

#include "import/field.h"
#include "import/row.h"
#include "store/rule.h"

#include <string.h>

#define SOURCES "sources"

enum { NOT_GIVEN = -1 };

/* One file on its way. */
struct load {
    struct loader *loader;
    const struct table *table;
    struct source *source;
    const struct column **declarations; /* by column of the table */
    int *positions;                     /* of each column of the table in a record, or NOT_GIVEN */
    int sources;                        /* position of the sources, or NOT_GIVEN */
};

/* Where the position of a column named in the header is kept; NULL: the table has no such column. */
static int *position_of(struct load *load, const char *name)
{
    if (load->table->is_fact && strcmp(name, SOURCES) == 0)
        return &load->sources;
    size_t at = table_find_column(load->table, name);
    return at == SIZE_MAX ? NULL : &load->positions[at];
}

static bool read_heading(struct load *load, size_t field)
{
    struct source *source = load->source;
    const char *name = source->columns[field], *quoted = rule_quote(source->scratch, name);
    const char *place = arena_printf(source->scratch, "%zu", field + 1);
    int *position = position_of(load, name);
    if (!position)
        source_refuse(source, place, "the table %s has no column %s", load->table->name, quoted);
    else if (*position != NOT_GIVEN)
        source_refuse(source, place, "column %s is named twice", quoted);
    else
        *position = (int)field;
    return position && *position == (int)field;
}

static bool read_header(struct load *load)
{
    bool sound = true;
    for (size_t i = 0; i < load->source->n_columns; i++)
        sound = read_heading(load, i) && sound;
    for (size_t i = 0; i < load->table->n_columns; i++)
        if (load->positions[i] == NOT_GIVEN) {
            source_refuse(load->source, load->table->columns[i].name, "the column is missing");
            sound = false;
        }
    if (load->table->is_fact && load->sources == NOT_GIVEN) {
        source_refuse(load->source, SOURCES, "the column is missing");
        sound = false;
    }
    return sound;
}

/* Remembers the row and reports a key that this import brings twice. */
static bool note_row(struct load *load, const struct table *table, const char *key, const char *column, bool *fresh,
                     GError **error)
{
    struct source *source = load->source;
    const struct origin origin = {source->name, source->record.number, column};
    struct origin earlier;
    if (!register_note(load->loader->reg, source->scratch, table, key, &origin, &earlier, error))
        return false;
    *fresh = !earlier.file;
    if (!*fresh)
        source_report(source, column ? column : table->columns[0].name, "%s stands already in %s:%" G_GINT64_FORMAT,
                      rule_quote(source->scratch, key), earlier.file, earlier.record);
    return true;
}

/* Fills the cells; reports what is wrong. */
static bool read_cells(struct load *load, struct cell *cells)
{
    struct source *source = load->source;
    for (size_t i = 0; i < load->table->n_columns; i++) {
        const struct table_column *column = &load->table->columns[i];
        const char *text = source->record.fields[load->positions[i]];
        const char *problem = field_parse(source->scratch, column, load->declarations[i], text, &cells[i]);
        if (problem)
            source_report(source, column->name, "%s", problem);
    }
    return !source->rejected;
}

static bool put_citation(struct load *load, const char *row_key, const char *source_key, const char *pinpoint,
                         GError **error)
{
    struct register_store *reg = load->loader->reg;
    const char *key = row_citation_key(load->source->scratch, load->table->name, row_key, source_key);
    bool fresh;
    return note_row(load, schema_table(register_schema(reg), "citation"), key, SOURCES, &fresh, error) &&
           (!fresh || row_cite(load->source->scratch, reg, load->table->name, row_key, source_key, pinpoint, error));
}

/* Cuts "key#pinpoint" behind its key; the pinpoint, NULL where there is none. */
static char *cut_pinpoint(char *cited)
{
    char *mark = strchr(cited, '#');
    if (mark)
        *mark++ = '\0';
    return mark;
}

/* Reports what is wrong with a list of sources. */
static void check_sources(struct load *load, const char *sources)
{
    struct source *source = load->source;
    g_auto(GStrv) each = g_strsplit(sources, " ", -1);
    for (char **key = each; *key; key++) {
        const char *pinpoint = cut_pinpoint(*key);
        const char *problem = **key ? rule_key_problem(source->scratch, *key) : "one space separates two sources";
        if (!problem && pinpoint && !*pinpoint)
            problem = "nothing follows the '#'";
        if (problem)
            source_report(source, SOURCES, "%s", problem);
    }
}

/* SOURCES has nothing wrong. */
static bool put_citations(struct load *load, const char *row_key, const char *sources, GError **error)
{
    bool ok = true;
    g_auto(GStrv) each = g_strsplit(sources, " ", -1);
    for (char **source = each; *source && ok; source++) {
        const char *pinpoint = cut_pinpoint(*source);
        ok = put_citation(load, row_key, *source, pinpoint, error);
    }
    return ok;
}

static bool has_own_source(const struct load *load)
{
    size_t at = load->table->has_source ? table_find_column(load->table, "source_key") : SIZE_MAX;
    return at != SIZE_MAX && *load->source->record.fields[load->positions[at]];
}

/* A row with a wrong cell is noted by its key all the same, so that references to it are not reported too; where the
 * register holds it, it stays with its citations. */
static bool load_record(void *self, struct source *source, GError **error)
{
    struct load *load = self;
    struct cell *cells = ARENA_ARRAY(source->scratch, struct cell, load->table->n_columns);
    const char *key = source->record.fields[load->positions[0]];
    const char *sources = load->sources == NOT_GIVEN ? "" : source->record.fields[load->sources];
    bool sound = read_cells(load, cells), fresh;
    if (load->sources != NOT_GIVEN && !*sources && !has_own_source(load))
        source_report(source, SOURCES, "a fact needs at least one source");
    if (*sources)
        check_sources(load, sources);
    if (!*key)
        return true;
    if (!note_row(load, load->table, key, NULL, &fresh, error))
        return false;
    sound = sound && !source->rejected;
    if (!sound && fresh && load->table->is_fact)
        return register_keep_citations(load->loader->reg, load->table, key, error);
    return !sound || !fresh ||
           (put_citations(load, key, sources, error) &&
            (source->rejected || register_put(load->loader->reg, load->table, cells, error)));
}

static bool prepare(struct load *load, GError **error)
{
    const struct table *table = load->table;
    struct arena *lasting = load->source->lasting;
    load->declarations = ARENA_ARRAY(lasting, const struct column *, table->n_columns);
    load->positions = ARENA_ARRAY(lasting, int, table->n_columns);
    load->sources = NOT_GIVEN;
    for (size_t i = 0; i < table->n_columns; i++) {
        load->positions[i] = NOT_GIVEN;
        load->declarations[i] = load->loader->find_column(table->columns[i].name);
        if (!load->declarations[i]) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "column %s is not declared", table->columns[i].name);
            return false;
        }
    }
    return true;
}

bool load_source(struct loader *loader, const struct table *table, struct source *source, GError **error)
{
    struct load load = {.loader = loader, .table = table, .source = source};
    return prepare(&load, error) && (!read_header(&load) || source_each(source, NULL, load_record, &load, error));
}

/* From a CSV file to rows of a table. Everything about the table comes from its schema and the column declarations. */
#include "import/load.h"

#include "import/csv.h"
#include "import/field.h"
#include "store/rule.h"

#include <errno.h>
#include <string.h>

#define SOURCES "sources"
#define CITATION "citation"

enum { NOT_GIVEN = -1 };

/* One file on its way. lasting is reset after the file, scratch after each record. */
struct load {
    struct loader *loader;
    const struct table *table;
    const char *path;
    struct arena *lasting, *scratch;
    const struct column **declarations; /* by column of the table */
    int *positions;                     /* of each column of the table in a record, or NOT_GIVEN */
    int sources;                        /* position of the sources, or NOT_GIVEN */
    size_t n_fields;
    struct csv_record record;
};

static const char *where(struct load *load, int64_t record)
{
    return arena_printf(load->scratch, "%s:%" G_GINT64_FORMAT, load->path, record);
}

static void report(struct load *load, const char *column, const char *message)
{
    problems_add(load->loader->problems, SEVERITY_ERROR, where(load, load->record.number), column, "%s", message);
}

/* The column's name where the header gave it, else its number. */
static const char *name_of_field(struct load *load, size_t field)
{
    for (size_t i = 0; i < load->table->n_columns; i++)
        if (load->positions[i] == (int)field - 1)
            return load->table->columns[i].name;
    return load->sources == (int)field - 1 ? SOURCES : arena_printf(load->scratch, "%zu", field);
}

/* What ended the reading. *faulty: not the end of the file. False when the system failed, with errno set. */
static bool report_end(struct load *load, const struct csv_reader *reader, bool *faulty, GError **error)
{
    int64_t record;
    size_t field;
    enum csv_fault fault = csv_fault(reader, &record, &field);
    *faulty = fault != CSV_FAULT_NONE;
    if (fault == CSV_FAULT_READ) {
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be read: %s", load->path, g_strerror(errno));
        return false;
    }
    if (*faulty) {
        load->loader->incomplete = true;
        problems_add(load->loader->problems, SEVERITY_ERROR, where(load, record), name_of_field(load, field), "%s",
                     csv_fault_text(fault));
    }
    return true;
}

/* Where the position of a column named in the header is kept; NULL: the table has no such column. */
static int *position_of(struct load *load, const char *name)
{
    if (load->table->is_fact && strcmp(name, SOURCES) == 0)
        return &load->sources;
    size_t at = table_find_column(load->table, name);
    return at == SIZE_MAX ? NULL : &load->positions[at];
}

/* What is wrong with the field of the header, or NULL. */
static const char *read_heading(struct load *load, size_t field)
{
    const char *name = load->record.fields[field];
    int *position = position_of(load, name);
    if (!position)
        return arena_printf(load->scratch, "the table %s has no column %s", load->table->name,
                            rule_quote(load->scratch, name));
    if (*position != NOT_GIVEN)
        return arena_printf(load->scratch, "column %s is named twice", rule_quote(load->scratch, name));
    *position = (int)field;
    return NULL;
}

static bool read_header(struct load *load)
{
    bool sound = true;
    for (size_t i = 0; i < load->record.n_fields; i++) {
        const char *problem = read_heading(load, i);
        if (!problem)
            continue;
        report(load, arena_printf(load->scratch, "%zu", i + 1), problem);
        sound = false;
    }
    for (size_t i = 0; i < load->table->n_columns; i++)
        if (load->positions[i] == NOT_GIVEN) {
            report(load, load->table->columns[i].name, "the column is missing");
            sound = false;
        }
    if (load->table->is_fact && load->sources == NOT_GIVEN) {
        report(load, SOURCES, "the column is missing");
        sound = false;
    }
    return sound;
}

/* Remembers the row and reports a key that this import brings twice. */
static bool note_row(struct load *load, const struct table *table, const char *key, const char *column, bool *fresh,
                     GError **error)
{
    g_autoptr(GError) failed = NULL;
    const struct origin origin = {load->path, load->record.number, column};
    struct origin earlier = {0};
    *fresh = register_note(load->loader->reg, load->scratch, table, key, &origin, &earlier, &failed);
    if (failed) {
        g_propagate_error(error, g_steal_pointer(&failed));
        return false;
    }
    if (!*fresh)
        report(load, column ? column : table->columns[0].name,
               arena_printf(load->scratch, "%s stands already in %s:%" G_GINT64_FORMAT, rule_quote(load->scratch, key),
                            earlier.file, earlier.record));
    return true;
}

/* Fills the cells; reports what is wrong. */
static bool read_cells(struct load *load, struct cell *cells)
{
    bool sound = true;
    for (size_t i = 0; i < load->table->n_columns; i++) {
        const struct table_column *column = &load->table->columns[i];
        const char *text = load->record.fields[load->positions[i]];
        const char *problem = field_parse(load->scratch, column, load->declarations[i], text, &cells[i]);
        if (!problem)
            continue;
        report(load, column->name, problem);
        sound = false;
    }
    return sound;
}

static bool put_citation(struct load *load, const char *row_key, const char *source, const char *pinpoint,
                         GError **error)
{
    const struct table *citation = schema_table(register_schema(load->loader->reg), CITATION);
    char *key = arena_printf(load->scratch, "%s.%s.%s", load->table->name, row_key, source);
    g_strdelimit(key, "_", '-');
    const struct {
        const char *column, *text;
    } values[] = {{"key", key},
                  {"table_name", load->table->name},
                  {"row_key", row_key},
                  {"source_key", source},
                  {"pinpoint", pinpoint}};
    struct cell *cells = ARENA_ARRAY(load->scratch, struct cell, citation->n_columns);
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        size_t at = table_find_column(citation, values[i].column);
        g_assert(at != SIZE_MAX); /* citation is the one table that this file knows */
        cells[at] = cell_text(values[i].text);
    }
    bool fresh;
    return note_row(load, citation, key, SOURCES, &fresh, error) &&
           (!fresh || register_put(load->loader->reg, citation, cells, error));
}

static bool put_citations(struct load *load, const char *row_key, const char *sources, GError **error)
{
    g_auto(GStrv) each = g_strsplit(sources, " ", -1);
    for (char **source = each; *source; source++) {
        char *pinpoint = strchr(*source, '#');
        if (pinpoint)
            *pinpoint++ = '\0';
        const char *problem = **source ? rule_key_problem(load->scratch, *source) : "one space separates two sources";
        if (!problem && pinpoint && !*pinpoint)
            problem = "nothing follows the '#'";
        if (problem)
            report(load, SOURCES, problem);
        else if (!put_citation(load, row_key, *source, pinpoint, error))
            return false;
    }
    return true;
}

static bool has_own_source(const struct load *load)
{
    size_t at = load->table->has_source ? table_find_column(load->table, "source_key") : SIZE_MAX;
    return at != SIZE_MAX && *load->record.fields[load->positions[at]];
}

/* A row with a wrong cell is noted by its key all the same, so that references to it are not reported too. */
static bool load_record(struct load *load, GError **error)
{
    struct cell *cells = ARENA_ARRAY(load->scratch, struct cell, load->table->n_columns);
    bool sound = read_cells(load, cells), fresh;
    const char *key = load->record.fields[load->positions[0]];
    const char *sources = load->sources == NOT_GIVEN ? NULL : load->record.fields[load->sources];
    if (sources && !*sources && !has_own_source(load)) {
        report(load, SOURCES, "a fact needs at least one source");
        sound = false;
    }
    if (!*key)
        return true;
    if (!note_row(load, load->table, key, NULL, &fresh, error))
        return false;
    if (sources && *sources && fresh && !put_citations(load, key, sources, error))
        return false;
    return !sound || !fresh || register_put(load->loader->reg, load->table, cells, error);
}

static bool load_records(struct load *load, struct csv_reader *reader, GError **error)
{
    while (csv_next(reader, &load->record)) {
        if (load->record.n_fields != load->n_fields)
            report(load, arena_printf(load->scratch, "%zu", MIN(load->record.n_fields, load->n_fields) + 1),
                   arena_printf(load->scratch, "the record has %zu fields; the first record has %zu",
                                load->record.n_fields, load->n_fields));
        else if (!load_record(load, error))
            return false;
        arena_reset(load->scratch);
    }
    bool faulty;
    return report_end(load, reader, &faulty, error);
}

static bool load_all(struct load *load, struct csv_reader *reader, GError **error)
{
    if (!csv_next(reader, &load->record)) {
        bool faulty;
        if (!report_end(load, reader, &faulty, error))
            return false;
        load->record.number = 1;
        if (!faulty)
            report(load, NULL, "the file is empty; its first record names the columns");
        load->loader->incomplete = true;
        return true;
    }
    load->n_fields = load->record.n_fields;
    if (read_header(load))
        return load_records(load, reader, error);
    load->loader->incomplete = true;
    return true;
}

static bool prepare(struct load *load, GError **error)
{
    const struct table *table = load->table;
    load->declarations = ARENA_ARRAY(load->lasting, const struct column *, table->n_columns);
    load->positions = ARENA_ARRAY(load->lasting, int, table->n_columns);
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

bool load_file(struct loader *loader, const struct table *table, const char *path, GError **error)
{
    FILE *in = fopen(path, "rbe");
    if (!in) {
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be opened: %s", path, g_strerror(errno));
        return false;
    }
    struct load load = {.loader = loader, .table = table, .path = path, .lasting = arena_new(), .scratch = arena_new()};
    struct csv_reader *reader = csv_new(in);
    bool ok = prepare(&load, error) && load_all(&load, reader, error);
    csv_free(reader);
    arena_free(load.lasting);
    arena_free(load.scratch);
    fclose(in);
    return ok;
}

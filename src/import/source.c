/* Walks the records of a stream and keeps the account of what is wrong with them. */
#include "import/source.h"

#include "base/error.h"
#include "import/ahead.h"
#include "store/rule.h"

#include <errno.h>
#include <string.h>

static const char *where(struct source *source, int64_t record)
{
    return arena_printf(source->scratch, "%s:%" G_GINT64_FORMAT, source->name, record);
}

G_GNUC_PRINTF(2, 0)
static const char *format_message(struct source *source, const char *format, va_list arguments)
{
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    return arena_strdup(source->scratch, message);
}

void source_report(struct source *source, const char *column, const char *format, ...)
{
    bool is_first = !source->rejected;
    source->rejected = true;
    if (!source->rejections)
        return;
    struct problems *problems = source->rejections->problems;
    source->rejections->records += is_first;
    source->rejections->reports++;
    if (!problems_keeps(problems, SEVERITY_ERROR)) {
        problems->of[SEVERITY_ERROR].n++;
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *message = format_message(source, format, arguments);
    va_end(arguments);
    problems_add(problems, SEVERITY_ERROR, where(source, source->record.number), column, "%s", message);
}

void source_check_name(struct source *source, const char *column, const char *text)
{
    const char *problem = rule_sorted_problem(source->scratch, text);
    if (problem)
        source_report(source, column, "%s", problem);
}

void source_refuse(struct source *source, const char *column, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *message = format_message(source, format, arguments);
    va_end(arguments);
    source->broken = true;
    problems_add(source->rejections->problems, SEVERITY_ERROR, where(source, MAX(source->record.number, 1)), column,
                 "%s", message);
}

/* The column's name where the header gave it, else its number. */
static const char *name_of_field(struct source *source, size_t field)
{
    return field <= source->n_columns ? source->columns[field - 1] : arena_printf(source->scratch, "%zu", field);
}

/* True: the fault was inside one record, and there is going on behind it. */
static bool report_stop(struct source *source, const struct stop *stop, GError **error)
{
    source->record.number = stop->record;
    if (stop->fault == CSV_FAULT_NONE)
        return false;
    if (stop->fault == CSV_FAULT_READ)
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be read: %s", source->name,
                    stop->system_error == EBADMSG ? "the archive is damaged, encrypted or of a method that is not known"
                                                  : g_strerror(stop->system_error));
    else
        (stop->goes_on ? source_report : source_refuse)(source, name_of_field(source, stop->field), "%s",
                                                        csv_fault_text(stop->fault));
    return stop->goes_on;
}

/* A spreadsheet may write something else between the fields: then the header is one field with that in it. */
static bool refuse_separator(struct source *source)
{
    static const char *const names[] = {";", "\t", "|"}, *const words[] = {"semicolons", "tabs", "bars"};
    for (size_t i = 0; i < G_N_ELEMENTS(names) && source->n_columns == 1 && !source->broken; i++)
        if (strstr(source->columns[0], names[i]))
            source_refuse(source, NULL, "the fields are separated by %s; they must be by commas", words[i]);
    return source->broken;
}

bool source_open(struct source *source, const char *name, FILE *in, struct rejections *rejections, GError **error)
{
    *source = (struct source){
        .name = name, .reader = csv_new(in), .rejections = rejections, .lasting = arena_new(), .scratch = arena_new()};
    struct csv_record record;
    if (csv_next(source->reader, &record)) {
        const char **columns = ARENA_ARRAY(source->lasting, const char *, record.n_fields);
        for (size_t i = 0; i < record.n_fields; i++)
            columns[i] = arena_strdup(source->lasting, record.fields[i]);
        source->columns = columns;
        source->n_columns = record.n_fields;
        source->record = record;
        return !refuse_separator(source);
    }
    const struct stop stop = stop_of(source->reader);
    if (stop.fault == CSV_FAULT_NONE)
        source_refuse(source, NULL, "the file is empty; its first record names the columns");
    else if (!report_stop(source, &stop, error) && error && *error)
        return false;
    source->broken = true;
    return false;
}

void source_close(struct source *source)
{
    csv_free(source->reader);
    arena_free(source->lasting);
    arena_free(source->scratch);
}

size_t source_column(const struct source *source, const char *name)
{
    for (size_t i = 0; i < source->n_columns; i++)
        if (strcmp(source->columns[i], name) == 0)
            return i;
    return SIZE_MAX;
}

const char *source_field(const struct source *source, size_t position)
{
    return position == SIZE_MAX ? "" : rule_text(source->scratch, source->record.fields[position]);
}

bool source_check_header(struct source *source)
{
    bool sound = true;
    for (size_t i = 0; i < source->n_columns; i++) {
        if (source_column(source, source->columns[i]) == i)
            continue;
        source_refuse(source, arena_printf(source->scratch, "%zu", i + 1), "column %s is named twice",
                      rule_quote(source->scratch, source->columns[i]));
        sound = false;
    }
    return sound;
}

/* The record at hand has as many fields as the header, or is reported. */
static bool fits(struct source *source)
{
    if (source->record.n_fields == source->n_columns)
        return true;
    source_report(source, arena_printf(source->scratch, "%zu", MIN(source->record.n_fields, source->n_columns) + 1),
                  "the record has %zu field%s; the first record has %zu", source->record.n_fields,
                  source->record.n_fields == 1 ? "" : "s", source->n_columns);
    return false;
}

/* The next record that fits. False at the end, after a fault that was reported, and when the system failed. */
static bool next(struct source *source, struct ahead *ahead, GError **error)
{
    struct stop stop;
    for (;;) {
        arena_reset(source->scratch);
        source->rejected = false;
        bool read = ahead_next(ahead, &source->record, &source->ready, &stop);
        if (read && fits(source))
            return true;
        if (!read && !report_stop(source, &stop, error))
            return false;
    }
}

/* What makes records ready. */
struct preparer {
    struct source source; /* the thread's own: of the same header, and reporting nothing */
    source_prepare *prepare;
    const void *self;
};

static void *make_ready(void *data, struct arena *arena, const struct csv_record *record)
{
    struct preparer *preparer = data;
    struct source *source = &preparer->source;
    source->scratch = arena;
    source->record = *record;
    source->rejected = record->n_fields != source->n_columns;
    void *made = source->rejected ? NULL : preparer->prepare(preparer->self, source);
    return source->rejected ? NULL : made;
}

bool source_each(struct source *source, source_prepare *prepare, source_visit *visit, void *self, GError **error)
{
    GError *failed = NULL;
    struct preparer preparer = {*source, prepare, self};
    preparer.source.rejections = NULL;
    struct ahead *ahead =
        source->broken ? NULL : ahead_new(source->reader, prepare ? make_ready : NULL, &preparer, &failed);
    while (ahead && !source->broken && next(source, ahead, &failed) && visit(self, source, &failed)) {
    }
    ahead_free(ahead);
    if (!failed)
        return true;
    g_propagate_error(error, failed);
    return false;
}

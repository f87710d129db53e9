/* From a report's question to those of its sections, and their rows. */
#include "app/report.h"

#include "app/ask.h"
#include "app/link.h"
#include "base/display.h"
#include "base/money.h"
#include "format/json.h"

#include <string.h>

/* What selects jurisdictions: a list that does not take it would tell of others. */
static const char *const selectors[] = {"j", "state", "demand", "case", NULL};

static bool is_chosen(const struct question *question, const struct report_section *section)
{
    bool is_any = false;
    for (size_t i = 0; i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        if (strcmp(value->parameter->name, "section") != 0)
            continue;
        if (strcmp(value->text, section->name) == 0)
            return true;
        is_any = true;
    }
    return !is_any;
}

/* Does the list take whatever selects jurisdictions, and does it get what it needs? */
static bool can_answer(const struct question *question, const struct resource *resource)
{
    for (const char *const *each = selectors; *each; each++)
        if (parameters_get(question->parameters, *each) && !resource_takes(resource, *each))
            return false;
    for (const char *const *each = resource->needs; each && *each; each++)
        if (!strchr(*each, '|') && !parameters_get(question->parameters, *each) && strcmp(*each, "j") != 0)
            return false;
    return true;
}

/* Would the list tell amounts of other years than the report is of? *FY: the report's one year, if the list takes it;
 * or NULL. */
static bool has_other_years(const struct question *question, const struct resource *resource, const char **fy)
{
    const struct parameter_value *from = parameters_get(question->parameters, "fy_from");
    const struct parameter_value *to = parameters_get(question->parameters, "fy_to");
    bool is_one = from && to && strcmp(from->text, to->text) == 0;
    *fy = NULL;
    if ((!from && !to) || resource_takes(resource, "fy_from"))
        return false;
    if (is_one && resource_takes(resource, "fy"))
        *fy = from->text;
    return !*fy;
}

/* What the report asks of the list at hand, as a query: no amounts where they would be of other years. */
static char *query_of(const struct question *question, const struct report_section *section,
                      const struct resource *resource)
{
    g_autoptr(GString) query = g_string_new(NULL);
    const char *fy;
    bool is_without = has_other_years(question, resource, &fy);
    for (size_t i = 0; i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        const char *name = value->parameter->name;
        if (section->demand && strcmp(name, "demand") == 0)
            name = section->demand;
        if (resource_takes(resource, name) && value->parameter->use != PARAMETER_ORDER &&
            !(is_without && strcmp(name, "measure") == 0))
            ask_add(query, name, value->text);
    }
    if (fy)
        ask_add(query, "fy", fy);
    return arena_strdup(question->arena, query->str);
}

char *report_row(struct arena *scratch, const struct result *rows, size_t row)
{
    struct result one = *rows;
    one.cells = rows->cells + row * rows->n_columns;
    one.n_rows = 1;
    json_t *list = json_rows(scratch, &one);
    char *text = json_dumps(json_array_get(list, 0), JSON_COMPACT | JSON_SORT_KEYS);
    json_decref(list);
    return text;
}

static const char *hash_rows(struct arena *arena, const struct result *rows)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t row = 0; row < rows->n_rows; row++) {
        char *text = report_row(arena, rows, row);
        g_checksum_update(sum, (const guchar *)text, -1);
        g_checksum_update(sum, (const guchar *)"\n", 1);
        free(text);
    }
    return arena_strdup(arena, g_checksum_get_string(sum));
}

static bool read_facts(struct report_part *part, GError **error)
{
    const char *total = part->question->resource->total;
    const char *facts = part->section->facts ? part->section->facts : total;
    part->facts = facts ? question_run(part->question, facts, NULL, 0, error) : NULL;
    return part->facts || !facts;
}

static bool refuse_rows(const struct report *report, GError **error)
{
    const struct question *question = report->question;
    g_set_error_literal(
        error, PROVISO_ERROR, ERROR_BAD_REQUEST,
        catalog_format(question->arena, question->app->catalog,
                       N_("This report would have {count} rows. A report has at most {most}: ask for fewer "
                          "jurisdictions, years, programs or sections, or take the whole lists as files."),
                       "count", integer_grouped(question->arena, report->n_rows), "most",
                       integer_grouped(question->arena, REPORT_ROWS_MAX), NULL));
    return false;
}

static bool plan_part(struct report *report, const struct report_section *section, GError **error)
{
    const struct question *question = report->question;
    const char *key;
    const struct resource *resource = resource_find(question->arena, section->path, &key);
    if (!is_chosen(question, section) || !can_answer(question, resource))
        return true;
    const char *query = query_of(question, section, resource);
    struct question *part = ask(question, resource, query, error);
    g_assert(report->n_parts < REPORT_SECTIONS_MAX);
    report->parts[report->n_parts++] = (struct report_part){.section = section, .question = part};
    return part != NULL;
}

bool report_sections(const struct question *question, struct report *report, GError **error)
{
    *report = (struct report){.question = question};
    for (const struct report_section *const *each = question->resource->report->sections; *each; each++)
        if (!plan_part(report, *each, error))
            return false;
    return true;
}

/* How many rows there would be, before they are read. */
static bool count_rows(struct report *report, GError **error)
{
    for (size_t i = 0; i < report->n_parts; i++) {
        const struct question *part = report->parts[i].question;
        int64_t count = 0;
        if (!question_count(part, &count, error))
            return false;
        report->n_rows += count;
    }
    return report->n_rows <= REPORT_ROWS_MAX || refuse_rows(report, error);
}

static bool read_part(struct report_part *part, GError **error)
{
    part->rows = question_rows(part->question, -1, error);
    if (!part->rows || !read_facts(part, error))
        return false;
    part->sha256 = hash_rows(part->question->arena, part->rows);
    return true;
}

bool report_read(struct report *report, GError **error)
{
    if (!count_rows(report, error))
        return false;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    report->n_rows = 0;
    for (size_t i = 0; i < report->n_parts; i++) {
        struct report_part *part = &report->parts[i];
        if (!read_part(part, error))
            return false;
        report->n_rows += (int64_t)part->rows->n_rows;
        g_checksum_update(sum, (const guchar *)part->section->name, -1);
        g_checksum_update(sum, (const guchar *)part->sha256, -1);
    }
    report->sha256 = arena_strdup(report->question->arena, g_checksum_get_string(sum));
    return true;
}

const char *report_address(const struct question *question, const char *extension)
{
    const struct parameter_change fixed[] = {
        {"as_of", question->as_of}, {"edition", link_edition(question)}, {NULL, NULL}};
    return link_absolute(question, link_self(question, extension, fixed));
}

/* The value of a column that most of the rows have, the first of several, and how many values there are; NULL: none
 * has any. */
static const char *commonest(struct arena *arena, const struct result *rows, const char *column, size_t *n_values)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    size_t at = result_column(rows, column);
    const char *best = NULL;
    size_t most = 0;
    for (size_t i = 0; at != SIZE_MAX && i < rows->n_rows; i++) {
        const struct cell *cell = result_at(rows, i, at);
        const char *value = display_plain(arena, rows->columns[at], cell);
        if (cell->kind == CELL_NULL)
            continue;
        size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, value)) + 1;
        g_hash_table_insert(counts, (void *)value, GSIZE_TO_POINTER(count));
        if (count > most) {
            most = count;
            best = value;
        }
    }
    *n_values = g_hash_table_size(counts);
    return best;
}

/* In words: the value that the chart of a question asks for, of so many. */
static bool say_value(const struct question *question, const char *parameter, size_t n_values, const char **words,
                      GError **error)
{
    const struct parameter_value *value = parameters_get(question->parameters, parameter);
    const struct catalog *catalog = question->app->catalog;
    const char *name;
    if (!question_words(question, value, &name, error))
        return false;
    *words = catalog_format(question->arena, catalog,
                            N_("The chart shows only {label}: {value} (1 of {count}). The table shows all."), "label",
                            catalog_text(catalog, value->parameter->label), "value", name, "count",
                            integer_grouped(question->arena, (int64_t)n_values), NULL);
    return true;
}

bool report_picture(const struct report_part *part, struct question **question, const char **words, GError **error)
{
    struct question *whole = part->question;
    const struct report_need *need = &part->section->need;
    size_t n_values;
    *question = NULL;
    *words = NULL;
    if (!whole->resource->charts || part->section->is_table_only || part->rows->n_rows == 0)
        return true;
    if (!need->parameter || parameters_get(whole->parameters, need->parameter)) {
        *question = whole;
        return true;
    }
    const char *value = commonest(whole->arena, part->rows, need->column, &n_values);
    if (!value)
        return true;
    g_autoptr(GString) query = g_string_new(whole->canonical);
    ask_add(query, need->parameter, value);
    *question = ask(whole, whole->resource, arena_strdup(whole->arena, query->str), error);
    return *question && (n_values == 1 || say_value(*question, need->parameter, n_values, words, error));
}

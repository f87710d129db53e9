/* Reports for templates and manifests. */
#include "app/report_view.h"

#include "app/link.h"
#include "app/picture.h"
#include "app/picture_view.h"
#include "app/pivot.h"
#include "app/report.h"
#include "app/table.h"
#include "app/words.h"
#include "base/display.h"

#include <string.h>

static const struct column *const report_columns[] = {
    VIEW_TEXT("title"),     VIEW_TEXT("summary"),      VIEW_RESULT("sections"), VIEW_URL("report_url"),
    VIEW_URL("verify_url"), VIEW_INTEGER("row_count"), VIEW_CODE("sha256"),     VIEW_CODE("content_hash"),
    VIEW_URL("pdf_url"),    VIEW_URL("json_url")};
static const struct column *const section_columns[] = {
    PICTURE_COLUMNS,      VIEW_INTEGER("number"),      VIEW_CODE("id"),     VIEW_URL("here"),
    VIEW_TEXT("heading"), VIEW_TEXT("sentence"),       VIEW_TEXT("empty"),  VIEW_INTEGER("row_count"),
    VIEW_URL("list_url"), VIEW_URL("sum_url"),         VIEW_URL("csv_url"), VIEW_TEXT("chart_part"),
    VIEW_RESULT("table"), VIEW_INTEGER("undated_rows")};

static const struct column *const kind_columns[] = {VIEW_TEXT("label"), VIEW_URL("href")};

/* Words of a report's title: its parameters. */
static bool put_parameters(struct words *words, GError **error)
{
    const struct question *question = words->question;
    for (const struct parameter *const *each = question->resource->parameters; *each; each++) {
        const char *all;
        if ((*each)->use != PARAMETER_FILTER)
            continue;
        if (!words_values(question, (*each)->name, false, &all, error))
            return false;
        words_put(words, (*each)->name, all);
    }
    return true;
}

/* Words of a section's sentences: the columns of its facts, and "one". */
static void put_facts(struct words *words, const struct result *facts)
{
    const struct question *question = words->question;
    for (size_t i = 0; facts && facts->n_rows && i < facts->n_columns; i++) {
        const struct cell *cell = result_at(facts, 0, i);
        const char *text = display_cell(question->arena, question->app->catalog, facts->columns[i], cell);
        words_put(words, facts->columns[i]->name, cell->kind == CELL_NULL ? NULL : text);
    }
    words_put(words, "one", facts && result_integer(facts, 0, "row_count", 0) == 1 ? "1" : NULL);
}

static const char *sentence_of(const struct report_part *part)
{
    struct words words = {.question = part->question};
    put_facts(&words, part->facts);
    return words_say(&words, words_choose(&words, part->section->sentences));
}

const char *report_title(const struct question *question, GError **error)
{
    struct words words = {.question = question};
    if (!put_parameters(&words, error))
        return NULL;
    return words_say(&words, words_choose(&words, question->resource->report->titles));
}

static const char *link_of(const struct question *question, const char *extension)
{
    return link_whole(question, extension, link_edition(question));
}

static bool set_chart(const struct report_part *part, struct result *sections, GError **error)
{
    struct question *question;
    struct picture picture;
    struct chart_spec spec;
    const char *words;
    if (!report_picture(part, &question, &words, error))
        return false;
    if (!question || !picture_declared(question))
        return true;
    if (!picture_read(question, NULL, &picture, error))
        return false;
    if (picture.rows->n_rows == 0)
        return true;
    if (!picture_spec(question, &picture, &spec, error))
        return false;
    picture_show(question, &spec, sections);
    view_set(sections, "chart_part", cell_text(words));
    return true;
}

static bool set_table(const struct report_part *part, struct result *sections, struct citations *citations,
                      GError **error)
{
    const struct question *question = part->question;
    const struct resource *resource = question->resource;
    const struct result *rows = part->rows;
    link_result(question, part->rows);
    const char *const *shown = part->section->shown ? part->section->shown : resource->shown;
    if (resource->pivot && !part->section->shown && !(rows = pivot_result(question, rows, error)))
        return false;
    const struct table_plan plan = {.rows = rows, .shown = shown, .drops_empty = true};
    view_set(sections, "table", cell_result(table_result(question, &plan, citations)));
    return true;
}

/* What the section's dates leave out in doubt, also where they leave nothing else. */
static void set_undated(const struct result *facts, struct result *sections)
{
    int64_t undated = facts ? result_integer(facts, 0, "undated_rows", 0) : 0;
    if (undated > 0)
        view_set(sections, "undated_rows", cell_integer(undated));
}

/* Where the rows are whose sum the sentence tells. */
static void set_sum(const struct report_part *part, struct result *sections)
{
    const struct cell *sum = part->facts ? result_cell(part->facts, 0, "total_usd") : NULL;
    if (sum && sum->kind != CELL_NULL)
        view_set(sections, "sum_url", cell_text(link_of(part->question, "")));
}

static bool add_section(const struct report_part *part, size_t number, struct result *sections,
                        struct citations *citations, GError **error)
{
    const struct catalog *catalog = part->question->app->catalog;
    result_append(part->question->arena, sections);
    view_set(sections, "number", cell_integer((int64_t)number));
    view_set(sections, "id", cell_text(part->section->name));
    view_set(sections, "here", cell_text(arena_printf(part->question->arena, "#%s", part->section->name)));
    view_set(sections, "heading", cell_text(catalog_text(catalog, part->section->heading)));
    view_set(sections, "row_count", cell_integer((int64_t)part->rows->n_rows));
    view_set(sections, "list_url", cell_text(link_of(part->question, "")));
    view_set(sections, "csv_url", cell_text(link_of(part->question, "csv")));
    set_undated(part->facts, sections);
    if (part->rows->n_rows == 0) {
        view_set(sections, "empty", cell_text(catalog_text(catalog, part->section->empty)));
        return true;
    }
    view_set(sections, "sentence", cell_text(sentence_of(part)));
    set_sum(part, sections);
    return set_chart(part, sections, error) && set_table(part, sections, citations, error);
}

/* What a reader of the paper types or scans to see whether it still holds. */
static const char *verify_link(const struct report *report)
{
    const struct question *question = report->question;
    g_autoptr(GString) query = g_string_new("url=");
    http_encode(query, report_address(question, ""), "");
    g_string_append_printf(query, "&sha256=%s", report->sha256);
    return arena_printf(question->arena, "%s/verify?%s", question->app->config->base_url, query->str);
}

static struct result *shape_of(const struct question *question, struct citations *citations)
{
    struct result *report = view_new(question->arena, "report", report_columns);
    struct result *sections = view_new(question->arena, "sections", section_columns);
    result_append(question->arena, sections);
    view_set(sections, "table", cell_result(table_result(question, NULL, citations)));
    result_append(question->arena, report);
    view_set(report, "sections", cell_result(sections));
    return report;
}

static bool fill(const struct report *report, struct result *row, struct citations *citations, GError **error)
{
    const struct question *question = report->question;
    struct result *sections = view_new(question->arena, "sections", section_columns);
    for (size_t i = 0; i < report->n_parts; i++)
        if (!add_section(&report->parts[i], i + 1, sections, citations, error))
            return false;
    const char *title = report_title(question, error);
    if (!title)
        return false;
    result_append(question->arena, row);
    view_set(row, "title", cell_text(title));
    view_set(row, "summary", cell_text(catalog_text(question->app->catalog, question->resource->report->subtitle)));
    view_set(row, "sections", cell_result(sections));
    view_set(row, "report_url", cell_text(report_address(question, "")));
    view_set(row, "verify_url", cell_text(verify_link(report)));
    view_set(row, "row_count", cell_integer(report->n_rows));
    view_set(row, "sha256", cell_text(report->sha256));
    view_set(row, "content_hash", cell_text(edition_stamp(question->edition)->content_hash));
    view_set(row, "pdf_url", cell_text(link_self(question, "pdf", NULL)));
    view_set(row, "json_url", cell_text(link_self(question, "json", NULL)));
    return true;
}

struct result *report_view(const struct question *question, struct citations *citations, bool is_shape, GError **error)
{
    struct report report;
    if (is_shape)
        return shape_of(question, citations);
    struct result *row = view_new(question->arena, "report", report_columns);
    if (resource_lacks(question->resource, question->parameters))
        return row;
    bool done = report_sections(question, &report, error) && report_read(&report, error) &&
                fill(&report, row, citations, error);
    return done ? row : NULL;
}

struct result *report_kinds(const struct question *question)
{
    struct result *kinds = view_new(question->arena, "kinds", kind_columns);
    const struct resource *resource;
    for (size_t i = 0; (resource = resource_at(i)); i++) {
        if (!resource->report)
            continue;
        result_append(question->arena, kinds);
        view_set(kinds, "label", cell_text(catalog_text(question->app->catalog, resource->title)));
        view_set(kinds, "href", cell_text(link_local(question, resource->path)));
    }
    return kinds;
}

static json_t *section_json(const struct report_part *part)
{
    const struct question *question = part->question;
    json_t *rows = json_array();
    for (size_t i = 0; i < part->rows->n_rows; i++) {
        char *text = report_row(question->arena, part->rows, i);
        g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
        const char *key = result_text(part->rows, i, "key");
        json_array_append_new(rows, json_pack("[s,s]", key ? key : "", hash));
        free(text);
    }
    return json_pack("{s:s, s:s, s:s, s:s, s:I, s:s, s:o}", "section", part->section->name, "heading",
                     catalog_text(question->app->catalog, part->section->heading), "url",
                     link_absolute(question, link_of(question, "")), "csv",
                     link_absolute(question, link_of(question, "csv")), "row_count", (json_int_t)part->rows->n_rows,
                     "sha256", part->sha256, "rows", rows);
}

json_t *report_manifest(const struct question *question, GError **error)
{
    struct report report;
    const char *title = report_title(question, error);
    if (!title || !report_sections(question, &report, error) || !report_read(&report, error))
        return NULL;
    json_t *sections = json_array();
    for (size_t i = 0; i < report.n_parts; i++)
        json_array_append_new(sections, section_json(&report.parts[i]));
    return json_pack("{s:s, s:s, s:s, s:I, s:s, s:o}", "title", title, "url", report_address(question, ""), "verify",
                     verify_link(&report), "row_count", (json_int_t)report.n_rows, "sha256", report.sha256, "sections",
                     sections);
}

/* A report as PDF: its own page set on paper, with the charts that the page shows and the files that it links. */
#include "app/answer.h"

#include "app/ask.h"
#include "app/link.h"
#include "app/parameters.h"
#include "app/report.h"
#include "app/report_view.h"
#include "base/date.h"
#include "report/document.h"

#include <string.h>

/* Bytes of another answer, in the arena; false on an error. */
static bool take_answer(const struct question *question, const struct representation *representation,
                        const char **bytes, size_t *length, GError **error)
{
    struct question whole = *question;
    whole.representation = representation;
    g_autoptr(GString) body = g_string_new(NULL);
    struct http_response response = {.body = body};
    if (!representation->write(&whole, &response, error))
        return false;
    *bytes = arena_strndup(question->arena, body->str, body->len);
    *length = body->len;
    return true;
}

/* The chart at an address of the page, with as many rows as HEIGHT has room for. */
static const struct chart_layout *chart_at(void *self, const char *src, double width, double height, GError **error)
{
    const struct question *question = self;
    static const struct representation chart = {.extension = "svg", .bit = AS_SVG, .is_whole = true};
    struct chart_size size = {.name = "report",
                              .width = width,
                              .row = 15,
                              .most_rows = 30,
                              .title = 11,
                              .subtitle = 9,
                              .label = 7.5,
                              .foot = 7,
                              .is_points = true};
    struct question *asked = ask_address(question, link_below(question->app, src), &chart, error);
    const struct chart_layout *layout = asked ? answer_chart_layout(asked, &size, error) : NULL;
    if (!layout || layout->height <= height)
        return layout;
    size.height = height;
    return answer_chart_layout(asked, &size, error);
}

/* A section's list as the file that its page links, byte for byte. */
static bool attach_list(const struct question *question, const struct report_part *part,
                        struct document_attachment *attachment, GError **error)
{
    const struct catalog *catalog = question->app->catalog;
    const char *address = link_whole(part->question, "csv", link_edition(part->question));
    const struct question *list = ask_address(question, link_below(question->app, address), &answer_csv, error);
    *attachment = (struct document_attachment){
        .name = arena_printf(question->arena, "%s.csv", part->section->name),
        .content_type = "text/csv",
        .description = catalog_text(catalog, part->section->heading),
    };
    return list && take_answer(list, &answer_csv, &attachment->bytes, &attachment->length, error);
}

/* The lists and the manifest; what there is. NULL on an error. */
static struct document_attachment *attach(const struct question *question, size_t *count, GError **error)
{
    struct report report;
    if (!report_sections(question, &report, error))
        return NULL;
    struct document_attachment *attachments =
        ARENA_ARRAY(question->arena, struct document_attachment, report.n_parts + 1);
    for (*count = 0; *count < report.n_parts; (*count)++)
        if (!attach_list(question, &report.parts[*count], &attachments[*count], error))
            return NULL;
    struct document_attachment *manifest = &attachments[(*count)++];
    *manifest = (struct document_attachment){.name = REPORT_MANIFEST, .content_type = "application/json"};
    bool done = take_answer(question, &answer_json, &manifest->bytes, &manifest->length, error);
    return done ? attachments : NULL;
}

static const char *head_end_of(const struct question *question)
{
    const struct catalog *catalog = question->app->catalog;
    return catalog_format(question->arena, catalog, N_("as of {date} · edition {edition}"), "date",
                          date_long(question->arena, catalog, question->as_of, PRECISION_DAY), "edition",
                          link_edition(question), NULL);
}

static bool set_report(struct question *question, GString *out, GError **error)
{
    const struct parameter_value *paper = parameters_get(question->parameters, "paper");
    struct document_plan plan = {
        .origin = link_origin(question),
        .language = catalog_language(question->app->catalog),
        .title = report_title(question, error),
        .subject = catalog_text(question->app->catalog, question->resource->report->subtitle),
        .created_on = edition_stamp(question->edition)->as_of,
        .paper = document_paper_find(paper ? paper->text : parameter_paper.fallback),
        .catalog = question->app->catalog,
        .figure = chart_at,
        .self = question,
        .most_pages = REPORT_PAGES_MAX,
    };
    if (!plan.title || !take_answer(question, &answer_html, &plan.page, &plan.length, error))
        return false;
    plan.head = plan.title;
    plan.head_end = head_end_of(question);
    plan.attachments = attach(question, &plan.n_attachments, error);
    return plan.attachments && document_pdf(question->arena, question->app->canvas, &plan, out, error);
}

/* A record's report is the one about its key. */
static struct question *report_of(const struct question *question, GError **error)
{
    const struct parameter_change settings[] = {{"download", NULL}, {NULL, NULL}};
    const char *query = parameters_query(question->arena, question->parameters, settings);
    g_autoptr(GString) whole = g_string_new(query);
    const char *path = question->resource->report_path;
    if (!path)
        path = question->resource->path;
    else
        ask_add(whole, "j", question->key);
    return ask_address(question, arena_printf(question->arena, "%s?%s", path, whole->str), NULL, error);
}

static bool write_report(const struct question *question, struct http_response *response, GError **error)
{
    struct question *report = report_of(question, error);
    return report && set_report(report, response->body, error) && http_response_flow(response, true, error);
}

const struct representation answer_report = {.extension = "pdf",
                                             .bit = AS_REPORT,
                                             .content_type = TYPE_PDF,
                                             .is_whole = true,
                                             .parameters = parameters_of_file,
                                             .write = write_report};

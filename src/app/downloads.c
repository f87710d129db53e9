/* Links to files, charts and feeds. */
#include "app/downloads.h"

#include "app/answer.h"
#include "app/link.h"
#include "app/parameters.h"
#include "app/picture.h"
#include "app/view.h"

static const struct column *const download_columns[] = {VIEW_TEXT("label"), VIEW_URL("href"), VIEW_CODE("content_type"),
                                                        VIEW_FLAG("is_alternate"), VIEW_FLAG("is_feed")};

#define FORM(name, type, words) .bit = AS_##name, .extension = type, .content_type = TYPE_##name, .label = (words)

const struct download downloads[] = {
    {FORM(CSV, "csv", N_("Table CSV")), .parameters = parameters_of_csv, .is_whole = true},
    {FORM(CSV, "csv", N_("Table CSV for Excel")), .parameters = parameters_of_csv, .is_whole = true,
     .change = {"bom", "1"}},
    {FORM(XLSX, "xlsx", N_("Table XLSX")), .parameters = parameters_of_xlsx, .is_whole = true},
    {FORM(JSON, "json", N_("Data JSON")), .parameters = parameters_of_file},
    {FORM(PNG, "png", N_("Chart PNG")), .parameters = parameters_of_file, .is_whole = true, .is_chart = true},
    {FORM(SVG, "svg", N_("Chart SVG")), .parameters = parameters_of_file, .is_whole = true, .is_chart = true},
    {FORM(PDF, "pdf", N_("Chart PDF")), .parameters = parameters_of_file, .is_whole = true, .is_chart = true},
    {.bit = AS_REPORT,
     .extension = "pdf",
     .content_type = TYPE_PDF,
     .label = N_("Report PDF"),
     .parameters = parameters_of_file,
     .is_whole = true},
    {FORM(ATOM, "atom", N_("Feed")), .parameters = parameters_of_file, .is_whole = true, .is_feed = true},
    {FORM(ICS, "ics", N_("Add to calendar")), .parameters = parameters_of_file, .is_whole = true, .is_feed = true},
    {FORM(DATABASE, "db", N_("SQLite database")), .parameters = parameters_of_file, .is_whole = true},
    {FORM(ZIP, "zip", N_("CSV tables in a ZIP")), .parameters = parameters_of_file, .is_whole = true},
    {.extension = NULL},
};

/* Has the question an answer in this form? */
static bool has(const struct question *question, const struct download *form)
{
    const struct resource *resource = question->resource;
    if (!(resource->representations & form->bit) || resource_lacks(resource, question->parameters))
        return false;
    return !form->is_chart || picture_declared(question);
}

struct result *downloads_result(const struct question *question)
{
    struct result *links = view_new(question->arena, "downloads", download_columns);
    for (const struct download *each = downloads; question->edition && each->extension; each++) {
        if (!has(question, each))
            continue;
        result_append(question->arena, links);
        view_set(links, "label", cell_text(catalog_text(question->app->catalog, each->label)));
        const char *edition = each->is_feed ? NULL : link_edition(question); /* a feed goes on */
        view_set(links, "href", cell_text(link_changed(question, each->extension, edition, each->change)));
        view_set(links, "content_type", cell_text(each->content_type));
        view_set(links, "is_alternate", cell_integer(!each->is_chart && !each->change.name));
        view_set(links, "is_feed", cell_integer(each->is_feed));
    }
    return links;
}

/* Links to files, charts and feeds. */
#include "app/downloads.h"

#include "app/answer.h"
#include "app/link.h"
#include "app/picture.h"
#include "app/view.h"

static const struct column *const download_columns[] = {VIEW_TEXT("label"), VIEW_URL("href"), VIEW_CODE("content_type"),
                                                        VIEW_FLAG("is_alternate")};

const struct download downloads[] = {
    {.bit = AS_CSV, .extension = "csv", .content_type = TYPE_CSV, .label = N_("Table CSV")},
    {.bit = AS_CSV,
     .extension = "csv",
     .content_type = TYPE_CSV,
     .label = N_("Table CSV for Excel"),
     .changes = {"bom", "1"}},
    {.bit = AS_XLSX, .extension = "xlsx", .content_type = TYPE_XLSX, .label = N_("Table XLSX")},
    {.bit = AS_JSON, .extension = "json", .content_type = TYPE_JSON, .label = N_("Data JSON")},
    {.bit = AS_PNG,
     .extension = "png",
     .content_type = TYPE_PNG,
     .label = N_("Chart PNG"),
     .is_chart = true,
     .changes = {"size", "social"}},
    {.bit = AS_SVG, .extension = "svg", .content_type = TYPE_SVG, .label = N_("Chart SVG"), .is_chart = true},
    {.bit = AS_PDF, .extension = "pdf", .content_type = TYPE_PDF, .label = N_("Chart PDF"), .is_chart = true},
    {.bit = AS_ATOM, .extension = "atom", .content_type = TYPE_ATOM, .label = N_("Feed"), .is_feed = true},
    {.bit = AS_ICS, .extension = "ics", .content_type = TYPE_ICS, .label = N_("Add to calendar"), .is_feed = true},
    {.extension = NULL},
};

static const char *address_of(const struct question *question, const struct download *download)
{
    const char *edition = arena_printf(question->arena, "%" G_GINT64_FORMAT, edition_stamp(question->edition)->number);
    const struct parameter_change changes[] = {{"after", NULL},
                                               {"limit", NULL},
                                               {"size", NULL},
                                               {"scale", NULL},
                                               {"edition", download->is_feed ? NULL : edition},
                                               download->changes,
                                               {NULL, NULL}};
    return link_self(question, download->extension, changes);
}

struct result *downloads_result(const struct question *question)
{
    struct result *links = view_new(question->arena, "downloads", download_columns);
    for (const struct download *each = downloads; question->edition && each->extension; each++) {
        if (!(question->resource->representations & each->bit) || (each->is_chart && !picture_exists(question)))
            continue;
        result_append(question->arena, links);
        view_set(links, "label", cell_text(catalog_text(question->app->catalog, each->label)));
        view_set(links, "href", cell_text(address_of(question, each)));
        view_set(links, "content_type", cell_text(each->content_type));
        view_set(links, "is_alternate", cell_integer(!each->is_chart && !each->changes.name));
    }
    return links;
}

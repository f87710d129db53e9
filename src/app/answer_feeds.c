/* A question to be followed: as a feed of what happened, or as a calendar of what is due. */
#include "app/answer.h"

#include "app/form.h"
#include "app/link.h"
#include "app/parameters.h"
#include "format/feed.h"

/* The record's name or the list's noun; NULL with ERROR set where there is no such record. */
static const char *subject_of(const struct question *question, GError **error)
{
    const struct resource *resource = question->resource;
    if (!resource->record)
        return catalog_text(question->app->catalog, resource->title);
    const struct result *record = question_record(question, error);
    const char *full = record ? result_text(record, 0, "full_name") : NULL;
    return !record || full ? full : result_text(record, 0, resource->heading);
}

/* "Proviso: demands, Named in: ..., State: Illinois": why one follows it. */
static const char *title_of(const struct question *question, GError **error)
{
    const char *subject = subject_of(question, error);
    const struct result *filters = subject ? form_filters(question, false, error) : NULL;
    if (!filters)
        return NULL;
    return form_filtered(question->arena, arena_printf(question->arena, "Proviso: %s", subject), filters);
}

/* Keys of sources become addresses: a feed is read far from here. */
static void address_sources(const struct question *question, struct result *rows)
{
    size_t column = result_column(rows, "sources");
    for (size_t row = 0; column != SIZE_MAX && row < rows->n_rows; row++) {
        struct cell *cell = &rows->cells[row * rows->n_columns + column];
        g_auto(GStrv) keys = g_strsplit(cell->kind == CELL_TEXT ? cell->text : "", " ", -1);
        const char *addresses = "";
        for (char **key = keys; *key; key++)
            addresses = arena_printf(question->arena, "%s%s%s/sources/%s", addresses, *addresses ? " " : "",
                                     question->app->config->base_url, *key);
        *cell = cell_text(addresses);
    }
}

static struct result *rows_of(const struct question *question, const struct feed_declaration *declared, GError **error)
{
    struct result *rows = declared->statement ? question_run(question, declared->statement, NULL, 0, error)
                                              : question_rows(question, -1, error);
    if (rows) {
        link_result_absolute(question, rows);
        address_sources(question, rows);
    }
    return rows;
}

static bool write_feed(const struct question *question, const struct feed_declaration *declared, feed_write *write,
                       struct http_response *response, GError **error)
{
    const struct catalog *catalog = question->app->catalog;
    const char *title = title_of(question, error);
    const struct result *rows = title ? rows_of(question, declared, error) : NULL;
    if (!rows)
        return false;
    const struct feed feed = {
        .catalog = catalog,
        .columns = declared->columns,
        .rows = rows,
        .title = title,
        .subtitle = catalog_format(question->arena, catalog,
                                   N_("What the register holds of it on or before {date}. A record of documents, not "
                                      "legal advice; what is not here may still have happened."),
                                   "date", question->as_of, NULL),
        .page_url = link_absolute(question, link_self(question, "", NULL)),
        .self_url = link_absolute(question, link_self(question, question->representation->extension, NULL)),
        .host = question->app->config->host,
        .as_of = question->as_of,
        .edition = edition_stamp(question->edition)->number,
        .licence = "CC0-1.0",
    };
    write(question->arena, &feed, response->body);
    return true;
}

static bool write_atom(const struct question *question, struct http_response *response, GError **error)
{
    return write_feed(question, question->resource->feed, atom_write, response, error);
}

static bool write_ics(const struct question *question, struct http_response *response, GError **error)
{
    return write_feed(question, question->resource->calendar, calendar_write, response, error);
}

const struct representation answer_atom = {
    .extension = "atom",
    .bit = AS_ATOM,
    .content_type = TYPE_ATOM,
    .is_whole = true,
    .parameters = parameters_of_file,
    .write = write_atom,
};
const struct representation answer_ics = {
    .extension = "ics",
    .bit = AS_ICS,
    .content_type = TYPE_ICS,
    .is_whole = true,
    .is_attachment = true,
    .parameters = parameters_of_file,
    .write = write_ics,
};

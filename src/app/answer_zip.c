/* The tables of an edition as CSV files in one archive, described. */
#include "app/answer.h"

#include "app/columns.h"
#include "app/parameters.h"
#include "format/package.h"

static bool write_zip(const struct question *question, struct http_response *response, GError **error)
{
    struct tables tables;
    const char *as_of = edition_stamp(question->edition)->as_of;
    bool ok = tables_of_edition(question->edition, question->arena, &tables, error) &&
              package_zip(&tables, column_find, as_of, http_response_take, response, error) &&
              http_response_flow(response, true, error);
    tables_close(&tables);
    return ok;
}

const struct representation answer_zip = {
    .extension = "zip",
    .bit = AS_ZIP,
    .content_type = TYPE_ZIP,
    .is_whole = true,
    .is_attachment = true,
    .parameters = parameters_of_file,
    .write = write_zip,
};

/* An edition as the SQLite file that it is. */
#include "app/answer.h"

#include "app/parameters.h"

static bool write_database(const struct question *question, struct http_response *response, GError **error)
{
    return edition_read(question->edition, http_response_take, response, error) &&
           http_response_flow(response, true, error);
}

const struct representation answer_database = {
    .extension = "db",
    .bit = AS_DATABASE,
    .content_type = TYPE_DATABASE,
    .is_whole = true,
    .is_attachment = true,
    .parameters = parameters_of_file,
    .write = write_database,
};

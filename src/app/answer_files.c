/* Whole lists as files: CSV and XLSX, written a batch at a time into the answer's body or its spool. A record without a
 * list is a file of its one row. */
#include "app/answer.h"

#include "app/link.h"
#include "app/parameters.h"
#include "app/view.h"
#include "format/csv.h"
#include "format/xlsx.h"

#include <string.h>

static const struct column *const about_columns[] = {VIEW_TEXT("about"), VIEW_TEXT("value")};

/* A file in the making. */
struct transfer {
    const struct question *question;
    struct http_response *response;
    struct xlsx *xlsx; /* of a workbook */
    bool is_begun;     /* its line of names is there */
    size_t n_rows;     /* that are in it */
};

/* A batch as the file holds it: the columns asked for, addresses whole. */
static struct result *shape_batch(const struct question *question, struct arena *arena, struct result *batch)
{
    const struct parameter_value *cols = parameters_get(question->parameters, "cols");
    bool only_shown = cols && strcmp(cols->text, "shown") == 0;
    struct question here = *question;
    here.arena = arena;
    link_result_absolute(&here, batch);
    return result_pick(arena, batch, only_shown ? question->resource->shown : NULL);
}

static bool take_csv(void *self, struct arena *arena, struct result *batch, GError **error)
{
    struct transfer *transfer = self;
    struct result *rows = shape_batch(transfer->question, arena, batch);
    if (!transfer->is_begun)
        csv_head(rows, transfer->response->body);
    transfer->is_begun = true;
    transfer->n_rows += rows->n_rows;
    csv_rows(rows, transfer->response->body);
    return http_response_flow(transfer->response, false, error);
}

static bool write_record(struct transfer *transfer, store_take *take, GError **error)
{
    struct result *record = question_record(transfer->question, error);
    return record && take(transfer, transfer->question->arena, record, error);
}

/* Every row, and how many they are: who asks can tell that the file is whole. */
static bool write_rows(struct transfer *transfer, store_take *take, GError **error)
{
    bool is_list = transfer->question->resource->rows;
    if (is_list ? !question_each(transfer->question, take, transfer, error) : !write_record(transfer, take, error))
        return false;
    http_response_set(transfer->response, HTTP_X_TOTAL_COUNT,
                      arena_printf(transfer->question->arena, "%zu", transfer->n_rows));
    return true;
}

/* Is there such a record on the date? A list has none to miss. */
static bool has_record(const struct question *question, GError **error)
{
    return !question->resource->record || question_record(question, error) != NULL;
}

static bool write_csv(const struct question *question, struct http_response *response, GError **error)
{
    struct transfer transfer = {.question = question, .response = response};
    if (parameters_get(question->parameters, "bom"))
        g_string_append(response->body, "\xef\xbb\xbf");
    return has_record(question, error) && write_rows(&transfer, take_csv, error) &&
           http_response_flow(response, true, error);
}

static bool take_xlsx(void *self, struct arena *arena, struct result *batch, GError **error)
{
    struct transfer *transfer = self;
    struct result *rows = shape_batch(transfer->question, arena, batch);
    if (!transfer->is_begun && !xlsx_sheet(transfer->xlsx, "Data", rows, error))
        return false;
    transfer->is_begun = true;
    transfer->n_rows += rows->n_rows;
    return xlsx_rows(transfer->xlsx, rows, error);
}

/* What the file is, line by line: its address holds the question. */
static struct result *about_file(const struct question *question)
{
    const struct edition_stamp *stamp = edition_stamp(question->edition);
    struct arena *arena = question->arena;
    const char *edition = link_edition(question);
    const struct {
        const char *label, *value;
    } lines[] = {{"Address", link_absolute(question, link_whole(question, "xlsx", edition))},
                 {"As of", question->as_of},
                 {"Edition", edition},
                 {"Date of the edition", stamp->as_of},
                 {"Content hash of the edition", stamp->content_hash},
                 {"Licence", "CC0-1.0"},
                 {"Contact", question->app->config->contact}};
    struct result *about = view_new(arena, "about", about_columns);
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        result_append(arena, about);
        view_set(about, "about", cell_text(lines[i].label));
        view_set(about, "value", cell_text(lines[i].value));
    }
    return about;
}

static bool write_sheets(struct transfer *transfer, GError **error)
{
    struct result *about = about_file(transfer->question);
    return write_rows(transfer, take_xlsx, error) && xlsx_sheet(transfer->xlsx, "About", about, error) &&
           xlsx_rows(transfer->xlsx, about, error);
}

/* The library writes to a path: the answer's file in the spool. */
static bool write_xlsx(const struct question *question, struct http_response *response, GError **error)
{
    if (!has_record(question, error) || !spool_begin(response->spool, &response->file, error))
        return false;
    const char *dir = spool_dir(response->spool);
    const char *path = arena_printf(question->arena, "%s/%s", dir, response->file.name);
    struct transfer transfer = {.question = question,
                                .response = response,
                                .xlsx = xlsx_open(path, dir, edition_stamp(question->edition)->as_of, error)};
    if (!transfer.xlsx)
        return false;
    if (!write_sheets(&transfer, error)) {
        xlsx_drop(transfer.xlsx);
        return false;
    }
    return xlsx_close(transfer.xlsx, error) && http_response_adopt(response, error);
}

const struct representation answer_csv = {
    .extension = "csv",
    .bit = AS_CSV,
    .content_type = TYPE_CSV,
    .is_whole = true,
    .is_attachment = true,
    .parameters = parameters_of_csv,
    .write = write_csv,
};
const struct representation answer_xlsx = {
    .extension = "xlsx",
    .bit = AS_XLSX,
    .content_type = TYPE_XLSX,
    .is_whole = true,
    .is_attachment = true,
    .parameters = parameters_of_xlsx,
    .write = write_xlsx,
};

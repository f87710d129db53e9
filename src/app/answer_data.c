/* The same results as JSON. */
#include "app/answer.h"

#include "app/citations.h"
#include "app/link.h"
#include "app/listing.h"
#include "app/parameters.h"
#include "app/view.h"
#include "format/json.h"

#include <string.h>

static void collect_sources(struct citations *citations, const struct result *result)
{
    for (size_t row = 0; row < result->n_rows; row++)
        citations_of(citations, result_text(result, row, "sources"));
}

/* Puts a statement's rows into the document. */
static void put_rows(const struct question *question, json_t *document, const char *name, struct result *result,
                     struct citations *citations)
{
    link_result_absolute(question, result);
    collect_sources(citations, result);
    json_object_set_new(document, name, json_rows(question->arena, result));
}

static json_t *meta_of(const struct question *question)
{
    const struct edition_stamp *stamp = edition_stamp(question->edition);
    return json_pack("{s:s, s:s, s:s, s:{s:I, s:s, s:s}, s:s}", "url",
                     link_absolute(question, link_self(question, "json", NULL)), "query", question->canonical, "as_of",
                     question->as_of, "edition", "number", (json_int_t)stamp->number, "as_of", stamp->as_of,
                     "content_hash", stamp->content_hash, "licence", "CC0-1.0");
}

/* What is not made of statements alone: its members stand beside the rest. */
static bool put_own(const struct question *question, json_t *document, GError **error)
{
    if (!question->resource->document)
        return true;
    json_t *own = question->resource->document(question, error);
    if (own)
        json_object_update(document, own);
    json_decref(own);
    return own != NULL;
}

static bool put_record(const struct question *question, json_t *document, struct citations *citations, GError **error)
{
    if (!question->resource->record)
        return true;
    struct result *record = question_record(question, error);
    if (!record)
        return false;
    put_rows(question, document, "record", record, citations);
    json_t *only = json_incref(json_array_get(json_object_get(document, "record"), 0));
    json_object_set_new(document, "record", only);
    return true;
}

/* The address of the next page, in the document and as a header; NULL: this is the last. An address that is too long
 * for a header stands in the document alone. */
static void put_next(const struct question *question, json_t *document, const char *url, struct http_response *response)
{
    json_object_set_new(document, "next", url ? json_string(url) : json_null());
    if (url)
        http_response_set(response, HTTP_LINK, arena_printf(question->arena, "<%s>; rel=\"next\"", url));
}

static bool put_list(const struct question *question, json_t *document, struct citations *citations,
                     struct http_response *response, GError **error)
{
    if (!question->resource->rows)
        return true;
    struct listing listing;
    if (!listing_read(question, 0, &listing, error))
        return false;
    const struct parameter_change next[] = {
        {"after", listing.cursor}, {"edition", link_edition(question)}, {NULL, NULL}};
    const char *url = listing.cursor ? link_absolute(question, link_self(question, "json", next)) : NULL;
    json_object_set_new(document, "columns", json_columns(question->app->catalog, listing.rows));
    put_rows(question, document, "rows", listing.rows, citations);
    put_next(question, document, url, response);
    if (!listing.total)
        return true;
    json_t *counts = json_rows(question->arena, listing.total);
    json_object_set(json_object_get(document, "meta"), "total", json_array_get(counts, 0));
    json_decref(counts);
    return true;
}

static bool put_sides(const struct question *question, json_t *document, struct citations *citations, GError **error)
{
    for (const struct side *side = question->resource->sides; side && side->statement; side++) {
        struct result *result = question_run(question, side->statement, NULL, 0, error);
        if (!result)
            return false;
        put_rows(question, document, side_name(side), result, citations);
    }
    return true;
}

static void put_sources(const struct question *question, json_t *document, struct citations *citations)
{
    struct result *sources = citations_list(citations);
    link_result_absolute(question, sources);
    json_object_set_new(document, "sources", json_rows(question->arena, sources));
}

static bool write_json(const struct question *question, struct http_response *response, GError **error)
{
    struct citations *citations = citations_new(question, error);
    if (!citations)
        return false;
    json_t *document = json_pack("{s:o}", "meta", meta_of(question));
    bool done = put_own(question, document, error) && put_record(question, document, citations, error) &&
                put_list(question, document, citations, response, error) &&
                put_sides(question, document, citations, error);
    if (done) {
        put_sources(question, document, citations);
        json_append(response->body, document);
    } else {
        json_decref(document);
    }
    return done;
}

const struct representation answer_json = {.extension = "json",
                                           .bit = AS_JSON,
                                           .content_type = TYPE_JSON,
                                           .parameters = parameters_of_file,
                                           .write = write_json};

/* openapi.json, robots.txt, sitemap.xml. */
#include "app/documents.h"

#include "app/answer.h"
#include "app/link.h"
#include "app/openapi.h"
#include "app/vocabulary.h"
#include "base/xml.h"
#include "format/json.h"

#include <string.h>

static bool write_openapi(const struct question *question, GString *out, GError **error)
{
    json_t *document = openapi_document(question, error);
    if (document)
        json_append(out, document);
    return document != NULL;
}

/* Old dates, fixed editions and parts of lists are endless, and say nothing that the newest does not; but the picture
 * by which a page is shared has its edition. The longer of two rules that fit holds (RFC 9309). */
static bool write_robots(const struct question *question, GString *out, GError **error)
{
    (void)error;
    static const char *const endless[] = {"as_of", "edition", "after", "sort", "limit"};
    const struct config *config = question->app->config;
    g_string_append(out, "User-agent: *\n");
    for (size_t i = 0; i < G_N_ELEMENTS(endless); i++)
        g_string_append_printf(out, "Disallow: %1$s/*?*%2$s=\nAllow: %1$s/*.png?*%2$s=\n", config->prefix, endless[i]);
    g_string_append_printf(out, "Disallow: %s/search\nSitemap: %s/sitemap.xml\n", config->prefix, config->base_url);
    return true;
}

/* A page with the addresses of all that it is in. The first language has no field. */
static void put_address(struct xml *xml, const struct question *question, const char *path)
{
    const char *address = arena_printf(question->arena, "%s%s", question->app->config->base_url, path);
    xml_start(xml, "url");
    xml_element(xml, "loc", address);
    xml_element(xml, "lastmod", question->as_of);
    for (const struct choice *language = languages; language->value; language++) {
        xml_start(xml, "xhtml:link");
        xml_attribute(xml, "rel", "alternate");
        xml_attribute(xml, "hreflang", language->value);
        xml_attribute(xml, "href",
                      language == languages ? address
                                            : arena_printf(question->arena, "%s?lang=%s", address, language->value));
        xml_end(xml);
    }
    xml_end(xml);
}

static bool write_sitemap(const struct question *question, GString *out, GError **error)
{
    const struct result *records = question_run(question, "sitemap", NULL, 0, error);
    if (!records)
        return false;
    struct xml xml;
    xml_init(&xml, out);
    xml_start(&xml, "urlset");
    xml_attribute(&xml, "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    xml_attribute(&xml, "xmlns:xhtml", "http://www.w3.org/1999/xhtml");
    const struct resource *resource;
    for (size_t i = 0; (resource = resource_at(i)); i++)
        if (!strchr(resource->path, '{'))
            put_address(&xml, question, resource->path);
    for (size_t i = 0; i < records->n_rows; i++)
        put_address(&xml, question, result_text(records, i, "record_url"));
    xml_end(&xml);
    g_string_append_c(out, '\n');
    return true;
}

static const struct {
    const char *path, *content_type;
    bool (*write)(const struct question *question, GString *out, GError **error);
} documents[] = {
    {"/openapi.json", TYPE_JSON, write_openapi},
    {"/robots.txt", "text/plain; charset=utf-8", write_robots},
    {"/sitemap.xml", "application/xml", write_sitemap},
};

bool documents_have(const char *path)
{
    for (size_t i = 0; i < G_N_ELEMENTS(documents); i++)
        if (strcmp(documents[i].path, path) == 0)
            return true;
    return false;
}

static const char *etag_of(const struct question *question, const char *path)
{
    const char *const parts[] = {question->app->digest,
                                 edition_stamp(question->edition)->content_hash,
                                 path,
                                 question->as_of,
                                 NULL};
    return http_etag(question->arena, parts);
}

bool documents_write(struct question *question, struct http_response *response, GError **error)
{
    const struct http_request *request = question->request;
    size_t at = 0;
    while (strcmp(documents[at].path, request->path) != 0)
        at++;
    if (*request->query) {
        g_set_error_literal(error, PROVISO_ERROR, ERROR_BAD_REQUEST, "this document takes no query");
        return false;
    }
    question->edition = store_edition(question->app->store, 0, error);
    if (!question->edition)
        return false;
    question->as_of = edition_stamp(question->edition)->as_of;
    question_bind(question, "as_of", cell_text(question->as_of));
    http_response_set(response, HTTP_CONTENT_TYPE, documents[at].content_type);
    http_response_set(response, HTTP_CACHE_CONTROL, "public, max-age=5");
    http_response_set(response, HTTP_ETAG, etag_of(question, documents[at].path));
    bool is_known = http_etag_matches(request->if_none_match, response->headers[HTTP_ETAG]);
    response->status = is_known ? 304 : 200;
    return is_known || documents[at].write(question, response->body, error);
}

/* Health and readiness. */
#include "app/health.h"

#include <string.h>

static void set_plain(struct http_response *response, int status)
{
    response->status = status;
    http_response_set(response, HTTP_CONTENT_TYPE, "text/plain; charset=utf-8");
    http_response_set(response, HTTP_CACHE_CONTROL, "no-store");
}

bool health_answer(struct app *app, const struct http_request *request, struct http_response *response)
{
    if (*request->query)
        return false;
    if (strcmp(request->path, "/healthz") == 0) {
        set_plain(response, 200);
        g_string_append(response->body, "ok\n");
        return true;
    }
    if (strcmp(request->path, "/readyz") != 0)
        return false;
    g_autoptr(GError) error = NULL;
    const struct edition *edition = store_edition(app->store, 0, &error);
    set_plain(response, edition ? 200 : 503);
    if (edition)
        g_string_append_printf(response->body, "ready: edition %" G_GINT64_FORMAT " of %s\n",
                               edition_stamp(edition)->number, edition_stamp(edition)->as_of);
    else
        g_string_append_printf(response->body, "not ready: %s\n", error->message);
    if (!edition)
        http_response_set(response, HTTP_RETRY_AFTER, "5");
    return true;
}

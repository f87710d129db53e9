/* Status, headers and body to bytes; ETags. Must not know who asked, nor where the bytes go. */
#include "http/response.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#define SPOOL_LOCATION "/-proviso-spool/"

enum { HEADER_VALUE_MAX = 2048, SPOOLED_FROM = 128 * 1024 };

static const char *const header_names[] = {
    [HTTP_ALLOW] = "Allow",
    [HTTP_CACHE_CONTROL] = "Cache-Control",
    [HTTP_CONTENT_DISPOSITION] = "Content-Disposition",
    [HTTP_CONTENT_SECURITY_POLICY] = "Content-Security-Policy",
    [HTTP_CONTENT_TYPE] = "Content-Type",
    [HTTP_ETAG] = "ETag",
    [HTTP_LINK] = "Link",
    [HTTP_RETRY_AFTER] = "Retry-After",
    [HTTP_X_ACCEL_REDIRECT] = "X-Accel-Redirect",
    [HTTP_X_ROBOTS_TAG] = "X-Robots-Tag",
    [HTTP_X_TOTAL_COUNT] = "X-Total-Count",
};
_Static_assert(G_N_ELEMENTS(header_names) == HTTP_HEADERS, "a name for each header");

static const char *const reasons[] = {
    [200] = "OK",
    [304] = "Not Modified",
    [400] = "Bad Request",
    [404] = "Not Found",
    [405] = "Method Not Allowed",
    [410] = "Gone",
    [429] = "Too Many Requests",
    [500] = "Internal Server Error",
    [503] = "Service Unavailable",
};

static const char *reason_of(int status)
{
    bool is_known = status >= 0 && (size_t)status < G_N_ELEMENTS(reasons) && reasons[status];
    return is_known ? reasons[status] : "Unnamed";
}

/* No byte that could end the header and begin another. */
static bool is_header_value(const char *value)
{
    for (const char *at = value; *at; at++)
        if (g_ascii_iscntrl(*at))
            return false;
    return strlen(value) <= HEADER_VALUE_MAX;
}

bool http_response_set(struct http_response *response, enum http_header header, const char *value)
{
    if (value && !is_header_value(value))
        return false;
    response->headers[header] = value;
    return true;
}

bool http_response_flow(struct http_response *response, bool is_end, GError **error)
{
    struct spool_file *file = &response->file;
    bool is_spooled = *file->name != '\0';
    bool is_due = response->body->len > SPOOLED_FROM || (is_spooled && is_end);
    if (!response->spool || !is_due)
        return true;
    if (!is_spooled && !spool_begin(response->spool, file, error))
        return false;
    if (!spool_append(file, response->body->str, response->body->len, error))
        return false;
    g_string_truncate(response->body, 0);
    return true;
}

bool http_response_take(void *self, const void *bytes, size_t n, GError **error)
{
    struct http_response *response = self;
    g_string_append_len(response->body, bytes, (gssize)n);
    return http_response_flow(response, false, error);
}

bool http_response_adopt(struct http_response *response, GError **error)
{
    struct spool_file *file = &response->file;
    if (!spool_measure(file, error))
        return false;
    if (file->size > SPOOLED_FROM)
        return true;
    g_string_set_size(response->body, (gsize)file->size);
    ssize_t length = pread(file->fd, response->body->str, response->body->len, 0);
    bool is_read = length == (ssize_t)response->body->len;
    spool_drop(response->spool, file);
    if (!is_read)
        g_set_error_literal(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "spool: a file was cut");
    return is_read;
}

void http_response_empty(struct http_response *response)
{
    g_string_truncate(response->body, 0);
    if (*response->file.name)
        spool_drop(response->spool, &response->file);
}

void http_response_hand_over(struct http_response *response, struct arena *arena)
{
    response->headers[HTTP_X_ACCEL_REDIRECT] = arena_printf(arena, SPOOL_LOCATION "%s", response->file.name);
}

bool http_response_head(const struct http_response *response, bool head, GString *out)
{
    bool has_no_body = response->status == 304;
    g_string_append_printf(out, "Status: %d %s\r\n", response->status, reason_of(response->status));
    for (size_t i = 0; i < HTTP_HEADERS; i++)
        if (response->headers[i])
            g_string_append_printf(out, "%s: %s\r\n", header_names[i], response->headers[i]);
    if (!has_no_body)
        g_string_append_printf(out, "Content-Length: %" G_GINT64_FORMAT "\r\n",
                               response->file.size + (int64_t)response->body->len);
    g_string_append(out, "\r\n");
    return !has_no_body && !head;
}

char *http_etag(struct arena *arena, const char *const *parts)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (; *parts; parts++) {
        size_t length = strlen(*parts);
        uint64_t big_endian = GUINT64_TO_BE((uint64_t)length);
        g_checksum_update(sum, (const guchar *)&big_endian, sizeof big_endian);
        g_checksum_update(sum, (const guchar *)*parts, (gssize)length);
    }
    return arena_printf(arena, "\"%s\"", g_checksum_get_string(sum));
}

bool http_etag_matches(const char *if_none_match, const char *etag)
{
    if (!if_none_match)
        return false;
    if (strcmp(if_none_match, "*") == 0)
        return true;
    size_t length = strlen(etag);
    for (const char *at = if_none_match;;) {
        at += strspn(at, " \t,");
        if (g_str_has_prefix(at, "W/"))
            at += 2; /* a proxy that compresses makes our tag weak; for If-None-Match that is the same tag */
        const char *close = *at == '"' ? strchr(at + 1, '"') : NULL;
        if (!close)
            return false;
        if ((size_t)(close - at) + 1 == length && memcmp(at, etag, length) == 0)
            return true;
        at = close + 1;
    }
}

/* An answer is built whole, then sent: status and headers last, so that an error on row 40 is a clean error. */
#ifndef PROVISO_HTTP_RESPONSE_H
#define PROVISO_HTTP_RESPONSE_H

#include "base/arena.h"
#include "http/request.h"
#include "http/spool.h"

enum http_header {
    HTTP_ALLOW,
    HTTP_CACHE_CONTROL,
    HTTP_CONTENT_DISPOSITION,
    HTTP_CONTENT_SECURITY_POLICY, /* only where it differs from the server's: SVG */
    HTTP_CONTENT_TYPE,
    HTTP_ETAG,
    HTTP_LINK,
    HTTP_RETRY_AFTER,
    HTTP_X_ACCEL_REDIRECT,
    HTTP_X_ROBOTS_TAG,
    HTTP_X_TOTAL_COUNT, /* rows of a whole list */
    HTTP_HEADERS
};

struct http_response {
    int status;
    const char *headers[HTTP_HEADERS]; /* NULL: not sent */
    GString *body;                     /* owned by the server loop; empty at the start of a request */
    const struct spool *spool;         /* where a large body goes; NULL: it stays in memory */
    struct spool_file file;            /* what of the body has gone there; what body holds comes after it */
};

/* Sets a header (NULL takes it away); VALUE must live as long as the response. False, and the header stays as it was,
 * when the value holds a byte below 0x20, 0x7f or is longer than 2 KB: the caller's bug, to be answered with 500. */
bool http_response_set(struct http_response *response, enum http_header header, const char *value);

/* For bodies written piece by piece: moves the body to the spool when it is over 128 KB, or when part of it is there
 * and this IS_END. What is at most 128 KB altogether stays in memory. ERROR_UNAVAILABLE: the spool cannot be written.
 */
bool http_response_flow(struct http_response *response, bool is_end, GError **error);

/* Adds a piece of the body and lets it flow; for who writes into a callback: RESPONSE is a struct http_response. */
bool http_response_take(void *response, const void *bytes, size_t n, GError **error);

/* After something else has written the file: takes it as the body, back into memory when it is at most 128 KB. */
bool http_response_adopt(struct http_response *response, GError **error);

/* Takes the body away, wherever it is. */
void http_response_empty(struct http_response *response);

/* The web server is to send the spooled body itself: its location of the spool, as an internal redirect. */
void http_response_hand_over(struct http_response *response, struct arena *arena);

/* Status line (as CGI Status:), headers, Content-Length and the empty line after them, appended to OUT. True: what body
 * holds comes next, which it does but for HEAD, 204 and 304. */
bool http_response_head(const struct http_response *response, bool head, GString *out);

/* A strong ETag in quotes from the parts (NULL-terminated list of strings): SHA-256 over each part with its length. */
char *http_etag(struct arena *arena, const char *const *parts);

/* Does If-None-Match (may be NULL, "*", a list, weak tags) hold the ETag? */
bool http_etag_matches(const char *if_none_match, const char *etag);

#endif

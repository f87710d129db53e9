/* A request as the program sees it: seven named FastCGI parameters, copied once, parsed strictly, never changed.
 * Knows no resource and no domain word. */
#ifndef PROVISO_HTTP_REQUEST_H
#define PROVISO_HTTP_REQUEST_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>

enum {
    HTTP_FIELDS_MAX = 32,  /* name=value pairs in a query */
    HTTP_NAME_MAX = 32,    /* bytes in a name */
    HTTP_VALUE_MAX = 1024, /* bytes in a value */
    HTTP_QUERY_MAX = 4096, /* bytes in a raw query */
    HTTP_PATH_MAX = 256,
};

/* One decoded name=value of the query, in the order written. */
struct http_field {
    const char *name;
    const char *value;
};

struct http_request {
    const char *method;        /* as sent, its first 16 bytes; "-" when absent */
    const char *path;          /* decoded by the web server; below the mount prefix, begins with / */
    const char *query;         /* raw, without the question mark; never NULL */
    const char *request_id;    /* from the web server, or "-"; only [0-9a-zA-Z-] */
    const char *if_none_match; /* or NULL; longer than 4 KB counts as absent */
    bool head;
};

/* Reads REQUEST_METHOD, DOCUMENT_URI (else SCRIPT_NAME + PATH_INFO), QUERY_STRING, REQUEST_ID and HTTP_IF_NONE_MATCH
 * by LOOKUP (NULL when absent). PREFIX ("" or "/a/b") is taken off the path; a path outside it is ERROR_NOT_FOUND; a
 * path with bytes below 0x20, 0x7f, invalid UTF-8, // or longer than HTTP_PATH_MAX too. REQUEST is filled in any case;
 * when it is refused, its path is as sent, its first HTTP_PATH_MAX bytes, fit for the log only. */
bool http_request_read(struct http_request *request, struct arena *arena, const char *prefix,
                       const char *(*lookup)(void *self, const char *name), void *self, GError **error);

/* The first value of NAME in QUERY that is not empty, for what must be known before the parameters are parsed; NULL
 * when none is given or it cannot be decoded. */
const char *http_query_first(struct arena *arena, const char *query, const char *name);

/* QUERY without the pairs named NAME, however they write it. */
const char *http_query_without(struct arena *arena, const char *query, const char *name);

/* Appends VALUE percent-encoded for a query value or path segment: only unreserved bytes (RFC 3986) stay as they are,
 * and the extra ones in KEEP (may be ""). */
void http_encode(GString *out, const char *value, const char *keep);

/* The same as text: VALUE itself where nothing needs encoding. */
const char *http_encoded(struct arena *arena, const char *value);

#endif

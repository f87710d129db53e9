/* The accept loop of a FastCGI worker, and the same program as plain CGI. One request at a time.
 *
 * As FastCGI it serves on file descriptor 0, one connection a request, until SIGTERM or SIGUSR1: a signal that comes
 * while an answer is in hand is held until it is sent (one that comes while the request is still being read drops that
 * connection: the web server asks another worker). Dropped are a connection that is silent for half a second, one on
 * which no whole request has come after 5 seconds, and one whose peer takes nothing of its answer for 6. A request
 * whose input does not end (FastCGI 1.0, 6.2) is answered after 4 seconds. Any accept error ends the loop (the
 * supervisor starts a new worker). Each answer is sent in one write.
 * As CGI (no listening socket on fd 0) it answers the request in its environment on standard output, and returns.
 * Arguments of main are never looked at. */
#ifndef PROVISO_HTTP_SERVER_H
#define PROVISO_HTTP_SERVER_H

#include "http/response.h"

struct http_server {
    const char *prefix;        /* mount prefix: "" or "/a/b" */
    const struct spool *spool; /* for large bodies; NULL: they stay in memory */
    void *self;
    /* Before each request is read: look for a new edition. */
    void (*before)(void *self);
    /* Answers the request. Everything it allocates comes from the arena, which is reset afterwards. */
    void (*answer)(void *self, struct arena *arena, const struct http_request *request, struct http_response *response);
    /* Answers for a request that http refused to read. */
    void (*refuse)(void *self, struct arena *arena, const GError *error, struct http_response *response);
};

/* 0 after an orderly stop, 1 when accepting failed. Writes one log line a request: method, path, status, bytes, time
 * taken, request id; no address, no query values. */
int http_serve(const struct http_server *server);

#endif

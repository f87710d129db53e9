/* The loop round a request: accept, read, answer, send, log. The only file that knows libfcgi.
 * Must not know what is asked or answered. */
#include "http/server.h"

#include "base/log.h"

#include <errno.h>
#include <fcgiapp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/uio.h>
#include <unistd.h>

enum {
    LISTENING_FD = 0,
    OWN_RECORDS_FROM = 16 * 1024, /* answers above this many bytes do not go through libfcgi's 8 KB buffer */
    RECORD_MAX = 65528,           /* the largest multiple of eight that a record can hold */
    BODY_START = 16 * 1024,
};

/* The first bytes of a record, by the FastCGI specification, section 8. */
enum { FASTCGI_VERSION = 1, FASTCGI_STDOUT = 6, FASTCGI_HEADER = 8 };

static volatile sig_atomic_t stopping;

/* A signal between libfcgi's look at its flag and accept() would be lost: the alarm comes again until accept returns.
 */
static void on_stop(int number)
{
    (void)number;
    stopping = 1;
    FCGX_ShutdownPending();
    alarm(1);
}

/* Signals that stop the loop, and the alarm that repeats them. */
static const int stop_signals[] = {SIGTERM, SIGUSR1, SIGALRM};

static void handle_signals(void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler}; /* no SA_RESTART: accept must return */
    for (size_t i = 0; i < G_N_ELEMENTS(stop_signals); i++)
        sigaction(stop_signals[i], &action, NULL);
}

static void hold_signals(int how)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < G_N_ELEMENTS(stop_signals); i++)
        sigaddset(&set, stop_signals[i]);
    sigprocmask(how, &set, NULL);
}

/* Writes PARTS whole; false when the reader has gone. */
static bool write_all(int fd, struct iovec *parts, int n_parts)
{
    while (n_parts > 0) {
        ssize_t written = writev(fd, parts, n_parts);
        if (written < 0 && errno != EINTR)
            return false;
        size_t done = written < 0 ? 0 : (size_t)written;
        for (; n_parts > 0 && done >= parts->iov_len; parts++, n_parts--)
            done -= parts->iov_len;
        if (n_parts > 0) {
            parts->iov_base = (char *)parts->iov_base + done;
            parts->iov_len -= done;
        }
    }
    return true;
}

static bool send_records(int fd, int request_id, const GString *bytes)
{
    for (size_t at = 0, size; at < bytes->len; at += size) {
        size = MIN(bytes->len - at, RECORD_MAX);
        unsigned char header[FASTCGI_HEADER] = {
            FASTCGI_VERSION,
            FASTCGI_STDOUT,
            (unsigned char)(request_id >> 8),
            (unsigned char)request_id,
            (unsigned char)(size >> 8),
            (unsigned char)size,
        };
        struct iovec parts[] = {
            {.iov_base = header, .iov_len = sizeof header},
            {.iov_base = bytes->str + at, .iov_len = size},
        };
        if (!write_all(fd, parts, 2))
            return false;
    }
    return true;
}

/* One request, from reading it to its log line. */
struct exchange {
    const struct http_server *server;
    struct arena *arena;
    const char *(*lookup)(void *self, const char *name);
    bool (*send)(void *self, GString *bytes);
    void *self; /* of lookup and send */
};

static const char *number(struct arena *arena, int64_t value)
{
    return arena_printf(arena, "%" G_GINT64_FORMAT, value);
}

struct outcome {
    int status;
    size_t bytes;
    int64_t start; /* microseconds, monotonic */
    bool sent;
};

/* Path last: the line is cut at its end, and only the path is the asker's to make long. */
static void log_request(struct arena *arena, const struct http_request *request, const struct outcome *outcome)
{
    int64_t microseconds = g_get_monotonic_time() - outcome->start;
    log_event("request", "method", request->method, "status", number(arena, outcome->status), "bytes",
              number(arena, (int64_t)outcome->bytes), "us", number(arena, microseconds), "id", request->request_id,
              "cut", outcome->sent ? NULL : "yes", "path", request->path, NULL);
}

static bool serve_request(const struct exchange *exchange)
{
    const struct http_server *server = exchange->server;
    struct outcome outcome = {.start = g_get_monotonic_time()};
    g_autoptr(GString) body = g_string_sized_new(BODY_START);
    g_autoptr(GString) bytes = g_string_sized_new(BODY_START);
    g_autoptr(GError) error = NULL;
    struct http_request request;
    struct http_response response = {.status = 200, .body = body};
    server->before(server->self);
    if (http_request_read(&request, exchange->arena, server->prefix, exchange->lookup, exchange->self, &error))
        server->answer(server->self, exchange->arena, &request, &response);
    else
        server->refuse(server->self, exchange->arena, error, &response);
    http_response_write(&response, request.head, bytes);
    outcome.sent = exchange->send(exchange->self, bytes);
    outcome.status = response.status;
    outcome.bytes = bytes->len;
    log_request(exchange->arena, &request, &outcome);
    return outcome.sent;
}

static const char *lookup_environment(void *self, const char *name)
{
    (void)self;
    return getenv(name);
}

static bool send_to_stdout(void *self, GString *bytes)
{
    (void)self;
    struct iovec part = {.iov_base = bytes->str, .iov_len = bytes->len};
    return write_all(STDOUT_FILENO, &part, 1);
}

static int serve_cgi(const struct http_server *server)
{
    handle_signals(SIG_DFL); /* libfcgi's own would make this program deaf to them */
    struct arena *arena = arena_new();
    const struct exchange exchange = {
        .server = server, .arena = arena, .lookup = lookup_environment, .send = send_to_stdout};
    bool sent = serve_request(&exchange);
    arena_free(arena);
    return sent ? 0 : 1;
}

static const char *lookup_connection(void *self, const char *name)
{
    FCGX_Request *connection = self;
    return FCGX_GetParam(name, connection->envp);
}

static bool send_to_connection(void *self, GString *bytes)
{
    FCGX_Request *connection = self;
    if (bytes->len > OWN_RECORDS_FROM)
        return send_records(connection->ipcFd, connection->requestId, bytes);
    return FCGX_PutStr(bytes->str, (int)bytes->len, connection->out) == (int)bytes->len;
}

static int serve_fastcgi(const struct http_server *server)
{
    FCGX_Request connection;
    if (FCGX_InitRequest(&connection, LISTENING_FD, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
        return 1;
    struct arena *arena = arena_new();
    const struct exchange exchange = {
        .server = server, .arena = arena, .lookup = lookup_connection, .send = send_to_connection, .self = &connection};
    while (FCGX_Accept_r(&connection) == 0) {
        hold_signals(SIG_BLOCK);
        serve_request(&exchange);
        connection.keepConnection = 0; /* whatever the peer asked: a kept connection shuts out all others */
        FCGX_Finish_r(&connection);
        arena_reset(arena);
        hold_signals(SIG_UNBLOCK);
    }
    arena_free(arena);
    return stopping ? 0 : 1;
}

int http_serve(const struct http_server *server)
{
    setenv("LIBFCGI_OS_CLOSE_POLL_TIMEOUT", "100", 0);
    setenv("LIBFCGI_IS_AF_UNIX_KEEPER_POLL_TIMEOUT", "200", 0);
    if (FCGX_Init() != 0)
        return 1;
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &ignored, NULL);
    if (FCGX_IsCGI())
        return serve_cgi(server);
    handle_signals(on_stop);
    return serve_fastcgi(server);
}

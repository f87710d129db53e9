/* The loop round a request: accept, read, answer, send, log. The only file that knows libfcgi.
 * Must not know what is asked or answered. */
#include "http/server.h"

#include "base/log.h"
#include "base/money.h"
#include "http/record.h"

#include <errno.h>
#include <fcgiapp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    LISTENING_FD = 0,
    BODY_START = 16 * 1024,
    SILENCE_MS = 500, /* from a connection to the first byte of its request */
    READ_SECONDS = 4, /* for the whole request */
};

static volatile sig_atomic_t stopping;

static void on_stop(int number)
{
    (void)number;
    stopping = 1;
    alarm(1);
}

/* Interrupts what waits for a peer, and comes again: it may have fallen between a look at a flag and the waiting. */
static void on_alarm(int number)
{
    (void)number;
    alarm(1);
}

/* The signals that the loop heeds, each only while it waits for a connection or a request. */
static const struct {
    int number;
    void (*handler)(int);
} heeded[] = {{SIGTERM, on_stop}, {SIGUSR1, on_stop}, {SIGALRM, on_alarm}};

static void handle_signals(bool is_loop)
{
    for (size_t i = 0; i < G_N_ELEMENTS(heeded); i++) {
        /* no SA_RESTART: what waits must return */
        const struct sigaction action = {.sa_handler = is_loop ? heeded[i].handler : SIG_DFL};
        sigaction(heeded[i].number, &action, NULL);
    }
}

static void hold_signals(int how)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < G_N_ELEMENTS(heeded); i++)
        sigaddset(&set, heeded[i].number);
    sigprocmask(how, &set, NULL);
}

/* One request, from reading it to its log line. */
struct exchange {
    const struct http_server *server;
    struct arena *arena;
    const char *(*lookup)(void *self, const char *name);
    bool (*send)(void *self, struct arena *arena, struct iovec *texts, size_t n_texts);
    void *self; /* of lookup and send */
    bool is_cgi;
    GString *head, *body; /* of the answer: kept from one request to the next, since fresh memory is slow to come by */
};

static struct exchange exchange_new(const struct http_server *server)
{
    return (struct exchange){
        .server = server, .arena = arena_new(), .head = g_string_new(NULL), .body = g_string_sized_new(BODY_START)};
}

static void exchange_free(struct exchange *exchange)
{
    arena_free(exchange->arena);
    g_string_free(exchange->head, TRUE);
    g_string_free(exchange->body, TRUE);
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
    log_event("request", "method", request->method, "status", integer_plain(arena, outcome->status), "bytes",
              integer_plain(arena, (int64_t)outcome->bytes), "us", integer_plain(arena, microseconds), "id",
              request->request_id, "cut", outcome->sent ? NULL : "yes", "path", request->path, NULL);
}

static struct iovec text_of(const GString *text)
{
    return (struct iovec){.iov_base = text->str, .iov_len = text->len};
}

/* Behind a web server a spooled body is its to send: a file that it has opened stays whole. *BYTES: but for it. */
static bool send_response(const struct exchange *exchange, bool head, struct http_response *response, size_t *bytes)
{
    bool is_spooled = *response->file.name != '\0';
    if (is_spooled && !exchange->is_cgi)
        http_response_hand_over(response, exchange->arena);
    bool has_body = http_response_head(response, head, exchange->head);
    struct iovec texts[] = {text_of(exchange->head), text_of(exchange->body)};
    *bytes = texts[0].iov_len + (has_body ? texts[1].iov_len : 0);
    bool sent = exchange->send(exchange->self, exchange->arena, texts, has_body ? 2 : 1);
    if (is_spooled && exchange->is_cgi) {
        sent = sent && (head || spool_copy(&response->file, STDOUT_FILENO));
        http_response_empty(response);
    } else if (is_spooled) {
        spool_close(&response->file);
    }
    return sent;
}

static bool serve_request(const struct exchange *exchange)
{
    const struct http_server *server = exchange->server;
    struct outcome outcome = {.start = g_get_monotonic_time()};
    g_autoptr(GError) error = NULL;
    struct http_request request;
    struct http_response response = {.status = 200, .body = exchange->body, .spool = server->spool};
    g_string_truncate(exchange->head, 0);
    g_string_truncate(exchange->body, 0);
    server->before(server->self);
    if (http_request_read(&request, exchange->arena, server->prefix, exchange->lookup, exchange->self, &error))
        server->answer(server->self, exchange->arena, &request, &response);
    else
        server->refuse(server->self, exchange->arena, error, &response);
    size_t spooled = (size_t)response.file.size;
    outcome.sent = send_response(exchange, request.head, &response, &outcome.bytes);
    outcome.status = response.status;
    outcome.bytes += spooled;
    log_request(exchange->arena, &request, &outcome);
    return outcome.sent;
}

static const char *lookup_environment(void *self, const char *name)
{
    (void)self;
    return getenv(name);
}

static bool send_to_stdout(void *self, struct arena *arena, struct iovec *texts, size_t n_texts)
{
    (void)self, (void)arena;
    return record_write(STDOUT_FILENO, texts, n_texts);
}

static int serve_cgi(const struct http_server *server)
{
    handle_signals(false); /* libfcgi's own would make this program deaf to them */
    struct exchange exchange = exchange_new(server);
    exchange.lookup = lookup_environment;
    exchange.send = send_to_stdout;
    exchange.is_cgi = true;
    bool sent = serve_request(&exchange);
    exchange_free(&exchange);
    return sent ? 0 : 1;
}

static const char *lookup_connection(void *self, const char *name)
{
    FCGX_Request *connection = self;
    return FCGX_GetParam(name, connection->envp);
}

static bool send_to_connection(void *self, struct arena *arena, struct iovec *texts, size_t n_texts)
{
    FCGX_Request *connection = self;
    return record_send(arena, connection->ipcFd, connection->requestId, texts, n_texts);
}

/* A new connection, or -1 when the loop is to end. */
static int accept_connection(void)
{
    while (!stopping) {
        int fd = accept4(LISTENING_FD, NULL, NULL, SOCK_CLOEXEC);
        if (fd >= 0)
            return fd;
        if (errno != EINTR && errno != ECONNABORTED)
            return -1;
    }
    return -1;
}

/* Reads the request that comes on FD, but not its body: *AT_END is false if it has one. To libfcgi it is the next one
 * on a connection that was kept: with no socket to listen on, it gives up where it else would wait for another
 * connection. */
static bool read_request(FCGX_Request *connection, int fd, bool *at_end)
{
    struct pollfd first_byte = {.fd = fd, .events = POLLIN};
    connection->ipcFd = fd;
    connection->keepConnection = poll(&first_byte, 1, SILENCE_MS) > 0; /* if not, libfcgi closes it */
    alarm(READ_SECONDS);
    bool is_read = FCGX_Accept_r(connection) == 0;
    *at_end = is_read && FCGX_GetChar(connection->in) == EOF && FCGX_GetError(connection->in) == 0;
    hold_signals(SIG_BLOCK);
    alarm(0);
    return is_read;
}

/* Not by FCGX_Finish_r: the request has been ended. With all of it read nothing that the peer sends can still come, and
 * libfcgi need not wait for the peer to close first, so as not to lose what it has not yet taken. */
static void close_connection(FCGX_Request *connection, bool at_end)
{
    if (at_end)
        close(connection->ipcFd);
    FCGX_Free(connection, !at_end);
}

static int serve_fastcgi(const struct http_server *server)
{
    FCGX_Request connection;
    if (FCGX_InitRequest(&connection, -1, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
        return 1;
    struct exchange exchange = exchange_new(server);
    exchange.lookup = lookup_connection;
    exchange.send = send_to_connection;
    exchange.self = &connection;
    for (int fd; (fd = accept_connection()) >= 0; hold_signals(SIG_UNBLOCK)) {
        bool at_end;
        if (!read_request(&connection, fd, &at_end))
            continue;
        serve_request(&exchange);
        close_connection(&connection, at_end);
        arena_reset(exchange.arena);
    }
    exchange_free(&exchange);
    return stopping ? 0 : 1;
}

int http_serve(const struct http_server *server)
{
    setenv("LIBFCGI_OS_CLOSE_POLL_TIMEOUT", "100", 0);
    if (FCGX_Init() != 0)
        return 1;
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &ignored, NULL);
    if (FCGX_IsCGI())
        return serve_cgi(server);
    handle_signals(true);
    return serve_fastcgi(server);
}

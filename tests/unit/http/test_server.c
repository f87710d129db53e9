/* The server as a process of its own and as a CGI program. */
#include "server_process.h"

enum { BIG = 3 * 1000 * 1000 + 1, PAGE = 256 * 1000 };

/* What every byte of a large answer must be: no two neighbouring records look alike. */
static char big_byte(size_t at)
{
    return (char)('a' + at % 251 % 26);
}

static void on_interrupt(int number)
{
    (void)number;
}

static void before(void *self)
{
    const struct sigaction interrupt = {.sa_handler = on_interrupt}; /* makes system calls return early */
    sigaction(SIGUSR2, &interrupt, NULL);
    ++*(int *)self;
}

/* Sends this process the signal that ends it; true when that has to wait. */
static bool is_stop_held(void)
{
    sigset_t pending;
    kill(getpid(), SIGTERM);
    sigpending(&pending);
    return sigismember(&pending, SIGTERM) == 1;
}

static void answer(void *self, struct arena *arena, const struct http_request *request, struct http_response *response)
{
    if (arena_used(arena) > 64 * 1024 || (strcmp(request->path, "/stop") == 0 && !is_stop_held())) {
        response->status = 500;
        return;
    }
    arena_alloc(arena, 100 * 1024); /* given back before the next request */
    if (strcmp(request->path, "/x") != 0) {
        size_t size = strcmp(request->path, "/page") == 0 ? PAGE : BIG;
        for (size_t i = 0; i < size; i++)
            g_string_append_c(response->body, big_byte(i));
        return;
    }
    http_response_set(response, HTTP_CONTENT_TYPE, arena_printf(arena, "text/x-%d", *(int *)self));
    g_string_append_printf(response->body, "%s %s?%s", request->method, request->path, request->query);
}

static void refuse(void *self, struct arena *arena, const GError *error, struct http_response *response)
{
    (void)self, (void)arena;
    response->status = error->code == ERROR_NOT_FOUND ? 404 : 500;
    g_string_append(response->body, "refused");
}

/* The server under test; count is the number of requests it has seen. */
static struct http_server server_with(int *count)
{
    return (struct http_server){.prefix = "/a/b", .self = count, .before = before, .answer = answer, .refuse = refuse};
}

static void set_up(struct server_process *process, const void *data)
{
    (void)data;
    int count = 0;
    const struct http_server server = server_with(&count);
    server_start(process, &server);
}

static void tear_down(struct server_process *process, const void *data)
{
    (void)data;
    server_close(process);
}

static const char *const plain_pairs[] = {"REQUEST_METHOD", "GET",        "DOCUMENT_URI", "/a/b/x", "QUERY_STRING",
                                          "q=secret",       "REQUEST_ID", "77aa",         NULL};
static const struct client_request plain = {.pairs = plain_pairs};

static const char *const big_pairs[] = {"REQUEST_METHOD", "GET", "DOCUMENT_URI", "/a/b/big", NULL};
static const struct client_request big = {.pairs = big_pairs};

/* The whole answer's STDOUT. */
static char *take(int fd)
{
    struct client_answer got = {.out = g_string_new(NULL)};
    client_finish(fd, &got);
    g_assert_true(got.ended);
    g_assert_true(got.is_closed);
    g_assert_false(got.has_stderr);
    return g_string_free(got.out, FALSE);
}

static char *ask(struct server_process *process, const struct client_request *request)
{
    return take(client_ask(process->socket, request));
}

static void assert_answers(struct server_process *process, const struct client_request *request, const char *expected)
{
    g_autofree char *got = ask(process, request);
    g_assert_cmpstr(got, ==, expected);
}

#define ANSWER_TO_PLAIN(n) "Status: 200 OK\r\nContent-Type: text/x-" n "\r\nContent-Length: 15\r\n\r\nGET /x?q=secret"

static void assert_large(const GString *out, size_t size)
{
    g_autofree char *head = g_strdup_printf("Status: 200 OK\r\nContent-Length: %zu\r\n\r\n", size);
    g_assert_cmpuint(out->len, ==, strlen(head) + size);
    g_assert_true(g_str_has_prefix(out->str, head));
    for (size_t i = 0; i < size; i++)
        if (out->str[strlen(head) + i] != big_byte(i))
            g_error("byte %zu of the body is wrong", i);
}

static void assert_big(const GString *out)
{
    assert_large(out, BIG);
}

static void test_plain(struct server_process *process, const void *data)
{
    (void)data;
    assert_answers(process, &plain, ANSWER_TO_PLAIN("1"));
    assert_answers(process, &plain, ANSWER_TO_PLAIN("2"));
    assert_answers(process, &plain, ANSWER_TO_PLAIN("3"));
}

static void test_head_and_refusal(struct server_process *process, const void *data)
{
    (void)data;
    const char *const head[] = {"REQUEST_METHOD", "HEAD", "DOCUMENT_URI", "/a/b/x", NULL};
    assert_answers(process, &(struct client_request){.pairs = head},
                   "Status: 200 OK\r\nContent-Type: text/x-1\r\nContent-Length: 8\r\n\r\n");
    const char *const outside[] = {"REQUEST_METHOD", "GET", "DOCUMENT_URI", "/x", NULL};
    assert_answers(process, &(struct client_request){.pairs = outside},
                   "Status: 404 Not Found\r\nContent-Length: 7\r\n\r\nrefused");
    const char *const outside_head[] = {"REQUEST_METHOD", "HEAD", "DOCUMENT_URI", "/a/b/\xff", NULL};
    assert_answers(process, &(struct client_request){.pairs = outside_head},
                   "Status: 404 Not Found\r\nContent-Length: 7\r\n\r\n");
}

/* Records may end anywhere, in a length or a name too, and lengths may be four bytes long. */
static void test_splits(struct server_process *process, const void *data)
{
    (void)data;
    g_autofree char *long_value = g_strnfill(70000, 'v');
    g_autofree char *long_name = g_strnfill(200, 'N');
    const char *const pairs[] = {"REQUEST_METHOD", "GET",      "A", "", long_name, long_value, "DOCUMENT_URI", "/a/b/x",
                                 "QUERY_STRING",   "q=secret", NULL};
    static const size_t sizes[] = {1, 2, 3, 7, 8, 13, 8184, 8192, 65528, 65535};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        const struct client_request request = {
            .pairs = sizes[i] < 8 ? plain_pairs : pairs, .params_record = sizes[i], .padding = (unsigned char)(i * 37)};
        g_autofree char *got = ask(process, &request);
        g_assert_true(g_str_has_suffix(got, "\r\n\r\nGET /x?q=secret"));
    }
}

static void test_big(struct server_process *process, const void *data)
{
    (void)data;
    struct client_answer got = {.out = g_string_new(NULL)};
    client_finish(client_ask(process->socket, &big), &got);
    assert_big(got.out);
    g_assert_true(got.ended);
    g_assert_cmpuint(got.largest, ==, 65528);
    size_t body = got.out->len - (size_t)(strstr(got.out->str, "\r\n\r\n") + 4 - got.out->str);
    g_assert_cmpuint(got.records, ==, 1 + body / 65528 + 1); /* the head has its own */
    g_string_free(got.out, TRUE);
}

/* Signals that come while an answer is being sent do not cut it; SIGTERM and SIGUSR1 end the loop afterwards. */
static void test_big_under_signals(struct server_process *process, const void *data)
{
    int number = GPOINTER_TO_INT(data);
    struct client_answer got = {.out = g_string_new(NULL)};
    int fd = client_ask(process->socket, &big);
    for (int records = 0; records < 40 && client_read_record(fd, &got); records++) {
        g_usleep(500); /* it waits for room: the first signal cuts a write short, the second makes the next one fail */
        kill(process->child, number);
        g_usleep(500);
        kill(process->child, number);
    }
    client_finish(fd, &got);
    assert_big(got.out);
    g_assert_true(got.ended);
    g_string_free(got.out, TRUE);
    if (number != SIGUSR2)
        server_assert_ends(process);
}

/* An answer of a page's size is out of the worker's hands in one write, though the peer has not read a byte of it. */
static void test_answer_outlives_worker(struct server_process *process, const void *data)
{
    (void)data;
    const char *const pairs[] = {"REQUEST_METHOD", "GET", "DOCUMENT_URI", "/a/b/page", NULL};
    struct client_answer got = {.out = g_string_new(NULL)};
    int fd = client_ask(process->socket, &(struct client_request){.pairs = pairs});
    server_await_log(process, "path=\"/page\"");
    kill(process->child, SIGKILL);
    g_assert_cmpint(server_exit_status(process->child), ==, -1);
    process->child = 0;
    client_finish(fd, &got);
    assert_large(got.out, PAGE);
    g_assert_true(got.ended);
    g_string_free(got.out, TRUE);
}

static void test_stop_while_answering(struct server_process *process, const void *data)
{
    (void)data;
    const char *const pairs[] = {"REQUEST_METHOD", "GET", "DOCUMENT_URI", "/a/b/stop", NULL};
    struct client_answer got = {.out = g_string_new(NULL)};
    client_finish(client_ask(process->socket, &(struct client_request){.pairs = pairs}), &got);
    assert_big(got.out);
    g_assert_true(got.ended);
    g_string_free(got.out, TRUE);
    server_assert_ends(process);
}

static void test_stop_when_idle(struct server_process *process, const void *data)
{
    assert_answers(process, &plain, ANSWER_TO_PLAIN("1"));
    g_usleep(20 * 1000);
    gint64 start = g_get_monotonic_time();
    kill(process->child, GPOINTER_TO_INT(data));
    server_assert_ends(process);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 3 * G_USEC_PER_SEC);
}

/* A peer that asks to keep the connection does not get it: ask() checks that it is closed. */
static void test_no_keep(struct server_process *process, const void *data)
{
    (void)data;
    const struct client_request keep = {.pairs = plain_pairs, .keep = true};
    assert_answers(process, &keep, ANSWER_TO_PLAIN("1"));
    assert_answers(process, &plain, ANSWER_TO_PLAIN("2"));
}

/* Peers that go away, say nothing, talk nonsense or do not close cost others little: half a second each at most. */
static void test_bad_peers(struct server_process *process, const void *data)
{
    (void)data;
    gint64 start = g_get_monotonic_time();
    int silent = client_connect(process->socket);
    close(client_connect(process->socket));
    int gone = client_ask(process->socket, &big);
    struct client_answer got = {.out = g_string_new(NULL)};
    g_assert_true(client_read_record(gone, &got));
    g_string_free(got.out, TRUE);
    close(gone);
    int nonsense = client_connect(process->socket);
    g_assert_cmpint(write(nonsense, "GET / HTTP/1.1\r\n\r\n", 18), ==, 18);
    int lingering = client_ask(process->socket, &plain);
    assert_answers(process, &plain, ANSWER_TO_PLAIN("3"));
    g_assert_cmpint(g_get_monotonic_time() - start, <, 3 * G_USEC_PER_SEC);
    close(silent);
    close(nonsense);
    close(lingering);
    g_autofree char *log = server_log(process);
    g_assert_nonnull(strstr(log, "cut=\"yes\" path=\"/big\""));
}

/* A request that trickles in does not hold the worker for longer than its time. */
static void test_trickle(struct server_process *process, const void *data)
{
    (void)data;
    g_autoptr(GByteArray) bytes = client_bytes(&plain);
    gint64 start = g_get_monotonic_time();
    int fd = client_connect(process->socket);
    for (size_t at = 0; at < bytes->len && send(fd, bytes->data + at, 1, MSG_NOSIGNAL) == 1; at++)
        g_usleep(100 * 1000);
    g_assert_cmpint(g_get_monotonic_time() - start, >, 3 * G_USEC_PER_SEC);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 6 * G_USEC_PER_SEC);
    assert_answers(process, &plain, ANSWER_TO_PLAIN("1"));
    close(fd);
}

/* The end of a request may come later than what it asks, and so may a body: nothing of either is refused. */
static void test_late_end(struct server_process *process, const void *data)
{
    (void)data;
    enum { END = 8, BODY = 60000 };
    g_autofree char *body = g_strnfill(BODY, 'b');
    g_autoptr(GByteArray) bytes = client_bytes(&plain);
    const size_t asked = bytes->len - END;
    g_autofree char *without = take(client_send_in_two(process->socket, bytes, asked));
    g_assert_cmpstr(without, ==, ANSWER_TO_PLAIN("1"));
    g_byte_array_set_size(bytes, (guint)asked);
    client_append_record(bytes, RECORD_STDIN, body, BODY, 0);
    client_append_record(bytes, RECORD_STDIN, "", 0, 0);
    g_autofree char *with = take(client_send_in_two(process->socket, bytes, asked));
    g_assert_cmpstr(with, ==, ANSWER_TO_PLAIN("2"));
}

/* A peer that takes nothing of a large answer is left. */
static void test_peer_does_not_read(struct server_process *process, const void *data)
{
    (void)data;
    gint64 start = g_get_monotonic_time();
    int fd = client_ask(process->socket, &big);
    assert_answers(process, &plain, ANSWER_TO_PLAIN("2"));
    g_assert_cmpint(g_get_monotonic_time() - start, <, 8 * G_USEC_PER_SEC);
    close(fd);
}

static void test_log(struct server_process *process, const void *data)
{
    (void)data;
    g_autofree char *long_path = g_strnfill(2000, '\xff');
    memcpy(long_path, "/a\r\n", 4);
    const char *const pairs[] = {
        "REQUEST_METHOD", "G T\"", "DOCUMENT_URI", long_path, "QUERY_STRING", "q=secret", "HTTP_IF_NONE_MATCH",
        "secret",         NULL};
    g_free(ask(process, &plain));
    g_free(ask(process, &(struct client_request){.pairs = pairs}));
    kill(process->child, SIGTERM);
    server_assert_ends(process);
    g_autofree char *log = server_log(process);
    g_auto(GStrv) lines = g_strsplit(log, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, 3);
    g_assert_nonnull(strstr(lines[0], " event=request method=\"GET\" status=\"200\" bytes=\"77\" us=\""));
    g_assert_nonnull(strstr(lines[0], "\" id=\"77aa\" path=\"/x\""));
    g_assert_nonnull(strstr(lines[1], " method=\"G T\\x22\" status=\"404\" "));
    g_assert_nonnull(strstr(lines[1], "\" id=\"-\" path=\"/a\\x0d\\x0a\\xff"));
    g_assert_null(strstr(log, "secret"));
}

/* The environment decides when standard input is no listening socket. */
static void test_cgi(void)
{
    int output[2];
    g_assert_cmpint(pipe(output), ==, 0);
    int null = g_open("/dev/null", O_RDWR | O_CLOEXEC, 0);
    g_setenv("REQUEST_METHOD", "GET", TRUE);
    g_setenv("SCRIPT_NAME", "/a/b", TRUE);
    g_setenv("PATH_INFO", "/big", TRUE);
    int count = 0;
    const struct http_server server = server_with(&count);
    pid_t child = server_spawn(&server, null, output[1], null);
    close(output[1]);
    close(null);
    g_autoptr(GString) out = g_string_new(NULL);
    char bytes[4096];
    for (ssize_t n; (n = read(output[0], bytes, sizeof bytes)) > 0;)
        g_string_append_len(out, bytes, n);
    close(output[0]);
    assert_big(out);
    g_assert_cmpint(server_exit_status(child), ==, 0);
}

/* A socket that never was made to listen: accept fails, and so does the loop, at once. */
static void test_accept_error(void)
{
    int null = g_open("/dev/null", O_RDWR | O_CLOEXEC, 0);
    int deaf = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int count = 0;
    const struct http_server server = server_with(&count);
    g_assert_cmpint(server_exit_status(server_spawn(&server, deaf, -1, null)), ==, 1);
    close(deaf);
    close(null);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*test)(struct server_process *process, const void *data);
        int signal;
    } tests[] = {
        {"/http/server/plain", test_plain, 0},
        {"/http/server/head-and-refusal", test_head_and_refusal, 0},
        {"/http/server/splits", test_splits, 0},
        {"/http/server/big", test_big, 0},
        {"/http/server/big-under-term", test_big_under_signals, SIGTERM},
        {"/http/server/big-under-usr1", test_big_under_signals, SIGUSR1},
        {"/http/server/big-under-interrupts", test_big_under_signals, SIGUSR2},
        {"/http/server/stop-while-answering", test_stop_while_answering, 0},
        {"/http/server/stop-idle-term", test_stop_when_idle, SIGTERM},
        {"/http/server/stop-idle-usr1", test_stop_when_idle, SIGUSR1},
        {"/http/server/no-keep", test_no_keep, 0},
        {"/http/server/bad-peers", test_bad_peers, 0},
        {"/http/server/trickle", test_trickle, 0},
        {"/http/server/late-end", test_late_end, 0},
        {"/http/server/peer-does-not-read", test_peer_does_not_read, 0},
        {"/http/server/answer-outlives-worker", test_answer_outlives_worker, 0},
        {"/http/server/log", test_log, 0},
    };
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, struct server_process, GINT_TO_POINTER(tests[i].signal), set_up, tests[i].test,
                   tear_down);
    g_test_add_func("/http/server/cgi", test_cgi);
    g_test_add_func("/http/server/accept-error", test_accept_error);
    return g_test_run();
}

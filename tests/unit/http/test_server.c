/* The server as a process of its own, on a socket in a folder of its own, and as a CGI program. */
#include "http/server.h"

#include "fastcgi_client.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>

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

struct fixture {
    char *folder, *socket, *log;
    int listening;
    pid_t child; /* 0: ended */
};

/* Runs the server in a child whose standard input is INPUT; OUTPUT may be -1. */
static pid_t spawn(int input, int output, int log)
{
    pid_t child = fork();
    g_assert_cmpint(child, >=, 0);
    if (child > 0)
        return child;
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* a failed test leaves no server behind */
    int count = 0;
    const struct http_server server = {
        .prefix = "/a/b", .self = &count, .before = before, .answer = answer, .refuse = refuse};
    if (dup2(input, STDIN_FILENO) < 0 || dup2(log, STDERR_FILENO) < 0 ||
        (output >= 0 && dup2(output, STDOUT_FILENO) < 0))
        _exit(99);
    _exit(http_serve(&server));
}

static void set_up(struct fixture *fixture, const void *data)
{
    (void)data;
    fixture->folder = g_dir_make_tmp("proviso-XXXXXX", NULL);
    g_assert_nonnull(fixture->folder);
    fixture->socket = g_build_filename(fixture->folder, "socket", NULL);
    fixture->log = g_build_filename(fixture->folder, "log", NULL);
    struct sockaddr_un address = client_address(fixture->socket);
    fixture->listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    g_assert_cmpint(bind(fixture->listening, (struct sockaddr *)&address, sizeof address), ==, 0);
    g_assert_cmpint(listen(fixture->listening, 16), ==, 0);
    int log = g_open(fixture->log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    g_assert_cmpint(log, >=, 0);
    fixture->child = spawn(fixture->listening, -1, log);
    close(log);
}

/* The exit status of CHILD, or -1 when it does not end within ten seconds (it is killed then). */
static int exit_status(pid_t child)
{
    int status;
    for (int tries = 0; tries < 1000; tries++) {
        if (waitpid(child, &status, WNOHANG) == child)
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        g_usleep(10 * 1000);
    }
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return -1;
}

static void assert_ends(struct fixture *fixture)
{
    g_assert_cmpint(exit_status(fixture->child), ==, 0);
    fixture->child = 0;
}

static void tear_down(struct fixture *fixture, const void *data)
{
    (void)data;
    if (fixture->child) {
        kill(fixture->child, SIGTERM);
        assert_ends(fixture);
    }
    close(fixture->listening);
    g_unlink(fixture->socket);
    g_unlink(fixture->log);
    g_assert_cmpint(g_rmdir(fixture->folder), ==, 0);
    g_free(fixture->folder);
    g_free(fixture->socket);
    g_free(fixture->log);
}

static const char *const plain_pairs[] = {"REQUEST_METHOD", "GET",        "DOCUMENT_URI", "/a/b/x", "QUERY_STRING",
                                          "q=secret",       "REQUEST_ID", "77aa",         NULL};
static const struct client_request plain = {.pairs = plain_pairs};

static const char *const big_pairs[] = {"REQUEST_METHOD", "GET", "DOCUMENT_URI", "/a/b/big", NULL};
static const struct client_request big = {.pairs = big_pairs};

/* Asks and takes the whole answer's STDOUT. */
static char *ask(struct fixture *fixture, const struct client_request *request)
{
    struct client_answer got = {.out = g_string_new(NULL)};
    client_finish(client_ask(fixture->socket, request), &got);
    g_assert_true(got.ended);
    g_assert_true(got.is_closed);
    g_assert_false(got.has_stderr);
    return g_string_free(got.out, FALSE);
}

static void assert_answers(struct fixture *fixture, const struct client_request *request, const char *expected)
{
    g_autofree char *got = ask(fixture, request);
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

static void test_plain(struct fixture *fixture, const void *data)
{
    (void)data;
    assert_answers(fixture, &plain, ANSWER_TO_PLAIN("1"));
    assert_answers(fixture, &plain, ANSWER_TO_PLAIN("2"));
    assert_answers(fixture, &plain, ANSWER_TO_PLAIN("3"));
}

static void test_head_and_refusal(struct fixture *fixture, const void *data)
{
    (void)data;
    const char *const head[] = {"REQUEST_METHOD", "HEAD", "DOCUMENT_URI", "/a/b/x", NULL};
    assert_answers(fixture, &(struct client_request){.pairs = head},
                   "Status: 200 OK\r\nContent-Type: text/x-1\r\nContent-Length: 8\r\n\r\n");
    const char *const outside[] = {"REQUEST_METHOD", "GET", "DOCUMENT_URI", "/x", NULL};
    assert_answers(fixture, &(struct client_request){.pairs = outside},
                   "Status: 404 Not Found\r\nContent-Length: 7\r\n\r\nrefused");
    const char *const outside_head[] = {"REQUEST_METHOD", "HEAD", "DOCUMENT_URI", "/a/b/\xff", NULL};
    assert_answers(fixture, &(struct client_request){.pairs = outside_head},
                   "Status: 404 Not Found\r\nContent-Length: 7\r\n\r\n");
}

/* Records may end anywhere, in a length or a name too, and lengths may be four bytes long. */
static void test_splits(struct fixture *fixture, const void *data)
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
        g_autofree char *got = ask(fixture, &request);
        g_assert_true(g_str_has_suffix(got, "\r\n\r\nGET /x?q=secret"));
    }
}

static void test_big(struct fixture *fixture, const void *data)
{
    (void)data;
    struct client_answer got = {.out = g_string_new(NULL)};
    client_finish(client_ask(fixture->socket, &big), &got);
    assert_big(got.out);
    g_assert_true(got.ended);
    g_assert_cmpuint(got.largest, ==, 65528);
    g_assert_cmpuint(got.records, ==, got.out->len / 65528 + 1);
    g_string_free(got.out, TRUE);
}

/* Signals that come while an answer is being sent do not cut it; SIGTERM and SIGUSR1 end the loop afterwards. */
static void test_big_under_signals(struct fixture *fixture, const void *data)
{
    int number = GPOINTER_TO_INT(data);
    struct client_answer got = {.out = g_string_new(NULL)};
    int fd = client_ask(fixture->socket, &big);
    for (int records = 0; records < 40 && client_read_record(fd, &got); records++) {
        g_usleep(500); /* it waits for room: the first signal cuts a write short, the second makes the next one fail */
        kill(fixture->child, number);
        g_usleep(500);
        kill(fixture->child, number);
    }
    client_finish(fd, &got);
    assert_big(got.out);
    g_assert_true(got.ended);
    g_string_free(got.out, TRUE);
    if (number != SIGUSR2)
        assert_ends(fixture);
}

/* Waits until the log holds TEXT. */
static void await_log(struct fixture *fixture, const char *text)
{
    for (int tries = 0; tries < 1000; tries++) {
        g_autofree char *log = NULL;
        g_assert_true(g_file_get_contents(fixture->log, &log, NULL, NULL));
        if (strstr(log, text))
            return;
        g_usleep(10 * 1000);
    }
    g_error("the log never says %s", text);
}

/* An answer of a page's size is out of the worker's hands in one write, though the peer has not read a byte of it. */
static void test_answer_outlives_worker(struct fixture *fixture, const void *data)
{
    (void)data;
    const char *const pairs[] = {"REQUEST_METHOD", "GET", "DOCUMENT_URI", "/a/b/page", NULL};
    struct client_answer got = {.out = g_string_new(NULL)};
    int fd = client_ask(fixture->socket, &(struct client_request){.pairs = pairs});
    await_log(fixture, "path=\"/page\"");
    kill(fixture->child, SIGKILL);
    g_assert_cmpint(exit_status(fixture->child), ==, -1);
    fixture->child = 0;
    client_finish(fd, &got);
    assert_large(got.out, PAGE);
    g_assert_true(got.ended);
    g_string_free(got.out, TRUE);
}

static void test_stop_while_answering(struct fixture *fixture, const void *data)
{
    (void)data;
    const char *const pairs[] = {"REQUEST_METHOD", "GET", "DOCUMENT_URI", "/a/b/stop", NULL};
    struct client_answer got = {.out = g_string_new(NULL)};
    client_finish(client_ask(fixture->socket, &(struct client_request){.pairs = pairs}), &got);
    assert_big(got.out);
    g_assert_true(got.ended);
    g_string_free(got.out, TRUE);
    assert_ends(fixture);
}

static void test_stop_when_idle(struct fixture *fixture, const void *data)
{
    assert_answers(fixture, &plain, ANSWER_TO_PLAIN("1"));
    g_usleep(20 * 1000);
    gint64 start = g_get_monotonic_time();
    kill(fixture->child, GPOINTER_TO_INT(data));
    assert_ends(fixture);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 3 * G_USEC_PER_SEC);
}

/* A peer that asks to keep the connection does not get it: ask() checks that it is closed. */
static void test_no_keep(struct fixture *fixture, const void *data)
{
    (void)data;
    const struct client_request keep = {.pairs = plain_pairs, .keep = true};
    assert_answers(fixture, &keep, ANSWER_TO_PLAIN("1"));
    assert_answers(fixture, &plain, ANSWER_TO_PLAIN("2"));
}

/* Peers that go away, say nothing, talk nonsense or do not close cost others little: half a second each at most. */
static void test_bad_peers(struct fixture *fixture, const void *data)
{
    (void)data;
    gint64 start = g_get_monotonic_time();
    int silent = client_connect(fixture->socket);
    close(client_connect(fixture->socket));
    int gone = client_ask(fixture->socket, &big);
    struct client_answer got = {.out = g_string_new(NULL)};
    g_assert_true(client_read_record(gone, &got));
    g_string_free(got.out, TRUE);
    close(gone);
    int nonsense = client_connect(fixture->socket);
    g_assert_cmpint(write(nonsense, "GET / HTTP/1.1\r\n\r\n", 18), ==, 18);
    int lingering = client_ask(fixture->socket, &plain);
    assert_answers(fixture, &plain, ANSWER_TO_PLAIN("3"));
    g_assert_cmpint(g_get_monotonic_time() - start, <, 3 * G_USEC_PER_SEC);
    close(silent);
    close(nonsense);
    close(lingering);
    g_autofree char *log = NULL;
    g_assert_true(g_file_get_contents(fixture->log, &log, NULL, NULL));
    g_assert_nonnull(strstr(log, "cut=\"yes\" path=\"/big\""));
}

/* A request that trickles in does not hold the worker for longer than its time. */
static void test_trickle(struct fixture *fixture, const void *data)
{
    (void)data;
    g_autoptr(GByteArray) bytes = client_bytes(&plain);
    gint64 start = g_get_monotonic_time();
    int fd = client_connect(fixture->socket);
    for (size_t at = 0; at < bytes->len && send(fd, bytes->data + at, 1, MSG_NOSIGNAL) == 1; at++)
        g_usleep(100 * 1000);
    g_assert_cmpint(g_get_monotonic_time() - start, >, 3 * G_USEC_PER_SEC);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 6 * G_USEC_PER_SEC);
    assert_answers(fixture, &plain, ANSWER_TO_PLAIN("1"));
    close(fd);
}

/* A peer that takes nothing of a large answer is left. */
static void test_peer_does_not_read(struct fixture *fixture, const void *data)
{
    (void)data;
    gint64 start = g_get_monotonic_time();
    int fd = client_ask(fixture->socket, &big);
    assert_answers(fixture, &plain, ANSWER_TO_PLAIN("2"));
    g_assert_cmpint(g_get_monotonic_time() - start, <, 8 * G_USEC_PER_SEC);
    close(fd);
}

static void test_log(struct fixture *fixture, const void *data)
{
    (void)data;
    g_autofree char *long_path = g_strnfill(2000, '\xff');
    memcpy(long_path, "/a\r\n", 4);
    const char *const pairs[] = {
        "REQUEST_METHOD", "G T\"", "DOCUMENT_URI", long_path, "QUERY_STRING", "q=secret", "HTTP_IF_NONE_MATCH",
        "secret",         NULL};
    g_free(ask(fixture, &plain));
    g_free(ask(fixture, &(struct client_request){.pairs = pairs}));
    kill(fixture->child, SIGTERM);
    assert_ends(fixture);
    g_autofree char *log = NULL;
    g_assert_true(g_file_get_contents(fixture->log, &log, NULL, NULL));
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
    pid_t child = spawn(null, output[1], null);
    close(output[1]);
    close(null);
    g_autoptr(GString) out = g_string_new(NULL);
    char bytes[4096];
    for (ssize_t count; (count = read(output[0], bytes, sizeof bytes)) > 0;)
        g_string_append_len(out, bytes, count);
    close(output[0]);
    assert_big(out);
    g_assert_cmpint(exit_status(child), ==, 0);
}

/* A socket that never was made to listen: accept fails, and so does the loop, at once. */
static void test_accept_error(void)
{
    int null = g_open("/dev/null", O_RDWR | O_CLOEXEC, 0);
    int deaf = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    g_assert_cmpint(exit_status(spawn(deaf, -1, null)), ==, 1);
    close(deaf);
    close(null);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*test)(struct fixture *fixture, const void *data);
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
        {"/http/server/peer-does-not-read", test_peer_does_not_read, 0},
        {"/http/server/answer-outlives-worker", test_answer_outlives_worker, 0},
        {"/http/server/log", test_log, 0},
    };
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, struct fixture, GINT_TO_POINTER(tests[i].signal), set_up, tests[i].test, tear_down);
    g_test_add_func("/http/server/cgi", test_cgi);
    g_test_add_func("/http/server/accept-error", test_accept_error);
    return g_test_run();
}

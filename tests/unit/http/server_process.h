/* An HTTP server as a process of its own, on a socket and with a log in a folder of its own, for tests. */
#ifndef PROVISO_TEST_SERVER_PROCESS_H
#define PROVISO_TEST_SERVER_PROCESS_H

#include "http/server.h"

#include "fastcgi_client.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>

struct server_process {
    char *folder, *socket, *log;
    int listening;
    pid_t child; /* 0: ended */
};

/* Runs SERVER in a child whose standard input is INPUT; OUTPUT may be -1: it keeps this process's. */
static inline pid_t server_spawn(const struct http_server *server, int input, int output, int log)
{
    pid_t child = fork();
    g_assert_cmpint(child, >=, 0);
    if (child > 0)
        return child;
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* a failed test leaves no server behind */
    if (dup2(input, STDIN_FILENO) < 0 || dup2(log, STDERR_FILENO) < 0 ||
        (output >= 0 && dup2(output, STDOUT_FILENO) < 0))
        _exit(99);
    _exit(http_serve(server));
}

/* Starts SERVER; server_close takes everything down again. */
static inline void server_start(struct server_process *process, const struct http_server *server)
{
    process->folder = g_dir_make_tmp("proviso-XXXXXX", NULL);
    g_assert_nonnull(process->folder);
    process->socket = g_build_filename(process->folder, "socket", NULL);
    process->log = g_build_filename(process->folder, "log", NULL);
    struct sockaddr_un address = client_address(process->socket);
    process->listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    g_assert_cmpint(bind(process->listening, (struct sockaddr *)&address, sizeof address), ==, 0);
    g_assert_cmpint(listen(process->listening, 16), ==, 0);
    int log = g_open(process->log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    g_assert_cmpint(log, >=, 0);
    process->child = server_spawn(server, process->listening, -1, log);
    close(log);
}

/* The exit status of CHILD, or -1 when it does not end within ten seconds (it is killed then). */
static inline int server_exit_status(pid_t child)
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

/* The server ends by itself, with status 0. */
static inline void server_assert_ends(struct server_process *process)
{
    g_assert_cmpint(server_exit_status(process->child), ==, 0);
    process->child = 0;
}

/* Ends the server when it runs, and removes its folder. */
static inline void server_close(struct server_process *process)
{
    if (process->child) {
        kill(process->child, SIGTERM);
        server_assert_ends(process);
    }
    close(process->listening);
    g_unlink(process->socket);
    g_unlink(process->log);
    g_assert_cmpint(g_rmdir(process->folder), ==, 0);
    g_free(process->folder);
    g_free(process->socket);
    g_free(process->log);
}

/* All it has written to its log; free with g_free. */
static inline char *server_log(const struct server_process *process)
{
    char *log;
    g_assert_true(g_file_get_contents(process->log, &log, NULL, NULL));
    return log;
}

/* Waits until the log holds TEXT. */
static inline void server_await_log(const struct server_process *process, const char *text)
{
    for (int tries = 0; tries < 1000; tries++) {
        g_autofree char *log = server_log(process);
        if (strstr(log, text))
            return;
        g_usleep(10 * 1000);
    }
    g_error("the log never says %s", text);
}

#endif

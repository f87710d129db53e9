/* Bodies that outgrow memory, and the folder they go to. */
#include "http/response.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

enum { HUNDRED_KB = 100 * 1024 };

struct folder {
    char *path;
    struct spool *spool;
    struct http_response response;
};

static void set_up(struct folder *folder, gconstpointer data)
{
    (void)data;
    folder->path = g_dir_make_tmp("spool-XXXXXX", NULL);
    folder->spool = spool_open(folder->path, NULL);
    g_assert_nonnull(folder->spool);
    folder->response = (struct http_response){.status = 200, .spool = folder->spool, .body = g_string_new(NULL)};
}

static size_t count_files(const struct folder *folder)
{
    size_t count = 0;
    g_autoptr(GDir) dir = g_dir_open(folder->path, 0, NULL);
    while (g_dir_read_name(dir))
        count++;
    return count;
}

static void tear_down(struct folder *folder, gconstpointer data)
{
    (void)data;
    http_response_empty(&folder->response);
    g_string_free(folder->response.body, TRUE);
    spool_free(folder->spool);
    g_assert_cmpint(g_rmdir(folder->path), ==, 0); /* nothing was left */
    g_free(folder->path);
}

static void append(struct folder *folder, char letter, bool is_end)
{
    for (size_t i = 0; i < HUNDRED_KB; i++)
        g_string_append_c(folder->response.body, letter);
    g_assert_true(http_response_flow(&folder->response, is_end, NULL));
}

static void test_small(struct folder *folder, gconstpointer data)
{
    (void)data;
    append(folder, 'a', true);
    g_assert_cmpuint(folder->response.body->len, ==, HUNDRED_KB);
    g_assert_cmpuint(count_files(folder), ==, 0);
}

static void test_large(struct folder *folder, gconstpointer data)
{
    (void)data;
    append(folder, 'a', false);
    append(folder, 'b', false);
    append(folder, 'c', true);
    g_assert_cmpuint(folder->response.body->len, ==, 0);
    g_assert_cmpint(folder->response.file.size, ==, 3 * HUNDRED_KB);
    g_autofree char *path = g_build_filename(folder->path, folder->response.file.name, NULL);
    g_autofree char *content = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(path, &content, &length, NULL));
    g_assert_cmpuint(length, ==, 3 * HUNDRED_KB);
    g_assert_true(content[0] == 'a' && content[HUNDRED_KB] == 'b' && content[length - 1] == 'c');
    struct stat status;
    g_assert_cmpint(stat(path, &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0640);
}

static void test_headers(struct folder *folder, gconstpointer data)
{
    (void)data;
    append(folder, 'a', false);
    append(folder, 'b', true);
    g_autoptr(GString) out = g_string_new(NULL);
    struct arena *arena = arena_new();
    http_response_hand_over(&folder->response, arena);
    http_response_head(&folder->response, false, out);
    g_autofree char *expected =
        g_strdup_printf("Status: 200 OK\r\nX-Accel-Redirect: /-proviso-spool/%s\r\nContent-Length: 204800\r\n\r\n",
                        folder->response.file.name);
    g_assert_cmpstr(out->str, ==, expected);
    arena_free(arena);
}

/* An error after the first pieces takes them away. */
static void test_empty(struct folder *folder, gconstpointer data)
{
    (void)data;
    append(folder, 'a', false);
    append(folder, 'b', false);
    g_assert_cmpuint(count_files(folder), ==, 1);
    http_response_empty(&folder->response);
    g_assert_cmpuint(count_files(folder), ==, 0);
    g_assert_cmpint(folder->response.file.size, ==, 0);
}

static void test_without(void)
{
    struct http_response response = {.body = g_string_new(NULL)};
    struct folder folder = {.response = response};
    append(&folder, 'a', false);
    append(&folder, 'b', true);
    g_assert_cmpuint(response.body->len, ==, 2 * HUNDRED_KB);
    g_string_free(response.body, TRUE);
}

static void test_sweep(struct folder *folder, gconstpointer data)
{
    (void)data;
    g_autofree char *old = g_build_filename(folder->path, "answer-left-by-a-dead-worker", NULL);
    g_autofree char *fresh = g_build_filename(folder->path, "answer-being-sent", NULL);
    g_autofree char *other = g_build_filename(folder->path, "not-an-answer", NULL);
    const struct utimbuf long_ago = {.modtime = time(NULL) - 400};
    g_assert_true(g_file_set_contents(old, "x", 1, NULL) && g_file_set_contents(fresh, "x", 1, NULL) &&
                  g_file_set_contents(other, "x", 1, NULL));
    g_assert_cmpint(utime(old, &long_ago) + utime(other, &long_ago), ==, 0);
    struct spool *started = spool_open(folder->path, NULL);
    spool_free(started);
    g_assert_false(g_file_test(old, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(fresh, G_FILE_TEST_EXISTS) && g_file_test(other, G_FILE_TEST_EXISTS));
    g_unlink(fresh);
    g_unlink(other);
}

static void test_gone(struct folder *folder, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_rmdir(folder->path);
    g_string_set_size(folder->response.body, 2 * HUNDRED_KB);
    g_assert_false(http_response_flow(&folder->response, false, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE);
    g_assert_null(spool_open(folder->path, NULL));
    g_mkdir(folder->path, 0700);
}

#define ADD(name, function) g_test_add("/http/spool/" name, struct folder, NULL, set_up, function, tear_down)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("small", test_small);
    ADD("large", test_large);
    ADD("headers", test_headers);
    ADD("empty", test_empty);
    ADD("sweep", test_sweep);
    ADD("gone", test_gone);
    g_test_add_func("/http/spool/without", test_without);
    return g_test_run();
}

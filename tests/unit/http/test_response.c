/* Answers as bytes, header values, ETags. */
#include "http/response.h"

#include <string.h>

/* What is written for STATUS with the given body. */
static GString *written(int status, const char *body_text, bool head, struct http_response *response)
{
    g_autoptr(GString) body = g_string_new(body_text);
    GString *out = g_string_new(NULL);
    response->status = status;
    response->body = body;
    if (http_response_head(response, head, out))
        g_string_append_len(out, body->str, (gssize)body->len);
    response->body = NULL;
    return out;
}

static void test_write(void)
{
    struct http_response response = {0};
    g_assert_true(http_response_set(&response, HTTP_ETAG, "\"x\""));
    g_assert_true(http_response_set(&response, HTTP_CONTENT_TYPE, "text/html; charset=utf-8"));
    g_assert_true(http_response_set(&response, HTTP_CACHE_CONTROL, "public, max-age=5"));
    g_autoptr(GString) page = written(200, "h\xc3\xa9llo", false, &response);
    g_assert_cmpstr(page->str, ==,
                    "Status: 200 OK\r\nCache-Control: public, max-age=5\r\nContent-Type: text/html; charset=utf-8\r\n"
                    "ETag: \"x\"\r\nContent-Length: 6\r\n\r\nh\xc3\xa9llo");
    g_autoptr(GString) head = written(200, "h\xc3\xa9llo", true, &response);
    g_assert_true(g_str_has_suffix(head->str, "Content-Length: 6\r\n\r\n"));
    g_assert_cmpuint(head->len, ==, page->len - 6);
    g_assert_true(memcmp(head->str, page->str, head->len) == 0);
}

static void test_write_statuses(void)
{
    static const struct {
        int status;
        const char *bytes;
    } cases[] = {
        {304, "Status: 304 Not Modified\r\n\r\n"},
        {400, "Status: 400 Bad Request\r\nContent-Length: 1\r\n\r\nx"},
        {404, "Status: 404 Not Found\r\nContent-Length: 1\r\n\r\nx"},
        {405, "Status: 405 Method Not Allowed\r\nContent-Length: 1\r\n\r\nx"},
        {410, "Status: 410 Gone\r\nContent-Length: 1\r\n\r\nx"},
        {500, "Status: 500 Internal Server Error\r\nContent-Length: 1\r\n\r\nx"},
        {503, "Status: 503 Service Unavailable\r\nContent-Length: 1\r\n\r\nx"},
        {299, "Status: 299 Unnamed\r\nContent-Length: 1\r\n\r\nx"},
        {999, "Status: 999 Unnamed\r\nContent-Length: 1\r\n\r\nx"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct http_response response = {0};
        g_autoptr(GString) out = written(cases[i].status, "x", false, &response);
        g_assert_cmpstr(out->str, ==, cases[i].bytes);
    }
}

/* A body is bytes: NUL does not end it. */
static void test_write_binary(void)
{
    g_autoptr(GString) body = g_string_new_len("\x89PNG\0\0\xff", 7);
    g_autoptr(GString) out = g_string_new(NULL);
    const struct http_response response = {.status = 200, .body = body};
    g_assert_true(http_response_head(&response, false, out));
    g_assert_cmpstr(out->str, ==, "Status: 200 OK\r\nContent-Length: 7\r\n\r\n");
}

static void test_set(void)
{
    struct http_response response = {0};
    g_assert_true(http_response_set(&response, HTTP_LINK, "first"));
    for (int byte = 1; byte < 256; byte++) {
        const char value[] = {'a', (char)byte, 'b', '\0'};
        bool is_control = byte < 0x20 || byte == 0x7f;
        g_assert_cmpint(http_response_set(&response, HTTP_ALLOW, value), ==, !is_control);
        g_assert_true(http_response_set(&response, HTTP_ALLOW, NULL));
    }
    g_autofree char *value = g_strnfill(2049, 'x');
    g_assert_false(http_response_set(&response, HTTP_LINK, value));
    g_assert_false(http_response_set(&response, HTTP_LINK, "a\r\nSet-Cookie: a=b"));
    g_assert_cmpstr(response.headers[HTTP_LINK], ==, "first");
    value[2048] = '\0';
    g_assert_true(http_response_set(&response, HTTP_LINK, value));
    g_assert_cmpstr(response.headers[HTTP_LINK], ==, value);
    g_assert_null(response.headers[HTTP_ALLOW]);
}

/* Expected sums were computed with another implementation: SHA-256 over 8 bytes of length, then the bytes. */
static void test_etag(void)
{
    struct arena *arena = arena_new();
    g_assert_cmpstr(http_etag(arena, (const char *const[]){"a", "bc", NULL}), ==,
                    "\"3fafa1cf2f19a7c1129beb20cf0983f73a489a221fc0dd2f16d1be292d089205\"");
    g_assert_cmpstr(http_etag(arena, (const char *const[]){"ab", "c", NULL}), ==,
                    "\"601d5476e2ccfe2c87a2bba7a322659734a05749d5b5aa781f513e4912db0d5f\"");
    g_assert_cmpstr(http_etag(arena, (const char *const[]){NULL}), ==,
                    "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"");
    arena_free(arena);
}

static void test_etag_matches(void)
{
    static const struct {
        const char *if_none_match;
        bool matches;
    } cases[] = {
        {NULL, false},
        {"", false},
        {"*", true},
        {"\"abc\"", true},
        {"W/\"abc\"", true},
        {"\"x\", \"abc\"", true},
        {" \"x\",W/\"abc\" , \"y\"", true},
        {"\"x\" \"abc\"", true},
        {"abc", false},
        {"\"ab\"", false},
        {"\"abcd\"", false},
        {"\"abc", false},
        {"w/\"abc\"", false},
        {"\"x\", *", false},
        {"\"\"abc\"", false},
        {"\"a,b\", \"abc\"", true},
        {",,,", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpint(http_etag_matches(cases[i].if_none_match, "\"abc\""), ==, cases[i].matches);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/http/response/write", test_write);
    g_test_add_func("/http/response/statuses", test_write_statuses);
    g_test_add_func("/http/response/binary", test_write_binary);
    g_test_add_func("/http/response/set", test_set);
    g_test_add_func("/http/response/etag", test_etag);
    g_test_add_func("/http/response/etag-matches", test_etag_matches);
    return g_test_run();
}

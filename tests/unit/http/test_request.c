/* Reading a request, decoding and encoding a query. */
#include "http/query.h"

#include <string.h>

/* Named parameters as a flat list of pairs. */
static const char *lookup(void *self, const char *name)
{
    for (const char *const *each = self; each[0]; each += 2)
        if (strcmp(each[0], name) == 0)
            return each[1];
    return NULL;
}

static bool read_request(struct http_request *request, struct arena *arena, const char *prefix,
                         const char *const *pairs, GError **error)
{
    return http_request_read(request, arena, prefix, lookup, (void *)pairs, error);
}

static void test_read(void)
{
    struct arena *arena = arena_new();
    struct http_request request;
    char query[] = "q=a+b", tag[] = "\"x\"";
    const char *const pairs[] = {"REQUEST_METHOD",
                                 "GET",
                                 "DOCUMENT_URI",
                                 "/jurisdictions",
                                 "QUERY_STRING",
                                 query,
                                 "REQUEST_ID",
                                 "1f-A0",
                                 "HTTP_IF_NONE_MATCH",
                                 tag,
                                 NULL};
    g_assert_true(read_request(&request, arena, "", pairs, NULL));
    query[0] = tag[0] = 'X'; /* the request has its own copies */
    g_assert_cmpstr(request.method, ==, "GET");
    g_assert_cmpstr(request.path, ==, "/jurisdictions");
    g_assert_cmpstr(request.query, ==, "q=a+b");
    g_assert_cmpstr(request.request_id, ==, "1f-A0");
    g_assert_cmpstr(request.if_none_match, ==, "\"x\"");
    g_assert_false(request.head);
    arena_free(arena);
}

static void test_read_least(void)
{
    struct arena *arena = arena_new();
    struct http_request request;
    const char *const pairs[] = {"SCRIPT_NAME", "/cgi-bin/pages", "PATH_INFO", "/about", NULL};
    g_assert_true(read_request(&request, arena, "/cgi-bin/pages", pairs, NULL));
    g_assert_cmpstr(request.method, ==, "-");
    g_assert_cmpstr(request.path, ==, "/about");
    g_assert_cmpstr(request.query, ==, "");
    g_assert_cmpstr(request.request_id, ==, "-");
    g_assert_null(request.if_none_match);
    const char *const nothing[] = {NULL};
    g_autoptr(GError) error = NULL;
    g_assert_false(read_request(&request, arena, "", nothing, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_NOT_FOUND);
    g_assert_cmpstr(request.path, ==, "");
    arena_free(arena);
}

static void test_read_odd(void)
{
    struct arena *arena = arena_new();
    struct http_request request;
    g_autofree char *long_tag = g_strnfill(4097, 'x');
    const char *const pairs[] = {"REQUEST_METHOD",
                                 "ABCDEFGHIJKLMNOPQRST",
                                 "DOCUMENT_URI",
                                 "/",
                                 "REQUEST_ID",
                                 "a b",
                                 "HTTP_IF_NONE_MATCH",
                                 long_tag,
                                 NULL};
    g_assert_true(read_request(&request, arena, "", pairs, NULL));
    g_assert_cmpstr(request.method, ==, "ABCDEFGHIJKLMNOP");
    g_assert_cmpstr(request.request_id, ==, "-");
    g_assert_null(request.if_none_match);
    const char *const head[] = {"REQUEST_METHOD", "HEAD", "DOCUMENT_URI", "/", NULL};
    g_assert_true(read_request(&request, arena, "", head, NULL));
    g_assert_true(request.head);
    arena_free(arena);
}

static void test_paths(void)
{
    static const struct {
        const char *prefix, *path, *below; /* below NULL: refused */
    } cases[] = {
        {"", "/", "/"},
        {"", "/jurisdictions/chicago-il", "/jurisdictions/chicago-il"},
        {"", "/caf\xc3\xa9", "/caf\xc3\xa9"},
        {"", "/..%2f", "/..%2f"},
        {"/a/b", "/a/b/", "/"},
        {"/a/b", "/a/b/map.png", "/map.png"},
        {"/a/b", "/a/b", NULL},
        {"/a/b", "/a/bc/map", NULL},
        {"/a/b", "/map", NULL},
        {"/a/b", "/a/b//map", NULL},
        {"", "*", NULL},
        {"", "map", NULL},
        {"", "//evil.example/", NULL},
        {"", "/a//b", NULL},
        {"", "/a\r\nSet-Cookie: a=b", NULL},
        {"", "/a\x7f", NULL},
        {"", "/a\x1f", NULL},
        {"", "/\xff", NULL},
        {"", "/\xc0\xaf", NULL},
        {"", "/\xed\xa0\x80", NULL},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *const pairs[] = {"DOCUMENT_URI", cases[i].path, NULL};
        struct http_request request;
        g_autoptr(GError) error = NULL;
        bool is_read = read_request(&request, arena, cases[i].prefix, pairs, &error);
        g_assert_cmpint(is_read, ==, cases[i].below != NULL);
        g_assert_cmpstr(request.path, ==, cases[i].below ? cases[i].below : cases[i].path);
        if (!is_read)
            g_assert_error(error, PROVISO_ERROR, ERROR_NOT_FOUND);
    }
    arena_free(arena);
}

static void test_path_length(void)
{
    struct arena *arena = arena_new();
    struct http_request request;
    g_autofree char *longest = g_strnfill(HTTP_PATH_MAX + 1, 'p');
    longest[0] = '/';
    const char *const pairs[] = {"DOCUMENT_URI", longest, NULL};
    g_autoptr(GError) error = NULL;
    g_assert_false(read_request(&request, arena, "", pairs, &error));
    g_assert_error(error, PROVISO_ERROR, ERROR_NOT_FOUND);
    g_assert_cmpuint(strlen(request.path), ==, HTTP_PATH_MAX);
    longest[HTTP_PATH_MAX] = '\0';
    g_assert_true(read_request(&request, arena, "", pairs, NULL));
    arena_free(arena);
}

/* The fields as name{value} one after another, up to the first that is wrong: "name: what is wrong". */
static char *decoded(struct arena *arena, const char *query)
{
    GString *text = g_string_new(NULL);
    for (struct query_pair pair; query_next(arena, &query, &pair);) {
        if (pair.problem) {
            g_string_printf(text, "%s: %s", pair.field.name, query_message(pair.problem));
            break;
        }
        g_string_append_printf(text, "%s{%s}", pair.field.name, pair.field.value);
    }
    return g_string_free(text, FALSE);
}

static void test_decode(void)
{
    static const struct {
        const char *query, *fields;
    } cases[] = {
        {"", ""},
        {"&", ""},
        {"a=1", "a{1}"},
        {"a=1&b=2&a=3", "a{1}b{2}a{3}"},
        {"&&a=1&&b=2&", "a{1}b{2}"},
        {"flag&x=1", "flag{}x{1}"},
        {"a=", "a{}"},
        {"=x", "{x}"},
        {"=", "{}"},
        {"a=b=c", "a{b=c}"},
        {"a=b;c=d", "a{b;c=d}"},
        {"a;b=1", "a;b{1}"},
        {"q=a+b%2Bc%20d", "q{a b+c d}"},
        {"q=%26%3d%25", "q{&=%}"},
        {"q=%2541", "q{%41}"}, /* decoded once */
        {"a%2eb=1", "a.b{1}"},
        {"j[]=1", "j[]{1}"},
        {"q=\xc3\xa9%C3%a9", "q{\xc3\xa9\xc3\xa9}"},
        {"q=%F4%8F%BF%BF", "q{\xf4\x8f\xbf\xbf}"}, /* U+10FFFF */
        {"q=%EF%BF%BE", "q{\xef\xbf\xbe}"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *fields = decoded(arena, cases[i].query);
        g_assert_cmpstr(fields, ==, cases[i].fields);
    }
    arena_free(arena);
}

static void test_decode_refused(void)
{
    static const struct {
        const char *query, *message; /* how the message begins */
    } cases[] = {
        {"q=%", "q: '{label}' has a percent sign"},
        {"q=%4", "q: '{label}' has a percent sign"},
        {"q=%4&b=1", "q: '{label}' has a percent sign"},
        {"q=%zz", "q: '{label}' has a percent sign"},
        {"q=% 1", "q: '{label}' has a percent sign"},
        {"q=%+1", "q: '{label}' has a percent sign"},
        {"a=1&q=a%00b", "q: '{label}' has a character that is not text"},
        {"q=%0d%0aX", "q: '{label}' has a character that is not text"},
        {"q=%1F", "q: '{label}' has a character that is not text"},
        {"q=%7f", "q: '{label}' has a character that is not text"},
        {"q=\x01", "q: '{label}' has a character that is not text"},
        {"q=%ff", "q: '{label}' has bytes"},
        {"q=\xff", "q: '{label}' has bytes"},
        {"q=%c0%af", "q: '{label}' has bytes"},       /* overlong */
        {"q=%e0%80%af", "q: '{label}' has bytes"},    /* overlong */
        {"q=%ED%A0%80", "q: '{label}' has bytes"},    /* surrogate */
        {"q=%F4%90%80%80", "q: '{label}' has bytes"}, /* U+110000 */
        {"q=%C3", "q: '{label}' has bytes"},          /* cut */
        {"q=%C3&b=%A9", "q: '{label}' has bytes"},    /* not joined over pairs */
        {"%ff=1", "%ff: There is no field named"},
        {"a\x01=1", "a?: There is no field named"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *message = decoded(arena, cases[i].query);
        if (!g_str_has_prefix(message, cases[i].message))
            g_error("%s: %s", cases[i].query, message);
    }
    arena_free(arena);
}

/* COUNT times TEXT between BEFORE and AFTER. */
static char *repeated(const char *before, const char *text, size_t count, const char *after)
{
    GString *all = g_string_new(before);
    for (size_t i = 0; i < count; i++)
        g_string_append(all, text);
    g_string_append(all, after);
    return g_string_free(all, FALSE);
}

static void check_limit(char *good, char *bad, const char *message)
{
    struct arena *arena = arena_new();
    g_autofree char *fields = decoded(arena, good), *refused = decoded(arena, bad);
    g_assert_true(g_str_has_suffix(fields, "}"));
    g_assert_cmpstr(refused, ==, message);
    g_free(good);
    g_free(bad);
    arena_free(arena);
}

static void test_limits(void)
{
    check_limit(repeated("", "n", 32, "=1"), repeated("", "n", 33, "=1"),
                "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn: There is no field named ‘{label}’.");
    check_limit(repeated("v=", "%20", 1024, ""), repeated("v=", "%20", 1025, ""),
                "v: '{label}' is too long. An entry can have at most 1,024 bytes.");
}

static void test_encode(void)
{
    g_autoptr(GString) out = g_string_new("x");
    http_encode(out, "Az09-._~ +&=%/\xc3\xa9\x7f", "");
    g_assert_cmpstr(out->str, ==, "xAz09-._~%20%2B%26%3D%25%2F%C3%A9%7F");
    g_string_truncate(out, 0);
    http_encode(out, "/a:b c", "/:");
    g_assert_cmpstr(out->str, ==, "/a:b%20c");
}

/* Every character that the decoder accepts comes back from its encoding. */
static void test_encode_decode(void)
{
    struct arena *arena = arena_new();
    for (gunichar character = 0x20; character <= 0x10ffff; character += character < 0x900 ? 1 : 0x101) {
        if (character == 0x7f || !g_unichar_validate(character))
            continue;
        char text[8] = {0};
        g_unichar_to_utf8(character, text);
        g_autoptr(GString) query = g_string_new("v=");
        http_encode(query, text, "");
        g_autofree char *fields = decoded(arena, query->str), *field = g_strdup_printf("v{%s}", text);
        g_assert_cmpstr(fields, ==, field);
        arena_reset(arena);
    }
    arena_free(arena);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/http/request/read", test_read);
    g_test_add_func("/http/request/read-least", test_read_least);
    g_test_add_func("/http/request/read-odd", test_read_odd);
    g_test_add_func("/http/request/paths", test_paths);
    g_test_add_func("/http/request/path-length", test_path_length);
    g_test_add_func("/http/query/decode", test_decode);
    g_test_add_func("/http/query/refused", test_decode_refused);
    g_test_add_func("/http/query/limits", test_limits);
    g_test_add_func("/http/query/encode", test_encode);
    g_test_add_func("/http/query/encode-decode", test_encode_decode);
    return g_test_run();
}

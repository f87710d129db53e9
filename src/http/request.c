/* One request from named parameters. Must not know where they come from (FastCGI, the environment, a test), nor what a
 * path means. */
#include "http/request.h"

#include <string.h>

enum { METHOD_MAX = 16, REQUEST_ID_MAX = 64, IF_NONE_MATCH_MAX = 4096 };

static char *copy_at_most(struct arena *arena, const char *text, size_t limit)
{
    return arena_strndup(arena, text, strnlen(text, limit));
}

/* What comes after PREFIX in PATH: begins with / or is NULL. */
static const char *below_prefix(const char *path, const char *prefix)
{
    size_t length = strlen(prefix);
    return strncmp(path, prefix, length) == 0 && path[length] == '/' ? path + length : NULL;
}

static bool path_is_clean(const char *path)
{
    for (const char *at = path; *at; at++)
        if (g_ascii_iscntrl(*at) || (at[0] == '/' && at[1] == '/'))
            return false;
    return strlen(path) <= HTTP_PATH_MAX && g_utf8_validate(path, -1, NULL);
}

static const char *clean_request_id(struct arena *arena, const char *id)
{
    size_t length = id ? strlen(id) : 0;
    if (length == 0 || length > REQUEST_ID_MAX)
        return "-";
    for (const char *at = id; *at; at++)
        if (!g_ascii_isalnum(*at) && *at != '-')
            return "-";
    return arena_strdup(arena, id);
}

bool http_request_read(struct http_request *request, struct arena *arena, const char *prefix,
                       const char *(*lookup)(void *self, const char *name), void *self, GError **error)
{
    const char *method = lookup(self, "REQUEST_METHOD");
    const char *path = lookup(self, "DOCUMENT_URI");
    const char *query = lookup(self, "QUERY_STRING");
    const char *if_none_match = lookup(self, "HTTP_IF_NONE_MATCH");
    if (!path || !*path) {
        const char *script = lookup(self, "SCRIPT_NAME");
        const char *info = lookup(self, "PATH_INFO");
        path = arena_printf(arena, "%s%s", script ? script : "", info ? info : "");
    }
    *request = (struct http_request){
        .method = method && *method ? copy_at_most(arena, method, METHOD_MAX) : "-",
        .path = copy_at_most(arena, path, HTTP_PATH_MAX),
        .query = query ? copy_at_most(arena, query, HTTP_QUERY_MAX + 1) : "", /* one more: so that it is refused */
        .request_id = clean_request_id(arena, lookup(self, "REQUEST_ID")),
        .head = method && strcmp(method, "HEAD") == 0,
    };
    if (if_none_match && strlen(if_none_match) <= IF_NONE_MATCH_MAX)
        request->if_none_match = arena_strdup(arena, if_none_match);
    const char *below = below_prefix(path, prefix);
    if (!below || !path_is_clean(below)) {
        g_set_error_literal(error, PROVISO_ERROR, ERROR_NOT_FOUND, "There is no page at this address.");
        return false;
    }
    request->path = arena_strdup(arena, below);
    return true;
}

/* The file of an edition, as bytes. */
#include "base/error.h"
#include "store/edition.h"
#include "store/state.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* It was there when the edition was opened. */
static void fail(const char *path, const char *what, GError **error)
{
    enum error_code code = errno == ENOENT ? ERROR_GONE : ERROR_UNAVAILABLE;
    g_set_error(error, PROVISO_ERROR, (gint)code, "%s: cannot be %s: %s", path, what, g_strerror(errno));
}

bool edition_read(const struct edition *edition, edition_take *take, void *self, GError **error)
{
    enum { PIECE = 64 * 1024 };
    const char *path = edition_path(edition);
    FILE *file = fopen(path, "rbe");
    if (!file) {
        fail(path, "opened", error);
        return false;
    }
    g_autofree char *piece = g_malloc(PIECE);
    bool ok = true;
    size_t n;
    while (ok && (n = fread(piece, 1, PIECE, file)) > 0)
        ok = take(self, piece, n, error);
    if (ok && ferror(file)) {
        fail(path, "read", error);
        ok = false;
    }
    fclose(file);
    return ok;
}

const char *edition_sum(struct arena *arena, const char *path)
{
    g_autofree char *sum = g_strconcat(path, EDITION_SUM, NULL), *text = NULL;
    if (!g_file_get_contents(sum, &text, NULL, NULL))
        return NULL;
    return arena_strndup(arena, text, strspn(text, "0123456789abcdef"));
}

bool edition_describe(const struct edition *edition, struct arena *arena, struct edition_file *file, GError **error)
{
    struct stat status;
    const char *path = edition_path(edition);
    if (stat(path, &status) != 0) {
        fail(path, "found", error);
        return false;
    }
    *file = (struct edition_file){status.st_size, edition_sum(arena, path)};
    return true;
}

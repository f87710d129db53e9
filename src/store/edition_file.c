/* The file of an edition, as bytes. */
#include "base/error.h"
#include "store/edition.h"

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

static FILE *open_part(const char *path, GError **error)
{
    FILE *file = fopen(path, "rbe");
    if (!file)
        fail(path, "opened", error);
    return file;
}

bool edition_read(const struct edition *edition, edition_take *take, void *self, GError **error)
{
    enum { PIECE = 64 * 1024 };
    const char *path = edition_path(edition);
    FILE *file = open_part(path, error);
    if (!file)
        return false;
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

static bool read_sum(const char *path, struct edition_file *file, GError **error)
{
    g_autofree char *sum = g_strconcat(path, EDITION_SUM, NULL);
    FILE *stream = open_part(sum, error);
    if (!stream)
        return false;
    bool ok = fscanf(stream, "%64[0-9a-f]", file->sha256) == 1 && strlen(file->sha256) == 64;
    if (!ok)
        g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "%s: begins with no SHA-256", sum);
    fclose(stream);
    return ok;
}

bool edition_describe(const struct edition *edition, struct edition_file *file, GError **error)
{
    struct stat status;
    const char *path = edition_path(edition);
    if (stat(path, &status) != 0) {
        fail(path, "found", error);
        return false;
    }
    file->n_bytes = status.st_size;
    return read_sum(path, file, error);
}

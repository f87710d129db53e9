/* A package as files of a folder. */
#include "format/package.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

struct folder {
    const char *directory;
    char *path; /* of the file begun last */
    FILE *file; /* NULL: none is open */
};

static bool fail(const char *path, GError **error)
{
    g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be written: %s", path, g_strerror(errno));
    return false;
}

static bool begin(void *self, const char *name, GError **error)
{
    struct folder *folder = self;
    g_free(folder->path);
    folder->path = g_build_filename(folder->directory, name, NULL);
    folder->file = fopen(folder->path, "wbe");
    return folder->file || fail(folder->path, error);
}

static bool append(void *self, const char *bytes, size_t n, GError **error)
{
    struct folder *folder = self;
    return fwrite(bytes, 1, n, folder->file) == n || fail(folder->path, error);
}

static bool end(void *self, GError **error)
{
    struct folder *folder = self;
    return fclose(g_steal_pointer(&folder->file)) == 0 || fail(folder->path, error);
}

bool package_folder(const struct tables *tables, const struct column *(*find_column)(const char *name),
                    const char *directory, GError **error)
{
    g_autofree char *description = g_build_filename(directory, PACKAGE_DESCRIPTION, NULL);
    if (g_mkdir_with_parents(directory, 0755) != 0)
        return fail(directory, error);
    if (g_unlink(description) != 0 && errno != ENOENT)
        return fail(description, error);
    struct folder folder = {.directory = directory};
    const struct package_taker taker = {begin, append, end, &folder};
    bool ok = package_write(tables, find_column, &taker, error);
    if (folder.file)
        fclose(folder.file);
    g_free(folder.path);
    return ok;
}

/* A package as files of a folder. */
#include "format/package.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

struct folder {
    const char *directory;
    GPtrArray *names; /* of the files begun; each is written beside the one it replaces */
    FILE *file;       /* NULL: none is open */
};

static char *path_of(const struct folder *folder, const char *name)
{
    return g_build_filename(folder->directory, name, NULL);
}

static char *temporary_of(const struct folder *folder, const char *name)
{
    return g_strdup_printf("%s/.%s.tmp", folder->directory, name);
}

static bool fail_last(const struct folder *folder, GError **error)
{
    int number = errno;
    g_autofree char *path = path_of(folder, g_ptr_array_index(folder->names, folder->names->len - 1));
    errno = number;
    return error_of_file(path, "written", error);
}

static bool begin(void *self, const char *name, GError **error)
{
    struct folder *folder = self;
    g_autofree char *path = temporary_of(folder, name);
    g_ptr_array_add(folder->names, g_strdup(name));
    folder->file = fopen(path, "wbe");
    return folder->file || fail_last(folder, error);
}

static bool append(void *self, const char *bytes, size_t n, GError **error)
{
    struct folder *folder = self;
    return fwrite(bytes, 1, n, folder->file) == n || fail_last(folder, error);
}

static bool end(void *self, GError **error)
{
    struct folder *folder = self;
    return fclose(g_steal_pointer(&folder->file)) == 0 || fail_last(folder, error);
}

/* Without a description while they are renamed: a folder that has one is of one export. The description comes last. */
static bool put_in_place(const struct folder *folder, GError **error)
{
    g_autofree char *description = path_of(folder, PACKAGE_DESCRIPTION);
    if (g_unlink(description) != 0 && errno != ENOENT)
        return error_of_file(description, "written", error);
    for (unsigned i = 0; i < folder->names->len; i++) {
        const char *name = g_ptr_array_index(folder->names, i);
        g_autofree char *path = path_of(folder, name), *temporary = temporary_of(folder, name);
        if (rename(temporary, path) != 0)
            return error_of_file(path, "written", error);
    }
    return true;
}

static void remove_temporary(const struct folder *folder)
{
    for (unsigned i = 0; i < folder->names->len; i++) {
        g_autofree char *path = temporary_of(folder, g_ptr_array_index(folder->names, i));
        g_unlink(path);
    }
}

bool package_folder(const struct tables *tables, column_finder *find_column, const char *directory, GError **error)
{
    if (g_mkdir_with_parents(directory, 0755) != 0)
        return error_of_file(directory, "written", error);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    struct folder folder = {.directory = directory, .names = names};
    const struct package_taker taker = {begin, append, end, &folder};
    bool ok = package_write(tables, find_column, &taker, error);
    if (folder.file)
        fclose(folder.file);
    ok = ok && put_in_place(&folder, error);
    remove_temporary(&folder);
    return ok;
}

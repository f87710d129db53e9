/* Durable files by write, fsync, rename, fsync of the directory. Knows nothing of what is in them. */
#include "store/file.h"

#include "base/sha256.h"
#include "store/state.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { LOCK_TRIES = 50, LOCK_PAUSE_MICROSECONDS = 100000, BLOCK = 262144 };

static int open_again(const char *path, int flags, mode_t mode)
{
    int fd;
    do
        fd = open(path, flags | O_CLOEXEC, mode);
    while (fd < 0 && errno == EINTR);
    return fd;
}

bool file_make_directory(const char *path, GError **error)
{
    return g_mkdir_with_parents(path, 0755) == 0 || error_of_file(path, "made", error);
}

bool file_lock(const char *directory, int *fd, GError **error)
{
    g_autofree char *path = g_build_filename(directory, STATE_LOCK, NULL);
    *fd = open_again(path, O_RDWR | O_CREAT, 0644);
    if (*fd < 0)
        return error_of_file(path, "opened", error);
    bool held = true;
    for (int i = 0; held && i < LOCK_TRIES; i++) {
        if (flock(*fd, LOCK_EX | LOCK_NB) == 0)
            return true;
        held = errno == EWOULDBLOCK || errno == EINTR;
        if (!held)
            error_of_file(path, "locked", error);
        else
            g_usleep(LOCK_PAUSE_MICROSECONDS);
    }
    if (held)
        g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "%s: another import or publish is under way", path);
    close(*fd);
    *fd = -1;
    return false;
}

bool file_is_new(const char *path, GError **error)
{
    GStatBuf status;
    g_autofree char *name = g_path_get_basename(path), *directory = g_path_get_dirname(path);
    const char *wrong = g_lstat(path, &status) == 0 ? "is there already and is not replaced"
                        : g_str_has_prefix(name, STATE_REGISTER "-") || g_str_has_prefix(name, EDITION_PREFIX)
                            ? "is a name that a state folder uses"
                            : NULL;
    if (wrong)
        g_set_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST, "%s: %s", path, wrong);
    else if (access(directory, W_OK) != 0)
        return error_of_file(path, "written", error);
    return !wrong;
}

static ssize_t read_again(int fd, void *buffer, size_t size)
{
    ssize_t n;
    do
        n = read(fd, buffer, size);
    while (n < 0 && errno == EINTR);
    return n;
}

bool file_hash(const char *path, char hash[static 65], GError **error)
{
    int fd = open_again(path, O_RDONLY, 0);
    if (fd < 0)
        return error_of_file(path, "opened", error);
    struct sha256 sha256 = sha256_begin();
    g_autofree unsigned char *buffer = g_malloc(BLOCK);
    ssize_t n;
    while ((n = read_again(fd, buffer, BLOCK)) > 0)
        sha256_add(&sha256, buffer, (size_t)n);
    bool ok = n == 0 || error_of_file(path, "read", error);
    close(fd);
    sha256_end(&sha256, hash);
    return ok;
}

static bool write_all(int fd, const char *text, size_t length)
{
    while (length > 0) {
        ssize_t n = write(fd, text, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        text += n;
        length -= (size_t)n;
    }
    return true;
}

bool file_write(const char *path, const char *text, GError **error)
{
    int fd = open_again(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (fd < 0)
        return error_of_file(path, "made", error);
    bool ok = write_all(fd, text, strlen(text)) || error_of_file(path, "written", error);
    return (close(fd) == 0 || !ok || error_of_file(path, "written", error)) && ok;
}

static int sync_again(int fd)
{
    int result;
    do
        result = fsync(fd);
    while (result < 0 && errno == EINTR);
    return result;
}

/* mode: 0 leaves it. */
static bool sync_path(const char *path, mode_t mode, GError **error)
{
    int fd = open_again(path, O_RDONLY, 0);
    if (fd < 0)
        return error_of_file(path, "opened", error);
    bool ok = (!mode || fchmod(fd, mode) == 0) && sync_again(fd) == 0;
    if (!ok)
        error_of_file(path, "made durable", error);
    close(fd);
    return ok;
}

bool file_replace(const char *directory, const char *from, const char *to, enum file_mode mode, GError **error)
{
    g_autofree char *old = g_build_filename(directory, from, NULL);
    g_autofree char *new = g_build_filename(directory, to, NULL);
    if (!sync_path(old, mode, error))
        return false;
    return (rename(old, new) == 0 || error_of_file(new, "put in place", error)) && sync_path(directory, 0, error);
}

bool file_link(const char *directory, const char *name, const char *target, const char *temporary, GError **error)
{
    g_autofree char *old = g_build_filename(directory, temporary, NULL);
    g_autofree char *new = g_build_filename(directory, name, NULL);
    if (g_unlink(old) != 0 && errno != ENOENT)
        return error_of_file(old, "removed", error);
    return (symlink(target, old) == 0 || error_of_file(old, "made", error)) &&
           (rename(old, new) == 0 || error_of_file(new, "put in place", error)) && sync_path(directory, 0, error);
}

/* The spool folder. Must not know what its files hold. */
#include "http/spool.h"

#include "http/record.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PREFIX "answer-"
#define PATTERN PREFIX "XXXXXX"

enum { KEPT_SECONDS = 300, FILE_MODE = 0640, COPY_BYTES = 64 * 1024 };

struct spool {
    char *dir;
};

static bool fail(GError **error, const char *what)
{
    g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "spool: %s: %s", what, g_strerror(errno));
    return false;
}

/* The web server opened older files long ago, and sends on from one that is deleted; or their worker died. */
static void sweep(const struct spool *spool)
{
    time_t oldest = time(NULL) - KEPT_SECONDS;
    g_autoptr(GDir) dir = g_dir_open(spool->dir, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(spool->dir, name, NULL);
        struct stat status;
        bool is_answer = g_str_has_prefix(name, PREFIX) && lstat(path, &status) == 0 && S_ISREG(status.st_mode);
        if (is_answer && status.st_mtime < oldest)
            unlink(path); /* another worker may have been quicker */
    }
}

struct spool *spool_open(const char *dir, GError **error)
{
    if (access(dir, W_OK | X_OK) != 0) {
        error_of_file(dir, "written", error);
        return NULL;
    }
    struct spool *spool = g_new0(struct spool, 1);
    spool->dir = g_strdup(dir);
    sweep(spool);
    return spool;
}

void spool_free(struct spool *spool)
{
    if (!spool)
        return;
    g_free(spool->dir);
    g_free(spool);
}

const char *spool_dir(const struct spool *spool)
{
    return spool->dir;
}

bool spool_begin(const struct spool *spool, struct spool_file *file, GError **error)
{
    sweep(spool);
    g_autofree char *path = g_build_filename(spool->dir, PATTERN, NULL);
    int fd = g_mkstemp_full(path, O_RDWR | O_CLOEXEC, FILE_MODE);
    if (fd < 0)
        return fail(error, spool->dir);
    fchmod(fd, FILE_MODE); /* whatever the umask: the web server's group reads it */
    *file = (struct spool_file){.fd = fd};
    g_strlcpy(file->name, path + strlen(spool->dir) + 1, sizeof file->name);
    return true;
}

static bool write_all(int fd, const void *bytes, size_t length)
{
    struct iovec part = {.iov_base = (void *)bytes, .iov_len = length};
    return record_write(fd, &part, 1);
}

bool spool_append(struct spool_file *file, const void *bytes, size_t length, GError **error)
{
    if (!write_all(file->fd, bytes, length))
        return fail(error, file->name);
    file->size += (int64_t)length;
    return true;
}

bool spool_measure(struct spool_file *file, GError **error)
{
    struct stat status;
    if (fstat(file->fd, &status) != 0)
        return fail(error, file->name);
    file->size = status.st_size;
    return true;
}

void spool_close(struct spool_file *file)
{
    close(file->fd);
    file->fd = -1;
}

void spool_drop(const struct spool *spool, struct spool_file *file)
{
    g_autofree char *path = g_build_filename(spool->dir, file->name, NULL);
    unlink(path);
    if (file->fd >= 0)
        spool_close(file);
    *file = (struct spool_file){.fd = -1};
}

bool spool_copy(const struct spool_file *file, int to)
{
    char buffer[COPY_BYTES];
    ssize_t length;
    for (off_t from = 0; (length = pread(file->fd, buffer, sizeof buffer, from)) > 0; from += length)
        if (!write_all(to, buffer, (size_t)length))
            return false;
    return length == 0;
}

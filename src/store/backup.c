/* Copies whole registers with SQLite's own means, so that what is in the write-ahead log comes along. */
#include "store/backup.h"

#include "store/execute.h"
#include "store/file.h"
#include "store/register.h"
#include "store/schema.h"
#include "store/state.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What SQLite may leave beside a file, then the file itself. */
static const char *const endings[] = {"-wal", "-shm", "-journal", ""};

static bool remove_files(const char *path, size_t n, GError **error)
{
    for (size_t i = 0; i < n; i++) {
        g_autofree char *name = g_strconcat(path, endings[i], NULL);
        if (g_unlink(name) != 0 && errno != ENOENT)
            return error_of_file(name, "removed", error);
    }
    return true;
}

static bool remove_beside(const char *path, GError **error)
{
    return remove_files(path, G_N_ELEMENTS(endings) - 1, error);
}

static bool remove_database(const char *path, GError **error)
{
    return remove_files(path, G_N_ELEMENTS(endings), error);
}

/* A damaged original is not copied; of the copy every row is read afterwards. */
static bool copy_database(struct arena *arena, const char *from, const char *to, GError **error)
{
    g_autoptr(sqlite3) source = execute_open(from, SQLITE_OPEN_READONLY, error);
    struct cell answer;
    if (!source || !execute_value(arena, source, "write/integrity", &answer, error))
        return false;
    if (g_strcmp0(answer.text, "ok") != 0) {
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: is damaged: %s", from, answer.text);
        return false;
    }
    g_autoptr(sqlite3) target = execute_open(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
    return target && execute_copy(source, target, error);
}

/* Copies FROM to TO, a file of its own, and reads it through as a register. */
static bool copy_register(struct arena *arena, const char *from, const char *to, struct backup *backup, GError **error)
{
    if (!remove_database(to, error) || !copy_database(arena, from, to, error))
        return false;
    struct register_store *reg = register_open(to, false, error);
    bool ok = reg && register_content(reg, backup->content_hash, &backup->n_rows, error);
    if (!ok)
        g_prefix_error(error, "%s: its copy: ", from);
    register_close(reg);
    return ok;
}

/* A copy to keep is one file, without a log beside it. */
static bool close_log(const char *path, GError **error)
{
    g_autoptr(sqlite3) db = execute_open(path, SQLITE_OPEN_READWRITE, error);
    return db && execute_script(db, "write/backup_close", error);
}

/* NONE: what to say where there is no such file. */
static bool require(const char *path, const char *none, GError **error)
{
    struct stat status;
    const char *wrong = stat(path, &status)        ? none
                        : !S_ISREG(status.st_mode) ? "is no file"
                        : status.st_size == 0      ? "is an empty file"
                                                   : NULL;
    if (wrong)
        g_set_error(error, PROVISO_ERROR, ERROR_NOT_FOUND, "%s: %s", path, wrong);
    return !wrong;
}

/* By SQLite's header: a register's application id in a file that is kept without a log. That of a state has one. */
static bool is_backup(const char *path)
{
    enum { WRITE_FORMAT = 18, READ_FORMAT = 19, ROLLBACK_JOURNAL = 1, APPLICATION_ID = 68, HEADER = 100 };
    static const unsigned char id[] = {REGISTER_APPLICATION_ID >> 24, REGISTER_APPLICATION_ID >> 16 & 0xff,
                                       REGISTER_APPLICATION_ID >> 8 & 0xff, REGISTER_APPLICATION_ID & 0xff};
    unsigned char header[HEADER] = {0};
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    bool whole = fd >= 0 && read(fd, header, HEADER) == HEADER;
    if (fd >= 0)
        close(fd);
    return whole && header[WRITE_FORMAT] == ROLLBACK_JOURNAL && header[READ_FORMAT] == ROLLBACK_JOURNAL &&
           memcmp(header + APPLICATION_ID, id, sizeof id) == 0;
}

bool backup_register(struct arena *arena, const char *state, const char *file, struct backup *backup, GError **error)
{
    const char *reg = arena_printf(arena, "%s/" STATE_REGISTER, state);
    g_autofree char *directory = g_path_get_dirname(file), *name = g_path_get_basename(file);
    const char *temporary = arena_printf(arena, ".%s.tmp", name);
    const char *path = arena_printf(arena, "%s/%s", directory, temporary);
    if (!require(reg, "there is no register yet; import one first", error) ||
        (!is_backup(file) && !file_is_new(file, error)))
        return false;
    if (access(directory, W_OK) != 0)
        return error_of_file(file, "written", error);
    bool ok = copy_register(arena, reg, path, backup, error) && close_log(path, error) &&
              file_replace(directory, temporary, name, FILE_READ_ONLY, error);
    if (!ok)
        remove_database(path, NULL);
    return ok;
}

/* Once nothing of the old register is outside its file, one rename takes its place. An old one that cannot be opened
 * has nothing to keep. */
static bool put_in_place(struct arena *arena, const char *state, const char *temporary, GError **error)
{
    const char *path = arena_printf(arena, "%s/" STATE_REGISTER, state);
    register_close(register_open(path, false, NULL));
    return remove_beside(path, error) && file_replace(state, temporary, STATE_REGISTER, FILE_WRITABLE, error);
}

bool restore_register(struct arena *arena, const char *state, const char *file, struct backup *backup, GError **error)
{
    const char *temporary = "." STATE_REGISTER ".tmp";
    const char *path = arena_printf(arena, "%s/%s", state, temporary);
    int lock;
    if (!require(file, "there is no such file", error) || !file_make_directory(state, error) ||
        !file_lock(state, &lock, error))
        return false;
    bool ok = copy_register(arena, file, path, backup, error) && put_in_place(arena, state, temporary, error);
    if (!ok)
        remove_database(path, NULL);
    close(lock);
    return ok;
}

/* Which edition a request sees: the one the link "current" names, or a kept one by number. Knows files and numbers. */
#include "store/edition.h"

#include "base/log.h"
#include "store/state.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

struct identity {
    dev_t device;
    ino_t inode;
    struct timespec modified;
};

struct store {
    char *dir;
    int dir_fd;
    column_finder *find_column;
    int milliseconds;
    char *refused; /* why the edition that is current by the link is not; or NULL */
    struct asking asking;
    struct identity seen; /* of the link's target when it was last opened, or found to be of another version */
    struct edition *current;
    struct edition *older; /* the last kept edition asked for by number */
};

void store_spill(const char *dir)
{
    sqlite3_free(sqlite3_temp_directory);
    sqlite3_temp_directory = sqlite3_mprintf("%s", dir);
}

struct store *store_open(const char *dir, column_finder *find_column, int milliseconds, GError **error)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "%s: cannot be opened: %s", dir, g_strerror(errno));
        return NULL;
    }
    struct store *store = g_new0(struct store, 1);
    *store =
        (struct store){.dir = g_strdup(dir), .dir_fd = fd, .find_column = find_column, .milliseconds = milliseconds};
    return store;
}

void store_free(struct store *store)
{
    if (!store)
        return;
    edition_free(store->current);
    edition_free(store->older);
    close(store->dir_fd);
    g_free(store->refused);
    g_free(store->dir);
    g_free(store);
}

static bool same_identity(const struct identity *a, const struct identity *b)
{
    return a->device == b->device && a->inode == b->inode && a->modified.tv_sec == b->modified.tv_sec &&
           a->modified.tv_nsec == b->modified.tv_nsec;
}

static void start_clock(struct store *store)
{
    store->asking.deadline = g_get_monotonic_time() + (int64_t)store->milliseconds * 1000;
}

/* NULL: logged. Trying an edition has no deadline: start_clock sets the next. */
static struct edition *open_edition(struct store *store, const char *path, GError **error)
{
    GError *reason = NULL;
    store->asking.deadline = 0;
    struct edition *edition = edition_open(path, store->find_column, &store->asking, &reason);
    if (edition && !edition_is_tried(edition) && !edition_try(edition, &reason))
        g_clear_pointer(&edition, edition_free);
    if (!edition) {
        log_event("edition-refused", "path", path, "reason", reason->message, NULL);
        g_propagate_error(error, reason);
    }
    return edition;
}

/* Does the file stay as it is: of another version of the program, or damaged? */
static bool is_lasting(const GError *error)
{
    return g_error_matches(error, PROVISO_ERROR, ERROR_INTERNAL) || g_error_matches(error, PROVISO_ERROR, ERROR_DATA);
}

void store_refresh(struct store *store)
{
    struct stat status;
    if (fstatat(store->dir_fd, EDITION_CURRENT, &status, 0) != 0)
        return; /* none yet, or the folder is out of reach: what is open stays good */
    const struct identity identity = {status.st_dev, status.st_ino, status.st_mtim};
    if (same_identity(&identity, &store->seen))
        return;
    g_autofree char *path = g_build_filename(store->dir, EDITION_CURRENT, NULL);
    g_autoptr(GError) error = NULL;
    struct edition *fresh = open_edition(store, path, &error);
    if (fresh || is_lasting(error))
        store->seen = identity;
    g_free(store->refused);
    store->refused = error ? g_strdup(error->message) : NULL;
    if (!fresh)
        return;
    edition_free(store->current);
    store->current = fresh;
}

/* Opens edition-N.db, or keeps the one already open. One that lacks what this version of the program reads is as good
 * as gone: what is served as current has shown that the statements themselves are sound. */
static const struct edition *kept_edition(struct store *store, int64_t number, GError **error)
{
    g_autofree char *path = g_strdup_printf("%s/" EDITION_NAME, store->dir, number);
    if (access(path, F_OK) != 0) {
        g_set_error(error, PROVISO_ERROR, ERROR_GONE, "edition %" G_GINT64_FORMAT " is no longer kept", number);
        return NULL;
    }
    if (store->older && edition_stamp(store->older)->number == number)
        return store->older;
    g_autoptr(GError) reason = NULL;
    struct edition *edition = open_edition(store, path, &reason);
    start_clock(store);
    if (!edition) {
        if (is_lasting(reason))
            reason->code = ERROR_GONE;
        g_propagate_error(error, g_steal_pointer(&reason));
        return NULL;
    }
    edition_free(store->older);
    return store->older = edition;
}

const struct edition *store_edition(struct store *store, int64_t number, GError **error)
{
    if (!store->current) {
        g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "%s%s",
                    store->refused ? "this version of the program cannot read the edition; publish again: "
                                   : "no edition has been published yet",
                    store->refused ? store->refused : "");
        return NULL;
    }
    int64_t newest = edition_stamp(store->current)->number;
    if (number == 0 || number == newest)
        return store->current;
    if (number > newest) {
        g_set_error(error, PROVISO_ERROR, ERROR_NOT_FOUND,
                    "there is no edition %" G_GINT64_FORMAT "; the newest is %" G_GINT64_FORMAT, number, newest);
        return NULL;
    }
    return kept_edition(store, number, error);
}

void store_begin(struct store *store, const struct catalog *catalog)
{
    store->asking.catalog = catalog;
    start_clock(store);
}

/* Lists and names the files of editions. Does not make them. */
#include "store/editions.h"

#include "store/execute.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define PREFIX "edition-"
#define SUFFIX ".db"

enum { DIGITS_MIN = 6, DIGITS_MAX = 18 };

const char *editions_name(struct arena *arena, int64_t number)
{
    return arena_printf(arena, PREFIX "%06" G_GINT64_FORMAT SUFFIX, number);
}

/* 0 when NAME is not the name of an edition, with (".sha256") or without an ending. */
static int64_t number_of(const char *name, const char *ending)
{
    if (!g_str_has_prefix(name, PREFIX))
        return 0;
    const char *digits = name + strlen(PREFIX);
    size_t n = strspn(digits, "0123456789");
    if (n < DIGITS_MIN || n > DIGITS_MAX || !g_str_has_prefix(digits + n, SUFFIX) ||
        strcmp(digits + n + strlen(SUFFIX), ending) != 0)
        return 0;
    return g_ascii_strtoll(digits, NULL, 10);
}

int64_t editions_highest(const char *directory)
{
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    int64_t highest = 0;
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        int64_t number = MAX(number_of(name, ""), number_of(name, ".sha256"));
        highest = MAX(highest, number);
    }
    return highest;
}

int64_t editions_current(const char *directory)
{
    g_autofree char *path = g_build_filename(directory, "current", NULL);
    g_autofree char *target = g_file_read_link(path, NULL);
    return target ? number_of(target, "") : 0;
}

bool editions_read(struct arena *arena, const char *directory, int64_t number, struct edition_entry *entry,
                   GError **error)
{
    const char *path = arena_printf(arena, "%s/%s", directory, editions_name(arena, number));
    g_autoptr(sqlite3) db = execute_open(path, SQLITE_OPEN_READONLY, error);
    g_autoptr(sqlite3_stmt) statement =
        db ? execute_prepare(db, &(struct pattern){.name = "write/edition_read"}, error) : NULL;
    bool row;
    if (!statement || !execute_step(statement, &row, error))
        return false;
    struct cell cells[4] = {0};
    if (row)
        execute_cells(arena, statement, cells, G_N_ELEMENTS(cells));
    if (!row || cells[0].integer != number || cells[1].kind != CELL_TEXT || cells[2].kind != CELL_TEXT) {
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: is not edition %" G_GINT64_FORMAT, path, number);
        return false;
    }
    *entry = (struct edition_entry){
        .stamp = {.number = number, .as_of = cells[1].text, .content_hash = cells[2].text},
        .n_rows = cells[3].integer,
        .is_current = editions_current(directory) == number,
    };
    return true;
}

/* A temporary file, or the hash of an edition that never got its name. */
static bool is_leftover(const char *directory, const char *name)
{
    if (g_str_has_prefix(name, "." PREFIX) || strcmp(name, ".current") == 0)
        return true;
    if (!number_of(name, ".sha256"))
        return false;
    g_autofree char *path = g_strdup_printf("%s/%.*s", directory, (int)(strlen(name) - strlen(".sha256")), name);
    return !g_file_test(path, G_FILE_TEST_EXISTS);
}

bool editions_remove_leftovers(const char *directory, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        if (!is_leftover(directory, name))
            continue;
        g_autofree char *path = g_build_filename(directory, name, NULL);
        if (g_unlink(path) == 0 || errno == ENOENT)
            continue;
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be removed: %s", path, g_strerror(errno));
        return false;
    }
    return true;
}

static int compare_numbers(const void *a, const void *b)
{
    const int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

bool publish_list(struct arena *arena, const char *state, struct edition_entry **entries, size_t *n, GError **error)
{
    g_autofree char *absolute = g_canonicalize_filename(state, NULL);
    const char *directory = arena_printf(arena, "%s/editions", absolute);
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        int64_t number = number_of(name, "");
        if (number > 0)
            g_array_append_val(numbers, number);
    }
    g_array_sort(numbers, compare_numbers);
    *n = numbers->len;
    *entries = ARENA_ARRAY(arena, struct edition_entry, *n);
    for (size_t i = 0; i < *n; i++)
        if (!editions_read(arena, directory, g_array_index(numbers, int64_t, i), &(*entries)[i], error))
            return false;
    return true;
}

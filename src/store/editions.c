/* Lists and names the files of editions. Does not make them. */
#include "store/editions.h"

#include "store/edition.h"
#include "store/execute.h"
#include "store/file.h"
#include "store/recipe.h"
#include "store/state.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

enum { DIGITS_MIN = 6, DIGITS_MAX = 18, TABLES_MAX = 64 };

const char *editions_name(struct arena *arena, int64_t number)
{
    return arena_printf(arena, EDITION_NAME, number);
}

/* 0 when NAME is not the name of an edition, with (".sha256") or without an ending. */
static int64_t number_of(const char *name, const char *ending)
{
    if (!g_str_has_prefix(name, EDITION_PREFIX))
        return 0;
    const char *digits = name + strlen(EDITION_PREFIX);
    size_t n = strspn(digits, "0123456789");
    if (n < DIGITS_MIN || n > DIGITS_MAX || !g_str_has_prefix(digits + n, EDITION_SUFFIX) ||
        strcmp(digits + n + strlen(EDITION_SUFFIX), ending) != 0)
        return 0;
    return g_ascii_strtoll(digits, NULL, 10);
}

int64_t editions_highest(const char *directory)
{
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    int64_t highest = 0;
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        int64_t number = MAX(number_of(name, ""), number_of(name, EDITION_SUM));
        highest = MAX(highest, number);
    }
    return highest;
}

int64_t editions_current(const char *directory)
{
    g_autofree char *path = g_build_filename(directory, EDITION_CURRENT, NULL);
    g_autofree char *target = g_file_read_link(path, NULL);
    return target ? number_of(target, "") : 0;
}

static bool read_stamp(struct arena *arena, sqlite3 *db, int64_t number, struct edition_entry *entry, GError **error)
{
    struct cell cells[5];
    if (!execute_first(arena, db, &(struct pattern){.name = "write/edition_read"}, NULL, 0, cells, G_N_ELEMENTS(cells),
                       error))
        return false;
    if (cells[0].integer != number || cells[1].kind != CELL_TEXT || cells[2].kind != CELL_TEXT) {
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: is not edition %" G_GINT64_FORMAT,
                    sqlite3_db_filename(db, "main"), number);
        return false;
    }
    *entry = (struct edition_entry){
        .stamp = {.number = number, .as_of = cells[1].text, .content_hash = cells[2].text},
        .n_rows = cells[3].integer,
        .restored = cells[4].kind == CELL_INTEGER ? cells[4].integer : 0,
    };
    return true;
}

static bool read_changes(struct arena *arena, sqlite3 *db, struct edition_entry *entry, GError **error)
{
    g_autoptr(sqlite3_stmt) statement = execute_prepare(db, &(struct pattern){.name = "write/edition_changes"}, error);
    struct edition_change *changes = ARENA_ARRAY(arena, struct edition_change, TABLES_MAX);
    entry->changes = changes;
    bool row, ok = statement != NULL;
    while (ok && (ok = execute_step(statement, &row, error)) && row && entry->n_changes < TABLES_MAX) {
        struct cell cells[4];
        execute_cells(arena, statement, cells, G_N_ELEMENTS(cells));
        changes[entry->n_changes++] =
            (struct edition_change){cells[0].text, cells[1].integer, cells[2].integer, cells[3].integer};
    }
    return ok;
}

bool editions_read(struct arena *arena, const char *directory, int64_t number, struct edition_entry *entry,
                   GError **error)
{
    const char *path = arena_printf(arena, "%s/%s", directory, editions_name(arena, number));
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, PROVISO_ERROR, ERROR_NOT_FOUND, "%s: there is no such edition", path);
        return false;
    }
    g_autoptr(sqlite3) db = execute_open(path, SQLITE_OPEN_READONLY, error);
    if (!db || !read_stamp(arena, db, number, entry, error) || !read_changes(arena, db, entry, error))
        return false;
    entry->is_current = editions_current(directory) == number;
    return true;
}

/* The hash first: an edition with a name always has one beside it. */
bool editions_place(struct arena *arena, const char *directory, const char *temporary, int64_t number, GError **error)
{
    const char *name = editions_name(arena, number);
    const char *sum = arena_printf(arena, "%s" EDITION_SUM, name), *temporary_sum = arena_printf(arena, ".%s", sum);
    char hash[65];
    if (!file_hash(arena_printf(arena, "%s/%s", directory, temporary), hash, error) ||
        !file_write(arena_printf(arena, "%s/%s", directory, temporary_sum), arena_printf(arena, "%s  %s\n", hash, name),
                    error))
        return false;
    return file_replace(directory, temporary_sum, sum, FILE_READ_ONLY, error) &&
           file_replace(directory, temporary, name, FILE_READ_ONLY, error);
}

bool editions_is_own(struct arena *arena, const char *directory, int64_t number)
{
    const char *path = arena_printf(arena, "%s/%s", directory, editions_name(arena, number));
    g_autoptr(sqlite3) db = execute_open(path, SQLITE_OPEN_READONLY, NULL);
    return db && recipe_is_own(arena, db);
}

static bool remove_file(const char *directory, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(directory, name, NULL);
    return g_unlink(path) == 0 || errno == ENOENT || error_of_file(path, "removed", error);
}

/* A temporary file, or the hash of an edition that never got its name. */
static bool is_leftover(const char *directory, const char *name)
{
    if (g_str_has_prefix(name, "." EDITION_PREFIX) || strcmp(name, "." EDITION_CURRENT) == 0)
        return true;
    if (!number_of(name, EDITION_SUM))
        return false;
    g_autofree char *path = g_strdup_printf("%s/%.*s", directory, (int)(strlen(name) - strlen(EDITION_SUM)), name);
    return !g_file_test(path, G_FILE_TEST_EXISTS);
}

bool editions_remove_leftovers(const char *directory, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        if (!is_leftover(directory, name))
            continue;
        if (!remove_file(directory, name, error))
            return false;
    }
    return true;
}

static int compare_numbers(const void *a, const void *b)
{
    const int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

/* The numbers of the editions that are there, rising. */
static GArray *read_numbers(const char *directory)
{
    GArray *numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        int64_t number = number_of(name, "");
        if (number > 0)
            g_array_append_val(numbers, number);
    }
    g_array_sort(numbers, compare_numbers);
    return numbers;
}

bool editions_prune(const char *directory, int64_t keep, GError **error)
{
    g_autoptr(GArray) numbers = read_numbers(directory);
    int64_t current = editions_current(directory), kept = 0;
    for (unsigned i = numbers->len; i > 0; i--) {
        int64_t number = g_array_index(numbers, int64_t, i - 1);
        if (number >= current || kept++ < keep)
            continue;
        g_autofree char *name = g_strdup_printf(EDITION_NAME, number);
        g_autofree char *sum = g_strconcat(name, EDITION_SUM, NULL);
        if (!remove_file(directory, name, error) || !remove_file(directory, sum, error))
            return false;
    }
    return true;
}

struct edition_entry *publish_list(struct arena *arena, const char *state, size_t *n)
{
    g_autofree char *absolute = g_canonicalize_filename(state, NULL);
    const char *directory = arena_printf(arena, "%s/" STATE_EDITIONS, absolute);
    g_autoptr(GArray) numbers = read_numbers(directory);
    int64_t current = editions_current(directory);
    const char *path = arena_printf(arena, "%s/%s", directory, editions_name(arena, current));
    /* What is served stands in the list, also where it is gone. */
    if (current && !g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_array_append_val(numbers, current);
        g_array_sort(numbers, compare_numbers);
    }
    *n = numbers->len;
    struct edition_entry *entries = ARENA_ARRAY(arena, struct edition_entry, *n);
    for (size_t i = 0; i < *n; i++) {
        int64_t number = g_array_index(numbers, int64_t, i);
        g_autoptr(GError) unreadable = NULL;
        if (editions_read(arena, directory, number, &entries[i], &unreadable))
            continue;
        entries[i] = (struct edition_entry){
            .stamp = {.number = number},
            .is_current = current == number,
            .problem = arena_strdup(arena, unreadable->message),
        };
    }
    return entries;
}

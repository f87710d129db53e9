/* Finds the files, runs one transaction over them, and remembers what the shipped files were. */
#include "import/import.h"

#include "import/load.h"
#include "store/rule.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define META_FILES "shipped_files"     /* SHA-256 of the files of the last import with unless_edited */
#define META_CONTENT "shipped_content" /* SHA-256 of the register's rows after it */

#define ENDING ".csv"

struct import_file {
    const struct table *table;
    const char *path;
};

struct importing {
    struct register_store *reg;
    const struct import_options *options;
    struct problems *problems;
    struct arena *arena;
    GArray *files; /* struct import_file, in the order of the schema */
};

static void add_file(struct importing *importing, const char *path)
{
    g_autofree char *base = g_path_get_basename(path);
    const struct table *table = NULL;
    if (g_str_has_suffix(base, ENDING)) {
        base[strlen(base) - strlen(ENDING)] = '\0';
        table = schema_table(register_schema(importing->reg), base);
    }
    if (table)
        g_array_append_val(importing->files, ((struct import_file){table, arena_strdup(importing->arena, path)}));
    else
        problems_add(importing->problems, SEVERITY_ERROR, path, NULL, "the file is not named after a table: %s",
                     rule_quote(importing->arena, base));
}

static void add_file_in(struct importing *importing, const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    add_file(importing, path);
}

static bool add_folder(struct importing *importing, const char *path, GError **error)
{
    g_autoptr(GError) failed = NULL;
    g_autoptr(GDir) folder = g_dir_open(path, 0, &failed);
    if (!folder) {
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s", failed->message);
        return false;
    }
    unsigned before = importing->files->len;
    for (const char *name; (name = g_dir_read_name(folder));)
        if (g_str_has_suffix(name, ENDING) && name[0] != '.')
            add_file_in(importing, path, name);
    if (importing->files->len == before)
        problems_add(importing->problems, SEVERITY_ERROR, path, NULL, "the folder holds no file named TABLE" ENDING);
    return true;
}

/* By table, then by path: the order that a folder gives its files in does not matter. */
static int compare_files(const void *a, const void *b)
{
    const struct import_file *left = a, *right = b;
    if (left->table != right->table)
        return left->table->index < right->table->index ? -1 : 1;
    return strcmp(left->path, right->path);
}

static bool collect_files(struct importing *importing, GError **error)
{
    for (const char *const *path = importing->options->paths; *path; path++) {
        if (!g_file_test(*path, G_FILE_TEST_IS_DIR))
            add_file(importing, *path);
        else if (!add_folder(importing, *path, error))
            return false;
    }
    g_array_sort(importing->files, compare_files);
    return true;
}

static bool hash_file(GChecksum *checksum, const struct import_file *file, GError **error)
{
    FILE *in = fopen(file->path, "rbe");
    unsigned char buffer[8192];
    size_t n = 0, length = 0;
    while (in && (n = fread(buffer, 1, sizeof buffer, in)) > 0) {
        g_checksum_update(checksum, buffer, (gssize)n);
        length += n;
    }
    bool ok = in && !ferror(in);
    if (!ok)
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be read: %s", file->path, g_strerror(errno));
    if (in)
        fclose(in);
    /* Table and length tell where one file ends and which it is. */
    g_autofree char *end = g_strdup_printf("\n%s %zu\n", file->table->name, length);
    g_checksum_update(checksum, (const unsigned char *)end, -1);
    return ok;
}

static const char *hash_files(struct importing *importing, GError **error)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    for (unsigned i = 0; i < importing->files->len; i++)
        if (!hash_file(checksum, &g_array_index(importing->files, struct import_file, i), error))
            return NULL;
    return arena_strdup(importing->arena, g_checksum_get_string(checksum));
}

/* A register without rows is not one that was edited. */
static bool decide(struct importing *importing, const char *files, enum import_outcome *outcome, GError **error)
{
    const char *shipped_files, *shipped_content;
    char content[65];
    int64_t n_rows;
    if (!register_meta(importing->reg, importing->arena, META_FILES, &shipped_files, error) ||
        !register_meta(importing->reg, importing->arena, META_CONTENT, &shipped_content, error) ||
        !register_content(importing->reg, content, &n_rows, error))
        return false;
    *outcome = IMPORT_DONE;
    if (g_strcmp0(files, shipped_files) == 0)
        *outcome = IMPORT_UNCHANGED;
    else if (n_rows > 0 && g_strcmp0(content, shipped_content) != 0)
        *outcome = IMPORT_EDITED;
    return true;
}

static bool remember(struct importing *importing, const char *files, GError **error)
{
    char content[65];
    int64_t n_rows;
    return register_content(importing->reg, content, &n_rows, error) &&
           register_set_meta(importing->reg, META_FILES, files, error) &&
           register_set_meta(importing->reg, META_CONTENT, content, error);
}

static bool fail_on_errors(const struct problems *problems, GError **error)
{
    size_t n = problems->of[SEVERITY_ERROR].n;
    if (n > 0)
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%zu error%s; nothing was changed", n, n == 1 ? "" : "s");
    return n == 0;
}

static bool put_files(struct importing *importing, GError **error)
{
    struct loader loader = {importing->reg, importing->options->find_column, importing->problems, false};
    for (unsigned i = 0; i < importing->files->len; i++) {
        const struct import_file *file = &g_array_index(importing->files, struct import_file, i);
        if (!load_file(&loader, file->table, file->path, error))
            return false;
    }
    return register_sweep(importing->reg, importing->options->replace, error) &&
           (loader.incomplete || register_check(importing->reg, importing->problems, error)) &&
           fail_on_errors(importing->problems, error);
}

static bool run_transaction(struct importing *importing, enum import_outcome *outcome, GError **error)
{
    const char *files = NULL;
    *outcome = IMPORT_DONE;
    if (importing->options->unless_edited) {
        files = hash_files(importing, error);
        if (!files || !decide(importing, files, outcome, error))
            return false;
    }
    if (*outcome != IMPORT_DONE)
        return true;
    return put_files(importing, error) && (!files || remember(importing, files, error)) &&
           (importing->options->dry_run || register_commit(importing->reg, error));
}

bool import_files(struct register_store *reg, const struct import_options *options, struct problems *problems,
                  enum import_outcome *outcome, GError **error)
{
    struct importing importing = {.reg = reg,
                                  .options = options,
                                  .problems = problems,
                                  .arena = arena_new(),
                                  .files = g_array_new(FALSE, FALSE, sizeof(struct import_file))};
    bool ok = collect_files(&importing, error) && fail_on_errors(problems, error) && register_begin(reg, error) &&
              run_transaction(&importing, outcome, error);
    register_rollback(reg); /* of what was not committed */
    g_array_free(importing.files, TRUE);
    arena_free(importing.arena);
    return ok;
}

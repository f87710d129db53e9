/* A folder of templates: read once, compiled once, hashed. Must not know what a template says. */
#include "tmpl/internal.h"

#include <stdlib.h>
#include <string.h>

#define LAYOUT "layout"
#define ENDING ".html"

/* A folder being read. */
struct folder {
    struct arena *arena;
    GChecksum *digest;
    const char *path;
    const char *prefix; /* of its names in the digest */
};

static void digest_add(GChecksum *digest, const char *bytes, size_t length)
{
    uint64_t size = GUINT64_TO_LE(length);
    g_checksum_update(digest, (const unsigned char *)&size, sizeof size);
    g_checksum_update(digest, (const unsigned char *)bytes, (gssize)length);
}

static bool read_file(const struct folder *folder, const char *entry, struct file *file, GError **error)
{
    g_autofree char *text = NULL;
    const char *path = arena_printf(folder->arena, "%s/%s", folder->path, entry);
    size_t length;
    if (!g_file_get_contents(path, &text, &length, error))
        return error_reword_file(path, "read", error);
    if (!g_utf8_validate_len(text, length, NULL)) {
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: this is not UTF-8 text", path);
        return false;
    }
    const char *name = arena_printf(folder->arena, "%s%s", folder->prefix, entry);
    digest_add(folder->digest, name, strlen(name));
    digest_add(folder->digest, text, length);
    *file = (struct file){
        .path = path,
        .name = arena_strndup(folder->arena, entry, strlen(entry) - strlen(ENDING)),
        .text = arena_strndup(folder->arena, text, length),
    };
    return true;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names of the template files in a folder, sorted; NULL when it cannot be read. */
static char **list_files(const char *path, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, error);
    if (!dir) {
        error_reword_file(path, "read", error);
        return NULL;
    }
    g_autoptr(GStrvBuilder) names = g_strv_builder_new();
    for (const char *name; (name = g_dir_read_name(dir));)
        if (*name != '.' && g_str_has_suffix(name, ENDING))
            g_strv_builder_add(names, name);
    char **list = g_strv_builder_end(names);
    qsort(list, g_strv_length(list), sizeof *list, compare_names);
    return list;
}

static bool read_folder(const struct folder *folder, struct file_list *list, GError **error)
{
    g_auto(GStrv) names = list_files(folder->path, error);
    if (!names)
        return false;
    list->n = g_strv_length(names);
    list->files = ARENA_ARRAY(folder->arena, struct file, list->n);
    for (size_t i = 0; i < list->n; i++)
        if (!read_file(folder, names[i], &list->files[i], error))
            return false;
    return true;
}

static bool read_set(struct templates *templates, const char *dir, struct file_list *files, GError **error)
{
    g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA256);
    struct folder folder = {.arena = templates->arena, .digest = digest, .path = dir, .prefix = ""};
    if (!read_folder(&folder, files, error))
        return false;
    folder.path = arena_printf(templates->arena, "%s/partials", dir);
    folder.prefix = "partials/";
    if (g_file_test(folder.path, G_FILE_TEST_IS_DIR) && !read_folder(&folder, &templates->partials, error))
        return false;
    templates->digest = arena_strdup(templates->arena, g_checksum_get_string(digest));
    return true;
}

/* Moves the layout out of the files: the rest are pages. */
static bool take_layout(struct templates *templates, const char *dir, struct file_list *files, GError **error)
{
    for (size_t i = 0; i < files->n; i++) {
        if (strcmp(files->files[i].name, LAYOUT) != 0)
            continue;
        templates->layout = files->files[i];
        files->n--;
        memmove(files->files + i, files->files + i + 1, (files->n - i) * sizeof *files->files);
        return true;
    }
    g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s/%s%s is missing", dir, LAYOUT, ENDING);
    return false;
}

static bool compile_set(struct templates *templates, const struct file_list *files, GError **error)
{
    struct page alone;
    for (size_t i = 0; i < templates->partials.n; i++)
        if (!page_compile(templates, &templates->partials.files[i], NULL, &alone, error))
            return false;
    templates->pages = ARENA_ARRAY(templates->arena, struct page, files->n);
    for (; templates->n_pages < files->n; templates->n_pages++) {
        struct page *page = &templates->pages[templates->n_pages];
        if (!page_compile(templates, &templates->layout, &files->files[templates->n_pages], page, error))
            return false;
    }
    return true;
}

struct templates *templates_open(const char *dir, const struct catalog *catalog, GError **error)
{
    struct arena *arena = arena_new();
    struct templates *templates = ARENA_NEW(arena, struct templates);
    *templates = (struct templates){.arena = arena, .catalog = catalog};
    struct file_list files;
    if (read_set(templates, dir, &files, error) && take_layout(templates, dir, &files, error) &&
        compile_set(templates, &files, error))
        return templates;
    templates_free(templates);
    return NULL;
}

void templates_free(struct templates *templates)
{
    if (templates)
        arena_free(templates->arena);
}

const char *templates_digest(const struct templates *templates)
{
    return templates->digest;
}

const struct page *templates_page(const struct templates *templates, const char *name)
{
    for (size_t i = 0; i < templates->n_pages; i++)
        if (strcmp(templates->pages[i].name, name) == 0)
            return &templates->pages[i];
    return NULL;
}

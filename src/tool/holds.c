/* proviso verify REPORT.pdf: the manifest in the report against that of today. */
#include "tool/holds.h"

#include "app/ask.h"
#include "app/report_view.h"
#include "report/document.h"
#include "tool/fetch.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#define REPORTS "/reports/"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

static bool fail(const char *path, const char *what, GError **error)
{
    g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s: %s", path, what);
    return false;
}

/* Where the path of a report begins in its address, whatever prefix its site has; NULL: it is none of a report. */
static const char *report_path(const char *url)
{
    return g_strrstr_len(url, (gssize)strcspn(url, "?"), REPORTS);
}

static json_t *manifest_of(const char *path, GError **error)
{
    g_autofree char *pdf = NULL;
    gsize length;
    size_t manifest_length;
    if (!g_file_get_contents(path, &pdf, &length, error)) {
        error_reword_file(path, "read", error);
        return NULL;
    }
    g_autofree char *text = document_attached(pdf, length, REPORT_MANIFEST, &manifest_length, error);
    if (!text) {
        g_prefix_error(error, "%s: ", path);
        return NULL;
    }
    json_t *manifest = json_loadb(text, manifest_length, 0, NULL);
    const char *url = json_string_value(json_object_get(manifest, "url"));
    if (url && report_path(url) && json_string_value(json_object_get(manifest, "sha256")) &&
        json_is_array(json_object_get(manifest, "sections")))
        return manifest;
    json_decref(manifest);
    fail(path, "its manifest is not that of a report", error);
    return NULL;
}

/* The manifest that the newest edition gives for the report at URL, which names an edition of its own. */
static json_t *ask_again(const char *url, GError **error)
{
    struct arena *arena = arena_new();
    const char *newest = ask_newest(arena, report_path(url));
    size_t length = strcspn(newest, "?");
    const char *address = arena_printf(arena, "%.*s.json%s", (int)length, newest, newest + length);
    g_autoptr(GString) text = g_string_new(NULL);
    bool is_told = fetch_report(address, text, error);
    json_t *manifest = is_told ? json_loadb(text->str, text->len, 0, NULL) : NULL;
    if (is_told && !manifest)
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s: the answer is no JSON", address);
    arena_free(arena);
    return manifest;
}

/* The hashes of a section's rows by key. */
static GHashTable *rows_of(const json_t *section)
{
    GHashTable *rows = g_hash_table_new(g_str_hash, g_str_equal);
    size_t i;
    json_t *row;
    json_array_foreach(json_object_get(section, "rows"), i, row)
    {
        const char *key = json_string_value(json_array_get(row, 0)), *hash = json_string_value(json_array_get(row, 1));
        if (key && hash)
            g_hash_table_insert(rows, (void *)key, (void *)hash);
    }
    return rows;
}

static const json_t *section_named(const json_t *manifest, const char *name)
{
    size_t i;
    json_t *section;
    json_array_foreach(json_object_get(manifest, "sections"), i, section)
    {
        if (g_strcmp0(json_string_value(json_object_get(section, "section")), name) == 0)
            return section;
    }
    return NULL;
}

static size_t print_differences(const char *name, const json_t *then, const json_t *now)
{
    g_autoptr(GHashTable) old = rows_of(then), new = rows_of(now);
    size_t count = 0, i;
    json_t *row;
    json_array_foreach(json_object_get(then, "rows"), i, row)
    {
        const char *key = json_string_value(json_array_get(row, 0)), *hash = json_string_value(json_array_get(row, 1));
        const char *found = key ? g_hash_table_lookup(new, key) : NULL;
        if (g_strcmp0(found, hash) == 0)
            continue;
        printf("  %s %s: %s\n", name, key ? key : "", found ? "changed" : "no longer there");
        count++;
    }
    json_array_foreach(json_object_get(now, "rows"), i, row)
    {
        const char *key = json_string_value(json_array_get(row, 0));
        if (!key || g_hash_table_lookup(old, key))
            continue;
        printf("  %s %s: new since\n", name, key);
        count++;
    }
    return count;
}

static void print_verdict(const json_t *then, const json_t *now)
{
    size_t count = 0, i;
    json_t *section;
    json_array_foreach(json_object_get(then, "sections"), i, section)
    {
        const char *name = json_string_value(json_object_get(section, "section"));
        count += print_differences(name ? name : "", section, section_named(now, name));
    }
    printf("rows that differ: %zu\n", count);
}

bool holds_report(const char *path, bool *holds, GError **error)
{
    g_autoptr(GError) wrong = NULL;
    g_autoptr(json_t) then = manifest_of(path, &wrong);
    if (!then) {
        g_set_error(error, PROVISO_ERROR, ERROR_DATA,
                    "%s; verify takes the number of an edition, or a report of the site as PDF", wrong->message);
        return false;
    }
    const char *url = json_string_value(json_object_get(then, "url"));
    g_autoptr(json_t) now = ask_again(url, error);
    if (!now) {
        g_prefix_error(error, "%s: asked again: ", path);
        return false;
    }
    const char *told = json_string_value(json_object_get(then, "sha256"));
    const char *found = json_string_value(json_object_get(now, "sha256"));
    *holds = g_strcmp0(told, found) == 0;
    printf("%s\n  %s  %s\n", url, *holds ? "holds" : "does not hold: told", told);
    if (!*holds) {
        printf("  found %s\n", found ? found : "nothing");
        print_verdict(then, now);
    }
    return true;
}

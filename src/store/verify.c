/* Computes the two hashes of an edition anew. Changes nothing. */
#include "store/content.h"
#include "store/edition.h"
#include "store/editions.h"
#include "store/execute.h"
#include "store/file.h"
#include "store/state.h"

#include <string.h>

static void find_content(struct arena *arena, const char *path, struct edition_verdict *verdict, GError **error)
{
    const struct schema *schema = schema_read(arena, error);
    g_autoptr(sqlite3) db = schema ? execute_open(path, SQLITE_OPEN_READONLY, error) : NULL;
    const struct schema *published = db ? content_schema(arena, db, schema, error) : NULL;
    struct content content;
    if (published && content_hash(db, published, NULL, NULL, &content, error))
        verdict->hash_found = arena_strdup(arena, content.hash);
}

static void find_file(struct arena *arena, const char *path, struct edition_verdict *verdict, GError **error)
{
    char hash[65];
    verdict->file_told = edition_sum(arena, path);
    if (file_hash(path, hash, error))
        verdict->file_found = arena_strdup(arena, hash);
}

bool publish_verify(struct arena *arena, const char *state, int64_t number, struct edition_verdict *verdict,
                    GError **error)
{
    g_autofree char *absolute = g_canonicalize_filename(state, NULL);
    const char *directory = arena_printf(arena, "%s/" STATE_EDITIONS, absolute);
    *verdict = (struct edition_verdict){.number = number ? number : editions_current(directory)};
    if (!verdict->number) {
        g_set_error(error, PROVISO_ERROR, ERROR_NOT_FOUND, "%s: there is no edition yet", directory);
        return false;
    }
    const char *path = arena_printf(arena, "%s/%s", directory, editions_name(arena, verdict->number));
    struct edition_entry entry;
    g_autoptr(GError) failed = NULL;
    if (editions_read(arena, directory, verdict->number, &entry, &failed))
        verdict->hash_told = entry.stamp.content_hash;
    else if (g_error_matches(failed, PROVISO_ERROR, ERROR_NOT_FOUND)) {
        g_propagate_error(error, g_steal_pointer(&failed));
        return false;
    }
    /* What cannot be read is a finding, not a failure: the first of them is told. */
    if (!failed)
        find_content(arena, path, verdict, &failed);
    find_file(arena, path, verdict, failed ? NULL : &failed);
    verdict->problem = failed ? arena_strdup(arena, failed->message) : NULL;
    return true;
}

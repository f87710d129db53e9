/* Editions are immutable in what they say, not in how it is laid out for reading: that is the program's. */
#include "store/renew.h"

#include "store/build.h"
#include "store/editions.h"

static bool renew(struct arena *arena, const struct publish_options *options, const char *directory, int64_t number,
                  GError **error)
{
    struct edition_entry entry;
    const char *name = editions_name(arena, number), *path = arena_printf(arena, "%s/%s", directory, name);
    const char *temporary = arena_printf(arena, ".%s.tmp", name);
    if (!editions_read(arena, directory, number, &entry, error))
        return false;
    const struct edition_plan plan = {
        .path = arena_printf(arena, "%s/%s", directory, temporary),
        .rows_path = path,
        .previous_path = path,
        .number = number,
        .as_of = entry.stamp.as_of,
        .restored = number,
        .restored_hash = entry.stamp.content_hash,
        .find_column = options->find_column,
        .progress = options->progress,
        .progress_self = options->progress_self,
    };
    struct problems problems = {.arena = arena};
    struct content content;
    return build_edition(arena, &plan, &problems, &content, error) &&
           editions_place(arena, directory, temporary, number, error);
}

void renew_editions(struct arena *arena, const struct publish_options *options, const char *directory,
                    struct edition_renewal *renewal)
{
    int64_t current = editions_current(directory);
    size_t n;
    const struct edition_entry *entries = publish_list(arena, options->state, &n);
    *renewal = (struct edition_renewal){0};
    for (size_t i = n; i-- > 0;) {
        int64_t number = entries[i].stamp.number;
        g_autoptr(GError) reason = NULL;
        if (number >= current || editions_is_own(arena, directory, number))
            continue;
        if (renew(arena, options, directory, number, &reason)) {
            renewal->n_renewed++;
            continue;
        }
        renewal->n_left++;
        renewal->left = number;
        renewal->reason = arena_strdup(arena, reason->message);
        editions_remove_leftovers(directory, NULL);
    }
}

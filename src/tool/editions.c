/* proviso editions */
#include "tool/tool.h"

#include "store/publish.h"

#include <stdio.h>

static const struct usage usage = {
    .summary =
        "Lists the editions: number, as-of date, public rows, content hash; the last word marks the current one.",
};

static void print_entries(const struct edition_entry *entries, size_t n)
{
    for (size_t i = 0; i < n; i++)
        printf("%6" G_GINT64_FORMAT "  %s  %8" G_GINT64_FORMAT "  %s%s\n", entries[i].stamp.number,
               entries[i].stamp.as_of, entries[i].n_rows, entries[i].stamp.content_hash,
               entries[i].is_current ? "  current" : "");
}

int editions_command(int argc, char **argv)
{
    g_autofree char *state = NULL;
    const GOptionEntry entries[] = {STATE_OPTION(&state), {0}};
    if (!tool_parse(&argc, &argv, entries, &usage))
        return STATUS_USAGE;
    struct arena *arena = arena_new();
    struct edition_entry *list;
    size_t n;
    GError *error = NULL;
    if (publish_list(arena, state ? state : STATE_DEFAULT, &list, &n, &error))
        print_entries(list, n);
    int status = tool_finish(&(struct problems){.arena = arena}, error);
    arena_free(arena);
    return status;
}

/* proviso publish */
#include "tool/tool.h"

#include "app/columns.h"
#include "store/publish.h"

#include <stdio.h>

static const struct usage usage = {
    .summary = "Makes the content of the register the next edition and puts it in place of the current one.",
    .details = "The date of an edition is the newest retrieved_on of its sources unless --date is given.",
};

static void print_entry(const struct edition_entry *entry)
{
    printf("edition %" G_GINT64_FORMAT " %s: as of %s, %" G_GINT64_FORMAT " rows, content %s\n", entry->stamp.number,
           entry->is_new ? "published" : "holds this already", entry->stamp.as_of, entry->n_rows,
           entry->stamp.content_hash);
}

int publish_command(int argc, char **argv)
{
    g_autofree char *state = NULL, *date = NULL;
    int if_changed = FALSE;
    const GOptionEntry entries[] = {
        STATE_OPTION(&state),
        {"date", 0, 0, G_OPTION_ARG_STRING, &date, "As-of date of the edition", "YYYY-MM-DD"},
        {"if-changed", 0, 0, G_OPTION_ARG_NONE, &if_changed, "Make no edition that equals the current one", NULL},
        {0},
    };
    if (!tool_parse(&argc, &argv, entries, &usage))
        return STATUS_USAGE;
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    const struct publish_options options = {
        .state = state ? state : STATE_DEFAULT, .date = date, .if_changed = if_changed, .find_column = column_find};
    struct edition_entry entry;
    GError *error = NULL;
    if (publish_edition(arena, &options, &problems, &entry, &error))
        print_entry(&entry);
    int status = tool_finish(&problems, error);
    arena_free(arena);
    return status;
}

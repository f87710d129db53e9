/* proviso editions */
#include "tool/tool.h"

#include "store/publish.h"

#include <stdio.h>

static const struct usage usage = {
    .summary =
        "Lists the editions that are kept: number, as-of date, public rows, content hash; below each the rows that\n"
        "it changed, by table. The word \"current\" marks the one that is served.",
};

static void print_count(int64_t count, const char *word)
{
    if (count)
        printf("  %" G_GINT64_FORMAT " %s", count, word);
}

static void print_changes(const struct edition_entry *entry)
{
    for (size_t i = 0; i < entry->n_changes; i++) {
        const struct edition_change *change = &entry->changes[i];
        printf("        %-20s", change->table);
        print_count(change->added, "added");
        print_count(change->changed, "changed");
        print_count(change->removed, "removed");
        putchar('\n');
    }
}

static void print_entry(const struct edition_entry *entry)
{
    printf("%6" G_GINT64_FORMAT "  ", entry->stamp.number);
    if (entry->problem)
        printf("cannot be read: %s", entry->problem);
    else
        printf("%s  %8" G_GINT64_FORMAT "  %s", entry->stamp.as_of, entry->n_rows, entry->stamp.content_hash);
    if (entry->restored)
        printf("  content of %" G_GINT64_FORMAT, entry->restored);
    puts(entry->is_current ? "  current" : "");
    print_changes(entry);
}

int editions_command(int argc, char **argv)
{
    g_autofree char *state = NULL;
    const GOptionEntry entries[] = {STATE_OPTION(&state), {0}};
    if (!tool_parse(&argc, &argv, entries, &usage))
        return STATUS_USAGE;
    const char *folder = state ? state : STATE_DEFAULT;
    struct arena *arena = arena_new();
    size_t n;
    const struct edition_entry *list = publish_list(arena, folder, &n);
    bool is_there = g_file_test(folder, G_FILE_TEST_IS_DIR);
    int status = is_there ? STATUS_FINE : STATUS_REFUSED;
    if (!is_there)
        fprintf(stderr, "%s: %s: there is no such folder\n", g_get_prgname(), folder);
    else if (n == 0)
        fprintf(stderr, "%s: %s holds no edition yet\n", g_get_prgname(), folder);
    for (size_t i = 0; i < n; i++) {
        print_entry(&list[i]);
        if (list[i].problem)
            status = STATUS_REFUSED;
    }
    arena_free(arena);
    return status;
}

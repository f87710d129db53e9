/* proviso import */
#include "tool/tool.h"

#include "app/columns.h"
#include "import/import.h"
#include "store/place.h"

#include <stdio.h>
#include <unistd.h>

static const struct usage usage = {
    .arguments = "PATH...",
    .summary = "Puts the rows of CSV files into the register, by key. A PATH is a file TABLE.csv or a folder of them.\n"
               "All rows of all files are put, or, when one is wrong, none.",
    .min = 1,
    .max = G_MAXINT,
};

static void print_line(const char *name, const struct register_counts *counts)
{
    printf("%-20s %" G_GINT64_FORMAT " added, %" G_GINT64_FORMAT " changed, %" G_GINT64_FORMAT
           " unchanged, %" G_GINT64_FORMAT " removed\n",
           name, counts->added, counts->changed, counts->unchanged, counts->removed);
}

static void print_counts(const struct register_store *reg)
{
    const struct schema *schema = register_schema(reg);
    struct register_counts total = {0};
    for (size_t i = 0; i < schema->n_tables; i++) {
        const struct register_counts *counts = register_counts(reg, &schema->tables[i]);
        if (counts->added || counts->changed || counts->unchanged || counts->removed)
            print_line(schema->tables[i].name, counts);
        total.added += counts->added;
        total.changed += counts->changed;
        total.unchanged += counts->unchanged;
        total.removed += counts->removed;
    }
    print_line("total", &total);
}

static void print_outcome(const struct register_store *reg, const struct import_options *options,
                          enum import_outcome outcome)
{
    switch (outcome) {
    case IMPORT_DONE:
        print_counts(reg);
        if (options->dry_run)
            puts("dry run: nothing was changed");
        return;
    case IMPORT_UNCHANGED: puts("unchanged: these files were imported already"); return;
    case IMPORT_EDITED: puts("the register was edited; left alone"); return;
    }
}

/* A dry run makes no file: without a register it runs on an empty one in memory. */
static bool import_into(const char *path, const struct import_options *options, struct problems *problems,
                        GError **error)
{
    bool in_memory = options->dry_run && !g_file_test(path, G_FILE_TEST_EXISTS);
    struct register_store *reg = register_open(in_memory ? ":memory:" : path, true, error);
    enum import_outcome outcome;
    bool ok = reg && import_files(reg, options, problems, &outcome, error);
    if (ok)
        print_outcome(reg, options, outcome);
    register_close(reg);
    return ok;
}

static bool import_locked(struct arena *arena, const char *state, const struct import_options *options,
                          struct problems *problems, GError **error)
{
    const char *path = tool_register_path(arena, state);
    if (options->dry_run && !g_file_test(path, G_FILE_TEST_EXISTS))
        return import_into(path, options, problems, error);
    int lock;
    if (!place_directory(state, error) || !place_lock(state, &lock, error))
        return false;
    bool ok = import_into(path, options, problems, error);
    close(lock);
    return ok;
}

int import_command(int argc, char **argv)
{
    g_autofree char *state = NULL;
    int replace = FALSE, unless_edited = FALSE, dry_run = FALSE;
    const GOptionEntry entries[] = {
        STATE_OPTION(&state),
        {"replace", 0, 0, G_OPTION_ARG_NONE, &replace, "Remove every row that the files do not hold", NULL},
        {"unless-edited", 0, 0, G_OPTION_ARG_NONE, &unless_edited,
         "Leave the register alone when it holds something else than the last import with this option left", NULL},
        {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, "Say what would be done and change nothing", NULL},
        {0},
    };
    if (!tool_parse(&argc, &argv, entries, &usage))
        return STATUS_USAGE;
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    const struct import_options options = {
        .paths = (const char *const *)argv + 1,
        .replace = replace,
        .unless_edited = unless_edited,
        .dry_run = dry_run,
        .find_column = column_find,
    };
    GError *error = NULL;
    import_locked(arena, state ? state : STATE_DEFAULT, &options, &problems, &error);
    int status = tool_finish(&problems, error);
    arena_free(arena);
    return status;
}

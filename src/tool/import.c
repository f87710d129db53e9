/* proviso import */
#include "tool/tool.h"

#include "app/columns.h"
#include "store/file.h"
#include "store/state.h"
#include "tool/account.h"
#include "tool/progress.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

static const struct usage usage = {
    .arguments = "PATH...",
    .summary =
        "Puts files into the register: all of their records or, when one is wrong, none. A PATH is a file or a "
        "folder:\n"
        "  TABLE.csv           rows of a table of the register, put by key\n"
        "  award files         of USAspending.gov: transactions, award summaries, search results; as .zip too\n"
        "  places              of the Census Bureau: co-est, sub-est, city and county codes, cities, states by year\n"
        "  a review file       that --review wrote, with jurisdiction keys filled in",
    .min = 1,
    .max = G_MAXINT,
};

/* Options that none of the files had a use for. */
static void print_unused(const struct import_options *options, const struct import_report *report)
{
    bool awards = report->awards.n_files > 0, places = report->places.n_files > 0;
    if (report->outcome != IMPORT_DONE)
        return;
    if (options->review && !awards)
        puts("--review: no file tells of awards, so none was written");
    if (options->create && !awards && !places)
        puts("--create: no file tells of awards or places, so nothing was created");
    if (options->source_key && !awards && !places)
        puts("--source: no file tells of awards or places, so it was not needed");
}

static bool import_into(const char *path, const struct import_options *options, struct problems *problems,
                        GError **error)
{
    struct register_store *reg = options->dry_run ? register_open_copy(path, error) : register_open(path, true, error);
    struct import_report report;
    bool ok = reg && import_files(reg, options, problems, &report, error);
    progress_clear(options->progress_self);
    if (ok) {
        account_print(reg, options, &report);
        print_unused(options, &report);
    }
    register_close(reg);
    return ok;
}

/* Of an import that was refused: the lock, and the register, which is empty. */
static void remove_state(const char *state)
{
    const char *const names[] = {STATE_REGISTER "-wal", STATE_REGISTER "-shm", STATE_REGISTER, STATE_LOCK};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *name = g_build_filename(state, names[i], NULL);
        g_unlink(name);
    }
    g_rmdir(state);
}

static bool import_locked(struct arena *arena, const char *state, const struct import_options *options,
                          struct problems *problems, GError **error)
{
    const char *path = tool_register_path(arena, state);
    if (options->dry_run)
        return import_into(path, options, problems, error);
    bool is_new = !g_file_test(state, G_FILE_TEST_EXISTS);
    int lock;
    if (!file_make_directory(state, error) || !file_lock(state, &lock, error))
        return false;
    bool ok = import_into(path, options, problems, error);
    if (!ok && is_new)
        remove_state(state);
    close(lock);
    return ok;
}

/* Opened before the import: a run whose account cannot be written does nothing. */
static FILE *open_rejects(const char *path, GError **error)
{
    FILE *file = file_is_new(path, error) ? fopen(path, "wxe") : NULL;
    if (!file && !*error)
        error_of_file(path, "written", error);
    return file;
}

/* Without an error there is no file. */
static bool close_rejects(const char *path, const struct problems *problems, GError **error)
{
    bool written = !ferror(problems->file);
    written = fclose(problems->file) == 0 && written;
    if (problems->of[SEVERITY_ERROR].n == 0)
        return g_unlink(path) == 0 || written;
    if (!written && *error)
        g_prefix_error(error, "%s: cannot be written whole; ", path);
    else if (!written)
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be written whole; the import itself was done", path);
    return written;
}

/* Neither --rejects nor --review replaces a file: it may be an input, a state's, or hold answers not yet imported. */
static bool import_reporting(const char *rejects, const char *state, const struct import_options *options,
                             struct problems *problems, GError **error)
{
    if ((options->review && !file_is_new(options->review, error)) ||
        (rejects && !(problems->file = open_rejects(rejects, error))))
        return false;
    bool ok = import_locked(problems->arena, state, options, problems, error);
    if (!ok && options->review)
        g_unlink(options->review); /* it tells of an import that was not done */
    return (!rejects || close_rejects(rejects, problems, error)) && ok;
}

struct import_arguments {
    char *state, *rejects, *review, *source, *allow;
    int replace, unless_edited, dry_run, create;
    int64_t allow_rejects;
};

static bool parse(int *argc, char ***argv, struct import_arguments *arguments)
{
    const GOptionEntry entries[] = {
        STATE_OPTION(&arguments->state),
        {"replace", 0, 0, G_OPTION_ARG_NONE, &arguments->replace, "Remove every row that the files do not hold", NULL},
        {"unless-edited", 0, 0, G_OPTION_ARG_NONE, &arguments->unless_edited,
         "Leave the register alone when it holds something else than the last import with this option left", NULL},
        {"dry-run", 0, 0, G_OPTION_ARG_NONE, &arguments->dry_run, "Say what would be done and change nothing", NULL},
        {"create", 0, 0, G_OPTION_ARG_NONE, &arguments->create,
         "Add governments and programs that the files tell and the register lacks", NULL},
        {"source", 0, 0, G_OPTION_ARG_STRING, &arguments->source,
         "The source of place files, and of award files (default for those: one made of the file's name)", "KEY"},
        {"review", 0, 0, G_OPTION_ARG_FILENAME, &arguments->review,
         "Write the recipients that are not sure to a new FILE; filled in and imported it decides them", "FILE"},
        {"rejects", 0, 0, G_OPTION_ARG_FILENAME, &arguments->rejects,
         "Write every error, not only the first 20, to a new FILE", "FILE"},
        {"allow-rejects", 0, 0, G_OPTION_ARG_STRING, &arguments->allow,
         "Import the good records when at most N are not", "N"},
        {0},
    };
    return tool_parse(argc, argv, entries, &usage) &&
           (!arguments->allow || tool_count(arguments->allow, &arguments->allow_rejects));
}

static void free_arguments(struct import_arguments *arguments)
{
    g_free(arguments->state);
    g_free(arguments->rejects);
    g_free(arguments->review);
    g_free(arguments->source);
    g_free(arguments->allow);
}

int import_command(int argc, char **argv)
{
    struct import_arguments arguments = {0};
    if (!parse(&argc, &argv, &arguments)) {
        free_arguments(&arguments);
        return STATUS_USAGE;
    }
    struct progress progress = {false};
    struct problems problems = {.arena = arena_new(),
                                .all = arguments.rejects ? "all stand in the file of --rejects"
                                                         : "--rejects FILE writes them all"};
    const struct import_options options = {
        .paths = (const char *const *)argv + 1,
        .replace = arguments.replace,
        .unless_edited = arguments.unless_edited,
        .dry_run = arguments.dry_run,
        .create = arguments.create,
        .allow_rejects = arguments.allow_rejects,
        .source_key = arguments.source,
        .review = arguments.review,
        .find_column = column_find,
        .progress = progress_show,
        .progress_self = &progress,
    };
    GError *error = NULL;
    import_reporting(arguments.rejects, arguments.state ? arguments.state : STATE_DEFAULT, &options, &problems, &error);
    int status = tool_finish(&problems, error);
    arena_free(problems.arena);
    free_arguments(&arguments);
    return status;
}

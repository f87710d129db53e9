/* proviso backup, proviso restore */
#include "tool/tool.h"

#include "store/backup.h"

#include <stdio.h>

static const struct usage backup_usage = {
    .arguments = "FILE",
    .summary =
        "Copies the register, as it is at one moment, to FILE; an older backup of the name is replaced in one\n"
        "step, any other file refused. The editions are files of their own: copy them as they are. A publish by\n"
        "another version of the program makes them anew, with the same rows and content hash.",
    .min = 1,
    .max = 1,
};

static const struct usage restore_usage = {
    .arguments = "FILE",
    .summary = "Puts a copy of FILE, a backup, in the place of the register of the state folder. The editions stay.",
    .min = 1,
    .max = 1,
};

typedef bool copy_function(struct arena *arena, const char *state, const char *file, struct backup *backup,
                           GError **error);

static int run(int argc, char **argv, const struct usage *usage, copy_function *copy, const char *done)
{
    g_autofree char *state = NULL;
    const GOptionEntry entries[] = {STATE_OPTION(&state), {0}};
    if (!tool_parse(&argc, &argv, entries, usage))
        return STATUS_USAGE;
    struct arena *arena = arena_new();
    struct backup backup;
    GError *error = NULL;
    if (copy(arena, state ? state : STATE_DEFAULT, argv[1], &backup, &error))
        printf("%s %s: %" G_GINT64_FORMAT " rows, content %s\n", argv[1], done, backup.n_rows, backup.content_hash);
    int status = tool_finish(NULL, error);
    arena_free(arena);
    return status;
}

int backup_command(int argc, char **argv)
{
    return run(argc, argv, &backup_usage, backup_register, "written");
}

int restore_command(int argc, char **argv)
{
    return run(argc, argv, &restore_usage, restore_register, "restored");
}

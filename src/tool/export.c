/* proviso export */
#include "tool/tool.h"

#include "app/columns.h"
#include "format/package.h"

#include <stdio.h>

static const struct usage usage = {
    .arguments = "DIR",
    .summary = "Writes the register into DIR: a file TABLE.csv for each table, cells as they are, and a Frictionless\n"
               "datapackage.json that describes them. \"import --replace DIR\" gives the same register again.",
    .min = 1,
    .max = 1,
};

static bool export_into(const char *path, const char *directory, GError **error)
{
    struct register_store *reg = register_open(path, false, error);
    const struct package_options options = {.directory = directory, .find_column = column_find};
    struct package package;
    bool ok = reg && package_write(reg, &options, &package, error);
    if (ok)
        printf("%s: %zu tables, %" G_GINT64_FORMAT " rows, content %s\n", directory, package.n_files, package.n_rows,
               package.content_hash);
    register_close(reg);
    return ok;
}

int export_command(int argc, char **argv)
{
    g_autofree char *state = NULL;
    const GOptionEntry entries[] = {STATE_OPTION(&state), {0}};
    if (!tool_parse(&argc, &argv, entries, &usage))
        return STATUS_USAGE;
    struct arena *arena = arena_new();
    GError *error = NULL;
    export_into(tool_register_path(arena, state ? state : STATE_DEFAULT), argv[1], &error);
    int status = tool_finish(&(struct problems){.arena = arena}, error);
    arena_free(arena);
    return status;
}

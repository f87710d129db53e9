/* proviso export */
#include "tool/tool.h"

#include "app/columns.h"
#include "format/package.h"
#include "store/register.h"

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
    struct register_store *reg = register_open_to_read(path, error);
    struct tables tables;
    bool ok = reg && tables_of_register(reg, &tables, error) && package_folder(&tables, column_find, directory, error);
    if (ok)
        printf("%s: %zu tables, %" G_GINT64_FORMAT " rows, content %s\n", directory, tables.schema->n_tables,
               tables.n_rows, tables.content_hash);
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

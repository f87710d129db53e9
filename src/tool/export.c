/* proviso export */
#include "tool/tool.h"

#include "app/columns.h"
#include "format/package.h"
#include "store/command.h"

#include <stdio.h>

static const struct usage usage = {
    .arguments = "DIR",
    .summary =
        "Writes the register into DIR: a file TABLE.csv for each table, cells as they are, and a Frictionless\n"
        "datapackage.json that describes them. \"import --replace DIR\" gives the same public rows again. What\n"
        "only a backup keeps is left out: the numbers of editions, and which award actions their agency withdrew.",
    .min = 1,
    .max = 1,
};

/* An older award file would bring them back into a register made of the export. */
static bool print_left_out(struct arena *arena, struct register_store *reg, GError **error)
{
    struct command *count = command_prepare(reg, "removed_count", error);
    struct cell n;
    bool found;
    if (!count || !command_first(count, arena, NULL, 0, &n, 1, &found, error))
        return false;
    if (n.integer > 0)
        printf("left out: which %" G_GINT64_FORMAT " award action%s withdrawn by the agency; a backup keeps that\n",
               n.integer, n.integer == 1 ? " was" : "s were");
    return true;
}

static bool export_into(struct arena *arena, const char *path, const char *directory, GError **error)
{
    struct register_store *reg = register_open_to_read(path, error);
    struct tables tables;
    bool ok = reg && tables_of_register(reg, &tables, error) && package_folder(&tables, column_find, directory, error);
    if (ok)
        printf("%s: %zu tables, %" G_GINT64_FORMAT " rows, content %s\n", directory, tables.schema->n_tables,
               tables.n_rows, tables.content_hash);
    ok = ok && print_left_out(arena, reg, error);
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
    export_into(arena, tool_register_path(arena, state ? state : STATE_DEFAULT), argv[1], &error);
    int status = tool_finish(NULL, error);
    arena_free(arena);
    return status;
}

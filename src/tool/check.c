/* proviso check */
#include "tool/tool.h"

#include "app/columns.h"
#include "import/import.h"

#include <stdio.h>

static const struct usage usage = {
    .arguments = "PATH",
    .summary = "Checks CSV files and changes nothing. A folder of TABLE.csv files is checked as a whole register; one\n"
               "file TABLE.csv as an import into the register of the state folder, where there is one.",
    .details =
        "Errors stop an import and a publish. Warnings stop a publish until each is accepted, with a reason, by a row\n"
        "of accepted_warning: what a warning prints in brackets is its check_name and observed. What is accepted is\n"
        "listed with the reason.",
    .min = 1,
    .max = 1,
};

static void print_summary(const struct register_store *reg, const struct problems *problems)
{
    const struct schema *schema = register_schema(reg);
    int64_t n_rows = 0;
    for (size_t i = 0; i < schema->n_tables; i++) {
        const struct register_counts *counts = register_counts(reg, &schema->tables[i]);
        n_rows += counts->added + counts->changed + counts->unchanged;
    }
    const struct problem_list *notes = &problems->of[SEVERITY_NOTE];
    for (size_t i = 0; i < MIN(notes->n, PROBLEMS_KEPT); i++)
        printf("%s\n", notes->kept[i]);
    size_t n = problems->of[SEVERITY_WARNING].n;
    printf("%" G_GINT64_FORMAT " rows: no errors, %zu warning%s to accept, %zu note%s\n", n_rows, n, n == 1 ? "" : "s",
           notes->n, notes->n == 1 ? "" : "s");
}

static bool check(struct arena *arena, const char *state, const char *path, struct problems *problems, GError **error)
{
    const char *reg_path = tool_register_path(arena, state);
    bool whole = g_file_test(path, G_FILE_TEST_IS_DIR);
    struct register_store *reg = register_open_copy(whole ? NULL : reg_path, error);
    const struct import_options options = {
        .paths = (const char *const[]){path, NULL},
        .dry_run = true,
        .find_column = column_find,
    };
    struct import_report report;
    bool ok = reg && import_files(reg, &options, problems, &report, error);
    if (ok)
        print_summary(reg, problems);
    register_close(reg);
    return ok;
}

int check_command(int argc, char **argv)
{
    g_autofree char *state = NULL;
    const GOptionEntry entries[] = {STATE_OPTION(&state), {0}};
    if (!tool_parse(&argc, &argv, entries, &usage))
        return STATUS_USAGE;
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    GError *error = NULL;
    check(arena, state ? state : STATE_DEFAULT, argv[1], &problems, &error);
    int status = tool_finish(&problems, error);
    arena_free(arena);
    return status;
}

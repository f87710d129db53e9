/* proviso check */
#include "tool/tool.h"

#include "app/columns.h"
#include "import/import.h"

#include <stdio.h>

static const struct usage usage = {
    .arguments = "[PATH]",
    .summary = "Checks CSV files and changes nothing. A folder of TABLE.csv files is checked as a whole register; one\n"
               "file TABLE.csv as an import into the register of the state folder, where there is one. Without a PATH\n"
               "the register of the state folder is checked as it stands, as a publish does.",
    .details =
        "Errors stop an import and a publish. Warnings stop a publish until each is accepted, with a reason, by a row\n"
        "of accepted_warning: what a warning prints in brackets is its check_name and observed. What is accepted is\n"
        "listed with the reason. The exit status is 0 with warnings too.",
    .min = 0,
    .max = 1,
};

static int64_t count_rows(const struct register_store *reg)
{
    const struct schema *schema = register_schema(reg);
    int64_t n = 0;
    for (size_t i = 0; i < schema->n_tables; i++) {
        const struct register_counts *counts = register_counts(reg, &schema->tables[i]);
        n += counts->added + counts->changed + counts->unchanged;
    }
    return n;
}

/* Of award and place files, whose records are no rows. */
static int64_t count_records(const struct import_report *report)
{
    const struct place_tally *places = &report->places;
    int64_t n = places->added + places->changed + places->unchanged + places->absent + places->other + places->rejected;
    for (size_t i = 0; i < AWARD_OUTCOMES; i++)
        n += report->awards.outcomes[i].records;
    return n;
}

static void print_summary(int64_t read, const char *unit, const struct problems *problems)
{
    const struct problem_list *notes = &problems->of[SEVERITY_NOTE];
    for (size_t i = 0; i < MIN(notes->n, PROBLEMS_KEPT); i++)
        printf("%s\n", notes->kept[i]);
    size_t n = problems->of[SEVERITY_WARNING].n;
    printf("%" G_GINT64_FORMAT " %s%s: no errors, %zu warning%s to accept, %zu note%s\n", read, unit,
           read == 1 ? "" : "s", n, n == 1 ? "" : "s", notes->n, notes->n == 1 ? "" : "s");
}

/* The register of the state folder as it stands. */
static bool check_register(const char *path, struct problems *problems, GError **error)
{
    struct register_store *reg = register_open_to_read(path, error);
    int64_t n_rows;
    bool ok = reg && register_review(reg, column_find, problems, &n_rows, error);
    size_t n = problems->of[SEVERITY_ERROR].n;
    if (ok && n > 0)
        g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%zu error%s", n, n == 1 ? "" : "s");
    else if (ok)
        print_summary(n_rows, "row", problems);
    register_close(reg);
    return ok && n == 0;
}

static bool check(struct arena *arena, const char *state, const char *path, const char *source,
                  struct problems *problems, GError **error)
{
    const char *reg_path = tool_register_path(arena, state);
    bool whole = g_file_test(path, G_FILE_TEST_IS_DIR);
    struct register_store *reg = register_open_copy(whole ? NULL : reg_path, error);
    const struct import_options options = {
        .paths = (const char *const[]){path, NULL},
        .dry_run = true,
        .source_key = source,
        .find_column = column_find,
    };
    struct import_report report;
    bool ok = reg && import_files(reg, &options, problems, &report, error);
    bool of_records = ok && (report.awards.n_files > 0 || report.places.n_files > 0);
    if (ok)
        print_summary(of_records ? count_records(&report) : count_rows(reg), of_records ? "record" : "row", problems);
    if (ok && !whole && !g_file_test(reg_path, G_FILE_TEST_EXISTS))
        printf("%s: there is no register; the file was checked on its own\n", reg_path);
    register_close(reg);
    return ok;
}

int check_command(int argc, char **argv)
{
    g_autofree char *state = NULL, *source = NULL;
    const GOptionEntry entries[] = {
        STATE_OPTION(&state),
        {"source", 0, 0, G_OPTION_ARG_STRING, &source, "The source of a place or award file, as for an import", "KEY"},
        {0},
    };
    if (!tool_parse(&argc, &argv, entries, &usage))
        return STATUS_USAGE;
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    GError *error = NULL;
    if (!state)
        state = g_strdup(STATE_DEFAULT);
    if (argc == 1 && source)
        g_set_error(&error, PROVISO_ERROR, ERROR_BAD_REQUEST, "--source goes with a PATH");
    else if (argc > 1)
        check(arena, state, argv[1], source, &problems, &error);
    else
        check_register(tool_register_path(arena, state), &problems, &error);
    int status = tool_finish(&problems, error);
    arena_free(arena);
    return status;
}

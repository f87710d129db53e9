/* proviso verify */
#include "tool/tool.h"

#include "store/publish.h"
#include "tool/fetch.h"
#include "tool/holds.h"

#include <stdio.h>
#include <string.h>

static const struct usage usage = {
    .arguments = "[EDITION|REPORT.pdf]",
    .summary =
        "Computes the content hash and the file's SHA-256 of an edition anew (the current one, when none is named)\n"
        "and says which of them holds. Of a report: asks it again in the newest edition, and lists the rows that "
        "changed\n"
        "since. Exit status 1 when something does not hold.",
    .max = 1,
};

static bool print_hash(const char *name, const char *told, const char *found)
{
    bool holds = told && found && g_strcmp0(told, found) == 0;
    if (holds)
        printf("  %-8sholds  %s\n", name, found);
    else
        printf("  %-8sdoes not hold: told %s, found %s\n", name, told ? told : "nothing", found ? found : "nothing");
    return holds;
}

static bool print_verdict(const struct edition_verdict *verdict)
{
    printf("edition %" G_GINT64_FORMAT "\n", verdict->number);
    bool content = print_hash("content", verdict->hash_told, verdict->hash_found);
    bool file = print_hash("file", verdict->file_told, verdict->file_found);
    if (verdict->problem)
        fprintf(stderr, "%s: %s\n", g_get_prgname(), verdict->problem);
    return content && file;
}

static bool is_number(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

static int verify_report(const char *path, const char *config)
{
    GError *error = NULL;
    bool holds = false;
    fetch_configure(config);
    holds_report(path, &holds, &error);
    int status = tool_finish(NULL, error);
    return status == STATUS_FINE && !holds ? STATUS_REFUSED : status;
}

int verify_command(int argc, char **argv)
{
    g_autofree char *state = NULL;
    g_autofree char *config = NULL;
    const GOptionEntry entries[] = {STATE_OPTION(&state), CONFIG_OPTION(&config), {0}};
    int64_t number = 0;
    if (!tool_parse(&argc, &argv, entries, &usage))
        return STATUS_USAGE;
    if (argc > 1 && !is_number(argv[1]))
        return verify_report(argv[1], config);
    if (argc > 1 && !tool_edition(argv[1], &number))
        return STATUS_USAGE;
    struct arena *arena = arena_new();
    struct edition_verdict verdict;
    GError *error = NULL;
    bool holds =
        publish_verify(arena, state ? state : STATE_DEFAULT, number, &verdict, &error) && print_verdict(&verdict);
    int status = tool_finish(NULL, error);
    arena_free(arena);
    return status == STATUS_FINE && !holds ? STATUS_REFUSED : status;
}

/* Shared by the commands. */
#include "tool/tool.h"

#include "base/error.h"
#include "store/state.h"

#include <stdio.h>

bool tool_parse(int *argc, char ***argv, const GOptionEntry *entries, const struct usage *usage)
{
    g_autofree char *name = g_strdup_printf("proviso %s", **argv);
    g_set_prgname(name);
    g_autoptr(GOptionContext) context = g_option_context_new(usage->arguments);
    g_option_context_add_main_entries(context, entries, NULL);
    g_option_context_set_summary(context, usage->summary);
    g_option_context_set_description(context, usage->details);
    g_autoptr(GError) wrong = NULL;
    if (!g_option_context_parse(context, argc, argv, &wrong)) {
        fprintf(stderr, "%s: %s\n", name, wrong->message);
        return false;
    }
    int given = *argc - 1;
    if (given >= usage->min && given <= usage->max)
        return true;
    if (given > usage->max)
        fprintf(stderr, "%s: unexpected argument '%s'\n", name, (*argv)[usage->max + 1]);
    else
        fprintf(stderr, "%s: %s is missing\n", name, usage->arguments);
    return false;
}

bool tool_edition(const char *text, int64_t *number)
{
    uint64_t value;
    if (g_ascii_string_to_unsigned(text, 10, 1, INT64_MAX, &value, NULL)) {
        *number = (int64_t)value;
        return true;
    }
    fprintf(stderr, "%s: '%s' is not the number of an edition\n", g_get_prgname(), text);
    return false;
}

bool tool_count(const char *text, int64_t *count)
{
    uint64_t value;
    if (g_ascii_string_to_unsigned(text, 10, 0, INT64_MAX, &value, NULL)) {
        *count = (int64_t)value;
        return true;
    }
    fprintf(stderr, "%s: '%s' is not a number of 0 or more\n", g_get_prgname(), text);
    return false;
}

static void print_list(const struct problem_list *list, const char *word, const char *all)
{
    for (size_t i = 0; i < MIN(list->n, PROBLEMS_KEPT); i++)
        fprintf(stderr, "%s\n", list->kept[i]);
    if (list->n > PROBLEMS_KEPT)
        fprintf(stderr, "and %zu more %s%s%s%s\n", list->n - PROBLEMS_KEPT, word,
                list->n == PROBLEMS_KEPT + 1 ? "" : "s", all ? "; " : "", all ? all : "");
}

int tool_finish(const struct problems *problems, GError *error)
{
    if (problems) {
        print_list(&problems->of[SEVERITY_ERROR], "error", problems->all);
        print_list(&problems->of[SEVERITY_WARNING], "warning", NULL);
    }
    if (!error)
        return STATUS_FINE;
    int status = error->code == ERROR_BAD_REQUEST ? STATUS_USAGE : STATUS_REFUSED;
    fprintf(stderr, "%s: %s\n", g_get_prgname(), error->message);
    g_error_free(error);
    return status;
}

char *tool_register_path(struct arena *arena, const char *state)
{
    return arena_printf(arena, "%s/" STATE_REGISTER, state);
}

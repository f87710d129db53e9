/* Collects problems. Knows no rule. */
#include "store/problem.h"

bool problems_keeps(const struct problems *problems, enum severity severity)
{
    return problems->of[severity].n < PROBLEMS_KEPT || (problems->file && severity == SEVERITY_ERROR);
}

void problems_add(struct problems *problems, enum severity severity, const char *where, const char *column,
                  const char *format, ...)
{
    static const char *const words[] = {"", "warning: ", "note: "};
    struct problem_list *list = &problems->of[severity];
    size_t n = list->n++;
    FILE *file = severity == SEVERITY_ERROR ? problems->file : NULL;
    if (n >= PROBLEMS_KEPT && !file)
        return;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *line =
        g_strdup_printf("%s%s%s: %s%s", where, column ? ":" : "", column ? column : "", words[severity], message);
    if (n < PROBLEMS_KEPT)
        list->kept[n] = arena_strdup(problems->arena, line);
    if (file)
        fprintf(file, "%s\n", line);
}

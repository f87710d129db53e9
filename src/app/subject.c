/* Parameters of a page that is about another resource. */
#include "app/subject.h"

#include <string.h>

enum { PARAMETERS_MAX = 64 };

const struct resource *subject_resource(const struct question *question)
{
    const struct parameter *subject = question->resource->subject;
    const char *name = subject ? http_query_first(question->arena, question->request->query, subject->name) : NULL;
    for (const struct choice *each = subject ? subject->choices : NULL; name && each && each->value; each++)
        if (g_ascii_strcasecmp(each->value, name) == 0)
            return resource_named(each->value);
    return NULL;
}

/* Appends what chooses and orders rows, or everything, to the N in ALL. */
static size_t append(const struct parameter **all, size_t n, const struct parameter *const *more, bool is_rows_only)
{
    for (; more && *more; more++)
        if (!is_rows_only || (*more)->use == PARAMETER_FILTER || (*more)->use == PARAMETER_ORDER) {
            g_assert(n + 1 < PARAMETERS_MAX);
            all[n++] = *more;
        }
    return n;
}

const struct parameter *const *subject_parameters(const struct question *question)
{
    const struct resource *named = subject_resource(question);
    const struct parameter **all = ARENA_ARRAY(question->arena, const struct parameter *, PARAMETERS_MAX);
    size_t n = 0;
    for (const struct parameter *const *own = question->resource->parameters; *own; own++) {
        n = append(all, n, (const struct parameter *const[]){*own, NULL}, false);
        if (named && *own == question->resource->subject)
            n = append(all, n, named->parameters, true);
    }
    n = append(all, n, question->representation->parameters, false);
    all[n] = NULL;
    return all;
}

static bool is_taken(const void *self, const struct parameter_value *value)
{
    return resource_takes(self, value->parameter->name);
}

const char *subject_query(const struct question *question, const struct resource *resource)
{
    return parameters_query(question->arena,
                            parameters_keep(question->arena, question->parameters, is_taken, resource), NULL);
}

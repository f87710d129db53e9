/* From a path to its resource. */
#include "app/resource_table.h"

#include <string.h>

const struct resource *resource_at(size_t position)
{
    const struct {
        const struct resource *first;
        size_t n;
    } tables[] = {{resources_of_record, n_resources_of_record},
                  {resources_of_questions, n_resources_of_questions},
                  {resources_of_reports, n_resources_of_reports},
                  {resources_about, n_resources_about}};
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        if (position < tables[i].n)
            return &tables[i].first[position];
        position -= tables[i].n;
    }
    return NULL;
}

const struct resource *resource_named(const char *name)
{
    const struct resource *each;
    for (size_t i = 0; (each = resource_at(i)); i++)
        if (strcmp(each->name, name) == 0)
            return each;
    return NULL;
}

/* Does the path fit the pattern? The rest of it after the fixed part is the key. */
static bool path_fits(const char *pattern, const char *path, const char **key)
{
    const char *brace = strchr(pattern, '{');
    if (!brace)
        return strcmp(pattern, path) == 0;
    size_t fixed = (size_t)(brace - pattern);
    if (strncmp(pattern, path, fixed) != 0 || !path[fixed] || strchr(path + fixed, '/'))
        return false;
    *key = path + fixed;
    return true;
}

const struct resource *resource_find(struct arena *arena, const char *path, const char **key)
{
    *key = NULL;
    const struct resource *each;
    for (size_t i = 0; (each = resource_at(i)); i++) {
        if (path_fits(each->path, path, key)) {
            *key = arena_strdup(arena, *key);
            return each;
        }
    }
    return NULL;
}

const char *side_name(const struct side *side)
{
    const char *part = strchr(side->statement, '_');
    return part ? part + 1 : side->statement;
}

bool resource_takes(const struct resource *resource, const char *parameter)
{
    return parameter_find(resource->parameters, parameter) != NULL;
}

bool resource_has_one_of(const struct parameters *parameters, const char *names)
{
    g_auto(GStrv) each = g_strsplit(names, "|", -1);
    for (char **name = each; *name; name++)
        if (parameters_get(parameters, *name))
            return true;
    return false;
}

bool resource_lacks(const struct resource *resource, const struct parameters *parameters)
{
    for (const char *const *names = resource->needs; names && *names; names++)
        if (!resource_has_one_of(parameters, *names))
            return true;
    return false;
}

/* From a path to its resource. */
#include "app/resource.h"

#include <string.h>

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
    for (const struct resource *each = resources; each->path; each++) {
        if (path_fits(each->path, path, key)) {
            *key = arena_strdup(arena, *key);
            return each;
        }
    }
    return NULL;
}

/* Finds embedded SQL files by name. Knows the resource the build makes of them, nothing of their content. */
#include "store/sql.h"

#include <gio/gio.h>
#include <string.h>
#include <sql.h> /* generated */

const char *sql_text(const char *name)
{
    g_autofree char *path = g_strconcat("/sql/", name, ".sql", NULL);
    g_autoptr(GBytes) bytes =
        g_resource_lookup_data(proviso_sql_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    return bytes ? g_bytes_get_data(bytes, NULL) : NULL; /* the bytes point into the program itself */
}

char **sql_names(const char *folder)
{
    g_autofree char *path = g_strconcat("/sql/", folder, NULL);
    g_auto(GStrv) children =
        g_resource_enumerate_children(proviso_sql_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    GStrvBuilder *names = g_strv_builder_new();
    for (char **child = children; child && *child; child++) {
        if (!g_str_has_suffix(*child, ".sql"))
            continue;
        g_autofree char *name = g_strndup(*child, strlen(*child) - strlen(".sql"));
        g_strv_builder_add(names, name);
    }
    char **list = g_strv_builder_end(names);
    g_strv_builder_unref(names);
    return list;
}

/* What an edition is made by is told by its recipe: one that leaves something out serves what is no longer asked. */
#include "store/recipe.h"

#include "store/statement.h"

#include <gio/gio.h>
#include <recipe.h> /* generated */
#include <sql.h>    /* generated */
#include <string.h>

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The text of every statement that reads what is kept, in the order of their names. */
static GPtrArray *kept_texts(struct arena *arena)
{
    GPtrArray *texts = g_ptr_array_new();
    g_auto(GStrv) files = g_resource_enumerate_children(proviso_sql_get_resource(), "/sql", 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (char **file = files; *file; file++)
        if (g_str_has_suffix(*file, ".sql"))
            g_ptr_array_add(names, arena_strndup(arena, *file, strlen(*file) - strlen(".sql")));
    g_ptr_array_sort(names, compare_names);
    for (guint i = 0; i < names->len; i++) {
        const struct statement *statement = statement_read(arena, names->pdata[i], NULL);
        g_assert_nonnull(statement);
        if (strstr(statement->text, "kept_facet"))
            g_ptr_array_add(texts, (void *)statement->text);
    }
    return texts;
}

static void test_what_is_kept(void)
{
    struct arena *arena = arena_new();
    g_autoptr(GPtrArray) texts = kept_texts(arena);
    g_assert_cmpuint(texts->len, >, 1);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)RECIPE_DIGEST, -1);
    for (guint i = 0; i < texts->len; i++)
        g_checksum_update(sum, texts->pdata[i], -1);
    g_assert_cmpstr(recipe_own(arena), ==, g_checksum_get_string(sum));
    arena_free(arena);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/recipe/what-is-kept", test_what_is_kept);
    return g_test_run();
}

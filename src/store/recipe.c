/* What makes an edition is told by a hash of it, which stands in the edition. */
#include "store/recipe.h"

#include "store/execute.h"
#include "store/statement.h"

#include <glib.h>
#include <recipe.h> /* generated */
#include <string.h>

const char *const recipe_facets[] = {"funding_facets", "jurisdictions_facets", NULL};

const char *recipe_own(struct arena *arena)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(checksum, (const unsigned char *)RECIPE_DIGEST, -1);
    for (const char *const *name = recipe_facets; *name; name++) {
        const struct statement *facets = statement_read(arena, *name, NULL);
        g_checksum_update(checksum, (const unsigned char *)(facets ? facets->text : ""), -1);
    }
    return arena_strdup(arena, g_checksum_get_string(checksum));
}

const char *recipe_asked(void)
{
    return ASKED_DIGEST;
}

static bool tells(struct arena *arena, sqlite3 *edition, const char *statement, const char *digest)
{
    struct cell told;
    return execute_value(arena, edition, statement, &told, NULL) && told.kind == CELL_TEXT &&
           strcmp(told.text, digest) == 0;
}

bool recipe_is_own(struct arena *arena, sqlite3 *edition)
{
    return tells(arena, edition, "read/recipe", recipe_own(arena));
}

bool recipe_is_tried(struct arena *arena, sqlite3 *edition)
{
    return recipe_is_own(arena, edition) && tells(arena, edition, "read/tried", recipe_asked());
}

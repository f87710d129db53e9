/* The states that imports know by their codes are those of the closed list that pages show, under the same names. */
#include "import/states.h"

#include "app/vocabulary.h"
#include "import/spelling.h"

#include <glib.h>

static void test_names(void)
{
    struct arena *arena = arena_new();
    for (const struct choice *choice = states; choice->value; choice++) {
        const struct state *state = state_by_usps(choice->value);
        g_assert_nonnull(state);
        g_assert_true(state_by_fips(state->fips) == state);
        g_assert_cmpstr(state->name, ==, choice->label);
        g_assert_cmpstr(state->words, ==, spelling_normal(arena, state->name));
    }
    arena_free(arena);
}

static void test_no_others(void)
{
    for (int code = 0; code < 100; code++) {
        g_autofree char *fips = g_strdup_printf("%d", code);
        const struct state *state = state_by_fips(fips);
        g_assert_true(!state || choice_label(states, state->usps));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/states/names", test_names);
    g_test_add_func("/import/states/no-others", test_no_others);
    return g_test_run();
}

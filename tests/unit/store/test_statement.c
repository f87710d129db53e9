/* What the files of a statement come to. */
#include "store/statement.h"

/* The conditions that CTE files name reach the parameters in them. */
static void test_conditions(void)
{
    struct arena *arena = arena_new();
    GError *error = NULL;
    const struct statement *statement = statement_read(arena, "jurisdictions_total", &error);
    g_assert_no_error(error);
    g_assert_true(statement_inverts(statement, "not_demand"));
    g_assert_false(statement_inverts(statement, "as_of"));
    g_assert_true(statement_reads(statement, "authority"));
    arena_free(arena);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/statement/conditions", test_conditions);
    return g_test_run();
}

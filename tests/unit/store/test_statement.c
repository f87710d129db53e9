/* What the files of a statement come to. */
#include "store/statement.h"

#include <string.h>

/* What a file names a set of parameters by is filled in where it is read. */
static void test_sets(void)
{
    struct arena *arena = arena_new();
    GError *error = NULL;
    const struct statement *statement = statement_read(arena, "jurisdictions_total", &error);
    g_assert_no_error(error);
    g_assert_null(strchr(statement->text, '@'));
    g_assert_true(statement_inverts(statement, "not_demand"));
    g_assert_true(statement_reads(statement, "kind"));
    arena_free(arena);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/statement/sets", test_sets);
    return g_test_run();
}

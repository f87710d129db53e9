/* Which clauses of a statement are kept for what is given. */
#include "store/statement.h"

#include <string.h>

/* SELF: the names given, with a space round each. */
static size_t count_named(const void *self, const char *parameter)
{
    g_autofree char *wanted = g_strdup_printf(" %s ", parameter);
    return strstr(self, wanted) ? 1 : 0;
}

static void expect(const char *text, const char *given, const char *sql)
{
    const struct statement statement = {.name = "test", .text = text};
    g_autoptr(GString) out = g_string_new(NULL);
    g_assert_true(statement_expand(&statement, count_named, given, NULL, out, NULL));
    g_assert_cmpstr(out->str, ==, sql);
}

static void test_all(void)
{
    expect("a[[ AND b = :b AND c = :c]]", " b ", "a");
    expect("a[[ AND b = :b AND c = :c]]", " b c ", "a AND b = :b AND c = :c");
}

static void test_none(void)
{
    expect("a[[^ b, c: AND d = :d]]", " ", "a AND d = :d");
    expect("a[[^ b, c: AND d = :d]]", " c d ", "a");
    expect("a[[^ b, c: AND d = :d]]", " bc ", "a AND d = :d");
}

static void test_any(void)
{
    expect("a[[? b, c: AND b = :b]]", " c ", "a AND b = :b");
    expect("a[[? b, c: AND b = :b]]", " d ", "a");
}

static void test_both(void)
{
    expect("a[[^ b ? c: AND c = :c]]", " c ", "a AND c = :c");
    expect("a[[^ b ? c: AND c = :c]]", " b c ", "a");
    expect("a[[^ b ? c: AND c = :c]]", " ", "a");
    expect("a[[? b, c ? d: AND d]]", " c d ", "a AND d");
    expect("a[[? b, c ? d: AND d]]", " d ", "a");
    expect("a[[? b, c ? d: AND d]]", " b c ", "a");
    expect("a[[^ b | ? c: AND d]]", " c ", "a AND d");
    expect("a[[^ b | ? c: AND d]]", " b c ", "a AND d");
    expect("a[[^ b | ? c: AND d]]", " b ", "a");
    expect("a[[? b ? c | ? d: AND e]]", " b ", "a");
    expect("a[[? b ? c | ? d: AND e]]", " d ", "a AND e");
}

static void test_reads(void)
{
    const struct statement statement = {.name = "test", .text = "[[^ b ? c: x]] [[? d: y]] :e_2"};
    g_assert_true(statement_reads(&statement, "b"));
    g_assert_true(statement_reads(&statement, "d"));
    g_assert_true(statement_reads(&statement, "e_2"));
    g_assert_false(statement_reads(&statement, "e"));
    g_assert_false(statement_reads(&statement, "x"));
    g_assert_true(statement_inverts(&statement, "b"));
    g_assert_false(statement_inverts(&statement, "c"));
}

/* What a file names a set of parameters by is filled in where it is read. */
static void test_sets(void)
{
    struct arena *arena = arena_new();
    GError *error = NULL;
    const struct statement *statement = statement_read(arena, "jurisdictions_total", &error);
    g_assert_no_error(error);
    g_assert_null(strchr(statement->text, '@'));
    g_assert_true(statement_inverts(statement, "not_demand"));
    arena_free(arena);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/statement/all", test_all);
    g_test_add_func("/statement/none", test_none);
    g_test_add_func("/statement/any", test_any);
    g_test_add_func("/statement/both", test_both);
    g_test_add_func("/statement/reads", test_reads);
    g_test_add_func("/statement/sets", test_sets);
    return g_test_run();
}

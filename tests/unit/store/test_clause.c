/* Which clauses of a statement are kept for what is given. */
#include "store/clause.h"

#include <string.h>

/* SELF: the names given, with a space round each. */
static size_t count_named(const void *self, const char *parameter)
{
    g_autofree char *wanted = g_strdup_printf(" %s ", parameter);
    return strstr(self, wanted) ? 1 : 0;
}

/* What @other and @either stand for. */
static GHashTable *name_conditions(struct arena *arena)
{
    GHashTable *named = g_hash_table_new(g_str_hash, g_str_equal);
    g_assert_true(clauses_name(arena, named, "other", "^ b ? c"));
    g_assert_true(clauses_name(arena, named, "either", "? @other | ? d"));
    return named;
}

static void expect(const char *text, const char *given, const char *sql)
{
    struct arena *arena = arena_new();
    struct clauses clauses;
    const char *wrong;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GHashTable) named = name_conditions(arena);
    g_assert_true(clauses_parse(arena, text, named, &clauses, &wrong));
    clauses_expand(&clauses, &(struct clause_run){count_named, given, {"-d", "-e"}}, out);
    g_assert_cmpstr(out->str, ==, sql);
    arena_free(arena);
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

static void test_marks(void)
{
    expect("a :b IN (:c*)[[ ORDER BY :sort!]]", " c ", "a :b IN (:c_1) ORDER BY -e");
    expect("a IN (:c*)", " ", "a IN (NULL)");
}

static void test_sort(void)
{
    expect("a[[? sort=-d: b]][[? sort=d: c]][[^ sort=-d, d: d]][[? b, sort=-d ? c: e]]", " c ", "a b e");
}

static void test_named(void)
{
    expect("a[[? @other: x]]", " c ", "a x");
    expect("a[[? @other: x]]", " b c ", "a");
    expect("a[[^ @other: x]]", " b c ", "a x");
    expect("a[[^ @other: x]]", " c ", "a");
    expect("a[[? @either ? e: x]]", " c e ", "a x");
    expect("a[[? @either ? e: x]]", " b d e ", "a x");
    expect("a[[? @either ? e: x]]", " b c e ", "a");
    expect("a[[? @either ? e: x]]", " d ", "a");
    expect("a[[^ e, @either | ? f: x]]", " b ", "a x");
    expect("a[[^ e, @either | ? f: x]]", " d f ", "a x");
    expect("a[[^ e, @either | ? f: x]]", " d ", "a");
}

/* A condition cannot have the name of another, nor name one that is not there. */
static void test_names(void)
{
    struct arena *arena = arena_new();
    g_autoptr(GHashTable) named = name_conditions(arena);
    g_assert_false(clauses_name(arena, named, "other", "? d"));
    g_assert_false(clauses_name(arena, named, "more", "? @none"));
    g_assert_false(clauses_name(arena, named, "more", "d, e"));
    arena_free(arena);
}

static void test_have(void)
{
    struct arena *arena = arena_new();
    g_autoptr(GHashTable) named = name_conditions(arena);
    struct clauses clauses;
    const char *wrong;
    g_assert_true(clauses_parse(arena, "[[^ b ? c: x]] [[? d: y]] :e_2 [[^ f, @either: z]]", named, &clauses, &wrong));
    g_assert_true(clauses_have(&clauses, "b"));
    g_assert_true(clauses_have(&clauses, "d"));
    g_assert_true(clauses_have(&clauses, "e_2"));
    g_assert_false(clauses_have(&clauses, "e"));
    g_assert_false(clauses_have(&clauses, "x"));
    g_assert_true(clauses_invert(&clauses, "b"));
    g_assert_true(clauses_invert(&clauses, "c")); /* what is not to be @other may lack it */
    g_assert_true(clauses_invert(&clauses, "f"));
    g_assert_false(clauses_invert(&clauses, "e_2"));
    g_assert_true(clauses_parse(arena, "[[? @other ? e: x]] [[^ f ? @either: y]]", named, &clauses, &wrong));
    g_assert_true(clauses_invert(&clauses, "b"));
    g_assert_false(clauses_invert(&clauses, "c"));
    g_assert_false(clauses_invert(&clauses, "d"));
    g_assert_true(clauses_have(&clauses, "c"));
    g_assert_true(clauses_have(&clauses, "d"));
    arena_free(arena);
}

/* A head that says nothing, or something else than it seems to, is found when the statement is read. */
static void test_wrong(void)
{
    static const char *const texts[] = {"a[[ AND b",  "a[[^ b AND c]]",  "a[[? b, : c]]",  "a[[? b ? : c]]",
                                        "a[[^ : c]]", "a[[^ b | c: d]]", "a[[? @none: b]]"};
    struct arena *arena = arena_new();
    g_autoptr(GHashTable) named = name_conditions(arena);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        struct clauses clauses;
        const char *wrong = NULL;
        g_assert_false(clauses_parse(arena, texts[i], named, &clauses, &wrong));
        g_assert_true(wrong == texts[i] + 1);
    }
    arena_free(arena);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/clause/all", test_all);
    g_test_add_func("/clause/none", test_none);
    g_test_add_func("/clause/any", test_any);
    g_test_add_func("/clause/both", test_both);
    g_test_add_func("/clause/marks", test_marks);
    g_test_add_func("/clause/sort", test_sort);
    g_test_add_func("/clause/named", test_named);
    g_test_add_func("/clause/names", test_names);
    g_test_add_func("/clause/have", test_have);
    g_test_add_func("/clause/wrong", test_wrong);
    return g_test_run();
}

/* Cleaning, cutting and breaking of text. */
#include "chart/fixture.h"
#include "chart/words.h"

static void test_clean(void)
{
    static const struct {
        const char *text, *clean;
        size_t most;
    } cases[] = {
        {"plain", "plain", 100},
        {NULL, "", 100},
        {"  two\t\n words  ", "two words", 100},
        {"bell\a and \x7f"
         "del",
         "bell and del", 100},
        {"nel\xc2\x85gone", "nelgone", 100},
        {"bad \xff byte", "bad \xef\xbf\xbd byte", 100},
        {"over\xe2\x80\xaeride\xe2\x81\xa6", "override", 100},
        {"no\xc2\xa0"
         "break",
         "no\xc2\xa0"
         "break",
         100},
        {"line\xe2\x80\xa8sep", "line sep", 100},
        {"\xef\xbf\xbe\xef\xb7\x90", "", 100},
        {"abcdefghij", "abcdefghij", 10},
        {"abcdefghijk", "abcdefg\xe2\x80\xa6", 10},
        {"abcdef hijk", "abcdef\xe2\x80\xa6", 10},
        {"abcdef\xc3\xa9\xc3\xa9\xc3\xa9", "abcdef\xc3\xa9\xe2\x80\xa6", 11},
        {"abcd", "\xe2\x80\xa6", 3},
        {"abcd", "", 2},
        {"JAG \xe2\x80\x93  2017,\xe2\x80\x93 se\xc3\xb1or ", "JAG \xe2\x80\x93 2017,\xe2\x80\x93 se\xc3\xb1or", 100},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(words_clean(arena, cases[i].text, cases[i].most), ==, cases[i].clean);
    arena_free(arena);
}

static void test_marks(void)
{
    struct arena *arena = arena_new();
    g_autoptr(GString) text = g_string_new("a");
    for (int i = 0; i < 50; i++)
        g_string_append(text, i % 7 ? "\xcc\x81" : "\xcc\x81\xe2\x80\x8b"); /* what is not seen divides no letter */
    g_string_append_c(text, 'b');
    g_assert_cmpint(g_utf8_strlen(words_clean(arena, text->str, 1000), -1), ==, 1 + 8 + 1);
    arena_free(arena);
}

static void test_fit(void)
{
    struct arena *arena = arena_new();
    struct ruler ruler = {.arena = arena, .measure = &fixed_measure, .size = 10}; /* 5.5 a letter */
    g_assert_cmpstr(words_fit(&ruler, "abcdef", 33).words, ==, "abcdef");
    g_assert_cmpfloat_with_epsilon(words_fit(&ruler, "abcdef", 33).width, 33, 1e-9);
    g_assert_cmpstr(words_fit(&ruler, "abcdef", 32.9).words, ==, "abcd\xe2\x80\xa6");
    g_assert_cmpstr(words_fit(&ruler, "ab def", 23).words, ==, "ab\xe2\x80\xa6");
    g_assert_cmpstr(words_fit(&ruler, "ae\xcc\x81z", 17).words, ==, "a\xe2\x80\xa6"); /* a letter keeps its accent */
    g_assert_cmpstr(words_fit(&ruler, "abcdef", 6).words, ==, "\xe2\x80\xa6");
    g_assert_cmpstr(words_fit(&ruler, "abcdef", 5).words, ==, "");
    g_assert_cmpstr(words_fit(&ruler, "", 0).words, ==, "");
    arena_free(arena);
}

static void check_wrap(const char *text, struct words_frame frame, const char *expected)
{
    struct arena *arena = arena_new();
    struct ruler ruler = {.arena = arena, .measure = &fixed_measure, .size = 10};
    struct words_lines lines = words_wrap(&ruler, text, &frame);
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t i = 0; i < lines.n_lines; i++) {
        g_string_append_printf(all, "%s%s", i ? "|" : "", lines.lines[i].words);
        g_assert_cmpfloat(lines.lines[i].width, <=, frame.width);
    }
    g_assert_cmpstr(all->str, ==, expected);
    arena_free(arena);
}

static void test_wrap(void)
{
    check_wrap("", (struct words_frame){.width = 56, .most_lines = 3}, "");
    check_wrap("one two", (struct words_frame){.width = 56, .most_lines = 3}, "one two");
    check_wrap("one two six ten", (struct words_frame){.width = 56, .most_lines = 3}, "one two|six ten");
    check_wrap("aaaa bbbb cccc dddd ee", (struct words_frame){.width = 111, .most_lines = 3}, "aaaa bbbb cccc dddd|ee");
    check_wrap("aaaa bbbb cccc dddd ee", (struct words_frame){.width = 111, .most_lines = 3, .even = true},
               "aaaa bbbb|cccc dddd ee");
    check_wrap("one two six ten", (struct words_frame){.width = 56, .most_lines = 1}, "one two s\xe2\x80\xa6");
    check_wrap("abcdefghijklmnop", (struct words_frame){.width = 56, .most_lines = 3}, "abcdefghij|klmnop");
    check_wrap("no\xc2\xa0"
               "break here",
               (struct words_frame){.width = 45, .most_lines = 3},
               "no\xc2\xa0"
               "break|here");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/words/clean", test_clean);
    g_test_add_func("/chart/words/marks", test_marks);
    g_test_add_func("/chart/words/fit", test_fit);
    g_test_add_func("/chart/words/wrap", test_wrap);
    return g_test_run();
}

/* Terms: ways to write a name or a code meet; what differs stays apart. */
#include "store/terms.h"

#include <glib.h>

static void check(const char *text, const char *expected)
{
    g_autoptr(GString) terms = g_string_new(NULL);
    terms_append(terms, text);
    g_assert_cmpstr(terms->str, ==, expected);
}

static void test_codes(void)
{
    check("1:17-cv-05720", "1 17 cv 5720");
    check("17cv5720", "17 cv 5720");
    check("8 U.S.C. 1373", "8 usc 1373");
    check("8 U.S.C \u00a71373(a)", "8 usc 1373 a");
    check("SB54", "sb 54");
    check("SB 54 (2017)", "sb 54 2017");
    check("2018-01-04", "2018 1 4");
    check("0", "0");
    check("000", "0");
    check("007", "7");
    check("$0.50", "0 50");
}

static void test_words(void)
{
    check("Ca\u00f1on City", "canon city");
    check("Can\u0303on City", "canon city");
    check("O'Brien, J.", "o brien j");
    check("New York v. U.S. Department", "new york v us department");
    check("A.B", "ab");
    check("A.Bc", "a bc");
    check("\u00c9.U.", "eu");
    check("www.example.org", "www example org");
    check("", "");
    check(" .-\u0301", "");
    check("\u4eac", "\u4eac");
}

static void test_added_to(void)
{
    g_autoptr(GString) terms = g_string_new("a");
    terms_append(terms, "B");
    terms_append(terms, "--");
    g_assert_cmpstr(terms->str, ==, "a b");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/terms/codes", test_codes);
    g_test_add_func("/terms/words", test_words);
    g_test_add_func("/terms/added", test_added_to);
    return g_test_run();
}

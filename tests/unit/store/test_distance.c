/* Edit distance: changed, added, missing and swapped letters; letters, not bytes; long words. */
#include "store/distance.h"

#include <glib.h>

static void test_distances(void)
{
    static const struct {
        const char *a, *b;
        size_t distance;
    } cases[] = {
        {"watsonville", "watsonvile", 1}, {"chicago", "chicgao", 1}, {"cook", "cook", 0}, {"", "abc", 3},
        {"oakland", "aukland", 2},        {"a\u00f1o", "ano", 1},    {"abcd", "badc", 2}, {"king", "cook", 4},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_assert_cmpuint(distance_between(cases[i].a, cases[i].b), ==, cases[i].distance);
        g_assert_cmpuint(distance_between(cases[i].b, cases[i].a), ==, cases[i].distance);
    }
}

static void test_long_words(void)
{
    g_autofree char *fits = g_strnfill(DISTANCE_LETTERS, 'a');
    g_autofree char *longer = g_strnfill(DISTANCE_LETTERS + 1, 'a');
    g_assert_cmpuint(distance_between(fits, fits), ==, 0);
    g_assert_cmpuint(distance_between(fits, longer), ==, DISTANCE_LETTERS);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/distance/words", test_distances);
    g_test_add_func("/distance/long", test_long_words);
    return g_test_run();
}

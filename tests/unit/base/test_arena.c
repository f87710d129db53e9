/* The arena: zeroed, aligned, apart; given back whole; settled after the first round. */
#include "base/arena.h"

#include <stdint.h>
#include <string.h>

static void test_pieces(void)
{
    enum { PIECES = 2000 };
    struct arena *arena = arena_new();
    unsigned char *pieces[PIECES];
    for (size_t i = 0; i < PIECES; i++) {
        pieces[i] = arena_alloc(arena, i);
        g_assert_cmpuint((uintptr_t)pieces[i] % _Alignof(max_align_t), ==, 0);
        for (size_t k = 0; k < i; k++)
            g_assert_cmpint(pieces[i][k], ==, 0);
        memset(pieces[i], (int)(i % 251 + 1), i);
    }
    for (size_t i = 0; i < PIECES; i++)
        for (size_t k = 0; k < i; k++)
            g_assert_cmpint(pieces[i][k], ==, (int)(i % 251 + 1));
    arena_free(arena);
}

/* What was handed out before a reset is zero again after it. */
static void test_reset(void)
{
    struct arena *arena = arena_new();
    for (int round = 0; round < 3; round++) {
        char *text = arena_alloc(arena, 100);
        for (size_t k = 0; k < 100; k++)
            g_assert_cmpint(text[k], ==, 0);
        memset(text, 'x', 100);
        memset(arena_alloc(arena, 1 << 20), 'y', 1 << 20);
        g_assert_cmpuint(arena_used(arena), >=, 100 + (1 << 20));
        arena_reset(arena);
        g_assert_cmpuint(arena_used(arena), ==, 0);
    }
    arena_free(arena);
}

static void test_text(void)
{
    struct arena *arena = arena_new();
    g_autofree char *large = g_strnfill(100000, 'z');
    g_assert_null(arena_strdup(arena, NULL));
    g_assert_cmpstr(arena_strdup(arena, ""), ==, "");
    g_assert_cmpstr(arena_strndup(arena, "abcdef", 3), ==, "abc");
    g_autofree char *longer = g_strconcat(large, "-7", NULL);
    g_assert_cmpstr(arena_printf(arena, "%s-%d", large, 7), ==, longer);
    arena_free(arena);
}

/* A product that overflows ends the process instead of giving less than was asked for. */
static void test_overflow(void)
{
    if (g_test_subprocess()) {
        struct arena *arena = arena_new();
        arena_array(arena, SIZE_MAX / 2, 3);
        return;
    }
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_failed();
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/arena/pieces", test_pieces);
    g_test_add_func("/base/arena/reset", test_reset);
    g_test_add_func("/base/arena/text", test_text);
    g_test_add_func("/base/arena/overflow", test_overflow);
    return g_test_run();
}

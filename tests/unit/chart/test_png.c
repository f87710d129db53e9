/* The encoder on pictures made by hand: exact colours stay, blends may move a little, a photograph falls back to RGB.
 */
#include "chart/png.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE = 64 };

/* Rows lie 2 pixels further apart than they are wide, and the top bytes are filled. */
struct canvas {
    uint32_t pixels[SIDE * (SIDE + 2)];
};

static void set(struct canvas *canvas, size_t i, uint32_t color)
{
    canvas->pixels[i / SIDE * (SIDE + 2) + i % SIDE] = color | 0xab000000;
}

static unsigned char *round_trip(const struct canvas *canvas, const uint32_t *exact, size_t n_exact, int *color_type)
{
    const struct png_picture picture = {
        .pixels = canvas->pixels, .width = SIDE, .height = SIDE, .stride = SIDE + 2, .dots_per_metre = 3780};
    g_autoptr(GString) file = g_string_new("before");
    struct scratch scratch = {0};
    const struct png_colors colors = {.colors = exact, .n_colors = n_exact};
    g_assert_true(png_encode(&scratch, &picture, &colors, file, NULL));
    scratch_free(&scratch);
    g_assert_true(g_str_has_prefix(file->str, "before"));
    png_image image = {.version = PNG_IMAGE_VERSION};
    g_assert_true(png_image_begin_read_from_memory(&image, file->str + 6, file->len - 6));
    g_assert_cmpuint(image.width, ==, SIDE);
    g_assert_cmpuint(image.height, ==, SIDE);
    *color_type = file->str[6 + 25];
    image.format = PNG_FORMAT_RGB;
    unsigned char *rgb = g_malloc(PNG_IMAGE_SIZE(image));
    g_assert_true(png_image_finish_read(&image, NULL, rgb, 0, NULL));
    return rgb;
}

/* Largest difference of a channel between what went in and what came out at pixel I. */
static int distance(const struct canvas *canvas, const unsigned char *rgb, size_t i)
{
    uint32_t wanted = canvas->pixels[i / SIDE * (SIDE + 2) + i % SIDE];
    int red = abs((int)(wanted >> 16 & 0xff) - rgb[i * 3]), green = abs((int)(wanted >> 8 & 0xff) - rgb[i * 3 + 1]);
    int blue = abs((int)(wanted & 0xff) - rgb[i * 3 + 2]);
    return MAX(red, MAX(green, blue));
}

static void test_few(void)
{
    struct canvas canvas = {{0}};
    for (size_t i = 0; i < SIDE * SIDE; i++)
        set(&canvas, i, i % 256 * 0x010101);
    int type;
    g_autofree unsigned char *rgb = round_trip(&canvas, NULL, 0, &type);
    g_assert_cmpint(type, ==, 3);
    for (size_t i = 0; i < SIDE * SIDE; i++)
        g_assert_cmpint(distance(&canvas, rgb, i), ==, 0);
}

/* Blends of each two of four colours in 75 steps: the four stay, the rest move by 7 at most. */
static void test_blends(void)
{
    static const uint32_t exact[] = {0xffffff, 0x0072b2, 0x1b1b1b, 0xd55e00, 0x123456};
    static const size_t pairs[][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {0, 2}, {1, 3}};
    struct canvas canvas = {{0}};
    for (size_t i = 0; i < SIDE * SIDE; i++) {
        uint32_t from = exact[pairs[i % 6][0]], to = exact[pairs[i % 6][1]], share = (uint32_t)(i / 6 % 75), color = 0;
        for (int shift = 0; shift < 24; shift += 8)
            color |= ((from >> shift & 0xff) * (75 - share) + (to >> shift & 0xff) * share) / 75 << shift;
        set(&canvas, i, color);
    }
    int type;
    g_autofree unsigned char *rgb = round_trip(&canvas, exact, G_N_ELEMENTS(exact), &type);
    g_assert_cmpint(type, ==, 3);
    int farthest = 0;
    for (size_t i = 0; i < SIDE * SIDE; i++) {
        int apart = distance(&canvas, rgb, i);
        farthest = MAX(farthest, apart);
        if (i / 6 % 75 == 0)
            g_assert_cmpint(apart, ==, 0);
    }
    g_assert_cmpint(farthest, >, 0);
    g_assert_cmpint(farthest, <=, 7);
}

/* 400 colours further apart than blends may move: no palette, though a coarser one would do. */
static void test_apart(void)
{
    struct canvas canvas = {{0}};
    for (size_t i = 0; i < SIDE * SIDE; i++)
        set(&canvas, i, (uint32_t)(i % 20 * 8) << 16 | (uint32_t)(i / 20 % 20 * 8) << 8);
    int type;
    g_autofree unsigned char *rgb = round_trip(&canvas, NULL, 0, &type);
    g_assert_cmpint(type, ==, 2);
    for (size_t i = 0; i < SIDE * SIDE; i++)
        g_assert_cmpint(distance(&canvas, rgb, i), ==, 0);
}

static void test_many(void)
{
    struct canvas canvas = {{0}};
    for (size_t i = 0; i < SIDE * SIDE; i++)
        set(&canvas, i, (uint32_t)i * 2654435761u >> 8);
    int type;
    g_autofree unsigned char *rgb = round_trip(&canvas, NULL, 0, &type);
    g_assert_cmpint(type, ==, 2);
    for (size_t i = 0; i < SIDE * SIDE; i++)
        g_assert_cmpint(distance(&canvas, rgb, i), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/png/few", test_few);
    g_test_add_func("/chart/png/blends", test_blends);
    g_test_add_func("/chart/png/apart", test_apart);
    g_test_add_func("/chart/png/many", test_many);
    return g_test_run();
}

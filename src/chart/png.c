/* The PNG container round rows that libdeflate compresses: of palette numbers where 256 colours are enough, else RGB.
 */
#include "chart/png.h"

#include "chart/palette.h"

#include <libdeflate.h>
#include <string.h>

enum { COMPRESSION = 2, COLOR_RGB = 2, COLOR_PALETTE = 3, UNIT_METRE = 1 };

static void put_32(unsigned char bytes[4], uint32_t value)
{
    for (int i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(value >> (24 - 8 * i));
}

static void append_chunk(GString *out, const char type[4], const void *data, size_t size)
{
    unsigned char number[4];
    put_32(number, (uint32_t)size);
    g_string_append_len(out, (const char *)number, 4);
    size_t from = out->len;
    g_string_append_len(out, type, 4);
    g_string_append_len(out, data, (gssize)size);
    put_32(number, libdeflate_crc32(0, out->str + from, out->len - from));
    g_string_append_len(out, (const char *)number, 4);
}

static void append_header(GString *out, const struct png_picture *picture, unsigned char color)
{
    unsigned char header[13] = {[8] = 8, [9] = color}, density[9] = {[8] = UNIT_METRE}, intent = 0;
    put_32(header, (uint32_t)picture->width);
    put_32(header + 4, (uint32_t)picture->height);
    put_32(density, picture->dots_per_metre);
    put_32(density + 4, picture->dots_per_metre);
    g_string_append_len(out, "\x89PNG\r\n\x1a\n", 8);
    append_chunk(out, "IHDR", header, sizeof header);
    append_chunk(out, "sRGB", &intent, 1);
    append_chunk(out, "pHYs", density, sizeof density);
}

static void append_palette(GString *out, const struct palette *palette)
{
    unsigned char bytes[PALETTE_MOST * 3];
    for (size_t i = 0; i < palette->n_colors; i++)
        for (size_t j = 0; j < 3; j++)
            bytes[i * 3 + j] = (unsigned char)(palette->colors[i] >> (16 - 8 * j));
    append_chunk(out, "PLTE", bytes, palette->n_colors * 3);
}

static unsigned char *rgb_rows(const struct png_picture *picture)
{
    unsigned char *rows = g_malloc((picture->width * 3 + 1) * picture->height), *at = rows;
    for (size_t y = 0; y < picture->height; y++) {
        *at++ = 0;
        for (size_t x = 0; x < picture->width; x++, at += 3) {
            uint32_t pixel = picture->pixels[y * picture->stride + x];
            at[0] = (unsigned char)(pixel >> 16);
            at[1] = (unsigned char)(pixel >> 8);
            at[2] = (unsigned char)pixel;
        }
    }
    return rows;
}

static bool append_packed(GString *out, const unsigned char *rows, size_t size, GError **error)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(COMPRESSION);
    size_t packed_size = 0;
    g_autofree unsigned char *packed = NULL;
    if (compressor) {
        size_t bound = libdeflate_zlib_compress_bound(compressor, size);
        packed = g_malloc(bound);
        packed_size = libdeflate_zlib_compress(compressor, rows, size, packed, bound);
        libdeflate_free_compressor(compressor);
    }
    if (!packed_size) {
        g_set_error(error, PROVISO_ERROR, ERROR_UNAVAILABLE, "no memory to compress a picture");
        return false;
    }
    append_chunk(out, "IDAT", packed, packed_size);
    return true;
}

bool png_encode(struct scratch *scratch, const struct png_picture *picture, const struct png_colors *exact,
                GString *out, GError **error)
{
    struct palette palette;
    size_t before = out->len, size = (picture->width + 1) * picture->height;
    unsigned char *rows = scratch_get(scratch, SCRATCH_ROWS, size);
    bool is_small = palette_make(scratch, picture, exact, &palette, rows);
    g_autofree unsigned char *rgb = is_small ? NULL : rgb_rows(picture);
    append_header(out, picture, is_small ? COLOR_PALETTE : COLOR_RGB);
    if (is_small)
        append_palette(out, &palette);
    if (!append_packed(out, is_small ? rows : rgb, is_small ? size : (picture->width * 3 + 1) * picture->height,
                       error)) {
        g_string_truncate(out, before);
        return false;
    }
    append_chunk(out, "IEND", NULL, 0);
    return true;
}

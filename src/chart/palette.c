/* Each distinct colour of a picture is found once; the exact ones get entries of their own, the blends share entries
 * only as far as 256 force them to. Order of first appearance decides, so that the same picture gives the same bytes.
 */
#include "chart/palette.h"

#include <string.h>

enum {
    TABLE_BITS = 14,
    TABLE_SIZE = 1 << TABLE_BITS,
    MOST_DISTINCT = TABLE_SIZE / 4, /* more is no line drawing */
    MOST_DROPPED = 3                /* low bits in which blends may be told apart no more */
};

struct distinct {
    uint32_t color;
    uint32_t count; /* pixels */
    bool is_exact;
    unsigned char entry;
};

/* Distinct colours in order of appearance, found by an open hash of their numbers. */
struct tally {
    size_t n_colors;
    struct distinct colors[MOST_DISTINCT];
    uint16_t slots[TABLE_SIZE]; /* 1 + index of a colour; 0 is free */
};

static size_t slot_of(uint32_t color)
{
    return (color * UINT32_C(2654435769)) >> (32 - TABLE_BITS);
}

/* The index of COLOR, which is added when new; MOST_DISTINCT when there is no room for it. */
static size_t tally_find(struct tally *tally, uint32_t color)
{
    size_t slot = slot_of(color);
    while (tally->slots[slot]) {
        size_t i = tally->slots[slot] - 1u;
        if (tally->colors[i].color == color)
            return i;
        slot = (slot + 1) % TABLE_SIZE;
    }
    if (tally->n_colors == MOST_DISTINCT)
        return MOST_DISTINCT;
    size_t i = tally->n_colors++;
    tally->colors[i] = (struct distinct){.color = color};
    tally->slots[slot] = (uint16_t)(i + 1);
    return i;
}

/* Equal pixels side by side in one row. */
struct run {
    uint32_t length;
    uint16_t color; /* index in the tally */
};

/* Adds the runs of a row and counts their pixels. */
static bool add_row(struct tally *tally, const uint32_t *row, size_t width, GArray *runs)
{
    for (size_t x = 0; x < width;) {
        uint32_t color = row[x] & 0xffffff;
        size_t from = x, i = tally_find(tally, color);
        if (i == MOST_DISTINCT)
            return false;
        while (x < width && (row[x] & 0xffffff) == color)
            x++;
        struct run run = {.length = (uint32_t)(x - from), .color = (uint16_t)i};
        g_array_append_val(runs, run);
        tally->colors[i].count += run.length;
    }
    return true;
}

static bool find_runs(struct tally *tally, const struct png_picture *picture, GArray *runs)
{
    for (size_t y = 0; y < picture->height; y++)
        if (!add_row(tally, picture->pixels + y * picture->stride, picture->width, runs))
            return false;
    return true;
}

/* Blends that share an entry. */
struct bucket {
    uint32_t key;
    uint64_t red, green, blue, count;
};

static void bucket_add(struct bucket *bucket, const struct distinct *blend)
{
    bucket->red += (uint64_t)(blend->color >> 16) * blend->count;
    bucket->green += (uint64_t)(blend->color >> 8 & 0xff) * blend->count;
    bucket->blue += (uint64_t)(blend->color & 0xff) * blend->count;
    bucket->count += blend->count;
}

/* Puts the blends into the entries after n_exact, taking as one what differs only in the DROPPED low bits of each
 * channel. False when there are too many. */
static bool merge_blends(struct tally *tally, unsigned dropped, size_t n_exact, struct palette *palette)
{
    struct bucket buckets[PALETTE_MOST];
    uint32_t mask = (UINT32_C(0xff) << dropped & 0xff) * UINT32_C(0x010101);
    palette->n_colors = n_exact;
    for (size_t i = 0; i < tally->n_colors; i++) {
        struct distinct *blend = &tally->colors[i];
        if (blend->is_exact)
            continue;
        size_t entry = n_exact;
        while (entry < palette->n_colors && buckets[entry].key != (blend->color & mask))
            entry++;
        if (entry == PALETTE_MOST)
            return false;
        if (entry == palette->n_colors)
            buckets[palette->n_colors++] = (struct bucket){.key = blend->color & mask};
        bucket_add(&buckets[entry], blend);
        blend->entry = (unsigned char)entry;
    }
    for (size_t i = n_exact; i < palette->n_colors; i++) {
        const struct bucket *bucket = &buckets[i];
        palette->colors[i] = (uint32_t)(bucket->red / bucket->count) << 16 |
                             (uint32_t)(bucket->green / bucket->count) << 8 | (uint32_t)(bucket->blue / bucket->count);
    }
    return true;
}

/* The exact colours that the picture has come first. */
static size_t take_exact(struct tally *tally, const uint32_t *exact, size_t n_exact, struct palette *palette)
{
    size_t n_taken = 0;
    for (size_t i = 0; i < tally->n_colors; i++)
        for (size_t j = 0; j < n_exact && !tally->colors[i].is_exact; j++) {
            if (tally->colors[i].color != exact[j])
                continue;
            palette->colors[n_taken] = exact[j];
            tally->colors[i].is_exact = true;
            tally->colors[i].entry = (unsigned char)n_taken++;
        }
    return n_taken;
}

bool palette_make(const struct png_picture *picture, const uint32_t *exact, size_t n_exact, struct palette *palette,
                  unsigned char *entries)
{
    g_autofree struct tally *tally = g_new0(struct tally, 1);
    g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(struct run));
    if (n_exact >= PALETTE_MOST || !find_runs(tally, picture, runs))
        return false;
    size_t n_taken = take_exact(tally, exact, n_exact, palette);
    unsigned dropped = 0;
    while (!merge_blends(tally, dropped, n_taken, palette))
        if (++dropped > MOST_DROPPED)
            return false;
    for (guint i = 0; i < runs->len; i++) {
        const struct run *run = &g_array_index(runs, struct run, i);
        memset(entries, tally->colors[run->color].entry, run->length);
        entries += run->length;
    }
    return true;
}

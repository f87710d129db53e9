/* Each distinct colour of a picture is found once; the exact ones get entries of their own, the blends share entries
 * only as far as 256 force them to. Order of first appearance decides, so that the same picture gives the same bytes.
 */
#include "chart/palette.h"

#include <string.h>

enum { PNG_FILTER_NONE = 0, PNG_FILTER_UP = 2 };

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
struct histogram {
    size_t n_colors;
    struct distinct colors[MOST_DISTINCT];
    uint16_t slots[TABLE_SIZE]; /* 1 + index of a colour; 0 is free */
};

static size_t slot_of(uint32_t color)
{
    return (color * UINT32_C(2654435769)) >> (32 - TABLE_BITS);
}

/* The index of COLOR, which is added when new; MOST_DISTINCT when there is no room for it. */
static size_t find_color(struct histogram *histogram, uint32_t color)
{
    size_t slot = slot_of(color);
    while (histogram->slots[slot]) {
        size_t i = histogram->slots[slot] - 1u;
        if (histogram->colors[i].color == color)
            return i;
        slot = (slot + 1) % TABLE_SIZE;
    }
    if (histogram->n_colors == MOST_DISTINCT)
        return MOST_DISTINCT;
    size_t i = histogram->n_colors++;
    histogram->colors[i] = (struct distinct){.color = color};
    histogram->slots[slot] = (uint16_t)(i + 1);
    return i;
}

/* Equal pixels side by side in one row. */
struct run {
    uint32_t length;
    uint16_t color; /* index in the histogram */
};

/* The rows of a picture as runs. A row that equals the one above it has none. */
struct run_list {
    struct run *all;
    size_t n_runs;
    size_t *n_of_row;
};

/* How many pixels from ROW on have its first one's colour. */
static size_t run_length(const uint32_t *row, size_t width)
{
    static const uint64_t COLORS = UINT64_C(0x00ffffff00ffffff);
    uint32_t color = row[0] & 0xffffff;
    uint64_t two, twice = color | (uint64_t)color << 32;
    size_t length = 1;
    for (; length + 2 <= width; length += 2) {
        memcpy(&two, row + length, sizeof two);
        if ((two & COLORS) != twice)
            break;
    }
    while (length < width && (row[length] & 0xffffff) == color)
        length++;
    return length;
}

/* Adds the runs of a row and counts their pixels. */
static bool add_row(struct histogram *histogram, const uint32_t *row, size_t width, struct run_list *runs)
{
    for (size_t x = 0; x < width;) {
        size_t i = find_color(histogram, row[x] & 0xffffff), length = run_length(row + x, width - x);
        if (i == MOST_DISTINCT)
            return false;
        runs->all[runs->n_runs++] = (struct run){.length = (uint32_t)length, .color = (uint16_t)i};
        histogram->colors[i].count += (uint32_t)length;
        x += length;
    }
    return true;
}

static bool find_runs(struct histogram *histogram, const struct png_picture *picture, struct run_list *runs)
{
    for (size_t y = 0; y < picture->height; y++) {
        const uint32_t *row = picture->pixels + y * picture->stride;
        size_t before = runs->n_runs;
        runs->n_of_row[y] = 0;
        if (y && memcmp(row, row - picture->stride, picture->width * sizeof *row) == 0)
            continue;
        if (!add_row(histogram, row, picture->width, runs))
            return false;
        runs->n_of_row[y] = runs->n_runs - before;
    }
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
static bool merge_blends(struct histogram *histogram, unsigned dropped, size_t n_exact, struct palette *palette)
{
    struct bucket buckets[PALETTE_MOST];
    uint32_t mask = (UINT32_C(0xff) << dropped & 0xff) * UINT32_C(0x010101);
    palette->n_colors = n_exact;
    for (size_t i = 0; i < histogram->n_colors; i++) {
        struct distinct *blend = &histogram->colors[i];
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
static size_t take_exact(struct histogram *histogram, const struct png_colors *exact, struct palette *palette)
{
    size_t n_taken = 0;
    for (size_t i = 0; i < histogram->n_colors; i++)
        for (size_t j = 0; j < exact->n_colors && !histogram->colors[i].is_exact; j++) {
            if (histogram->colors[i].color != exact->colors[j])
                continue;
            palette->colors[n_taken] = exact->colors[j];
            histogram->colors[i].is_exact = true;
            histogram->colors[i].entry = (unsigned char)n_taken++;
        }
    return n_taken;
}

/* A row of entries behind its filter byte. */
static void write_row(const struct histogram *histogram, const struct run *runs, size_t n_runs, unsigned char *row)
{
    *row++ = PNG_FILTER_NONE;
    for (size_t i = 0; i < n_runs; i++) {
        memset(row, histogram->colors[runs[i].color].entry, runs[i].length);
        row += runs[i].length;
    }
}

/* A row that equals the one above it is all zeros under the filter that takes that one off; a blank row is that without
 * a filter, so that blank rows run on. */
static void write_rows(const struct histogram *histogram, const struct run_list *runs,
                       const struct png_picture *picture, unsigned char *rows)
{
    const struct run *next = runs->all;
    bool is_blank = false;
    for (size_t y = 0; y < picture->height; y++, rows += picture->width + 1) {
        size_t n_runs = runs->n_of_row[y];
        if (!n_runs) {
            memset(rows, 0, picture->width + 1);
            rows[0] = is_blank ? PNG_FILTER_NONE : PNG_FILTER_UP;
            continue;
        }
        write_row(histogram, next, n_runs, rows);
        is_blank = n_runs == 1 && histogram->colors[next->color].entry == 0;
        next += n_runs;
    }
}

bool palette_make(struct scratch *scratch, const struct png_picture *picture, const struct png_colors *exact,
                  struct palette *palette, unsigned char *rows)
{
    struct histogram *histogram = scratch_get(scratch, SCRATCH_HISTOGRAM, sizeof *histogram);
    struct run_list runs = {.all =
                                scratch_get(scratch, SCRATCH_RUNS, picture->width * picture->height * sizeof *runs.all),
                            .n_of_row = scratch_get(scratch, SCRATCH_COUNTS, picture->height * sizeof *runs.n_of_row)};
    histogram->n_colors = 0;
    memset(histogram->slots, 0, sizeof histogram->slots);
    if (exact->n_colors >= PALETTE_MOST || !find_runs(histogram, picture, &runs))
        return false;
    size_t n_taken = take_exact(histogram, exact, palette);
    unsigned dropped = 0;
    while (!merge_blends(histogram, dropped, n_taken, palette))
        if (++dropped > MOST_DROPPED)
            return false;
    write_rows(histogram, &runs, picture, rows);
    return true;
}

/* Each state as a tile of one size, in five classes of equal number; the territories in a line of their own, since area
 * and population would mislead. */
#include "chart/kinds.h"

#include "chart/key.h"
#include "chart/rows.h"

#include <math.h>
#include <string.h>

enum { COLUMNS = 11, LINES = 9, CLASSES = 5, FIRST_TERRITORY = 51, REGIONS = 56 };

/* In ems of label size. */
static const double LEAST_TILE = 1.15;
static const double VALUE_TILE = 2.7; /* from here on, the value stands below the code */
static const double LARGEST_TILE = 5.5;
static const double GAP = 0.16;
static const double WORDS_AIR = 0.1;
static const double KEY_GAP = 0.5;
static const double KEY_SHARE = 0.32; /* of the width, where the key stands beside the tiles */
static const double BESIDE = 1.6;     /* width by height of such a page */

struct region {
    char code[3];
    int column, line;
};

static const struct region regions[REGIONS] = {
    {"AK", 0, 0}, {"ME", 10, 0}, {"VT", 9, 1}, {"NH", 10, 1}, {"WA", 0, 2}, {"ID", 1, 2}, {"MT", 2, 2},  {"ND", 3, 2},
    {"MN", 4, 2}, {"IL", 5, 2},  {"WI", 6, 2}, {"MI", 7, 2},  {"NY", 8, 2}, {"RI", 9, 2}, {"MA", 10, 2}, {"OR", 0, 3},
    {"NV", 1, 3}, {"WY", 2, 3},  {"SD", 3, 3}, {"IA", 4, 3},  {"IN", 5, 3}, {"OH", 6, 3}, {"PA", 7, 3},  {"NJ", 8, 3},
    {"CT", 9, 3}, {"CA", 0, 4},  {"UT", 1, 4}, {"CO", 2, 4},  {"NE", 3, 4}, {"MO", 4, 4}, {"KY", 5, 4},  {"WV", 6, 4},
    {"VA", 7, 4}, {"MD", 8, 4},  {"DE", 9, 4}, {"AZ", 1, 5},  {"NM", 2, 5}, {"KS", 3, 5}, {"AR", 4, 5},  {"TN", 5, 5},
    {"NC", 6, 5}, {"SC", 7, 5},  {"DC", 8, 5}, {"OK", 3, 6},  {"LA", 4, 6}, {"MS", 5, 6}, {"AL", 6, 6},  {"GA", 7, 6},
    {"HI", 0, 7}, {"TX", 3, 7},  {"FL", 8, 7}, {"PR", 3, 8},  {"VI", 4, 8}, {"GU", 5, 8}, {"AS", 6, 8},  {"MP", 7, 8},
};

struct tiles {
    struct sketch *sketch;
    double em;
    struct datum *rows;
    size_t of_region[REGIONS]; /* 1 + row; 0: none */
    int64_t lows[CLASSES], highs[CLASSES];
    size_t n_classes;
    bool has_zero;
    size_t n_regions;     /* that have a row */
    bool has_words;       /* the value stands below the code */
    double width, height; /* of a tile */
    double x, y;
};

static size_t find_region(const char *code)
{
    size_t i = 0;
    while (i < REGIONS && strcmp(regions[i].code, code) != 0)
        i++;
    return i;
}

static void read_regions(struct tiles *tiles)
{
    struct sketch *sketch = tiles->sketch;
    const struct chart_spec *spec = sketch->spec;
    for (size_t i = 0; i < spec->data->n_rows; i++) {
        const char *code = result_text(spec->data, i, spec->columns[CHART_REGION]);
        size_t region = code ? find_region(code) : REGIONS;
        if (region == REGIONS || tiles->of_region[region])
            continue;
        tiles->of_region[region] = i + 1;
        tiles->n_regions++;
    }
}

static int compare_values(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static const struct datum *region_datum(const struct tiles *tiles, size_t region)
{
    return tiles->of_region[region] ? &tiles->rows[tiles->of_region[region] - 1] : NULL;
}

/* Classes of about equal number over what is not zero; equal values share a class. The lightest is kept for zero where
 * there is one. */
static void choose_classes(struct tiles *tiles)
{
    int64_t values[REGIONS];
    size_t n_values = 0;
    for (size_t i = 0; i < REGIONS; i++) {
        const struct datum *datum = region_datum(tiles, i);
        if (!datum || !datum_counts(datum))
            continue;
        tiles->has_zero |= !datum->value;
        if (datum->value)
            values[n_values++] = datum->value;
    }
    qsort(values, n_values, sizeof *values, compare_values);
    size_t most = CLASSES - tiles->has_zero;
    bool opens = true; /* a class, with the next value that is none of the last one's */
    for (size_t i = 0; i < n_values; i++) {
        opens |= i > 0 && i * most / n_values != (i - 1) * most / n_values;
        if (opens && (i == 0 || values[i] > tiles->highs[tiles->n_classes - 1])) {
            tiles->lows[tiles->n_classes++] = values[i];
            opens = false;
        }
        tiles->highs[tiles->n_classes - 1] = values[i];
    }
}

/* Fewer classes than five use the darker paints, so that they stay apart. */
static enum chart_paint class_paint(const struct tiles *tiles, size_t class)
{
    return (enum chart_paint)(PAINT_CLASS_1 + CLASSES - tiles->n_classes + class);
}

static enum chart_paint value_paint(const struct tiles *tiles, const struct datum *datum)
{
    size_t class = 0;
    while (class + 1 < tiles->n_classes && datum->value > tiles->highs[class])
        class ++;
    return datum->value && tiles->n_classes ? class_paint(tiles, class) : PAINT_CLASS_1;
}

/* "$2.3M": only in tiles. */
static const char *short_words(const struct tiles *tiles, int64_t value)
{
    static const struct {
        double from;
        const char *unit;
    } units[] = {{1e9, "B"}, {1e6, "M"}, {1e3, "K"}, {1, ""}};
    const struct value_words words = rows_value_words(tiles->sketch);
    bool is_money = words.column->type == COLUMN_MONEY;
    double size = fabs((double)value) / (is_money ? 100 : 1);
    size_t unit = 0;
    while (unit + 1 < G_N_ELEMENTS(units) && size < units[unit].from * 0.9995)
        unit++;
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    double scaled = size / units[unit].from;
    g_ascii_formatd(number, sizeof number, scaled < 9.95 && unit < 3 ? "%.1f" : "%.0f", scaled);
    return arena_printf(tiles->sketch->arena, "%s%s%s%s", value < 0 ? "\xe2\x88\x92" : "", is_money ? "$" : "", number,
                        units[unit].unit);
}

static struct chart_rect tile_rect(const struct tiles *tiles, size_t region)
{
    double gap = GAP * tiles->em;
    return (struct chart_rect){tiles->x + regions[region].column * (tiles->width + gap),
                               tiles->y + regions[region].line * (tiles->height + gap), tiles->width, tiles->height};
}

static void place_words(const struct tiles *tiles, const struct chart_rect *rect, const char *words, double middle,
                        enum chart_paint paint, bool bold)
{
    struct ruler ruler = sketch_ruler(tiles->sketch, tiles->em, bold);
    struct fitted fitted = words_fit(&ruler, words, rect->width - WORDS_AIR * tiles->em);
    if (strcmp(fitted.words, words) == 0)
        sketch_text(tiles->sketch, paint,
                    (struct chart_text){.words = words,
                                        .x = rect->x + rect->width / 2,
                                        .y = baseline_at(middle, tiles->em),
                                        .width = fitted.width,
                                        .size = tiles->em,
                                        .bold = bold,
                                        .anchor = ANCHOR_MIDDLE});
}

/* The region's name where the data gives one, else its code. */
static const struct chart_mark *tile_mark(const struct tiles *tiles, size_t region, const struct datum *datum)
{
    const char *name = *datum->name ? datum->name : regions[region].code;
    return rows_mark(tiles->sketch, datum->row, name, rows_exact(tiles->sketch, datum));
}

static void place_tile(const struct tiles *tiles, size_t region)
{
    struct sketch *sketch = tiles->sketch;
    struct chart_rect rect = tile_rect(tiles, region);
    const struct datum *datum = region_datum(tiles, region);
    enum chart_paint fill = PAINT_LAND, words = PAINT_MUTED;
    bool is_plain = datum && datum_counts(datum);
    if (is_plain) {
        fill = value_paint(tiles, datum);
        words = fill >= PAINT_CLASS_4 ? PAINT_ON_DARK : PAINT_ON_LIGHT;
    }
    sketch->mark = datum ? tile_mark(tiles, region, datum) : NULL;
    if (datum && !is_plain)
        sketch_hatch(sketch, PAINT_RULE, rect);
    else
        sketch_fill(sketch, fill, rect);
    if (datum && !is_plain)
        words = PAINT_INK;
    bool has_value = tiles->has_words && datum && datum->has_value;
    double middle = rect.y + rect.height / 2;
    place_words(tiles, &rect, regions[region].code, has_value ? middle - 0.6 * tiles->em : middle, words,
                datum != NULL);
    if (has_value)
        place_words(tiles, &rect, short_words(tiles, datum->value), middle + 0.65 * tiles->em, words, false);
    sketch->mark = NULL;
    sketch->n_shown += datum != NULL;
}

/* The roundest number above LOW that is no more than HIGH: a multiple of the largest 1 or 5 times a power of ten. */
static int64_t round_between(int64_t low, int64_t high)
{
    int64_t step = INT64_C(1000000000000000000);
    guint64 room = (guint64)high - (guint64)low;
    for (int next = 2; step > 1 && (guint64)((high % step + step) % step) >= room; next = 7 - next)
        step /= next;
    return high - (high % step + step) % step;
}

/* Where the classes begin, and after them the largest value: each goes on where the one before ends. */
static void choose_bounds(const struct tiles *tiles, int64_t *bounds)
{
    bounds[0] = tiles->n_classes ? tiles->lows[0] : 0;
    for (size_t i = 1; i < tiles->n_classes; i++)
        bounds[i] = round_between(tiles->highs[i - 1], tiles->lows[i]);
    bounds[tiles->n_classes] = tiles->n_classes ? tiles->highs[tiles->n_classes - 1] : 0;
}

/* From one bound to the next, which is the next class's own but for the last: counts end one before it. */
static const char *range_words(const struct tiles *tiles, const int64_t *bounds, size_t class, int decimals)
{
    const struct value_words words = rows_value_words(tiles->sketch);
    bool is_last = class + 1 == tiles->n_classes, is_count = words.column->type == COLUMN_INTEGER;
    const char *from = label_words(&words, bounds[class], decimals);
    const char *until = label_words(&words, bounds[class + 1] - (is_count && !is_last), decimals);
    if (strcmp(from, until) == 0)
        return from;
    return catalog_format(tiles->sketch->arena, tiles->sketch->spec->catalog,
                          is_last || is_count ? N_("{from} to {until}") : N_("{from} to under {until}"), "from", from,
                          "until", until, NULL);
}

/* The classes with a patch and words each, so exact that no value is said to be in another's; how many they are. */
static size_t range_entries(const struct tiles *tiles, struct key_entry *entries)
{
    const struct value_words words = rows_value_words(tiles->sketch);
    int64_t bounds[CLASSES + 1], told[2 * CLASSES + 1];
    size_t n = tiles->n_classes;
    choose_bounds(tiles, bounds);
    memcpy(told, bounds, (n + 1) * sizeof *told);
    memcpy(told + n + 1, tiles->highs, n * sizeof *told);
    int decimals = label_decimals(&words, told, 2 * n + 1);
    for (size_t i = 0; i < n; i++)
        entries[i] = (struct key_entry){KEY_FILLED, class_paint(tiles, i), range_words(tiles, bounds, i, decimals)};
    return n;
}

/* What tiles without a value say instead, each once: "no data, not counted". */
static const char *states_words(const struct tiles *tiles)
{
    const char *said[REGIONS], *words = "";
    size_t n_said = 0;
    for (size_t i = 0; i < REGIONS; i++) {
        const struct datum *datum = region_datum(tiles, i);
        size_t at = 0;
        while (datum && at < n_said && strcmp(said[at], datum->state) != 0)
            at++;
        if (!datum || datum->has_value || !*datum->state || at < n_said)
            continue;
        said[n_said++] = datum->state;
        words = arena_concat(tiles->sketch->arena, words, *words ? ", " : "", datum->state, NULL);
    }
    return words;
}

static size_t class_entries(const struct tiles *tiles, struct key_entry *entries)
{
    const struct catalog *catalog = tiles->sketch->spec->catalog;
    size_t n_entries = range_entries(tiles, entries);
    bool has_hatch = false, has_other = false;
    const char *states = states_words(tiles);
    for (size_t i = 0; i < REGIONS; i++) {
        const struct datum *datum = region_datum(tiles, i);
        has_other |= !datum;
        has_hatch |= datum && !datum_counts(datum);
    }
    const struct value_words words = rows_value_words(tiles->sketch);
    if (tiles->has_zero)
        entries[n_entries++] = (struct key_entry){KEY_FILLED, PAINT_CLASS_1, label_words(&words, 0, 1)};
    if (has_hatch)
        entries[n_entries++] =
            (struct key_entry){KEY_HATCHED, PAINT_RULE, *states ? states : catalog_text(catalog, N_("no data"))};
    if (has_other)
        entries[n_entries++] =
            (struct key_entry){KEY_FILLED, PAINT_LAND, catalog_text(catalog, N_("not in this list"))};
    return n_entries;
}

/* The side of a tile when N_TILES stand in a row of LENGTH. */
static double side_for(const struct tiles *tiles, double length, int n_tiles)
{
    return (length + GAP * tiles->em) / n_tiles - GAP * tiles->em;
}

/* Values stand in all tiles or in none. */
static bool values_fit(const struct tiles *tiles)
{
    struct ruler ruler = sketch_ruler(tiles->sketch, tiles->em, false);
    bool fit = tiles->height >= VALUE_TILE * tiles->em;
    for (size_t i = 0; i < REGIONS && fit; i++) {
        const struct datum *datum = region_datum(tiles, i);
        fit = !datum || !datum->has_value ||
              ruler_width(&ruler, short_words(tiles, datum->value)) <= tiles->width - WORDS_AIR * tiles->em;
    }
    return fit;
}

/* Tiles in AREA, square or, where it is low, up to twice as wide as they are high; the height used. */
static double place_grid(struct tiles *tiles, struct chart_rect area)
{
    struct sketch *sketch = tiles->sketch;
    double em = tiles->em;
    tiles->width = MIN(side_for(tiles, area.width, COLUMNS), LARGEST_TILE * em);
    tiles->height = tiles->width;
    if (area.height > 0)
        tiles->height = MIN(tiles->width, side_for(tiles, area.height, LINES));
    tiles->width = MIN(tiles->width, 2 * tiles->height);
    tiles->x = area.x;
    tiles->y = area.y;
    if (tiles->height < LEAST_TILE * em)
        return 0;
    tiles->has_words = values_fit(tiles);
    for (size_t i = 0; i < REGIONS; i++)
        place_tile(tiles, i);
    struct chart_rect line = tile_rect(tiles, FIRST_TERRITORY);
    sketch_words(sketch, PAINT_MUTED, catalog_text(sketch->spec->catalog, N_("Territories")),
                 (struct chart_rect){area.x, line.y, MAX(0, line.x - area.x - 0.4 * em), line.height});
    return LINES * (tiles->height + GAP * em);
}

double tiles_place(struct sketch *sketch, struct chart_rect area)
{
    struct tiles tiles = {.sketch = sketch, .em = sketch->size->label, .rows = rows_all(sketch)};
    double em = tiles.em;
    struct key_entry entries[CLASSES + 3];
    read_regions(&tiles);
    choose_classes(&tiles);
    size_t n_entries = class_entries(&tiles, entries), n_rest = sketch->spec->data->n_rows - tiles.n_regions;
    double rest = n_rest ? 1.5 * em : 0, height = area.height - rest;
    /* A low page has its key beside the tiles. */
    bool is_beside = area.height > 0 && area.width > BESIDE * area.height;
    double key_width = is_beside ? KEY_SHARE * area.width : area.width;
    struct chart_rect room = {.width = key_width, .height = area.height > 0 ? height : area.width};
    struct key key = key_lay(sketch, entries, n_entries, room, is_beside);
    double above = is_beside ? 0 : key.height + KEY_GAP * em;
    struct chart_rect grid = {area.x, area.y + above, area.width - (is_beside ? key_width + em : 0),
                              area.height > 0 ? MAX(1, height - above) : 0};
    double used = place_grid(&tiles, grid);
    key_place(sketch, &key, is_beside ? area.x + area.width - key_width : area.x, area.y);
    used = MAX(used + above, key.height);
    n_rest = sketch->spec->data->n_rows - sketch->n_shown;
    sketch_count_rest(sketch, n_rest, (struct chart_rect){area.x, area.y + used, area.width, 1.5 * em});
    return used + (n_rest ? 1.5 * em : 0);
}

/* Places as dots on the outlines of the states; where they have a value, the dot's area is in proportion to it. The
 * largest are named as far as there is room. */
#include "chart/kinds.h"

#include "base/money.h"
#include "chart/key.h"
#include "chart/outline.h"
#include "chart/rows.h"

#include <math.h>

enum { MOST_NAMES = 60 };

/* In ems of label size. */
static const double LARGEST = 1.15; /* radius */
static const double SMALLEST = 0.24;
static const double ONLY = 0.42; /* where there are no values */
static const double LINE = 1.5;
static const double NAME_AIR = 0.25;      /* left and right of a name; less than from its dot */
static const double LARGEST_SHARE = 0.03; /* of the sheet's width, at most, for a radius */
static const double BESIDE = 1.9;         /* width by height of a page that has its key beside the sheet */

struct dot {
    struct datum datum;
    double x, y, radius;
};

struct dotmap {
    struct sketch *sketch;
    double em, zoom;
    struct chart_rect sheet;
    struct dot *dots;
    size_t n_dots;
    int64_t largest;
    bool has_values;
};

static int compare_dots(const void *a, const void *b)
{
    const struct dot *left = a, *right = b;
    if (left->radius > right->radius || left->radius < right->radius)
        return left->radius > right->radius ? -1 : 1;
    return (left->datum.row > right->datum.row) - (left->datum.row < right->datum.row);
}

/* Does the dot's area say its value? */
static bool is_sized(const struct datum *datum)
{
    return datum_counts(datum) && datum->value > 0;
}

static double radius_of(const struct dotmap *map, const struct datum *datum)
{
    double largest = MIN(LARGEST * map->em, LARGEST_SHARE * map->sheet.width);
    if (!map->has_values)
        return ONLY * map->em;
    if (!is_sized(datum))
        return SMALLEST * map->em;
    return MAX(SMALLEST * map->em, largest * sqrt((double)datum->value / (double)map->largest));
}

/* Where a row is on the outlines; false when it is nowhere on them. */
static bool find_place(const struct sketch *sketch, size_t row, struct chart_point *at)
{
    double longitude, latitude;
    return rows_number(sketch, row, CHART_LONGITUDE, &longitude) &&
           rows_number(sketch, row, CHART_LATITUDE, &latitude) && outline_project(longitude, latitude, at);
}

/* The places that are on the sheet, the largest first, so that the small ones lie on top. */
static void read_dots(struct dotmap *map)
{
    struct sketch *sketch = map->sketch;
    size_t n_rows = sketch->spec->data->n_rows;
    const struct datum *rows = rows_all(sketch);
    map->dots = ARENA_ARRAY(sketch->arena, struct dot, n_rows);
    for (size_t i = 0; i < n_rows; i++)
        if (datum_counts(&rows[i]))
            map->largest = MAX(map->largest, rows[i].value);
    map->has_values = map->largest > 0;
    for (size_t i = 0; i < n_rows; i++) {
        struct chart_point at;
        if (!find_place(sketch, i, &at))
            continue;
        struct dot *dot = &map->dots[map->n_dots++];
        *dot = (struct dot){.datum = rows[i], .radius = radius_of(map, &rows[i])};
        /* A large dot at the edge stays on the sheet. */
        double least = dot->radius + map->em / 13, right = MAX(least, map->sheet.width - least);
        dot->x = map->sheet.x + CLAMP(at.x * map->zoom, least, right);
        dot->y = map->sheet.y + CLAMP(at.y * map->zoom, least, MAX(least, map->sheet.height - least));
    }
    qsort(map->dots, map->n_dots, sizeof *map->dots, compare_dots);
}

static void place_land(const struct dotmap *map)
{
    struct sketch *sketch = map->sketch;
    struct outline outline = outline_read(sketch->arena);
    for (size_t i = 0; i < outline.n_rings; i++) {
        struct outline_ring *ring = &outline.rings[i];
        for (size_t j = 0; j < ring->n_points; j++) {
            ring->points[j].x = map->sheet.x + ring->points[j].x * map->zoom;
            ring->points[j].y = map->sheet.y + ring->points[j].y * map->zoom;
        }
        struct chart_path path = {.points = ring->points, .n_points = ring->n_points, .is_closed = true};
        sketch_path(sketch, PAINT_LAND, path);
        path.thickness = sketch_hairline(sketch);
        sketch_path(sketch, PAINT_PAGE, path);
    }
}

static void place_dot(const struct dotmap *map, const struct dot *dot)
{
    struct sketch *sketch = map->sketch;
    bool is_plain = !map->has_values || is_sized(&dot->datum);
    double line = sketch_hairline(sketch);
    const char *value = map->has_values ? rows_exact(sketch, &dot->datum) : "";
    sketch->mark = *value ? rows_mark(sketch, dot->datum.row, dot->datum.name, value)
                          : rows_mark(sketch, dot->datum.row, "", dot->datum.name);
    if (is_plain)
        sketch_circle(sketch, PAINT_BAR, (struct chart_circle){.x = dot->x, .y = dot->y, .radius = dot->radius});
    struct chart_circle ring = {.x = dot->x, .y = dot->y, .radius = dot->radius, .thickness = line};
    if (!is_plain)
        ring.thickness = 2 * line;
    sketch_circle(sketch, is_plain ? PAINT_PAGE : PAINT_MUTED, ring);
    sketch->mark = NULL;
}

/* A name right, left, above or below its dot, the first that is free and on the sheet. */
static void place_name(const struct dotmap *map, const struct dot *dot)
{
    struct sketch *sketch = map->sketch;
    struct ruler label = sketch_ruler(sketch, map->em, false);
    struct fitted name = words_fit(&label, dot->datum.name, 0.4 * map->sheet.width);
    double gap = dot->radius + 0.3 * map->em, middle = baseline_at(dot->y, map->em), half = name.width / 2;
    const struct chart_point spots[] = {{dot->x + gap, middle},
                                        {dot->x - gap - name.width, middle},
                                        {dot->x - half, dot->y - gap},
                                        {dot->x - half, dot->y + gap + 0.74 * map->em}};
    for (size_t i = 0; i < G_N_ELEMENTS(spots); i++) {
        struct chart_text text = {
            .words = name.words, .x = spots[i].x, .y = spots[i].y, .width = name.width, .size = map->em};
        struct chart_rect box = chart_text_box(&text);
        bool is_on = box.x >= map->sheet.x && box.x + box.width <= map->sheet.x + map->sheet.width &&
                     box.y >= map->sheet.y && box.y + box.height <= map->sheet.y + map->sheet.height;
        box.x -= NAME_AIR * map->em;
        box.width += 2 * NAME_AIR * map->em;
        if (!is_on || !sketch_is_free(sketch, box))
            continue;
        sketch_text(sketch, PAINT_INK, text);
        return;
    }
}

/* What the area of a dot says. */
static size_t size_entries(const struct dotmap *map, struct key_entry *entries)
{
    const struct catalog *catalog = map->sketch->spec->catalog;
    size_t n_entries = 0;
    bool has_ring = false;
    if (!map->has_values)
        return 0;
    const struct value_words words = rows_value_words(map->sketch);
    for (size_t i = 0; i < map->n_dots; i++)
        has_ring |= !is_sized(&map->dots[i].datum);
    entries[n_entries++] =
        (struct key_entry){KEY_DISC, PAINT_BAR,
                           catalog_format(map->sketch->arena, catalog, N_("area in proportion, largest {value}"),
                                          "value", label_words(&words, map->largest, 1), NULL)};
    if (has_ring)
        entries[n_entries++] =
            (struct key_entry){KEY_RING, PAINT_MUTED, catalog_text(catalog, N_("no amount, none, or not counted"))};
    return n_entries;
}

/* The rows that have no place on the sheet, by number and name, in at most two lines of WIDTH. */
static struct words_lines rest_lines(const struct sketch *sketch, double width)
{
    g_autoptr(GString) names = g_string_new(NULL);
    size_t n_rest = 0;
    for (size_t i = 0; i < sketch->spec->data->n_rows; i++) {
        struct chart_point at;
        if (find_place(sketch, i, &at))
            continue;
        const char *name = rows_words(sketch, i, CHART_LABEL);
        g_string_append_printf(names, "%s%s", names->len && *name ? ", " : "", name);
        n_rest++;
    }
    if (!n_rest)
        return (struct words_lines){.n_lines = 0};
    struct ruler label = sketch_ruler(sketch, sketch->size->label, false);
    const struct words_frame frame = {.width = width, .most_lines = sketch->size->height > 0 ? 1 : 2};
    const char *count = integer_grouped(sketch->arena, (int64_t)n_rest);
    const char *words = catalog_format(sketch->arena, sketch->spec->catalog, N_("Not on this map ({n}): {names}"), "n",
                                       count, "names", names->str, NULL);
    return words_wrap(&label, words, &frame);
}

/* The outlines as large as AREA lets them, with what is below them left free. */
static void open_sheet(struct dotmap *map, struct chart_rect area, double below)
{
    double height = area.height > 0 ? MAX(0, area.height - below) : area.width * OUTLINE_HEIGHT / OUTLINE_WIDTH;
    map->zoom = MIN(area.width / OUTLINE_WIDTH, height / OUTLINE_HEIGHT);
    map->sheet = (struct chart_rect){area.x, area.y, OUTLINE_WIDTH * map->zoom, OUTLINE_HEIGHT * map->zoom};
}

double dotmap_place(struct sketch *sketch, struct chart_rect area)
{
    double em = sketch->size->label;
    struct dotmap map = {.sketch = sketch, .em = em};
    struct words_lines lines = rest_lines(sketch, area.width);
    bool is_beside = area.width > BESIDE * area.height && area.height > 0;
    double rest = (double)lines.n_lines * LINE * em;
    open_sheet(&map, area, rest + (is_beside ? 0 : LINE * em));
    read_dots(&map);
    place_land(&map);
    for (size_t i = 0; i < map.n_dots; i++)
        place_dot(&map, &map.dots[i]);
    for (size_t i = 0; i < MIN(map.n_dots, MOST_NAMES); i++)
        place_name(&map, &map.dots[i]);
    sketch->n_shown = map.n_dots;
    struct key_entry entries[2];
    size_t n_entries = size_entries(&map, entries);
    double used = map.sheet.height, left = is_beside ? map.sheet.width + em : 0;
    struct chart_rect room = {.width = area.width - left,
                              .height = (area.height > 0 && !is_beside ? 1 : 2) * LINE * em};
    struct key key = key_lay(sketch, entries, n_entries, room, is_beside);
    key_place(sketch, &key, area.x + left, area.y + (is_beside ? 0 : used));
    used = is_beside ? MAX(used, key.height) : used + key.height;
    sketch_lines(sketch, PAINT_MUTED, &lines,
                 (struct chart_text){.x = area.x, .y = baseline_at(area.y + used + LINE * em / 2, em), .size = em},
                 LINE * em);
    return used + rest;
}

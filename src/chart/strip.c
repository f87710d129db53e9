/* How values are spread: a line of ticks a panel, one a row, with the middle one marked and the ends named. */
#include "chart/kinds.h"

#include "base/money.h"
#include "chart/list.h"
#include "chart/scale.h"

#include <math.h>

/* In ems of label size. */
static const double HEAD = 1.6;  /* the line of the axis' words */
static const double WORDS = 1.4; /* above the ticks */
static const double TICK = 0.14;

enum { DECIMALS = 1 }; /* of words above the ticks */

struct strip {
    struct sketch *sketch;
    double em;
    struct datum *rows;
    struct groups panels;
    struct list list;
    struct scale scale;
};

/* What does not count would set the ends or move the middle. */
static bool is_in(const struct strip *strip, size_t row, size_t panel)
{
    return strip->panels.of_row[row] == panel && datum_counts(&strip->rows[row]);
}

static int compare_data(const void *a, const void *b)
{
    const struct datum *left = a, *right = b;
    if (left->value != right->value)
        return left->value < right->value ? -1 : 1;
    return (left->row > right->row) - (left->row < right->row);
}

/* The rows of a panel that count, from the smallest. */
static struct datum *sort_panel(const struct strip *strip, size_t panel, size_t *n_sorted)
{
    size_t n_rows = strip->sketch->spec->data->n_rows;
    struct datum *sorted = ARENA_ARRAY(strip->sketch->arena, struct datum, n_rows);
    *n_sorted = 0;
    for (size_t i = 0; i < n_rows; i++)
        if (is_in(strip, i, panel))
            sorted[(*n_sorted)++] = strip->rows[i];
    qsort(sorted, *n_sorted, sizeof *sorted, compare_data);
    return sorted;
}

/* WORDS above the value of a row, as near as the sides and earlier words allow; nothing where they do not. */
static void place_words(const struct strip *strip, const char *words, int64_t value, double top)
{
    struct fitted fitted = words_fit(&strip->list.label, words, 0.7 * (strip->scale.right - strip->scale.left));
    double least = strip->scale.left, most = strip->scale.right - fitted.width;
    struct chart_text text = {.words = fitted.words,
                              .x = CLAMP(scale_x(&strip->scale, value) - fitted.width / 2, least, MAX(least, most)),
                              .y = baseline_at(top + WORDS * strip->em / 2, strip->em),
                              .width = fitted.width,
                              .size = strip->em};
    struct chart_rect box = chart_text_box(&text);
    box.x -= strip->em;
    box.width += 2 * strip->em;
    if (sketch_is_free(strip->sketch, box))
        sketch_text(strip->sketch, PAINT_INK, text);
}

static const char *named(const struct strip *strip, const char *name, int64_t value)
{
    const struct value_words words = rows_value_words(strip->sketch);
    return catalog_format(strip->sketch->arena, strip->sketch->spec->catalog, N_("{name}: {value}"), "name", name,
                          "value", label_words(&words, value, DECIMALS), NULL);
}

/* Half-way between the two in the middle where they are even in number. */
static int64_t median_of(const struct datum *sorted, size_t n_sorted)
{
    int64_t low = sorted[(n_sorted - 1) / 2].value, high = sorted[n_sorted / 2].value;
    return (int64_t)(((__int128)low + high) / 2);
}

static void place_ticks(const struct strip *strip, const struct datum *sorted, size_t n_sorted, double middle)
{
    struct sketch *sketch = strip->sketch;
    double half = list_thickness(&strip->list) / 2;
    for (size_t i = 0; i < n_sorted; i++) {
        double x = scale_x(&strip->scale, sorted[i].value);
        const struct chart_point tick[] = {{x, middle - half}, {x, middle + half}};
        sketch->mark = rows_mark(sketch, sorted[i].row, sorted[i].name, rows_exact(sketch, &sorted[i]));
        sketch_path(sketch, PAINT_BAR,
                    (struct chart_path){.points = tick, .n_points = 2, .thickness = TICK * strip->em});
    }
    sketch->mark = NULL;
}

/* The ticks of a panel, then words: the largest, the middle, the smallest. */
static void place_panel(const struct strip *strip, size_t panel)
{
    struct sketch *sketch = strip->sketch;
    size_t n_sorted;
    const struct datum *sorted = sort_panel(strip, panel, &n_sorted);
    double em = strip->em, middle = list_middle(&strip->list, panel), half = list_thickness(&strip->list) / 2;
    list_place_name(&strip->list, panel);
    if (!n_sorted)
        return;
    double top = middle - half - 0.25 * em - WORDS * em;
    place_ticks(strip, sorted, n_sorted, middle);
    int64_t median = median_of(sorted, n_sorted);
    double x = scale_x(&strip->scale, median);
    const struct chart_point mark[] = {{x, middle - half - 0.25 * em}, {x, middle + half + 0.25 * em}};
    if (n_sorted > 2)
        sketch_path(sketch, PAINT_INK,
                    (struct chart_path){.points = mark, .n_points = 2, .thickness = 1.6 * TICK * em});
    const struct datum *largest = &sorted[n_sorted - 1];
    place_words(strip, named(strip, largest->name, largest->value), largest->value, top);
    if (n_sorted > 2)
        place_words(strip, named(strip, catalog_text(sketch->spec->catalog, N_("Median")), median), median, top);
    if (n_sorted > 1)
        place_words(strip, named(strip, sorted[0].name, sorted[0].value), sorted[0].value, top);
}

static void fit_scale(struct strip *strip)
{
    size_t n_reaches = 0, n_rows = strip->sketch->spec->data->n_rows;
    struct reach *reaches = ARENA_ARRAY(strip->sketch->arena, struct reach, n_rows);
    double half = strip->em * TICK;
    for (size_t i = 0; i < n_rows; i++) {
        if (!datum_counts(&strip->rows[i]) || strip->panels.of_row[i] >= strip->list.n_shown)
            continue;
        reaches[n_reaches++] = (struct reach){.value = strip->rows[i].value, .before = half, .after = half};
        strip->scale.low = MIN(strip->scale.low, strip->rows[i].value);
        strip->scale.high = MAX(strip->scale.high, strip->rows[i].value);
        strip->sketch->n_shown++;
    }
    strip->scale.left = strip->list.left;
    strip->scale.right = strip->list.right;
    scale_fit(&strip->scale, reaches, n_reaches);
}

double strip_place(struct sketch *sketch, struct chart_rect area)
{
    size_t n_rows = sketch->spec->data->n_rows;
    struct strip strip = {.sketch = sketch,
                          .em = sketch->size->label,
                          .rows = rows_all(sketch),
                          .panels = rows_groups(sketch, CHART_PANEL, n_rows)};
    double em = strip.em, head = HEAD * em;
    struct chart_rect inner = area;
    if (area.height > 0)
        inner.height -= 1.5 * em;
    strip.list = list_open(
        sketch, inner,
        (struct list_form){
            .n_rows = strip.panels.n_names, .head = head, .extra = (WORDS + 0.6) * em, .names = strip.panels.names});
    fit_scale(&strip);
    const struct value_words words = rows_value_words(sketch);
    double top = list_top(&strip.list, 0), bottom = list_top(&strip.list, strip.list.n_shown);
    scale_tick(&strip.scale, &words, &strip.list.label, strip.list.left, baseline_at(top - head / 2, em));
    scale_place(&strip.scale, sketch, top, bottom);
    scale_place_zero(&strip.scale, sketch, top, bottom);
    for (size_t i = 0; i < strip.list.n_shown; i++)
        place_panel(&strip, i);
    size_t n_rest = n_rows - sketch->n_shown;
    sketch_count_hidden(sketch, n_rest, (struct chart_rect){area.x, bottom, area.width, 1.5 * em});
    return bottom - area.y + (n_rest ? 1.5 * em : 0);
}

/* Bars of at most five parts and the rest. One bar is as wide as the page, with its parts listed below; of several,
 * each has its sum at its end, and one key serves all. */
#include "chart/kinds.h"

#include "base/money.h"
#include "chart/key.h"
#include "chart/list.h"
#include "chart/scale.h"
#include "chart/series.h"

#include <math.h>
#include <string.h>

/* In ems of label size. */
static const double ONE_BAR = 3;
static const double TALLEST_BAR = 8;
static const double GAP = 0.7;
static const double HEAD = 1.6; /* the line of the axis' words */
static const double BEFORE_LABEL = 0.45;

struct stack {
    struct sketch *sketch;
    double em;
    struct datum *rows;
    struct groups bars, parts;
    int64_t sums[SERIES_MOST_PARTS + 1]; /* of all bars; the last is the rest */
    int64_t *bar_sums;
    int64_t total;
    int decimals;
};

static enum chart_paint part_paint(size_t part)
{
    return part < SERIES_MOST_PARTS ? series_paints[part] : PAINT_REST;
}

/* Only what is more than nothing can be a part. */
static bool is_part(const struct datum *datum)
{
    return datum_counts(datum) && datum->value >= 0;
}

static void sum_up(struct stack *stack)
{
    size_t n_rows = stack->sketch->spec->data->n_rows;
    stack->bar_sums = ARENA_ARRAY(stack->sketch->arena, int64_t, n_rows);
    for (size_t i = 0; i < n_rows; i++) {
        const struct datum *datum = &stack->rows[i];
        if (!is_part(datum))
            continue;
        int64_t *sum = &stack->sums[stack->parts.of_row[i]], *bar = &stack->bar_sums[stack->bars.of_row[i]];
        *sum = add_clamped(*sum, datum->value);
        *bar = add_clamped(*bar, datum->value);
        stack->total = add_clamped(stack->total, datum->value);
    }
}

/* Do the rows come by value, the largest first? */
static bool is_falling(const struct stack *stack)
{
    const struct datum *before = NULL;
    for (size_t i = 0; i < stack->sketch->spec->data->n_rows; i++) {
        const struct datum *datum = &stack->rows[i];
        if (!datum->has_value)
            continue;
        if (before && datum->value > before->value)
            return false;
        before = datum;
    }
    return true;
}

/* The place of a bar among those that are longer and, of the same length, before it. */
static size_t place_by_sum(const struct stack *stack, size_t bar)
{
    size_t place = 0;
    for (size_t i = 0; i < stack->bars.n_names; i++)
        place += stack->bar_sums[i] > stack->bar_sums[bar] || (stack->bar_sums[i] == stack->bar_sums[bar] && i < bar);
    return place;
}

/* The longest bar first, as the largest row is: the bar of that row need not be the longest. */
static void order_bars(struct stack *stack)
{
    size_t n_rows = stack->sketch->spec->data->n_rows, n_bars = stack->bars.n_names;
    struct arena *arena = stack->sketch->arena;
    const char **names = ARENA_ARRAY(arena, const char *, n_bars);
    int64_t *sums = ARENA_ARRAY(arena, int64_t, n_bars);
    size_t *places = ARENA_ARRAY(arena, size_t, n_bars);
    for (size_t i = 0; i < n_bars; i++) {
        places[i] = place_by_sum(stack, i);
        names[places[i]] = stack->bars.names[i];
        sums[places[i]] = stack->bar_sums[i];
    }
    for (size_t i = 0; i < n_rows; i++)
        stack->bars.of_row[i] = places[stack->bars.of_row[i]];
    stack->bars.names = names;
    stack->bar_sums = sums;
}

/* As many decimals as the sums need that are shown: of the parts and, where there are several, of the bars. */
static int choose_decimals(const struct stack *stack)
{
    const struct value_words words = rows_value_words(stack->sketch);
    size_t n_parts = G_N_ELEMENTS(stack->sums), n_bars = stack->bars.n_names > 1 ? stack->bars.n_names : 0;
    int64_t *values = ARENA_ARRAY(stack->sketch->arena, int64_t, n_parts + n_bars);
    memcpy(values, stack->sums, sizeof stack->sums);
    memcpy(values + n_parts, stack->bar_sums, n_bars * sizeof *values);
    return label_decimals(&words, values, n_parts + n_bars);
}

/* "$2.3 million", with "(45%)" where one bar is the whole. */
static const char *sum_words(const struct stack *stack, size_t part)
{
    const struct value_words words = rows_value_words(stack->sketch);
    const struct catalog *catalog = stack->sketch->spec->catalog;
    struct arena *arena = stack->sketch->arena;
    const char *value = label_words(&words, stack->sums[part], stack->decimals);
    if (stack->bars.n_names != 1 || stack->total <= 0)
        return value;
    double share = 100 * (double)stack->sums[part] / (double)stack->total;
    const char *percent = arena_printf(arena, "%.0f", share);
    if (share > 0 && share < 1)
        return catalog_format(arena, catalog, N_("{value} (less than 1%)"), "value", value, NULL);
    if (share < 9.95)
        percent = arena_printf(arena, "%d.%d", (int)(share * 10 + 0.5) / 10, (int)(share * 10 + 0.5) % 10);
    return catalog_format(arena, catalog, N_("{value} ({share}%)"), "value", value, "share", percent, NULL);
}

static struct key_entry part_entry(const struct stack *stack, size_t part)
{
    const struct catalog *catalog = stack->sketch->spec->catalog;
    bool is_rest = part == stack->parts.n_names;
    const char *name = is_rest ? catalog_text(catalog, N_("All others")) : stack->parts.names[part];
    return (struct key_entry){.form = part == SERIES_MOST_PARTS - 1 ? KEY_OUTLINED : KEY_FILLED,
                              .paint = part_paint(is_rest ? SERIES_MOST_PARTS : part),
                              .words =
                                  catalog_format(stack->sketch->arena, catalog, N_("{name}: {value}"), "name", name,
                                                 "value", sum_words(stack, is_rest ? SERIES_MOST_PARTS : part), NULL)};
}

static size_t part_entries(const struct stack *stack, struct key_entry *entries)
{
    size_t n_entries = 0;
    bool has_rest = false;
    for (size_t i = 0; i < stack->sketch->spec->data->n_rows; i++)
        has_rest |= stack->parts.of_row[i] == SERIES_MOST_PARTS;
    for (size_t part = 0; part < stack->parts.n_names + has_rest; part++)
        entries[n_entries++] = part_entry(stack, part);
    return n_entries;
}

static void place_part(const struct stack *stack, const struct datum *datum, struct chart_rect rect)
{
    struct sketch *sketch = stack->sketch;
    size_t part = stack->parts.of_row[datum->row];
    const char *series = rows_words(sketch, datum->row, CHART_SERIES);
    const char *name = *datum->name ? catalog_format(sketch->arena, sketch->spec->catalog, N_("{name}, {place}"),
                                                     "name", datum->name, "place", series, NULL)
                                    : series;
    sketch->mark = rows_mark(sketch, datum->row, name, rows_exact(sketch, datum));
    sketch_rect(sketch, part_paint(part), rect);
    sketch->mark = NULL;
    if (part == SERIES_MOST_PARTS - 1)
        sketch_outline(sketch, PAINT_INK, rect);
}

/* The parts of one bar, in the order of the parts, a hair of the page between them; how many rows it shows. */
static size_t place_bar(const struct stack *stack, size_t bar, const struct scale *scale, struct chart_rect line)
{
    struct sketch *sketch = stack->sketch;
    int64_t from = 0;
    size_t n_shown = 0;
    for (size_t part = 0; part <= SERIES_MOST_PARTS; part++)
        for (size_t i = 0; i < sketch->spec->data->n_rows; i++) {
            const struct datum *datum = &stack->rows[i];
            if (stack->bars.of_row[i] != bar || stack->parts.of_row[i] != part || !is_part(datum))
                continue;
            int64_t to = add_clamped(from, datum->value);
            double left = scale_x(scale, from), right = scale_x(scale, to);
            double gap = right - left > 3 * sketch_hairline(sketch) ? sketch_hairline(sketch) : 0;
            place_part(stack, datum, (struct chart_rect){left, line.y, right - left - gap, line.height});
            from = to;
            n_shown++;
        }
    return n_shown;
}

static double place_one(struct stack *stack, struct chart_rect area, const struct key_entry *entries, size_t n_entries)
{
    struct sketch *sketch = stack->sketch;
    double bar = ONE_BAR * stack->em, gap = GAP * stack->em, height = area.height > 0 ? area.height : area.width;
    double rest = 1.5 * stack->em, spare;
    struct chart_rect room = {.width = area.width, .height = MAX(0, height - bar - gap - rest)};
    struct key key = key_lay(sketch, entries, n_entries, room, true);
    spare = area.height > 0 ? area.height - bar - gap - rest - key.height : 0;
    bar += CLAMP(spare, 0, (TALLEST_BAR - ONE_BAR) * stack->em);
    struct scale scale = {.high = stack->total, .left = area.x, .right = area.x + area.width};
    scale_fit(&scale, &(struct reach){.value = stack->total}, 1);
    sketch->n_shown = place_bar(stack, 0, &scale, (struct chart_rect){.y = area.y, .height = bar});
    key_place(sketch, &key, area.x, area.y + bar + gap);
    double used = bar + gap + key.height;
    size_t n_rest = sketch->spec->data->n_rows - sketch->n_shown;
    sketch_count_hidden(sketch, n_rest, (struct chart_rect){area.x, area.y + used, area.width, rest});
    return used + (n_rest ? rest : 0);
}

/* Of a bar its sum; where no part of it counts, what the first of them says. */
static const char *bar_words(const struct stack *stack, const struct value_words *words, size_t bar)
{
    const struct datum *other = NULL;
    for (size_t i = 0; i < stack->sketch->spec->data->n_rows; i++) {
        if (stack->bars.of_row[i] == bar && is_part(&stack->rows[i]))
            return label_words(words, stack->bar_sums[bar], stack->decimals);
        if (stack->bars.of_row[i] == bar && !other)
            other = &stack->rows[i];
    }
    return rows_flagged(stack->sketch, other,
                        other->has_value ? label_words(words, other->value, stack->decimals) : other->state);
}

/* The bars below their key, each with its sum. */
static size_t place_rows(struct stack *stack, const struct list *list)
{
    struct sketch *sketch = stack->sketch;
    const struct value_words words = rows_value_words(sketch);
    struct scale scale = {.left = list->left, .right = list->right};
    struct fitted *labels = ARENA_ARRAY(sketch->arena, struct fitted, list->n_shown);
    struct reach *reaches = ARENA_ARRAY(sketch->arena, struct reach, list->n_shown);
    double thickness = list_thickness(list);
    size_t n_shown = 0;
    for (size_t i = 0; i < list->n_shown; i++) {
        labels[i] = words_fit(&list->label, bar_words(stack, &words, i), 0.6 * (list->right - list->left));
        reaches[i] = (struct reach){.value = stack->bar_sums[i], .after = labels[i].width + BEFORE_LABEL * stack->em};
        scale.high = MAX(scale.high, stack->bar_sums[i]);
    }
    scale_fit(&scale, reaches, list->n_shown);
    scale_tick(&scale, &words, &list->label, list->left,
               baseline_at(list_top(list, 0) - HEAD * stack->em / 2, stack->em));
    scale_place(&scale, sketch, list_top(list, 0), list_top(list, list->n_shown));
    for (size_t i = 0; i < list->n_shown; i++) {
        double middle = list_middle(list, i);
        list_place_name(list, i);
        size_t n_parts =
            place_bar(stack, i, &scale, (struct chart_rect){.y = middle - thickness / 2, .height = thickness});
        n_shown += MAX(1, n_parts); /* a bar without parts has the words of one row */
        sketch_text(sketch, PAINT_INK,
                    (struct chart_text){.words = labels[i].words,
                                        .x = scale_x(&scale, stack->bar_sums[i]) + BEFORE_LABEL * stack->em,
                                        .y = baseline_at(middle, stack->em),
                                        .width = labels[i].width,
                                        .size = stack->em});
    }
    scale_place_zero(&scale, sketch, list_top(list, 0), list_top(list, list->n_shown));
    return n_shown;
}

static double place_several(struct stack *stack, struct chart_rect area, const struct key_entry *entries,
                            size_t n_entries)
{
    struct sketch *sketch = stack->sketch;
    struct chart_rect room = {.width = area.width, .height = area.height > 0 ? area.height / 3 : area.width};
    struct key key = key_lay(sketch, entries, n_entries, room, false);
    key_place(sketch, &key, area.x, area.y);
    struct chart_rect below = {area.x, area.y + key.height, area.width,
                               area.height > 0 ? area.height - key.height - 1.5 * stack->em : 0};
    /* Rows left off are counted here, since a bar holds several. */
    struct list_form form = {.n_rows = stack->bars.n_names, .head = HEAD * stack->em, .names = stack->bars.names};
    struct list list = list_open(sketch, below, form);
    sketch->n_shown = place_rows(stack, &list);
    double bottom = list_top(&list, list.n_shown);
    size_t n_rest = sketch->spec->data->n_rows - sketch->n_shown;
    sketch_count_hidden(sketch, n_rest, (struct chart_rect){area.x, bottom, area.width, 1.5 * stack->em});
    return bottom - area.y + (n_rest ? 1.5 * stack->em : 0);
}

double stacked_place(struct sketch *sketch, struct chart_rect area)
{
    size_t n_rows = sketch->spec->data->n_rows;
    struct stack stack = {.sketch = sketch,
                          .em = sketch->size->label,
                          .rows = rows_all(sketch),
                          .bars = rows_groups(sketch, CHART_LABEL, n_rows),
                          .parts = rows_groups(sketch, CHART_SERIES, SERIES_MOST_PARTS)};
    struct key_entry entries[SERIES_MOST_PARTS + 1];
    sum_up(&stack);
    if (is_falling(&stack))
        order_bars(&stack);
    stack.decimals = choose_decimals(&stack);
    size_t n_entries = part_entries(&stack, entries);
    return stack.bars.n_names == 1 ? place_one(&stack, area, entries, n_entries)
                                   : place_several(&stack, area, entries, n_entries);
}

/* From a sum by steps to a sum: each row's bar begins where the one above it ended. A flagged row is a sum, whose bar
 * stands on zero: its value, or where it has none what is left. */
#include "chart/kinds.h"

#include "chart/list.h"
#include "chart/scale.h"

#include <math.h>

/* In ems of label size. */
static const double HEAD = 1.6; /* the line of the axis' words */
static const double BEFORE_LABEL = 0.45;
static const double LABEL_SHARE = 0.45; /* of the plot, at most */

struct step {
    struct datum datum;
    bool is_sum;
    int64_t from, to;
    struct fitted label;
};

struct waterfall {
    struct sketch *sketch;
    double em;
    struct step *steps;
    struct list list;
    struct scale scale;
};

static void read_steps(struct waterfall *waterfall)
{
    struct sketch *sketch = waterfall->sketch;
    size_t n_rows = sketch->spec->data->n_rows;
    waterfall->steps = ARENA_ARRAY(sketch->arena, struct step, n_rows);
    int64_t level = 0;
    for (size_t i = 0; i < n_rows; i++) {
        struct step *step = &waterfall->steps[i];
        step->datum = rows_datum(sketch, i);
        step->is_sum = rows_flag(sketch, i);
        if (step->is_sum && !step->datum.has_value) {
            step->datum.has_value = true;
            step->datum.value = level;
        }
        step->datum.is_flagged = false;
        step->from = step->is_sum ? 0 : level;
        level = step->to = add_clamped(step->from, step->datum.value);
    }
}

static void fit_steps(struct waterfall *waterfall)
{
    struct sketch *sketch = waterfall->sketch;
    const struct value_words words = rows_value_words(sketch);
    size_t n_shown = waterfall->list.n_shown;
    struct datum *shown = ARENA_ARRAY(sketch->arena, struct datum, n_shown);
    struct reach *reaches = ARENA_ARRAY(sketch->arena, struct reach, 2 * n_shown);
    struct scale *scale = &waterfall->scale;
    *scale = (struct scale){.left = waterfall->list.left, .right = waterfall->list.right};
    for (size_t i = 0; i < n_shown; i++)
        shown[i] = waterfall->steps[i].datum;
    int decimals = rows_decimals(sketch, shown, n_shown);
    for (size_t i = 0; i < n_shown; i++) {
        struct step *step = &waterfall->steps[i];
        const char *value =
            step->datum.has_value ? label_words(&words, step->datum.value, decimals) : step->datum.state;
        step->label = words_fit(&waterfall->list.label, value, LABEL_SHARE * (scale->right - scale->left));
        reaches[2 * i] = (struct reach){.value = MAX(step->from, step->to),
                                        .after = step->label.width + BEFORE_LABEL * waterfall->em};
        reaches[2 * i + 1] = (struct reach){.value = MIN(step->from, step->to)};
        scale->low = MIN(scale->low, MIN(step->from, step->to));
        scale->high = MAX(scale->high, MAX(step->from, step->to));
    }
    scale_fit(scale, reaches, 2 * n_shown);
}

static struct chart_rect step_rect(const struct waterfall *waterfall, size_t i)
{
    const struct step *step = &waterfall->steps[i];
    double from = scale_x(&waterfall->scale, step->from), to = scale_x(&waterfall->scale, step->to);
    double thickness = list_thickness(&waterfall->list), top = list_middle(&waterfall->list, i) - thickness / 2;
    return (struct chart_rect){MIN(from, to), waterfall->sketch->size->is_points ? top : round(top), fabs(to - from),
                               thickness};
}

static void place_step(const struct waterfall *waterfall, size_t i)
{
    struct sketch *sketch = waterfall->sketch;
    const struct step *step = &waterfall->steps[i];
    struct chart_rect rect = step_rect(waterfall, i);
    const struct value_words words = rows_value_words(sketch);
    const char *value = step->datum.has_value ? label_exact(&words, step->datum.value) : step->datum.state;
    sketch->mark = rows_mark(sketch, step->datum.row, step->datum.name, value);
    list_place_name(&waterfall->list, i);
    if (rect.width > 0)
        sketch_rect(sketch, step->is_sum ? PAINT_BAR : PAINT_REST, rect);
    sketch_text(sketch, step->datum.has_value ? PAINT_INK : PAINT_MUTED,
                (struct chart_text){.words = step->label.words,
                                    .x = rect.x + rect.width + BEFORE_LABEL * waterfall->em,
                                    .y = baseline_at(list_middle(&waterfall->list, i), waterfall->em),
                                    .width = step->label.width,
                                    .size = waterfall->em});
    sketch->mark = NULL;
}

/* From the end of a bar down to the next. */
static void place_joint(const struct waterfall *waterfall, size_t i)
{
    double x = sketch_crisp(waterfall->sketch, scale_x(&waterfall->scale, waterfall->steps[i].to));
    struct chart_rect above = step_rect(waterfall, i), below = step_rect(waterfall, i + 1);
    sketch_grid(waterfall->sketch, PAINT_MUTED, (struct chart_segment){x, above.y + above.height, x, below.y});
}

double waterfall_place(struct sketch *sketch, struct chart_rect area)
{
    struct waterfall waterfall = {.sketch = sketch, .em = sketch->size->label};
    size_t n_rows = sketch->spec->data->n_rows;
    double head = HEAD * waterfall.em;
    read_steps(&waterfall);
    const char **names = ARENA_ARRAY(sketch->arena, const char *, n_rows);
    for (size_t i = 0; i < n_rows; i++)
        names[i] = waterfall.steps[i].datum.name;
    waterfall.list = list_open(sketch, area, (struct list_form){.n_rows = n_rows, .head = head, .names = names});
    fit_steps(&waterfall);
    double top = list_top(&waterfall.list, 0), bottom = list_top(&waterfall.list, waterfall.list.n_shown);
    const struct value_words words = rows_value_words(sketch);
    scale_tick(&waterfall.scale, &words, &waterfall.list.label, waterfall.list.left,
               baseline_at(top - head / 2, waterfall.em));
    scale_place(&waterfall.scale, sketch, top, bottom);
    for (size_t i = 0; i < waterfall.list.n_shown; i++)
        place_step(&waterfall, i);
    for (size_t i = 0; i + 1 < waterfall.list.n_shown; i++)
        place_joint(&waterfall, i);
    scale_place_zero(&waterfall.scale, sketch, top, bottom);
    sketch->n_shown = waterfall.list.n_shown;
    return list_close(&waterfall.list);
}

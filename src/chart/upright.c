/* The arithmetic of an upright axis. */
#include "chart/upright.h"

#include <math.h>

/* In ems of label size. */
static const double FOOT = 1.7;
static const double AFTER_WORDS = 0.6;
static const double TICK_AIR = 2; /* between two ticks, at least */
static const double EDGE = 1.2;

/* Height of the line of names. */
static double foot_of(const struct sketch *sketch)
{
    return FOOT * sketch->size->label;
}

/* Words of all ticks; the width of the widest. */
static double word_ticks(struct upright *upright)
{
    struct ruler ruler = sketch_ruler(upright->sketch, upright->em, false);
    struct value_words words = rows_value_words(upright->sketch);
    double widest = 0;
    for (size_t i = 0; i < upright->axis.n_ticks; i++) {
        upright->words[i] = axis_words(&words, &upright->axis, i);
        widest = MAX(widest, ruler_width(&ruler, upright->words[i]));
    }
    return widest;
}

/* The finest axis whose words have air between them. */
static void choose_ticks(struct upright *upright, int64_t low, int64_t high)
{
    for (size_t most = AXIS_MOST_TICKS; most >= 2; most--) {
        upright->axis = axis_choose(low, high, most);
        if ((double)upright->axis.step * upright->per_value >= TICK_AIR * upright->em)
            return;
    }
    if ((double)upright->axis.step * upright->per_value < 1.2 * upright->em)
        upright->axis.n_ticks = 0;
}

struct upright upright_open(struct sketch *sketch, struct chart_rect area, int64_t low, int64_t high, size_t n_places,
                            double headroom, double words_share)
{
    struct upright upright = {.sketch = sketch, .em = sketch->size->label, .plot = area, .n_places = MAX(1, n_places)};
    upright.plot.height = MAX(1, area.height - foot_of(sketch));
    double above = high > 0 || low == 0 ? headroom : 0, below = low < 0 ? headroom : 0;
    /* The words of the topmost tick are half above their line. */
    above = MAX(above, 0.6 * upright.em);
    double length = MAX(1, upright.plot.height - above - below), range = (double)high - (double)low;
    upright.per_value = range > 0 ? length / range : 0;
    upright.zero = upright.plot.y + above + (range > 0 ? (double)high * upright.per_value : length);
    choose_ticks(&upright, low, high);
    double widest = word_ticks(&upright);
    if (widest <= words_share * area.width && upright.axis.n_ticks)
        upright.words_width = widest + AFTER_WORDS * upright.em;
    upright.plot.x += upright.words_width;
    upright.plot.width = MAX(1, upright.plot.width - upright.words_width);
    return upright;
}

double upright_y(const struct upright *upright, int64_t value)
{
    return upright->zero - (double)value * upright->per_value;
}

double upright_slot(const struct upright *upright)
{
    return upright->plot.width / (double)upright->n_places;
}

double upright_x(const struct upright *upright, size_t place)
{
    double inset = EDGE * upright->em, width = upright->plot.width - 2 * inset;
    if (upright->at_edges && upright->n_places > 1 && width > 0)
        return upright->plot.x + inset + width * (double)place / (double)(upright->n_places - 1);
    return upright->plot.x + ((double)place + 0.5) * upright_slot(upright);
}

static void place_line(const struct upright *upright, enum chart_paint paint, int64_t value)
{
    double y = sketch_crisp(upright->sketch, upright_y(upright, value));
    sketch_grid(upright->sketch, paint,
                (struct chart_segment){upright->plot.x, y, upright->plot.x + upright->plot.width, y});
}

void upright_place(const struct upright *upright)
{
    for (size_t i = 0; i < upright->axis.n_ticks; i++) {
        if (upright->axis.ticks[i])
            place_line(upright, PAINT_RULE, upright->axis.ticks[i]);
        if (upright->words_width > 0)
            sketch_text(upright->sketch, PAINT_MUTED,
                        (struct chart_text){.words = upright->words[i],
                                            .x = upright->plot.x - AFTER_WORDS * upright->em,
                                            .y = baseline_at(upright_y(upright, upright->axis.ticks[i]), upright->em),
                                            .size = upright->em,
                                            .anchor = ANCHOR_END});
    }
}

void upright_place_zero(const struct upright *upright)
{
    place_line(upright, PAINT_INK, 0);
}

/* The words of a place, centred, held inside the plot. */
static struct chart_text name_text(const struct upright *upright, struct fitted name, size_t place)
{
    double left = upright->plot.x, right = left + upright->plot.width;
    double wanted = upright_x(upright, place) - name.width / 2;
    return (struct chart_text){
        .words = name.words,
        .x = CLAMP(wanted, left, MAX(left, right - name.width)),
        .y = baseline_at(upright->plot.y + upright->plot.height + foot_of(upright->sketch) / 2 + 0.1 * upright->em,
                         upright->em),
        .width = name.width,
        .size = upright->em};
}

/* Whether every STEP-th name, counted back from the last, has room. */
static bool has_room(const struct upright *upright, const struct fitted *names, size_t step)
{
    double end = -INFINITY;
    for (size_t i = (upright->n_places - 1) % step; i < upright->n_places; i += step) {
        struct chart_text text = name_text(upright, names[i], i);
        if (text.x < end + 0.5 * upright->em)
            return false;
        end = text.x + text.width;
    }
    return true;
}

void upright_name(const struct upright *upright, const char *const *names)
{
    struct ruler ruler = sketch_ruler(upright->sketch, upright->em, false);
    struct fitted *fitted = ARENA_ARRAY(upright->sketch->arena, struct fitted, upright->n_places);
    double most = MAX(upright_slot(upright) * 0.96, MIN(upright->plot.width, 10 * upright->em));
    for (size_t i = 0; i < upright->n_places; i++)
        fitted[i] = words_fit(&ruler, names[i], most);
    size_t step = 1;
    while (step < upright->n_places && ((upright->n_places - 1) % step || !has_room(upright, fitted, step)))
        step++;
    for (size_t i = (upright->n_places - 1) % step; i < upright->n_places; i += step)
        sketch_text(upright->sketch, PAINT_MUTED, name_text(upright, fitted[i], i));
}

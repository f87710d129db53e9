/* The arithmetic of a level axis. */
#include "chart/scale.h"

#include <math.h>
#include <string.h>

/* Room that everything needs left and right of zero when a value of 1 is PER_VALUE long. */
static void measure_sides(const struct reach *reaches, size_t n_reaches, double per_value, double *left, double *right)
{
    *left = *right = 0;
    for (size_t i = 0; i < n_reaches; i++) {
        double at = (double)reaches[i].value * per_value;
        *left = MAX(*left, reaches[i].before - at);
        *right = MAX(*right, reaches[i].after + at);
    }
}

void scale_fit(struct scale *scale, const struct reach *reaches, size_t n_reaches)
{
    double range = (double)scale->high - (double)scale->low;
    double width = scale->right - scale->left, left, right;
    double low = 0, high = range > 0 ? width / range : 0;
    for (int i = 0; i < 48 && high > 0; i++) {
        double middle = (low + high) / 2;
        measure_sides(reaches, n_reaches, middle, &left, &right);
        *(left + right <= width ? &low : &high) = middle;
    }
    measure_sides(reaches, n_reaches, low, &left, &right);
    scale->zero = scale->left + left;
    scale->per_value = low;
}

double scale_x(const struct scale *scale, int64_t value)
{
    return scale->zero + (double)value * scale->per_value;
}

/* Words of tick I with their number centred on it, as far as the scale allows. */
static struct chart_text tick_text(const struct scale *scale, const struct value_words *words,
                                   const struct ruler *ruler, double least, size_t i)
{
    struct chart_text text = {.words = axis_words(words, &scale->axis, i), .size = ruler->size};
    text.width = ruler_width(ruler, text.words);
    const char *number = axis_number(words, &scale->axis, i);
    double number_width = strcmp(number, text.words) == 0 ? text.width : ruler_width(ruler, number);
    double wanted = scale_x(scale, scale->axis.ticks[i]) - number_width / 2;
    text.x = CLAMP(wanted, least, MAX(least, scale->right - text.width));
    return text;
}

/* Words every tick; false when two come too near. */
static bool word_ticks(struct scale *scale, const struct value_words *words, const struct ruler *ruler, double least)
{
    double end = -INFINITY;
    for (size_t i = 0; i < scale->axis.n_ticks; i++) {
        scale->ticks[i] = tick_text(scale, words, ruler, least, i);
        if (scale->ticks[i].x < end + ruler->size * 0.8)
            return false;
        end = scale->ticks[i].x + scale->ticks[i].width;
    }
    return end <= scale->right + 0.01;
}

void scale_tick(struct scale *scale, const struct value_words *words, const struct ruler *ruler, double least,
                double baseline)
{
    bool found = false;
    for (size_t most = AXIS_MOST_TICKS; most >= 2 && !found; most--) {
        scale->axis = axis_choose(scale->low, scale->high, most);
        found = word_ticks(scale, words, ruler, least);
    }
    scale->axis.n_ticks = found ? scale->axis.n_ticks : 0;
    for (size_t i = 0; i < scale->axis.n_ticks; i++)
        scale->ticks[i].y = baseline;
}

static void place_line(const struct scale *scale, struct sketch *sketch, enum chart_paint paint, int64_t value,
                       double top, double bottom)
{
    double x = sketch_crisp(sketch, scale_x(scale, value));
    sketch_grid(sketch, paint, (struct chart_segment){x, top, x, bottom});
}

void scale_place(const struct scale *scale, struct sketch *sketch, double top, double bottom)
{
    for (size_t i = 0; i < scale->axis.n_ticks; i++) {
        sketch_text(sketch, PAINT_MUTED, scale->ticks[i]);
        if (scale->axis.ticks[i])
            place_line(scale, sketch, PAINT_RULE, scale->axis.ticks[i], top, bottom);
    }
}

void scale_place_zero(const struct scale *scale, struct sketch *sketch, double top, double bottom)
{
    place_line(scale, sketch, PAINT_INK, 0, top, bottom);
}

/* Ticks at days, months and years. */
#include "chart/span.h"

#include "base/date.h"

#include <math.h>
#include <string.h>

/* A distance between ticks: so many months, or days when months is 0. */
struct step {
    int months, days;
};

static const struct step steps[] = {{0, 1},  {0, 7},  {1, 0},   {3, 0},   {6, 0},   {12, 0},
                                    {24, 0}, {60, 0}, {120, 0}, {240, 0}, {600, 0}, {2400, 0}};

static int64_t month_start(int month)
{
    return date_days((struct date){.year = month / 12, .month = month % 12 + 1, .day = 1});
}

/* The first tick at or after DAY; the one after TICK is the first at or after TICK + 1. */
static int64_t next_tick(struct step step, int64_t day)
{
    if (!step.months)
        return day + (step.days - ((day - 4) % step.days + step.days) % step.days) % step.days;
    struct date date = date_from_days(day);
    int month = date.year * 12 + date.month - 1;
    month -= month % step.months;
    while (month_start(month) < day)
        month += step.months;
    return month_start(month);
}

static const char *tick_words(const struct sketch *sketch, struct step step, int64_t day)
{
    struct date date = date_from_days(day);
    const char *iso = date_iso(sketch->arena, date);
    const char *whole = date_short(sketch->arena, sketch->spec->catalog, iso, PRECISION_DAY);
    if (step.months >= 12)
        return arena_printf(sketch->arena, "%d", date.year);
    if (!step.months)
        return whole;
    /* "1 Jan 2018" without its day. */
    const char *space = strchr(whole, ' ');
    return space ? space + 1 : whole;
}

double span_x(const struct span *span, int64_t day)
{
    double share = (double)(day - span->first) / (double)(span->last - span->first);
    return span->left + share * (span->right - span->left);
}

static double words_left(const struct span *span, size_t i)
{
    double wanted = span_x(span, span->ticks[i]) - span->words[i].width / 2;
    return CLAMP(wanted, span->left, MAX(span->left, span->right - span->words[i].width));
}

/* Fills the ticks of a step; false when there are too many or their words come too near. */
static bool try_step(struct span *span, const struct sketch *sketch, struct step step)
{
    struct ruler ruler = sketch_ruler(sketch, sketch->size->label, false);
    double end = -INFINITY;
    span->n_ticks = 0;
    for (int64_t day = next_tick(step, span->first); day <= span->last; day = next_tick(step, day + 1)) {
        if (span->n_ticks == SPAN_MOST_TICKS)
            return false;
        size_t i = span->n_ticks++;
        span->ticks[i] = day;
        span->words[i].words = tick_words(sketch, step, day);
        span->words[i].width = ruler_width(&ruler, span->words[i].words);
        if (words_left(span, i) < end + ruler.size)
            return false;
        end = words_left(span, i) + span->words[i].width;
    }
    return end <= span->right + 0.01;
}

struct span span_choose(const struct sketch *sketch, int64_t first, int64_t last, double left, double right)
{
    int64_t air = MAX(1, (last - first) / 40);
    struct span span = {.first = first - air, .last = last + air, .left = left, .right = MAX(right, left + 1)};
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
        if (try_step(&span, sketch, steps[i]) && span.n_ticks)
            return span;
    span.n_ticks = 0;
    return span;
}

void span_place(const struct span *span, struct sketch *sketch, double baseline, double top, double bottom)
{
    for (size_t i = 0; i < span->n_ticks; i++) {
        double x = sketch_crisp(sketch, span_x(span, span->ticks[i]));
        sketch_grid(sketch, PAINT_RULE, (struct chart_segment){x, top, x, bottom});
        sketch_text(sketch, PAINT_MUTED,
                    (struct chart_text){.words = span->words[i].words,
                                        .x = words_left(span, i),
                                        .y = baseline,
                                        .width = span->words[i].width,
                                        .size = sketch->size->label});
    }
}

void span_place_as_of(const struct span *span, struct sketch *sketch, int64_t day, struct chart_rect plot,
                      double middle)
{
    double em = sketch->size->label, x = sketch_crisp(sketch, span_x(span, day));
    struct ruler label = sketch_ruler(sketch, em, false);
    const char *date = date_short(sketch->arena, sketch->spec->catalog, sketch->spec->as_of, PRECISION_DAY);
    const char *words = catalog_format(sketch->arena, sketch->spec->catalog, N_("As of {date}"), "date", date, NULL);
    struct fitted fitted = words_fit(&label, words, plot.width);
    sketch_text(sketch, PAINT_INK,
                (struct chart_text){.words = fitted.words,
                                    .x = CLAMP(x - fitted.width / 2, plot.x, plot.x + plot.width - fitted.width),
                                    .y = baseline_at(middle, em),
                                    .width = fitted.width,
                                    .size = em});
    sketch_grid(sketch, PAINT_INK, (struct chart_segment){x, plot.y, x, plot.y + plot.height});
}

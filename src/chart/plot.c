/* The arithmetic of a panel: how long a value is, where rows, bars and words stand. Adds nothing to the sketch. */
#include "chart/plot.h"

#include <math.h>

/* Lengths in ems of label size. */
static const double HEAD = 1.6;       /* the line of the axis' words */
static const double HEADING = 1.6;    /* the line of a heading above it */
static const double GAP = 1.3;        /* between panels */
static const double TIGHT_GAP = 0.6;  /* where the height is given */
static const double NAME_LINE = 1.4;  /* a name above its bar */
static const double BAR_LINE = 1.2;   /* a bar below its name */
static const double LEAST_ROW = 1.18; /* a name beside its bar */
static const double AFTER_NAME = 0.9; /* between names and plot */
static const double BEFORE_LABEL = 0.45;
static const double FATTEST_BAR = 1.5;
static const double BAR_SHARE = 0.66; /* of a row */

static const double LABEL_SHARE = 0.6; /* of the plot, at most, for a label; less where bars go both ways */

double panel_head_height(const struct bars *bars)
{
    return bars->label.size * (HEAD + (bars->heads_apart ? HEADING : 0));
}

double panel_least_row(const struct bars *bars)
{
    return bars->label.size * (bars->names_above ? NAME_LINE + BAR_LINE : LEAST_ROW);
}

double panel_gap(const struct bars *bars)
{
    return bars->label.size * (bars->sketch->size->height > 0 ? TIGHT_GAP : GAP);
}

int64_t plot_value(const struct plot *plot, const struct bar *bar)
{
    return CLAMP(bar->datum.value, plot->panel->low, plot->panel->high);
}

/* The largest scale at which every bar keeps its label inside the plot. */
static void fit_scale(struct plot *plot)
{
    const struct panel *panel = plot->panel;
    struct reach *reaches = ARENA_ARRAY(plot->bars->sketch->arena, struct reach, panel->n_shown);
    for (size_t i = 0; i < panel->n_shown; i++) {
        const struct bar *bar = &panel->bars[i];
        double room = bar->label.width > 0 ? plot->em * BEFORE_LABEL + bar->label.width : 0;
        reaches[i].value = plot_value(plot, bar);
        *(reaches[i].value < 0 ? &reaches[i].before : &reaches[i].after) = room;
    }
    scale_fit(&plot->scale, reaches, panel->n_shown);
}

static void fit_labels(struct plot *plot)
{
    double most = (plot->scale.right - plot->scale.left) * (plot->panel->low < 0 ? LABEL_SHARE * 0.75 : LABEL_SHARE);
    for (size_t i = 0; i < plot->panel->n_shown; i++) {
        struct bar *bar = &plot->panel->bars[i];
        bar->label = words_fit(&plot->bars->label, bar->label.words, most);
    }
}

double plot_row_top(const struct plot *plot, size_t i)
{
    return plot->top + (double)i * plot->bars->row;
}

/* Middle of a bar and of its label. */
static double bar_middle(const struct plot *plot, size_t i)
{
    const struct bars *bars = plot->bars;
    double middle = bars->names_above ? plot->em * (NAME_LINE + BAR_LINE / 2) : bars->row / 2;
    return plot_row_top(plot, i) + middle;
}

static double bar_height(const struct plot *plot)
{
    const struct bars *bars = plot->bars;
    double height = bars->names_above ? plot->em * 0.9 : MIN(bars->row * BAR_SHARE, plot->em * FATTEST_BAR);
    return bars->sketch->size->is_points ? height : 2 * round(height / 2);
}

struct chart_rect plot_bar(const struct plot *plot, size_t i)
{
    double end = scale_x(&plot->scale, plot_value(plot, &plot->panel->bars[i])), height = bar_height(plot);
    double top = bar_middle(plot, i) - height / 2;
    return (struct chart_rect){.x = MIN(plot->scale.zero, end),
                               .y = plot->bars->sketch->size->is_points ? top : round(top),
                               .width = fabs(end - plot->scale.zero),
                               .height = height};
}

struct chart_text plot_label(const struct plot *plot, size_t i)
{
    const struct bar *bar = &plot->panel->bars[i];
    int64_t value = plot_value(plot, bar);
    double side = value < 0 ? -1 : 1;
    return (struct chart_text){.words = bar->label.words,
                               .x = scale_x(&plot->scale, value) + side * plot->em * BEFORE_LABEL,
                               .y = baseline_at(bar_middle(plot, i), plot->em),
                               .width = bar->label.width,
                               .size = plot->em,
                               .anchor = value < 0 ? ANCHOR_END : ANCHOR_START};
}

struct chart_text plot_name(const struct plot *plot, size_t i, double x)
{
    const struct bars *bars = plot->bars;
    double middle = bars->names_above ? plot_row_top(plot, i) + plot->em * NAME_LINE / 2 : bar_middle(plot, i);
    return (struct chart_text){.words = plot->panel->bars[i].name.words,
                               .x = x,
                               .y = baseline_at(middle, plot->em),
                               .width = plot->panel->bars[i].name.width,
                               .size = plot->em};
}

struct plot plot_panel(const struct bars *bars, const struct panel *panel, struct chart_rect area)
{
    double em = bars->label.size;
    double names = bars->names_above ? 0 : bars->name_width + em * AFTER_NAME;
    struct plot plot = {
        .bars = bars,
        .panel = panel,
        .em = em,
        .heading = baseline_at(area.y + em * (bars->heads_apart ? HEADING : HEAD) / 2, em),
        .top = area.y + panel_head_height(bars),
        .scale = {.low = panel->low, .high = panel->high, .left = area.x + names, .right = area.x + area.width}};
    fit_labels(&plot);
    fit_scale(&plot);
    double least = plot.scale.left - (bars->names_above ? 0 : em * AFTER_NAME / 2);
    scale_tick(&plot.scale, &bars->words, &bars->label, least, baseline_at(plot.top - em * HEAD / 2, em));
    return plot;
}

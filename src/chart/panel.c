/* One panel of ranked bars, drawn from its plot: heading, grid, and a name, a bar and a label for each row. */
#include "chart/plot.h"

#include "base/money.h"

#include <math.h>

/* In ems of label size. */
static const double HAIRLINE = 1.0 / 13;
static const double HATCH = 0.4; /* between two strokes of a hatched bar */

/* Whether words stand on a gridline at X: their left and width with a little air. */
static bool crosses(const struct plot *plot, double x, const struct chart_text *text)
{
    double air = plot->em * 0.3, left = chart_text_left(text);
    return *text->words && x > left - air && x < left + text->width + air;
}

/* Cuts the line at X into pieces that leave the words of rows free; returns how many: at most one a row and one. */
static size_t cut_gridline(const struct plot *plot, double x, struct chart_segment *pieces)
{
    double from = plot->top;
    size_t n_pieces = 0;
    for (size_t i = 0; i < plot->panel->n_shown; i++) {
        struct chart_text label = plot_label(plot, i), name = plot_name(plot, i, plot->left);
        double top = plot_row_top(plot, i), split = top + plot_name_line(plot);
        bool on_name = split > top && crosses(plot, x, &name), on_label = crosses(plot, x, &label);
        if (!on_name && !on_label)
            continue;
        double stop = on_name ? top : split;
        if (stop > from)
            pieces[n_pieces++] = (struct chart_segment){x, from, x, stop};
        from = on_label ? plot_row_top(plot, i + 1) : split;
    }
    double bottom = plot_row_top(plot, plot->panel->n_shown);
    if (bottom > from)
        pieces[n_pieces++] = (struct chart_segment){x, from, x, bottom};
    return n_pieces;
}

static void place_line(const struct plot *plot, enum chart_paint paint, int64_t value)
{
    struct sketch *sketch = plot->bars->sketch;
    struct chart_segment *pieces = ARENA_ARRAY(sketch->arena, struct chart_segment, plot->panel->n_shown + 1);
    size_t n_pieces = cut_gridline(plot, plot_crisp(plot, plot_x(plot, value)), pieces);
    struct chart_strokes strokes = {.segments = pieces, .n_segments = n_pieces, .thickness = plot->em * HAIRLINE};
    sketch_strokes(sketch, paint, strokes);
}

static void place_axis(const struct plot *plot)
{
    for (size_t i = 0; i < plot->axis.n_ticks; i++) {
        sketch_text(plot->bars->sketch, PAINT_MUTED, plot->tick_words[i]);
        if (plot->axis.ticks[i])
            place_line(plot, PAINT_RULE, plot->axis.ticks[i]);
    }
}

static void place_heading(const struct plot *plot, double x)
{
    const struct bars *bars = plot->bars;
    struct sketch *sketch = bars->sketch;
    const char *note = catalog_text(sketch->spec->catalog, N_("own scale"));
    double note_width = bars->n_panels > 1 ? ruler_width(&bars->label, note) : 0, air = plot->em * 0.7;
    struct fitted heading = words_fit(&bars->heading, plot->panel->heading, plot->right - x - note_width - air);
    struct chart_text text = {
        .words = heading.words, .x = x, .y = plot->heading, .width = heading.width, .size = plot->em, .bold = true};
    sketch_text(sketch, PAINT_INK, text);
    if (bars->n_panels == 1)
        return;
    text.x += heading.width > 0 ? heading.width + air : 0;
    text.words = note;
    text.width = note_width;
    text.bold = false;
    sketch_text(sketch, PAINT_MUTED, text);
}

/* Strokes that rise at 45 degrees, cut at the sides of RECT. */
static void place_hatch(const struct plot *plot, struct chart_rect rect)
{
    struct sketch *sketch = plot->bars->sketch;
    double step = plot->em * HATCH, bottom = rect.y + rect.height, end = rect.x + rect.width;
    size_t n_segments = 0, most = (size_t)((rect.width + rect.height) / step) + 1;
    struct chart_segment *segments = ARENA_ARRAY(sketch->arena, struct chart_segment, most);
    for (double x = rect.x - rect.height + step; x < end && n_segments < most; x += step) {
        double from = MAX(x, rect.x), to = MIN(x + rect.height, end);
        segments[n_segments++] = (struct chart_segment){from, bottom - (from - x), to, bottom - (to - x)};
    }
    sketch_strokes(sketch, PAINT_BAR,
                   (struct chart_strokes){.segments = segments, .n_segments = n_segments, .thickness = plot->em * 0.1});
}

/* The two long sides and, unless the bar goes on, the end. */
static void place_outline(const struct plot *plot, struct chart_rect rect, double side, bool is_open)
{
    double inset = plot->em * HAIRLINE / 2, top = rect.y + inset, bottom = rect.y + rect.height - inset;
    double left = rect.x, right = rect.x + rect.width, end = side < 0 ? left + inset : right - inset;
    const struct chart_segment segments[] = {
        {left, top, right, top}, {left, bottom, right, bottom}, {end, top, end, bottom}};
    sketch_strokes(
        plot->bars->sketch, PAINT_BAR,
        (struct chart_strokes){.segments = segments, .n_segments = is_open ? 2 : 3, .thickness = plot->em * HAIRLINE});
}

/* A slanted gap near the end of a bar that is longer than it is drawn. */
static void place_break(const struct plot *plot, struct chart_rect rect, double side)
{
    double over = plot->em * 0.2, slant = plot->em * 0.22, half = plot->em * 0.15;
    double x = (side < 0 ? rect.x : rect.x + rect.width) - side * plot->em * 0.75;
    double top = rect.y - over, bottom = rect.y + rect.height + over;
    const struct chart_segment gap = {x - slant, bottom, x + slant, top};
    const struct chart_segment edges[] = {{x - slant - half, bottom, x + slant - half, top},
                                          {x - slant + half, bottom, x + slant + half, top}};
    sketch_strokes(plot->bars->sketch, PAINT_PAGE,
                   (struct chart_strokes){.segments = &gap, .n_segments = 1, .thickness = half * 2});
    sketch_strokes(plot->bars->sketch, PAINT_BAR,
                   (struct chart_strokes){.segments = edges, .n_segments = 2, .thickness = plot->em * 0.1});
}

static void place_bar(const struct plot *plot, size_t i)
{
    const struct bar *bar = &plot->panel->bars[i];
    struct sketch *sketch = plot->bars->sketch;
    struct chart_rect rect = plot_bar(plot, i);
    if (rect.width <= 0)
        return;
    if (!bar->is_flagged) {
        sketch_rect(sketch, PAINT_BAR, rect);
        return;
    }
    bool is_cut = plot_value(plot, bar) != bar->value;
    double side = bar->value < 0 ? -1 : 1;
    sketch_rect(sketch, PAINT_PAGE, rect);
    place_hatch(plot, rect);
    place_outline(plot, rect, side, is_cut);
    if (is_cut)
        place_break(plot, rect, side);
}

static void place_row(const struct plot *plot, size_t i, double x)
{
    struct sketch *sketch = plot->bars->sketch;
    const struct bar *bar = &plot->panel->bars[i];
    sketch->mark = bar->mark;
    sketch_text(sketch, PAINT_INK, plot_name(plot, i, x));
    place_bar(plot, i);
    sketch_text(sketch, bar->has_value && !bar->is_flagged ? PAINT_INK : PAINT_MUTED, plot_label(plot, i));
    sketch->mark = NULL;
}

void panel_count_rest(const struct bars *bars, size_t n_rest, struct chart_rect line)
{
    const struct sketch *sketch = bars->sketch;
    const char *count = integer_grouped(sketch->arena, (int64_t)n_rest);
    const char *words = catalog_format(sketch->arena, sketch->spec->catalog, N_("and {n} more"), "n", count, NULL);
    double size = bars->label.size;
    struct chart_text text = {.words = words_fit(&bars->label, words, line.width).words,
                              .x = line.x,
                              .y = baseline_at(line.y + MIN(line.height, 1.5 * size) / 2, size),
                              .size = size};
    sketch_text(bars->sketch, PAINT_MUTED, text);
}

double panel_place(const struct bars *bars, const struct panel *panel, struct chart_rect area)
{
    struct plot plot = plot_panel(bars, panel, area);
    place_heading(&plot, area.x);
    place_axis(&plot);
    for (size_t i = 0; i < panel->n_shown; i++)
        place_row(&plot, i, area.x);
    place_line(&plot, PAINT_INK, 0);
    double bottom = plot_row_top(&plot, panel->n_shown);
    if (panel->n_shown == panel->n_bars)
        return bottom - area.y;
    struct chart_rect line = {.x = area.x, .y = bottom, .width = area.width, .height = bars->row};
    panel_count_rest(bars, panel->n_bars - panel->n_shown, line);
    return bottom + bars->row - area.y;
}

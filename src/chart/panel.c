/* One panel of ranked bars, drawn from its plot: heading, grid, and a name, a bar and a label for each row. */
#include "chart/plot.h"
#include "chart/rest.h"

static void place_heading(const struct plot *plot, double x)
{
    const struct bars *bars = plot->bars;
    struct sketch *sketch = bars->sketch;
    const char *note = catalog_text(sketch->spec->catalog, N_("own scale"));
    double note_width = bars->n_panels > 1 ? ruler_width(&bars->label, note) : 0, air = plot->em * 0.7;
    struct fitted heading = words_fit(&bars->heading, plot->panel->heading, plot->scale.right - x - note_width - air);
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
    if (!bar->datum.is_flagged) {
        sketch_rect(sketch, PAINT_BAR, rect);
        return;
    }
    sketch_hatch(sketch, PAINT_BAR, rect);
    if (plot_value(plot, bar) != bar->datum.value)
        place_break(plot, rect, bar->datum.value < 0 ? -1 : 1);
}

static void place_row(const struct plot *plot, size_t i, double x)
{
    struct sketch *sketch = plot->bars->sketch;
    const struct bar *bar = &plot->panel->bars[i];
    sketch->mark = bar->mark;
    sketch_text(sketch, PAINT_INK, plot_name(plot, i, x));
    place_bar(plot, i);
    sketch_text(sketch, datum_counts(&bar->datum) ? PAINT_INK : PAINT_MUTED, plot_label(plot, i));
    sketch->mark = NULL;
}

static void place_rows(const struct plot *plot, double x, double bottom)
{
    struct sketch *sketch = plot->bars->sketch;
    scale_place(&plot->scale, sketch, plot->top, bottom);
    for (size_t i = 0; i < plot->panel->n_shown; i++)
        place_row(plot, i, x);
    scale_place_zero(&plot->scale, sketch, plot->top, bottom);
}

/* "and 43 more: No data"; where there was no room for some that have a value, "and 51 more". */
static void place_rest(const struct bars *bars, const struct panel *panel, struct chart_rect line)
{
    struct rest rest = {.sketch = bars->sketch, .words = ""};
    size_t n_rest = panel->n_bars - panel->n_shown;
    rest_count(&rest, panel->n_alike == panel->n_bars ? N_("{n} rows") : N_("and {n} more"), n_rest);
    if (n_rest == panel->n_alike)
        rest_reason(&rest, "{name}", panel->bars[panel->n_shown].datum.state);
    rest_place(&rest, line);
}

double panel_place(const struct bars *bars, const struct panel *panel, struct chart_rect area)
{
    struct plot plot = plot_panel(bars, panel, area);
    double bottom = plot_row_top(&plot, panel->n_shown);
    place_heading(&plot, area.x);
    if (panel->n_shown)
        place_rows(&plot, area.x, bottom);
    if (panel->n_shown == panel->n_bars)
        return bottom - area.y;
    place_rest(bars, panel, (struct chart_rect){area.x, bottom, area.width, bars->row});
    return bottom + bars->row - area.y;
}

/* Which rows a ranked-bars chart shows, in which panels, under which words. Geometry is panel.c's. */
#include "chart/bars.h"
#include "chart/kinds.h"

#include <math.h>
#include <string.h>

static const double NAME_SHARE = 0.38; /* of the width, at most, for names */
static const double FEWEST_EMS = 36;   /* of label size, for names to stand beside bars */

/* Rows become bars; a change of the panel column's words opens a panel. */
static void read_rows(struct bars *bars)
{
    struct sketch *sketch = bars->sketch;
    bars->n_rows = sketch->spec->data->n_rows;
    struct bar *all = ARENA_ARRAY(sketch->arena, struct bar, bars->n_rows);
    bars->panels = ARENA_ARRAY(sketch->arena, struct panel, bars->n_rows);
    struct panel *panel = NULL;
    for (size_t i = 0; i < bars->n_rows; i++) {
        const char *heading = rows_words(sketch, i, CHART_PANEL);
        if (!panel || strcmp(heading, panel->heading) != 0) {
            panel = &bars->panels[bars->n_panels++];
            *panel = (struct panel){.heading = heading, .bars = &all[i]};
        }
        all[i].datum = rows_datum(sketch, i);
        panel->n_bars++;
    }
}

/* Has it no value, for the reason STATE? */
static bool is_without(const struct datum *datum, const char *state)
{
    return !datum->has_value && !datum->is_flagged && strcmp(datum->state, state) == 0;
}

/* Many bars without a value for one reason say no more than their number does: they go to the end of their panel. */
static void set_apart(const struct bars *bars, struct panel *panel)
{
    struct bar *all = ARENA_ARRAY(bars->sketch->arena, struct bar, panel->n_bars);
    const char *state = "";
    size_t n = 0, n_alike = 0;
    memcpy(all, panel->bars, panel->n_bars * sizeof *all);
    for (size_t i = 0; i < panel->n_bars && !*state; i++)
        state = all[i].datum.has_value ? "" : all[i].datum.state;
    for (size_t i = 0; i < panel->n_bars; i++)
        n_alike += is_without(&all[i].datum, state);
    if (!*state || n_alike <= FEW_WITHOUT)
        return;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < panel->n_bars; i++)
            if (is_without(&all[i].datum, state) == (pass == 1))
                panel->bars[n++] = all[i];
    panel->n_alike = n_alike;
}

/* Headings stand beside the axis where they fit beside the bars, else above it. */
static void choose_form(struct bars *bars, double width)
{
    const struct sketch *sketch = bars->sketch;
    const char *note = catalog_text(sketch->spec->catalog, N_("own scale"));
    double note_width = bars->n_panels > 1 ? ruler_width(&bars->label, note) + 1.5 * bars->label.size : 0;
    double widest = 0;
    for (size_t i = 0; i < bars->n_panels; i++)
        widest = MAX(widest, ruler_width(&bars->heading, bars->panels[i].heading) + note_width);
    bars->names_above = width < FEWEST_EMS * sketch->size->label;
    bars->heads_apart = widest > (bars->names_above ? 0 : width * NAME_SHARE);
    if (!bars->heads_apart)
        bars->name_width = widest;
}

/* Lines that the first N_PANELS panels take: their shown rows, and one for each that counts a rest. */
static size_t count_lines(const struct bars *bars)
{
    size_t lines = 0;
    for (size_t i = 0; i < bars->n_panels; i++)
        lines += bars->panels[i].n_shown + (bars->panels[i].n_shown < bars->panels[i].n_bars);
    return lines;
}

/* Shows one row more in each panel that has one and for which LINES and MOST suffice; false when none was added. */
static bool share_round(struct bars *bars, size_t lines, size_t most)
{
    bool added = false;
    for (size_t i = 0; i < bars->n_panels; i++) {
        struct panel *panel = &bars->panels[i];
        if (panel->n_shown + panel->n_alike == panel->n_bars || bars->sketch->n_shown == most)
            continue;
        panel->n_shown++;
        bool fits = count_lines(bars) <= lines;
        panel->n_shown -= !fits;
        bars->sketch->n_shown += fits;
        added |= fits;
    }
    return added;
}

/* What N panels take without their rows. */
static double heads_height(const struct bars *bars, size_t n_panels)
{
    return (double)n_panels * (panel_head_height(bars) + panel_gap(bars)) - panel_gap(bars);
}

/* Lines of the least height that fit below the heads of N panels. */
static size_t fitting_lines(const struct bars *bars, size_t n_panels, double height)
{
    return (size_t)MAX(0, floor((height - heads_height(bars, n_panels)) / panel_least_row(bars)));
}

static void show_all(struct bars *bars)
{
    bars->row = bars->sketch->size->row;
    bars->sketch->n_shown = 0;
    for (size_t i = 0; i < bars->n_panels; i++) {
        struct panel *panel = &bars->panels[i];
        panel->n_shown = panel->n_bars - panel->n_alike;
        bars->sketch->n_shown += panel->n_shown;
    }
}

/* Panels share the lines of a fixed height evenly, and the lines share the height. A panel that cannot show a row and
 * count its rest is left off, counted in one last line. */
static void share_height(struct bars *bars, double height)
{
    const struct chart_size *size = bars->sketch->size;
    size_t n_all = bars->n_panels, most = size->most_rows ? size->most_rows : bars->n_rows;
    bars->n_panels = MIN(n_all, most);
    while (bars->n_panels > 1 && fitting_lines(bars, bars->n_panels, height) < 2 * bars->n_panels + 1)
        bars->n_panels--;
    size_t last = bars->n_panels < n_all;
    size_t lines = fitting_lines(bars, bars->n_panels, height);
    while (share_round(bars, lines - MIN(lines, last), most))
        continue;
    double row = (height - heads_height(bars, bars->n_panels)) / (double)MAX(1, count_lines(bars) + last);
    bars->row = CLAMP(size->is_points ? row : floor(row), panel_least_row(bars), MAX(size->row, panel_least_row(bars)));
}

/* The largest first, those without a value that counts last; else as they were. */
static int compare_bars(const void *a, const void *b)
{
    const struct datum *left = &((const struct bar *)a)->datum, *right = &((const struct bar *)b)->datum;
    if (datum_counts(left) != datum_counts(right))
        return datum_counts(right) - datum_counts(left);
    if (datum_counts(left) && left->value != right->value)
        return left->value < right->value ? 1 : -1;
    return (left->row > right->row) - (left->row < right->row);
}

/* A panel that has no room for all of its bars shows the largest. */
static void keep_largest(struct bars *bars)
{
    for (struct panel *panel = bars->panels; panel < bars->panels + bars->n_panels; panel++)
        if (panel->n_shown + panel->n_alike < panel->n_bars)
            qsort(panel->bars, panel->n_bars, sizeof *panel->bars, compare_bars);
}

/* One number of decimals for all labels of the chart. */
static int choose_decimals(const struct bars *bars)
{
    struct datum *shown = ARENA_ARRAY(bars->sketch->arena, struct datum, bars->n_rows);
    size_t n_shown = 0;
    for (size_t i = 0; i < bars->n_panels; i++)
        for (size_t j = 0; j < bars->panels[i].n_shown; j++)
            shown[n_shown++] = bars->panels[i].bars[j].datum;
    return rows_decimals(bars->sketch, shown, n_shown);
}

static void word_bar(const struct bars *bars, struct bar *bar, int decimals)
{
    const struct datum *datum = &bar->datum;
    const char *value = datum->has_value ? label_words(&bars->words, datum->value, decimals) : datum->state;
    bar->label.words = rows_flagged(bars->sketch, datum, value);
    bar->mark = rows_mark(bars->sketch, datum->row, datum->name, rows_exact(bars->sketch, datum));
}

static void word_panel(struct bars *bars, struct panel *panel, int decimals, double width)
{
    for (size_t i = 0; i < panel->n_shown; i++) {
        struct bar *bar = &panel->bars[i];
        word_bar(bars, bar, decimals);
        bar->name = words_fit(&bars->label, bar->datum.name, bars->names_above ? width : width * NAME_SHARE);
        if (!bars->names_above)
            bars->name_width = MAX(bars->name_width, bar->name.width);
        if (datum_counts(&bar->datum)) {
            panel->low = MIN(panel->low, bar->datum.value);
            panel->high = MAX(panel->high, bar->datum.value);
        }
    }
}

static double place_panels(const struct bars *bars, struct chart_rect area, size_t n_left_off)
{
    double y = area.y;
    for (size_t i = 0; i < bars->n_panels; i++) {
        struct chart_rect place = {.x = area.x, .y = y, .width = area.width};
        y += panel_place(bars, &bars->panels[i], place);
        if (i + 1 < bars->n_panels)
            y += panel_gap(bars);
    }
    if (!n_left_off)
        return y - area.y;
    struct chart_rect line = {.x = area.x, .y = y, .width = area.width, .height = bars->row};
    sketch_count_rest(bars->sketch, n_left_off, line);
    return y + bars->row - area.y;
}

double bars_place(struct sketch *sketch, struct chart_rect area)
{
    struct bars bars = {
        .sketch = sketch,
        .words = rows_value_words(sketch),
        .label = sketch_ruler(sketch, sketch->size->label, false),
        .heading = sketch_ruler(sketch, sketch->size->label, true),
    };
    read_rows(&bars);
    for (size_t i = 0; i < bars.n_panels; i++)
        set_apart(&bars, &bars.panels[i]);
    choose_form(&bars, area.width);
    if (area.height > 0)
        share_height(&bars, area.height);
    else
        show_all(&bars);
    keep_largest(&bars);
    int decimals = choose_decimals(&bars);
    size_t n_counted = 0;
    for (size_t i = 0; i < bars.n_panels; i++) {
        word_panel(&bars, &bars.panels[i], decimals, area.width);
        n_counted += bars.panels[i].n_bars;
    }
    return place_panels(&bars, area, bars.n_rows - n_counted);
}

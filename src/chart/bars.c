/* Which rows a ranked-bars chart shows, in which panels, under which words. Geometry is panel.c's. */
#include "chart/bars.h"

#include "base/display.h"

#include <math.h>
#include <string.h>

enum { NAME_BYTES = 200 };

static const double NAME_SHARE = 0.38; /* of the width, at most, for names */
static const double FEWEST_EMS = 36;   /* of label size, for names to stand beside bars */

static const char *exact_value(const struct bars *bars, const struct bar *bar)
{
    const struct chart_spec *spec = bars->sketch->spec;
    const struct cell *cell = result_cell(spec->data, bar->row, spec->value_column);
    return display_cell(bars->sketch->arena, spec->catalog, bars->words.column, cell);
}

static const char *cell_words(const struct bars *bars, size_t row, const char *column)
{
    const struct chart_spec *spec = bars->sketch->spec;
    size_t at = column ? result_column(spec->data, column) : SIZE_MAX;
    if (at == SIZE_MAX)
        return "";
    const char *words =
        display_cell(bars->sketch->arena, spec->catalog, spec->data->columns[at], result_cell(spec->data, row, column));
    return words_clean(bars->sketch->arena, words, NAME_BYTES);
}

static const char *with_flag(const struct bars *bars, const struct bar *bar, const char *value)
{
    const struct chart_spec *spec = bars->sketch->spec;
    if (!bar->is_flagged || !spec->flag_word)
        return value;
    return catalog_format(bars->sketch->arena, spec->catalog, N_("{value}, {flag}"), "value", value, "flag",
                          words_clean(bars->sketch->arena, spec->flag_word, NAME_BYTES), NULL);
}

/* Only the web and this site: an SVG must not carry a script. */
static const char *safe_link(const char *link)
{
    if (!link)
        return NULL;
    bool path = link[0] == '/' && link[1] != '/' && link[1] != '\\';
    return path || g_str_has_prefix(link, "https://") || g_str_has_prefix(link, "http://") ? link : NULL;
}

static const struct chart_mark *mark_of(const struct bars *bars, const struct bar *bar)
{
    const struct chart_spec *spec = bars->sketch->spec;
    struct chart_mark *mark = ARENA_NEW(bars->sketch->arena, struct chart_mark);
    const char *value = bar->has_value ? with_flag(bars, bar, exact_value(bars, bar)) : bar->label.words;
    mark->title = catalog_format(bars->sketch->arena, spec->catalog, N_("{name}: {value}"), "name", bar->name.words,
                                 "value", value, NULL);
    mark->link = spec->link_column ? safe_link(result_text(spec->data, bar->row, spec->link_column)) : NULL;
    return mark;
}

/* The smallest integer is left out of the range, so that every value has a negative. */
static void read_bar(const struct bars *bars, struct bar *bar)
{
    const struct chart_spec *spec = bars->sketch->spec;
    const struct cell *cell = result_cell(spec->data, bar->row, spec->value_column);
    bar->name.words = cell_words(bars, bar->row, spec->label_column);
    bar->has_value = cell->kind == CELL_INTEGER;
    bar->value = bar->has_value ? MAX(cell->integer, -INT64_MAX) : 0;
    bar->is_flagged = bar->has_value && spec->flag_column && result_integer(spec->data, bar->row, spec->flag_column, 0);
    if (!bar->has_value)
        bar->label.words = cell_words(bars, bar->row, spec->state_column);
}

/* Rows become bars; a change of the panel column's words opens a panel. */
static void read_rows(struct bars *bars)
{
    struct sketch *sketch = bars->sketch;
    bars->n_rows = sketch->spec->data->n_rows;
    struct bar *all = ARENA_ARRAY(sketch->arena, struct bar, bars->n_rows);
    bars->panels = ARENA_ARRAY(sketch->arena, struct panel, bars->n_rows);
    struct panel *panel = NULL;
    for (size_t i = 0; i < bars->n_rows; i++) {
        const char *heading = cell_words(bars, i, sketch->spec->panel_column);
        if (!panel || strcmp(heading, panel->heading) != 0) {
            panel = &bars->panels[bars->n_panels++];
            *panel = (struct panel){.heading = heading, .bars = &all[i]};
        }
        all[i].row = i;
        read_bar(bars, &all[i]);
        panel->n_bars++;
    }
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
        if (panel->n_shown == panel->n_bars || bars->sketch->n_shown == most)
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
    for (size_t i = 0; i < bars->n_panels; i++)
        bars->panels[i].n_shown = bars->panels[i].n_bars;
    bars->sketch->n_shown = bars->n_rows;
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

static size_t collect_values(const struct bars *bars, int64_t *values)
{
    size_t n_values = 0;
    for (size_t i = 0; i < bars->n_panels; i++)
        for (size_t j = 0; j < bars->panels[i].n_shown; j++)
            if (bars->panels[i].bars[j].has_value)
                values[n_values++] = bars->panels[i].bars[j].value;
    return n_values;
}

/* One number of decimals for all labels of the chart. */
static int choose_decimals(const struct bars *bars)
{
    int64_t *values = ARENA_ARRAY(bars->sketch->arena, int64_t, bars->n_rows);
    return label_decimals(&bars->words, values, collect_values(bars, values));
}

static void word_panel(struct bars *bars, struct panel *panel, int decimals, double width)
{
    for (size_t i = 0; i < panel->n_shown; i++) {
        struct bar *bar = &panel->bars[i];
        if (bar->has_value)
            bar->label.words = with_flag(bars, bar, label_words(&bars->words, bar->value, decimals));
        bar->mark = mark_of(bars, bar);
        bar->name = words_fit(&bars->label, bar->name.words, bars->names_above ? width : width * NAME_SHARE);
        if (!bars->names_above)
            bars->name_width = MAX(bars->name_width, bar->name.width);
        if (bar->has_value && !bar->is_flagged) {
            panel->low = MIN(panel->low, bar->value);
            panel->high = MAX(panel->high, bar->value);
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
    panel_count_rest(bars, n_left_off, line);
    return y + bars->row - area.y;
}

double bars_place(struct sketch *sketch, struct chart_rect area)
{
    const struct chart_spec *spec = sketch->spec;
    struct bars bars = {
        .sketch = sketch,
        .words = {.arena = sketch->arena,
                  .catalog = spec->catalog,
                  .column = spec->data->columns[result_column(spec->data, spec->value_column)]},
        .label = sketch_ruler(sketch, sketch->size->label, false),
        .heading = sketch_ruler(sketch, sketch->size->label, true),
    };
    read_rows(&bars);
    choose_form(&bars, area.width);
    if (area.height > 0)
        share_height(&bars, area.height);
    else
        show_all(&bars);
    int decimals = choose_decimals(&bars);
    size_t n_counted = 0;
    for (size_t i = 0; i < bars.n_panels; i++) {
        word_panel(&bars, &bars.panels[i], decimals, area.width);
        n_counted += bars.panels[i].n_bars;
    }
    return place_panels(&bars, area, bars.n_rows - n_counted);
}

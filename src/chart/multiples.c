/* Small column charts side by side on one axis, a panel each, so that heights compare from one to the next. */
#include "chart/columns.h"
#include "chart/kinds.h"

#include <math.h>
#include <string.h>

/* In ems of label size. */
static const double TITLE = 1.6;
static const double GAP = 1.4; /* between two panels side by side */
static const double NARROWEST = 8.5;
static const double PLEASANT = 15; /* width of a panel where there is room */
static const double LOWEST = 6.2;  /* height of a panel with its title and foot */
static const double HEIGHT = 13;
static const double LINE = 1.5;

struct panel_rows {
    const char *name;
    size_t first, n_rows; /* of the data */
};

struct multiples {
    struct sketch *sketch;
    double em;
    struct datum *rows;
    struct groups places; /* along the axis, the same in every panel */
    struct panel_rows *panels;
    size_t n_panels, n_shown, n_across;
    double words_width;   /* of the ticks, left of the first panel in a line */
    double width, height; /* of a panel, without its gap */
    int64_t low, high;
    int decimals;
};

static void find_panels(struct multiples *multiples)
{
    struct sketch *sketch = multiples->sketch;
    size_t n_rows = sketch->spec->data->n_rows;
    multiples->panels = ARENA_ARRAY(sketch->arena, struct panel_rows, n_rows);
    for (size_t i = 0; i < n_rows; i++) {
        const char *name = rows_words(sketch, i, CHART_PANEL);
        struct panel_rows *last = multiples->n_panels ? &multiples->panels[multiples->n_panels - 1] : NULL;
        if (!last || strcmp(last->name, name) != 0) {
            last = &multiples->panels[multiples->n_panels++];
            *last = (struct panel_rows){.name = name, .first = i};
        }
        last->n_rows++;
    }
}

/* As few panels across as let all of them in at a pleasant width, or as many as need be. */
static void share_area(struct multiples *multiples, struct chart_rect area, bool is_free)
{
    double em = multiples->em, gap = GAP * em;
    size_t most = (size_t)MAX(1, floor((area.width + gap) / (NARROWEST * em + gap)));
    size_t across =
        (size_t)CLAMP(floor((area.width + gap) / (PLEASANT * em + gap)), MIN(2, (double)most), (double)most);
    size_t lines = (size_t)floor(area.height / (LOWEST * em));
    while (!is_free && across < most && across * lines < multiples->n_panels)
        across++;
    /* No more across than the lines need, so that the last is not short. */
    size_t used = (multiples->n_panels + across - 1) / across;
    bool all = is_free || across * lines >= multiples->n_panels;
    multiples->n_across = MIN(across, all ? (multiples->n_panels + used - 1) / used : multiples->n_panels);
    multiples->n_shown = is_free ? multiples->n_panels : MIN(multiples->n_panels, lines * multiples->n_across);
    used = (multiples->n_shown + multiples->n_across - 1) / multiples->n_across;
    multiples->width = (area.width + gap) / (double)multiples->n_across - gap;
    multiples->height = is_free ? MIN(HEIGHT * em, 0.6 * multiples->width + 4 * em)
                                : MIN(area.height / (double)MAX(1, used), 1.1 * multiples->width + 4 * em);
}

static struct upright open_panel(const struct multiples *multiples, struct chart_rect area, bool has_words)
{
    return upright_open(multiples->sketch, area, multiples->low, multiples->high, multiples->places.n_names,
                        1.3 * multiples->em, has_words ? 1 : 0);
}

/* The row whose value stands above its column; NULL: none is above 0. */
static const struct datum *largest_of(const struct multiples *multiples, const struct panel_rows *panel)
{
    const struct datum *best = NULL;
    for (size_t i = panel->first; i < panel->first + panel->n_rows; i++)
        if (datum_counts(&multiples->rows[i]) && multiples->rows[i].value > 0 &&
            (!best || multiples->rows[i].value > best->value))
            best = &multiples->rows[i];
    return best;
}

/* As many decimals as the labels need that are shown. */
static int choose_decimals(const struct multiples *multiples)
{
    struct datum *labelled = ARENA_ARRAY(multiples->sketch->arena, struct datum, multiples->n_shown);
    size_t n_labelled = 0;
    for (size_t i = 0; i < multiples->n_shown; i++) {
        const struct datum *largest = largest_of(multiples, &multiples->panels[i]);
        if (largest)
            labelled[n_labelled++] = *largest;
    }
    return rows_decimals(multiples->sketch, labelled, n_labelled);
}

static void label_largest(const struct multiples *multiples, const struct panel_rows *panel,
                          const struct upright *upright)
{
    const struct datum *best = largest_of(multiples, panel);
    if (!best)
        return;
    const struct value_words words = rows_value_words(multiples->sketch);
    struct ruler ruler = sketch_ruler(multiples->sketch, multiples->em, false);
    struct chart_text text = {.words = label_words(&words, best->value, multiples->decimals), .size = multiples->em};
    text.width = ruler_width(&ruler, text.words);
    double wanted = upright_x(upright, multiples->places.of_row[best->row]) - text.width / 2;
    text.x = CLAMP(wanted, upright->plot.x, MAX(upright->plot.x, upright->plot.x + upright->plot.width - text.width));
    text.y = upright_y(upright, best->value) - 0.3 * multiples->em;
    columns_label(upright, PAINT_INK, text);
}

static void place_panel(const struct multiples *multiples, const struct panel_rows *panel, struct chart_rect area,
                        bool is_first)
{
    struct sketch *sketch = multiples->sketch;
    double em = multiples->em, height = area.height - TITLE * em;
    double left = open_panel(multiples, (struct chart_rect){0, 0, sketch->size->width, height}, true).words_width;
    bool has_words = is_first && left > 0 && left <= multiples->words_width;
    left = has_words ? left : 0;
    struct ruler bold = sketch_ruler(sketch, em, true);
    struct fitted name = words_fit(&bold, panel->name, area.width);
    sketch_text(sketch, PAINT_INK,
                (struct chart_text){.words = name.words,
                                    .x = area.x,
                                    .y = baseline_at(area.y + TITLE * em / 2, em),
                                    .width = name.width,
                                    .size = em,
                                    .bold = true});
    struct chart_rect plot = {area.x - left, area.y + TITLE * em, area.width + left, height};
    struct upright upright = open_panel(multiples, plot, has_words);
    upright_place(&upright);
    for (size_t i = panel->first; i < panel->first + panel->n_rows; i++) {
        const struct column_mark column = {.datum = multiples->rows[i], .place = multiples->places.of_row[i]};
        const char *full = catalog_format(sketch->arena, sketch->spec->catalog, N_("{name}, {place}"), "name",
                                          panel->name, "place", multiples->rows[i].name, NULL);
        columns_mark(&upright, &column, full);
    }
    upright_place_zero(&upright);
    label_largest(multiples, panel, &upright);
    upright_name(&upright, multiples->places.names);
}

static size_t place_panels(struct multiples *multiples, struct chart_rect area)
{
    size_t n_rows = 0;
    for (size_t i = 0; i < multiples->n_shown; i++) {
        size_t column = i % multiples->n_across, line = i / multiples->n_across;
        struct chart_rect place = {area.x + (double)column * (multiples->width + GAP * multiples->em),
                                   area.y + (double)line * multiples->height, multiples->width,
                                   multiples->height - 0.5 * multiples->em};
        place_panel(multiples, &multiples->panels[i], place, column == 0);
        n_rows += multiples->panels[i].n_rows;
    }
    return n_rows;
}

/* The height of the shown panels. */
static double panels_height(const struct multiples *multiples)
{
    size_t lines = (multiples->n_shown + multiples->n_across - 1) / multiples->n_across;
    return (double)lines * multiples->height;
}

double multiples_place(struct sketch *sketch, struct chart_rect area)
{
    size_t n_rows = sketch->spec->data->n_rows;
    struct multiples multiples = {.sketch = sketch,
                                  .em = sketch->size->label,
                                  .rows = rows_all(sketch),
                                  .places = rows_groups(sketch, CHART_LABEL, n_rows)};
    find_panels(&multiples);
    columns_range(multiples.rows, n_rows, &multiples.low, &multiples.high);
    struct key_entry entries[2];
    size_t n_entries = columns_hatching(sketch, multiples.rows, n_rows, entries);
    struct chart_rect room = {.width = area.width, .height = area.height > 0 ? area.height / 4 : area.width};
    struct key key = key_lay(sketch, entries, n_entries, room, false);
    /* The last line is kept for the count of what is left off. */
    struct chart_rect inner = area;
    inner.height = MAX(0, area.height - key.height - LINE * multiples.em);
    /* A tall panel has the most ticks, so the widest words. */
    struct upright tall = open_panel(&multiples, (struct chart_rect){0, 0, area.width, 30 * multiples.em}, true);
    multiples.words_width = tall.words_width;
    inner.x += multiples.words_width;
    inner.width -= multiples.words_width;
    share_area(&multiples, inner, area.height <= 0);
    multiples.decimals = choose_decimals(&multiples);
    sketch->n_shown = place_panels(&multiples, inner);
    double y = area.y + panels_height(&multiples);
    key_place(sketch, &key, area.x, y);
    sketch_count_hidden(sketch, n_rows - sketch->n_shown,
                        (struct chart_rect){area.x, y + key.height, area.width, LINE * multiples.em});
    return y + key.height + (sketch->n_shown < n_rows ? LINE * multiples.em : 0) - area.y;
}

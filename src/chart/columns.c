/* Columns by year. Each has its value above it where all of them have room; else the axis tells. */
#include "chart/columns.h"

#include "chart/kinds.h"

#include <math.h>

static const double WORDS_SHARE = 0.3; /* of the width, at most, for the words of ticks */

/* Of a hairline: an amount, however small, is not $0. */
static const double LEAST = 1.5;

/* In ems of label size. */
static const double NARROWEST = 0.6; /* a column and its gap */
static const double WIDEST = 5;
static const double SHARE = 0.68; /* of a slot */
static const double LABEL_GAP = 0.28;
static const double STUB = 0.8;
static const double LINE = 1.5;

struct columns {
    struct sketch *sketch;
    struct upright upright;
    struct datum *rows;
    size_t n_shown;
    int decimals;
};

void columns_range(const struct datum *rows, size_t n_rows, int64_t *low, int64_t *high)
{
    *low = *high = 0;
    for (size_t i = 0; i < n_rows; i++) {
        if (!datum_counts(&rows[i]))
            continue;
        *low = MIN(*low, rows[i].value);
        *high = MAX(*high, rows[i].value);
    }
}

static struct chart_rect column_rect(const struct upright *upright, const struct column_mark *column)
{
    const struct sketch *sketch = upright->sketch;
    double width = MIN(upright_slot(upright) * SHARE, WIDEST * upright->em);
    double left = upright_x(upright, column->place) - width / 2, right = left + width;
    if (!sketch->size->is_points && width > 4) {
        left = round(left);
        right = round(right);
    }
    double top = upright->plot.y, bottom = upright->plot.y + upright->plot.height;
    double length = upright->zero - upright_y(upright, column->datum.value), least = LEAST * sketch_hairline(sketch);
    if (column->datum.value && fabs(length) < least)
        length = column->datum.value < 0 ? -least : least;
    if (!column->datum.has_value)
        length = STUB * upright->em;
    double end = CLAMP(upright->zero - length, top, bottom);
    return (struct chart_rect){left, MIN(end, upright->zero), right - left, fabs(end - upright->zero)};
}

void columns_mark(const struct upright *upright, const struct column_mark *column, const char *name)
{
    struct sketch *sketch = upright->sketch;
    struct chart_rect rect = column_rect(upright, column);
    sketch->mark = rows_mark(sketch, column->datum.row, name, rows_exact(sketch, &column->datum));
    if (!column->datum.has_value)
        sketch_hatch(sketch, PAINT_MUTED, rect);
    else if (column->datum.is_flagged)
        sketch_hatch(sketch, PAINT_BAR, rect);
    else
        sketch_rect(sketch, PAINT_BAR, rect);
    sketch->mark = NULL;
}

static bool place_free(const struct upright *upright, enum chart_paint paint, struct chart_text text)
{
    const struct chart_rect *plot = &upright->plot;
    struct chart_rect box = chart_text_box(&text);
    bool is_inside =
        box.width <= plot->width && box.y >= plot->y - 0.01 && box.y + box.height <= plot->y + plot->height + 0.01;
    if (!is_inside || !sketch_is_free(upright->sketch, box))
        return false;
    sketch_text(upright->sketch, paint, text);
    return true;
}

void columns_label(const struct upright *upright, enum chart_paint paint, struct chart_text text)
{
    double above_stub = upright->zero - (STUB + LABEL_GAP) * upright->em;
    if (place_free(upright, paint, text) || text.y <= above_stub || text.y > upright->zero)
        return;
    text.y = above_stub;
    place_free(upright, paint, text);
}

size_t columns_hatching(const struct sketch *sketch, const struct datum *rows, size_t n_rows, struct key_entry *entries)
{
    const char *flagged = NULL, *empty = NULL;
    for (size_t i = 0; i < n_rows; i++) {
        if (rows[i].is_flagged)
            flagged = words_clean(sketch->arena, sketch->spec->flag_word, 200);
        if (!rows[i].has_value && !empty)
            empty = *rows[i].state ? rows[i].state : catalog_text(sketch->spec->catalog, N_("no data"));
    }
    size_t n_entries = 0;
    if (flagged && *flagged)
        entries[n_entries++] = (struct key_entry){KEY_HATCHED, PAINT_BAR, flagged};
    if (empty)
        entries[n_entries++] = (struct key_entry){KEY_HATCHED, PAINT_MUTED, empty};
    return n_entries;
}

/* The value of a column above it, or below it where it is negative. */
static struct chart_text column_label(const struct columns *columns, size_t i)
{
    const struct upright *upright = &columns->upright;
    const struct datum *datum = &columns->rows[i];
    const struct value_words words = rows_value_words(columns->sketch);
    struct ruler ruler = sketch_ruler(columns->sketch, upright->em, false);
    struct column_mark column = {.datum = *datum, .place = i};
    struct chart_rect rect = column_rect(upright, &column);
    struct chart_text text = {.words = label_words(&words, datum->value, columns->decimals), .size = upright->em};
    text.width = ruler_width(&ruler, text.words);
    text.x = upright_x(upright, i) - text.width / 2;
    text.x = CLAMP(text.x, upright->plot.x, MAX(upright->plot.x, upright->plot.x + upright->plot.width - text.width));
    text.y =
        datum->value < 0 ? rect.y + rect.height + (LABEL_GAP + 0.74) * upright->em : rect.y - LABEL_GAP * upright->em;
    return text;
}

static bool labels_fit(const struct columns *columns)
{
    for (size_t i = 0; i < columns->n_shown; i++)
        if (columns->rows[i].has_value &&
            column_label(columns, i).width > upright_slot(&columns->upright) - 0.4 * columns->upright.em)
            return false;
    return true;
}

static void place_labels(const struct columns *columns)
{
    bool all = labels_fit(columns);
    size_t largest = 0;
    for (size_t i = 0; i < columns->n_shown; i++)
        if (columns->rows[i].has_value && columns->rows[i].value > columns->rows[largest].value)
            largest = i;
    for (size_t i = 0; i < columns->n_shown; i++) {
        if (!columns->rows[i].has_value || !(all || i == largest || i + 1 == columns->n_shown))
            continue;
        columns_label(&columns->upright, columns->rows[i].is_flagged ? PAINT_MUTED : PAINT_INK,
                      column_label(columns, i));
    }
}

static void place_plot(struct columns *columns, struct chart_rect area)
{
    int64_t low, high;
    columns_range(columns->rows, columns->n_shown, &low, &high);
    double headroom = (LABEL_GAP + 1) * columns->sketch->size->label;
    columns->upright = upright_open(columns->sketch, area, low, high, columns->n_shown, headroom, WORDS_SHARE);
    columns->decimals = rows_decimals(columns->sketch, columns->rows, columns->n_shown);
    const char **names = ARENA_ARRAY(columns->sketch->arena, const char *, columns->n_shown);
    upright_place(&columns->upright);
    for (size_t i = 0; i < columns->n_shown; i++) {
        const struct column_mark column = {.datum = columns->rows[i], .place = i};
        names[i] = columns->rows[i].name;
        columns_mark(&columns->upright, &column, names[i]);
    }
    upright_place_zero(&columns->upright);
    place_labels(columns);
    upright_name(&columns->upright, names);
}

double columns_place(struct sketch *sketch, struct chart_rect area)
{
    double em = sketch->size->label, height = sketch_plot_height(sketch, area);
    size_t n_rows = sketch->spec->data->n_rows, most = (size_t)(area.width * 0.85 / (NARROWEST * em));
    struct columns columns = {.sketch = sketch, .rows = rows_all(sketch), .n_shown = MIN(n_rows, MAX(1, most))};
    struct key_entry entries[2];
    size_t n_entries = columns_hatching(sketch, columns.rows, columns.n_shown, entries);
    struct chart_rect room = {.width = area.width, .height = height / 4};
    struct key key = key_lay(sketch, entries, n_entries, room, false);
    double rest = columns.n_shown < n_rows ? LINE * em : 0;
    struct chart_rect plot = {area.x, area.y, area.width, height - key.height - rest};
    place_plot(&columns, plot);
    key_place(sketch, &key, area.x, plot.y + plot.height);
    sketch->n_shown = columns.n_shown;
    sketch_count_rest(sketch, n_rows - columns.n_shown,
                      (struct chart_rect){area.x, area.y + height - rest, area.width, rest});
    return height;
}

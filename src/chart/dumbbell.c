/* Two values a row as a ring and a disc on one axis, joined, with both in words on the right. */
#include "chart/kinds.h"

#include "chart/key.h"
#include "chart/list.h"
#include "chart/scale.h"

#include <math.h>
#include <string.h>

/* In ems of label size. */
static const double HEAD = 1.6; /* the line of the axis' words */
static const double DOT = 0.4;
static const double BEFORE_LABEL = 0.75; /* from a dot's middle */

struct ends {
    struct datum datum;
    int64_t other;
    const char *other_state;
    bool has_other;
    struct fitted words;
};

struct dumbbell {
    struct sketch *sketch;
    double em;
    struct ends *rows;
    struct list list;
    struct scale scale;
};

/* Neither end has a value, both for the same reason. */
static bool lacks_both(const struct ends *row)
{
    return !row->datum.has_value && !row->has_other && strcmp(row->datum.state, row->other_state) == 0;
}

/* "$2.33 million → $2.02 million", the state's word for a value that is missing. */
static void word_rows(struct dumbbell *dumbbell, double most)
{
    struct sketch *sketch = dumbbell->sketch;
    const struct value_words words = rows_value_words(sketch);
    size_t n_shown = dumbbell->list.n_shown, n_all = 0;
    struct datum *all = ARENA_ARRAY(sketch->arena, struct datum, 2 * n_shown);
    for (size_t i = 0; i < n_shown; i++) {
        const struct ends *row = &dumbbell->rows[i];
        all[n_all++] = row->datum;
        all[n_all++] = (struct datum){.value = row->other, .has_value = row->has_other};
    }
    int decimals = rows_decimals(sketch, all, n_all);
    for (size_t i = 0; i < n_shown; i++) {
        struct ends *row = &dumbbell->rows[i];
        const char *first = row->datum.has_value ? label_words(&words, row->datum.value, decimals) : row->datum.state;
        const char *second = row->has_other ? label_words(&words, row->other, decimals) : row->other_state;
        const char *both = arena_printf(sketch->arena, "%s \xe2\x86\x92 %s", first, second);
        row->words = words_fit(&dumbbell->list.label, lacks_both(row) ? first : both, most);
    }
}

/* The value of the right end; the words stand right of it. */
static int64_t right_end(const struct ends *row)
{
    if (!row->has_other || !row->datum.has_value)
        return row->has_other ? row->other : row->datum.value;
    return MAX(row->datum.value, row->other);
}

static void fit_scale(struct dumbbell *dumbbell)
{
    size_t n_shown = dumbbell->list.n_shown;
    double radius = DOT * dumbbell->em;
    struct scale *scale = &dumbbell->scale;
    struct reach *reaches = ARENA_ARRAY(dumbbell->sketch->arena, struct reach, 3 * n_shown);
    for (size_t i = 0; i < n_shown; i++) {
        const struct ends *row = &dumbbell->rows[i];
        double room = BEFORE_LABEL * dumbbell->em + row->words.width;
        reaches[3 * i] = (struct reach){.value = right_end(row), .before = radius, .after = room};
        reaches[3 * i + 1] = (struct reach){.value = row->datum.value, .before = radius, .after = radius};
        reaches[3 * i + 2] = (struct reach){.value = row->other, .before = radius, .after = radius};
        scale->low = MIN(scale->low, MIN(row->datum.value, row->other));
        scale->high = MAX(scale->high, MAX(row->datum.value, row->other));
    }
    scale->left = dumbbell->list.left;
    scale->right = dumbbell->list.right;
    scale_fit(scale, reaches, 3 * n_shown);
}

/* "Name: value and other". */
static const struct chart_mark *row_mark(const struct dumbbell *dumbbell, const struct ends *row)
{
    struct sketch *sketch = dumbbell->sketch;
    const struct value_words words = rows_value_words(sketch);
    const char *value = rows_exact(sketch, &row->datum);
    if (!lacks_both(row))
        value = catalog_format(sketch->arena, sketch->spec->catalog, N_("{first} and {second}"), "first", value,
                               "second", row->has_other ? label_words(&words, row->other, 3) : row->other_state, NULL);
    return rows_mark(sketch, row->datum.row, row->datum.name, value);
}

static void place_row(const struct dumbbell *dumbbell, size_t i)
{
    struct sketch *sketch = dumbbell->sketch;
    const struct ends *row = &dumbbell->rows[i];
    double em = dumbbell->em, y = list_middle(&dumbbell->list, i), radius = DOT * em;
    double x = scale_x(&dumbbell->scale, row->datum.value), other = scale_x(&dumbbell->scale, row->other);
    bool both = row->has_other && row->datum.has_value;
    const struct chart_point bar[] = {{x + copysign(radius, other - x), y}, {other, y}};
    sketch->mark = row_mark(dumbbell, row);
    list_place_name(&dumbbell->list, i);
    if (both && fabs(other - x) > 2 * radius)
        sketch_path(sketch, PAINT_REST, (struct chart_path){.points = bar, .n_points = 2, .thickness = 0.16 * em});
    if (row->has_other)
        sketch_circle(sketch, PAINT_BAR, (struct chart_circle){.x = other, .y = y, .radius = radius});
    if (row->datum.has_value)
        sketch_circle(sketch, PAINT_MUTED,
                      (struct chart_circle){.x = x, .y = y, .radius = radius * 0.82, .thickness = radius * 0.36});
    sketch_text(sketch, both ? PAINT_INK : PAINT_MUTED,
                (struct chart_text){.words = row->words.words,
                                    .x = scale_x(&dumbbell->scale, right_end(row)) + BEFORE_LABEL * em,
                                    .y = baseline_at(y, em),
                                    .width = row->words.width,
                                    .size = em});
    sketch->mark = NULL;
}

/* Of the row's cell for ROLE, or of none at all. */
static const char *state_of(const struct sketch *sketch, size_t row, enum chart_role role)
{
    const char *state = rows_words(sketch, row, role);
    return *state ? state : catalog_text(sketch->spec->catalog, N_("no data"));
}

static void read_rows(struct dumbbell *dumbbell)
{
    struct sketch *sketch = dumbbell->sketch;
    size_t n_rows = sketch->spec->data->n_rows;
    dumbbell->rows = ARENA_ARRAY(sketch->arena, struct ends, n_rows);
    for (size_t i = 0; i < n_rows; i++) {
        struct ends *row = &dumbbell->rows[i];
        row->datum = rows_datum(sketch, i);
        row->datum.state = state_of(sketch, i, CHART_STATE);
        row->other_state = state_of(sketch, i, CHART_OTHER_STATE);
        row->has_other = rows_value(sketch, i, CHART_OTHER, &row->other);
    }
}

static struct key ends_key(const struct dumbbell *dumbbell, struct chart_rect room)
{
    const struct chart_spec *spec = dumbbell->sketch->spec;
    const struct key_entry entries[] = {
        {KEY_RING, PAINT_MUTED, words_clean(dumbbell->sketch->arena, spec->value_word, 200)},
        {KEY_DISC, PAINT_BAR, words_clean(dumbbell->sketch->arena, spec->other_word, 200)}};
    return key_lay(dumbbell->sketch, entries, G_N_ELEMENTS(entries), room, false);
}

double dumbbell_place(struct sketch *sketch, struct chart_rect area)
{
    struct dumbbell dumbbell = {.sketch = sketch, .em = sketch->size->label};
    size_t n_rows = sketch->spec->data->n_rows;
    double head = HEAD * dumbbell.em;
    read_rows(&dumbbell);
    struct key key = ends_key(&dumbbell, (struct chart_rect){.width = area.width, .height = 3 * dumbbell.em});
    key_place(sketch, &key, area.x, area.y);
    struct chart_rect below = {area.x, area.y + key.height, area.width, area.height > 0 ? area.height - key.height : 0};
    const char **names = ARENA_ARRAY(sketch->arena, const char *, n_rows);
    for (size_t i = 0; i < n_rows; i++)
        names[i] = dumbbell.rows[i].datum.name;
    dumbbell.list = list_open(sketch, below, (struct list_form){.n_rows = n_rows, .head = head, .names = names});
    word_rows(&dumbbell, 0.6 * (dumbbell.list.right - dumbbell.list.left));
    fit_scale(&dumbbell);
    double top = list_top(&dumbbell.list, 0), bottom = list_top(&dumbbell.list, dumbbell.list.n_shown);
    const struct value_words words = rows_value_words(sketch);
    scale_tick(&dumbbell.scale, &words, &dumbbell.list.label, dumbbell.list.left,
               baseline_at(top - head / 2, dumbbell.em));
    scale_place(&dumbbell.scale, sketch, top, bottom);
    scale_place_zero(&dumbbell.scale, sketch, top, bottom);
    for (size_t i = 0; i < dumbbell.list.n_shown; i++)
        place_row(&dumbbell, i);
    sketch->n_shown = dumbbell.list.n_shown;
    return key.height + list_close(&dumbbell.list);
}

/* Charts for tests: columns, a measurer in which every letter is 0.55 of the size wide, and the 23 rows of a real
 * chart. */
#ifndef PROVISO_TESTS_CHART_FIXTURE_H
#define PROVISO_TESTS_CHART_FIXTURE_H

#include "chart/layout.h"

#include <math.h>
#include <string.h>

enum { COL_NAME, COL_AMOUNT, COL_STATE, COL_PANEL, COL_FLAG, COL_LINK, COLS };

static const struct column column_name = {.name = "name", .type = COLUMN_TEXT};
static const struct column column_amount = {.name = "amount", .type = COLUMN_MONEY};
static const struct column column_count = {.name = "amount", .type = COLUMN_INTEGER};
static const struct column column_state = {.name = "state", .type = COLUMN_TEXT};
static const struct column column_panel = {.name = "panel", .type = COLUMN_TEXT};
static const struct column column_flag = {.name = "flag", .type = COLUMN_FLAG};
static const struct column column_link = {.name = "link", .type = COLUMN_URL};

static const struct column *const money_columns[COLS] = {&column_name,  &column_amount, &column_state,
                                                         &column_panel, &column_flag,   &column_link};
static const struct column *const count_columns[COLS] = {&column_name,  &column_count, &column_state,
                                                         &column_panel, &column_flag,  &column_link};

static inline double fixed_width(void *self, const char *text, double size, bool bold)
{
    (void)self, (void)bold;
    return 0.55 * size * (double)g_utf8_strlen(text, -1);
}

static const struct text_measure fixed_measure = {.width = fixed_width};

/* A row of a small chart: whole dollars; NONE for no value. */
struct sample {
    const char *name;
    int64_t dollars;
    const char *panel;
    bool is_flagged;
};

#define NONE INT64_MIN

static const struct sample grants[] = {
    {"California", 17701281, "States", false},
    {"Illinois", 6511233, "States", false},
    {"Oregon", 18244126, "States", true},
    {"New York City, New York", 4120447, "Local governments", false},
    {"Chicago, Illinois", 2019194, "Local governments", false},
    {"Los Angeles, California", 1953647, "Local governments", false},
    {"Louisville, Kentucky", 587515, "Local governments", false},
    {"San Francisco, California", 524845, "Local governments", false},
    {"Denver, Colorado", 423861, "Local governments", false},
    {"Jackson, Mississippi", 252439, "Local governments", false},
    {"Sacramento County, California", 233299, "Local governments", false},
    {"Lawrence, Massachusetts", 66963, "Local governments", false},
    {"Albany, New York", 63919, "Local governments", false},
    {"Bernalillo County, New Mexico", 60912, "Local governments", false},
    {"West Palm Beach, Florida", 59970, "Local governments", false},
    {"Sonoma County, California", 47104, "Local governments", false},
    {"King County, Washington", 39993, "Local governments", false},
    {"Berkeley, California", 38926, "Local governments", false},
    {"Burlington, Vermont", 38845, "Local governments", false},
    {"Fremont, California", 22849, "Local governments", false},
    {"Watsonville, California", 20575, "Local governments", false},
    {"Monterey County, California", 18019, "Local governments", false},
    {"Cook County, Illinois", 17233, "Local governments", false},
};

static inline void add_sample(struct arena *arena, struct result *data, const struct sample *sample)
{
    size_t row = data->n_rows;
    bool is_money = data->columns[COL_AMOUNT]->type == COLUMN_MONEY;
    struct cell *cells = result_append(arena, data);
    cells[COL_NAME] = cell_text(sample->name);
    if (sample->dollars == NONE)
        cells[COL_STATE] = cell_text("no data");
    else
        cells[COL_AMOUNT] = cell_integer(is_money ? sample->dollars * 100 : sample->dollars);
    cells[COL_PANEL] = cell_text(sample->panel);
    cells[COL_FLAG] = cell_integer(sample->is_flagged);
    cells[COL_LINK] = cell_text(arena_printf(arena, "/places/%zu?edition=1", row));
}

static inline struct chart_spec sample_spec(const struct catalog *catalog, const struct result *data)
{
    return (struct chart_spec){
        .kind = CHART_RANKED_BARS,
        .data = data,
        .columns = {[CHART_LABEL] = "name",
                    [CHART_VALUE] = "amount",
                    [CHART_STATE] = "state",
                    [CHART_PANEL] = "panel",
                    [CHART_FLAG] = "flag",
                    [CHART_LINK] = "link"},
        .flag_word = "not counted",
        .title = "New York City received the largest reported FY2017 JAG amount among the 20 local governments",
        .subtitle = "Reported JAG allocation (16.738), FY2017 (1 Oct 2016 to 30 Sep 2017), US dollars",
        .note = "Oregon: probably a misprint in the source.",
        .source = "Source: a published table, 1 Feb 2018",
        .foot = "As of 24 Jan 2018; edition 1; example.org/c/jag",
        .alternative = "Bar chart. New York City is highest of 20 at $4.12 million.",
        .description = "Horizontal bars. The largest is New York City's.",
        .catalog = catalog,
    };
}

static inline struct result *sample_data(struct arena *arena, const struct column *const *columns,
                                         const struct sample *samples, size_t n_samples)
{
    struct result *data = result_new(arena, "sample", columns, COLS);
    for (size_t i = 0; i < n_samples; i++)
        add_sample(arena, data, &samples[i]);
    return data;
}

/* The text item that reads WORDS, or NULL. */
static inline const struct chart_text *find_text(const struct chart_layout *layout, const char *words)
{
    for (size_t i = 0; i < layout->n_items; i++)
        if (layout->items[i].kind == CHART_TEXT && strcmp(layout->items[i].text.words, words) == 0)
            return &layout->items[i].text;
    return NULL;
}

/* The first item of a kind and paint that belongs to the row whose title begins with NAME and a colon. */
static inline const struct chart_item *find_row_item(const struct chart_layout *layout, const char *name,
                                                     enum chart_item_kind kind, enum chart_paint paint)
{
    g_autofree char *prefix = g_strconcat(name, ": ", NULL);
    for (size_t i = 0; i < layout->n_items; i++) {
        const struct chart_item *item = &layout->items[i];
        if (item->kind == kind && item->paint == paint && item->mark && g_str_has_prefix(item->mark->title, prefix))
            return item;
    }
    return NULL;
}

static inline double linear(uint32_t color, int shift)
{
    double value = (color >> shift & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* WCAG's ratio of two colours, 0xRRGGBB. */
static inline double contrast(uint32_t a, uint32_t b)
{
    double first = 0.2126 * linear(a, 16) + 0.7152 * linear(a, 8) + 0.0722 * linear(a, 0) + 0.05;
    double second = 0.2126 * linear(b, 16) + 0.7152 * linear(b, 8) + 0.0722 * linear(b, 0) + 0.05;
    return first > second ? first / second : second / first;
}

/* What every test of a layout starts from. */
struct bench {
    struct arena *arena;
    struct catalog *catalog;
};

static inline struct bench bench_open(void)
{
    return (struct bench){.arena = arena_new(), .catalog = catalog_open("en", NULL, NULL)};
}

static inline void bench_close(struct bench *bench)
{
    arena_free(bench->arena);
    catalog_free(bench->catalog);
}

static inline struct chart_layout *lay_out(struct bench *bench, const struct chart_spec *spec, const char *size)
{
    g_autoptr(GError) error = NULL;
    struct chart_layout *layout = chart_layout(bench->arena, spec, chart_size_find(size), &fixed_measure, &error);
    g_assert_no_error(error);
    return layout;
}

#endif

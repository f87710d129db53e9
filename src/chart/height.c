/* How high a chart is about, by rules of thumb that its layout is held against. Measures nothing. */
#include "chart/bars.h"

/* What stands between a kind's frame: lines that are no rows, in ems of label size; a share of the width between the
 * margins; and rows, times the size's. */
struct bulk {
    double ems, share, rows;
    enum chart_role each; /* whose words consecutive rows of the data share in one such row; 0: they do not */
};

static const struct bulk bulks[CHART_KINDS] = {
    [CHART_RANKED_BARS] = {.ems = 3, .rows = 1},
    [CHART_COLUMNS] = {.share = 0.4},
    [CHART_STACKED_BAR] = {.ems = 8, .rows = 0.1},
    [CHART_LINES] = {.share = 0.4},
    [CHART_SMALL_MULTIPLES] = {.ems = 5, .rows = 1.7, .each = CHART_PANEL},
    [CHART_DUMBBELL] = {.ems = 2, .rows = 1},
    [CHART_WATERFALL] = {.ems = 1, .rows = 1},
    [CHART_STATUS_MATRIX] = {.ems = 5, .rows = 0.9},
    [CHART_TIMELINE] = {.ems = 8, .rows = 0.65},
    [CHART_DEADLINES] = {.ems = 3, .rows = 1.5},
    [CHART_TILE_GRID] = {.share = 0.75},
    [CHART_DOT_MAP] = {.share = 0.65},
    [CHART_STRIP_PLOT] = {.ems = 9},
};

static const double FEWEST_EMS = 40; /* of width, for the words around a chart to stand in few lines */

/* Rows that do not go on with the words of the row before. */
static size_t count_groups(const struct result *data, size_t column)
{
    size_t n = 0;
    for (size_t i = 0; i < data->n_rows; i++)
        n += i == 0 || g_strcmp0(cell_string(result_at(data, i, column)), cell_string(result_at(data, i - 1, column)));
    return n;
}

/* Rows of ranked bars: of many without a value in one panel there is one. */
static size_t count_bars(const struct chart_spec *spec)
{
    const struct result *data = spec->data;
    size_t value = result_column(data, spec->columns[CHART_VALUE]), n = 0, n_without = 0;
    size_t panel = spec->columns[CHART_PANEL] ? result_column(data, spec->columns[CHART_PANEL]) : SIZE_MAX;
    for (size_t i = 0; i < data->n_rows; i++) {
        bool is_without = result_at(data, i, value)->kind == CELL_NULL;
        n_without += is_without;
        n += !is_without;
        if (i + 1 < data->n_rows &&
            (panel == SIZE_MAX || cell_equal(result_at(data, i, panel), result_at(data, i + 1, panel))))
            continue;
        n += n_without > FEW_WITHOUT ? 1 : n_without;
        n_without = 0;
    }
    return n;
}

static double frame_height(const struct chart_size *size)
{
    double lines = size->width < FEWEST_EMS * size->label ? 2 : 1;
    return 2 * size->margin + 3 * size->label + lines * (1.2 * size->title + 1.3 * (size->subtitle + 3 * size->foot));
}

double chart_height_about(const struct chart_spec *spec, const struct chart_size *size)
{
    const struct bulk *bulk = &bulks[spec->kind];
    const char *group = spec->columns[bulk->each];
    if (size->height > 0)
        return size->height;
    size_t n = spec->kind == CHART_RANKED_BARS ? count_bars(spec)
               : bulk->each && group           ? count_groups(spec->data, result_column(spec->data, group))
                                               : spec->data->n_rows;
    return frame_height(size) + bulk->ems * size->label + bulk->share * (size->width - 2 * size->margin) +
           bulk->rows * (double)n * size->row;
}

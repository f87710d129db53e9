/* Sums by day of many small changes. A margin has no more rows than there are days, so that they are kept added up in
 * memory while the changes come in the order of the cells; SQL would sort all of them once for each margin. */
#include "store/margin.h"

#include "store/execute.h"

#include <string.h>

enum { DAY_LENGTH = 10, MERGE_LEAST = 64 };

struct margin {
    GHashTable *series; /* measure, state, program, fiscal year, each after a line break -> struct series */
    GString *name;      /* of the series at hand */
};

struct day_step {
    char day[DAY_LENGTH + 1];
    struct margin_step step;
};

/* The changes of one margin. The first `merged` are in the order of their days, one a day. */
struct series {
    char *measure, *state, *program;
    int64_t fiscal_year;
    GArray *steps; /* struct day_step */
    guint merged;
};

static void series_free(void *memory)
{
    struct series *series = memory;
    g_free(series->measure);
    g_free(series->state);
    g_free(series->program);
    g_array_free(series->steps, TRUE);
    g_free(series);
}

struct margin *margin_new(void)
{
    struct margin *margin = g_new(struct margin, 1);
    *margin = (struct margin){g_hash_table_new_full(g_str_hash, g_str_equal, g_free, series_free), g_string_new(NULL)};
    return margin;
}

void margin_free(struct margin *margin)
{
    g_hash_table_destroy(margin->series);
    g_string_free(margin->name, TRUE);
    g_free(margin);
}

static void add_step(struct margin_step *sum, const struct margin_step *step)
{
    sum->local_usd += step->local_usd;
    sum->state_usd += step->state_usd;
    sum->local_rows += step->local_rows;
    sum->state_rows += step->state_rows;
    sum->row_count += step->row_count;
    sum->award_count += step->award_count;
}

static int compare_days(const void *a, const void *b)
{
    return memcmp(((const struct day_step *)a)->day, ((const struct day_step *)b)->day, DAY_LENGTH);
}

static void merge(struct series *series)
{
    struct day_step *steps = (struct day_step *)(void *)series->steps->data;
    guint last = 0;
    g_array_sort(series->steps, compare_days);
    for (guint i = 1; i < series->steps->len; i++)
        if (memcmp(steps[last].day, steps[i].day, DAY_LENGTH) == 0)
            add_step(&steps[last].step, &steps[i].step);
        else
            steps[++last] = steps[i];
    series->merged = MIN(last + 1, series->steps->len);
    g_array_set_size(series->steps, series->merged);
}

static struct series *series_of(struct margin *margin, const struct margin_place *place)
{
    g_string_truncate(margin->name, 0);
    const char *const texts[] = {place->measure, place->state, place->program};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_string_append_c(g_string_append(margin->name, texts[i]), '\n');
    g_string_append_printf(margin->name, "%" G_GINT64_FORMAT, place->fiscal_year);
    struct series *series = g_hash_table_lookup(margin->series, margin->name->str);
    if (!series) {
        series = g_new(struct series, 1);
        *series = (struct series){g_strdup(place->measure),
                                  g_strdup(place->state),
                                  g_strdup(place->program),
                                  place->fiscal_year,
                                  g_array_new(FALSE, FALSE, sizeof(struct day_step)),
                                  0};
        g_hash_table_insert(margin->series, g_strdup(margin->name->str), series);
    }
    return series;
}

static void add_to(struct margin *margin, const struct margin_place *place, const struct day_step *step)
{
    struct series *series = series_of(margin, place);
    g_array_append_vals(series->steps, step, 1);
    if (series->steps->len > 2 * series->merged + MERGE_LEAST)
        merge(series);
}

void margin_add(struct margin *margin, const struct margin_place *place, const char *day,
                const struct margin_step *step)
{
    struct day_step added = {.step = *step};
    g_strlcpy(added.day, day, sizeof added.day);
    add_to(margin, &(struct margin_place){place->measure, "", "", place->fiscal_year}, &added);
    add_to(margin, &(struct margin_place){place->measure, "", place->program, place->fiscal_year}, &added);
    if (*place->state)
        add_to(margin, &(struct margin_place){place->measure, place->state, "", place->fiscal_year}, &added);
}

static int compare_series(const void *a, const void *b)
{
    const struct series *one = *(const struct series *const *)a, *other = *(const struct series *const *)b;
    int order = strcmp(one->measure, other->measure);
    order = order ? order : strcmp(one->state, other->state);
    order = order ? order : strcmp(one->program, other->program);
    return order ? order : (one->fiscal_year > other->fiscal_year) - (one->fiscal_year < other->fiscal_year);
}

static bool write_series(struct series *series, sqlite3_stmt *put, GError **error)
{
    struct margin_step sum = {0};
    bool row;
    merge(series);
    for (guint i = 0; i < series->steps->len; i++) {
        const struct day_step *step = &g_array_index(series->steps, struct day_step, i);
        bool is_last = i + 1 == series->steps->len;
        add_step(&sum, &step->step);
        const struct cell values[] = {cell_text(series->measure),   cell_text(series->state),
                                      cell_text(series->program),   cell_integer(series->fiscal_year),
                                      cell_text(step->day),         cell_text(is_last ? UNTIL_OPEN : step[1].day),
                                      cell_integer(sum.local_usd),  cell_integer(sum.state_usd),
                                      cell_integer(sum.local_rows), cell_integer(sum.state_rows),
                                      cell_integer(sum.row_count),  cell_integer(sum.award_count)};
        if (!execute_bind(put, values, G_N_ELEMENTS(values), error) || !execute_step(put, &row, error))
            return false;
    }
    return true;
}

bool margin_write(struct margin *margin, struct sqlite3 *db, GError **error)
{
    g_autoptr(sqlite3_stmt) put = execute_prepare(db, &(struct pattern){.name = "write/margin_put"}, error);
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    GHashTableIter each;
    void *series;
    g_hash_table_iter_init(&each, margin->series);
    while (g_hash_table_iter_next(&each, NULL, &series))
        g_ptr_array_add(all, series);
    g_ptr_array_sort(all, compare_series);
    bool ok = put != NULL;
    for (guint i = 0; ok && i < all->len; i++)
        ok = write_series(all->pdata[i], put, error);
    return ok;
}

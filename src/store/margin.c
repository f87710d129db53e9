/* Sums by day of many small changes. A margin has no more rows than there are days, so that they are kept added up in
 * memory while the changes come in the order of the cells; SQL would sort all of them once for each margin. */
#include "store/margin.h"

#include "store/execute.h"

#include <string.h>

struct margin {
    GHashTable *lines;   /* measure, state, program, fiscal year, each after a line break -> struct margin_line */
    GString *name;       /* of the line at hand */
    GHashTable *numbers; /* day -> its number, from 1 in the order in which days were met */
    GPtrArray *days;     /* by number - 1; owned by numbers */
};

struct day_step {
    int day; /* its number */
    struct margin_step step;
};

struct margin_line {
    char *measure, *state, *program;
    int64_t fiscal_year;
    GHashTable *places; /* number of a day -> 1 + its place in steps */
    GArray *steps;      /* struct day_step, one a day */
};

static void line_free(void *memory)
{
    struct margin_line *line = memory;
    g_free(line->measure);
    g_free(line->state);
    g_free(line->program);
    g_hash_table_destroy(line->places);
    g_array_free(line->steps, TRUE);
    g_free(line);
}

struct margin *margin_new(void)
{
    struct margin *margin = g_new(struct margin, 1);
    *margin = (struct margin){g_hash_table_new_full(g_str_hash, g_str_equal, g_free, line_free), g_string_new(NULL),
                              g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL), g_ptr_array_new()};
    return margin;
}

void margin_free(struct margin *margin)
{
    g_hash_table_destroy(margin->lines);
    g_string_free(margin->name, TRUE);
    g_ptr_array_free(margin->days, TRUE);
    g_hash_table_destroy(margin->numbers);
    g_free(margin);
}

void margin_line_name(GString *name, const char *const *texts, size_t n, int64_t fiscal_year)
{
    char digits[24], *at = digits + sizeof digits;
    g_string_truncate(name, 0);
    for (size_t i = 0; i < n; i++)
        g_string_append_c(g_string_append(name, texts[i]), '\n');
    for (uint64_t rest = (uint64_t)fiscal_year; rest > 0; rest /= 10)
        *--at = (char)('0' + rest % 10);
    g_string_append_len(name, at, digits + sizeof digits - at);
}

static struct margin_line *line_of(struct margin *margin, const struct margin_place *place)
{
    const char *const texts[] = {place->measure, place->state, place->program};
    margin_line_name(margin->name, texts, G_N_ELEMENTS(texts), place->fiscal_year);
    struct margin_line *line = g_hash_table_lookup(margin->lines, margin->name->str);
    if (!line) {
        line = g_new(struct margin_line, 1);
        *line = (struct margin_line){g_strdup(place->measure),     g_strdup(place->state),
                                     g_strdup(place->program),     place->fiscal_year,
                                     g_hash_table_new(NULL, NULL), g_array_new(FALSE, FALSE, sizeof(struct day_step))};
        g_hash_table_insert(margin->lines, g_strdup(margin->name->str), line);
    }
    return line;
}

struct margin_lines margin_find(struct margin *margin, const struct margin_place *place)
{
    const struct margin_place all = {place->measure, "", "", place->fiscal_year};
    const struct margin_place program = {place->measure, "", place->program, place->fiscal_year};
    const struct margin_place state = {place->measure, place->state, "", place->fiscal_year};
    return (struct margin_lines){line_of(margin, &all), line_of(margin, &program),
                                 *place->state ? line_of(margin, &state) : NULL};
}

static int number_of_day(struct margin *margin, const char *day)
{
    int number = GPOINTER_TO_INT(g_hash_table_lookup(margin->numbers, day));
    if (!number) {
        char *kept = g_strdup(day);
        g_ptr_array_add(margin->days, kept);
        number = (int)margin->days->len;
        g_hash_table_insert(margin->numbers, kept, GINT_TO_POINTER(number));
    }
    return number;
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

static void add_to(struct margin_line *line, int day, const struct margin_step *step)
{
    int place = GPOINTER_TO_INT(g_hash_table_lookup(line->places, GINT_TO_POINTER(day)));
    if (place) {
        add_step(&g_array_index(line->steps, struct day_step, place - 1).step, step);
        return;
    }
    const struct day_step added = {day, *step};
    g_array_append_val(line->steps, added);
    g_hash_table_insert(line->places, GINT_TO_POINTER(day), GINT_TO_POINTER((int)line->steps->len));
}

void margin_add(struct margin *margin, const struct margin_lines *lines, const char *day,
                const struct margin_step *step)
{
    int number = number_of_day(margin, day);
    add_to(lines->of_all, number, step);
    add_to(lines->of_program, number, step);
    if (lines->of_state)
        add_to(lines->of_state, number, step);
}

static int compare_lines(const void *a, const void *b)
{
    const struct margin_line *one = *(const struct margin_line *const *)a;
    const struct margin_line *other = *(const struct margin_line *const *)b;
    int order = strcmp(one->measure, other->measure);
    order = order ? order : strcmp(one->state, other->state);
    order = order ? order : strcmp(one->program, other->program);
    return order ? order : (one->fiscal_year > other->fiscal_year) - (one->fiscal_year < other->fiscal_year);
}

static int compare_days(const void *a, const void *b, void *days)
{
    const GPtrArray *names = days;
    const struct day_step *one = a, *other = b;
    return strcmp(names->pdata[one->day - 1], names->pdata[other->day - 1]);
}

static bool write_line(const struct margin *margin, struct margin_line *line, sqlite3_stmt *put, GError **error)
{
    struct margin_step sum = {0};
    bool row;
    g_array_sort_with_data(line->steps, compare_days, margin->days);
    for (guint i = 0; i < line->steps->len; i++) {
        const struct day_step *step = &g_array_index(line->steps, struct day_step, i);
        const char *until_on = i + 1 == line->steps->len ? UNTIL_OPEN : margin->days->pdata[step[1].day - 1];
        add_step(&sum, &step->step);
        const struct cell values[] = {cell_text(line->measure),
                                      cell_text(line->state),
                                      cell_text(line->program),
                                      cell_integer(line->fiscal_year),
                                      cell_text(margin->days->pdata[step->day - 1]),
                                      cell_text(until_on),
                                      cell_integer(sum.local_usd),
                                      cell_integer(sum.state_usd),
                                      cell_integer(sum.local_rows),
                                      cell_integer(sum.state_rows),
                                      cell_integer(sum.row_count),
                                      cell_integer(sum.award_count)};
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
    void *line;
    g_hash_table_iter_init(&each, margin->lines);
    while (g_hash_table_iter_next(&each, NULL, &line))
        g_ptr_array_add(all, line);
    g_ptr_array_sort(all, compare_lines);
    bool ok = put != NULL;
    for (guint i = 0; ok && i < all->len; i++)
        ok = write_line(margin, all->pdata[i], put, error);
    return ok;
}

/* Sums by day of many small changes. A line has no more rows than there are days, so that they are kept added up in
 * memory while the changes come in another order; SQL would sort all of them once for each set of lines. */
#include "store/daily.h"

#include "store/bulk.h"

#include <string.h>

struct daily {
    size_t n_keys, n_sums;
    GHashTable *lines;   /* what daily_name makes of the keys -> struct daily_line */
    GString *name;       /* of the line at hand */
    GHashTable *numbers; /* day -> its number, from 1 in the order in which days were met */
    GPtrArray *days;     /* by number - 1; owned by numbers */
};

struct day_step {
    int64_t day;    /* its number */
    int64_t more[]; /* n_sums */
};

struct daily_line {
    struct cell keys[DAILY_KEYS_MAX]; /* their texts are the line's */
    GArray *places;                   /* guint, by number of a day: 1 + its place in steps; 0: none */
    GArray *steps;                    /* struct day_step, one a day, as long as its sums */
};

static void line_free(void *memory)
{
    struct daily_line *line = memory;
    for (size_t i = 0; i < DAILY_KEYS_MAX; i++)
        if (line->keys[i].kind == CELL_TEXT)
            g_free((char *)line->keys[i].text);
    g_array_free(line->places, TRUE);
    g_array_free(line->steps, TRUE);
    g_free(line);
}

struct daily *daily_new(size_t n_keys, size_t n_sums)
{
    g_assert(n_keys <= DAILY_KEYS_MAX && n_sums <= DAILY_SUMS_MAX);
    struct daily *daily = g_new(struct daily, 1);
    *daily = (struct daily){n_keys,
                            n_sums,
                            g_hash_table_new_full(g_str_hash, g_str_equal, g_free, line_free),
                            g_string_new(NULL),
                            g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                            g_ptr_array_new()};
    return daily;
}

void daily_free(struct daily *daily)
{
    g_hash_table_destroy(daily->lines);
    g_string_free(daily->name, TRUE);
    g_ptr_array_free(daily->days, TRUE);
    g_hash_table_destroy(daily->numbers);
    g_free(daily);
}

static struct day_step *step_at(const struct daily_line *line, guint place)
{
    return (void *)(line->steps->data + (size_t)place * g_array_get_element_size(line->steps));
}

void daily_name(GString *name, const struct cell *keys, size_t n)
{
    g_string_truncate(name, 0);
    for (size_t i = 0; i < n; i++) {
        char digits[24], *at = digits + sizeof digits;
        if (keys[i].kind == CELL_TEXT)
            g_string_append(name, keys[i].text);
        else
            for (uint64_t rest = (uint64_t)keys[i].integer; rest > 0; rest /= 10)
                *--at = (char)('0' + rest % 10);
        g_string_append_len(name, at, digits + sizeof digits - at);
        g_string_append_c(name, '\n');
    }
}

struct daily_line *daily_find(struct daily *daily, const struct cell *keys)
{
    daily_name(daily->name, keys, daily->n_keys);
    struct daily_line *line = g_hash_table_lookup(daily->lines, daily->name->str);
    if (!line) {
        line = g_new0(struct daily_line, 1);
        line->places = g_array_new(FALSE, TRUE, sizeof(guint));
        line->steps = g_array_new(FALSE, TRUE, (guint)(sizeof(struct day_step) + daily->n_sums * sizeof(int64_t)));
        for (size_t i = 0; i < daily->n_keys; i++)
            line->keys[i] = keys[i].kind == CELL_TEXT ? cell_text(g_strdup(keys[i].text)) : keys[i];
        g_hash_table_insert(daily->lines, g_strdup(daily->name->str), line);
    }
    return line;
}

int daily_day(struct daily *daily, const char *day)
{
    int number = GPOINTER_TO_INT(g_hash_table_lookup(daily->numbers, day));
    if (!number) {
        char *kept = g_strdup(day);
        g_ptr_array_add(daily->days, kept);
        number = (int)daily->days->len;
        g_hash_table_insert(daily->numbers, kept, GINT_TO_POINTER(number));
    }
    return number;
}

void daily_add(struct daily *daily, struct daily_line *line, int day, const int64_t *more)
{
    if (line->places->len <= (guint)day)
        g_array_set_size(line->places, (guint)day + 1);
    guint *place = &g_array_index(line->places, guint, day);
    if (!*place) {
        *place = line->steps->len + 1;
        g_array_set_size(line->steps, *place);
        step_at(line, *place - 1)->day = day;
    }
    struct day_step *step = step_at(line, *place - 1);
    for (size_t i = 0; i < daily->n_sums; i++)
        step->more[i] += more[i];
}

static int compare_lines(const void *a, const void *b)
{
    const struct daily_line *one = *(const struct daily_line *const *)a;
    const struct daily_line *other = *(const struct daily_line *const *)b;
    int order = 0;
    for (size_t i = 0; i < DAILY_KEYS_MAX && order == 0; i++)
        order = one->keys[i].kind == CELL_TEXT
                    ? strcmp(one->keys[i].text, other->keys[i].text)
                    : (one->keys[i].integer > other->keys[i].integer) - (one->keys[i].integer < other->keys[i].integer);
    return order;
}

static int compare_days(const void *a, const void *b, void *days)
{
    const GPtrArray *names = days;
    const struct day_step *one = a, *other = b;
    return strcmp(names->pdata[one->day - 1], names->pdata[other->day - 1]);
}

static bool write_line(const struct daily *daily, struct daily_line *line, struct bulk *put, GError **error)
{
    struct cell values[DAILY_KEYS_MAX + 2 + DAILY_SUMS_MAX];
    struct cell *days = values + daily->n_keys, *sums = days + 2;
    memcpy(values, line->keys, daily->n_keys * sizeof *values);
    for (size_t i = 0; i < daily->n_sums; i++)
        sums[i] = cell_integer(0);
    g_array_sort_with_data(line->steps, compare_days, daily->days);
    for (guint i = 0; i < line->steps->len; i++) {
        const struct day_step *step = step_at(line, i);
        days[0] = cell_text(daily->days->pdata[step->day - 1]);
        days[1] = cell_text(i + 1 == line->steps->len ? UNTIL_OPEN : daily->days->pdata[step_at(line, i + 1)->day - 1]);
        for (size_t j = 0; j < daily->n_sums; j++)
            sums[j].integer += step->more[j];
        if (!bulk_put(put, values, daily->n_keys + 2 + daily->n_sums, error))
            return false;
    }
    return true;
}

bool daily_write(struct daily *daily, struct sqlite3 *db, const char *name, GError **error)
{
    struct bulk *put = bulk_new(db, name);
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    GHashTableIter each;
    void *line;
    g_hash_table_iter_init(&each, daily->lines);
    while (g_hash_table_iter_next(&each, NULL, &line))
        g_ptr_array_add(all, line);
    g_ptr_array_sort(all, compare_lines);
    bool ok = true;
    for (guint i = 0; ok && i < all->len; i++)
        ok = write_line(daily, all->pdata[i], put, error);
    ok = ok && bulk_end(put, error);
    bulk_free(put);
    return ok;
}

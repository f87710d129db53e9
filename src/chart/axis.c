/* Ticks at 1, 2, 2.5 and 5 times powers of ten, exact in whole numbers, and their words. No geometry. */
#include "chart/axis.h"

#include "base/display.h"
#include "base/money.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_DECIMALS = 3 };

static size_t count_ticks(int64_t low, int64_t high, int64_t step)
{
    return (size_t)(high / step) + (size_t)(-low / step) + 1;
}

/* The next coarser step after STEP; the same at the end of the range of numbers. */
static int64_t next_step(int64_t step)
{
    int64_t power = 1;
    while (step / power >= 10)
        power *= 10;
    if (step / power == 1)
        return 2 * power;
    if (step == 2 * power)
        return power >= 10 ? power / 10 * 25 : 5 * power;
    if (step / power == 2)
        return 5 * power;
    return step <= INT64_MAX / 2 ? 10 * power : step;
}

struct axis axis_choose(int64_t low, int64_t high, size_t most)
{
    struct axis axis = {.low = low, .high = high, .step = 1};
    while (count_ticks(low, high, axis.step) > most && next_step(axis.step) > axis.step)
        axis.step = next_step(axis.step);
    axis.n_ticks = MIN(count_ticks(low, high, axis.step), AXIS_MOST_TICKS);
    int64_t first = -(-low / axis.step);
    for (size_t i = 0; i < axis.n_ticks; i++)
        axis.ticks[i] = (first + (int64_t)i) * axis.step;
    return axis;
}

/* What the numbers on a money axis count. */
struct scale {
    int64_t from; /* cents: for a largest tick of at least so much */
    int64_t unit; /* cents */
    int decimals; /* at least so many where there are any */
    const char *form;
};

static const struct scale money_scales[] = {
    {.from = INT64_C(100000000000), .unit = INT64_C(100000000000), .decimals = 1, .form = N_("{amount} billion")},
    {.from = INT64_C(100000000), .unit = INT64_C(100000000), .decimals = 1, .form = N_("{amount} million")},
    {.from = 0, .unit = 100, .decimals = 2, .form = "{amount}"},
};

static const struct scale *scale_of(const struct axis *axis)
{
    int64_t largest = MAX(axis->ticks[axis->n_ticks - 1], -axis->ticks[0]);
    const struct scale *scale = money_scales;
    while (largest < scale->from)
        scale++;
    return scale;
}

static int count_decimals(const struct axis *axis, const struct scale *scale)
{
    int decimals = 0;
    for (int64_t part = scale->unit; axis->step % part; part /= 10)
        decimals++;
    return decimals ? MAX(decimals, scale->decimals) : 0;
}

/* VALUE in the axis' unit with as many decimals as the step needs, e.g. "−2.5", the currency after the sign. */
static char *scaled(struct arena *arena, int64_t value, const struct axis *axis, const char *currency)
{
    const struct scale *scale = scale_of(axis);
    int decimals = value ? count_decimals(axis, scale) : 0;
    int64_t size = value < 0 ? -value : value, parts = size % scale->unit * (money_scales[0].unit / scale->unit);
    g_autofree char *fraction = g_strdup_printf(".%011" G_GINT64_FORMAT, parts);
    fraction[decimals ? decimals + 1 : 0] = '\0';
    return arena_printf(arena, "%s%s%s%s", value < 0 ? "\xe2\x88\x92" : "", currency,
                        integer_grouped(arena, size / scale->unit), fraction);
}

static bool is_top(const struct axis *axis, size_t i)
{
    return axis->high > 0 ? i == axis->n_ticks - 1 : i == 0;
}

const char *axis_number(const struct value_words *words, const struct axis *axis, size_t i)
{
    if (words->column->type != COLUMN_MONEY)
        return integer_grouped(words->arena, axis->ticks[i]);
    return scaled(words->arena, axis->ticks[i], axis, is_top(axis, i) ? "$" : "");
}

const char *axis_words(const struct value_words *words, const struct axis *axis, size_t i)
{
    const char *number = axis_number(words, axis, i);
    if (words->column->type != COLUMN_MONEY || !is_top(axis, i))
        return number;
    return catalog_format(words->arena, words->catalog, scale_of(axis)->form, "amount", number, NULL);
}

const char *label_words(const struct value_words *words, int64_t value, int decimals)
{
    if (words->column->type == COLUMN_MONEY)
        return money_words(words->arena, words->catalog, value, decimals);
    return integer_grouped(words->arena, value);
}

const char *label_exact(const struct value_words *words, int64_t value)
{
    return words->column->type == COLUMN_MONEY ? money_table(words->arena, value)
                                               : integer_grouped(words->arena, value);
}

static int compare_values(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

/* Neighbours in ascending values that differ and yet read the same. */
static size_t count_alike(const struct value_words *words, const int64_t *values, size_t n_values, int decimals)
{
    size_t alike = 0;
    const char *before = NULL;
    for (size_t i = 0; i < n_values; i++) {
        const char *label = label_words(words, values[i], decimals);
        if (i && values[i] != values[i - 1] && strcmp(label, before) == 0)
            alike++;
        before = label;
    }
    return alike;
}

int label_decimals(const struct value_words *words, int64_t *values, size_t n_values)
{
    if (words->column->type != COLUMN_MONEY)
        return 1;
    qsort(values, n_values, sizeof *values, compare_values);
    int best = 1;
    size_t fewest = count_alike(words, values, n_values, 1);
    for (int decimals = 2; fewest && decimals <= MOST_DECIMALS; decimals++) {
        size_t alike = count_alike(words, values, n_values, decimals);
        if (alike < fewest) {
            fewest = alike;
            best = decimals;
        }
    }
    return best;
}

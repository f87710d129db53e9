/* Which sums by day a change of the money belongs to. */
#include "store/margin.h"

#include "store/execute.h"

#include <string.h>

/* Names of a line: measure, state, program, fiscal year. Of those of sizes: measure and fiscal year. */
enum { KEYS = 4, SIZE_KEYS = 2, SUMS = sizeof(struct margin_step) / sizeof(int64_t) };

struct margins {
    struct daily *sums, *sizes;
    int64_t size[MARGIN_SIZES]; /* cents, the smallest first */
};

static bool read_sizes(struct margins *margins, struct sqlite3 *db, GError **error)
{
    g_autoptr(sqlite3_stmt) sizes = execute_prepare(db, &(struct pattern){.name = "write/margin_sizes"}, error);
    bool row = true, ok = sizes != NULL;
    for (size_t i = 0; ok && i < MARGIN_SIZES; i++)
        if ((ok = execute_step(sizes, &row, error)) && row)
            margins->size[i] = sqlite3_column_int64(sizes, 0);
    return ok;
}

struct margins *margin_new(struct sqlite3 *db, GError **error)
{
    struct margins *margins = g_new0(struct margins, 1);
    margins->sums = daily_new(KEYS, SUMS);
    margins->sizes = daily_new(SIZE_KEYS, MARGIN_SIZES);
    if (read_sizes(margins, db, error))
        return margins;
    margin_free(margins);
    return NULL;
}

void margin_free(struct margins *margins)
{
    if (!margins)
        return;
    daily_free(margins->sums);
    daily_free(margins->sizes);
    g_free(margins);
}

static struct daily_line *line_of(struct margins *margins, const struct margin_place *place, const char *state,
                                  const char *program)
{
    const struct cell keys[KEYS] = {cell_text(place->measure), cell_text(state), cell_text(program),
                                    cell_integer(place->fiscal_year)};
    return daily_find(margins->sums, keys);
}

struct margin_lines margin_find(struct margins *margins, const struct margin_place *place)
{
    const struct cell keys[SIZE_KEYS] = {cell_text(place->measure), cell_integer(place->fiscal_year)};
    return (struct margin_lines){line_of(margins, place, "", ""), line_of(margins, place, "", place->program),
                                 *place->state ? line_of(margins, place, place->state, "") : NULL,
                                 daily_find(margins->sizes, keys)};
}

void margin_add(struct margins *margins, const struct margin_lines *lines, const char *day,
                const struct margin_step *step)
{
    int64_t more[SUMS];
    memcpy(more, step, sizeof more);
    int number = daily_day(margins->sums, day);
    daily_add(margins->sums, lines->of_all, number, more);
    daily_add(margins->sums, lines->of_program, number, more);
    if (lines->of_state)
        daily_add(margins->sums, lines->of_state, number, more);
}

bool margin_resize(const struct margins *margins, const int64_t *before, int64_t after, int64_t more[MARGIN_SIZES])
{
    bool changes = false;
    for (size_t i = 0; i < MARGIN_SIZES; i++) {
        more[i] = (after >= margins->size[i]) - (before && *before >= margins->size[i]);
        changes = changes || more[i] != 0;
    }
    return changes;
}

void margin_resize_money(struct margins *margins, const struct margin_lines *lines, const char *day,
                         const int64_t *before, int64_t after)
{
    int64_t more[MARGIN_SIZES];
    bool changes = false;
    for (size_t i = 0; i < MARGIN_SIZES; i++) {
        more[i] = (after >= margins->size[i] ? after : 0) - (before && *before >= margins->size[i] ? *before : 0);
        changes = changes || more[i] != 0;
    }
    if (changes)
        daily_add(margins->sizes, lines->of_sizes, daily_day(margins->sizes, day), more);
}

bool margin_write(struct margins *margins, struct sqlite3 *db, GError **error)
{
    return daily_write(margins->sums, db, "write/margin_put", error) &&
           daily_write(margins->sizes, db, "write/size_put", error);
}

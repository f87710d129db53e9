/* Which sums by day a change of the money belongs to. */
#include "store/margin.h"

/* Names of a line: measure, state, program, fiscal year. */
enum { KEYS = 4, SUMS = 8 };

struct daily *margin_new(void)
{
    return daily_new(KEYS, SUMS);
}

static struct daily_line *line_of(struct daily *margins, const struct margin_place *place, const char *state,
                                  const char *program)
{
    const struct cell keys[KEYS] = {cell_text(place->measure), cell_text(state), cell_text(program),
                                    cell_integer(place->fiscal_year)};
    return daily_find(margins, keys);
}

struct margin_lines margin_find(struct daily *margins, const struct margin_place *place)
{
    return (struct margin_lines){line_of(margins, place, "", ""), line_of(margins, place, "", place->program),
                                 *place->state ? line_of(margins, place, place->state, "") : NULL};
}

void margin_add(struct daily *margins, const struct margin_lines *lines, const char *day,
                const struct margin_step *step)
{
    const int64_t more[SUMS] = {step->local_usd, step->state_usd,   step->local_rows,  step->state_rows,
                                step->row_count, step->award_count, step->outside_usd, step->outside_rows};
    int number = daily_day(margins, day);
    daily_add(margins, lines->of_all, number, more);
    daily_add(margins, lines->of_program, number, more);
    if (lines->of_state)
        daily_add(margins, lines->of_state, number, more);
}

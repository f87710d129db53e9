/* What is due when: a row a deadline, a line from the day asked about to the day it is due, the date and the days in
 * words at its end, in as many lines as they need. */
#include "chart/kinds.h"

#include "base/date.h"
#include "chart/list.h"
#include "chart/span.h"

#include <math.h>

/* In ems of label size. */
static const double HEAD = 1.6; /* the line of the axis' words */
static const double AS_OF = 1.5;
static const double DOT = 0.38;
static const double BEFORE_LABEL = 0.7;
static const double LABEL_SHARE = 0.72; /* of the plot, at most */
static const double LINE = 1.25;        /* of the words at its end */

enum { MOST_LINES = 8 };

struct due {
    struct datum datum;
    bool has_day;
    int64_t day;
    struct words_lines label;
};

struct deadlines {
    struct sketch *sketch;
    double em;
    struct due *rows;
    struct list list;
    struct span span;
    bool has_as_of;
    int64_t as_of;
};

/* "27 Oct 2017, in 7 days; what came of it". */
static const char *due_words(const struct deadlines *deadlines, const struct due *due)
{
    struct sketch *sketch = deadlines->sketch;
    const struct chart_spec *spec = sketch->spec;
    if (!due->has_day)
        return *due->datum.state ? due->datum.state : catalog_text(spec->catalog, N_("no date"));
    const char *date = rows_date(sketch, due->datum.row, CHART_FROM);
    if (deadlines->has_as_of)
        date = catalog_format(sketch->arena, spec->catalog, N_("{date}, {days}"), "date", date, "days",
                              date_distance(sketch->arena, spec->catalog, due->day - deadlines->as_of), NULL);
    if (!*due->datum.state)
        return date;
    return catalog_format(sketch->arena, spec->catalog, N_("{date}; {outcome}"), "date", date, "outcome",
                          due->datum.state, NULL);
}

static void read_rows(struct deadlines *deadlines)
{
    struct sketch *sketch = deadlines->sketch;
    struct date date;
    size_t n_rows = sketch->spec->data->n_rows;
    deadlines->has_as_of = sketch->spec->as_of && date_parse(sketch->spec->as_of, &date) == DATE_OK;
    deadlines->as_of = deadlines->has_as_of ? date_days(date) : 0;
    deadlines->rows = ARENA_ARRAY(sketch->arena, struct due, n_rows);
    for (size_t i = 0; i < n_rows; i++) {
        deadlines->rows[i].datum = rows_datum(sketch, i);
        deadlines->rows[i].has_day = rows_day(sketch, i, CHART_FROM, &deadlines->rows[i].day);
    }
}

/* The words of each row, and the height that they need below its line. */
static const double *fit_labels(struct deadlines *deadlines, const struct list *list)
{
    const struct words_frame frame = {.width = LABEL_SHARE * (list->right - list->left), .most_lines = MOST_LINES};
    double *below = ARENA_ARRAY(deadlines->sketch->arena, double, list->form.n_rows);
    for (size_t i = 0; i < list->form.n_rows; i++) {
        struct words_lines *label = &deadlines->rows[i].label;
        *label = words_wrap(&list->label, due_words(deadlines, &deadlines->rows[i]), &frame);
        below[i] = label->n_lines > 1 ? (double)(label->n_lines - 1) * LINE * deadlines->em : 0;
    }
    return below;
}

/* The time axis left of the room that the words of the shown rows need. */
static void choose_span(struct deadlines *deadlines)
{
    const struct list *list = &deadlines->list;
    double widest = 0, em = deadlines->em;
    int64_t first = deadlines->has_as_of ? deadlines->as_of : INT64_MAX,
            last = deadlines->has_as_of ? deadlines->as_of : INT64_MIN;
    for (size_t i = 0; i < list->n_shown; i++) {
        const struct due *due = &deadlines->rows[i];
        for (size_t line = 0; line < due->label.n_lines; line++)
            widest = MAX(widest, due->label.lines[line].width);
        if (!due->has_day)
            continue;
        first = MIN(first, due->day);
        last = MAX(last, due->day);
    }
    if (first > last)
        first = last = 0;
    double right = list->right - widest - BEFORE_LABEL * em;
    deadlines->span = span_choose(deadlines->sketch, first, last, list->left, right);
}

static void place_row(const struct deadlines *deadlines, size_t i)
{
    struct sketch *sketch = deadlines->sketch;
    const struct due *due = &deadlines->rows[i];
    double em = deadlines->em, y = list_middle(&deadlines->list, i), x = deadlines->list.left;
    double end = deadlines->list.left - BEFORE_LABEL * em;
    sketch->mark = rows_mark(sketch, due->datum.row, due->datum.name, due_words(deadlines, due));
    list_place_name(&deadlines->list, i);
    if (due->has_day) {
        end = x = span_x(&deadlines->span, due->day);
        double from = deadlines->has_as_of ? span_x(&deadlines->span, deadlines->as_of) : x;
        const struct chart_point line[] = {{from, y}, {x, y}};
        bool is_past = deadlines->has_as_of && due->day < deadlines->as_of;
        end = MAX(x, from);
        if (fabs(from - x) > 0.1)
            sketch_path(sketch, is_past ? PAINT_REST : PAINT_BAR,
                        (struct chart_path){.points = line, .n_points = 2, .thickness = 0.2 * em});
        sketch_circle(sketch, is_past ? PAINT_REST : PAINT_BAR,
                      (struct chart_circle){.x = x, .y = y, .radius = DOT * em});
    }
    sketch_lines(sketch, due->has_day ? PAINT_INK : PAINT_MUTED, &due->label,
                 (struct chart_text){.x = end + BEFORE_LABEL * em, .y = baseline_at(y, em), .size = em}, LINE * em);
    sketch->mark = NULL;
}

double deadlines_place(struct sketch *sketch, struct chart_rect area)
{
    struct deadlines deadlines = {.sketch = sketch, .em = sketch->size->label};
    size_t n_rows = sketch->spec->data->n_rows;
    read_rows(&deadlines);
    double head = (HEAD + (deadlines.has_as_of ? AS_OF : 0)) * deadlines.em;
    const char **names = ARENA_ARRAY(sketch->arena, const char *, n_rows);
    for (size_t i = 0; i < n_rows; i++)
        names[i] = deadlines.rows[i].datum.name;
    struct list_form form = {.n_rows = n_rows, .head = head, .names = names};
    deadlines.list = list_open(sketch, area, form); /* says how wide words can be */
    form.below = fit_labels(&deadlines, &deadlines.list);
    deadlines.list = list_open(sketch, area, form);
    choose_span(&deadlines);
    double top = list_top(&deadlines.list, 0), bottom = list_top(&deadlines.list, deadlines.list.n_shown);
    span_place(&deadlines.span, sketch, baseline_at(top - HEAD * deadlines.em / 2, deadlines.em), top, bottom);
    if (deadlines.has_as_of)
        span_place_as_of(&deadlines.span, sketch, deadlines.as_of,
                         (struct chart_rect){area.x, top, area.width, bottom - top}, area.y + AS_OF * deadlines.em / 2);
    for (size_t i = 0; i < deadlines.list.n_shown; i++)
        place_row(&deadlines, i);
    sketch->n_shown = deadlines.list.n_shown;
    return list_close(&deadlines.list);
}

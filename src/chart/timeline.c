/* Who said what when: a lane an authority, in it claims as bars, demands as ticks, deadlines as flags, each below its
 * words; what would meet stands in another line of the lane, ticks with the same words in one. Where lines are few the
 * newest stand. A line marks the day asked about. */
#include "chart/kinds.h"

#include "base/date.h"
#include "chart/rest.h"
#include "chart/timeline.h"

#include <math.h>
#include <string.h>

enum { MOST_WORDS = 3 }; /* lines of them */

/* In ems of label size. */
static const double AXIS = 1.7;
static const double REST = 1.5; /* what is left off */
static const double AS_OF = 1.6;
static const double BAR = 0.42;
static const double SHAPE = 0.95;
static const double AFTER_SHAPE = 0.4;
static const double WIDEST_WORDS = 28; /* in several lines they stand nearer to their mark */
static const double FEWEST_EMS = 46;   /* of width, for lane names to stand beside */
static const double NAME_SHARE = 0.185;

static enum timeline_form form_of(const struct sketch *sketch, size_t row)
{
    const char *column = sketch->spec->columns[CHART_FORM];
    const char *form = column ? result_text(sketch->spec->data, row, column) : NULL;
    if (g_strcmp0(form, "tick") == 0)
        return FORM_TICK;
    return g_strcmp0(form, "flag") == 0 ? FORM_FLAG : FORM_BAR;
}

static void read_events(struct timeline *timeline)
{
    struct sketch *sketch = timeline->sketch;
    size_t n_rows = sketch->spec->data->n_rows;
    timeline->events = ARENA_ARRAY(sketch->arena, struct timeline_event, n_rows);
    for (size_t i = 0; i < n_rows; i++) {
        struct timeline_event event = {.row = i, .lane = timeline->lanes.of_row[i], .form = form_of(sketch, i)};
        bool has_day = rows_day(sketch, i, CHART_FROM, &event.from);
        timeline->n_undated += !has_day;
        if (event.lane == TIMELINE_LANES || !has_day)
            continue;
        event.shape = shape_of(sketch, i);
        if (!rows_day(sketch, i, CHART_UNTIL, &event.until))
            event.until = timeline->has_as_of ? timeline->as_of : INT64_MAX;
        event.until = MAX(event.until, event.from);
        event.newest = event.form == FORM_BAR ? event.until : event.from;
        timeline->events[timeline->n_events++] = event;
    }
}

static void choose_span(struct timeline *timeline)
{
    int64_t first = timeline->has_as_of ? timeline->as_of : INT64_MAX,
            last = timeline->has_as_of ? timeline->as_of : INT64_MIN;
    for (size_t i = 0; i < timeline->n_events; i++) {
        const struct timeline_event *event = &timeline->events[i];
        first = MIN(first, event->from);
        last = MAX(last, event->form == FORM_BAR && event->until != INT64_MAX ? event->until : event->from);
    }
    if (first > last)
        first = last = 0;
    double left = timeline->area.x + (timeline->names_above ? 0 : timeline->name_width);
    timeline->span =
        span_choose(timeline->sketch, first, MAX(last, first), left, timeline->area.x + timeline->area.width);
}

static const char *event_words(const struct sketch *sketch, size_t row)
{
    return rows_named(sketch, rows_words(sketch, row, CHART_LABEL), rows_words(sketch, row, CHART_POSITION));
}

/* The same in one line of WIDTH: a label gives way to its position, which says nothing when it is cut. */
static const char *short_words(const struct sketch *sketch, const struct ruler *ruler, size_t row, double width)
{
    const char *label = rows_words(sketch, row, CHART_LABEL), *position = rows_words(sketch, row, CHART_POSITION);
    const char *words = event_words(sketch, row);
    double beside = ruler_width(ruler, words) - ruler_width(ruler, label);
    if (!*position || !*label || beside + ruler_width(ruler, label) <= width)
        return words;
    return rows_named(sketch, words_fit(ruler, label, width - beside).words, position);
}

/* In WIDTH at most: in one line where the height is given, else in as many as keep them near their mark. */
static struct words_lines set_words(const struct timeline *timeline, size_t row, double width)
{
    struct ruler label = sketch_ruler(timeline->sketch, timeline->em, false);
    bool is_free = isinf(timeline->room);
    const struct words_frame frame = {.width = is_free ? MIN(width, WIDEST_WORDS * timeline->em) : width,
                                      .most_lines = is_free ? MOST_WORDS : 1,
                                      .even = is_free};
    const char *words = is_free ? event_words(timeline->sketch, row)
                                : short_words(timeline->sketch, &label, row, width);
    return words_wrap(&label, words, &frame);
}

/* Where an event's mark and words stand, before a line is found for it. */
static void measure_event(const struct timeline *timeline, struct timeline_event *event)
{
    const struct span *span = &timeline->span;
    double em = timeline->em, widest = 0, x = span_x(span, event->from);
    double shape = event->shape < SHAPES ? (SHAPE + AFTER_SHAPE) * em : 0;
    event->left = event->form == FORM_BAR ? x : MAX(span->left, x - BAR * em / 2);
    event->right = x + BAR * em;
    if (event->form == FORM_BAR)
        event->right = event->until == INT64_MAX ? span->right : span_x(span, event->until);
    event->right = MIN(MAX(event->right, event->left + 0.2 * em), span->right);
    event->name = event_words(timeline->sketch, event->row);
    event->words = set_words(timeline, event->row, span->right - span->left - shape);
    for (size_t i = 0; i < event->words.n_lines; i++)
        widest = MAX(widest, event->words.lines[i].width);
    event->words_left = CLAMP(event->left, span->left, MAX(span->left, span->right - shape - widest));
    event->words_right = event->words_left + shape + widest;
}

static void place_mark(const struct timeline *timeline, const struct timeline_event *event, double top)
{
    struct sketch *sketch = timeline->sketch;
    double em = timeline->em, half = timeline_mark_height(timeline) / 2, middle = top + half, thick = em * 0.16;
    double x = span_x(&timeline->span, event->from);
    const struct chart_point pole[] = {{x, middle - half}, {x, middle + half}};
    double tip = x + 0.75 * em <= timeline->span.right ? x + 0.75 * em : x - 0.75 * em;
    const struct chart_point pennant[] = {{x, middle - half}, {tip, middle - half * 0.5}, {x, middle}};
    if (event->form == FORM_BAR) {
        sketch_rect(sketch, PAINT_BAR,
                    (struct chart_rect){event->left, middle - BAR * em / 2, event->right - event->left, BAR * em});
        return;
    }
    sketch_path(sketch, PAINT_INK,
                (struct chart_path){
                    .points = pole, .n_points = 2, .thickness = event->form == FORM_TICK ? 1.5 * thick : thick});
    if (event->form == FORM_FLAG)
        sketch_path(sketch, PAINT_SECOND, (struct chart_path){.points = pennant, .n_points = 3, .is_closed = true});
}

/* The title of an event's mark says its days too. */
static const char *event_days(const struct sketch *sketch, size_t row)
{
    const char *from = rows_date(sketch, row, CHART_FROM), *until = rows_date(sketch, row, CHART_UNTIL);
    if (!*until)
        return from;
    return catalog_format(sketch->arena, sketch->spec->catalog, N_("{from} to {until}"), "from", from, "until", until,
                          NULL);
}

/* Above a mark at BOTTOM, with the shape before them. */
static void place_words(const struct timeline *timeline, const struct timeline_event *event, double bottom)
{
    struct sketch *sketch = timeline->sketch;
    double em = timeline->em, x = event->words_left, one = timeline_words_height(timeline, 1);
    double middle = bottom - timeline_words_height(timeline, event->words.n_lines) + one / 2;
    if (event->words.n_lines)
        shape_place(sketch, event->shape, x + SHAPE * em / 2, middle, SHAPE * em);
    x += event->shape < SHAPES ? (SHAPE + AFTER_SHAPE) * em : 0;
    sketch_lines(sketch, PAINT_INK, &event->words,
                 (struct chart_text){.x = x, .y = baseline_at(middle, em), .size = em},
                 timeline_words_height(timeline, 2) - one);
}

static void place_event(const struct timeline *timeline, const struct timeline_event *event)
{
    struct sketch *sketch = timeline->sketch;
    const struct timeline_lane *lane = &timeline->lane[event->lane];
    double mark = lane->top + timeline_line_top(timeline, lane, event->line + 1) - timeline_mark_height(timeline);
    sketch->mark = rows_mark(sketch, event->row, event->name, event_days(sketch, event->row));
    if (&timeline->events[event->first] == event)
        place_words(timeline, event, mark);
    place_mark(timeline, event, mark);
    sketch->mark = NULL;
}

/* Names and rules of the lanes; where the last ends. */
static double place_lanes(struct timeline *timeline, double y)
{
    struct sketch *sketch = timeline->sketch;
    double em = timeline->em, head = timeline_lane_head(timeline), words = timeline_words_height(timeline, 1);
    struct ruler bold = sketch_ruler(sketch, em, true);
    for (size_t i = 0; i < timeline->lanes.n_names; i++) {
        struct timeline_lane *lane = &timeline->lane[i];
        if (!lane->n_lines)
            continue;
        double rule = sketch_crisp(sketch, y), air = (head - (timeline->names_above ? words : 0)) / 2;
        sketch_line(sketch, PAINT_RULE,
                    (struct chart_segment){timeline->area.x, rule, timeline->area.x + timeline->area.width, rule});
        lane->top = y + head - air;
        double most = timeline->names_above ? timeline->area.width : timeline->name_width - 0.8 * em;
        struct fitted name = words_fit(&bold, timeline->lanes.names[i], most);
        sketch_text(sketch, PAINT_INK,
                    (struct chart_text){.words = name.words,
                                        .x = timeline->area.x,
                                        .y = baseline_at(y + air + words / 2, em),
                                        .width = name.width,
                                        .size = em,
                                        .bold = true});
        y = lane->top + timeline_line_top(timeline, lane, lane->n_lines) + air;
    }
    return y;
}

static void choose_form(struct timeline *timeline)
{
    struct sketch *sketch = timeline->sketch;
    const struct chart_rect *area = &timeline->area;
    double em = timeline->em;
    struct date date;
    timeline->names_above = area->width < FEWEST_EMS * em;
    timeline->name_width = timeline->names_above ? 0 : NAME_SHARE * area->width;
    timeline->has_as_of = sketch->spec->as_of && date_parse(sketch->spec->as_of, &date) == DATE_OK;
    timeline->as_of = timeline->has_as_of ? date_days(date) : 0;
    /* The axis, the line's words, and a line to count what is left off. */
    double rest = (AXIS + REST + (timeline->has_as_of ? AS_OF : 0)) * em;
    timeline->room = area->height > 0 ? area->height - rest : INFINITY;
}

/* How many rows are left off, and why, in LINE; the height that it takes. */
static double place_rest(const struct timeline *timeline, struct chart_rect line)
{
    struct rest rest = {.sketch = timeline->sketch, .words = ""};
    size_t n_beyond = rest.sketch->spec->data->n_rows - timeline->n_events - timeline->n_undated;
    bool has_older = false, is_lost[TIMELINE_LANES] = {false}; /* a lane without a line */
    for (size_t i = 0; i < timeline->n_events; i++) {
        const struct timeline_event *event = &timeline->events[i];
        *(timeline->lane[event->lane].n_lines ? &has_older : &is_lost[event->lane]) |= !event->is_shown;
    }
    rest_count(&rest, N_("and {n} without a date"), timeline->n_undated);
    rest_count(&rest, N_("and {n} more"), n_beyond);
    rest_count(&rest, N_("and {n} without room"), timeline->n_events - rest.sketch->n_shown);
    if (has_older)
        rest_reason(&rest, N_("the older"), "");
    const char *lost = NULL;
    for (size_t i = 0; i < timeline->lanes.n_names; i++)
        if (is_lost[i])
            lost = arena_concat(rest.sketch->arena, lost ? lost : "", lost ? ", " : "", timeline->lanes.names[i], NULL);
    if (lost)
        rest_reason(&rest, N_("all of {name}"), lost);
    return rest_place(&rest, line);
}

double timeline_place(struct sketch *sketch, struct chart_rect area)
{
    struct timeline timeline = {.sketch = sketch,
                                .em = sketch->size->label,
                                .area = area,
                                .lanes = rows_groups(sketch, CHART_SERIES, TIMELINE_LANES)};
    choose_form(&timeline);
    read_events(&timeline);
    choose_span(&timeline);
    for (size_t i = 0; i < timeline.n_events; i++)
        measure_event(&timeline, &timeline.events[i]);
    timeline_pack(&timeline);
    double top = area.y + (timeline.has_as_of ? AS_OF * timeline.em : 0);
    double bottom = place_lanes(&timeline, top);
    span_place(&timeline.span, sketch, baseline_at(bottom + AXIS * timeline.em / 2, timeline.em), top, bottom);
    if (timeline.has_as_of)
        span_place_as_of(&timeline.span, sketch, timeline.as_of,
                         (struct chart_rect){area.x, top, area.width, bottom - top}, top - AS_OF * timeline.em / 2);
    for (size_t i = 0; i < timeline.n_events; i++)
        if (timeline.events[i].is_shown)
            place_event(&timeline, &timeline.events[i]);
    double used = bottom + AXIS * timeline.em - area.y;
    return used + place_rest(&timeline, (struct chart_rect){area.x, area.y + used, area.width, REST * timeline.em});
}

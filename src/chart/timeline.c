/* Who said what when: a lane an authority, in it claims as bars, demands as ticks, deadlines as flags, each below its
 * words; what would meet stands in another line of the lane, ticks with the same words in one. Where lines are few the
 * newest stand. A line marks the day asked about. */
#include "chart/kinds.h"

#include "base/date.h"
#include "chart/rest.h"
#include "chart/rows.h"
#include "chart/shape.h"
#include "chart/span.h"

#include <math.h>
#include <string.h>

enum { MOST_LANES = 6, MOST_LINES = 40 };

/* In ems of label size. */
static const double WORDS_LINE = 1.4;
static const double MARK_LINE = 0.95;
static const double LANE_AIR = 0.8;
static const double BETWEEN = 0.9; /* two items in a line */
static const double AXIS = 1.7;
static const double REST = 1.5; /* what is left off */
static const double AS_OF = 1.6;
static const double BAR = 0.42;
static const double SHAPE = 0.95;
static const double AFTER_SHAPE = 0.4;
static const double FEWEST_EMS = 46; /* of width, for lane names to stand beside */
static const double NAME_SHARE = 0.185;

enum form { FORM_BAR, FORM_TICK, FORM_FLAG };

struct event {
    size_t row, lane, line;
    size_t first; /* of the events: itself, or the earlier tick whose words and line it shares */
    enum form form;
    int64_t from, until;
    int64_t newest; /* day of it, or of the ticks that share its line; of a bar, its end */
    enum chart_shape shape;
    struct fitted words;
    double left, right; /* of the mark */
    double words_left;  /* of the shape, where there is one */
    bool is_shown;
};

struct lane {
    size_t n_lines, most_lines;
    bool is_closed;            /* an item found no line: what is older stands in none */
    double starts[MOST_LINES]; /* where the first item of each line begins */
    double top;
};

struct timeline {
    struct sketch *sketch;
    double em;
    struct chart_rect area;
    struct groups lanes;
    struct event *events;
    struct event **newest_first;
    size_t n_events, n_undated;
    struct lane lane[MOST_LANES];
    struct span span;
    bool names_above, has_as_of;
    int64_t as_of;
    double name_width;
    double room; /* for the lanes, in height */
};

static enum form form_of(const struct sketch *sketch, size_t row)
{
    const char *column = sketch->spec->columns[CHART_FORM];
    const char *form = column ? result_text(sketch->spec->data, row, column) : NULL;
    if (g_strcmp0(form, "tick") == 0)
        return FORM_TICK;
    return g_strcmp0(form, "flag") == 0 ? FORM_FLAG : FORM_BAR;
}

static int compare_events(const void *a, const void *b)
{
    const struct event *left = a, *right = b;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    return (left->row > right->row) - (left->row < right->row);
}

static void read_events(struct timeline *timeline)
{
    struct sketch *sketch = timeline->sketch;
    size_t n_rows = sketch->spec->data->n_rows;
    timeline->events = ARENA_ARRAY(sketch->arena, struct event, n_rows);
    for (size_t i = 0; i < n_rows; i++) {
        struct event event = {.row = i, .lane = timeline->lanes.of_row[i], .form = form_of(sketch, i)};
        bool has_day = rows_day(sketch, i, CHART_FROM, &event.from);
        timeline->n_undated += !has_day;
        if (event.lane == MOST_LANES || !has_day)
            continue;
        event.shape = shape_of(sketch, i);
        if (!rows_day(sketch, i, CHART_UNTIL, &event.until))
            event.until = timeline->has_as_of ? timeline->as_of : INT64_MAX;
        event.until = MAX(event.until, event.from);
        event.newest = event.form == FORM_BAR ? event.until : event.from;
        timeline->events[timeline->n_events++] = event;
    }
    qsort(timeline->events, timeline->n_events, sizeof *timeline->events, compare_events);
}

static void choose_span(struct timeline *timeline)
{
    int64_t first = timeline->has_as_of ? timeline->as_of : INT64_MAX,
            last = timeline->has_as_of ? timeline->as_of : INT64_MIN;
    for (size_t i = 0; i < timeline->n_events; i++) {
        const struct event *event = &timeline->events[i];
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

/* The same in WIDTH: a label gives way to its position, which says nothing when it is cut. */
static struct fitted fit_words(const struct sketch *sketch, const struct ruler *ruler, size_t row, double width)
{
    const char *label = rows_words(sketch, row, CHART_LABEL), *position = rows_words(sketch, row, CHART_POSITION);
    const char *words = event_words(sketch, row);
    if (*position && *label && ruler_width(ruler, words) > width) {
        double beside = ruler_width(ruler, words) - ruler_width(ruler, label);
        words = rows_named(sketch, words_fit(ruler, label, width - beside).words, position);
    }
    return words_fit(ruler, words, width);
}

/* Where an event's mark and words stand, before a line is found for it. */
static void measure_event(const struct timeline *timeline, struct event *event)
{
    struct ruler label = sketch_ruler(timeline->sketch, timeline->em, false);
    const struct span *span = &timeline->span;
    double em = timeline->em, x = span_x(span, event->from);
    double shape = event->shape < SHAPES ? (SHAPE + AFTER_SHAPE) * em : 0;
    event->left = event->form == FORM_BAR ? x : MAX(span->left, x - BAR * em / 2);
    event->right = x + BAR * em;
    if (event->form == FORM_BAR)
        event->right = event->until == INT64_MAX ? span->right : span_x(span, event->until);
    event->right = MIN(MAX(event->right, event->left + 0.2 * em), span->right);
    event->words = fit_words(timeline->sketch, &label, event->row, span->right - span->left - shape);
    double width = event->words.width + shape;
    event->words_left = CLAMP(event->left, span->left, MAX(span->left, span->right - width));
}

/* Ticks that are called the same stand below the words once: a case has many rulings. */
static void join(struct timeline *timeline)
{
    for (size_t i = 0; i < timeline->n_events; i++) {
        struct event *event = &timeline->events[i];
        size_t first = event->form == FORM_TICK ? 0 : i;
        while (first < i && (timeline->events[first].form != FORM_TICK || timeline->events[first].lane != event->lane ||
                             strcmp(timeline->events[first].words.words, event->words.words) != 0))
            first++;
        event->first = first;
        timeline->events[first].right = MAX(timeline->events[first].right, event->right);
        timeline->events[first].newest = MAX(timeline->events[first].newest, event->newest);
    }
}

static int compare_newest(const void *a, const void *b)
{
    const struct event *left = *(struct event *const *)a, *right = *(struct event *const *)b;
    if (left->newest != right->newest)
        return left->newest > right->newest ? -1 : 1;
    return -compare_events(left, right);
}

static void order_by_newest(struct timeline *timeline)
{
    timeline->newest_first = ARENA_ARRAY(timeline->sketch->arena, struct event *, timeline->n_events);
    for (size_t i = 0; i < timeline->n_events; i++)
        timeline->newest_first[i] = &timeline->events[i];
    qsort(timeline->newest_first, timeline->n_events, sizeof(struct event *), compare_newest);
}

/* Finds a line of its lane for each event, the newest first, until one finds none. */
static void pack(struct timeline *timeline)
{
    for (size_t i = 0; i < timeline->n_events; i++) {
        struct event *event = timeline->newest_first[i];
        struct lane *lane = &timeline->lane[event->lane];
        if (&timeline->events[event->first] != event)
            continue;
        double shape = event->shape < SHAPES ? (SHAPE + AFTER_SHAPE) * timeline->em : 0;
        double left = MIN(event->left, event->words_left);
        double right = MAX(event->right, event->words_left + shape + event->words.width);
        size_t line = 0;
        while (line < lane->n_lines && lane->starts[line] < right)
            line++;
        lane->is_closed |= line >= lane->most_lines;
        event->is_shown = !lane->is_closed;
        if (lane->is_closed)
            continue;
        lane->n_lines = MAX(lane->n_lines, line + 1);
        lane->starts[line] = left - BETWEEN * timeline->em;
        event->line = line;
    }
    for (size_t i = 0; i < timeline->n_events; i++) {
        const struct event *first = &timeline->events[timeline->events[i].first];
        timeline->events[i].line = first->line;
        timeline->events[i].is_shown = first->is_shown;
    }
}

static double lane_head(const struct timeline *timeline)
{
    return LANE_AIR * timeline->em + (timeline->names_above ? WORDS_LINE * timeline->em : 0);
}

/* Each lane gets lines in turn until it has what it needs: a long one leaves room for the others. */
static void share_lines(struct timeline *timeline)
{
    double room = timeline->room, line = (WORDS_LINE + MARK_LINE) * timeline->em;
    size_t needs[MOST_LANES], n_given = 1;
    for (size_t i = 0; i < MOST_LANES; i++) {
        needs[i] = timeline->lane[i].n_lines;
        timeline->lane[i] = (struct lane){.n_lines = 0};
    }
    while (n_given) {
        n_given = 0;
        for (size_t i = 0; i < MOST_LANES; i++) {
            size_t *lines = &timeline->lane[i].most_lines;
            double height = line + (*lines ? 0 : lane_head(timeline));
            if (*lines == needs[i] || height > room)
                continue;
            room -= height;
            ++*lines;
            n_given++;
        }
    }
}

/* Lines for all events, or for as many as there is room for. */
static void place_in_lines(struct timeline *timeline)
{
    for (size_t i = 0; i < MOST_LANES; i++)
        timeline->lane[i].most_lines = MOST_LINES;
    order_by_newest(timeline);
    pack(timeline);
    share_lines(timeline);
    pack(timeline);
    for (size_t i = 0; i < timeline->n_events; i++)
        timeline->sketch->n_shown += timeline->events[i].is_shown;
}

static void place_mark(const struct timeline *timeline, const struct event *event, double top)
{
    struct sketch *sketch = timeline->sketch;
    double em = timeline->em, middle = top + MARK_LINE * em / 2, x = span_x(&timeline->span, event->from);
    double half = MARK_LINE * em / 2, thick = em * 0.16;
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

static void place_event(const struct timeline *timeline, const struct event *event)
{
    struct sketch *sketch = timeline->sketch;
    double em = timeline->em, x = event->words_left;
    double top = timeline->lane[event->lane].top + (double)event->line * (WORDS_LINE + MARK_LINE) * em;
    sketch->mark = rows_mark(sketch, event->row, event_words(sketch, event->row), event_days(sketch, event->row));
    if (&timeline->events[event->first] == event) {
        shape_place(sketch, event->shape, x + SHAPE * em / 2, top + WORDS_LINE * em / 2, SHAPE * em);
        x += event->shape < SHAPES ? (SHAPE + AFTER_SHAPE) * em : 0;
        sketch_text(sketch, PAINT_INK,
                    (struct chart_text){.words = event->words.words,
                                        .x = x,
                                        .y = baseline_at(top + WORDS_LINE * em / 2, em),
                                        .width = event->words.width,
                                        .size = em});
    }
    place_mark(timeline, event, top + WORDS_LINE * em);
    sketch->mark = NULL;
}

/* Names and rules of the lanes; where the last ends. */
static double place_lanes(struct timeline *timeline, double y)
{
    struct sketch *sketch = timeline->sketch;
    double em = timeline->em, line = (WORDS_LINE + MARK_LINE) * em;
    struct ruler bold = sketch_ruler(sketch, em, true);
    for (size_t i = 0; i < timeline->lanes.n_names; i++) {
        struct lane *lane = &timeline->lane[i];
        if (!lane->n_lines)
            continue;
        double rule = sketch_crisp(sketch, y), air = LANE_AIR * em / 2;
        sketch_line(sketch, PAINT_RULE,
                    (struct chart_segment){timeline->area.x, rule, timeline->area.x + timeline->area.width, rule});
        lane->top = y + lane_head(timeline) - air;
        double most = timeline->names_above ? timeline->area.width : timeline->name_width - 0.8 * em;
        struct fitted name = words_fit(&bold, timeline->lanes.names[i], most);
        sketch_text(sketch, PAINT_INK,
                    (struct chart_text){.words = name.words,
                                        .x = timeline->area.x,
                                        .y = baseline_at(y + air + WORDS_LINE * em / 2, em),
                                        .width = name.width,
                                        .size = em,
                                        .bold = true});
        y = lane->top + (double)lane->n_lines * line + air;
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
    bool has_older = false, is_lost[MOST_LANES] = {false}; /* a lane without a line */
    for (size_t i = 0; i < timeline->n_events; i++) {
        const struct event *event = &timeline->events[i];
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
                                .lanes = rows_groups(sketch, CHART_SERIES, MOST_LANES)};
    choose_form(&timeline);
    read_events(&timeline);
    choose_span(&timeline);
    for (size_t i = 0; i < timeline.n_events; i++)
        measure_event(&timeline, &timeline.events[i]);
    join(&timeline);
    place_in_lines(&timeline);
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

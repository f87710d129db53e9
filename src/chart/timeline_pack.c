/* Finds room for a timeline's events. Draws nothing. */
#include "chart/timeline.h"

#include <math.h>
#include <string.h>

/* In ems of label size. */
static const double WORDS_LINE = 1.4;
static const double LEADING = 1.2; /* of further lines of words */
static const double MARK_LINE = 0.95;
static const double LANE_AIR = 0.8;
static const double BETWEEN = 0.9; /* two items in a line */

double timeline_words_height(const struct timeline *timeline, size_t n_words)
{
    return (WORDS_LINE + (n_words > 1 ? (double)(n_words - 1) * LEADING : 0)) * timeline->em;
}

double timeline_mark_height(const struct timeline *timeline)
{
    return MARK_LINE * timeline->em;
}

double timeline_lane_head(const struct timeline *timeline)
{
    return (LANE_AIR + (timeline->names_above ? WORDS_LINE : 0)) * timeline->em;
}

double timeline_line_top(const struct timeline *timeline, const struct timeline_lane *lane, size_t line)
{
    double top = 0;
    for (size_t i = 0; i < line; i++)
        top += timeline_words_height(timeline, lane->n_words[i]) + timeline_mark_height(timeline);
    return top;
}

static int compare_events(const void *a, const void *b)
{
    const struct timeline_event *left = a, *right = b;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    return (left->row > right->row) - (left->row < right->row);
}

/* Ticks that are called the same stand below the words once: a case has many rulings. */
static void join(struct timeline *timeline)
{
    for (size_t i = 0; i < timeline->n_events; i++) {
        struct timeline_event *event = &timeline->events[i];
        size_t first = event->form == FORM_TICK ? 0 : i;
        while (first < i && (timeline->events[first].form != FORM_TICK || timeline->events[first].lane != event->lane ||
                             strcmp(timeline->events[first].name, event->name) != 0))
            first++;
        event->first = first;
        timeline->events[first].right = MAX(timeline->events[first].right, event->right);
        timeline->events[first].newest = MAX(timeline->events[first].newest, event->newest);
    }
}

static int compare_newest(const void *a, const void *b)
{
    const struct timeline_event *left = *(struct timeline_event *const *)a, *right = *(struct timeline_event *const *)b;
    if (left->newest != right->newest)
        return left->newest > right->newest ? -1 : 1;
    return -compare_events(left, right);
}

static void order_by_newest(struct timeline *timeline)
{
    timeline->newest_first = ARENA_ARRAY(timeline->sketch->arena, struct timeline_event *, timeline->n_events);
    for (size_t i = 0; i < timeline->n_events; i++)
        timeline->newest_first[i] = &timeline->events[i];
    qsort(timeline->newest_first, timeline->n_events, sizeof(struct timeline_event *), compare_newest);
}

/* Finds a line of its lane for each event, the newest first, until one finds none. */
static void pack(struct timeline *timeline)
{
    for (size_t i = 0; i < timeline->n_events; i++) {
        struct timeline_event *event = timeline->newest_first[i];
        struct timeline_lane *lane = &timeline->lane[event->lane];
        if (&timeline->events[event->first] != event)
            continue;
        double left = MIN(event->left, event->words_left), right = MAX(event->right, event->words_right);
        size_t line = 0;
        while (line < lane->n_lines && lane->starts[line] < right)
            line++;
        lane->is_closed |= line >= lane->most_lines;
        event->is_shown = !lane->is_closed;
        if (lane->is_closed)
            continue;
        lane->n_lines = MAX(lane->n_lines, line + 1);
        lane->starts[line] = left - BETWEEN * timeline->em;
        lane->n_words[line] = MAX(lane->n_words[line], event->words.n_lines);
        event->line = line;
    }
    for (size_t i = 0; i < timeline->n_events; i++) {
        const struct timeline_event *first = &timeline->events[timeline->events[i].first];
        timeline->events[i].line = first->line;
        timeline->events[i].is_shown = first->is_shown;
    }
}

/* Each lane gets lines in turn until it has what it needs: a long one leaves room for the others. */
static void share_lines(struct timeline *timeline)
{
    double room = timeline->room, line = timeline_words_height(timeline, 1) + timeline_mark_height(timeline);
    size_t needs[TIMELINE_LANES], n_given = 1;
    for (size_t i = 0; i < TIMELINE_LANES; i++) {
        needs[i] = timeline->lane[i].n_lines;
        timeline->lane[i] = (struct timeline_lane){.n_lines = 0};
    }
    while (n_given) {
        n_given = 0;
        for (size_t i = 0; i < TIMELINE_LANES; i++) {
            size_t *lines = &timeline->lane[i].most_lines;
            double height = line + (*lines ? 0 : timeline_lane_head(timeline));
            if (*lines == needs[i] || height > room)
                continue;
            room -= height;
            ++*lines;
            n_given++;
        }
    }
}

void timeline_pack(struct timeline *timeline)
{
    qsort(timeline->events, timeline->n_events, sizeof *timeline->events, compare_events);
    join(timeline);
    for (size_t i = 0; i < TIMELINE_LANES; i++)
        timeline->lane[i].most_lines = TIMELINE_LINES;
    order_by_newest(timeline);
    pack(timeline);
    share_lines(timeline);
    pack(timeline);
    for (size_t i = 0; i < timeline->n_events; i++)
        timeline->sketch->n_shown += timeline->events[i].is_shown;
}


/* Rows to entries. */
#include "format/entry.h"

#include "base/display.h"

#include <string.h>

/* A tag: URI names its owner by a host and a day; the day must never change. */
#define TAG_YEAR "2018"

static const char *words_of(struct arena *arena, const struct feed *feed, size_t row, const char *name)
{
    const struct cell *cell = result_cell(feed->rows, row, name);
    if (!cell)
        return "";
    return display_cell(arena, feed->catalog, feed->rows->columns[result_column(feed->rows, name)], cell);
}

static const char *title_of(struct arena *arena, const struct feed *feed, size_t row)
{
    const struct feed_columns *columns = feed->columns;
    const char *title = columns->words ? catalog_text(feed->catalog, columns->words) : "";
    for (size_t i = 0; i < FEED_TITLE_MAX && columns->title[i]; i++) {
        const char *part = words_of(arena, feed, row, columns->title[i]);
        if (*part)
            title = *title ? arena_printf(arena, "%s: %s", title, part) : part;
    }
    return title;
}

/* TEXT with what the row has in the column NAME, if anything. */
static const char *add_line(struct arena *arena, const struct feed *feed, size_t row, const char *name,
                            const char *text)
{
    const char *value = words_of(arena, feed, row, name);
    if (!*value)
        return text;
    const struct column *column = feed->rows->columns[result_column(feed->rows, name)];
    return arena_printf(arena, "%s%s%s: %s", text, *text ? "\n" : "", display_label(arena, feed->catalog, column),
                        value);
}

/* An entry's day is a whole day to readers of feeds: where less is known, the text says what. */
static const char *text_of(struct arena *arena, const struct feed *feed, size_t row)
{
    const struct feed_columns *columns = feed->columns;
    const char *text = "";
    if (result_cell(feed->rows, row, columns->on)->precision != PRECISION_DAY)
        text = add_line(arena, feed, row, columns->on, text);
    for (const char *const *name = columns->told; name && *name; name++)
        text = add_line(arena, feed, row, *name, text);
    return text;
}

/* The text of a column of the row; NULL also where the feed has no such column. */
static const char *told(const struct feed *feed, size_t row, const char *name)
{
    return name ? result_text(feed->rows, row, name) : NULL;
}

static const char *changed_on(const struct feed *feed, size_t row)
{
    const char *on = told(feed, row, feed->columns->on), *later = told(feed, row, feed->columns->later_on);
    return on && later && strcmp(later, on) > 0 ? later : on;
}

bool entry_read(struct arena *arena, const struct feed *feed, size_t row, struct entry *entry)
{
    const struct feed_columns *columns = feed->columns;
    const char *on = told(feed, row, columns->on);
    if (!on)
        return false;
    *entry = (struct entry){
        .id = arena_printf(arena, "tag:%s," TAG_YEAR ":%s/%s", feed->host,
                           columns->kind_of ? told(feed, row, columns->kind_of) : columns->kind,
                           told(feed, row, columns->key)),
        .title = title_of(arena, feed, row),
        .on = on,
        .is_day = result_cell(feed->rows, row, columns->on)->precision == PRECISION_DAY,
        .changed_on = changed_on(feed, row),
        .is_cancelled = told(feed, row, columns->cancelled_on) != NULL,
        .link = told(feed, row, columns->link),
        .text = text_of(arena, feed, row),
    };
    return true;
}

const char *entry_newest(const struct feed *feed)
{
    const char *newest = NULL;
    for (size_t row = 0; row < feed->rows->n_rows; row++) {
        const char *on = changed_on(feed, row);
        if (on && (!newest || strcmp(on, newest) > 0))
            newest = on;
    }
    return newest ? newest : feed->as_of;
}

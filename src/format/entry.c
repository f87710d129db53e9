/* Rows to entries. */
#include "format/entry.h"

#include "base/display.h"

#include <string.h>

/* A tag: URI names its owner by a host and a day; the day must never change. */
#define TAG_YEAR "2018"

static const char *words_of(struct arena *arena, const struct catalog *catalog, const struct result *rows, size_t row,
                            const char *name)
{
    size_t column = result_column(rows, name);
    if (column == SIZE_MAX)
        return "";
    return display_cell(arena, catalog, rows->columns[column], &rows->cells[row * rows->n_columns + column]);
}

static const char *title_of(struct arena *arena, const struct catalog *catalog, const struct feed_columns *columns,
                            const struct result *rows, size_t row)
{
    const char *title = columns->words ? catalog_text(catalog, columns->words) : "";
    for (size_t i = 0; i < FEED_TITLE_MAX && columns->title[i]; i++) {
        const char *part = words_of(arena, catalog, rows, row, columns->title[i]);
        if (*part)
            title = *title ? arena_printf(arena, "%s: %s", title, part) : part;
    }
    return title;
}

/* TEXT with what the row has in the column NAME, if anything. */
static const char *add_line(struct arena *arena, const struct catalog *catalog, const struct result *rows, size_t row,
                            const char *name, const char *text)
{
    const char *value = words_of(arena, catalog, rows, row, name);
    if (!*value)
        return text;
    const struct column *column = rows->columns[result_column(rows, name)];
    return arena_printf(arena, "%s%s%s: %s", text, *text ? "\n" : "", display_label(arena, catalog, column), value);
}

/* An entry's day is a whole day to readers of feeds: where less is known, the text says what. */
static const char *text_of(struct arena *arena, const struct catalog *catalog, const struct feed_columns *columns,
                           const struct result *rows, size_t row)
{
    const char *text = "";
    if (result_cell(rows, row, columns->on)->precision != PRECISION_DAY)
        text = add_line(arena, catalog, rows, row, columns->on, text);
    for (const char *const *name = columns->told; name && *name; name++)
        text = add_line(arena, catalog, rows, row, *name, text);
    return text;
}

static const char *changed_on(const struct feed_columns *columns, const struct result *rows, size_t row)
{
    const char *on = result_text(rows, row, columns->on);
    const char *later = columns->later_on ? result_text(rows, row, columns->later_on) : NULL;
    return on && later && strcmp(later, on) > 0 ? later : on;
}

bool entry_read(struct arena *arena, const struct catalog *catalog, const struct feed *feed,
                const struct feed_columns *columns, const struct result *rows, size_t row, struct entry *entry)
{
    const char *on = result_text(rows, row, columns->on);
    if (!on)
        return false;
    *entry = (struct entry){
        .id = arena_printf(arena, "tag:%s," TAG_YEAR ":%s/%s", feed->host,
                           columns->kind_of ? result_text(rows, row, columns->kind_of) : columns->kind,
                           result_text(rows, row, columns->key)),
        .title = title_of(arena, catalog, columns, rows, row),
        .on = on,
        .is_day = result_cell(rows, row, columns->on)->precision == PRECISION_DAY,
        .changed_on = changed_on(columns, rows, row),
        .is_cancelled = columns->cancelled_on && result_text(rows, row, columns->cancelled_on),
        .link = columns->link ? result_text(rows, row, columns->link) : NULL,
        .text = text_of(arena, catalog, columns, rows, row),
    };
    return true;
}

const char *entry_newest(const struct feed *feed, const struct feed_columns *columns, const struct result *rows)
{
    const char *newest = NULL;
    for (size_t row = 0; row < rows->n_rows; row++) {
        const char *on = changed_on(columns, rows, row);
        if (on && (!newest || strcmp(on, newest) > 0))
            newest = on;
    }
    return newest ? newest : feed->as_of;
}

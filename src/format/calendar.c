/* iCalendar. Days, not hours: an event ends on the day after, which is not part of it. */
#include "base/date.h"
#include "format/entry.h"

#include <string.h>

enum { LINE_MAX_BYTES = 75 };

/* Appends NAME:VALUE, folded so that no line is over 75 bytes and no letter is cut. */
static void append_line(GString *out, const char *name, const char *value)
{
    g_autofree char *line = g_strconcat(name, ":", value, NULL);
    size_t room = LINE_MAX_BYTES;
    for (const char *at = line; *at;) {
        const char *next = g_utf8_next_char(at);
        if ((size_t)(next - at) > room) {
            g_string_append(out, "\r\n ");
            room = LINE_MAX_BYTES - 1;
        }
        g_string_append_len(out, at, next - at);
        room -= (size_t)(next - at);
        at = next;
    }
    g_string_append(out, "\r\n");
}

/* A value of type TEXT. */
static void append_text(GString *out, const char *name, const char *text)
{
    g_autoptr(GString) value = g_string_new(NULL);
    for (; *text; text++) {
        if (*text == '\n')
            g_string_append(value, "\\n");
        else if (strchr("\\;,", *text))
            g_string_append_printf(value, "\\%c", *text);
        else if (!g_ascii_iscntrl(*text))
            g_string_append_c(value, *text);
    }
    append_line(out, name, value->str);
}

/* 20180223 */
static const char *compact(struct arena *arena, struct date date)
{
    return arena_printf(arena, "%04d%02d%02d", date.year, date.month, date.day);
}

/* The sequence rises with each edition, and within one from a day before a cancellation to a day after it. */
static void append_event(struct arena *arena, const struct feed *feed, const struct entry *entry, const char *stamp,
                         GString *out)
{
    struct date day;
    if (date_parse(entry->on, &day) != DATE_OK)
        return;
    append_line(out, "BEGIN", "VEVENT");
    append_line(out, "UID", entry->id);
    append_line(out, "DTSTAMP", stamp);
    append_line(out, "SEQUENCE", arena_printf(arena, "%" G_GINT64_FORMAT, 2 * feed->edition + entry->is_cancelled));
    append_line(out, "DTSTART;VALUE=DATE", compact(arena, day));
    append_line(out, "DTEND;VALUE=DATE", compact(arena, date_from_days(date_days(day) + 1)));
    append_text(out, "SUMMARY", entry->title);
    if (*entry->text)
        append_text(out, "DESCRIPTION", entry->text);
    if (entry->link)
        append_line(out, "URL", entry->link);
    append_line(out, "STATUS", entry->is_cancelled ? "CANCELLED" : "CONFIRMED");
    append_line(out, "TRANSP", "TRANSPARENT");
    append_line(out, "END", "VEVENT");
}

void calendar_write(struct arena *arena, const struct feed *feed, GString *out)
{
    struct date made = {.year = 2018, .month = 1, .day = 1};
    date_parse(feed->as_of, &made);
    const char *stamp = arena_printf(arena, "%sT000000Z", compact(arena, made));
    append_line(out, "BEGIN", "VCALENDAR");
    append_line(out, "VERSION", "2.0");
    append_line(out, "PRODID", "-//Proviso//Deadlines//EN");
    append_line(out, "CALSCALE", "GREGORIAN");
    append_line(out, "METHOD", "PUBLISH");
    append_text(out, "X-WR-CALNAME", feed->title);
    if (feed->subtitle)
        append_text(out, "X-WR-CALDESC", feed->subtitle);
    append_line(out, "REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    append_line(out, "SOURCE;VALUE=URI", feed->self_url);
    struct entry entry;
    for (size_t row = 0; row < feed->rows->n_rows; row++)
        if (entry_read(arena, feed, row, &entry))
            append_event(arena, feed, &entry, stamp, out);
    append_line(out, "END", "VCALENDAR");
}

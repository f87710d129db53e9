/* Feeds and calendars as text. */
#include "format/feed.h"

#include <string.h>

#define COLUMN(column_name, column_type)                                                                               \
    &(const struct column)                                                                                             \
    {                                                                                                                  \
        .name = (column_name), .type = (column_type), .label = (column_name)                                           \
    }

static const struct column *const row_columns[] = {COLUMN("key", COLUMN_KEY),     COLUMN("demand", COLUMN_TEXT),
                                                   COLUMN("due_on", COLUMN_DATE), COLUMN("outcome_on", COLUMN_DATE),
                                                   COLUMN("url", COLUMN_URL),     COLUMN("note", COLUMN_TEXT)};
static const char *const told[] = {"due_on", "note", NULL};
static const struct feed_columns columns = {.kind = "deadline",
                                            .key = "key",
                                            .words = "Answer due",
                                            .title = {"demand"},
                                            .on = "due_on",
                                            .later_on = "outcome_on",
                                            .link = "url",
                                            .told = told};
struct fixture {
    struct arena *arena;
    struct catalog *catalog;
    struct result *rows;
    struct feed feed;
    GString *out;
};

static void set_up(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->arena = arena_new();
    fixture->catalog = catalog_open("en", NULL, NULL);
    fixture->rows = result_new(fixture->arena, "rows", row_columns, G_N_ELEMENTS(row_columns));
    fixture->feed = (struct feed){.catalog = fixture->catalog,
                                  .columns = &columns,
                                  .rows = fixture->rows,
                                  .title = "Deadlines, all",
                                  .subtitle = "Words; more",
                                  .page_url = "https://example.org/d",
                                  .self_url = "https://example.org/d.atom",
                                  .host = "example.org",
                                  .as_of = "2018-03-01",
                                  .edition = 7,
                                  .licence = "CC0-1.0"};
    fixture->out = g_string_new(NULL);
}

static void tear_down(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    g_string_free(fixture->out, TRUE);
    catalog_free(fixture->catalog);
    arena_free(fixture->arena);
}

static void append(struct fixture *fixture, const char *const values[6])
{
    struct cell *cells = result_append(fixture->arena, fixture->rows);
    for (size_t i = 0; i < 6; i++)
        cells[i] = cell_text(values[i]);
}

static const char *const letter[] = {"letter-1",   "Letter <one>, to \"all\"", "2018-02-28",
                                     "2018-03-05", "https://example.org/d/1",  "a;b\nc\\d"};
static const char *const undated[] = {"letter-2", "No day", NULL, NULL, NULL, NULL};

static void test_atom(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    append(fixture, letter);
    append(fixture, undated);
    atom_write(fixture->arena, &fixture->feed, fixture->out);
    g_assert_cmpstr(
        fixture->out->str, ==,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><id>https://example.org/d.atom</id>"
        "<title>Deadlines, all</title><subtitle>Words; more</subtitle><updated>2018-03-05T00:00:00Z</updated>"
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/d.atom\"/>"
        "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/d\"/>"
        "<author><name>Proviso</name></author><rights>CC0-1.0</rights>"
        "<entry><id>tag:example.org,2018:deadline/letter-1</id>"
        "<title>Answer due: Letter &lt;one&gt;, to &quot;all&quot;</title>"
        "<published>2018-02-28T00:00:00Z</published><updated>2018-03-05T00:00:00Z</updated>"
        "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/d/1\"/>"
        "<content type=\"text\">due_on: February 28, 2018\nnote: a;b\nc\\d</content></entry></feed>\n");
}

static void test_calendar(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    append(fixture, letter);
    append(fixture, undated);
    calendar_write(fixture->arena, &fixture->feed, fixture->out);
    g_assert_cmpstr(fixture->out->str, ==,
                    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Proviso//Deadlines//EN\r\nCALSCALE:GREGORIAN\r\n"
                    "METHOD:PUBLISH\r\nX-WR-CALNAME:Deadlines\\, all\r\nX-WR-CALDESC:Words\\; more\r\n"
                    "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\nSOURCE;VALUE=URI:https://example.org/d.atom\r\n"
                    "BEGIN:VEVENT\r\nUID:tag:example.org,2018:deadline/letter-1\r\nDTSTAMP:20180301T000000Z\r\n"
                    "SEQUENCE:14\r\nDTSTART;VALUE=DATE:20180228\r\nDTEND;VALUE=DATE:20180301\r\n"
                    "SUMMARY:Answer due: Letter <one>\\, to \"all\"\r\n"
                    "DESCRIPTION:due_on: February 28\\, 2018\\nnote: a\\;b\\nc\\\\d\r\n"
                    "URL:https://example.org/d/1\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
                    "END:VCALENDAR\r\n");
}

/* No line over 75 bytes, no letter cut, and unfolded the text is what it was. */
static void test_folding(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GString) name = g_string_new(NULL);
    for (int i = 0; i < 100; i++)
        g_string_append(name, i % 3 ? "\xc3\xa9" : "\xf0\x9f\x93\x85 a");
    append(fixture, (const char *const[]){"k", name->str, "2018-12-31", NULL, NULL, NULL});
    calendar_write(fixture->arena, &fixture->feed, fixture->out);
    g_assert_nonnull(strstr(fixture->out->str, "DTEND;VALUE=DATE:20190101\r\n"));
    g_auto(GStrv) lines = g_strsplit(fixture->out->str, "\r\n", -1);
    for (char **line = lines; *line; line++) {
        g_assert_cmpuint(strlen(*line), <=, 75);
        g_assert_true(g_utf8_validate(*line, -1, NULL));
    }
    g_auto(GStrv) pieces = g_strsplit(fixture->out->str, "\r\n ", -1);
    g_autofree char *unfolded = g_strjoinv("", pieces);
    g_autofree char *expected = g_strdup_printf("SUMMARY:Answer due: %s\r\n", name->str);
    g_assert_nonnull(strstr(unfolded, expected));
}

/* Nothing dated: the feed is as old as its date. */
static void test_empty(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    atom_write(fixture->arena, &fixture->feed, fixture->out);
    g_assert_nonnull(strstr(fixture->out->str, "<updated>2018-03-01T00:00:00Z</updated>"));
    g_assert_null(strstr(fixture->out->str, "<entry>"));
}

#define ADD(name, function) g_test_add("/format/feed/" name, struct fixture, NULL, set_up, function, tear_down)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("atom", test_atom);
    ADD("calendar", test_calendar);
    ADD("folding", test_folding);
    ADD("empty", test_empty);
    return g_test_run();
}

/* Pages of words for the tests of report. */
#ifndef PROVISO_TESTS_REPORT_FIXTURE_H
#define PROVISO_TESTS_REPORT_FIXTURE_H

#include "report/flow.h"

#include <string.h>

/* Pango looks fonts up in threads; what one of them has in hand when a canvas or the process ends is not freed. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig.so";
}

struct fixture {
    struct arena *arena;
    struct chart_canvas *canvas;
    struct catalog *catalog;
};

static inline void fixture_open(struct fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    fixture->arena = arena_new();
    fixture->canvas = chart_canvas_open_once("assets/fonts.conf", &error);
    g_assert_no_error(error);
    fixture->catalog = catalog_open("en", NULL, &error);
    g_assert_no_error(error);
}

static inline void fixture_close(struct fixture *fixture)
{
    chart_canvas_free(fixture->canvas);
    catalog_free(fixture->catalog);
    arena_free(fixture->arena);
}

static inline struct document_plan fixture_plan(const struct fixture *fixture, const char *page)
{
    return (struct document_plan){.page = page,
                                  .length = strlen(page),
                                  .origin = "https://example.org",
                                  .language = "en",
                                  .title = "A report",
                                  .subject = "A subject",
                                  .created_on = "2018-01-24",
                                  .head = "A report, as of January 24, 2018",
                                  .paper = document_paper_find("letter"),
                                  .catalog = fixture->catalog,
                                  .most_pages = 100};
}

/* PIECE N times, its first "#" replaced by the number. */
static inline char *repeat(const char *piece, int n)
{
    GString *text = g_string_new(NULL);
    const char *mark = strchr(piece, '#');
    for (int i = 1; i <= n; i++)
        if (mark)
            g_string_append_printf(text, "%.*s%d%s", (int)(mark - piece), piece, i, mark + 1);
        else
            g_string_append(text, piece);
    return g_string_free(text, FALSE);
}

#endif

/* Sets an HTML page as a report's PDF, in one process, with nothing of the application: for bench and tests. The paper,
 * the most pages and the attachments can be chosen; an <img> is a sample chart.
 *
 * usage: report [--paper NAME] [--most PAGES] [--language CODE] [--attach FILE]... PAGE PDF   (run from the top folder)
 */
#include "report/document.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_FILES = 16, PARTS = 4 };

struct options {
    char *paper, *language;
    int most;
    char **attach;
    char **rest;
};

static const struct chart_layout *sample_chart(void *self, const char *src, double width, double height, GError **error)
{
    static const struct chart_item items[] = {{.kind = CHART_RECT, .paint = PAINT_PAGE, .rect = {0, 0, 480, 120}},
                                              {.kind = CHART_RECT, .paint = PAINT_BAR, .rect = {0, 40, 360, 20}},
                                              {.kind = CHART_RECT, .paint = PAINT_SECOND, .rect = {0, 70, 120, 20}},
                                              {.kind = CHART_TEXT,
                                               .paint = PAINT_INK,
                                               .text = {.words = "A sample chart", .y = 20, .size = 14, .bold = true}}};
    static const struct chart_layout layout = {
        .width = 480, .height = 120, .title = "", .alternative = "", .n_items = G_N_ELEMENTS(items), .items = items};
    (void)self;
    (void)width;
    (void)height;
    if (*src)
        return &layout;
    g_set_error_literal(error, PROVISO_ERROR, ERROR_NOT_FOUND, "no such chart");
    return NULL;
}

static bool read_options(int argc, char **argv, struct options *options, GError **error)
{
    const GOptionEntry entries[] = {{"paper", 0, 0, G_OPTION_ARG_STRING, &options->paper, "letter or a4", NULL},
                                    {"language", 0, 0, G_OPTION_ARG_STRING, &options->language, "its code", NULL},
                                    {"most", 0, 0, G_OPTION_ARG_INT, &options->most, "pages", NULL},
                                    {"attach", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->attach, "a file", NULL},
                                    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->rest, NULL, NULL},
                                    {0}};
    GOptionContext *context = g_option_context_new("PAGE PDF");
    g_option_context_add_main_entries(context, entries, NULL);
    bool done = g_option_context_parse(context, &argc, &argv, error);
    g_option_context_free(context);
    if (done && (!options->rest || g_strv_length(options->rest) != 2 || !document_paper_find(options->paper))) {
        g_set_error_literal(error, PROVISO_ERROR, ERROR_BAD_REQUEST, "needs PAGE, PDF and a known paper");
        return false;
    }
    return done;
}

static bool attach(const struct options *options, struct document_plan *plan, struct document_attachment *files,
                   GError **error)
{
    plan->attachments = files;
    for (char **name = options->attach; name && *name && plan->n_attachments < MOST_FILES; name++) {
        char *bytes;
        gsize length;
        if (!g_file_get_contents(*name, &bytes, &length, error))
            return false;
        files[plan->n_attachments++] = (struct document_attachment){.name = g_path_get_basename(*name),
                                                                    .content_type = "text/csv",
                                                                    .description = "A table of the report",
                                                                    .bytes = bytes,
                                                                    .length = length};
    }
    return true;
}

/* Plainly, as a program that is timed beside others: nobody waits for the disk. */
static bool write_file(const char *path, const GString *bytes, GError **error)
{
    FILE *file = fopen(path, "wb");
    bool done = file && fwrite(bytes->str, 1, bytes->len, file) == bytes->len;
    if ((file && fclose(file) != 0) || !done)
        g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s cannot be written", path);
    return error == NULL || *error == NULL;
}

static bool run(const struct options *options, GError **error)
{
    struct document_attachment files[MOST_FILES];
    char *page;
    gsize length;
    if (!g_file_get_contents(options->rest[0], &page, &length, error))
        return false;
    struct chart_canvas *canvas = chart_canvas_open_once("assets/fonts.conf", error);
    struct catalog *catalog = canvas ? catalog_open("en", NULL, error) : NULL;
    struct document_plan plan = {.page = page,
                                 .length = length,
                                 .origin = "https://example.org",
                                 .language = options->language,
                                 .title = "A sample report",
                                 .subject = "Set for trial",
                                 .created_on = "2018-01-24",
                                 .head = "A sample report",
                                 .head_end = "as of January 24, 2018",
                                 .paper = document_paper_find(options->paper),
                                 .catalog = catalog,
                                 .figure = sample_chart,
                                 .most_pages = (size_t)options->most};
    if (!catalog || !attach(options, &plan, files, error))
        return false;
    GString *out = g_string_new(NULL);
    return document_pdf(arena_new(), canvas, &plan, out, error) && write_file(options->rest[1], out, error);
}

/* What is taken is given back by the end of the process, which no search for leaks can know; the unit tests of report
 * search for them. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "detect_leaks=0";
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    struct options options = {.paper = (char *)"letter", .language = (char *)"en", .most = 10000};
    if (read_options(argc, argv, &options, &error) && run(&options, &error))
        return 0;
    g_printerr("report: %s\n", error->message);
    return 1;
}

/* proviso report, proviso chart: an address of the site as a file, the same bytes as by the web. */
#include "tool/fetch.h"

#include "app/answer.h"
#include "chart/render.h"
#include "tool/tool.h"

#include <stdio.h>
#include <string.h>

enum { MILLISECONDS = 600 * 1000 };

#define CONFIG_DEFAULT "var/run/proviso.conf"

static const struct representation *const reports[] = {&answer_report, &answer_html, &answer_json, NULL};
static const struct representation *const charts[] = {&answer_png, &answer_svg, &answer_pdf, NULL};

static const struct program report_program = {.name = "report",
                                              .representations = reports,
                                              .milliseconds = MILLISECONDS,
                                              .open_canvas = chart_canvas_open_once,
                                              .close_canvas = chart_canvas_free,
                                              .fetches = "a report: one below /reports, or a "
                                                         "jurisdiction's, with .pdf or .json"};
static const struct program chart_program = {.name = "chart",
                                             .representations = charts,
                                             .milliseconds = MILLISECONDS,
                                             .open_canvas = chart_canvas_open_once,
                                             .close_canvas = chart_canvas_free,
                                             .fetches = "a chart: that of a page which has one, with "
                                                        ".svg, .png or .pdf"};

static const struct usage report_usage = {
    .arguments = "ADDRESS",
    .summary =
        "Writes the report at an address of the site, the same bytes as the web gives: PDF, or by the ending of\n"
        "the address .json, its manifest. For example\n"
        "  proviso report '/reports/group.pdf?state=OH' -o ohio.pdf",
    .min = 1,
    .max = 1,
};
static const struct usage chart_usage = {
    .arguments = "ADDRESS",
    .summary = "Writes the chart at an address of the site, the same bytes as the web gives: .svg, .png or .pdf.\n"
               "For example\n  proviso chart '/funding.png?j=lake-county-oh&measure=award&scale=2' -o lake.png",
    .min = 1,
    .max = 1,
};

void fetch_configure(const char *file)
{
    if (file || !g_getenv("PROVISO_CONFIG"))
        g_setenv("PROVISO_CONFIG", file ? file : CONFIG_DEFAULT, TRUE);
    g_setenv("TZ", "UTC", TRUE); /* as for the programs: no date in a file depends on the host */
}

bool fetch_report(const char *address, GString *out, GError **error)
{
    return app_fetch(&report_program, address, out, error);
}

/* The address with an ending, ENDING where it has none. */
static char *with_ending(const char *address, const char *ending)
{
    size_t length = strcspn(address, "?");
    const char *slash = g_strrstr_len(address, (gssize)length, "/");
    const char *dot = g_strrstr_len(address, (gssize)length, ".");
    if (dot && (!slash || dot > slash))
        return g_strdup(address);
    return g_strdup_printf("%.*s.%s%s", (int)length, address, ending, address + length);
}

/* Whether standard output took it is asked at the end of main. */
static void put(const GString *bytes, const char *path, GError **error)
{
    if (!path)
        fwrite(bytes->str, 1, bytes->len, stdout);
    else if (!g_file_set_contents(path, bytes->str, (gssize)bytes->len, error))
        error_reword_file(path, "written", error);
}

static int write_answer(int argc, char **argv, const struct usage *usage, const struct program *program,
                        const char *ending)
{
    g_autofree char *config = NULL, *path = NULL;
    const GOptionEntry entries[] = {
        CONFIG_OPTION(&config),
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &path, "Where to write it (default: standard output)", "FILE"},
        {0}};
    if (!tool_parse(&argc, &argv, entries, usage))
        return STATUS_USAGE;
    fetch_configure(config);
    g_autofree char *address = with_ending(argv[1], ending);
    g_autoptr(GString) bytes = g_string_new(NULL);
    GError *error = NULL;
    if (app_fetch(program, address, bytes, &error))
        put(bytes, path, &error);
    return tool_finish(NULL, error);
}

int report_command(int argc, char **argv)
{
    return write_answer(argc, argv, &report_usage, &report_program, "pdf");
}

int chart_command(int argc, char **argv)
{
    return write_answer(argc, argv, &chart_usage, &chart_program, "svg");
}

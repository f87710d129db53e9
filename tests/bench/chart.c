/* How long a chart of 25 bars takes in this process, warm: layout, SVG, PNG. Prints "name microseconds bytes" lines,
 * the median of many runs. With a number: how much the process grows over so many charts, "memory KiB charts": all laid
 * out and as SVG, each tenth as PNG too.
 *
 * usage: chart [CHARTS]   (run from the top folder) */
#include "chart/render.h"
#include "chart/samples.h"

#include <stdlib.h>
#include <unistd.h>

enum { RUNS = 100 };

/* The picture that the peers draw: 1200 by 675, all 25 bars. */
static const struct chart_size bench_size = {.name = "bench",
                                             .width = 1200,
                                             .height = 675,
                                             .row = 26,
                                             .title = 21,
                                             .subtitle = 15,
                                             .label = 13,
                                             .foot = 12,
                                             .margin = 20};

static const char *const names[25] = {"New York City, New York",       "Chicago, Illinois",
                                      "Los Angeles, California",       "Louisville, Kentucky",
                                      "San Francisco, California",     "Denver, Colorado",
                                      "Jackson, Mississippi",          "Sacramento County, California",
                                      "Lawrence, Massachusetts",       "Albany, New York",
                                      "Bernalillo County, New Mexico", "West Palm Beach, Florida",
                                      "Sonoma County, California",     "King County, Washington",
                                      "Berkeley, California",          "Burlington, Vermont",
                                      "Fremont, California",           "Watsonville, California",
                                      "Monterey County, California",   "Cook County, Illinois",
                                      "Philadelphia, Pennsylvania",    "Albuquerque, New Mexico",
                                      "Milwaukee, Wisconsin",          "Las Vegas, Nevada",
                                      "Miami-Dade County, Florida"};

struct run {
    struct arena *arena;
    struct chart_canvas *canvas;
    struct text_measure measure;
    struct chart_spec spec;
    const struct chart_layout *layout;
    GString *out;
};

static struct result *bars(struct arena *arena)
{
    static const enum chart_role roles[] = {CHART_LABEL, CHART_VALUE, CHART_LINK};
    const struct column **columns = ARENA_ARRAY(arena, const struct column *, 3);
    for (size_t i = 0; i < 3; i++)
        columns[i] = &sample_columns[roles[i]];
    struct result *data = result_new(arena, "bench", columns, 3);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        struct cell *cells = result_append(arena, data);
        cells[0] = cell_text(names[i]);
        cells[1] = cell_integer((int64_t)(412044700 / (i + 1)));
        cells[2] = cell_text(arena_printf(arena, "/jurisdictions/place-%zu?edition=1", i));
    }
    return data;
}

static void lay_out(struct run *run)
{
    run->layout = chart_layout(run->arena, &run->spec, &bench_size, &run->measure, NULL);
}

static void write_svg(struct run *run)
{
    chart_svg(run->layout, run->out);
}

static void write_png(struct run *run)
{
    if (!chart_png(run->canvas, run->layout, 1, run->out, NULL))
        g_error("cannot draw");
}

static void whole(struct run *run)
{
    lay_out(run);
    write_png(run);
}

static int compare_times(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static void measure(struct run *run, const char *name, void (*step)(struct run *))
{
    double times[RUNS];
    for (size_t i = 0; i < RUNS; i++) {
        g_string_truncate(run->out, 0);
        double start = now();
        step(run);
        times[i] = now() - start;
        if (step == lay_out || step == whole) {
            /* What a server does between two requests. */
            arena_reset(run->arena);
            run->spec.data = bars(run->arena);
            if (step == lay_out)
                continue;
        }
    }
    qsort(times, RUNS, sizeof *times, compare_times);
    g_print("%s %.1f %zu\n", name, times[RUNS / 2], run->out->len);
    if (step == lay_out)
        lay_out(run);
}

/* In KiB. */
static long resident(void)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents("/proc/self/statm", &text, NULL, NULL))
        g_error("cannot read how large the process is");
    return strtol(strchr(text, ' '), NULL, 10) * (sysconf(_SC_PAGESIZE) / 1024);
}

static void draw_many(struct run *run, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        run->spec.title = arena_printf(run->arena, "Chart %zu of %zu", i, n);
        lay_out(run);
        g_string_truncate(run->out, 0);
        write_svg(run);
        if (i % 10 == 0)
            write_png(run);
        arena_reset(run->arena);
        run->spec.data = bars(run->arena);
    }
}

static void measure_memory(struct run *run, size_t n)
{
    draw_many(run, n / 10);
    long before = resident();
    draw_many(run, n);
    g_print("memory %ld %zu\n", resident() - before, n);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    struct run run = {.arena = arena_new(), .out = g_string_new(NULL)};
    struct catalog *catalog = catalog_open("en", NULL, NULL);
    run.canvas = chart_canvas_open("assets/fonts.conf", &error);
    if (!run.canvas) {
        g_printerr("chart: %s\n", error->message);
        return 1;
    }
    run.measure = chart_canvas_measure(run.canvas);
    run.spec = (struct chart_spec){.kind = CHART_RANKED_BARS,
                                   .data = bars(run.arena),
                                   .columns = {[CHART_LABEL] = "label", [CHART_VALUE] = "value", [CHART_LINK] = "link"},
                                   .title = "New York City received the largest amount of 25 places",
                                   .subtitle = "Sample amounts, US dollars",
                                   .source = "Source: sample data",
                                   .foot = "As of 24 Jan 2018",
                                   .catalog = catalog};
    if (argc == 2) {
        measure_memory(&run, strtoul(argv[1], NULL, 10));
    } else {
        measure(&run, "layout", lay_out);
        measure(&run, "svg", write_svg);
        measure(&run, "png", write_png);
        measure(&run, "whole", whole);
    }
    g_string_free(run.out, TRUE);
    chart_canvas_free(run.canvas);
    catalog_free(catalog);
    arena_free(run.arena);
    return 0;
}

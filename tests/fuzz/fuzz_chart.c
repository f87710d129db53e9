/* Any spec and data as a chart: a layout or a reason; every row shown or counted as left off; an SVG that parses; PNG
 * and PDF in the real font. The input is text: a line "KIND SIZE OUTPUT ROLE...", where a role counts from 0 in the
 * order of enum chart_role and OUTPUT is svg (alone, in a fixed measure), png, png2 (twice as fine) or pdf; title,
 * subtitle and note, a line each; then a line a row, its cells between bars. */
#include "chart/render.h"

#include "chart/fixture.h"
#include "chart/samples.h"

#include <stdlib.h>

enum { HEAD_LINES = 4, ROWS_MAX = 300 };

/* The canvas stays open to the end, and Pango looks fonts up in threads. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig.so";
}

static struct cell read_cell(struct arena *arena, const struct column *column, const char *text)
{
    if (!*text)
        return cell_null();
    switch (column->type) {
    case COLUMN_MONEY:
    case COLUMN_INTEGER:
    case COLUMN_FLAG: return cell_integer(g_ascii_strtoll(text, NULL, 10));
    case COLUMN_NUMBER: return (struct cell){.kind = CELL_REAL, .real = g_ascii_strtod(text, NULL)};
    default: return cell_text(arena_strdup(arena, text));
    }
}

static void read_row(struct arena *arena, struct result *data, const char *line)
{
    g_auto(GStrv) parts = g_strsplit(line, "|", (gint)data->n_columns);
    struct cell *cells = result_append(arena, data);
    for (size_t i = 0; parts[i]; i++)
        cells[i] = read_cell(arena, data->columns[i], parts[i]);
}

/* The columns of the roles in WORDS, each once. */
static struct result *read_columns(struct arena *arena, struct chart_spec *spec, char **words)
{
    const struct column **columns = ARENA_ARRAY(arena, const struct column *, CHART_ROLES);
    size_t n_columns = 0;
    for (; *words; words++) {
        guint64 role = g_ascii_strtoull(*words, NULL, 10);
        if (role >= CHART_ROLES || spec->columns[role])
            continue;
        columns[n_columns++] = &sample_columns[role];
        spec->columns[role] = sample_columns[role].name;
    }
    return result_new(arena, "fuzzed", columns, n_columns);
}

static void check_svg(const struct chart_layout *layout)
{
    static const GMarkupParser parser = {0};
    g_autoptr(GString) svg = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    chart_svg(layout, svg);
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, NULL, NULL);
    g_assert_true(g_markup_parse_context_parse(context, svg->str, (gssize)svg->len, &error));
    g_assert_true(g_markup_parse_context_end_parse(context, &error));
    g_markup_parse_context_free(context);
}

static void check_drawing(struct chart_canvas *canvas, const struct chart_layout *layout, const char *output)
{
    int scale = strcmp(output, "png2") == 0 ? 2 : 1;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    bool drawn = strcmp(output, "pdf") == 0 ? chart_pdf(canvas, layout, "2018-01-24", out, &error)
                                            : chart_png(canvas, layout, scale, out, &error);
    g_assert_true(drawn ? out->len > 0 : out->len == 0 && g_error_matches(error, PROVISO_ERROR, ERROR_BAD_REQUEST));
}

/* One for the process: what it costs to open is fonts. */
static struct chart_canvas *canvas(void)
{
    static struct chart_canvas *opened;
    g_autoptr(GError) error = NULL;
    if (!opened)
        opened = chart_canvas_open("assets/fonts.conf", &error);
    g_assert_no_error(error);
    return opened;
}

static void check_chart(struct arena *arena, struct chart_spec *spec, const char *size_name, const char *output)
{
    bool is_svg = strcmp(output, "svg") == 0;
    const struct text_measure fixed = {.width = fixed_width};
    const struct text_measure measure = is_svg ? fixed : chart_canvas_measure(canvas());
    const struct chart_size *size = chart_size_find(size_name);
    g_autoptr(GError) error = NULL;
    struct chart_layout *layout = chart_layout(arena, spec, size ? size : chart_size_find("web"), &measure, &error);
    g_assert_true((layout != NULL) == (error == NULL));
    g_assert_true((layout != NULL) == chart_kind_check(spec->kind, spec, NULL));
    if (!layout)
        return;
    chart_tell(arena, spec);
    g_assert_cmpint(g_utf8_strlen(spec->alternative, -1), <=, 250);
    g_assert_cmpuint(layout->n_shown + layout->n_left_off, ==, spec->data->n_rows);
    check_svg(layout);
    if (!is_svg)
        check_drawing(canvas(), layout, output);
}

static void run(struct arena *arena, const struct catalog *catalog, char **lines, size_t n_lines)
{
    g_auto(GStrv) words = g_strsplit(lines[0], " ", 3 + CHART_ROLES);
    if (g_strv_length(words) < 3 || chart_kind_find(words[0]) == CHART_KINDS)
        return;
    struct chart_spec spec = {.kind = chart_kind_find(words[0]),
                              .flag_word = "not counted",
                              .value_word = "FY2016",
                              .other_word = "FY2017",
                              .as_of = "2018-01-24",
                              .signs = sample_signs,
                              .title = lines[1],
                              .subtitle = lines[2],
                              .note = *lines[3] ? lines[3] : NULL,
                              .source = "Source: fuzzed data",
                              .foot = "As of 24 Jan 2018",
                              .catalog = catalog};
    struct result *data = read_columns(arena, &spec, words + 3);
    spec.data = data;
    for (size_t i = HEAD_LINES; data->n_columns > 0 && i < MIN(n_lines, HEAD_LINES + ROWS_MAX); i++)
        if (*lines[i])
            read_row(arena, data, lines[i]);
    check_chart(arena, &spec, words[1], words[2]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_new();
    struct catalog *catalog = catalog_open("en", NULL, NULL);
    g_auto(GStrv) lines = g_strsplit(arena_strndup(arena, (const char *)bytes, size), "\n", -1);
    size_t n_lines = g_strv_length(lines);
    if (n_lines >= HEAD_LINES)
        run(arena, catalog, lines, n_lines);
    catalog_free(catalog);
    arena_free(arena);
    return 0;
}

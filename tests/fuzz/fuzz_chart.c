/* Any spec and data as a chart: a layout or a reason; every row shown or counted as left off; an SVG that parses and
 * holds only the elements that may stand in one; PNG and PDF in the real font. The input is bytes that each decide
 * something: kind, size, output, which roles have a column, the words round the chart, how many rows there are, then a
 * cell after the other. Cells go on from the first one when the bytes end, so that few bytes make many rows.
 *
 * With a folder in CHARTS_KEPT every PDF is written there too, for qpdf. */
#include "chart/render.h"

#include "base/date.h"
#include "chart/samples.h"

#include <math.h>

/* The canvas stays open to the end, and Pango looks fonts up in threads. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig.so";
}

/* What is left to decide from. */
struct input {
    struct arena *arena;
    const uint8_t *bytes;
    size_t size, at, again; /* again: where the cells begin; SIZE_MAX before them */
};

/* The next byte; past the end 0, or in the cells those again. */
static unsigned take(struct input *input)
{
    if (input->at == input->size && input->again < input->size)
        input->at = input->again;
    return input->at < input->size ? input->bytes[input->at++] : 0;
}

/* Letters of one to four bytes, of scripts that join, stack and run leftwards, marks, controls, and bytes that are no
 * text. */
static const char *const pieces[] = {"a",
                                     "W",
                                     " ",
                                     "\xc3\xa9",
                                     "e\xcc\x81",
                                     "\xcc\x81",
                                     "\xd7\xa9",
                                     "\xd8\xb3",
                                     "\xe6\xbc\xa2",
                                     "\xf0\x9f\x8c\xb5",
                                     "\xe0\xa4\x95\xe0\xa5\x8d\xe0\xa4\xb7",
                                     "\t",
                                     "\n",
                                     "\x01",
                                     "\xff",
                                     "\xe2\x80\xae",
                                     "\xe2\x80\x8d",
                                     "\xed\xa0\x80",
                                     "word ",
                                     "-",
                                     "\xc2\xad",
                                     ", ",
                                     "<a href=\"",
                                     "&amp;",
                                     "]]>",
                                     "{n}",
                                     "$1.2 million",
                                     "Monterey County, California",
                                     "\xf4\x8f\xbf\xbf",
                                     "\xe2\x80\xa6",
                                     "\xc2\xa0",
                                     "0"};

static const char *take_words(struct input *input)
{
    unsigned form = take(input), n = form & 0x3f;
    g_autoptr(GString) text = g_string_new(NULL);
    if (form < 0x40) /* one of few, so that rows share panels, series and places */
        return form ? arena_printf(input->arena, "group %u of several", form) : "";
    for (unsigned i = 0; i < n && form < 0x80; i++)
        g_string_append(text, pieces[take(input) % G_N_ELEMENTS(pieces)]);
    for (unsigned i = 0; i < n && form >= 0x80 && form < 0xc0; i++)
        g_string_append_c(text, (char)take(input));
    for (unsigned i = 0; i < n * 2 && form >= 0xc0; i++)
        g_string_append(text, pieces[(form + i * (n / 8)) % G_N_ELEMENTS(pieces)]);
    return arena_strndup(input->arena, text->str, text->len);
}

static struct cell take_value(struct input *input)
{
    static const int64_t special[] = {0, 1, -1, INT64_MAX, INT64_MIN, INT64_MAX / 2 + 1, 100, -100};
    unsigned form = take(input);
    if (!form)
        return cell_null();
    if (form <= G_N_ELEMENTS(special))
        return cell_integer(special[form - 1]);
    int64_t value = (int64_t)(form & 0x0f) * 256 + take(input);
    for (unsigned i = form >> 4 & 7; i; i--)
        value *= 100;
    return cell_integer(form & 0x80 ? -value : value);
}

static struct cell take_day(struct input *input)
{
    static const int64_t units[] = {1, 7, 30, 365, 3000};
    static const struct date middle = {2018, 1, 24};
    unsigned form = take(input);
    if (!form)
        return cell_null();
    if (form < 4)
        return cell_text(take_words(input));
    int64_t unit = units[take(input) % G_N_ELEMENTS(units)];
    struct date date = date_from_days(date_days(middle) + ((int64_t)form - 128) * unit);
    return cell_text(arena_printf(input->arena, "%04d-%02d-%02d", CLAMP(date.year, 0, 9999), date.month, date.day));
}

static struct cell take_number(struct input *input, double from, double to)
{
    static const double special[] = {NAN, INFINITY, -INFINITY, 1e300, -1e-300};
    unsigned form = take(input);
    if (!form)
        return cell_null();
    double number = from + (to - from) * (form + take(input) / 256.0) / 256;
    return (struct cell){.kind = CELL_REAL, .real = form <= G_N_ELEMENTS(special) ? special[form - 1] : number};
}

static struct cell take_link(struct input *input)
{
    static const char *const links[] = {
        "/rows/1?edition=1&a=\"b\"", "https://example.org/", "//example.org", "javascript:alert(1)", "http://", ""};
    unsigned form = take(input);
    return form % 8 == 7                    ? cell_null()
           : form % 8 < G_N_ELEMENTS(links) ? cell_text(links[form % 8])
                                            : cell_text(take_words(input));
}

static struct cell take_code(struct input *input, enum chart_role role)
{
    static const char *const forms[] = {"bar", "tick", "flag", "other"};
    static const char regions[] =
        "ALAKAZARCACOCTDEFLGAHIIDILINIAKSKYLAMEMDMAMIMNMSMOMTNENVNHNJNMNYNCNDOHOKORPARISCSDTNTX"
        "UTVTVAWAWVWIWYDCPRVIGUASMPXXca";
    unsigned form = take(input);
    if (form >= 0xf8)
        return cell_text(take_words(input));
    if (role == CHART_POSITION)
        return cell_text(sample_positions[form % G_N_ELEMENTS(sample_positions)].value);
    if (role == CHART_FORM)
        return cell_text(forms[form % G_N_ELEMENTS(forms)]);
    return cell_text(arena_strndup(input->arena, regions + form % (sizeof regions / 2) * 2, 2));
}

static struct cell take_cell(struct input *input, enum chart_role role)
{
    switch (role) {
    case CHART_VALUE:
    case CHART_OTHER: return take_value(input);
    case CHART_FLAG:
    case CHART_NOTED: return cell_integer(take(input) & 1);
    case CHART_LINK: return take_link(input);
    case CHART_FROM:
    case CHART_UNTIL: return take_day(input);
    case CHART_POSITION:
    case CHART_FORM:
    case CHART_REGION: return take_code(input, role);
    case CHART_LONGITUDE: return take_number(input, -180, -60);
    case CHART_LATITUDE: return take_number(input, 15, 75);
    default: return cell_filled(take_words(input));
    }
}

/* A column for each role that the kind looks at and the input does not leave out. */
static struct result *take_columns(struct input *input, struct chart_spec *spec, bool counts)
{
    static const struct column count = {.name = "value", .type = COLUMN_INTEGER};
    const struct column **columns = ARENA_ARRAY(input->arena, const struct column *, CHART_ROLES);
    unsigned without = take(input), even_needed = take(input);
    size_t n_columns = 0, n_optional = 0;
    for (size_t role = 0; role < CHART_ROLES; role++) {
        bool is_needed = chart_kinds[spec->kind].needs & 1u << role;
        if (!chart_kinds[spec->kind].accepts[role] || (is_needed && even_needed == 0x80 + role) ||
            (!is_needed && without & 1u << n_optional++ % 8))
            continue;
        spec->columns[role] = sample_columns[role].name;
        columns[n_columns++] = role == CHART_VALUE && counts ? &count : &sample_columns[role];
    }
    return result_new(input->arena, "fuzzed", columns, n_columns);
}

/* Mostly few, seldom a chart full, once more than any chart takes. */
static size_t take_count(struct input *input)
{
    unsigned form = take(input);
    if (form == 0xff)
        return 2001;
    return form < 0xc0 ? form % 32 : (form - 0xc0) * 5;
}

static void take_rows(struct input *input, const struct chart_spec *spec, struct result *data)
{
    size_t n_rows = take_count(input);
    input->again = input->at;
    for (size_t i = 0; i < n_rows; i++) {
        struct cell *cells = result_append(input->arena, data);
        for (enum chart_role role = 0; role < CHART_ROLES; role++)
            if (spec->columns[role])
                *cells++ = take_cell(input, role);
    }
}

static void check_element(GMarkupParseContext *context, const gchar *name, const gchar **names, const gchar **values,
                          gpointer data, GError **error)
{
    (void)context, (void)names, (void)values, (void)data, (void)error;
    static const char *const listed[] = {"svg",  "title",  "desc", "style", "g", "rect", "line",
                                         "path", "circle", "text", "tspan", "a", NULL};
    g_assert_true(g_strv_contains(listed, name));
}

static void check_svg(const struct chart_layout *layout)
{
    static const GMarkupParser parser = {.start_element = check_element};
    g_autoptr(GString) svg = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    chart_svg(layout, svg);
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, NULL, NULL);
    g_assert_true(g_markup_parse_context_parse(context, svg->str, (gssize)svg->len, &error));
    g_assert_true(g_markup_parse_context_end_parse(context, &error));
    g_markup_parse_context_free(context);
}

static void keep_pdf(const GString *pdf)
{
    static int number;
    const char *folder = g_getenv("CHARTS_KEPT");
    if (!folder)
        return;
    g_autofree char *path = g_strdup_printf("%s/%04d.pdf", folder, number++);
    g_assert_true(g_file_set_contents(path, pdf->str, (gssize)pdf->len, NULL));
}

enum output { OUTPUT_SVG, OUTPUT_SVG_MEASURED, OUTPUT_PDF, OUTPUT_PNG, OUTPUT_PNG_TWICE };

/* The dear ones seldom: what they add to the layout needs few inputs. */
static enum output take_output(struct input *input)
{
    unsigned form = take(input);
    return form < 232   ? OUTPUT_SVG
           : form < 242 ? OUTPUT_SVG_MEASURED
           : form < 249 ? OUTPUT_PDF
           : form < 254 ? OUTPUT_PNG
                        : OUTPUT_PNG_TWICE;
}

static void check_drawing(struct chart_canvas *canvas, const struct chart_layout *layout, enum output output)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    bool drawn = output == OUTPUT_PDF ? chart_pdf(canvas, layout, "2018-01-24", out, &error)
                                      : chart_png(canvas, layout, output == OUTPUT_PNG_TWICE ? 2 : 1, out, &error);
    g_assert_true(drawn ? out->len > 0 : out->len == 0 && g_error_matches(error, PROVISO_ERROR, ERROR_BAD_REQUEST));
    if (drawn && output == OUTPUT_PDF)
        keep_pdf(out);
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

static double fixed_width(void *self, const char *text, double size, bool bold)
{
    (void)self, (void)bold;
    return 0.55 * size * (double)g_utf8_strlen(text, -1);
}

static void check_chart(struct arena *arena, struct chart_spec *spec, const char *size, enum output output)
{
    const struct text_measure fixed = {.width = fixed_width};
    const struct text_measure measure = output == OUTPUT_SVG ? fixed : chart_canvas_measure(canvas());
    g_autoptr(GError) error = NULL;
    struct chart_layout *layout = chart_layout(arena, spec, chart_size_find(size), &measure, &error);
    bool is_whole = chart_kind_check(spec->kind, spec, NULL), is_small = spec->data->n_rows <= 2000;
    g_assert_true((layout != NULL) == (is_whole && is_small) && (layout != NULL) == (error == NULL));
    if (!layout)
        return;
    chart_tell(arena, spec);
    g_assert_cmpint(g_utf8_strlen(spec->alternative, -1), <=, 250);
    g_assert_cmpuint(layout->n_shown + layout->n_left_off, ==, spec->data->n_rows);
    check_svg(layout);
    if (output > OUTPUT_SVG_MEASURED)
        check_drawing(canvas(), layout, output);
}

/* English or Spanish, read once. */
static const struct catalog *catalog(bool is_spanish)
{
    static struct catalog *opened[2];
    if (!opened[is_spanish])
        opened[is_spanish] =
            is_spanish ? catalog_open("es", "templates/messages/es.po", NULL) : catalog_open("en", NULL, NULL);
    g_assert_nonnull(opened[is_spanish]);
    return opened[is_spanish];
}

static void run(struct input *input)
{
    static const char *const sizes[] = {"narrow", "column", "web", "print", "social", "square", "slide"};
    struct chart_spec spec = {.kind = (enum chart_kind)(take(input) % CHART_KINDS)};
    const char *size = sizes[take(input) % G_N_ELEMENTS(sizes)];
    enum output output = take_output(input);
    unsigned way = take(input);
    struct result *data = take_columns(input, &spec, way & 1);
    spec.data = data;
    spec.catalog = catalog(way & 2);
    spec.as_of = way & 4 ? NULL : "2018-01-24";
    spec.signs = way & 8 ? NULL : sample_signs;
    spec.title = take_words(input);
    spec.subtitle = take_words(input);
    spec.note = way & 16 ? NULL : take_words(input);
    spec.source = take_words(input);
    spec.foot = take_words(input);
    spec.noted = "disputed";
    spec.noted_word = take_words(input);
    spec.flag_word = way & 32 ? "not counted" : take_words(input);
    spec.value_word = way & 32 ? "FY2016" : take_words(input);
    spec.other_word = way & 32 ? "FY2017" : take_words(input);
    take_rows(input, &spec, data);
    check_chart(input->arena, &spec, size, output);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct arena *arena;
    if (!arena)
        arena = arena_new();
    run(&(struct input){.arena = arena, .bytes = bytes, .size = size, .again = SIZE_MAX});
    arena_reset(arena);
    return 0;
}

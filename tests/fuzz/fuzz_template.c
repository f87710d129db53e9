/* Any bytes as a page: compiled, checked, rendered. What comes out must be markup that this part can read again, and
 * hostile values must come out escaped: the page is rendered with hostile and with harmless values, and the two may
 * differ in nothing but the values' escaped text. */
#include "tmpl/internal.h"

#include <stdlib.h>
#include <string.h>

#define MARK "ZQ" /* in every value, and in no page that is rendered */
#define HOSTILE "<\"'&>" MARK
#define ESCAPED "&lt;&quot;&#39;&amp;&gt;" MARK
#define HARMLESS "h" MARK

enum { SECTIONS_MAX = 12 }; /* results have two rows: at most 2^12 rounds */

static const struct column name = {.name = "name", .type = COLUMN_TEXT, .label = "Name"};
static const struct column kind = {.name = "kind", .type = COLUMN_CODE, .label = "Kind"};
static const struct column label = {.name = "label", .type = COLUMN_TEXT, .label = "Label"};
static const struct column amount = {.name = "amount", .type = COLUMN_MONEY, .label = "Amount"};
static const struct column url = {.name = "url", .type = COLUMN_URL, .label = "Address"};
static const struct column notes = {.name = "notes", .type = COLUMN_RESULT, .label = "Notes"};
static const struct column *const note_columns[] = {&name, &label};
static const struct column *const row_columns[] = {&name, &kind, &amount, &url, &notes, &label};

static const struct result *make_notes(struct arena *arena, const char *value)
{
    struct result *result = result_new(arena, "notes", note_columns, G_N_ELEMENTS(note_columns));
    for (int i = 0; i < 2; i++) {
        struct cell *row = result_append(arena, result);
        row[0] = cell_text(arena_printf(arena, "%s%d", value, i));
        row[1] = cell_text(value);
    }
    return result;
}

static const struct result *make_rows(struct arena *arena, const char *result_name, size_t n, const char *value)
{
    struct result *result = result_new(arena, result_name, row_columns, G_N_ELEMENTS(row_columns));
    for (size_t i = 0; i < n; i++) {
        struct cell *row = result_append(arena, result);
        row[0] = cell_text(arena_printf(arena, "%s%zu", value, i));
        row[1] = cell_text(value);
        row[2] = i ? cell_null() : cell_integer(1234);
        row[3] = cell_text(arena_printf(arena, "/%s", value));
        row[4] = cell_result(make_notes(arena, value));
        row[5] = i ? cell_null() : cell_text(value);
    }
    return result;
}

/* The page with VALUE in every cell of text; NULL when its names do not resolve. */
static GString *render(const struct templates *templates, const char *value)
{
    struct arena *arena = templates->arena;
    const struct result *const results[] = {make_rows(arena, "rows", 2, value), make_rows(arena, "site", 1, value),
                                            make_rows(arena, "none", 0, value)};
    g_autoptr(GError) error = NULL;
    GString *out = g_string_new(NULL);
    bool checked = templates_check(templates, "page", results, G_N_ELEMENTS(results), &error);
    if (!checked)
        g_clear_error(&error);
    bool rendered = template_render(templates, "page", arena, results, G_N_ELEMENTS(results), out, &error);
    if (checked && !rendered)
        abort();
    if (!checked)
        g_string_free(g_steal_pointer(&out), TRUE);
    return out;
}

static void expect_markup(const GString *text)
{
    struct html html = {.state = HTML_TEXT};
    size_t at;
    if (html_read(&html, text->str, text->len, &at) || html.state != HTML_TEXT)
        abort();
}

static void compare(const struct templates *templates)
{
    GString *hostile = render(templates, HOSTILE);
    if (!hostile)
        return;
    GString *harmless = render(templates, HARMLESS);
    expect_markup(hostile);
    expect_markup(harmless);
    g_string_replace(hostile, ESCAPED, HARMLESS, 0);
    if (!g_string_equal(hostile, harmless))
        abort();
    g_string_free(hostile, TRUE);
    g_string_free(harmless, TRUE);
}

static size_t count_sections(const char *text)
{
    size_t n = 0;
    while ((text = strstr(text, "{{#"))) {
        text += 3;
        n++;
    }
    return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct file partials[] = {
        {.path = "partials/cell.html", .name = "cell", .text = "<td title=\"{{site.name}}\">{{site.label}}</td>"},
        {.path = "partials/loop.html", .name = "loop", .text = "{{> loop}}"},
    };
    if (!g_utf8_validate_len((const char *)data, size, NULL))
        return 0;
    struct catalog *catalog = catalog_open("en", NULL, NULL);
    struct arena *arena = arena_new();
    struct file page = {.path = "page.html", .name = "page", .text = arena_strndup(arena, (const char *)data, size)};
    struct page compiled;
    struct templates templates = {
        .arena = arena,
        .catalog = catalog,
        .layout = {.path = "layout.html", .name = "layout", .text = "<title>{{site.name}}</title>{{> content}}\n"},
        .partials = {G_N_ELEMENTS(partials), partials},
        .n_pages = 1,
        .pages = &compiled,
    };
    if (page_compile(&templates, &templates.layout, &page, &compiled, NULL) &&
        count_sections(page.text) <= SECTIONS_MAX && !strstr(page.text, MARK))
        compare(&templates);
    arena_free(arena);
    catalog_free(catalog);
    return 0;
}

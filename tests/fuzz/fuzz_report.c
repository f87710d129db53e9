/* Any bytes as a page, set whole: it is refused, or makes a PDF whose attachment comes out again. */
#include "report/document.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 20000, MOST_PAGES = 40 };

/* Pango looks fonts up in threads; what one of them has in hand when a canvas or the process ends is not freed. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig.so";
}

static struct chart_canvas *open_canvas(void)
{
    static struct chart_canvas *opened;
    if (!opened)
        opened = chart_canvas_open_once("assets/fonts.conf", NULL);
    return opened;
}

static const struct chart_layout *figure(void *self, const char *src, double width, double height, GError **error)
{
    static const struct chart_item items[] = {{.kind = CHART_RECT, .paint = PAINT_BAR, .rect = {0, 0, 9, 9}}};
    static const struct chart_layout layout = {.width = 10, .height = 500, .n_items = 1, .items = items};
    (void)self;
    (void)width;
    (void)height;
    if (*src)
        return &layout;
    g_set_error_literal(error, PROVISO_ERROR, ERROR_NOT_FOUND, "no such chart");
    return NULL;
}

static void check(const GString *out, const struct document_attachment *file)
{
    size_t length;
    g_autofree char *bytes = document_attached(out->str, out->len, file->name, &length, NULL);
    if (!bytes || length != file->length || memcmp(bytes, file->bytes, length) != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > MOST_BYTES)
        return 0;
    g_autofree char *head = g_utf8_make_valid((const char *)data, (gssize)MIN(size, 80));
    const struct document_attachment file = {
        .name = "page.html", .content_type = "text/html", .bytes = (const char *)data, .length = size};
    struct catalog *catalog = catalog_open("en", NULL, NULL);
    struct arena *arena = arena_new();
    const struct document_plan plan = {.page = (const char *)data,
                                       .length = size,
                                       .origin = "https://example.org",
                                       .language = "en",
                                       .title = head,
                                       .subject = head,
                                       .created_on = "2018-01-24",
                                       .head = head,
                                       .paper = document_paper_find("a4"),
                                       .catalog = catalog,
                                       .figure = figure,
                                       .attachments = &file,
                                       .n_attachments = 1,
                                       .most_pages = MOST_PAGES};
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    if (document_pdf(arena, open_canvas(), &plan, out, &error))
        check(out, &file);
    else if (out->len || error->code == ERROR_UNAVAILABLE || strstr(error->message, "cannot draw"))
        abort();
    arena_free(arena);
    catalog_free(catalog);
    return 0;
}

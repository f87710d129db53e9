/* The page read, laid out, drawn and finished, in this order; nothing is drawn that will be refused. */
#include "report/document.h"

#include "base/append.h"
#include "base/date.h"
#include "chart/canvas.h"
#include "report/draw.h"
#include "report/finish.h"

#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_surface_t, cairo_surface_destroy)

static cairo_status_t append(void *closure, const unsigned char *data, unsigned length)
{
    append_bytes(closure, (const char *)data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void describe(cairo_surface_t *surface, const struct document_plan *plan)
{
    g_autofree char *created = g_strconcat(plan->created_on, "T00:00:00Z", NULL);
    /* Only 1.5 tells what a glyph stands for where it stands for several things; from 1.17.6 on cairo packs the objects
     * of 1.5, which finish could not read. */
    bool packs = cairo_version() >= CAIRO_VERSION_ENCODE(1, 17, 6);
    cairo_pdf_surface_restrict_to_version(surface, packs ? CAIRO_PDF_VERSION_1_4 : CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, plan->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, plan->subject);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Proviso " PROVISO_VERSION);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static bool draw(struct drawing *drawing, GString *out, GError **error)
{
    const struct document_paper *paper = drawing->plan->paper;
    g_autoptr(cairo_surface_t) surface = cairo_pdf_surface_create_for_stream(append, out, paper->width, paper->height);
    describe(surface, drawing->plan);
    drawing->surface = surface;
    drawing->cairo = cairo_create(surface);
    draw_document(drawing);
    cairo_status_t status = cairo_status(drawing->cairo);
    cairo_destroy(drawing->cairo);
    cairo_surface_finish(surface);
    return canvas_check(status, error) && canvas_check(cairo_surface_status(surface), error);
}

static bool check_pages(struct arena *arena, const struct document_plan *plan, size_t n_pages, GError **error)
{
    if (n_pages <= plan->most_pages)
        return true;
    char *words = catalog_format(
        arena, plan->catalog,
        N_("This report would have {pages} pages; a file has at most {most}. Ask for fewer sections, places or years."),
        "pages", arena_printf(arena, "%zu", n_pages), "most", arena_printf(arena, "%zu", plan->most_pages), NULL);
    g_set_error_literal(error, PROVISO_ERROR, ERROR_BAD_REQUEST, words);
    return false;
}

static bool set(struct arena *arena, struct setter *setter, struct chart_canvas *canvas,
                const struct document_plan *plan, struct document *document, GString *out, GError **error)
{
    struct flow flow;
    if (!flow_make(arena, setter, plan, document, &flow, error) || !check_pages(arena, plan, flow.n_pages, error))
        return false;
    struct drawing drawing = {.arena = arena,
                              .canvas = canvas,
                              .setter = setter,
                              .plan = plan,
                              .document = document,
                              .flow = &flow,
                              .holders = g_ptr_array_new(),
                              .alternatives = g_ptr_array_new(),
                              .cells = g_string_new(NULL),
                              .rows = g_array_new(FALSE, FALSE, sizeof(uint16_t))};
    const struct told told = {drawing.alternatives, drawing.cells, drawing.rows};
    size_t before = out->len;
    bool done = draw(&drawing, out, error) && finish(plan, before, &told, out, error);
    if (!done)
        g_string_truncate(out, before);
    g_ptr_array_unref(drawing.holders);
    g_ptr_array_unref(drawing.alternatives);
    g_string_free(drawing.cells, TRUE);
    g_array_unref(drawing.rows);
    return done;
}

static bool check_plan(const struct document_plan *plan, GError **error)
{
    struct date date;
    bool sound = date_parse(plan->created_on ? plan->created_on : "", &date) == DATE_OK &&
                 g_utf8_validate_len(plan->page, plan->length, NULL);
    if (!sound)
        g_set_error_literal(error, PROVISO_ERROR, ERROR_INTERNAL,
                            "a report needs a page in UTF-8 and its date of creation");
    return sound;
}

bool document_pdf(struct arena *arena, struct chart_canvas *canvas, const struct document_plan *plan, GString *out,
                  GError **error)
{
    struct document document = {0};
    if (!check_plan(plan, error))
        return false;
    struct setter *setter = setter_open(arena, canvas);
    bool done = document_read(arena, plan, &document, error) && set(arena, setter, canvas, plan, &document, out, error);
    document_clear(&document);
    setter_close(setter);
    return done;
}

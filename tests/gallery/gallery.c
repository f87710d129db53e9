/* Writes every kind of chart in every size, from sample data, into a folder, and one page that shows them all.
 *
 * usage: gallery FOLDER   (run from the top folder) */
#include "base/xml.h"
#include "chart/render.h"
#include "chart/samples.h"

#include <glib/gstdio.h>

static const char *const sizes[] = {"web", "narrow", "social", "square", "slide", "print", "column"};

static const char style[] =
    "body{font:16px/1.45 system-ui,sans-serif;color:#1b1b1b;margin:2rem auto;max-width:78rem;padding:0 1rem}"
    "figure{margin:1rem 0 2.5rem}img{max-width:100%;border:1px solid #dcdcdc}figcaption{color:#595959}"
    "h2{border-top:1px solid #dcdcdc;padding-top:1.5rem}p.note{border:2px solid #1b1b1b;padding:.6rem 1rem}";

struct gallery {
    struct arena *arena;
    struct catalog *catalog;
    struct chart_canvas *canvas;
    const char *folder;
    struct xml page;
};

static void write_file(const struct gallery *gallery, const char *name, const GString *bytes)
{
    g_autofree char *path = g_build_filename(gallery->folder, name, NULL);
    g_autoptr(GError) error = NULL;
    if (!g_file_set_contents(path, bytes->str, (gssize)bytes->len, &error))
        g_error("%s", error->message);
}

static void link_to(struct gallery *gallery, const char *name, const char *words)
{
    xml_start(&gallery->page, "a");
    xml_attribute(&gallery->page, "href", name);
    xml_text(&gallery->page, words);
    xml_end(&gallery->page);
    xml_text(&gallery->page, " ");
}

/* One chart in one size as three files and a figure. */
static void show(struct gallery *gallery, const struct chart_spec *spec, const char *size)
{
    const struct text_measure measure = chart_canvas_measure(gallery->canvas);
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) svg = g_string_new(NULL);
    g_autoptr(GString) png = g_string_new(NULL);
    g_autoptr(GString) pdf = g_string_new(NULL);
    const struct chart_layout *layout = chart_layout(gallery->arena, spec, chart_size_find(size), &measure, &error);
    if (!layout || !chart_png(gallery->canvas, layout, 1, png, &error) ||
        !chart_pdf(gallery->canvas, layout, "2018-01-24", pdf, &error))
        g_error("%s, %s: %s", chart_kind_names[spec->kind].value, size, error->message);
    chart_svg(layout, svg);
    const char *stem = arena_printf(gallery->arena, "%s-%s", chart_kind_names[spec->kind].value, size);
    const char *names[] = {arena_printf(gallery->arena, "%s.png", stem), arena_printf(gallery->arena, "%s.svg", stem),
                           arena_printf(gallery->arena, "%s.pdf", stem)};
    const GString *const files[] = {png, svg, pdf};
    xml_start(&gallery->page, "figure");
    xml_start(&gallery->page, "img");
    xml_attribute(&gallery->page, "src", names[0]);
    xml_attribute(&gallery->page, "alt", layout->alternative);
    xml_attribute(&gallery->page, "loading", "lazy");
    xml_end(&gallery->page);
    xml_start(&gallery->page, "figcaption");
    xml_text(&gallery->page, arena_printf(gallery->arena, "%s, %zu rows shown, %zu left off: ", size, layout->n_shown,
                                          layout->n_left_off));
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        write_file(gallery, names[i], files[i]);
        link_to(gallery, names[i],
                arena_printf(gallery->arena, "%s (%zu bytes)", names[i] + strlen(stem) + 1, files[i]->len));
    }
    xml_end(&gallery->page);
    xml_end(&gallery->page);
}

static void show_kind(struct gallery *gallery, const struct chart_sample *sample)
{
    struct chart_spec spec = sample_chart(gallery->arena, gallery->catalog, sample);
    chart_tell(gallery->arena, &spec);
    xml_element(&gallery->page, "h2", chart_kind_names[sample->kind].label);
    xml_element(&gallery->page, "p", chart_kinds[sample->kind].question);
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        show(gallery, &spec, sizes[i]);
    xml_element(&gallery->page, "p", spec.alternative);
    xml_element(&gallery->page, "p", spec.description);
}

static void open_page(struct xml *page)
{
    g_string_append(page->out, "<!DOCTYPE html>\n");
    xml_start(page, "html");
    xml_attribute(page, "lang", "en");
    xml_start(page, "head");
    xml_start(page, "meta");
    xml_attribute(page, "charset", "utf-8");
    xml_end(page);
    xml_element(page, "title", "Charts of Proviso: a contact sheet of sample data");
    xml_element(page, "style", style);
    xml_end(page);
    xml_start(page, "body");
    xml_element(page, "h1", "Every kind of chart in every size");
    xml_start(page, "p");
    xml_attribute(page, "class", "note");
    xml_text(page,
             "These charts show sample data. Amounts, dates and positions are partly made up; nothing here is a fact "
             "about a place.");
    xml_end(page);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    struct gallery gallery = {.arena = arena_new(), .catalog = catalog_open("en", NULL, NULL)};
    gallery.folder = argc == 2 ? argv[1] : NULL;
    gallery.canvas = chart_canvas_open("assets/fonts.conf", &error);
    if (!gallery.folder || !gallery.canvas || g_mkdir_with_parents(gallery.folder, 0777) != 0) {
        g_printerr("usage: gallery FOLDER   %s\n", error ? error->message : "");
        return 2;
    }
    g_autoptr(GString) bytes = g_string_new(NULL);
    xml_init(&gallery.page, bytes);
    open_page(&gallery.page);
    for (size_t i = 0; i < G_N_ELEMENTS(chart_samples); i++)
        show_kind(&gallery, &chart_samples[i]);
    while (gallery.page.depth)
        xml_end(&gallery.page);
    write_file(&gallery, "index.html", bytes);
    g_print("%s/index.html\n", gallery.folder);
    chart_canvas_free(gallery.canvas);
    catalog_free(gallery.catalog);
    arena_free(gallery.arena);
    return 0;
}

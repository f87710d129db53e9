/* Citations and snippets. A picture on another site is a link to the page that it is of. */
#include "app/cite.h"

#include "app/link.h"
#include "app/view.h"
#include "base/display.h"
#include "base/xml.h"
#include "chart/spec.h"

static const struct column *const cite_columns[] = {VIEW_TEXT("title"), VIEW_URL("fixed_url"), VIEW_URL("image_url"),
                                                    VIEW_TEXT("alternative"), VIEW_TEXT("embed")};

static const char *title_of(const struct result *view, const struct result *chart)
{
    const char *title = result_text(chart, 0, "title");
    if (title)
        return title;
    title = result_text(view, 0, "asked");
    if (!title)
        title = result_text(view, 0, "heading");
    if (!title)
        title = result_text(view, 0, "title");
    return title ? title : "";
}

static const char *fixed_link(const struct question *question, const char *extension, const char *size)
{
    const struct parameter_change drawn = {size ? "size" : NULL, size};
    return link_absolute(question, link_changed(question, extension, link_edition(question), drawn));
}

/* The chart as it stands on the page; its width gives its height. */
static void put_picture(struct xml *xml, const struct question *question, const struct result *chart)
{
    xml_start(xml, "img");
    xml_attribute(xml, "src", fixed_link(question, "png", NULL));
    xml_attribute(xml, "alt", result_text(chart, 0, "alternative"));
    xml_number(xml, "width", chart_size_find("web")->width);
    xml_end(xml);
}

static const char *embed_of(const struct question *question, const struct result *cite, const struct result *chart)
{
    g_autoptr(GString) text = g_string_new(NULL);
    struct xml xml;
    xml_init(&xml, text);
    xml_start(&xml, "figure");
    xml_start(&xml, "a");
    xml_attribute(&xml, "href", result_text(cite, 0, "fixed_url"));
    if (chart->n_rows)
        put_picture(&xml, question, chart);
    else
        xml_text(&xml, result_text(cite, 0, "title"));
    xml_end(&xml);
    xml_element(&xml, "figcaption",
                arena_printf(question->arena, "Proviso, %s, %s", result_text(cite, 0, "title"), question->as_of));
    xml_end(&xml);
    return arena_strndup(question->arena, text->str, text->len);
}

struct result *cite_result(const struct question *question, const struct result *view, const struct result *chart)
{
    struct result *cite = view_new(question->arena, "cite", cite_columns);
    if (!question->edition)
        return cite;
    result_append(question->arena, cite);
    view_set(cite, "title", cell_text(title_of(view, chart)));
    view_set(cite, "fixed_url", cell_text(fixed_link(question, "", NULL)));
    if (chart->n_rows)
        view_set(cite, "image_url", cell_text(fixed_link(question, "png", "social")));
    view_set(cite, "alternative", cell_text(result_text(chart, 0, "alternative")));
    view_set(cite, "embed", cell_text(embed_of(question, cite, chart)));
    return cite;
}

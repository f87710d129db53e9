/* PNG, SVG and PDF of a question's chart. The only part of app that draws. */
#include "app/answer.h"

#include "app/parameters.h"
#include "app/picture.h"
#include "chart/render.h"

static void refuse(const struct question *question, GError **error)
{
    const struct catalog *catalog = question->app->catalog;
    const char *message = catalog_text(catalog, N_("No chart fits these fields."));
    const char *kind = catalog_text(catalog, chart_kind_names[question->resource->charts->kind].label);
    g_set_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST, "%s %s: %s", message, kind,
                picture_lack(question, question->resource->charts));
}

const struct chart_layout *answer_chart_layout(const struct question *question, const struct chart_size *size,
                                               GError **error)
{
    const struct text_measure measure = chart_canvas_measure(question->app->canvas);
    struct picture picture;
    struct chart_spec spec;
    if (!picture_declared(question)) {
        refuse(question, error);
        return NULL;
    }
    if (!picture_read(question, NULL, &picture, error) || !picture_spec_drawn(question, &picture, &spec, error))
        return NULL;
    return chart_layout(question->arena, &spec, size, &measure, error);
}

/* In the size that the question says. */
static const struct chart_layout *lay_out(const struct question *question, const char *fallback_size, GError **error)
{
    const struct parameter_value *size = parameters_get(question->parameters, "size");
    return answer_chart_layout(question, chart_size_find(size ? size->text : fallback_size), error);
}

static bool write_svg(const struct question *question, struct http_response *response, GError **error)
{
    const struct chart_layout *layout = lay_out(question, "web", error);
    if (!layout)
        return false;
    chart_svg(layout, response->body);
    return true;
}

static bool write_png(const struct question *question, struct http_response *response, GError **error)
{
    const struct parameter_value *scale = parameters_get(question->parameters, "scale");
    const struct chart_layout *layout = lay_out(question, "web", error);
    return layout && chart_png(question->app->canvas, layout, scale ? (int)scale->integer : 1, response->body, error);
}

static bool write_pdf(const struct question *question, struct http_response *response, GError **error)
{
    const struct chart_layout *layout = lay_out(question, "print", error);
    return layout &&
           chart_pdf(question->app->canvas, layout, edition_stamp(question->edition)->as_of, response->body, error);
}

const struct representation answer_svg = {.extension = "svg",
                                          .bit = AS_SVG,
                                          .content_type = TYPE_SVG,
                                          .is_whole = true,
                                          .parameters = parameters_of_file,
                                          .write = write_svg};
const struct representation answer_png = {.extension = "png",
                                          .bit = AS_PNG,
                                          .content_type = TYPE_PNG,
                                          .is_whole = true,
                                          .parameters = parameters_of_file,
                                          .write = write_png};
const struct representation answer_pdf = {.extension = "pdf",
                                          .bit = AS_PDF,
                                          .content_type = TYPE_PDF,
                                          .is_whole = true,
                                          .parameters = parameters_of_file,
                                          .write = write_pdf};

/* Addresses, room and words of a chart on a page. */
#include "app/picture_view.h"

#include "app/link.h"

/* Height by width from which a chart that is made to fit on a sheet can no longer be read. */
static const double LONG = 1.5;

static int64_t height_in(const struct chart_spec *spec, const char *size)
{
    return (int64_t)chart_height_about(spec, chart_size_find(size));
}

void picture_show(const struct question *question, const struct chart_spec *spec, struct result *view)
{
    const char *edition = link_edition(question);
    int64_t height = height_in(spec, "web");
    view_set(view, "image_url", cell_text(link_whole(question, "svg", edition)));
    view_set(view, "narrow_url",
             cell_text(link_changed(question, "svg", edition, (struct parameter_change){"size", "narrow"})));
    view_set(view, "image_height", cell_integer(height));
    view_set(view, "narrow_height", cell_integer(height_in(spec, "narrow")));
    view_set(view, "is_long", cell_integer((double)height > LONG * chart_size_find("web")->width));
    view_set(view, "alternative", cell_text(spec->alternative));
    view_set(view, "description", cell_text(spec->description));
}

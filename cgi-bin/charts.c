/* One chart as PNG, SVG or PDF. Reads editions, writes nothing. */
#include "app/answer.h"
#include "chart/render.h"

int main(void)
{
    static const struct representation *const representations[] = {&answer_png, &answer_svg, &answer_pdf, NULL};
    return app_run(&(const struct program){
        .name = "charts",
        .representations = representations,
        .milliseconds = 8000,
        .open_canvas = chart_canvas_open,
        .close_canvas = chart_canvas_free,
    });
}

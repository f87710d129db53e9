/* Whole files and reports. Reads editions; writes only to its spool. */
#include "app/answer.h"
#include "chart/render.h"

int main(void)
{
    static const struct representation *const representations[] = {&answer_csv,      &answer_xlsx, &answer_report,
                                                                   &answer_database, &answer_zip,  NULL};
    return app_run(&(const struct program){
        .name = "files",
        .representations = representations,
        .milliseconds = 120000,
        .has_spool = true,
        .open_canvas = chart_canvas_open,
        .close_canvas = chart_canvas_free,
    });
}

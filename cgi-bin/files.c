/* Whole files. Reads editions; writes only to its spool. */
#include "app/answer.h"

int main(void)
{
    static const struct representation *const representations[] = {&answer_csv, &answer_xlsx, NULL};
    return app_run(&(const struct program){
        .name = "files", .representations = representations, .milliseconds = 60000, .has_spool = true});
}

/* Pages, JSON, feeds and calendars. Reads editions, writes nothing, draws nothing. */
#include "app/answer.h"

int main(void)
{
    static const struct representation *const representations[] = {&answer_html, &answer_json, &answer_atom,
                                                                   &answer_ics, NULL};
    return app_run(&(const struct program){
        .name = "pages", .representations = representations, .milliseconds = 2000, .has_health = true});
}

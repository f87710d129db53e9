/* Pages and JSON. Reads editions, writes nothing, draws nothing. */
#include "app/answer.h"

int main(void)
{
    static const struct representation *const representations[] = {&answer_html, &answer_json, NULL};
    return app_run(&(const struct program){
        .name = "pages", .representations = representations, .milliseconds = 2000, .has_health = true});
}

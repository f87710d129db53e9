/* Errors as statuses and words. Statuses are decided here and nowhere else. */
#include "app/problem.h"

#include "format/json.h"

static const int statuses[ERROR_CODES] = {
    [ERROR_BAD_REQUEST] = 400, [ERROR_NOT_FOUND] = 404, [ERROR_NOT_ALLOWED] = 405,
    [ERROR_GONE] = 410,        [ERROR_DATA] = 500,      [ERROR_LATE] = 503,
    [ERROR_UNAVAILABLE] = 503, [ERROR_IO] = 500,        [ERROR_INTERNAL] = 500,
};

static bool is_ours(const GError *error)
{
    return error->domain == PROVISO_ERROR && error->code >= 0 && error->code < ERROR_CODES;
}

int problem_status(const GError *error)
{
    return is_ours(error) ? statuses[error->code] : 500;
}

static const char *late_words(const struct app *app, struct arena *arena)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(digits, sizeof digits, "%g", app->milliseconds / 1000.0);
    return catalog_format(arena, app->catalog,
                          N_("The answer was not ready after {seconds} seconds, the most that one question gets, so "
                             "none of it was written. Ask for less: fewer jurisdictions, years or programs, or fewer "
                             "sections of a report."),
                          "seconds", digits, NULL);
}

const char *problem_words(const struct app *app, struct arena *arena, const GError *error)
{
    if (!is_ours(error))
        return NULL;
    switch (error->code) {
    case ERROR_BAD_REQUEST:
    case ERROR_NOT_FOUND:
    case ERROR_GONE: return error->message;
    case ERROR_LATE: return late_words(app, arena);
    default: return NULL;
    }
}

void problem_json(struct arena *arena, const struct question *question, const GError *error, GString *out)
{
    static const struct {
        int status;
        const char *title;
    } titles[] = {
        {400, "Bad request"}, {404, "Not found"}, {405, "Method not allowed"}, {410, "Gone"}, {503, "Unavailable"}};
    const char *title = "Internal error";
    int status = problem_status(error);
    for (size_t i = 0; i < G_N_ELEMENTS(titles); i++)
        if (titles[i].status == status)
            title = titles[i].title;
    json_t *fields = json_array();
    const struct parameters *parameters = question->parameters;
    for (size_t i = 0; parameters && i < parameters->n_errors; i++)
        json_array_append_new(fields, json_pack("{s:s, s:s}", "name", parameters->errors[i].name, "message",
                                                parameters->errors[i].message));
    json_append(out, json_pack("{s:s, s:s, s:i, s:s?, s:o}", "type", "about:blank", "title", title, "status", status,
                               "detail", problem_words(question->app, arena, error), "fields", fields));
}

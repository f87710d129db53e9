/* Errors as statuses and words, which are decided here and nowhere else. */
#include "app/problem.h"

#include "format/json.h"

#define OUR_FAULT                                                                                                      \
    {                                                                                                                  \
        500, "Internal error", N_("Something went wrong here"),                                                        \
            N_("The fault is ours. It has been written to the log under the number below."), false                     \
    }
#define NO_ROOM N_("No edition has been published yet, or there is no room for the answer. Try again in a moment.")

static const struct problem_kind kinds[ERROR_CODES] = {
    [ERROR_BAD_REQUEST] = {400, "Bad request", N_("There is a problem with this question"), NULL, true},
    [ERROR_NOT_FOUND] = {404, "Not found", N_("Not found"),
                         N_("There is no page at this address, or no such record on this date."), true},
    [ERROR_NOT_ALLOWED] = {405, "Method not allowed", N_("Method not allowed"), N_("This site answers GET and HEAD."),
                           false},
    [ERROR_GONE] = {410, "Gone", N_("No longer kept"), NULL, true},
    [ERROR_DATA] = OUR_FAULT,
    [ERROR_LATE] = {503, "Unavailable", N_("This question takes too long"), NO_ROOM, false},
    [ERROR_UNAVAILABLE] = {503, "Unavailable", N_("Not available at the moment"), NO_ROOM, false},
    [ERROR_IO] = OUR_FAULT,
    [ERROR_INTERNAL] = OUR_FAULT,
};

const struct problem_kind *problem_kind_of(const GError *error)
{
    bool is_ours = error->domain == PROVISO_ERROR && error->code >= 0 && error->code < ERROR_CODES;
    return &kinds[is_ours ? error->code : ERROR_INTERNAL];
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
    if (g_error_matches(error, PROVISO_ERROR, ERROR_LATE))
        return late_words(app, arena);
    return problem_kind_of(error)->is_told ? error->message : NULL;
}

void problem_json(struct arena *arena, const struct question *question, const GError *error, GString *out)
{
    const struct problem_kind *kind = problem_kind_of(error);
    json_t *fields = json_array();
    const struct parameters *parameters = question->parameters;
    for (size_t i = 0; parameters && i < parameters->n_errors; i++)
        json_array_append_new(fields, json_pack("{s:s, s:s}", "name", parameters->errors[i].name, "message",
                                                parameters->errors[i].message));
    json_append(out, json_pack("{s:s, s:s, s:i, s:s?, s:o}", "type", "about:blank", "title", kind->title, "status",
                               kind->status, "detail", problem_words(question->app, arena, error), "fields", fields));
}

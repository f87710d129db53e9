/* Nouns for amounts. */
#include "app/amount_words.h"

#include "app/vocabulary.h"
#include "app/words.h"

#include <string.h>

/* A noun for the amount, by measure: with "FY2017 JAG", and where nothing is known of which it is. */
static const struct {
    const char *measure, *forms[3];
} nouns[] = {
    {"allocation", {N_("{which} allocation"), N_("allocation")}},
    {"award", {N_("{which} award"), N_("award")}},
    {"joint-share", {N_("{which} share of a joint award"), N_("share of a joint award")}},
    {"sub-award", {N_("{which} sub-award"), N_("sub-award")}},
    {"outlay", {N_("{which} outlay"), N_("outlay")}},
    {"reported", {N_("reported {which} amount"), N_("reported amount")}},
    {"active", {N_("total of active awards ({which})"), N_("total of active awards")}},
    {"statewide-allocation", {N_("{which} statewide allocation"), N_("statewide allocation")}},
    {"statewide-award", {N_("{which} total of statewide awards"), N_("total of statewide awards")}},
};

const char *amount_measure(const struct question *question)
{
    const struct parameter_value *measure = parameters_get(question->parameters, "measure");
    return measure ? catalog_text(question->app->catalog, choice_label(measures, measure->text)) : NULL;
}

const char *amount_fiscal_year(const struct question *question)
{
    const struct parameter_value *fy = parameters_get(question->parameters, "fy");
    return fy ? catalog_format(question->arena, question->app->catalog, N_("FY{year}"), "year", fy->text, NULL) : NULL;
}

const char *amount_years(const struct question *question)
{
    const struct parameter_value *from = parameters_get(question->parameters, "fy_from");
    const struct parameter_value *to = parameters_get(question->parameters, "fy_to");
    const struct catalog *catalog = question->app->catalog;
    const char *fy = amount_fiscal_year(question);
    if (fy)
        return fy;
    if (from && to)
        return catalog_format(question->arena, catalog, N_("FY{from} to FY{to}"), "from", from->text, "to", to->text,
                              NULL);
    if (from)
        return catalog_format(question->arena, catalog, N_("from FY{from}"), "from", from->text, NULL);
    if (to)
        return catalog_format(question->arena, catalog, N_("to FY{to}"), "to", to->text, NULL);
    return catalog_text(catalog, N_("all fiscal years"));
}

/* "FY2017 JAG"; NULL: of all years and programs. */
static const char *which_words(const struct question *question, const char *program)
{
    const char *fy = amount_fiscal_year(question);
    if (!fy || !program)
        return fy ? fy : program;
    return catalog_format(question->arena, question->app->catalog, N_("{fy} {program}"), "fy", fy, "program", program,
                          NULL);
}

const char *amount_words(const struct question *question, const char *program)
{
    const struct parameter_value *measure = parameters_get(question->parameters, "measure");
    struct words words = {.question = question};
    words_put(&words, "which", which_words(question, program));
    for (size_t i = 0; measure && i < G_N_ELEMENTS(nouns); i++)
        if (strcmp(nouns[i].measure, measure->text) == 0)
            return words_say(&words, words_choose(&words, nouns[i].forms));
    return NULL;
}

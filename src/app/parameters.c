/* Parameters: name, form, accepted values, words. */
#include "app/parameters.h"

#include "app/vocabulary.h"

static const struct choice jurisdiction_sorts[] = {
    {"name", N_("Name")},
    {"-amount", N_("Amount, largest first")},
    {"amount", N_("Amount, smallest first")},
    {"-population", N_("Population, largest first")},
    {"population", N_("Population, smallest first")},
    {"-per-resident", N_("Amount per resident, largest first")},
    {"state", N_("State")},
    {"kind", N_("Kind")},
    {NULL, NULL},
};

static const struct choice demand_sorts[] = {{"-issued", N_("Newest first")},
                                             {"issued", N_("Oldest first")},
                                             {"name", N_("Name")},
                                             {"due", N_("Due date")},
                                             {NULL, NULL}};

static const struct choice source_sorts[] = {
    {"publisher", N_("Publisher")}, {"-published", N_("Newest first")}, {"title", N_("Title")}, {NULL, NULL}};

static const struct choice sizes[] = {{"web", N_("Web page")},
                                      {"narrow", N_("Phone")},
                                      {"social", N_("Share card")},
                                      {"square", N_("Square")},
                                      {"slide", N_("Slide")},
                                      {"print", N_("Printed page")},
                                      {"column", N_("Newspaper column")},
                                      {NULL, NULL}};

const struct parameter parameter_q = {
    .name = "q",
    .type = PARAMETER_TEXT,
    .label = N_("Name"),
    .hint = N_("Words of a name, such as Cook County."),
    .in_form = true,
};

const struct parameter parameter_state = {
    .name = "state",
    .type = PARAMETER_CHOICE,
    .repeatable = true,
    .choices = states,
    .label = N_("State"),
    .hint = N_("A two-letter postal code, such as IL."),
    .in_form = true,
};

const struct parameter parameter_kind = {
    .name = "kind",
    .type = PARAMETER_CHOICE,
    .repeatable = true,
    .choices = kinds,
    .label = N_("Kind"),
    .hint = N_("One of: state, county, city, consolidated, town, tribe, territory, district."),
    .in_form = true,
};

const struct parameter parameter_demand = {
    .name = "demand",
    .type = PARAMETER_KEY,
    .repeatable = true,
    .options = "options_demand",
    .label = N_("Named in"),
    .hint = N_("The key of a demand, such as one on the list of demands."),
    .in_form = true,
};

const struct parameter parameter_not_demand = {
    .name = "not_demand",
    .type = PARAMETER_KEY,
    .repeatable = true,
    .options = "options_demand",
    .label = N_("Not named in"),
    .hint = N_("The key of a demand, such as one on the list of demands."),
    .in_form = true,
};

const struct parameter parameter_program = {
    .name = "program",
    .type = PARAMETER_LISTING,
    .repeatable = true,
    .options = "options_program",
    .label = N_("Program"),
    .hint = N_("An assistance listing number, such as 16.738, or a program's key."),
    .in_form = true,
};

const struct parameter parameter_fy = {
    .name = "fy",
    .type = PARAMETER_INTEGER,
    .low = 1960,
    .high = 2100,
    .label = N_("Fiscal year"),
    .hint = N_("A federal fiscal year in four digits. 2017 runs from October 1, 2016 to September 30, 2017."),
    .in_form = true,
};

const struct parameter parameter_measure = {
    .name = "measure",
    .type = PARAMETER_CHOICE,
    .choices = measures,
    .label = N_("Measure"),
    .hint = N_("What the amount measures: allocation, award, joint-share, sub-award, outlay, reported, or a statewide total."),
    .in_form = true,
};

const struct parameter parameter_position = {
    .name = "position",
    .type = PARAMETER_CHOICE,
    .repeatable = true,
    .choices = positions,
    .label = N_("Position"),
    .hint = N_("What an authority says of compliance, or disputed where they differ."),
    .in_form = true,
};

const struct parameter parameter_authority = {
    .name = "authority",
    .type = PARAMETER_KEY,
    .options = "options_authority",
    .label = N_("Position of"),
    .hint = N_("The key of an authority."),
    .in_form = true,
};

const struct parameter parameter_requirement = {
    .name = "requirement",
    .type = PARAMETER_KEY,
    .options = "options_requirement",
    .label = N_("Requirement"),
    .hint = N_("The key of a requirement."),
    .in_form = true,
};

const struct parameter parameter_as_of = {
    .name = "as_of",
    .type = PARAMETER_DATE,
    .label = N_("As of"),
    .hint = N_("A date written YYYY-MM-DD: the answer is what was known on that day."),
    .in_form = true,
};

const struct parameter parameter_edition = {
    .name = "edition",
    .type = PARAMETER_INTEGER,
    .low = 1,
    .high = 999999,
    .label = N_("Edition"),
    .hint = N_("The number of a published edition."),
};

const struct parameter parameter_after = {
    .name = "after",
    .type = PARAMETER_CURSOR,
    .label = N_("After"),
    .hint = N_("The place in a list, taken from a next link."),
};

const struct parameter parameter_limit = {
    .name = "limit",
    .type = PARAMETER_INTEGER,
    .low = 1,
    .high = 1000,
    .fallback = "50",
    .label = N_("Rows on a page"),
    .hint = N_("A whole number from 1 to 1000."),
};

const struct parameter parameter_size = {
    .name = "size",
    .type = PARAMETER_CHOICE,
    .choices = sizes,
    .fallback = "web",
    .label = N_("Size"),
    .hint = N_("One of: web, narrow, social, square, slide, print, column."),
};

const struct parameter parameter_scale = {
    .name = "scale",
    .type = PARAMETER_INTEGER,
    .low = 1,
    .high = 2,
    .fallback = "1",
    .label = N_("Scale"),
    .hint = N_("1 or 2."),
};

const struct parameter parameter_source_kind = {
    .name = "source_kind",
    .type = PARAMETER_CHOICE,
    .repeatable = true,
    .choices = source_kinds,
    .label = N_("Kind of source"),
    .hint = N_("One of: official-record, court-document, official-statement, news, advocacy, estimate."),
    .in_form = true,
};

const struct parameter parameter_jurisdiction_sort = {
    .name = "sort",
    .type = PARAMETER_CHOICE,
    .choices = jurisdiction_sorts,
    .fallback = "name",
    .label = N_("Order"),
    .hint = N_("One of: name, -amount, amount, -population, population, -per-resident, state, kind."),
    .in_form = true,
};

const struct parameter parameter_demand_sort = {
    .name = "sort",
    .type = PARAMETER_CHOICE,
    .choices = demand_sorts,
    .fallback = "-issued",
    .label = N_("Order"),
    .hint = N_("One of: -issued, issued, name, due."),
};

const struct parameter parameter_source_sort = {
    .name = "sort",
    .type = PARAMETER_CHOICE,
    .choices = source_sorts,
    .fallback = "publisher",
    .label = N_("Order"),
    .hint = N_("One of: publisher, -published, title."),
    .in_form = true,
};

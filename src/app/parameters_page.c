/* Parameters of the page, the picture and the file: order, place, number of rows, size, columns. */
#include "app/parameters.h"

#include "app/vocabulary.h"
#include "chart/spec.h"

#define SORT(first, list)                                                                                              \
    {                                                                                                                  \
        .name = "sort", .type = PARAMETER_CHOICE, .use = PARAMETER_ORDER, .choices = (list), .fallback = (first),      \
        .label = N_("Order"), .in_form = true                                                                          \
    }

static const struct choice jurisdiction_sorts[] = {{"name", N_("Name")},
                                                   {"-amount", N_("Amount, largest first")},
                                                   {"amount", N_("Amount, smallest first")},
                                                   {"-population", N_("Population, largest first")},
                                                   {"population", N_("Population, smallest first")},
                                                   {"-per-resident", N_("Amount per resident, largest first")},
                                                   {"state", N_("State, by its postal code")},
                                                   {"kind", N_("Kind")},
                                                   {NULL, NULL}};
const struct parameter parameter_jurisdiction_sort = SORT("name", jurisdiction_sorts);

static const struct choice demand_sorts[] = {{"-issued", N_("Newest first")},
                                             {"issued", N_("Oldest first")},
                                             {"name", N_("Name")},
                                             {"due", N_("Due date")},
                                             {NULL, NULL}};
const struct parameter parameter_demand_sort = SORT("-issued", demand_sorts);

static const struct choice source_sorts[] = {
    {"publisher", N_("Publisher")}, {"-published", N_("Newest first")}, {"title", N_("Title")}, {NULL, NULL}};
const struct parameter parameter_source_sort = SORT("publisher", source_sorts);

static const struct choice program_sorts[] = {{"name", N_("Name")}, {"listing", N_("Listing number")}, {NULL, NULL}};
const struct parameter parameter_program_sort = SORT("name", program_sorts);

static const struct choice award_sorts[] = {{"-fiscal-year", N_("Newest fiscal year first")},
                                            {"fiscal-year", N_("Oldest fiscal year first")},
                                            {"name", N_("Recipient")},
                                            {"-amount", N_("Amount, largest first")},
                                            {"amount", N_("Amount, smallest first")},
                                            {NULL, NULL}};
const struct parameter parameter_award_sort = SORT("-fiscal-year", award_sorts);

static const struct choice requirement_sorts[] = {
    {"effective", N_("Oldest first")}, {"-effective", N_("Newest first")}, {"name", N_("Name")}, {NULL, NULL}};
const struct parameter parameter_requirement_sort = SORT("effective", requirement_sorts);

static const struct choice case_sorts[] = {
    {"-filed", N_("Newest first")}, {"filed", N_("Oldest first")}, {"name", N_("Name")}, {NULL, NULL}};
const struct parameter parameter_case_sort = SORT("-filed", case_sorts);

static const struct choice ruling_sorts[] = {
    {"-ruled", N_("Newest first")}, {"ruled", N_("Oldest first")}, {"name", N_("Name")}, {NULL, NULL}};
const struct parameter parameter_ruling_sort = SORT("-ruled", ruling_sorts);

static const struct choice claim_sorts[] = {
    {"-made", N_("Newest first")}, {"made", N_("Oldest first")}, {"name", N_("Jurisdiction")}, {NULL, NULL}};
const struct parameter parameter_claim_sort = SORT("-made", claim_sorts);

static const struct choice policy_sorts[] = {
    {"-effective", N_("Newest first")}, {"effective", N_("Oldest first")}, {"name", N_("Jurisdiction")}, {NULL, NULL}};
const struct parameter parameter_policy_sort = SORT("-effective", policy_sorts);

static const struct choice statement_sorts[] = {
    {"-said", N_("Newest first")}, {"said", N_("Oldest first")}, {"name", N_("Speaker")}, {NULL, NULL}};
const struct parameter parameter_statement_sort = SORT("-said", statement_sorts);

static const struct choice finding_sorts[] = {
    {"-looked", N_("Newest first")}, {"name", N_("What was looked for")}, {NULL, NULL}};
const struct parameter parameter_finding_sort = SORT("-looked", finding_sorts);

static const struct choice deadline_sorts[] = {
    {"-due", N_("Latest first")}, {"due", N_("Earliest first")}, {"name", N_("Jurisdiction")}, {NULL, NULL}};
const struct parameter parameter_deadline_sort = SORT("-due", deadline_sorts);

static const struct choice funding_sorts[] = {{"name", N_("Jurisdiction")},
                                              {"-fiscal-year", N_("Newest fiscal year first")},
                                              {"fiscal-year", N_("Oldest fiscal year first")},
                                              {"-amount", N_("Amount, largest first")},
                                              {"amount", N_("Amount, smallest first")},
                                              {NULL, NULL}};
const struct parameter parameter_funding_sort = SORT("name", funding_sorts);

static const struct choice stake_sorts[] = {{"name", N_("Jurisdiction")},
                                            {"-amount", N_("Amount, largest first")},
                                            {"amount", N_("Amount, smallest first")},
                                            {NULL, NULL}};
const struct parameter parameter_stake_sort = SORT("name", stake_sorts);

static const struct choice status_sorts[] = {
    {"name", N_("Jurisdiction")},
    {"state", N_("State, by its postal code")},
    {NULL, NULL},
};
const struct parameter parameter_status_sort = SORT("name", status_sorts);

static const struct choice event_sorts[] = {
    {"-event", N_("Newest first")}, {"event", N_("Oldest first")}, {NULL, NULL}};
const struct parameter parameter_event_sort = SORT("-event", event_sorts);

static const struct choice map_sorts[] = {
    {"state", N_("State")}, {"-jurisdictions", N_("Most jurisdictions first")}, {NULL, NULL}};
const struct parameter parameter_map_sort = SORT("state", map_sorts);

/* Names of resources: each that has charts. */
static const struct choice subjects[] = {{"jurisdictions", N_("Jurisdictions")},
                                         {"funding", N_("Money")},
                                         {"compare", N_("Compare")},
                                         {"at-stake", N_("At stake")},
                                         {"status", N_("Status")},
                                         {"timeline", N_("Timeline")},
                                         {"deadlines", N_("Deadlines")},
                                         {"map", N_("Map")},
                                         {"awards", N_("Awards")},
                                         {NULL, NULL}};

const struct parameter parameter_of = {
    .name = "of",
    .type = PARAMETER_CHOICE,
    .use = PARAMETER_PICTURE,
    .choices = subjects,
    .label = N_("A chart of"),
    .hint =
        N_("One of: jurisdictions, funding, compare, at-stake, status, timeline, deadlines, map, awards. The fields "
           "of that list can be given as well."),
    .in_form = true,
};

const struct parameter parameter_chart = {
    .name = "chart",
    .type = PARAMETER_CHOICE,
    .use = PARAMETER_PICTURE,
    .choices = chart_kind_names,
    .label = N_("Chart"),
    .hint = N_("The name of a kind of chart that fits the question, such as ranked-bars."),
};

static const struct choice sizes[] = {{"web", N_("Web page")},
                                      {"narrow", N_("Phone")},
                                      {"social", N_("Share card")},
                                      {"square", N_("Square")},
                                      {"slide", N_("Slide")},
                                      {"print", N_("Printed page")},
                                      {"column", N_("Newspaper column")},
                                      {NULL, NULL}};

const struct parameter parameter_after = {
    .name = "after",
    .type = PARAMETER_CURSOR,
    .use = PARAMETER_PAGE,
    .label = N_("After"),
    .hint = N_("The place in a list, taken from a next link."),
};

const struct parameter parameter_limit = {
    .name = "limit",
    .type = PARAMETER_INTEGER,
    .use = PARAMETER_PAGE,
    .low = 1,
    .high = 1000,
    .fallback = "50",
    .label = N_("Rows on a page"),
    .hint = N_("A whole number from 1 to 1000."),
};

const struct parameter parameter_size = {
    .name = "size",
    .type = PARAMETER_CHOICE,
    .use = PARAMETER_PICTURE,
    .choices = sizes,
    .fallback = "web",
    .label = N_("Size"),
};

const struct parameter parameter_scale = {
    .name = "scale",
    .type = PARAMETER_INTEGER,
    .use = PARAMETER_PICTURE,
    .low = 1,
    .high = 2,
    .fallback = "1",
    .label = N_("Scale"),
    .hint = N_("1 or 2."),
};

static const struct choice column_sets[] = {
    {"all", N_("All columns")}, {"shown", N_("Those of the page")}, {NULL, NULL}};

static const struct choice yes[] = {{"1", N_("Yes")}, {NULL, NULL}};

const struct parameter parameter_cols = {
    .name = "cols",
    .type = PARAMETER_CHOICE,
    .use = PARAMETER_FILE,
    .choices = column_sets,
    .fallback = "all",
    .label = N_("Columns"),
};

const struct parameter parameter_bom = {
    .name = "bom",
    .type = PARAMETER_CHOICE,
    .use = PARAMETER_FILE,
    .choices = yes,
    .label = N_("Byte order mark"),
    .hint = N_("1 begins the file with a byte order mark, which Excel needs."),
};

const struct parameter parameter_download = {
    .name = "download",
    .type = PARAMETER_CHOICE,
    .use = PARAMETER_FILE,
    .choices = yes,
    .label = N_("Save as a file"),
    .hint = N_("1 asks the browser to save the answer instead of showing it."),
};

const struct parameter *const parameters_of_csv[] = {&parameter_cols, &parameter_bom, &parameter_download, NULL};
const struct parameter *const parameters_of_xlsx[] = {&parameter_cols, &parameter_download, NULL};
const struct parameter *const parameters_of_file[] = {&parameter_download, NULL};

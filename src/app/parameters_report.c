/* Parameters of reports and of their verification. */
#include "app/parameters.h"

#define SECTION_PARAMETER(list, values)                                                                                \
    {                                                                                                                  \
        .name = "section", .type = PARAMETER_CHOICE, .use = PARAMETER_PICTURE, .repeatable = true, .choices = (list),  \
        .is_ticked = true, .label = N_("Sections"), .hint = (values), .in_form = true                                  \
    }

#define MONEY_SECTIONS                                                                                                 \
    {"money", N_("Money")}, {"stake", N_("Money under the requirement")}, {"requirements", N_("Requirements")},        \
        {"status", N_("Claims by authority")}, {"deadlines", N_("Deadlines and outcomes")}, {"cases", N_("Cases")},    \
        {"rulings", N_("What rulings stop")}, {"policies", N_("Policies")}, {"statements", N_("Statements")},          \
    {                                                                                                                  \
        "findings", N_("Looked for")                                                                                   \
    }

static const struct choice jurisdiction_sections[] = {MONEY_SECTIONS, {"events", N_("Events")}, {NULL, NULL}};
static const struct choice group_sections[] = {{"places", N_("Jurisdictions")}, MONEY_SECTIONS, {NULL, NULL}};
static const struct choice comparison_sections[] = {{"places", N_("Jurisdictions")},
                                                    {"comparison", N_("Money side by side")},
                                                    {"requirements", N_("Requirements")},
                                                    {"status", N_("Claims by authority")},
                                                    {"deadlines", N_("Deadlines and outcomes")},
                                                    {"cases", N_("Cases")},
                                                    {"rulings", N_("What rulings stop")},
                                                    {"policies", N_("Policies")},
                                                    {NULL, NULL}};
static const struct choice changes_sections[] = {{"changes", N_("What happened")},
                                                 {"claims", N_("Claims")},
                                                 {"deadlines", N_("Deadlines and outcomes")},
                                                 {"cases", N_("Cases")},
                                                 {"rulings", N_("What rulings stop")},
                                                 {"policies", N_("Policies")},
                                                 {"statements", N_("Statements")},
                                                 {NULL, NULL}};

static const char all_sections[] = N_("None ticked: all sections. Money under a requirement needs a requirement and a "
                                      "measure.");
const struct parameter parameter_jurisdiction_section = SECTION_PARAMETER(jurisdiction_sections, all_sections);
const struct parameter parameter_group_section = SECTION_PARAMETER(group_sections, all_sections);
const struct parameter parameter_comparison_section =
    SECTION_PARAMETER(comparison_sections, N_("None ticked: all sections."));
const struct parameter parameter_changes_section =
    SECTION_PARAMETER(changes_sections, N_("None ticked: all sections."));

static const struct choice papers[] = {{"letter", N_("Letter")}, {"a4", N_("A4")}, {NULL, NULL}};

const struct parameter parameter_paper = {
    .name = "paper",
    .type = PARAMETER_CHOICE,
    .use = PARAMETER_PICTURE,
    .choices = papers,
    .fallback = "letter",
    .label = N_("Paper"),
    .hint = N_("One of: letter, a4."),
    .in_form = true,
};

const struct parameter parameter_one_j = {
    .name = "j",
    .type = PARAMETER_KEY,
    .lookup = "lookup_jurisdiction",
    .label = N_("Jurisdiction"),
    .hint = N_("The key of a jurisdiction, as in the address of its profile: lake-county-oh."),
    .in_form = true,
};

const struct parameter parameter_url = {
    .name = "url",
    .type = PARAMETER_TEXT,
    .high = 1000,
    .label = N_("Address of the report"),
    .hint = N_("As it stands on the report: it begins with the address of this site, and its path with /reports/."),
    .in_form = true,
};

const struct parameter parameter_sha256 = {
    .name = "sha256",
    .type = PARAMETER_KEY,
    .label = N_("SHA-256 of its rows"),
    .hint = N_("64 digits and letters a to f, as they stand on the report."),
    .in_form = true,
};

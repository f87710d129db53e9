/* Reports and their verification. Adding a kind is a row here and its sections in reports.c. */
#include "app/resource_table.h"

#include "app/report_view.h"
#include "app/verification.h"

#define REPORT                                                                                                         \
    .template = "report", .compose = report_view, .document = report_manifest,                                         \
    .representations = AS_HTML | AS_JSON | AS_REPORT

/* What a report's amounts and claims are narrowed by. */
#define NARROW &parameter_program, &parameter_fy_from, &parameter_fy_to, &parameter_measure, &parameter_requirement

#define GROUP                                                                                                          \
    PARAMETERS(&parameter_members, &parameter_one_demand, &parameter_case, &parameter_state, NARROW,                   \
               &parameter_group_section, &parameter_paper, DAY)

const struct resource resources_of_reports[] = {
    {
        .path = "/reports",
        .name = "reports",
        .title = N_("Reports"),
        .menu = N_("Reports"),
        .menu_place = MENU_HEAD,
        .intro = N_("A report sets what the record holds about jurisdictions on paper, or on one long page: money, "
                    "requirements, claims, deadlines, cases and rulings, with sources. Its address is all it needs."),
        .parameters = GROUP,
        .form_path = "/reports/group",
        .sides = SIDES({"report_groups", NULL, NULL}),
        .declarations = report_kinds,
        .representations = AS_HTML,
    },
    {
        .path = "/reports/jurisdiction",
        .name = "report-jurisdiction",
        .title = N_("Report on a jurisdiction"),
        .parameters = PARAMETERS(&parameter_one_j, NARROW, &parameter_jurisdiction_section, &parameter_paper, DAY),
        .needs = LIST("j"),
        .asks = N_("Give the key of a jurisdiction."),
        .report = &report_jurisdiction,
        REPORT,
    },
    {
        .path = "/reports/group",
        .name = "report-group",
        .title = N_("Report on a group of jurisdictions"),
        .parameters = GROUP,
        .needs = LIST("j|demand|case|state"),
        .asks = N_("Choose a group: the recipients of a demand, the parties of a case, a state, or jurisdictions by "
                   "their keys."),
        .report = &report_group,
        REPORT,
    },
    {
        .path = "/reports/comparison",
        .name = "report-comparison",
        .title = N_("Report side by side"),
        .parameters = PARAMETERS(&parameter_compared, NARROW, &parameter_comparison_section, &parameter_paper, DAY),
        .needs = LIST("j"),
        .asks = N_("Choose 2 to 12 jurisdictions by their keys."),
        .report = &report_comparison,
        REPORT,
    },
    {
        .path = "/reports/changes",
        .name = "report-changes",
        .title = N_("Report on what changed"),
        .parameters = PARAMETERS(&parameter_from, &parameter_to, &parameter_j, &parameter_one_demand,
                                 &parameter_changes_section, &parameter_paper, DAY),
        .needs = LIST("from"),
        .asks = N_("Give the first day."),
        .report = &report_changes,
        REPORT,
    },
    {
        .path = "/verify",
        .name = "verify",
        .title = N_("Verify a report"),
        .menu = N_("Verify a report"),
        .menu_place = MENU_FOOT,
        .intro = N_("Does what a report says still hold? Its address and the SHA-256 of its rows stand at its end."),
        .parameters = PARAMETERS(&parameter_url, &parameter_sha256, &parameter_lang),
        .compose = verification_view,
        .document = verification_document,
        .representations = AS_HTML | AS_JSON,
    },
};

const size_t n_resources_of_reports = G_N_ELEMENTS(resources_of_reports);

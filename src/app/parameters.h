/* The parameters that resources share, declared once. */
#ifndef PROVISO_APP_PARAMETERS_H
#define PROVISO_APP_PARAMETERS_H

#include "http/parameter.h"

/* A jurisdiction by its key. */
#define JURISDICTION                                                                                                   \
    .name = "j", .type = PARAMETER_KEY, .lookup = "lookup_jurisdiction", .records = "/jurisdictions/",                 \
    .label = N_("Jurisdiction"),                                                                                       \
    .hint = N_("A key, such as lake-county-oh. Type a name to be offered the keys of that name."), .in_form = true

/* Which rows. */
extern const struct parameter parameter_q, parameter_search, parameter_j, parameter_members, parameter_state,
    parameter_kind, parameter_demand, parameter_not_demand, parameter_one_demand, parameter_about, parameter_case,
    parameter_parties, parameter_program, parameter_fy, parameter_fy_from, parameter_fy_to, parameter_measure,
    parameter_min, parameter_max, parameter_position, parameter_stated, parameter_authority, parameter_claimant,
    parameter_court, parameter_issuer, parameter_maker, parameter_speaker, parameter_requirement,
    parameter_source_kind, parameter_from, parameter_to, parameter_compared, parameter_standing, parameter_deadline,
    parameter_litigation, parameter_in_force, parameter_step, parameter_lane, parameter_event,
    parameter_happening, parameter_from_edition, parameter_to_edition, parameter_as_of, parameter_edition;

/* In which language; only by URL. */
extern const struct parameter parameter_lang;

/* Which part of them, in what order. */
extern const struct parameter parameter_after, parameter_limit, parameter_jurisdiction_sort, parameter_demand_sort,
    parameter_source_sort, parameter_program_sort, parameter_award_sort, parameter_requirement_sort,
    parameter_case_sort, parameter_claim_sort, parameter_policy_sort, parameter_statement_sort, parameter_finding_sort,
    parameter_deadline_sort, parameter_funding_sort, parameter_stake_sort, parameter_status_sort, parameter_event_sort,
    parameter_map_sort, parameter_ruling_sort;

/* Which picture. */
extern const struct parameter parameter_of, parameter_chart, parameter_size, parameter_scale;

/* What of a report, on what paper. */
extern const struct parameter parameter_jurisdiction_section, parameter_group_section, parameter_comparison_section,
    parameter_changes_section, parameter_one_j, parameter_paper, parameter_url, parameter_sha256;

/* What of a file. */
extern const struct parameter parameter_cols, parameter_bom, parameter_download;
extern const struct parameter *const parameters_of_csv[], *const parameters_of_xlsx[], *const parameters_of_file[];

#endif

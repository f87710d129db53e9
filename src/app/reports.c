/* The kinds of report: which lists each sets one after another, in what words, and the parameter that asks for some of
 * them. Adding one is a row here, a resource and, where it looks otherwise, a template. */
#include "app/resource_table.h"

#include "app/report.h"

#define SENTENCES(...) LIST(__VA_ARGS__)
#define SECTION(name) static const struct report_section name

/* What each section is called, in addresses and in words. */
#define TITLE_places "places", N_("Jurisdictions")
#define TITLE_money "money", N_("Money")
#define TITLE_comparison "comparison", N_("Money side by side")
#define TITLE_stake "stake", N_("Money under the requirement")
#define TITLE_requirements "requirements", N_("Requirements")
#define TITLE_status "status", N_("Claims by authority")
#define TITLE_deadlines "deadlines", N_("Deadlines and outcomes")
#define TITLE_cases "cases", N_("Cases")
#define TITLE_rulings "rulings", N_("What rulings bar or allow")
#define TITLE_claims "claims", N_("Claims")
#define TITLE_policies "policies", N_("Policies")
#define TITLE_statements "statements", N_("Statements")
#define TITLE_findings "findings", N_("Looked for")
#define TITLE_events "events", N_("Events")
#define TITLE_changes "changes", N_("What happened")
#define NAMED(value, words) .name = value, .heading = words
#define SPREAD(...) NAMED(__VA_ARGS__)
#define TITLED(title) SPREAD(TITLE_##title)

SECTION(places) = {
    TITLED(places),
    .path = "/jurisdictions",
    .facts = "report_places",
    .sentences = SENTENCES(N_("The report is about {one} jurisdiction."),
                           N_("The report is about {row_count} jurisdictions. Local governments: {local_count}; states "
                              "or territories: {states_count}. Disputed on this date: {disputed_count}.")),
    .empty = N_("No jurisdiction fits on this date."),
};
#define MONEY                                                                                                          \
    TITLED(money),                                                                                                     \
        .path = "/funding", .facts = "report_money",                                                                   \
        .sentences = SENTENCES(                                                                                        \
            N_("The record holds {one} amount, of fiscal year {fy_from}: {total_usd} ({measure})."),                   \
            N_("Amounts on record ({measure}): {row_count}, of fiscal years {fy_from} to {fy_to}; those that "         \
               "count come to {total_usd}."),                                                                          \
            N_("Amounts on record: {row_count}; programs: {programs_count}; fiscal years {fy_from} to "                \
               "{fy_to}. They are of unlike measures, which are never added.")),                                       \
        .empty = N_("No amount is on record. That is not the same as $0."), .need = {"measure", "measure"}
SECTION(money) = {MONEY,
                  .shown = LIST("jurisdiction", "program", "fiscal_year", "measure", "amount_usd", "per_resident_usd")};
SECTION(own_money) = {MONEY, .shown = LIST("program", "fiscal_year", "measure", "amount_usd", "per_resident_usd")};
SECTION(comparison) = {
    TITLED(comparison),
    .path = "/compare",
    .sentences = SENTENCES(N_("Amounts of the same program, year and measure stand on one line.")),
    .empty = N_("No amount is on record. That is not the same as $0."),
    .need = {"measure", "measure"},
};
SECTION(stake) = {
    TITLED(stake),
    .path = "/at-stake",
    .facts = "report_stake",
    .sentences = SENTENCES(
        N_("Amounts that are asked about ({measure}): {row_count}; those that count come to {total_usd}. The "
           "requirement ended on {ended_on}: it reaches none of them on this date."),
        N_("Amounts that are asked about ({measure}): {row_count}; those that count come to {total_usd}. The "
           "requirement does not reach {not_reached_usd}, rulings in force on this date shield {shielded_usd}, and "
           "{remaining_usd} remains under it."),
        N_("Amounts that are asked about ({measure}): {row_count}. None of them counts.")),
    .empty = N_("No amount is on record. That is not the same as $0."),
};
SECTION(requirements) = {
    TITLED(requirements),
    .path = "/requirements",
    .facts = "report_requirements",
    .sentences = SENTENCES(N_("Requirements on record: {row_count}; not ended by this date: {open_count}.")),
    .empty = N_("No requirement on record concerns them on this date."),
};
#define STATUS                                                                                                         \
    TITLED(status),                                                                                                    \
        .path = "/status", .facts = "report_status",                                                                   \
        .sentences = SENTENCES(                                                                                        \
            N_("Positions on this date: {row_count}, about jurisdictions: {jurisdictions_count}, on requirements: "    \
               "{requirements_count}, by authorities: {voices_count}. On requirements that have ended by this date: "  \
               "{ended_rows}; those are the positions last taken on them. Jurisdictions about which authorities "      \
               "differ (Disputed): {disputed_count}. A ruling that reaches everyone is counted where another position "\
               "names the jurisdiction."),                                                                             \
            N_("Positions on this date: {row_count}, about jurisdictions: {jurisdictions_count}, on requirements: "    \
               "{requirements_count}, by authorities: {voices_count}. Jurisdictions about which authorities differ "   \
               "(Disputed): {disputed_count}. A ruling that reaches everyone is counted where another position names " \
               "the jurisdiction.")),                                                                                  \
        .empty = N_("No authority holds a position about them on this date.")
SECTION(own_status) = {STATUS,
                       .shown = LIST("requirement", "condition_ended_on", "disputed", "authority_name", "position",
                                     "made_on"),
                       .need = {"requirement", "requirement_key"}};
SECTION(status) = {
    STATUS,
    .shown = LIST("jurisdiction", "requirement", "condition_ended_on", "disputed", "authority_name", "position",
                  "made_on"),
    .is_table_only = true};
#define DEADLINES                                                                                                      \
    TITLED(deadlines),                                                                                                 \
        .path = "/deadlines", .facts = "report_deadlines",                                                             \
        .sentences = SENTENCES(N_("Deadlines on record: {row_count}; passed by this date: {passed_count}; with an "    \
                                  "outcome: {answered_count}.")),                                                      \
        .empty = N_("No deadline on record fits this report.")
SECTION(own_deadlines) = {DEADLINES,
                          .shown = LIST("demand", "authority", "due_on", "days_left", "threatened", "outcome")};
SECTION(deadlines) = {DEADLINES,
                      .shown = LIST("jurisdiction", "demand", "authority", "due_on", "due_state", "outcome")};
SECTION(cases) = {
    TITLED(cases),
    .path = "/cases",
    .facts = "report_cases",
    .sentences = SENTENCES(N_("Cases on record: {row_count}; rulings in them: {rulings_count}.")),
    .empty = N_("No case on record fits this report."),
};
SECTION(rulings) = {
    TITLED(rulings),
    .path = "/rulings",
    .facts = "report_rulings",
    .sentences =
        SENTENCES(N_("Effects of rulings on record: {row_count}; in force on this date and barring a requirement: "
                     "{barring_count}.")),
    .empty = N_("No ruling that fits this report bars or allows a requirement on them."),
};
SECTION(claims) = {
    TITLED(claims),
    .path = "/claims",
    .sentences = SENTENCES(N_("Claims on record: {row_count}.")),
    .empty = N_("No claim on record fits this report."),
};
SECTION(policies) = {
    TITLED(policies),
    .path = "/policies",
    .sentences = SENTENCES(N_("Laws and orders of jurisdictions on record: {row_count}.")),
    .empty = N_("No law or order on record fits this report."),
};
SECTION(statements) = {
    TITLED(statements),
    .path = "/statements",
    .demand = "about",
    .facts = "report_statements",
    .sentences = SENTENCES(N_("Statements on record, in paraphrase: {row_count}. About the demand: {demand_rows}; "
                              "about its recipients, and not about the demand: {recipient_rows}."),
                           N_("Statements on record, in paraphrase: {row_count}.")),
    .empty = N_("No statement on record fits this report."),
};
SECTION(findings) = {
    TITLED(findings),
    .path = "/findings",
    .demand = "about",
    .facts = "report_findings",
    .sentences = SENTENCES(N_("Searches on record, with what came of each: {row_count}. About the demand: "
                              "{demand_rows}; about its recipients, and not about the demand: {recipient_rows}."),
                           N_("Searches on record, with what came of each: {row_count}.")),
    .empty = N_("No search on record fits this report."),
};
SECTION(events) = {
    TITLED(events),
    .path = "/timeline",
    .sentences = SENTENCES(N_("Events on record: {row_count}.")),
    .empty = N_("No event on record fits this report."),
    .shown = LIST("event_on", "event_kind", "lane", "authority", "summary"),
};
SECTION(changes) = {
    TITLED(changes),
    .path = "/changes",
    .sentences = SENTENCES(N_("Events between the two dates: {row_count}.")),
    .empty = N_("Nothing on record happened between the two dates."),
};

/* The sections of each kind, in their order: SET(variable, title). */
#define OF_JURISDICTION(SET)                                                                                           \
    SET(own_money, money)                                                                                              \
    SET(stake, stake)                                                                                                  \
    SET(requirements, requirements) SET(own_status, status) SET(own_deadlines, deadlines) SET(cases, cases)            \
        SET(rulings, rulings) SET(policies, policies) SET(statements, statements) SET(findings, findings)              \
            SET(events, events)
#define OF_GROUP(SET)                                                                                                  \
    SET(places, places)                                                                                                \
    SET(money, money)                                                                                                  \
    SET(stake, stake) SET(requirements, requirements) SET(status, status) SET(deadlines, deadlines) SET(cases, cases)  \
        SET(rulings, rulings) SET(policies, policies) SET(statements, statements) SET(findings, findings)
#define OF_COMPARISON(SET)                                                                                             \
    SET(places, places)                                                                                                \
    SET(comparison, comparison)                                                                                        \
    SET(requirements, requirements) SET(status, status) SET(deadlines, deadlines) SET(cases, cases)                    \
        SET(rulings, rulings) SET(policies, policies)
#define OF_CHANGES(SET)                                                                                                \
    SET(changes, changes)                                                                                              \
    SET(claims, claims)                                                                                                \
    SET(deadlines, deadlines) SET(cases, cases) SET(rulings, rulings) SET(policies, policies)                          \
        SET(statements, statements)

/* A section is in the report, and a choice of the parameter that asks for it. */
#define IN_REPORT(variable, title) &variable,
#define IN_CHOICES(variable, title) {TITLE_##title},
#define KIND(kind, OF)                                                                                                 \
    static const struct report_section *const kind##_sections[] = {OF(IN_REPORT) NULL};                                \
    static const struct choice kind##_choices[] = {OF(IN_CHOICES){NULL, NULL}}
KIND(jurisdiction, OF_JURISDICTION);
KIND(group, OF_GROUP);
KIND(comparison, OF_COMPARISON);
KIND(changes, OF_CHANGES);

const struct report_declaration report_jurisdiction = {
    .sections = jurisdiction_sections,
    .titles = LIST(N_("{j}")),
    .subtitle = N_("Money, requirements, claims, deadlines and rulings on record"),
};
const struct report_declaration report_group = {
    .sections = group_sections,
    .titles = LIST(N_("Recipients: {demand}"), N_("Parties: {case}"), N_("{state}"), N_("{j}")),
    .subtitle = N_("Money, requirements, claims, deadlines and rulings on record"),
};
const struct report_declaration report_comparison = {
    .sections = comparison_sections,
    .titles = LIST(N_("Side by side: {j}")),
    .subtitle = N_("Amounts, requirements, claims, deadlines and rulings on record"),
};
const struct report_declaration report_changes = {
    .sections = changes_sections,
    .titles = LIST(N_("From {from} to {to}: {j}"), N_("From {from} to {to}: {demand}"), N_("From {from} to {to}"),
                   N_("Since {from}: {j}"), N_("Since {from}: {demand}"), N_("Since {from}")),
    .subtitle = N_("What happened, was claimed, was due and was ruled"),
};

#define SECTION_PARAMETER(list, values)                                                                                \
    {                                                                                                                  \
        .name = "section", .type = PARAMETER_CHOICE, .use = PARAMETER_PICTURE, .repeatable = true, .choices = (list),  \
        .is_ticked = true, .label = N_("Sections"), .hint = (values), .in_form = true                                  \
    }

static const char all_sections[] = N_("None ticked: all sections. Money under a requirement needs a requirement and a "
                                      "measure.");
const struct parameter parameter_jurisdiction_section = SECTION_PARAMETER(jurisdiction_choices, all_sections);
const struct parameter parameter_group_section = SECTION_PARAMETER(group_choices, all_sections);
const struct parameter parameter_comparison_section =
    SECTION_PARAMETER(comparison_choices, N_("None ticked: all sections."));
const struct parameter parameter_changes_section = SECTION_PARAMETER(changes_choices, N_("None ticked: all sections."));

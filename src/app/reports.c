/* The kinds of report: which lists each sets one after another, and in what words. Adding one is a row here, a resource
 * and, where it looks otherwise, a template. */
#include "app/resource_table.h"

#include "app/report.h"

#define SENTENCES(...) LIST(__VA_ARGS__)
#define NEEDS(...)                                                                                                     \
    (const struct report_need[])                                                                                       \
    {                                                                                                                  \
        __VA_ARGS__,                                                                                                   \
        {                                                                                                              \
            NULL, NULL                                                                                                 \
        }                                                                                                              \
    }
#define SECTION(name) static const struct report_section name

SECTION(places) = {
    .name = "places",
    .heading = N_("Jurisdictions"),
    .path = "/jurisdictions",
    .facts = "report_places",
    .sentences = SENTENCES(N_("The report is about {one} jurisdiction."),
                           N_("The report is about {row_count} jurisdictions: {local_count} local governments, "
                              "{states_count} states or territories. Disputed on this date: {disputed_count}.")),
    .empty = N_("No jurisdiction fits on this date."),
};
#define MONEY                                                                                                          \
    .name = "money", .heading = N_("Money"), .path = "/funding", .facts = "report_money",                              \
    .sentences = SENTENCES(N_("The record holds {one} amount, of fiscal year {fy_from}: {total_usd} ({measure})."),    \
                           N_("The record holds {row_count} amounts ({measure}) from fiscal years {fy_from} to "       \
                              "{fy_to}; those that count come to {total_usd}."),                                       \
                           N_("The record holds {row_count} amounts from {programs_count} programs and fiscal years "  \
                              "{fy_from} to {fy_to}. They are of unlike measures, which are never added.")),           \
    .empty = N_("No amount is on record. That is not the same as $0."), .needs = NEEDS({"measure", "measure"})
SECTION(money) = {MONEY,
                  .shown = LIST("jurisdiction", "program", "fiscal_year", "measure", "amount_usd", "per_resident_usd")};
SECTION(own_money) = {MONEY, .shown = LIST("program", "fiscal_year", "measure", "amount_usd", "per_resident_usd")};
SECTION(comparison) = {
    .name = "comparison",
    .heading = N_("Money side by side"),
    .path = "/compare",
    .sentences = SENTENCES(N_("Amounts of the same program, year and measure stand on one line.")),
    .empty = N_("No amount is on record. That is not the same as $0."),
    .needs = NEEDS({"measure", "measure"}),
};
SECTION(stake) = {
    .name = "stake",
    .heading = N_("Money under the requirement"),
    .path = "/at-stake",
    .sentences =
        SENTENCES(N_("Amounts that are asked about: {row_count}. Less what the requirement does not reach and what "
                     "a ruling in force shields, the rest remains under it.")),
    .empty = N_("No amount is on record. That is not the same as $0."),
};
SECTION(requirements) = {
    .name = "requirements",
    .heading = N_("Requirements"),
    .path = "/requirements",
    .facts = "report_requirements",
    .sentences = SENTENCES(N_("Requirements that concern them: {row_count}; not ended by this date: {open_count}.")),
    .empty = N_("No requirement on record concerns them on this date."),
};
#define STATUS                                                                                                         \
    .name = "status", .heading = N_("Claims by authority"), .path = "/status", .facts = "report_status",               \
    .sentences = SENTENCES(N_("Positions in force on this date: {row_count}, about jurisdictions: "                    \
                              "{jurisdictions_count}, by kinds of authority: {voices_count}. Jurisdictions about "     \
                              "which authorities differ (Disputed): {disputed_count}.")),                              \
    .empty = N_("No authority holds a position about them on this date.")
SECTION(own_status) = {STATUS, .shown = LIST("requirement", "disputed", "authority_name", "position"),
                       .needs = NEEDS({"requirement", "requirement_key"})};
SECTION(status) = {STATUS, .shown = LIST("jurisdiction", "requirement", "disputed", "authority_name", "position"),
                   .is_table_only = true};
#define DEADLINES                                                                                                      \
    .name = "deadlines", .heading = N_("Deadlines and outcomes"), .path = "/deadlines", .facts = "report_deadlines",   \
    .sentences = SENTENCES(N_("Deadlines on record: {row_count}; passed by this date: {passed_count}; with an "        \
                              "outcome: {answered_count}.")),                                                          \
    .empty = N_("No deadline is on record by this date.")
SECTION(own_deadlines) = {DEADLINES,
                          .shown = LIST("demand", "authority", "due_on", "days_left", "threatened", "outcome")};
SECTION(deadlines) = {DEADLINES,
                      .shown = LIST("jurisdiction", "demand", "authority", "due_on", "due_state", "outcome")};
SECTION(cases) = {
    .name = "cases",
    .heading = N_("Cases"),
    .path = "/cases",
    .facts = "report_cases",
    .sentences = SENTENCES(N_("Cases on record by this date: {row_count}; rulings in them: {rulings_count}.")),
    .empty = N_("No case is on record by this date."),
};
SECTION(rulings) = {
    .name = "rulings",
    .heading = N_("What rulings stop"),
    .path = "/rulings",
    .facts = "report_rulings",
    .sentences =
        SENTENCES(N_("What rulings bar or allow: {row_count} effects on record; barring a requirement on this date: "
                     "{barring_count}.")),
    .empty = N_("No ruling on record by this date bars or allows a requirement on them."),
};
SECTION(claims) = {
    .name = "claims",
    .heading = N_("Claims"),
    .path = "/claims",
    .sentences = SENTENCES(N_("Claims on record: {row_count}.")),
    .empty = N_("No claim is on record."),
};
SECTION(policies) = {
    .name = "policies",
    .heading = N_("Policies"),
    .path = "/policies",
    .sentences = SENTENCES(N_("Laws and orders of jurisdictions on record by this date: {row_count}.")),
    .empty = N_("No law or order is on record by this date."),
};
SECTION(statements) = {
    .name = "statements",
    .heading = N_("Statements"),
    .path = "/statements",
    .sentences = SENTENCES(N_("Statements on record by this date, in paraphrase: {row_count}.")),
    .empty = N_("No statement is on record by this date."),
};
SECTION(findings) = {
    .name = "findings",
    .heading = N_("Looked for"),
    .path = "/findings",
    .sentences = SENTENCES(N_("Searches on record, with what came of each: {row_count}.")),
    .empty = N_("No search is on record by this date."),
};
SECTION(events) = {
    .name = "events",
    .heading = N_("Events"),
    .path = "/timeline",
    .sentences = SENTENCES(N_("Events on record by this date: {row_count}.")),
    .empty = N_("No event is on record by this date."),
    .shown = LIST("event_on", "lane", "authority", "summary"),
};
SECTION(changes) = {
    .name = "changes",
    .heading = N_("What happened"),
    .path = "/changes",
    .sentences = SENTENCES(N_("Events between the two dates: {row_count}.")),
    .empty = N_("Nothing on record happened between the two dates."),
};

#define SECTIONS(...)                                                                                                  \
    (const struct report_section *const[])                                                                             \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }

const struct report_declaration report_jurisdiction = {
    .sections = SECTIONS(&own_money, &stake, &requirements, &own_status, &own_deadlines, &cases, &rulings, &policies,
                         &statements, &findings, &events),
    .titles = LIST(N_("{j}")),
    .subtitle = N_("Money, requirements, claims, deadlines and rulings on record"),
};
const struct report_declaration report_group = {
    .sections = SECTIONS(&places, &money, &stake, &requirements, &status, &deadlines, &cases, &rulings, &policies,
                         &statements, &findings),
    .titles = LIST(N_("Recipients: {demand}"), N_("Parties: {case}"), N_("{state}"), N_("{j}")),
    .subtitle = N_("Money, requirements, claims, deadlines and rulings on record"),
};
const struct report_declaration report_comparison = {
    .sections = SECTIONS(&places, &comparison, &requirements, &status, &deadlines, &cases, &rulings, &policies),
    .titles = LIST(N_("Side by side: {j}")),
    .subtitle = N_("Amounts, requirements, claims, deadlines and rulings on record"),
};
const struct report_declaration report_changes = {
    .sections = SECTIONS(&changes, &claims, &deadlines, &cases, &rulings, &policies, &statements),
    .titles = LIST(N_("From {from} to {to}: {j}"), N_("From {from} to {to}: {demand}"), N_("From {from} to {to}"),
                   N_("Since {from}: {j}"), N_("Since {from}: {demand}"), N_("Since {from}")),
    .subtitle = N_("What happened, was claimed, was due and was ruled"),
};

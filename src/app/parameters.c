/* Parameters that ask for rows: name, form, accepted values, words. */
#include "app/parameters.h"

#include "app/vocabulary.h"

#define FIXES(...) .fixes = (const char *const[]){__VA_ARGS__, NULL}

const struct parameter parameter_q = {
    .name = "q",
    .type = PARAMETER_TEXT,
    .label = N_("Name"),
    .hint = N_("Words of a name, such as Lake County."),
    .in_form = true,
};

const struct parameter parameter_search = {
    .name = "q",
    .type = PARAMETER_TEXT,
    .label = N_("Search for"),
    .hint = N_("Words of a name (a jurisdiction, a demand, a case, a program, a source), or of what was said or asked "
               "for."),
    .in_form = true,
};

const struct parameter parameter_state = {
    .name = "state",
    .type = PARAMETER_CHOICE,
    .repeatable = true,
    .choices = states,
    .label = N_("State"),
    .hint = N_("A two-letter postal code, such as IL."),
    FIXES("state"),
    .in_form = true,
};

const struct parameter parameter_kind = {
    .name = "kind",
    .type = PARAMETER_CHOICE,
    .repeatable = true,
    .choices = kinds,
    .label = N_("Kind"),
    FIXES("kind"),
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
    .hint = N_("An assistance listing number, such as 93.600, or a program's key."),
    FIXES("program"),
    .in_form = true,
};

#define FISCAL_YEAR .type = PARAMETER_INTEGER, .sign = N_("FY"), .low = 1960, .high = 2100

const struct parameter parameter_fy = {
    .name = "fy",
    FISCAL_YEAR,
    .label = N_("Fiscal year"),
    .hint = N_("A federal fiscal year, such as 2017 or FY17: from October 1, 2016 to September 30, 2017."),
    FIXES("fiscal_year"),
    .in_form = true,
};

const struct parameter parameter_measure = {
    .name = "measure",
    .type = PARAMETER_CHOICE,
    .choices = measures,
    .label = N_("Measure"),
    .hint = N_(
        "What the amount measures: allocation, award, joint-share, sub-award, outlay, reported, active (awards of any "
        "year that were active in it) or a statewide sum."),
    .single = N_("Unlike measures are never added or compared."),
    FIXES("measure"),
    .in_form = true,
};

#define POSITION(of, explanation)                                                                                      \
    {                                                                                                                  \
        .name = "position", .type = PARAMETER_CHOICE, .repeatable = true, .choices = (of), .label = N_("Position"),    \
        .hint = (explanation), .in_form = true                                                                         \
    }
const struct parameter parameter_position =
    POSITION(positions, N_("What an authority says of compliance, or disputed where they differ."));
/* Of a claim: what follows from rulings and from several claims is none's. */
const struct parameter parameter_stated = POSITION(stated_positions, N_("What an authority says of compliance."));

const struct parameter parameter_authority = {
    .name = "authority",
    .type = PARAMETER_KEY,
    .options = "options_authority",
    .lookup = "lookup_authority",
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
    FIXES("requirement", "condition_ended_on"),
    .in_form = true,
};

const struct parameter parameter_as_of = {
    .name = "as_of",
    .type = PARAMETER_DATE,
    .use = PARAMETER_SETTING,
    .label = N_("As of"),
    .hint = N_("A date, such as 2019-07-04 or July 4, 2019: what is dated later is left out."),
    .in_form = true,
};

const struct parameter parameter_edition = {
    .name = "edition",
    .type = PARAMETER_INTEGER,
    .use = PARAMETER_SETTING,
    .low = 1,
    .high = 999999,
    .label = N_("Edition"),
    .hint = N_("The number of a published edition."),
};

const struct parameter parameter_source_kind = {
    .name = "source_kind",
    .type = PARAMETER_CHOICE,
    .repeatable = true,
    .choices = source_kinds,
    .label = N_("Kind of source"),
    .in_form = true,
};

const struct parameter parameter_j = {
    JURISDICTION,
    .repeatable = true,
    FIXES("jurisdiction"),
};

/* The same of a group, which is made of several. */
const struct parameter parameter_members = {
    JURISDICTION,
    .repeatable = true,
    FIXES("jurisdiction"),
    .boxes = 2,
};

#define PARTY_TO                                                                                                       \
    .name = "case", .type = PARAMETER_KEY, .repeatable = true, .options = "options_case", .label = N_("Party to"),     \
    .hint = N_("The key of a case.")
const struct parameter parameter_case = {PARTY_TO, .in_form = true};
/* The same where a form would be too long with it: it comes by a link. */
const struct parameter parameter_parties = {PARTY_TO};

const struct parameter parameter_one_demand = {
    .name = "demand",
    .type = PARAMETER_KEY,
    .options = "options_demand",
    .label = N_("Demand"),
    .hint = N_("The key of a demand, such as one on the list of demands."),
    FIXES("demand"),
    .in_form = true,
};

/* A demand and whom it names: what a report on its recipients asks where "demand" asks of the demand alone. */
const struct parameter parameter_about = {
    .name = "about",
    .type = PARAMETER_KEY,
    .options = "options_demand",
    .label = N_("About a demand or its recipients"),
    .hint = N_("The key of a demand, such as one on the list of demands."),
};

const struct parameter parameter_fy_from = {
    .name = "fy_from",
    FISCAL_YEAR,
    .label = N_("From fiscal year"),
    .hint = N_("The first federal fiscal year, such as 2017 or FY17."),
    .in_form = true,
};

const struct parameter parameter_fy_to = {
    .name = "fy_to",
    FISCAL_YEAR,
    .label = N_("To fiscal year"),
    .hint = N_("The last federal fiscal year, such as 2017 or FY17."),
    .begin = "fy_from",
    .in_form = true,
};

const struct parameter parameter_min = {
    .name = "min",
    .type = PARAMETER_MONEY,
    .label = N_("At least"),
    .hint = N_("Dollars, such as 250000 or $250,000."),
    .in_form = true,
};

const struct parameter parameter_max = {
    .name = "max",
    .type = PARAMETER_MONEY,
    .label = N_("At most"),
    .hint = N_("Dollars, such as 250000 or $250,000."),
    .begin = "min",
    .in_form = true,
};

const struct parameter parameter_from = {
    .name = "from",
    .type = PARAMETER_DATE,
    .label = N_("From"),
    .hint = N_("The first day, such as 2019-07-04 or July 4, 2019, or a year."),
    .takes_spans = true,
    .suggests = "suggest_day",
    .in_form = true,
};

const struct parameter parameter_to = {
    .name = "to",
    .type = PARAMETER_DATE,
    .label = N_("To"),
    .hint = N_("The last day, such as 2019-07-04 or July 4, 2019, or a year."),
    .takes_spans = true,
    .begin = "from",
    .in_form = true,
};

const struct parameter parameter_compared = {
    JURISDICTION,
    .repeatable = true,
    FIXES("jurisdiction"),
    .least = 2,
    .most = 12,
};

#define STANDING(words)                                                                                                \
    {                                                                                                                  \
        .name = "standing", .type = PARAMETER_CHOICE, .repeatable = true, .choices = due_states, .label = (words),     \
        .in_form = true                                                                                                \
    }
const struct parameter parameter_standing = STANDING(N_("Standing"));
/* The same of whoever is to answer. */
const struct parameter parameter_deadline = STANDING(N_("Has a deadline"));

const struct parameter parameter_litigation = {
    .name = "litigation",
    .type = PARAMETER_CHOICE,
    .choices = litigations,
    .label = N_("Litigation"),
    .in_form = true,
};

const struct parameter parameter_in_force = {
    .name = "in_force",
    .type = PARAMETER_CHOICE,
    .choices = yes_or_no,
    .label = N_("In force"),
    .in_form = true,
};

const struct parameter parameter_step = {
    .name = "step",
    .type = PARAMETER_CHOICE,
    .choices = steps,
    .label = N_("Step"),
};

const struct parameter parameter_lane = {
    .name = "lane",
    .type = PARAMETER_CHOICE,
    .choices = lanes,
    .label = N_("Whose act"),
    .in_form = true,
};

#define EVENT(of)                                                                                                      \
    {                                                                                                                  \
        .name = "event", .type = PARAMETER_CHOICE, .repeatable = true, .choices = (of), .label = N_("Event"),          \
        .hint = N_("A kind of event, such as ruling."), .in_form = true                                                \
    }
const struct parameter parameter_event = EVENT(event_kinds);
const struct parameter parameter_happening = EVENT(happening_kinds);

const struct parameter parameter_from_edition = {
    .name = "from_edition",
    .type = PARAMETER_INTEGER,
    .low = 1,
    .high = 999999,
    .label = N_("From edition"),
    .hint = N_("The number of the edition that the other is compared with."),
    .in_form = true,
};

const struct parameter parameter_to_edition = {
    .name = "to_edition",
    .type = PARAMETER_INTEGER,
    .low = 1,
    .high = 999999,
    .label = N_("To edition"),
    .hint = N_("The number of the later edition."),
    .begin = "from_edition",
    .in_form = true,
};

/* One name, whom it stands for depends on the list: the form offers those, any other authority has no rows in it. */
#define AUTHORITY(words, statement)                                                                                    \
    {                                                                                                                  \
        .name = "authority", .type = PARAMETER_KEY, .options = (statement), .lookup = "lookup_authority",              \
        .label = (words), .hint = N_("The key of an authority."), .in_form = true, FIXES("authority")                  \
    }

const struct parameter parameter_claimant = AUTHORITY(N_("Who says it"), "options_claimant");
const struct parameter parameter_court = AUTHORITY(N_("Court"), "options_court");
const struct parameter parameter_issuer = AUTHORITY(N_("Who set it"), "options_issuer");
const struct parameter parameter_maker = AUTHORITY(N_("Who requires it"), "options_maker");
const struct parameter parameter_speaker = AUTHORITY(N_("Speaking for"), "options_speaker");

const struct parameter parameter_lang = {
    .name = "lang",
    .type = PARAMETER_CHOICE,
    .use = PARAMETER_SETTING,
    .choices = languages,
    .fallback = "en",
    .label = N_("Language"),
};

/* The closed lists. Words only: what a code leads to is decided in SQL. */
#include "app/vocabulary.h"

#include "base/catalog.h"

#include <string.h>

#define END                                                                                                            \
    {                                                                                                                  \
        NULL, NULL                                                                                                     \
    }

const struct choice kinds[] = {
    {"state", N_("State")},
    {"county", N_("County")},
    {"city", N_("City")},
    {"consolidated", N_("Consolidated city-county")},
    {"town", N_("Town")},
    {"tribe", N_("Tribe")},
    {"territory", N_("Territory")},
    {"district", N_("Special district")},
    END,
};

const struct choice panels[] = {
    {"states", N_("States")},
    {"local", N_("Local governments")},
    END,
};

/* A word with what it means, so that neither list is without the other. */
#define CHOICE(value, label, meaning) {value, label},
#define MEANING(value, label, meaning) meaning,

#define MEASURES(WORD)                                                                                                 \
    WORD("allocation", N_("Allocation"), N_("What a formula or an agency set aside for a government. No award need "   \
                                            "follow."))                                                                \
    WORD("award", N_("Award"), N_("What was granted by the date, less what was taken back."))                          \
    WORD("joint-share", N_("Share of a joint award"),                                                                  \
         N_("The part of a joint award that is meant for one government. The award itself counts under its "           \
            "recipient."))                                                                                             \
    WORD("sub-award", N_("Sub-award"), N_("What a recipient passed on out of its own award."))                         \
    WORD("outlay", N_("Outlay"), N_("What was paid out. That can be years after the award."))                          \
    WORD("reported", N_("Reported amount"),                                                                            \
         N_("What a document or a person said the amount was. It is not taken from award records."))                   \
    WORD("active", N_("Awards active in the year"),                                                                    \
         N_("What the awards of any year come to that were active in it. It is not what was granted in that year."))   \
    WORD("statewide-allocation", N_("Statewide allocation"),                                                           \
         N_("What was set aside for a state government and its local governments together."))                          \
    WORD("statewide-award", N_("Statewide awards"),                                                                    \
         N_("What was granted to a state government and its local governments together."))

const struct choice measures[] = {MEASURES(CHOICE) END};
const char *const measure_meanings[] = {MEASURES(MEANING)};

#define AMOUNT_STATES(WORD)                                                                                            \
    WORD("counted", N_("Counted"), NULL)                                                                               \
    WORD("not-counted", N_("Not counted in totals"), NULL)                                                             \
    WORD("no-data", N_("No data"), NULL)                                                                               \
    WORD("not-applicable", N_("Not applicable"), NULL)                                                                 \
    WORD("not-yet-known", N_("Not yet known on this date"), NULL)

const struct choice amount_states[] = {AMOUNT_STATES(CHOICE) END};
const struct choice quotient_states[] = {
    AMOUNT_STATES(CHOICE){"below-cent", N_("Less than 1 cent")},
    {"no-population", N_("Population not on record")},
    END,
};

#define STATED_POSITIONS(WORD)                                                                                         \
    WORD("complies", N_("Says it complies"),                                                                           \
         N_("The authority says that the jurisdiction meets the requirement. A jurisdiction may say so of itself."))   \
    WORD("no-evidence", N_("No evidence of non-compliance"),                                                           \
         N_("The authority says that it found no evidence of the requirement not being met."))                         \
    WORD("preliminary", N_("Preliminary: may not comply"),                                                             \
         N_("The authority says that the jurisdiction may not meet the requirement, and that this is not its last "    \
            "word."))                                                                                                  \
    WORD("does-not-comply", N_("Says it does not comply"),                                                             \
         N_("The authority says that the jurisdiction does not meet the requirement."))                                \
    WORD("documents-demanded", N_("Documents demanded"),                                                               \
         N_("The authority asks for documents on whether the requirement is met. That alone does not say whether it "  \
            "is."))                                                                                                    \
    WORD("under-review", N_("Under review"), N_("The authority says that it is still looking into it."))               \
    WORD("no-statement", N_("No statement found"), N_("The editors looked for a statement and found none."))

#define DERIVED_POSITIONS(WORD)                                                                                        \
    WORD("barred-by-court", N_("Barred by court"),                                                                     \
         N_("A ruling in force stops the requirement for the jurisdiction."))                                          \
    WORD("allowed-by-court", N_("Allowed by court"),                                                                   \
         N_("A ruling in force on the requirement does not stop it for the jurisdiction."))                            \
    WORD("disputed", N_("Disputed"), NULL)

const struct choice stated_positions[] = {STATED_POSITIONS(CHOICE) END};
const struct choice positions[] = {STATED_POSITIONS(CHOICE) DERIVED_POSITIONS(CHOICE) END};
const char *const position_meanings[] = {STATED_POSITIONS(MEANING) DERIVED_POSITIONS(MEANING)};

const struct choice source_kinds[] = {
    {"official-record", N_("Official record")},
    {"court-document", N_("Court document")},
    {"official-statement", N_("Official statement")},
    {"news", N_("News")},
    {"advocacy", N_("Advocacy")},
    {"estimate", N_("Estimate")},
    END,
};

const struct choice alias_kinds[] = {
    {"official", N_("Official name")},
    {"short", N_("Short name")},
    {"former", N_("Former name")},
    {"recipient", N_("Name in award records")},
    {"printed", N_("Name as printed")},
    {"uei", N_("Unique Entity Identifier")},
    {"duns", N_("DUNS number")},
    {"usaspending", N_("USAspending recipient id")},
    END,
};

const struct choice authority_kinds[] = {
    {"agency", N_("Agency")},
    {"court", N_("Court")},
    {"official", N_("Official")},
    {"jurisdiction", N_("Jurisdiction")},
    {"organization", N_("Organization")},
    END,
};

const struct choice demand_kinds[] = {
    {"letter", N_("Letter")},
    {"subpoena", N_("Subpoena")},
    {"list", N_("Published list")},
    END,
};

const struct choice ruling_kinds[] = {
    {"preliminary-injunction", N_("Preliminary injunction")},
    {"permanent-injunction", N_("Permanent injunction")},
    {"summary-judgment", N_("Summary judgment")},
    {"findings-after-trial", N_("Findings after trial")},
    {"order", N_("Order")},
    {"affirmed", N_("Affirmed")},
    {"reversed", N_("Reversed")},
    {"vacated", N_("Vacated")},
    {"dismissed", N_("Dismissed")},
    {"cert-denied", N_("Review denied")},
    END,
};

const struct choice effects[] = {
    {"bars", N_("Bars")},
    {"allows", N_("Allows")},
    END,
};

const struct choice scopes[] = {
    {"plaintiffs", N_("Plaintiffs only")},
    {"statewide", N_("Governments of the plaintiffs' states")},
    {"class", N_("Class")},
    {"nationwide", N_("Nationwide")},
    END,
};

const struct choice sides[] = {
    {"plaintiff", N_("Plaintiff")},
    {"defendant", N_("Defendant")},
    {"intervenor", N_("Intervenor")},
    {"amicus", N_("Friend of the court")},
    END,
};

const struct choice confidences[] = {
    {"high", N_("High")}, {"medium", N_("Medium")}, {"low", N_("Low")}, {"unverified", N_("Unverified")}, END,
};

const struct choice change_kinds[] = {
    {"added", N_("Added")},
    {"changed", N_("Changed")},
    {"removed", N_("Removed")},
    END,
};

#define HAPPENINGS                                                                                                     \
    {"demand", N_("Demand")},                                                                                          \
    {"deadline", N_("Deadline")},                                                                                      \
    {"outcome", N_("Outcome")},                                                                                        \
    {"claim", N_("Claim")},                                                                                            \
    {"case", N_("Case filed")},                                                                                        \
    {"joined", N_("Case joined")},                                                                                     \
    {"ruling", N_("Ruling")},                                                                                          \
    {"settlement", N_("Settlement")},                                                                                  \
    {"requirement", N_("Requirement")},                                                                                \
    {"requirement-ended", N_("Requirement ended")},                                                                    \
    {"policy", N_("Policy")},                                                                                          \
    {"statement", N_("Statement")}
const struct choice happening_kinds[] = {HAPPENINGS, END};
const struct choice event_kinds[] = {HAPPENINGS, {"correction", N_("Change of the record")}, END};

const struct choice lanes[] = {
    {"agency", N_("Federal agency")},
    {"jurisdiction", N_("Jurisdiction itself")},
    {"court", N_("Court")},
    {"other", N_("Others")},
    END,
};

const struct choice record_kinds[] = {
    {"jurisdiction", N_("Jurisdiction")}, {"demand", N_("Demand")}, {"requirement", N_("Requirement")},
    {"program", N_("Program")},           {"case", N_("Case")},     {"policy", N_("Policy")},
    {"statement", N_("Statement")},       {"claim", N_("Claim")},   {"source", N_("Source")},
    {"award", N_("Award")},               {"amounts", N_("Amounts")},
    END,
};

const struct choice steps[] = {
    {"not-reached", N_("Not reached by the requirement")},
    {"shielded", N_("Shielded by a ruling in force")},
    {"remaining", N_("Remains under the requirement")},
    END,
};

const struct choice step_lines[] = {
    {"gross", N_("All counted amounts")},
    {"not-reached", N_("less what the requirement does not reach")},
    {"shielded", N_("less what a ruling in force on the date shields")},
    {"remaining", N_("equals what remains under the requirement")},
    END,
};

const struct choice force_states[] = {
    {"not-yet", N_("Did not exist yet on this date")},
    {"in-force", N_("In force")},
    {"ended", N_("No longer in force")},
    END,
};

const struct choice voices[] = {
    {"itself", N_("The jurisdiction itself")},
    END,
};

const struct choice litigations[] = {
    {"party", N_("Party to a case")},
    {"open", N_("Party to a case with no end on record")},
    END,
};

const struct choice yes_or_no[] = {
    {"yes", N_("yes")},
    {"no", N_("no")},
    END,
};

const struct choice due_states[] = {
    {"due", N_("Still due")},
    {"today", N_("Due this day")},
    {"passed", N_("Passed")},
    {"withdrawn", N_("Withdrawn")},
    END,
};

const struct choice languages[] = {
    {"en", "English"},
    {"es", "Español"},
    END,
};

const char *language_named(const char *language)
{
    return strcmp(language, languages[0].value) == 0 ? NULL : language;
}

const struct choice states[] = {
    {"AL", N_("Alabama")},
    {"AK", N_("Alaska")},
    {"AZ", N_("Arizona")},
    {"AR", N_("Arkansas")},
    {"CA", N_("California")},
    {"CO", N_("Colorado")},
    {"CT", N_("Connecticut")},
    {"DE", N_("Delaware")},
    {"DC", N_("District of Columbia")},
    {"FL", N_("Florida")},
    {"GA", N_("Georgia")},
    {"HI", N_("Hawaii")},
    {"ID", N_("Idaho")},
    {"IL", N_("Illinois")},
    {"IN", N_("Indiana")},
    {"IA", N_("Iowa")},
    {"KS", N_("Kansas")},
    {"KY", N_("Kentucky")},
    {"LA", N_("Louisiana")},
    {"ME", N_("Maine")},
    {"MD", N_("Maryland")},
    {"MA", N_("Massachusetts")},
    {"MI", N_("Michigan")},
    {"MN", N_("Minnesota")},
    {"MS", N_("Mississippi")},
    {"MO", N_("Missouri")},
    {"MT", N_("Montana")},
    {"NE", N_("Nebraska")},
    {"NV", N_("Nevada")},
    {"NH", N_("New Hampshire")},
    {"NJ", N_("New Jersey")},
    {"NM", N_("New Mexico")},
    {"NY", N_("New York")},
    {"NC", N_("North Carolina")},
    {"ND", N_("North Dakota")},
    {"OH", N_("Ohio")},
    {"OK", N_("Oklahoma")},
    {"OR", N_("Oregon")},
    {"PA", N_("Pennsylvania")},
    {"RI", N_("Rhode Island")},
    {"SC", N_("South Carolina")},
    {"SD", N_("South Dakota")},
    {"TN", N_("Tennessee")},
    {"TX", N_("Texas")},
    {"UT", N_("Utah")},
    {"VT", N_("Vermont")},
    {"VA", N_("Virginia")},
    {"WA", N_("Washington")},
    {"WV", N_("West Virginia")},
    {"WI", N_("Wisconsin")},
    {"WY", N_("Wyoming")},
    {"AS", N_("American Samoa")},
    {"GU", N_("Guam")},
    {"MP", N_("Northern Mariana Islands")},
    {"PR", N_("Puerto Rico")},
    {"VI", N_("U.S. Virgin Islands")},
    END,
};

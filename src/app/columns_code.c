/* Columns of codes from closed lists, of identifiers and of yes or no. Sorted by name. */
#include "app/column_table.h"

#include "app/vocabulary.h"
#include "base/catalog.h"
#include "base/date.h"
#include "base/display.h"

#define PRECISION(date)                                                                                                \
    {                                                                                                                  \
        COLUMN(date "_precision", CODE, N_("Precision"),                                                               \
               N_("How exactly the day is known: to the month, the year or the fiscal year, or not at all; none: to "  \
                  "the day.")),                                                                                        \
            .choices = date_precisions, .serves = date                                                                 \
    }

/* Of a day that a list may be asked about without saying what it leaves out: something of it must be known. */
#define KNOWN_PRECISION(date)                                                                                          \
    {                                                                                                                  \
        COLUMN(date "_precision", CODE, N_("Precision"),                                                               \
               N_("How exactly the day is known: to the month, the year or the fiscal year; none: to the day.")),      \
            .choices = known_precisions, .serves = date                                                                \
    }

static const struct column columns[] = {
    PRECISION("action_on"),
    {COLUMN("alias_kind", CODE, N_("Kind of name"), N_("What kind of other name this is.")), .choices = alias_kinds},
    {COLUMN("amount_state", CODE, N_("Status of the amount"),
            N_("Whether the amount is counted, or why there is none: zero, no data, not applicable and not yet known "
               "are four different things.")),
     .choices = amount_states, .serves = "amount_usd"},
    {COLUMN("authority_kind", CODE, N_("Kind of authority"),
            N_("Agency, court, official, jurisdiction or organization.")),
     .choices = authority_kinds},
    {COLUMN("change_kind", CODE, N_("Kind of change"), N_("Whether the row was added, changed or removed.")),
     .choices = change_kinds},
    PRECISION("changed_on"),
    {COLUMN("column_name", CODE, N_("Column"), N_("Name of the column that changed."))},
    {COLUMN("confidence", CODE, N_("Confidence"),
            N_("How sure the editors are of the row: high, medium, low or unverified.")),
     .choices = confidences},
    {COLUMN("counted", FLAG, N_("Counted"), N_("Whether the amount goes into totals."))},
    {COLUMN("county_fips", CODE, N_("County FIPS"), N_("Federal code of the county; five digits."))},
    PRECISION("dated_on"),
    {COLUMN("demand_kind", CODE, N_("Kind"), N_("Letter, subpoena or published list.")), .choices = demand_kinds},
    {COLUMN("disputed", FLAG, N_("Disputed"),
            N_("Whether authorities differ on the as-of date, or a ruling in force bars what one still asserts."))},
    {COLUMN("docket", CODE, N_("Docket"), N_("Docket number of the case."))},
    {COLUMN("due_state", CODE, N_("Standing"),
            N_("Whether the deadline is still to come, is the as-of date or has passed.")),
     .choices = due_states},
    {COLUMN("edition", CODE, N_("Edition"), N_("Number of the edition."))},
    {COLUMN("effect", CODE, N_("Effect"),
            N_("Whether the ruling bars the requirement or allows it: that is, does not bar it.")),
     .choices = effects},
    KNOWN_PRECISION("effective_on"),
    PRECISION("ended_on"),
    {COLUMN("event_kind", CODE, N_("Event"), N_("What kind of event this is.")), .choices = event_kinds},
    PRECISION("event_on"),
    {COLUMN("facet", KEY, N_("Parameter"), N_("Name of the parameter that a row narrows the question by."))},
    {COLUMN("fain", CODE, N_("Award number"), N_("Federal award identification number (FAIN)."))},
    PRECISION("first_on"),
    {COLUMN("fiscal_year", CODE, N_("Fiscal year"),
            N_("Federal fiscal year: FY2017 runs from October 1, 2016 to September 30, 2017."))},
    {COLUMN("force_state", CODE, N_("On this date"), N_("Whether the requirement is in force on the as-of date.")),
     .choices = force_states},
    PRECISION("from_on"),
    {COLUMN("from_usd_state", CODE, N_("Status of the amount"),
            N_("Whether the amount of the first year is counted, or why there is none.")),
     .choices = amount_states, .serves = "from_usd"},
    {COLUMN("fy_from", CODE, N_("From fiscal year"), N_("First fiscal year that a requirement reaches."))},
    {COLUMN("fy_to", CODE, N_("To fiscal year"),
            N_("Last fiscal year that a requirement reaches; none when it has no end."))},
    {COLUMN("geoid", CODE, N_("Census GEOID"),
            N_("Census identifier of the state (2 digits), county (5) or place (7)."))},
    {COLUMN("is_current", FLAG, N_("In force"), N_("Whether it holds on the as-of date."))},
    {COLUMN("is_due", FLAG, N_("Still due"), N_("Whether the deadline has not passed on the as-of date.")),
     .serves = "due_on"},
    {COLUMN("is_flagged", FLAG, N_("Flagged"), N_("Whether the amount is shown but stays out of totals.")),
     .serves = "amount_usd"},
    {COLUMN("is_overdue", FLAG, N_("Past"), N_("Whether the deadline has passed on the as-of date.")),
     .serves = "due_on"},
    {COLUMN("is_repeated", FLAG, N_("Named more than once"),
            N_("Whether the demand names a jurisdiction more than once.")),
     .serves = "entries_count"},
    {COLUMN("is_sum", FLAG, N_("Sum"), N_("Whether the line is a sum and not a step."))},
    {COLUMN("is_unsure", FLAG, N_("Unsure"),
            N_("Whether the editors hold the row for less than medium sure: low or unverified."))},
    {COLUMN("kind", CODE, N_("Kind"),
            N_("State, county, city, consolidated city-county, town, tribe, territory or special district.")),
     .choices = kinds},
    {COLUMN("lane", CODE, N_("Lane"),
            N_("Whose act the event is: an agency's, the jurisdiction's, a court's, or that of others: press, "
               "organizations, other governments. Outcomes of demands and settlements, which name no one author, are "
               "among the last.")),
     .choices = lanes},
    {COLUMN("listing", CODE, N_("Listing"), N_("Federal assistance listing number, NN.NNN."))},
    {COLUMN("local_usd_state", CODE, N_("Status of the amount"),
            N_("Whether an amount of the local governments is counted, or why there is none.")),
     .choices = amount_states, .serves = "local_usd"},
    KNOWN_PRECISION("made_on"),
    {COLUMN("mark_form", CODE, N_("Mark"), N_("How an event is drawn: bar, tick or flag."))},
    {COLUMN("measure", CODE, N_("Measure"), N_("What an amount measures; unlike measures are never added.")),
     .choices = measures},
    {COLUMN("panel", CODE, N_("Group"),
            N_("States, or local governments: they are drawn apart because a state receives for many.")),
     .choices = panels, .serves = "amount_usd"},
    {COLUMN("per_resident_usd_state", CODE, N_("Status of the amount per resident"),
            N_("Whether the amount is counted, or why none is told by resident.")),
     .choices = quotient_states, .serves = "per_resident_usd"},
    {COLUMN("position", POSITION, N_("Position"),
            N_("What the authority says of compliance; a court position derives from its rulings.")),
     .choices = positions},
    {COLUMN("recipient_uei", CODE, N_("Unique Entity Identifier"),
            N_("The number of the recipient in the registry of the federal government (SAM.gov)."))},
    {COLUMN("record_kind", CODE, N_("What it is"), N_("What kind of record this is.")), .choices = record_kinds},
    KNOWN_PRECISION("ruled_on"),
    {COLUMN("ruling_holds", FLAG, N_("Ruling in force"),
            N_("Whether anything that the ruling orders holds on the as-of date."))},
    {COLUMN("ruling_kind", CODE, N_("Kind of ruling"), N_("What kind of ruling this is.")), .choices = ruling_kinds},
    PRECISION("said_on"),
    {COLUMN("scope", CODE, N_("Scope"),
            N_("Whom a ruling reaches: the plaintiffs, all governments of their states, a class or everyone.")),
     .choices = scopes},
    {COLUMN("side", CODE, N_("Side"), N_("Plaintiff, defendant, intervenor or friend of the court.")),
     .choices = sides},
    PRECISION("since_on"),
    {COLUMN("sort_value", CODE, N_("Sort value"), N_("The value a list is sorted by."))},
    {COLUMN("source_kind", CODE, N_("Kind of source"),
            N_("Official record, court document, official statement, news, advocacy or estimate.")),
     .choices = source_kinds},
    {COLUMN("state", CODE, N_("State"), N_("USPS code of the state, district or territory.")), .choices = states},
    {COLUMN("state_usd_state", CODE, N_("Status of the amount"),
            N_("Whether an amount of the state itself is counted, or why there is none.")),
     .choices = amount_states, .serves = "state_usd"},
    {COLUMN("stated_count_precision", CODE, N_("Precision"),
            N_("Whether there were more than the count that was stated; none: there were as many.")),
     .choices = count_precisions, .serves = "stated_count"},
    {COLUMN("stated_position", POSITION, N_("Stated position"),
            N_("What the authority said of compliance; a court states none.")),
     .choices = stated_positions},
    {COLUMN("step", CODE, N_("Step"), N_("What becomes of an amount under the requirement on the date.")),
     .choices = steps},
    {COLUMN("step_line", CODE, N_("Step"), N_("A line of the subtraction from all counted amounts to what remains.")),
     .choices = step_lines},
    {COLUMN("to_usd_state", CODE, N_("Status of the amount"),
            N_("Whether the amount of the last year is counted, or why there is none.")),
     .choices = amount_states, .serves = "to_usd"},
    PRECISION("until_on"),
    {COLUMN("voice", CODE, N_("Who says it"),
            N_("Short name of the authority; a jurisdiction that speaks for itself has one name for all.")),
     .choices = voices},
};

const struct column_table columns_code = {columns, G_N_ELEMENTS(columns)};

/* Columns of dates. Sorted by name. */
#include "app/column_table.h"

#include "base/catalog.h"

static const struct column columns[] = {
    {COLUMN("action_on", DATE, N_("Date of action"), N_("The day an award was obligated or de-obligated.")),
     .has_precision = true},
    {COLUMN("changed_on", DATE, N_("Changed"), N_("The day of the event, or of the edition that says otherwise.")),
     .serves = "event_on", .has_precision = true},
    {COLUMN("closed_on", DATE, N_("Closed"), N_("The day the case was closed."))},
    {COLUMN("condition_ended_on", DATE, N_("Requirement ended"), N_("The day on which the requirement ended."))},
    {COLUMN("dated_on", DATE, N_("Dated"),
            N_("The day of the record: when it was issued, said, made or filed, or took effect.")),
     .has_precision = true},
    {COLUMN("due_on", DATE, N_("Due"), N_("The day an answer is due."))},
    {COLUMN("effective_on", DATE, N_("In force from"), N_("The day from which a requirement or policy is in force.")),
     .has_precision = true},
    {COLUMN("ended_on", DATE, N_("Ended"), N_("The day it ended or was withdrawn."))},
    {COLUMN("event_on", DATE, N_("Date"), N_("The day of the event.")), .has_precision = true},
    {COLUMN("filed_on", DATE, N_("Filed"), N_("The day the case was filed."))},
    {COLUMN("first_on", DATE, N_("First action"), N_("The day of the first action on an award.")),
     .has_precision = true},
    {COLUMN("first_published_on", DATE, N_("Published later"),
            N_("The day on which the first of its sources was published, where that is later than the as-of date."))},
    {COLUMN("from_on", DATE, N_("From"), N_("The day from which the row holds.")), .has_precision = true},
    {COLUMN("in_force_on", DATE, N_("Last day in force"), N_("The day before a requirement ended."))},
    {COLUMN("issued_on", DATE, N_("Issued"), N_("The day a demand was issued."))},
    {COLUMN("joined_on", DATE, N_("Joined"), N_("The day a party joined the case."))},
    {COLUMN("looked_on", DATE, N_("Looked on"), N_("The day it was looked for."))},
    {COLUMN("made_on", DATE, N_("Made on"), N_("The day a claim was made, or a ruling that takes the position.")),
     .has_precision = true},
    {COLUMN("modified_on", DATE, N_("Last changed by the agency"),
            N_("The day the agency last changed the record, as it reports."))},
    {COLUMN("outcome_on", DATE, N_("Outcome known"), N_("The day the outcome was known."))},
    {COLUMN("published_on", DATE, N_("Published"), N_("The day a source was published."))},
    {COLUMN("retrieved_on", DATE, N_("Retrieved"), N_("The day the copy of a source was read."))},
    {COLUMN("ruled_on", DATE, N_("Ruled on"), N_("The day of the ruling.")), .has_precision = true},
    {COLUMN("said_on", DATE, N_("Said on"), N_("The day of the statement.")), .has_precision = true},
    {COLUMN("settled_on", DATE, N_("Settled"), N_("The day on which the parties of a case settled it."))},
    {COLUMN("since_on", DATE, N_("Since"), N_("The day from which a value can be chosen."))},
    {COLUMN("until_on", DATE, N_("Until"), N_("The day until which the row holds.")), .has_precision = true},
    {COLUMN("withdrawn_on", DATE, N_("Withdrawn"),
            N_("The day from which no answer was due any more: who set the deadline took it back."))},
};

const struct column_table columns_date = {columns, G_N_ELEMENTS(columns)};

/* Feeds and calendars: what of a row is id, title, day, link and text. */
#include "app/resource_table.h"

/* An entry has one id and one text in every feed that holds it: who reads two of them is told of it once. What happened
 * to several jurisdictions is an entry for each. */
static const struct feed_columns happened = {
    .kind = "event",
    .key = "key",
    .title = {"jurisdiction", "event_kind", "authority", "summary"},
    .on = "event_on",
    .link = "event_url",
    .told = LIST("summary", "sources"),
};

const struct feed_declaration jurisdictions_feed = {.statement = "jurisdictions_events", .columns = &happened};
const struct feed_declaration jurisdiction_feed = {.statement = "jurisdiction_events", .columns = &happened};

static const struct feed_columns demands_feed_columns = {
    .kind = "demand",
    .key = "key",
    .title = {"demand"},
    .on = "issued_on",
    .later_on = "outcome_on",
    .link = "demand_url",
    .told = LIST("authority", "demand_kind", "due_on", "named_count", "outcome", "outcome_on", "sources"),
};
const struct feed_declaration demands_feed = {.columns = &demands_feed_columns};

static const struct feed_columns demand_feed_columns = {
    .kind = "event",
    .key = "key",
    .title = {"event_kind", "jurisdiction", "summary"},
    .on = "event_on",
    .link = "event_url",
    .told = LIST("summary", "sources"),
};
const struct feed_declaration demand_feed = {.statement = "demand_events", .columns = &demand_feed_columns};

static const struct feed_columns deadlines_feed_columns = {
    .kind = "deadline",
    .key = "key",
    .title = {"jurisdiction", "demand"},
    .on = "issued_on",
    .later_on = "outcome_on",
    .link = "demand_url",
    .told = LIST("due_on", "authority", "asked_for", "threatened", "withdrawn_on", "outcome", "outcome_on", "sources"),
};
const struct feed_declaration deadlines_feed = {.columns = &deadlines_feed_columns};

/* Of a case so far; that it was filed is an entry of the case's own feed. */
static const struct feed_columns cases_feed_columns = {
    .kind = "docket",
    .key = "key",
    .title = {"case_name", "authority"},
    .on = "event_on",
    .later_on = "changed_on",
    .link = "case_url",
    .told = LIST("docket", "filed_on", "appeal_of", "summary", "rulings_count", "ruled_on", "ruling_summary",
                 "settled_on", "closed_on", "sources"),
};
const struct feed_declaration cases_feed = {.statement = "cases_events", .columns = &cases_feed_columns};

static const struct feed_columns case_feed_columns = {
    .kind_of = "event_kind",
    .key = "key",
    .title = {"event_kind", "ruling_kind", "authority"},
    .on = "event_on",
    .link = "case_url",
    .told = LIST("case_name", "summary", "judge", "reporter", "sources"),
};
const struct feed_declaration case_feed = {.statement = "case_events", .columns = &case_feed_columns};

static const struct feed_columns changes_feed_columns = {
    .kind = "event",
    .key = "key",
    .title = {"event_kind", "jurisdiction", "authority"},
    .on = "changed_on",
    .link = "summary_url",
    .told = LIST("summary", "column_name", "old_value", "new_value", "reason", "sources"),
};
const struct feed_declaration changes_feed = {.columns = &changes_feed_columns};

/* A deadline is one event, with one text, in every calendar that holds it: who reads two of them keeps one event. */
static const struct feed_columns deadlines = {
    .kind = "deadline",
    .key = "key",
    .words = N_("Answer due"),
    .title = {"jurisdiction", "demand"},
    .on = "due_on",
    .cancelled_on = "withdrawn_on",
    .link = "demand_url",
    .told = LIST("authority", "asked_for", "threatened", "named_count", "withdrawn_on", "outcome", "sources"),
};

const struct feed_declaration jurisdiction_calendar = {.statement = "jurisdiction_deadlines", .columns = &deadlines};
const struct feed_declaration demands_calendar = {.statement = "demands_deadlines", .columns = &deadlines};
const struct feed_declaration deadlines_calendar = {.columns = &deadlines};

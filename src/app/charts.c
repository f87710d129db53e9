/* Charts: which kind draws which columns for which question, and in what words. */
#include "app/resource_table.h"
#include "app/signs.h"

#define WHEN(...)                                                                                                      \
    (const struct chart_condition[])                                                                                   \
    {                                                                                                                  \
        __VA_ARGS__,                                                                                                   \
        {                                                                                                              \
            NULL, 0, 0                                                                                                 \
        }                                                                                                              \
    }

/* Columns of rows that hold an amount, as every list of money has them. */
#define AMOUNTS(label, link)                                                                                           \
    [CHART_LABEL] = label, [CHART_VALUE] = "amount_usd", [CHART_STATE] = "amount_state", [CHART_FLAG] = "is_flagged",  \
    [CHART_LINK] = link

#define PLACES [CHART_LONGITUDE] = "longitude", [CHART_LATITUDE] = "latitude"

/* How many values of a parameter. */
#define ONE 1, 1
#define NO 0, 0
#define ANY 1, SIZE_MAX

/* Titles where nobody has what is asked for. */
#define NO_AMOUNT                                                                                                      \
    N_("No {missing} on record for {one} jurisdiction"), N_("No {missing} on record for {count} jurisdictions")

static const char most_residents[] = N_("Drawn from the {shown} with most residents of {count} jurisdictions.");
static const char money_subtitle[] = N_("{measure}, {programs}, {years}, US dollars, nominal");

const struct chart_declaration jurisdictions_charts[] = {
    {
        .kind = CHART_RANKED_BARS,
        .when = WHEN({"measure", ONE}),
        .columns = {AMOUNTS("jurisdiction", "jurisdiction_url"), [CHART_PANEL] = "panel"},
        .main_panel = "local",
        .titles = LIST(NO_AMOUNT, N_("{panel_name} has the largest {amount} among the {panel_count} local governments"),
                       N_("{counted_panel_name} has the largest known {amount} of the local governments"),
                       N_("{name} has the largest {amount} among the {count} jurisdictions"),
                       N_("{amount}: {one} jurisdiction"), N_("{amount}: {count} jurisdictions")),
        .subtitle = money_subtitle,
        .example = "example_year",
    },
    {
        .kind = CHART_STRIP_PLOT,
        .when = WHEN({"measure", ONE}),
        .columns = {AMOUNTS("jurisdiction", "jurisdiction_url"), [CHART_PANEL] = "panel"},
        .titles = LIST(NO_AMOUNT, N_("{amount}: {one} jurisdiction"), N_("{amount}: {count} jurisdictions")),
        .subtitle = money_subtitle,
        .example = "example_year",
    },
    {
        .kind = CHART_DOT_MAP,
        .when = WHEN({"measure", ONE}),
        .columns = {AMOUNTS("jurisdiction", "jurisdiction_url"), PLACES},
        .titles = LIST(NO_AMOUNT, N_("{amount}: where {one} jurisdiction is"),
                       N_("{amount}: where {count} jurisdictions are")),
        .subtitle = money_subtitle,
        .example = "example_year",
    },
    {.titles = NULL},
};

const struct chart_declaration funding_charts[] = {
    {
        .kind = CHART_COLUMNS,
        .when = WHEN({"measure", ONE}, {"fy", NO}),
        .statement = "funding_years",
        .columns = {AMOUNTS("fiscal_year", "record_url")},
        .titles = LIST(N_("{amount} by fiscal year")), /* years differ in who is on record: none is the most */
        .subtitle = money_subtitle,
        .note = N_("Years differ in how many amounts are on record: {value}."),
        .note_column = "amounts_range",
        .example = "example_place",
    },
    {
        .kind = CHART_STACKED_BAR,
        .when = WHEN({"measure", ONE}, {"fy", ONE}, {"program", NO}),
        .columns = {AMOUNTS("jurisdiction", "amount_usd_url"), [CHART_SERIES] = "program"},
        .titles = LIST(N_("{amount} by jurisdiction and program")),
        .subtitle = money_subtitle,
        .example = "example_year",
    },
    {
        .kind = CHART_RANKED_BARS,
        .when = WHEN({"measure", ONE}, {"fy", ONE}, {"program", ONE}),
        .columns = {AMOUNTS("jurisdiction", "amount_usd_url")},
        .titles = LIST(N_("{name} has the largest {amount} of {count}"),
                       N_("{counted_name} has the largest {amount} that is counted"),
                       N_("{amount}: {one} jurisdiction"), N_("{amount}: {count} jurisdictions")),
        .subtitle = money_subtitle,
        .example = "example_year",
    },
    {
        .kind = CHART_STRIP_PLOT,
        .when = WHEN({"measure", ONE}, {"fy", ONE}, {"program", ONE}),
        .columns = {AMOUNTS("jurisdiction", "amount_usd_url")},
        .titles = LIST(N_("{amount}: {one} jurisdiction"), N_("{amount}: {count} jurisdictions")),
        .subtitle = money_subtitle,
        .example = "example_year",
    },
    /* Of several programs a jurisdiction has several amounts. */
    {
        .kind = CHART_RANKED_BARS,
        .when = WHEN({"measure", ONE}, {"fy", ONE}),
        .columns = {AMOUNTS("jurisdiction", "amount_usd_url")},
        .titles = LIST(N_("{amount} by jurisdiction and program")),
        .subtitle = money_subtitle,
        .example = "example_year",
    },
    {
        .kind = CHART_STRIP_PLOT,
        .when = WHEN({"measure", ONE}, {"fy", ONE}),
        .columns = {AMOUNTS("jurisdiction", "amount_usd_url")},
        .titles = LIST(N_("{amount} by jurisdiction and program")),
        .subtitle = money_subtitle,
        .example = "example_year",
    },
    {.titles = NULL},
};

const struct chart_declaration status_charts[] = {
    {
        .kind = CHART_STATUS_MATRIX,
        .when = WHEN({"requirement", ONE}),
        .sources = "status_sources",
        .columns = {[CHART_LABEL] = "jurisdiction",
                    [CHART_SERIES] = "voice",
                    [CHART_POSITION] = "position",
                    [CHART_FROM] = "made_on",
                    [CHART_NOTED] = "disputed",
                    [CHART_LINK] = "position_url"},
        .signs = position_signs,
        .noted = "disputed",
        .titles = LIST(N_("{requirement}: who says what of whom")),
        .subtitle = N_("Positions on the date, by authority"),
        .note = N_("The requirement ended on {value}; the positions are those last taken on it."),
        .note_column = "condition_ended_on",
        .example = "example_requirement",
    },
    {.titles = NULL},
};

const struct chart_declaration timeline_charts[] = {
    {
        .kind = CHART_TIMELINE,
        .when = WHEN({"j", ONE}),
        .statement = "timeline_marks",
        .columns = {[CHART_LABEL] = "event_title",
                    [CHART_SERIES] = "lane",
                    [CHART_FROM] = "event_on",
                    [CHART_UNTIL] = "until_on",
                    [CHART_POSITION] = "position",
                    [CHART_FORM] = "mark_form",
                    [CHART_LINK] = "summary_url"},
        .signs = position_signs,
        .titles = LIST(N_("{j}: what agencies, jurisdictions, courts and others did")),
        .subtitle = N_("Bars: positions while they and their requirement were in force. Ticks: what happened on a day. "
                       "Flags: deadlines"),
        .part = N_("Drawn from the newest {shown} of {count} events."),
        .is_dated = true,
        .example = "example_events",
    },
    {.titles = NULL},
};

const struct chart_declaration deadlines_charts[] = {
    {
        .kind = CHART_DEADLINES,
        .statement = "deadlines_strip",
        .columns =
            {[CHART_LABEL] = "label", [CHART_FROM] = "due_on", [CHART_STATE] = "outcome", [CHART_LINK] = "demand_url"},
        .titles = LIST(N_("{noted} deadlines"), N_("{one} deadline"), N_("Deadlines")),
        .subtitle = N_("Days by which an answer was asked for, and what came of it. Those alike share a line"),
        .note_column = "deadlines_count",
        .is_dated = true,
    },
    {.titles = NULL},
};

const struct chart_declaration map_charts[] = {
    {
        .kind = CHART_TILE_GRID,
        .when = WHEN({"measure", ONE}),
        .statement = "map_tiles",
        .sources = "map_sources",
        .columns = {[CHART_LABEL] = "state",
                    [CHART_VALUE] = "amount_usd",
                    [CHART_STATE] = "amount_state",
                    [CHART_REGION] = "state",
                    [CHART_PANEL] = "panel",
                    [CHART_LINK] = "jurisdictions_count_url"},
        .titles = LIST(N_("{panel}: no {missing} on record that is counted"), N_("{panel}: {amount}, by state")),
        .subtitle = money_subtitle,
        .example = "example_year",
    },
    {
        .kind = CHART_TILE_GRID,
        .when = WHEN({"measure", NO}),
        .sources = "map_sources",
        .columns = {[CHART_LABEL] = "state",
                    [CHART_VALUE] = "jurisdictions_count",
                    [CHART_REGION] = "state",
                    [CHART_LINK] = "jurisdictions_count_url"},
        .titles = LIST(N_("{name} has the most jurisdictions on record: {value}"), N_("Jurisdictions by state")),
        .subtitle = N_("Jurisdictions on record in each state and territory"),
    },
    {
        .kind = CHART_DOT_MAP,
        .when = WHEN({"measure", ONE}),
        .statement = "map_places",
        .part = most_residents,
        .columns = {AMOUNTS("jurisdiction", "jurisdiction_url"), PLACES},
        .titles = LIST(NO_AMOUNT, N_("{amount}: where {one} jurisdiction is"),
                       N_("{amount}: where {count} jurisdictions are")),
        .subtitle = money_subtitle,
        .example = "example_year",
    },
    {
        .kind = CHART_DOT_MAP,
        .when = WHEN({"measure", NO}),
        .statement = "map_places",
        .part = most_residents,
        .columns = {[CHART_LABEL] = "jurisdiction", [CHART_LINK] = "jurisdiction_url", PLACES},
        .titles = LIST(N_("Where {one} jurisdiction is"), N_("Where {count} jurisdictions are")),
        .subtitle = N_("Jurisdictions on record, each at a point inside it"),
    },
    {.titles = NULL},
};

const struct chart_declaration stake_charts[] = {
    {
        .kind = CHART_WATERFALL,
        .when = WHEN({"requirement", ONE}, {"measure", ONE}),
        .statement = "stake_waterfall",
        .columns = {[CHART_LABEL] = "step_line",
                    [CHART_VALUE] = "change_usd",
                    [CHART_FLAG] = "is_sum",
                    [CHART_LINK] = "record_url"},
        .titles =
            LIST(N_("{step}: {last_value} of {first_value}"),
                 N_("All of the {whole_value} remains under the requirement, which ended on {noted}"),
                 N_("{last_value} of {first_value} remains under the requirement, which ended on {noted}"),
                 N_("None of the {gone_value} is of a program and year that the requirement reaches"),
                 N_("All of the {whole_value} remains under the requirement"),
                 N_("{last_value} of {first_value} remains under the requirement"), N_("Money under the requirement")),
        .subtitle = N_("{measure}, {programs}, {years}, US dollars, nominal. Requirement: {requirement}"),
        .note_column = "condition_ended_on",
        .example = "example_stake",
    },
    {.titles = NULL},
};

const struct chart_declaration compare_charts[] = {
    {
        .kind = CHART_RANKED_BARS,
        .when = WHEN({"j", ANY}, {"measure", ONE}, {"fy", ONE}),
        .statement = "compare_amounts",
        .columns = {AMOUNTS("jurisdiction", "jurisdiction_url")},
        .titles = LIST(N_("No {missing} on record for the {count} compared"),
                       N_("{name} has the largest {amount} of the {count} compared"), N_("{amount}: {count} compared")),
        .subtitle = money_subtitle,
        .example = "example_years",
    },
    {
        .kind = CHART_LINES,
        .when = WHEN({"j", 1, 4}, {"measure", ONE}, {"fy", NO}),
        .statement = "compare_years",
        .columns = {AMOUNTS("fiscal_year", "jurisdiction_url"), [CHART_SERIES] = "jurisdiction"},
        .titles = LIST(N_("{amount} by fiscal year")),
        .subtitle = money_subtitle,
        .example = "example_years",
    },
    {
        .kind = CHART_SMALL_MULTIPLES,
        .when = WHEN({"j", ANY}, {"measure", ONE}, {"fy", NO}),
        .statement = "compare_years",
        .columns = {AMOUNTS("fiscal_year", "jurisdiction_url"), [CHART_PANEL] = "jurisdiction"},
        .titles = LIST(N_("{amount} by fiscal year, on one scale")),
        .subtitle = money_subtitle,
        .example = "example_years",
    },
    {
        .kind = CHART_DUMBBELL,
        .when = WHEN({"j", ANY}, {"measure", ONE}, {"fy_from", ONE}, {"fy_to", ONE}, {"fy", NO}),
        .statement = "compare_ends",
        .columns = {[CHART_LABEL] = "jurisdiction",
                    [CHART_VALUE] = "from_usd",
                    [CHART_OTHER] = "to_usd",
                    [CHART_STATE] = "from_usd_state",
                    [CHART_OTHER_STATE] = "to_usd_state",
                    [CHART_LINK] = "jurisdiction_url"},
        .titles = LIST(N_("{amount}, two years side by side")),
        .subtitle = money_subtitle,
        .value_word = N_("FY{fy_from}"),
        .other_word = N_("FY{fy_to}"),
        .example = "example_years",
    },
    {.titles = NULL},
};

/* What both kinds say of awards. */
#define AWARDS                                                                                                         \
    .when = WHEN({"program", ONE}),                                                                                    \
    .columns = {[CHART_LABEL] = "recipient_name",                                                                      \
                [CHART_VALUE] = "amount_usd",                                                                          \
                [CHART_STATE] = "amount_state",                                                                        \
                [CHART_LINK] = "record_url"},                                                                          \
    .titles = LIST(N_("{count} awards, largest to {name}: {value}"),                                                   \
                   N_("{count} awards, largest known to {counted_name}: {counted_value}"), N_("{one} award"),          \
                   N_("{count} awards")),                                                                              \
    .subtitle = N_("Award, {programs}, {years}, US dollars, nominal"), .example = "example_awards"

const struct chart_declaration awards_charts[] = {
    {
        .kind = CHART_STRIP_PLOT,
        AWARDS,
    },
    {
        .kind = CHART_RANKED_BARS,
        AWARDS,
    },
    {.titles = NULL},
};

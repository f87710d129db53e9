/* Charts: which kind draws which columns for which question, and in what words. */
#include "app/resource_table.h"

#define WHEN(...)                                                                                                      \
    (const struct chart_condition[])                                                                                   \
    {                                                                                                                  \
        __VA_ARGS__,                                                                                                   \
        {                                                                                                              \
            NULL, 0, 0                                                                                                 \
        }                                                                                                              \
    }

/* How many values of a parameter. */
#define ONE 1, 1
#define NO 0, 0
#define ANY 1, SIZE_MAX

const struct chart_declaration jurisdictions_charts[] = {
    {
        .kind = CHART_RANKED_BARS,
        .when = WHEN({"measure", ONE}),
        .columns = {[CHART_LABEL] = "jurisdiction",
                    [CHART_VALUE] = "amount_usd",
                    [CHART_PANEL] = "panel",
                    [CHART_STATE] = "amount_state",
                    [CHART_FLAG] = "is_flagged",
                    [CHART_LINK] = "jurisdiction_url"},
        .main_panel = "local",
        .titles = LIST(N_("{panel_name} received the largest {amount} among the {panel_count} local governments"),
                       N_("{name} received the largest {amount} among the {count} jurisdictions"),
                       N_("{amount}: {count} jurisdictions")),
        .subtitle = N_("{measure}, {programs}, {years}, US dollars, nominal"),
    },
    {.titles = NULL},
};

/* How the files resources*.c declare resources. */
#ifndef PROVISO_APP_RESOURCE_TABLE_H
#define PROVISO_APP_RESOURCE_TABLE_H

#include "app/parameters.h"
#include "app/resource.h"

#define LIST(...)                                                                                                      \
    (const char *const[])                                                                                              \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }
#define SIDES(...)                                                                                                     \
    (const struct side[])                                                                                              \
    {                                                                                                                  \
        __VA_ARGS__,                                                                                                   \
        {                                                                                                              \
            NULL, NULL, NULL                                                                                           \
        }                                                                                                              \
    }
#define PARAMETERS(...)                                                                                                \
    (const struct parameter *const[])                                                                                  \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }

/* Parameters of what has a chart. */
#define PICTURE &parameter_chart, &parameter_size, &parameter_scale

/* Parameters of every page, and of every list. */
#define DAY &parameter_as_of, &parameter_edition, &parameter_lang
#define PAGE &parameter_after, &parameter_limit, DAY

/* What can be followed. */
extern const struct feed_declaration jurisdictions_feed, jurisdiction_feed, jurisdiction_calendar, demands_feed,
    demands_calendar, demand_feed, deadlines_feed, deadlines_calendar, cases_feed, case_feed, changes_feed;

/* What can be drawn. */
extern const struct chart_declaration jurisdictions_charts[], funding_charts[], compare_charts[], status_charts[],
    stake_charts[], timeline_charts[], map_charts[], deadlines_charts[], awards_charts[];

/* What reports hold. */
extern const struct report_declaration report_jurisdiction, report_group, report_comparison, report_changes;

extern const struct resource resources_of_record[], resources_of_questions[], resources_of_reports[], resources_about[];
extern const size_t n_resources_of_record, n_resources_of_questions, n_resources_of_reports, n_resources_about;

#endif

/* The resources. Adding a page is a row here, a statement and a template. */
#include "app/resource.h"

#include "app/parameters.h"

#include <string.h>

#define LIST(...)                                                                                                      \
    (const char *const[])                                                                                              \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }
#define PARAMETERS(...)                                                                                                \
    (const struct parameter *const[])                                                                                  \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }

static const struct chart_declaration jurisdictions_chart = {
    .needs = "measure",
    .label = "jurisdiction",
    .value = "amount_usd",
    .panel = "panel",
    .state = "amount_state",
    .flag = "is_flagged",
    .link = "jurisdiction_url",
};

const struct resource resources[] = {
    {
        .path = "/",
        .name = "home",
        .title = N_("Who funds it, on what conditions, who says it complies"),
        .parameters = PARAMETERS(&parameter_as_of, &parameter_edition),
        .sides = LIST("home_subject", "home_counts", "home_deadlines", "home_demands", "home_events"),
        .representations = AS_HTML,
    },
    {
        .path = "/jurisdictions",
        .name = "jurisdictions",
        .title = N_("jurisdictions"),
        .singular = N_("jurisdiction"),
        .parameters =
            PARAMETERS(&parameter_q, &parameter_demand, &parameter_not_demand, &parameter_state, &parameter_kind,
                       &parameter_program, &parameter_fy, &parameter_measure, &parameter_position, &parameter_authority,
                       &parameter_requirement, &parameter_jurisdiction_sort, &parameter_as_of, &parameter_edition,
                       &parameter_after, &parameter_limit, &parameter_size, &parameter_scale),
        .rows = "jurisdictions",
        .total = "jurisdictions_total",
        .shown = LIST("jurisdiction", "kind", "state", "population_2020", "amount_usd", "per_resident_usd", "disputed"),
        .chart = &jurisdictions_chart,
        .representations = AS_HTML | AS_JSON | AS_CSV | AS_PNG | AS_SVG | AS_PDF,
    },
    {
        .path = "/jurisdictions/{key}",
        .name = "jurisdiction",
        .parameters = PARAMETERS(&parameter_as_of, &parameter_edition),
        .record = "jurisdiction",
        .heading = "jurisdiction",
        .sides = LIST("jurisdiction_aliases", "jurisdiction_demands", "jurisdiction_claims", "jurisdiction_money",
                      "jurisdiction_requirements", "jurisdiction_policies", "jurisdiction_statements",
                      "jurisdiction_findings", "jurisdiction_events"),
        .representations = AS_HTML | AS_JSON,
    },
    {
        .path = "/demands",
        .name = "demands",
        .title = N_("demands"),
        .singular = N_("demand"),
        .parameters = PARAMETERS(&parameter_demand_sort, &parameter_as_of, &parameter_edition, &parameter_after,
                                 &parameter_limit),
        .rows = "demands",
        .total = "demands_total",
        .shown = LIST("demand", "authority", "demand_kind", "issued_on", "due_on", "named_count", "stated_count"),
        .representations = AS_HTML | AS_JSON | AS_CSV,
    },
    {
        .path = "/demands/{key}",
        .name = "demand",
        .parameters = PARAMETERS(&parameter_as_of, &parameter_edition),
        .record = "demand",
        .heading = "demand",
        .rows = "demand_recipients",
        .sides = LIST("demand_statements", "demand_findings"),
        .shown = LIST("jurisdiction", "kind", "state", "printed_name", "due_on", "outcome", "outcome_on"),
        .representations = AS_HTML | AS_JSON | AS_CSV,
    },
    {
        .path = "/sources",
        .name = "sources",
        .title = N_("sources"),
        .singular = N_("source"),
        .parameters = PARAMETERS(&parameter_source_kind, &parameter_source_sort, &parameter_as_of, &parameter_edition,
                                 &parameter_after, &parameter_limit),
        .rows = "sources",
        .total = "sources_total",
        .shown = LIST("title", "publisher", "source_kind", "published_on", "retrieved_on"),
        .representations = AS_HTML | AS_JSON | AS_CSV,
    },
    {
        .path = "/sources/{key}",
        .name = "source",
        .parameters = PARAMETERS(&parameter_as_of, &parameter_edition),
        .record = "source",
        .heading = "title",
        .sides = LIST("source_facts"),
        .representations = AS_HTML | AS_JSON,
    },
    {.path = NULL},
};

/* Does the path fit the pattern? The rest of it after the fixed part is the key. */
static bool path_fits(const char *pattern, const char *path, const char **key)
{
    const char *brace = strchr(pattern, '{');
    if (!brace)
        return strcmp(pattern, path) == 0;
    size_t fixed = (size_t)(brace - pattern);
    if (strncmp(pattern, path, fixed) != 0 || !path[fixed] || strchr(path + fixed, '/'))
        return false;
    *key = path + fixed;
    return true;
}

const struct resource *resource_find(struct arena *arena, const char *path, const char **key)
{
    *key = NULL;
    for (const struct resource *each = resources; each->path; each++) {
        if (path_fits(each->path, path, key)) {
            *key = arena_strdup(arena, *key);
            return each;
        }
    }
    return NULL;
}

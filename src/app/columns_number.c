/* Columns of money, counts and measures. Sorted by name. */
#include "app/column_table.h"

#include "base/catalog.h"

static const struct column columns[] = {
    {COLUMN("amount_usd", MONEY, N_("{measure} {fy}"), N_("An amount of money of the named measure.")),
     .unit = N_("US dollars")},
    {COLUMN("claims_count", INTEGER, N_("Claims"), N_("How many claims.")), .unit = N_("rows")},
    {COLUMN("counted_rows", INTEGER, N_("Rows counted"), N_("How many rows are in the total.")), .unit = N_("rows")},
    {COLUMN("days_left", INTEGER, N_("Days left"),
            N_("Days from the as-of date to the deadline; negative when it has passed.")),
     .unit = N_("days")},
    {COLUMN("days_overdue", INTEGER, N_("Days past"), N_("Days from the deadline to the as-of date.")),
     .unit = N_("days"), .serves = "due_on"},
    {COLUMN("demands_count", INTEGER, N_("Demands"), N_("How many demands.")), .unit = N_("rows")},
    {COLUMN("empty_rows", INTEGER, N_("Rows without data"), N_("How many rows have no amount.")), .unit = N_("rows")},
    {COLUMN("jurisdictions_count", INTEGER, N_("Jurisdictions"), N_("How many jurisdictions.")),
     .unit = N_("jurisdictions")},
    {COLUMN("latitude", NUMBER, N_("Latitude"), N_("Degrees north.")), .unit = N_("degrees")},
    {COLUMN("longitude", NUMBER, N_("Longitude"), N_("Degrees east.")), .unit = N_("degrees")},
    {COLUMN("named_count", INTEGER, N_("Recipients"), N_("How many recipients the register holds for the demand.")),
     .unit = N_("recipients")},
    {COLUMN("number", INTEGER, N_("No."), N_("Number of the source on the page."))},
    {COLUMN("per_resident_usd", MONEY, N_("Per resident"),
            N_("The amount divided by the population of the 2020 census.")),
     .unit = N_("US dollars per resident")},
    {COLUMN("population_2017", INTEGER, N_("Population 2017"), N_("Census Bureau estimate for July 1, 2017.")),
     .unit = N_("residents")},
    {COLUMN("population_2020", INTEGER, N_("Population 2020"), N_("Decennial census of April 1, 2020.")),
     .unit = N_("residents")},
    {COLUMN("population_2021", INTEGER, N_("Population 2021"), N_("Census Bureau estimate for July 1, 2021.")),
     .unit = N_("residents")},
    {COLUMN("rank", INTEGER, N_("No."), N_("Place in the list."))},
    {COLUMN("requirements_count", INTEGER, N_("Requirements"), N_("How many requirements.")), .unit = N_("rows")},
    {COLUMN("row_count", INTEGER, N_("Rows"), N_("How many rows.")), .unit = N_("rows")},
    {COLUMN("rulings_count", INTEGER, N_("Rulings"), N_("How many rulings.")), .unit = N_("rows")},
    {COLUMN("sources_count", INTEGER, N_("Sources"), N_("How many sources.")), .unit = N_("sources")},
    {COLUMN("stated_count", INTEGER, N_("Stated count"), N_("How many recipients the issuer said there were.")),
     .unit = N_("recipients")},
    {COLUMN("total_usd", MONEY, N_("Total"), N_("The sum of the counted amounts of all rows, of one measure.")),
     .unit = N_("US dollars")},
    {COLUMN("uncounted_rows", INTEGER, N_("Rows not counted"),
            N_("How many rows have an amount that stays out of the total.")),
     .unit = N_("rows")},
};

const struct column_table columns_number = {columns, G_N_ELEMENTS(columns)};

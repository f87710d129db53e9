/* The table of states. */
#include "import/states.h"

#include <glib.h>
#include <string.h>

static const struct state states[] = {
    {"AL", "01", "Alabama"},
    {"AK", "02", "Alaska"},
    {"AZ", "04", "Arizona"},
    {"AR", "05", "Arkansas"},
    {"CA", "06", "California"},
    {"CO", "08", "Colorado"},
    {"CT", "09", "Connecticut"},
    {"DE", "10", "Delaware"},
    {"DC", "11", "District of Columbia"},
    {"FL", "12", "Florida"},
    {"GA", "13", "Georgia"},
    {"HI", "15", "Hawaii"},
    {"ID", "16", "Idaho"},
    {"IL", "17", "Illinois"},
    {"IN", "18", "Indiana"},
    {"IA", "19", "Iowa"},
    {"KS", "20", "Kansas"},
    {"KY", "21", "Kentucky"},
    {"LA", "22", "Louisiana"},
    {"ME", "23", "Maine"},
    {"MD", "24", "Maryland"},
    {"MA", "25", "Massachusetts"},
    {"MI", "26", "Michigan"},
    {"MN", "27", "Minnesota"},
    {"MS", "28", "Mississippi"},
    {"MO", "29", "Missouri"},
    {"MT", "30", "Montana"},
    {"NE", "31", "Nebraska"},
    {"NV", "32", "Nevada"},
    {"NH", "33", "New Hampshire"},
    {"NJ", "34", "New Jersey"},
    {"NM", "35", "New Mexico"},
    {"NY", "36", "New York"},
    {"NC", "37", "North Carolina"},
    {"ND", "38", "North Dakota"},
    {"OH", "39", "Ohio"},
    {"OK", "40", "Oklahoma"},
    {"OR", "41", "Oregon"},
    {"PA", "42", "Pennsylvania"},
    {"RI", "44", "Rhode Island"},
    {"SC", "45", "South Carolina"},
    {"SD", "46", "South Dakota"},
    {"TN", "47", "Tennessee"},
    {"TX", "48", "Texas"},
    {"UT", "49", "Utah"},
    {"VT", "50", "Vermont"},
    {"VA", "51", "Virginia"},
    {"WA", "53", "Washington"},
    {"WV", "54", "West Virginia"},
    {"WI", "55", "Wisconsin"},
    {"WY", "56", "Wyoming"},
    {"AS", "60", "American Samoa"},
    {"GU", "66", "Guam"},
    {"MP", "69", "Northern Mariana Islands"},
    {"PR", "72", "Puerto Rico"},
    {"VI", "78", "U.S. Virgin Islands"},
};

const struct state *state_by_usps(const char *usps)
{
    for (size_t i = 0; i < G_N_ELEMENTS(states); i++)
        if (states[i].usps[0] == usps[0] && strcmp(states[i].usps, usps) == 0)
            return &states[i];
    return NULL;
}

const struct state *state_by_fips(const char *fips)
{
    for (size_t i = 0; i < G_N_ELEMENTS(states); i++)
        if (strcmp(states[i].fips, fips) == 0 || (states[i].fips[0] == '0' && strcmp(states[i].fips + 1, fips) == 0))
            return &states[i];
    return NULL;
}

const char *state_name(const char *usps)
{
    const struct state *state = state_by_usps(usps);
    return state ? state->name : "";
}

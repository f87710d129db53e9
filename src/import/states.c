/* The table of states. */
#include "import/states.h"

#include <glib.h>
#include <string.h>

static const struct state states[] = {
    {"AL", "01", "Alabama", "alabama"},
    {"AK", "02", "Alaska", "alaska"},
    {"AZ", "04", "Arizona", "arizona"},
    {"AR", "05", "Arkansas", "arkansas"},
    {"CA", "06", "California", "california"},
    {"CO", "08", "Colorado", "colorado"},
    {"CT", "09", "Connecticut", "connecticut"},
    {"DE", "10", "Delaware", "delaware"},
    {"DC", "11", "District of Columbia", "district of columbia"},
    {"FL", "12", "Florida", "florida"},
    {"GA", "13", "Georgia", "georgia"},
    {"HI", "15", "Hawaii", "hawaii"},
    {"ID", "16", "Idaho", "idaho"},
    {"IL", "17", "Illinois", "illinois"},
    {"IN", "18", "Indiana", "indiana"},
    {"IA", "19", "Iowa", "iowa"},
    {"KS", "20", "Kansas", "kansas"},
    {"KY", "21", "Kentucky", "kentucky"},
    {"LA", "22", "Louisiana", "louisiana"},
    {"ME", "23", "Maine", "maine"},
    {"MD", "24", "Maryland", "maryland"},
    {"MA", "25", "Massachusetts", "massachusetts"},
    {"MI", "26", "Michigan", "michigan"},
    {"MN", "27", "Minnesota", "minnesota"},
    {"MS", "28", "Mississippi", "mississippi"},
    {"MO", "29", "Missouri", "missouri"},
    {"MT", "30", "Montana", "montana"},
    {"NE", "31", "Nebraska", "nebraska"},
    {"NV", "32", "Nevada", "nevada"},
    {"NH", "33", "New Hampshire", "new hampshire"},
    {"NJ", "34", "New Jersey", "new jersey"},
    {"NM", "35", "New Mexico", "new mexico"},
    {"NY", "36", "New York", "new york"},
    {"NC", "37", "North Carolina", "north carolina"},
    {"ND", "38", "North Dakota", "north dakota"},
    {"OH", "39", "Ohio", "ohio"},
    {"OK", "40", "Oklahoma", "oklahoma"},
    {"OR", "41", "Oregon", "oregon"},
    {"PA", "42", "Pennsylvania", "pennsylvania"},
    {"RI", "44", "Rhode Island", "rhode island"},
    {"SC", "45", "South Carolina", "south carolina"},
    {"SD", "46", "South Dakota", "south dakota"},
    {"TN", "47", "Tennessee", "tennessee"},
    {"TX", "48", "Texas", "texas"},
    {"UT", "49", "Utah", "utah"},
    {"VT", "50", "Vermont", "vermont"},
    {"VA", "51", "Virginia", "virginia"},
    {"WA", "53", "Washington", "washington"},
    {"WV", "54", "West Virginia", "west virginia"},
    {"WI", "55", "Wisconsin", "wisconsin"},
    {"WY", "56", "Wyoming", "wyoming"},
    {"AS", "60", "American Samoa", "american samoa"},
    {"GU", "66", "Guam", "guam"},
    {"MP", "69", "Northern Mariana Islands", "northern mariana islands"},
    {"PR", "72", "Puerto Rico", "puerto rico"},
    {"VI", "78", "U.S. Virgin Islands", "us virgin islands"},
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

const char *state_words(const char *usps)
{
    const struct state *state = state_by_usps(usps);
    return state ? state->words : "";
}

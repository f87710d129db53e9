/* synthetic DIR ACTIONS [JURISDICTIONS [PROGRAMS [YEARS]]]: writes a SYNTHETIC register: invented governments, programs and
 * awards, for measuring only. Nothing in it is a real amount, recipient or award; every name says so. The same arguments
 * give the same bytes.
 *
 * DIR gets jurisdiction.csv, source.csv, authority.csv, program.csv in the form of the register's tables, and
 * Assistance_PrimeTransactions_2025-12-31_1.csv, _2.csv ... with the 112 columns of USAspending, a million records each,
 * awards in the order of their numbers. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RECORDS_A_FILE = 1000000, STATES = 50, COUNTIES_A_STATE = 62 };

static const char *const usps[STATES] = {
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
    "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND",
    "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
};
static const char *const fips[STATES] = {
    "01", "02", "04", "05", "06", "08", "09", "10", "12", "13", "15", "16", "17", "18", "19", "20", "21",
    "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38",
    "39", "40", "41", "42", "44", "45", "46", "47", "48", "49", "50", "51", "53", "54", "55", "56",
};

/* What a record varies; every other column is one text. */
enum slot { SLOT_TRANSACTION, SLOT_AWARD, SLOT_FAIN, SLOT_MODIFICATION, SLOT_AMOUNT, SLOT_ACTION_ON, SLOT_YEAR, SLOT_UEI, SLOT_NAME,
            SLOT_CITY_CODE, SLOT_CITY, SLOT_COUNTY_CODE, SLOT_COUNTY, SLOT_STATE_FIPS, SLOT_STATE, SLOT_LISTING, SLOT_TITLE, SLOT_TYPE,
            SLOT_MODIFIED_ON, SLOTS };

static const struct column {
    const char *name;
    int slot; /* 1 + enum slot; 0: the text */
    const char *text;
} columns[] = {
    {"assistance_transaction_unique_key", 1 + SLOT_TRANSACTION, 0},
    {"assistance_award_unique_key", 1 + SLOT_AWARD, 0},
    {"award_id_fain", 1 + SLOT_FAIN, 0},
    {"modification_number", 1 + SLOT_MODIFICATION, 0},
    {"award_id_uri", 0, ""},
    {"sai_number", 0, "SAI EXEMPT"},
    {"federal_action_obligation", 1 + SLOT_AMOUNT, 0},
    {"total_obligated_amount", 1 + SLOT_AMOUNT, 0},
    {"total_outlayed_amount_for_overall_award", 0, ""},
    {"indirect_cost_federal_share_amount", 0, ""},
    {"non_federal_funding_amount", 0, "0.00"},
    {"total_non_federal_funding_amount", 0, "0.00"},
    {"face_value_of_loan", 0, ""},
    {"original_loan_subsidy_cost", 0, ""},
    {"total_face_value_of_loan", 0, ""},
    {"total_loan_subsidy_cost", 0, ""},
    {"generated_pragmatic_obligations", 1 + SLOT_AMOUNT, 0},
    {"disaster_emergency_fund_codes_for_overall_award", 0, ""},
    {"outlayed_amount_from_COVID-19_supplementals_for_overall_award", 0, ""},
    {"obligated_amount_from_COVID-19_supplementals_for_overall_award", 0, ""},
    {"outlayed_amount_from_IIJA_supplemental_for_overall_award", 0, ""},
    {"obligated_amount_from_IIJA_supplemental_for_overall_award", 0, ""},
    {"action_date", 1 + SLOT_ACTION_ON, 0},
    {"action_date_fiscal_year", 1 + SLOT_YEAR, 0},
    {"period_of_performance_start_date", 1 + SLOT_ACTION_ON, 0},
    {"period_of_performance_current_end_date", 0, "2030-09-30"},
    {"awarding_agency_code", 0, "999"},
    {"awarding_agency_name", 0, "Synthetic Department"},
    {"awarding_sub_agency_code", 0, "9999"},
    {"awarding_sub_agency_name", 0, "Synthetic Agency"},
    {"awarding_office_code", 0, "999999"},
    {"awarding_office_name", 0, "SYNTHETIC OFFICE OF GRANTS"},
    {"funding_agency_code", 0, "999"},
    {"funding_agency_name", 0, "Synthetic Department"},
    {"funding_sub_agency_code", 0, "9999"},
    {"funding_sub_agency_name", 0, "Synthetic Agency"},
    {"funding_office_code", 0, "999999"},
    {"funding_office_name", 0, "SYNTHETIC OFFICE OF GRANTS"},
    {"treasury_accounts_funding_this_award", 0, "999-X-0000-000"},
    {"federal_accounts_funding_this_award", 0, "999-0000"},
    {"object_classes_funding_this_award", 0, "41.0: Grants, subsidies, and contributions"},
    {"program_activities_funding_this_award", 0, "0001: SYNTHETIC ACTIVITY"},
    {"recipient_uei", 1 + SLOT_UEI, 0},
    {"recipient_duns", 0, ""},
    {"recipient_name", 1 + SLOT_NAME, 0},
    {"recipient_name_raw", 1 + SLOT_NAME, 0},
    {"recipient_parent_uei", 1 + SLOT_UEI, 0},
    {"recipient_parent_duns", 0, ""},
    {"recipient_parent_name", 1 + SLOT_NAME, 0},
    {"recipient_parent_name_raw", 1 + SLOT_NAME, 0},
    {"recipient_country_code", 0, "USA"},
    {"recipient_country_name", 0, "UNITED STATES"},
    {"recipient_address_line_1", 0, "1 SYNTHETIC PLAZA"},
    {"recipient_address_line_2", 0, ""},
    {"recipient_city_code", 1 + SLOT_CITY_CODE, 0},
    {"recipient_city_name", 1 + SLOT_CITY, 0},
    {"prime_award_transaction_recipient_county_fips_code", 1 + SLOT_COUNTY_CODE, 0},
    {"recipient_county_name", 1 + SLOT_COUNTY, 0},
    {"prime_award_transaction_recipient_state_fips_code", 1 + SLOT_STATE_FIPS, 0},
    {"recipient_state_code", 1 + SLOT_STATE, 0},
    {"recipient_state_name", 1 + SLOT_STATE, 0},
    {"recipient_zip_code", 0, "00000"},
    {"recipient_zip_last_4_code", 0, "0000"},
    {"prime_award_transaction_recipient_cd_original", 0, "00"},
    {"prime_award_transaction_recipient_cd_current", 0, "00"},
    {"recipient_foreign_city_name", 0, ""},
    {"recipient_foreign_province_name", 0, ""},
    {"recipient_foreign_postal_code", 0, ""},
    {"primary_place_of_performance_scope", 0, "City-wide"},
    {"primary_place_of_performance_country_code", 0, "USA"},
    {"primary_place_of_performance_country_name", 0, "UNITED STATES"},
    {"primary_place_of_performance_code", 0, ""},
    {"primary_place_of_performance_city_name", 1 + SLOT_CITY, 0},
    {"prime_award_transaction_place_of_performance_county_fips_code", 1 + SLOT_COUNTY_CODE, 0},
    {"primary_place_of_performance_county_name", 1 + SLOT_COUNTY, 0},
    {"prime_award_transaction_place_of_performance_state_fips_code", 1 + SLOT_STATE_FIPS, 0},
    {"primary_place_of_performance_state_name", 1 + SLOT_STATE, 0},
    {"primary_place_of_performance_zip_4", 0, "00000"},
    {"prime_award_transaction_place_of_performance_cd_original", 0, "00"},
    {"prime_award_transaction_place_of_performance_cd_current", 0, "00"},
    {"primary_place_of_performance_foreign_location", 0, ""},
    {"cfda_number", 1 + SLOT_LISTING, 0},
    {"cfda_title", 1 + SLOT_TITLE, 0},
    {"funding_opportunity_number", 0, "SYN-0000"},
    {"funding_opportunity_goals_text", 0, ""},
    {"assistance_type_code", 0, "04"},
    {"assistance_type_description", 0, "PROJECT GRANT (B)"},
    {"transaction_description", 0, "SYNTHETIC AWARD FOR MEASURING"},
    {"prime_award_base_transaction_description", 0, "SYNTHETIC AWARD FOR MEASURING"},
    {"business_funds_indicator_code", 0, "NON"},
    {"business_funds_indicator_description", 0, "NOT RECOVERY ACT"},
    {"business_types_code", 1 + SLOT_TYPE, 0},
    {"business_types_description", 0, "GOVERNMENT"},
    {"correction_delete_indicator_code", 0, ""},
    {"correction_delete_indicator_description", 0, ""},
    {"action_type_code", 0, "A"},
    {"action_type_description", 0, "NEW"},
    {"record_type_code", 0, "2"},
    {"record_type_description", 0, "NON-AGGREGATE RECORD"},
    {"highly_compensated_officer_1_name", 0, ""},
    {"highly_compensated_officer_1_amount", 0, ""},
    {"highly_compensated_officer_2_name", 0, ""},
    {"highly_compensated_officer_2_amount", 0, ""},
    {"highly_compensated_officer_3_name", 0, ""},
    {"highly_compensated_officer_3_amount", 0, ""},
    {"highly_compensated_officer_4_name", 0, ""},
    {"highly_compensated_officer_4_amount", 0, ""},
    {"highly_compensated_officer_5_name", 0, ""},
    {"highly_compensated_officer_5_amount", 0, ""},
    {"usaspending_permalink", 1 + SLOT_AWARD, 0},
    {"initial_report_date", 1 + SLOT_ACTION_ON, 0},
    {"last_modified_date", 1 + SLOT_MODIFIED_ON, 0},
};
enum { COLUMNS = sizeof columns / sizeof *columns };
_Static_assert(COLUMNS == 112, "the columns of Assistance_PrimeTransactions");

struct arguments {
    const char *folder;
    uint64_t actions, jurisdictions, programs, years;
};

/* splitmix64: a number from a number, so that every part can be made without the others. */
static uint64_t mix(uint64_t x)
{
    x += 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

/* A pronounceable name for a number; no two numbers below 40^4 share one. */
static void invent_name(uint64_t number, char name[32])
{
    static const char *const syllables[] = {
        "bar", "bel", "bor", "cal", "car", "dal", "dor", "el",  "fal", "fen", "gal", "gor", "har", "hol",
        "jas", "kel", "kor", "lan", "lor", "mal", "mer", "mor", "nel", "nor", "ol",  "par", "pel", "quin",
        "ral", "ros", "sal", "sel", "sor", "tal", "tor", "ul",  "val", "ver", "wal", "zel",
    };
    const char *const part[] = {syllables[number % 40], syllables[number / 40 % 40], syllables[number / 1600 % 40],
                                syllables[number / 64000 % 40]};
    snprintf(name, 32, "%s%s%s%s", part[3], part[2], part[1], part[0]);
    name[0] = (char)(name[0] - 'a' + 'A');
}

/* A government by its number: the states, then their counties, then cities. */
struct government {
    char key[96], name[48], city[48], recipient[96], county[48], county_code[8], city_code[8];
    char kind, type; /* s, c, p; the business type code */
    unsigned state;
};

static void invent(uint64_t number, struct government *g)
{
    char name[32], lower[3];
    invent_name(number, name);
    memset(g, 0, sizeof *g);
    g->state = (unsigned)(number % STATES);
    snprintf(lower, sizeof lower, "%c%c", usps[g->state][0] | 32, usps[g->state][1] | 32);
    uint64_t county = number / STATES % COUNTIES_A_STATE;
    snprintf(g->county_code, sizeof g->county_code, "%s%03u", fips[g->state], (unsigned)(2 * county + 1) % 1000);
    g->kind = number < STATES ? 's' : number < STATES * (1 + COUNTIES_A_STATE) ? 'c' : 'p';
    g->type = g->kind == 's' ? 'A' : g->kind == 'c' ? 'B' : 'C';
    snprintf(g->city, sizeof g->city, "%s", name);
    snprintf(g->county, sizeof g->county, "%s", name);
    snprintf(g->city_code, sizeof g->city_code, "%05u", (unsigned)(number % 100000));
    if (g->kind == 's')
        snprintf(g->name, sizeof g->name, "Synthetic State %s", usps[g->state]);
    else
        snprintf(g->name, sizeof g->name, "%s%s", name, g->kind == 'c' ? " County" : "");
    snprintf(g->key, sizeof g->key, "synthetic-%s%s-%s", name, g->kind == 'c' ? "-county" : "", lower);
    for (char *at = g->key; *at; at++)
        *at = *at >= 'A' && *at <= 'Z' ? (char)(*at | 32) : *at;
    snprintf(g->recipient, sizeof g->recipient, "%s%s%s", g->kind == 's' ? "STATE OF " : g->kind == 'c' ? "COUNTY OF " : "",
             g->kind == 's' ? g->name : name, g->kind == 'p' ? ", CITY OF" : "");
    for (char *at = g->recipient; *at; at++)
        *at = *at >= 'a' && *at <= 'z' ? (char)(*at & ~32) : *at;
}

static FILE *open_file(const struct arguments *a, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", a->folder, name);
    FILE *out = fopen(path, "wb");
    if (out) {
        setvbuf(out, NULL, _IOFBF, 1 << 20);
        return out;
    }
    perror(path);
    exit(1);
}

static void close_file(FILE *out)
{
    if (ferror(out) || fclose(out) != 0) {
        perror("synthetic");
        exit(1);
    }
}

static void write_tables(const struct arguments *a)
{
    static const char *const kinds[] = {['s'] = "state", ['c'] = "county", ['p'] = "city"};
    FILE *out = open_file(a, "source.csv");
    fputs("key,publisher,title,url,copy_url,published_on,retrieved_on,source_kind,note\n"
          "synthetic,Proviso,\"SYNTHETIC data for measuring, not real\",,,,2025-12-31,estimate,\n", out);
    close_file(out);
    out = open_file(a, "authority.csv");
    fputs("key,name,short_name,authority_kind,jurisdiction_key\nsynthetic,Synthetic Agency,Synthetic,agency,\n", out);
    close_file(out);
    out = open_file(a, "program.csv");
    fputs("key,listing,name,short_name,authority_key\n", out);
    for (unsigned i = 0; i < a->programs; i++)
        fprintf(out, "synthetic-%u,99.%03u,Synthetic Program %u,SYN%u,synthetic\n", i, i, i, i);
    close_file(out);
    out = open_file(a, "jurisdiction.csv");
    fputs("key,name,kind,state,geoid,county_fips,population_2020,population_2021,population_2017,latitude,longitude,confidence,note,"
          "sources\n", out);
    for (uint64_t i = 0; i < a->jurisdictions; i++) {
        struct government g;
        invent(i, &g);
        fprintf(out, "%s,%s,%s,%s,,%s,%" PRIu64 ",,,,,unverified,SYNTHETIC,synthetic\n", g.key, g.name, kinds[(int)g.kind], usps[g.state],
                g.kind == 's' ? "" : g.county_code, 8000000 / (i + 1) + 100);
    }
    close_file(out);
}

/* One record: quoted fields from the slots and the fixed texts. */
static void write_record(FILE *out, char slots[SLOTS][96])
{
    for (size_t i = 0; i < COLUMNS; i++) {
        putc_unlocked(i ? ',' : '"', out);
        if (i)
            putc_unlocked('"', out);
        fputs_unlocked(columns[i].slot ? slots[columns[i].slot - 1] : columns[i].text, out);
        putc_unlocked('"', out);
    }
    putc_unlocked('\n', out);
}

#define SET(slot, ...) snprintf(slots[slot], sizeof slots[slot], __VA_ARGS__)

/* What all actions of an award share. Awards go to few large governments and many small ones. */
static void begin_award(const struct arguments *a, uint64_t award, char slots[SLOTS][96])
{
    uint64_t random = mix(award), u = random >> 40, total = UINT64_C(1) << 24;
    struct government g;
    invent(a->jurisdictions * (u * u / total) / total, &g);
    unsigned program = (unsigned)(random % a->programs);
    SET(SLOT_FAIN, "SYN%010" PRIu64, award);
    SET(SLOT_AWARD, "ASST_NON_%s_9999", slots[SLOT_FAIN]);
    SET(SLOT_LISTING, "99.%03u", program);
    SET(SLOT_TITLE, "SYNTHETIC PROGRAM %u", program);
    SET(SLOT_UEI, "SYN%09" PRIX64, mix((uint64_t)g.state + (uint64_t)strtoull(g.city_code, NULL, 10)) & 0xfffffffff);
    SET(SLOT_NAME, "%s", g.recipient);
    SET(SLOT_CITY_CODE, "%s", g.kind == 'p' ? g.city_code : "");
    SET(SLOT_CITY, "%s", g.city);
    SET(SLOT_COUNTY_CODE, "%s", g.county_code);
    SET(SLOT_COUNTY, "%s", g.county);
    SET(SLOT_STATE_FIPS, "%s", fips[g.state]);
    SET(SLOT_STATE, "%s", usps[g.state]);
    SET(SLOT_TYPE, "%c", g.type);
}

static void set_action(const struct arguments *a, uint64_t award, uint64_t action, char slots[SLOTS][96])
{
    uint64_t random = mix(award * 8 + action + 1);
    unsigned year = (unsigned)(2009 + (award * a->years / (a->actions / 2 + 1)) % a->years), month = 1 + (unsigned)(random % 12);
    int64_t cents = (int64_t)(random >> 20) % 200000000;
    if (action > 0)
        cents = random % 4 == 0 ? 0 : random % 4 == 1 ? -cents / 20 : cents / 10;
    SET(SLOT_MODIFICATION, "%" PRIu64, action);
    SET(SLOT_TRANSACTION, "9999_%s_-NONE-_%s_%" PRIu64, slots[SLOT_FAIN], slots[SLOT_LISTING], action);
    SET(SLOT_AMOUNT, "%s%" PRId64 ".%02d", cents < 0 ? "-" : "", labs(cents) / 100, (int)(labs(cents) % 100));
    SET(SLOT_ACTION_ON, "%u-%02u-%02u", year + (unsigned)action, month, (unsigned)(1 + (random >> 8) % 28));
    SET(SLOT_YEAR, "%u", year + (unsigned)action + (month >= 10));
    SET(SLOT_MODIFIED_ON, "%u-%02u-28", year + 1 + (unsigned)action, month);
}

static FILE *next_file(const struct arguments *a, unsigned number)
{
    char name[64];
    snprintf(name, sizeof name, "Assistance_PrimeTransactions_2025-12-31_%u.csv", number);
    FILE *out = open_file(a, name);
    for (size_t i = 0; i < COLUMNS; i++)
        fprintf(out, "%s%s", i ? "," : "", columns[i].name);
    putc('\n', out);
    return out;
}

static void write_actions(const struct arguments *a)
{
    char slots[SLOTS][96] = {0};
    FILE *out = NULL;
    uint64_t award = 0, action = 0, last = 0;
    for (uint64_t i = 0; i < a->actions; i++) {
        if (i % RECORDS_A_FILE == 0) {
            if (out)
                close_file(out);
            out = next_file(a, (unsigned)(i / RECORDS_A_FILE + 1));
        }
        if (action > last) {
            award++;
            action = 0;
        }
        if (action == 0) {
            begin_award(a, award, slots);
            last = mix(award ^ 77) % 4;
        }
        set_action(a, award, action++, slots);
        write_record(out, slots);
    }
    if (out)
        close_file(out);
}

static uint64_t argument(int argc, char **argv, int at, uint64_t otherwise)
{
    return argc > at ? strtoull(argv[at], NULL, 10) : otherwise;
}

int main(int argc, char **argv)
{
    const struct arguments a = {
        .folder = argc > 1 ? argv[1] : "",
        .actions = argument(argc, argv, 2, 0),
        .jurisdictions = argument(argc, argv, 3, 90000),
        .programs = argument(argc, argv, 4, 60),
        .years = argument(argc, argv, 5, 15),
    };
    if (argc < 3 || !a.jurisdictions || !a.programs || a.programs > 999 || !a.years) {
        fputs("usage: synthetic DIR ACTIONS [JURISDICTIONS [PROGRAMS [YEARS]]]   (SYNTHETIC data, for measuring only)\n", stderr);
        return 2;
    }
    write_tables(&a);
    write_actions(&a);
    fprintf(stderr, "%s: SYNTHETIC, not real: %" PRIu64 " jurisdictions, %" PRIu64 " programs, %" PRIu64 " years, %" PRIu64 " award actions\n",
            a.folder, a.jurisdictions, a.programs, a.years, a.actions);
    return 0;
}

/* The columns of the forms and the meaning of their values. */
#include "import/usaspending.h"

#include "base/date.h"
#include "base/money.h"
#include "import/states.h"
#include "store/rule.h"

#include <string.h>

enum field {
    FIELD_TRANSACTION,
    FIELD_AWARD,
    FIELD_FAIN,
    FIELD_URI,
    FIELD_AMOUNT,
    FIELD_ACTION_ON,
    FIELD_MODIFIED_ON,
    FIELD_CORRECTION,
    FIELD_STATUS,
    FIELD_UEI,
    FIELD_DUNS,
    FIELD_RECIPIENT_ID,
    FIELD_NAME,
    FIELD_STATE,
    FIELD_COUNTY_CODE,
    FIELD_COUNTY,
    FIELD_CITY_CODE,
    FIELD_CITY,
    FIELD_TYPES,
    FIELD_LISTING,
    FIELD_TITLE,
    FIELD_AGENCY_CODE,
    FIELD_AGENCY,
    FIELD_SUMMARY,
    FIELDS
};

/* Several names of a column stand with | between them; ! before them: the form needs it. */
struct form {
    const char *signature; /* the column that no other form has */
    bool totals;
    bool composed; /* codes stand with their labels, dates are MM/DD/YYYY, keys must be made */
    const char *columns[FIELDS];
};

static const struct form forms[] = {
    {
        .signature = "assistance_transaction_unique_key",
        .columns =
            {
                [FIELD_TRANSACTION] = "!assistance_transaction_unique_key",
                [FIELD_AWARD] = "!assistance_award_unique_key",
                [FIELD_FAIN] = "!award_id_fain",
                [FIELD_URI] = "award_id_uri",
                [FIELD_AMOUNT] = "!federal_action_obligation",
                [FIELD_ACTION_ON] = "!action_date",
                [FIELD_MODIFIED_ON] = "!last_modified_date",
                [FIELD_CORRECTION] = "correction_delete_indicator_code|correction_delete_ind",
                [FIELD_UEI] = "recipient_uei",
                [FIELD_DUNS] = "recipient_duns",
                [FIELD_NAME] = "!recipient_name",
                [FIELD_STATE] = "!recipient_state_code",
                [FIELD_COUNTY_CODE] = "prime_award_transaction_recipient_county_fips_code|recipient_county_code",
                [FIELD_COUNTY] = "recipient_county_name",
                [FIELD_CITY_CODE] = "recipient_city_code",
                [FIELD_CITY] = "recipient_city_name",
                [FIELD_TYPES] = "business_types_code",
                [FIELD_LISTING] = "!cfda_number",
                [FIELD_TITLE] = "cfda_title",
                [FIELD_AGENCY] = "awarding_sub_agency_name|awarding_agency_name",
                [FIELD_SUMMARY] = "prime_award_base_transaction_description|transaction_description|award_description",
            },
    },
    {
        .signature = "cfda_numbers_and_titles",
        .totals = true,
        .columns =
            {
                [FIELD_AWARD] = "!assistance_award_unique_key",
                [FIELD_FAIN] = "!award_id_fain",
                [FIELD_URI] = "award_id_uri",
                [FIELD_AMOUNT] = "!total_obligated_amount",
                [FIELD_ACTION_ON] = "!award_base_action_date",
                [FIELD_MODIFIED_ON] = "!last_modified_date",
                [FIELD_UEI] = "recipient_uei",
                [FIELD_DUNS] = "recipient_duns",
                [FIELD_NAME] = "!recipient_name",
                [FIELD_STATE] = "!recipient_state_code",
                [FIELD_COUNTY_CODE] = "prime_award_summary_recipient_county_fips_code|recipient_county_code",
                [FIELD_COUNTY] = "recipient_county_name",
                [FIELD_CITY_CODE] = "recipient_city_code",
                [FIELD_CITY] = "recipient_city_name",
                [FIELD_TYPES] = "business_types_code",
                [FIELD_LISTING] = "!cfda_numbers_and_titles",
                [FIELD_AGENCY] = "awarding_sub_agency_name|awarding_agency_name",
                [FIELD_SUMMARY] = "prime_award_base_transaction_description",
            },
    },
    {
        .signature = "generated_internal_id",
        .totals = true,
        .columns =
            {
                [FIELD_AWARD] = "!generated_internal_id",
                [FIELD_FAIN] = "!Award ID",
                [FIELD_AMOUNT] = "!Award Amount",
                [FIELD_ACTION_ON] = "!Base Obligation Date",
                [FIELD_MODIFIED_ON] = "Last Modified Date",
                [FIELD_UEI] = "Recipient UEI",
                [FIELD_DUNS] = "Recipient DUNS Number",
                [FIELD_RECIPIENT_ID] = "recipient_id",
                [FIELD_NAME] = "Recipient Name",
                [FIELD_LISTING] = "!CFDA Number",
                [FIELD_AGENCY] = "Awarding Sub Agency|Awarding Agency",
                [FIELD_SUMMARY] = "Description",
            },
    },
    {
        .signature = "unique_transaction_id",
        .composed = true,
        .columns =
            {
                [FIELD_TRANSACTION] = "!unique_transaction_id",
                [FIELD_FAIN] = "!federal_award_id",
                [FIELD_URI] = "!uri",
                [FIELD_AMOUNT] = "!fed_funding_amount",
                [FIELD_ACTION_ON] = "!obligation_action_date",
                [FIELD_MODIFIED_ON] = "!last_modified_date",
                [FIELD_CORRECTION] = "correction_late_ind",
                [FIELD_STATUS] = "transaction_status",
                [FIELD_DUNS] = "duns_no",
                [FIELD_NAME] = "!recipient_name",
                [FIELD_STATE] = "!recipient_state_code",
                [FIELD_COUNTY_CODE] = "recipient_county_code",
                [FIELD_COUNTY] = "recipient_county_name",
                [FIELD_CITY_CODE] = "recipient_city_code",
                [FIELD_CITY] = "recipient_city_name",
                [FIELD_TYPES] = "recipient_type",
                [FIELD_LISTING] = "!cfda_program_num",
                [FIELD_TITLE] = "cfda_program_title",
                [FIELD_AGENCY_CODE] = "!agency_code",
                [FIELD_AGENCY] = "agency_name",
                [FIELD_SUMMARY] = "project_description",
            },
    },
};

/* Recipient types before 2017 and the business types that took their place. */
static const struct {
    const char *old, *types;
} recipient_types[] = {
    {"00", "A"}, {"01", "B"}, {"02", "C"}, {"04", "D"}, {"05", "G"}, {"06", "H"}, {"11", "I"},
    {"12", "M"}, {"20", "O"}, {"21", "P"}, {"22", "Q"}, {"23", "R"}, {"25", "X"},
};

struct usaspending {
    const struct form *form;
    size_t positions[FIELDS];  /* in a record; SIZE_MAX: not there */
    const char *names[FIELDS]; /* of the columns found */
};

static size_t find_column(const struct source *source, const char *names, const char **name)
{
    g_auto(GStrv) each = g_strsplit(names + (*names == '!'), "|", -1);
    for (char **at = each; *at; at++) {
        size_t position = source_column(source, *at);
        *name = position == SIZE_MAX ? NULL : source->columns[position];
        if (*name)
            return position;
    }
    return SIZE_MAX;
}

static void find_columns(struct usaspending *form, struct source *source)
{
    for (size_t i = 0; i < FIELDS; i++) {
        const char *names = form->form->columns[i];
        form->positions[i] = names ? find_column(source, names, &form->names[i]) : SIZE_MAX;
        if (form->positions[i] == SIZE_MAX && names && *names == '!')
            source_refuse(source, names + 1, "the column is missing");
    }
}

const struct usaspending *usaspending_open(struct source *source)
{
    const struct form *form = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(forms) && !form; i++)
        if (source_column(source, forms[i].signature) != SIZE_MAX)
            form = &forms[i];
    if (!form)
        return NULL;
    struct usaspending *opened = ARENA_NEW(source->lasting, struct usaspending);
    opened->form = form;
    if (source_check_header(source))
        find_columns(opened, source);
    return opened;
}

static const char *text_of(const struct usaspending *form, const struct source *source, enum field field)
{
    size_t position = form->positions[field];
    return position == SIZE_MAX ? "" : source->record.fields[position];
}

/* The code of "22: Profit organization". */
static const char *code_of(const struct usaspending *form, struct source *source, enum field field)
{
    const char *text = text_of(form, source, field), *end = form->form->composed ? strchr(text, ':') : NULL;
    return end ? arena_strndup(source->scratch, text, (size_t)(end - text)) : text;
}

static const char *needed(const struct usaspending *form, struct source *source, enum field field)
{
    const char *text = text_of(form, source, field);
    if (!*text)
        source_report(source, form->names[field], "is required");
    return text;
}

/* Keys are lower case; what a key cannot hold becomes a hyphen and its code. */
static char *append_key(char *at, const char *text)
{
    static const char digits[] = "0123456789abcdef";
    for (; *text; text++) {
        char c = g_ascii_tolower(*text);
        if (g_ascii_isalnum(c) || c == '.' || c == '-' || c == '_') {
            *at++ = c == '_' ? '-' : c;
        } else {
            *at++ = '-';
            *at++ = digits[(unsigned char)c >> 4];
            *at++ = digits[(unsigned char)c & 15];
        }
    }
    *at = '\0';
    return at;
}

/* "8630" of the agency and the award's number give what later files call the unique key. */
static const char *award_key(const struct usaspending *form, struct source *source, const char *fain, const char *uri)
{
    const char *unique = form->form->composed ? NULL : needed(form, source, FIELD_AWARD);
    const char *agency = code_of(form, source, FIELD_AGENCY_CODE), *number = *fain ? fain : uri;
    char *key = arena_alloc(source->scratch, 3 * (unique ? strlen(unique) : strlen(number) + strlen(agency) + 16) + 1);
    if (unique) {
        append_key(key, unique);
        return key;
    }
    char *at = append_key(append_key(key, *fain ? "asst_non_" : "asst_agg_"), number);
    append_key(append_key(at, "_"), agency);
    return key;
}

/* What a transaction's unique key says beyond its award: listing and modification, and a URI of its own. */
static const char *own_part(const char *transaction, const char *number)
{
    static const char none[] = "-NONE-_";
    size_t length = strlen(number);
    const char *at = length ? strstr(transaction, number) : NULL;
    if (!at || at[length] != '_')
        return transaction;
    at += length + 1;
    return g_str_has_prefix(at, none) ? at + strlen(none) : at;
}

static void read_keys(const struct usaspending *form, struct source *source, struct award_line *line)
{
    const char *fain = text_of(form, source, FIELD_FAIN), *uri = text_of(form, source, FIELD_URI);
    const char *own = "total";
    line->is_total = form->form->totals;
    line->fain = fain;
    line->award_key = award_key(form, source, fain, uri);
    if (!line->is_total)
        own = own_part(needed(form, source, FIELD_TRANSACTION), *fain ? fain : uri);
    size_t length = strlen(line->award_key);
    char *key = arena_alloc(source->scratch, length + 1 + 3 * strlen(own) + 1);
    memcpy(key, line->award_key, length);
    key[length] = '.';
    append_key(key + length + 1, own);
    line->action_key = key;
}

/* A date as the forms write them; what stands behind the day (a time) is left out. */
static const char *read_date(const struct usaspending *form, struct source *source, enum field field, bool is_needed)
{
    const char *text = is_needed ? needed(form, source, field) : text_of(form, source, field);
    if (!*text)
        return text;
    bool american = form->form->composed && strlen(text) == 10 && text[2] == '/' && text[5] == '/';
    const char *iso = american ? arena_printf(source->scratch, "%.4s-%.2s-%.2s", text + 6, text, text + 3) : text;
    if (strlen(iso) > 10 && (iso[10] == ' ' || iso[10] == 'T'))
        iso = arena_strndup(source->scratch, iso, 10);
    const char *problem = rule_date_problem(source->scratch, iso);
    if (problem)
        source_report(source, form->names[field], "%s", problem);
    return problem ? "" : iso;
}

static void read_amount(const struct usaspending *form, struct source *source, struct award_line *line)
{
    const char *text = needed(form, source, FIELD_AMOUNT), *column = form->names[FIELD_AMOUNT];
    if (!*text || money_parse(text, &line->amount))
        return;
    line->amount = 0;
    const char *digits = text + (*text == '-');
    size_t whole = strspn(digits, "0123456789");
    const char *quoted = rule_quote(source->scratch, text);
    if (whole > 0 && (!digits[whole] || (digits[whole] == '.' && strspn(digits + whole + 1, "0123456789") <= 2)) &&
        whole > 16)
        source_report(source, column, "%s is beyond the largest amount, 92,233,720,368,547,758.07 dollars", quoted);
    else
        source_report(source, column, "%s is not an amount in dollars: digits, at most two decimals, no separators",
                      quoted);
}

/* "16.738" of "16.738: EDWARD BYRNE ...; 16.710: ...": an award under several listings stands under its first. */
static void read_listing(const struct usaspending *form, struct source *source, struct award_line *line)
{
    const char *text = needed(form, source, FIELD_LISTING);
    size_t length = strcspn(text, ":;,");
    line->listing = text[length] ? arena_strndup(source->scratch, text, length) : text;
    line->listing_title = text_of(form, source, FIELD_TITLE);
    if (text[length] == ':')
        line->listing_title = arena_strndup(source->scratch, text + length + 1 + (text[length + 1] == ' '),
                                            strcspn(text + length + 1, ";"));
    bool sound = strlen(line->listing) == 6 && line->listing[2] == '.' && strspn(line->listing, "0123456789.") == 6;
    if (*text && !sound)
        source_report(source, form->names[FIELD_LISTING], "%s is not an assistance listing (NN.NNN)",
                      rule_quote(source->scratch, text));
}

static int64_t fiscal_year_of(const char *date)
{
    int64_t year = g_ascii_strtoll(date, NULL, 10);
    return strncmp(date + 5, "10", 2) >= 0 ? year + 1 : year;
}

/* The Department of Justice (listings 16.*) writes the year of the appropriation into the award's number:
 * 2017-DJ-BX-0771, 2020UMWX0525, 15PBJA-21-RR-05271-SCAA. Money of a year is often awarded in the next. */
static int64_t year_in_fain(const char *fain, const char *listing)
{
    if (!g_str_has_prefix(listing, "16."))
        return 0;
    size_t office = g_str_has_prefix(fain, "15") ? 2 + strspn(fain + 2, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;
    const char *digits = office > 4                     ? fain + office + (fain[office] == '-')
                         : g_str_has_prefix(fain, "20") ? fain + 2
                                                        : NULL;
    if (!digits || !g_ascii_isdigit(digits[0]) || !g_ascii_isdigit(digits[1]) ||
        !strchr("-ABCDEFGHIJKLMNOPQRSTUVWXYZ", digits[2]) || !digits[2])
        return 0;
    return 2000 + (digits[0] - '0') * 10 + (digits[1] - '0');
}

static void read_year(struct award_line *line)
{
    line->fiscal_year = *line->action_on ? fiscal_year_of(line->action_on) : 0;
    int64_t year = year_in_fain(line->fain, line->listing);
    if (year)
        line->fiscal_year = year;
}

static const char *read_types(const struct usaspending *form, struct source *source)
{
    const char *code = code_of(form, source, FIELD_TYPES);
    if (!form->form->composed)
        return code;
    for (size_t i = 0; i < G_N_ELEMENTS(recipient_types); i++)
        if (strcmp(recipient_types[i].old, code) == 0)
            return recipient_types[i].types;
    return "X";
}

static bool is_digits(const char *text, size_t length)
{
    return strlen(text) == length && strspn(text, "0123456789") == length;
}

static void read_recipient(const struct usaspending *form, struct source *source, struct award_line *line)
{
    const char *name = text_of(form, source, FIELD_NAME);
    const char *county = text_of(form, source, FIELD_COUNTY_CODE), *city = text_of(form, source, FIELD_CITY_CODE);
    struct recipient *recipient = &line->recipient;
    *recipient = (struct recipient){
        .name = *name ? name : UNNAMED_RECIPIENT,
        .uei = text_of(form, source, FIELD_UEI),
        .duns = text_of(form, source, FIELD_DUNS),
        .id = text_of(form, source, FIELD_RECIPIENT_ID),
        .state = text_of(form, source, FIELD_STATE),
        .types = read_types(form, source),
        .city = text_of(form, source, FIELD_CITY),
        .county = text_of(form, source, FIELD_COUNTY),
        .county_geoid = is_digits(county, 5) ? county : "",
        .place_geoid = "",
    };
    const struct state *state = state_by_usps(recipient->state);
    line->state_name = state ? state->name : "";
    if (state && is_digits(county, 3))
        recipient->county_geoid = arena_printf(source->scratch, "%s%s", state->fips, county);
    if (state && is_digits(city, 5))
        recipient->place_geoid = arena_printf(source->scratch, "%s%s", state->fips, city);
}

bool usaspending_read(const struct usaspending *form, struct source *source, struct award_line *line)
{
    *line = (struct award_line){0};
    read_keys(form, source, line);
    line->is_removed = code_of(form, source, FIELD_CORRECTION)[0] == 'D' ||
                       strcmp(text_of(form, source, FIELD_STATUS), "inactive") == 0;
    line->modified_on = read_date(form, source, FIELD_MODIFIED_ON, false);
    if (line->is_removed) {
        money_parse(text_of(form, source, FIELD_AMOUNT), &line->amount);
        return !source->rejected;
    }
    read_amount(form, source, line);
    line->action_on = read_date(form, source, FIELD_ACTION_ON, true);
    read_listing(form, source, line);
    read_year(line);
    line->agency = text_of(form, source, FIELD_AGENCY);
    line->summary = text_of(form, source, FIELD_SUMMARY);
    read_recipient(form, source, line);
    return !source->rejected;
}

const char *usaspending_file_date(struct arena *arena, const char *name)
{
    for (const char *at = name; *at; at++) {
        size_t digits = strspn(at, "0123456789");
        const char *date = digits == 8 ? arena_printf(arena, "%.4s-%.2s-%.2s", at, at + 4, at + 6)
                                       : arena_strndup(arena, at, MIN(strlen(at), 10));
        if (digits >= 4 && !rule_date_problem(arena, date))
            return date;
        at += digits > 1 ? digits - 1 : 0;
    }
    return NULL;
}

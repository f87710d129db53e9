/* The meaning of the values of award files. */
#include "import/usaspending.h"

#include "base/date.h"
#include "base/key.h"
#include "import/create.h"
#include "import/row.h"
#include "import/states.h"
#include "store/rule.h"

#include <string.h>

/* Recipient types before 2017 and the business types that took their place. */
static const struct {
    const char *old, *types;
} recipient_types[] = {
    {"00", "A"}, {"01", "B"}, {"02", "C"}, {"04", "D"}, {"05", "G"}, {"06", "H"}, {"11", "I"},
    {"12", "M"}, {"20", "O"}, {"21", "P"}, {"22", "Q"}, {"23", "R"}, {"25", "X"},
};

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

/* The numbers that keys are made of; "" where there is none. */
struct numbers {
    const char *agency, *fain, *uri;
};

/* A withdrawal of a delta file may tell nothing but its transaction: AGENCY_FAIN_URI_LISTING_MODIFICATION, with -NONE-
 * for what there is not. */
static struct numbers numbers_of_transaction(const struct award_form *form, struct source *source)
{
    enum { AGENCY, FAIN, URI, PARTS = 5 };
    const char *parts[PARTS] = {"", "", ""}, *text = award_form_text(form, source, FIELD_TRANSACTION);
    g_auto(GStrv) each = g_strsplit(text, "_", PARTS);
    bool is_whole = g_strv_length(each) == PARTS;
    for (size_t i = AGENCY; is_whole && i <= URI; i++)
        parts[i] = g_ascii_strcasecmp(each[i], "-NONE-") == 0 ? "" : arena_strdup(source->scratch, each[i]);
    if (*text && !*parts[FAIN] && !*parts[URI])
        source_report(source, form->names[FIELD_TRANSACTION], "%s does not tell its award",
                      rule_quote(source->scratch, text));
    return (struct numbers){parts[AGENCY], parts[FAIN], parts[URI]};
}

/* What later files call the unique key: "ASST_NON_2017DJBX0771_1550" of the award's number and the agency's. */
static const char *composed_key(struct source *source, const struct numbers *numbers)
{
    const char *number = *numbers->fain ? numbers->fain : numbers->uri;
    char *key = arena_alloc(source->scratch, 3 * (strlen(number) + strlen(numbers->agency) + 16) + 1);
    char *at = append_key(append_key(key, *numbers->fain ? "asst_non_" : "asst_agg_"), number);
    append_key(append_key(at, "_"), numbers->agency);
    return key;
}

static const char *unique_key(const struct award_form *form, struct source *source)
{
    const char *unique = award_form_needed(form, source, FIELD_AWARD);
    char *key = arena_alloc(source->scratch, 3 * strlen(unique) + 1);
    if (*unique && !g_ascii_isalnum(*unique))
        source_report(source, form->names[FIELD_AWARD], "%s begins with neither a letter nor a digit",
                      rule_quote(source->scratch, unique));
    append_key(key, unique);
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

static void read_keys(const struct award_form *form, struct source *source, struct award_line *line)
{
    struct numbers numbers = {award_form_code(form, source, FIELD_AGENCY_CODE),
                              award_form_text(form, source, FIELD_FAIN), award_form_text(form, source, FIELD_URI)};
    bool is_short = line->is_removed && !form->composed && !*award_form_text(form, source, FIELD_AWARD);
    if (is_short)
        numbers = numbers_of_transaction(form, source);
    const char *own = "total";
    line->is_total = form->totals;
    line->key_column = form->names[form->totals ? FIELD_AWARD : FIELD_TRANSACTION];
    line->fain = numbers.fain;
    line->award_key = is_short || form->composed ? composed_key(source, &numbers) : unique_key(form, source);
    if (!line->is_total)
        own = own_part(award_form_needed(form, source, FIELD_TRANSACTION), *numbers.fain ? numbers.fain : numbers.uri);
    size_t length = strlen(line->award_key);
    char *key = arena_alloc(source->scratch, length + 1 + 3 * strlen(own) + 1);
    memcpy(key, line->award_key, length);
    key[length] = '.';
    append_key(key + length + 1, own);
    line->action_key = key;
    if (length > KEY_MAX)
        source_report(source, line->key_column, "makes a key of more than %d characters", KEY_MAX);
}

/* A date as the forms write them; what stands behind the day (a time) is left out. */
static const char *read_date(const struct award_form *form, struct source *source, enum award_field field,
                             bool is_needed)
{
    const char *text = is_needed ? award_form_needed(form, source, field) : award_form_text(form, source, field);
    if (!*text)
        return text;
    bool american = form->composed && strlen(text) == 10 && text[2] == '/' && text[5] == '/';
    const char *iso = american ? arena_printf(source->scratch, "%.4s-%.2s-%.2s", text + 6, text, text + 3) : text;
    if (strlen(iso) > 10 && (iso[10] == ' ' || iso[10] == 'T'))
        iso = arena_strndup(source->scratch, iso, 10);
    const char *problem = rule_date_problem(source->scratch, iso);
    if (problem)
        source_report(source, form->names[field], "%s", problem);
    return problem ? "" : iso;
}

/* The time behind a day. A file without times of day writes midnight, if anything. */
static const char *read_time(const struct award_form *form, struct source *source, const char *day)
{
    const char *time = award_form_text(form, source, FIELD_MODIFIED_ON) + strlen(day);
    static const char digits[] = "0123456789";
    bool is_time = strlen(day) == 10 && strlen(time) >= 9 && strchr(" T", time[0]) && strspn(time + 1, digits) == 2 &&
                   time[3] == ':' && strspn(time + 4, digits) == 2 && time[6] == ':' && strspn(time + 7, digits) == 2;
    return is_time && strncmp(time + 1, "00:00:00", 8) != 0 ? arena_printf(source->scratch, "%s %.8s", day, time + 1)
                                                            : day;
}

static void read_amount(const struct award_form *form, struct source *source, struct award_line *line)
{
    const char *text = award_form_needed(form, source, FIELD_AMOUNT);
    const char *problem = *text ? rule_money_problem(source->scratch, text, &line->amount) : NULL;
    if (problem)
        source_report(source, form->names[FIELD_AMOUNT], "%s", problem);
    line->has_amount = *text && !problem;
}

/* "16.738" of "16.738: EDWARD BYRNE ...; 16.710: ...": an award under several listings stands under its first. */
static void read_listing(const struct award_form *form, struct source *source, struct award_line *line)
{
    const char *text = award_form_needed(form, source, FIELD_LISTING);
    size_t length = strcspn(text, ":;,");
    line->listing = text[length] ? arena_strndup(source->scratch, text, length) : text;
    line->listing_title = award_form_text(form, source, FIELD_TITLE);
    if (text[length] == ':')
        line->listing_title = arena_strndup(source->scratch, text + length + 1 + (text[length + 1] == ' '),
                                            strcspn(text + length + 1, ";"));
    if (*text && !key_is_listing(line->listing))
        source_report(source, form->names[FIELD_LISTING], "%s is not an assistance listing (NN.NNN)",
                      rule_quote(source->scratch, text));
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
    struct date day;
    line->fiscal_year = year_in_fain(line->fain, line->listing);
    if (!line->fiscal_year && date_parse(line->action_on, &day) == DATE_OK)
        line->fiscal_year = date_fiscal_year(day);
}

static const char *read_types(const struct award_form *form, struct source *source)
{
    const char *code = award_form_code(form, source, FIELD_TYPES);
    if (!form->composed)
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

static void read_recipient(const struct award_form *form, struct source *source, struct award_line *line)
{
    const char *name = award_form_text(form, source, FIELD_NAME);
    const char *county = award_form_text(form, source, FIELD_COUNTY_CODE),
               *city = award_form_text(form, source, FIELD_CITY_CODE);
    struct recipient *recipient = &line->recipient;
    *recipient = (struct recipient){
        .name = *name ? name : UNNAMED_RECIPIENT,
        .uei = award_form_text(form, source, FIELD_UEI),
        .duns = award_form_text(form, source, FIELD_DUNS),
        .id = award_form_text(form, source, FIELD_RECIPIENT_ID),
        .state = award_form_text(form, source, FIELD_STATE),
        .types = read_types(form, source),
        .city = award_form_text(form, source, FIELD_CITY),
        .county = award_form_text(form, source, FIELD_COUNTY),
        .county_geoid = is_digits(county, 5) ? county : "",
        .place_geoid = "",
    };
    const struct state *state = state_by_usps(recipient->state);
    if (state && is_digits(county, 3))
        recipient->county_geoid = arena_concat(source->scratch, state->fips, county, NULL);
    if (state && is_digits(city, 5))
        recipient->place_geoid = arena_concat(source->scratch, state->fips, city, NULL);
}

/* With the word that is put behind it the name of a county can be too long where the file's is not. */
static void check_county(const struct award_form *form, struct source *source, const struct recipient *r)
{
    const char *column = form->names[FIELD_COUNTY], *word = create_county_word(r->state, r->county);
    source_check_name(source, column, r->county);
    const char *problem = rule_sorted_problem(source->scratch, arena_concat(source->scratch, r->county, word, NULL));
    if (problem && !rule_sorted_problem(source->scratch, r->county))
        source_report(source, column, "with '%s' behind it %s", word, problem);
}

/* What becomes a name of the register: the recipient's, an alias, that of a program, an agency or a place. */
static void check_names(const struct award_form *form, struct source *source, const struct award_line *line)
{
    const struct recipient *r = &line->recipient;
    const struct {
        enum award_field field;
        const char *text;
    } names[] = {
        {FIELD_NAME, r->name},        {FIELD_UEI, r->uei},
        {FIELD_DUNS, r->duns},        {FIELD_RECIPIENT_ID, r->id},
        {FIELD_CITY, r->city},        {form->names[FIELD_TITLE] ? FIELD_TITLE : FIELD_LISTING, line->listing_title},
        {FIELD_AGENCY, line->agency},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        source_check_name(source, form->names[names[i].field], names[i].text);
    check_county(form, source, r);
}

bool usaspending_read(const struct award_form *form, struct source *source, struct award_line *line)
{
    *line = (struct award_line){0};
    line->is_removed = award_form_code(form, source, FIELD_CORRECTION)[0] == 'D' ||
                       award_form_text(form, source, FIELD_DELETION)[0] == 'D' ||
                       strcmp(award_form_text(form, source, FIELD_STATUS), "inactive") == 0;
    read_keys(form, source, line);
    line->modified_on = read_date(form, source, FIELD_MODIFIED_ON, false);
    line->modified_at = read_time(form, source, line->modified_on);
    if (line->is_removed) {
        if (rule_money_problem(source->scratch, award_form_text(form, source, FIELD_AMOUNT), &line->amount))
            line->amount = 0;
        return !source->rejected;
    }
    read_amount(form, source, line);
    line->action_on = read_date(form, source, FIELD_ACTION_ON, true);
    read_listing(form, source, line);
    read_year(line);
    line->agency = award_form_text(form, source, FIELD_AGENCY);
    line->summary = award_form_text(form, source, FIELD_SUMMARY);
    read_recipient(form, source, line);
    check_names(form, source, line);
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

const char *usaspending_source_key(struct arena *arena, const char *name)
{
    g_autofree char *base = g_path_get_basename(name);
    char *end = base + strlen(base);
    if (g_str_has_suffix(base, ".csv") || g_str_has_suffix(base, ".CSV"))
        end -= 4;
    char *digits = end;
    while (digits > base && g_ascii_isdigit(digits[-1]))
        digits--;
    if (end - digits > 0 && end - digits < 4 && digits > base + 1 && digits[-1] == '_')
        end = digits - 1;
    *end = '\0';
    return arena_printf(arena, "usaspending-%s", row_slug(arena, base));
}

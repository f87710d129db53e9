/* The columns of each form. */
#include "import/award_form.h"

#include <string.h>

/* Several names of a column stand with | between them; ! before them: the form needs it. */
struct known_form {
    const char *signature; /* the column that no other form has */
    bool totals, composed;
    const char *columns[FIELDS];
};

static const struct known_form forms[] = {
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
                [FIELD_CORRECTION] = "correction_delete_indicator_code",
                [FIELD_DELETION] = "correction_delete_ind",
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

static void find_columns(struct award_form *form, const char *const *columns, struct source *source)
{
    for (size_t i = 0; i < FIELDS; i++) {
        const char *names = columns[i];
        form->positions[i] = names ? find_column(source, names, &form->names[i]) : SIZE_MAX;
        if (form->positions[i] == SIZE_MAX && names && *names == '!')
            source_refuse(source, names + 1, "the column is missing");
    }
}

const struct award_form *award_form_open(struct source *source)
{
    const struct known_form *known = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(forms) && !known; i++)
        if (source_column(source, forms[i].signature) != SIZE_MAX)
            known = &forms[i];
    if (!known)
        return NULL;
    struct award_form *form = ARENA_NEW(source->lasting, struct award_form);
    form->totals = known->totals;
    form->composed = known->composed;
    if (source_check_header(source))
        find_columns(form, known->columns, source);
    return form;
}

const char *award_form_text(const struct award_form *form, const struct source *source, enum award_field field)
{
    return source_field(source, form->positions[field]);
}

const char *award_form_code(const struct award_form *form, struct source *source, enum award_field field)
{
    const char *text = award_form_text(form, source, field), *end = form->composed ? strchr(text, ':') : NULL;
    return end ? arena_strndup(source->scratch, text, (size_t)(end - text)) : text;
}

const char *award_form_needed(const struct award_form *form, struct source *source, enum award_field field)
{
    const char *text = award_form_text(form, source, field);
    if (!*text)
        source_report(source, form->names[field], "is required");
    return text;
}

/* The forms of award files: which column of which form holds what. See usaspending.h for what the values mean. */
#ifndef PROVISO_IMPORT_AWARD_FORM_H
#define PROVISO_IMPORT_AWARD_FORM_H

#include "import/source.h"

/* What a record may tell. */
enum award_field {
    FIELD_TRANSACTION,
    FIELD_AWARD,
    FIELD_FAIN,
    FIELD_URI,
    FIELD_AMOUNT,
    FIELD_ACTION_ON,
    FIELD_MODIFIED_ON,
    FIELD_CORRECTION,
    FIELD_DELETION, /* delta files: beside a correction that may be empty */
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

/* A form with the positions of its columns in one file. */
struct award_form {
    bool totals;               /* a record is an award's sum, not one action */
    bool composed;             /* codes stand with their labels, dates are MM/DD/YYYY, keys must be made */
    size_t positions[FIELDS];  /* in a record; SIZE_MAX: not there */
    const char *names[FIELDS]; /* of the columns found */
};

/* The form of a header, or NULL: another file. Lives in the source's lasting arena; needed columns that the header
 * lacks are reported (broken). */
const struct award_form *award_form_open(struct source *source);

/* A field of the record at hand, as it stands; "" where the file has no such column. Lives as long as the record. */
const char *award_form_text(const struct award_form *form, const struct source *source, enum award_field field);

/* The code of a field that may stand with its label: of "22: Profit organization". */
const char *award_form_code(const struct award_form *form, struct source *source, enum award_field field);

/* A field that may not be "": reported when it is. */
const char *award_form_needed(const struct award_form *form, struct source *source, enum award_field field);

#endif

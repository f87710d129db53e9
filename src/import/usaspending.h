/* Reads award files of USAspending.gov: from a record to an award and its action. Knows no register.
 *
 * The forms: Assistance_PrimeTransactions, Assistance_PrimeAwardSummaries, the award search, and the download of before
 * 2017. A form of totals gives each award as one action, which stands in while no transaction of the award is known. */
#ifndef PROVISO_IMPORT_USASPENDING_H
#define PROVISO_IMPORT_USASPENDING_H

#include "import/award_form.h"
#include "import/match.h"

#define UNNAMED_RECIPIENT "Not named in the file"

/* Text lives as long as the record. */
struct award_line {
    const char *award_key, *action_key; /* made of the agencies' own unique keys */
    const char *key_column;             /* that action_key was made of */
    bool is_total;                      /* the award's sum, not one action */
    bool is_removed;                    /* the agency withdrew it: only the keys, modified and amount count */
    const char *fain;                   /* "" where there is none */
    const char *listing, *listing_title, *agency;
    const char *summary;
    int64_t amount;          /* cents */
    bool has_amount;         /* it could be read */
    const char *action_on;   /* YYYY-MM-DD */
    const char *modified_on; /* the same, or "" */
    const char *modified_at; /* YYYY-MM-DD HH:MM:SS, or modified_on where no time of day is told */
    int64_t fiscal_year;     /* of the award as far as this record tells */
    struct recipient recipient;
};

/* False when something is wrong with the record: reported. *amount is filled where it can be read, else 0. */
bool usaspending_read(const struct award_form *form, struct source *source, struct award_line *line);

/* The day of the download that a file's name tells, "2024-05-06" of "FY2024_..._20240506_1.csv"; or NULL. */
const char *usaspending_file_date(struct arena *arena, const char *name);

/* The key of a file's source, "usaspending-assistance-primetransactions-2024-05-07" of
 * "Assistance_PrimeTransactions_2024-05-07_1.csv": the parts of one download are one source. */
const char *usaspending_source_key(struct arena *arena, const char *name);

#endif

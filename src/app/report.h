/* A report: several lists of one selection of jurisdictions, asked in one edition and set one after another. Which
 * lists, and their words, are declared (reports.c); each section is the question of a list that has a page and files of
 * its own, so that a report never says anything that they do not. */
#ifndef PROVISO_APP_REPORT_H
#define PROVISO_APP_REPORT_H

#include "app/question.h"

enum { REPORT_SECTIONS_MAX = 16, REPORT_ROWS_MAX = 20000, REPORT_PAGES_MAX = 1000 };

/* A parameter that a section's chart needs, and the column of the section's rows that tells it: where the report does
 * not give it, the value that most of the rows have is asked for. */
struct report_need {
    const char *parameter, *column;
};

/* Words of sentences are the columns of FACTS, and "one", which is 1 where there is one row and else not known. */
struct report_section {
    const char *name;                /* a value of the parameter section; "money" */
    const char *heading;             /* message id */
    const char *path;                /* of the list that is asked */
    const char *demand;              /* the list's parameter that takes the report's; NULL: its own of that name */
    const char *facts;               /* statement of one row of numbers; NULL: the list's total */
    const char *const *sentences;    /* message ids: the first of which every word is known opens the section */
    const char *empty;               /* message id: what no rows mean */
    struct report_need need;         /* of its chart; without parameter: none */
    const char *const *shown;        /* columns of its table, row by row; NULL: those of the list's own page */
    bool is_table_only;              /* its chart would say no more than its table */
};

struct report_declaration {
    const struct report_section *const *sections; /* NULL-terminated */
    const char *const *titles;                    /* message ids; words are the report's parameters */
    const char *subtitle;                         /* message id: what the kind holds */
};

/* A section asked. */
struct report_part {
    const struct report_section *section;
    struct question *question;  /* of its list */
    struct result *rows;        /* all of them, addresses not linked; this and the rest after report_read */
    const struct result *facts; /* or NULL */
    const char *sha256;         /* of the rows as canonical JSON */
};

struct report {
    const struct question *question;
    size_t n_parts;
    struct report_part parts[REPORT_SECTIONS_MAX];
    int64_t n_rows;
    const char *sha256; /* of all parts */
};

/* The sections of a report, as questions that have not been asked yet. ERROR_BAD_REQUEST: what selects its
 * jurisdictions is too much for an address. */
bool report_sections(const struct question *question, struct report *report, GError **error);

/* Asks them. ERROR_BAD_REQUEST, in words for the asker: more than REPORT_ROWS_MAX rows. */
bool report_read(struct report *report, GError **error);

/* The report's address in its edition and on its date, absolute: what is cited and verified. */
const char *report_address(const struct question *question, const char *extension);

/* A row of a part as canonical JSON: names in order, no white space. The text is the caller's; what it takes from
 * SCRATCH is not needed afterwards. */
char *report_row(struct arena *scratch, const struct result *rows, size_t row);

/* The question of a part's chart, which may ask for more than its list; NULL: it has none or no rows. WORDS: which of
 * the rows it shows; NULL: all. */
bool report_picture(const struct report_part *part, struct question **question, const char **words, GError **error);

#endif

/* What the amounts that a question asks for are called. */
#ifndef PROVISO_APP_AMOUNT_WORDS_H
#define PROVISO_APP_AMOUNT_WORDS_H

#include "app/question.h"

/* "reported FY2017 JAG amount", of the programs in PROGRAM (NULL: of all); NULL: no measure is asked for. */
const char *amount_words(const struct question *question, const char *program);

/* "Reported amount"; NULL: no measure is asked for. */
const char *amount_measure(const struct question *question);

/* "FY2017"; NULL: not one year is asked for. */
const char *amount_fiscal_year(const struct question *question);

/* "FY2017", "FY2015 to FY2017", or that they are all fiscal years. */
const char *amount_years(const struct question *question);

#endif

/* What a chart says: every word is made from the rows that are drawn or from the question.
 *
 * The words of a declaration may hold, in braces: each filter of the resource by its name, as the page words it; and
 *   amount       "reported FY2017 JAG amount"
 *   programs     "JAG, SCAAP", or that they are all programs
 *   years        "FY2017", "FY2015 to FY2017", or that they are all fiscal years
 *   missing      the same as amount, where no row on record has one
 *   count        rows in all
 *   one          the same where there is one
 *   name, value  the row with the largest value that counts, where there is one such row among all rows
 *   counted_name, counted_value   the same also where a row that does not count may have more
 *   panel        the panel that all rows are in
 *   panel_name, counted_panel_name, panel_count   the same in the main panel of a chart that is split, and its rows
 *   noted        what the chart's note column has
 *   first_value, last_value   of the first and the last row
 *   whole_value  the value of the first row where the last has the same: nothing was taken from it
 *   gone_value   the value of the first row where the second takes all of it */
#ifndef PROVISO_APP_PICTURE_WORDS_H
#define PROVISO_APP_PICTURE_WORDS_H

#include "app/picture.h"

/* How a chart is told of. */
struct picture_telling {
    bool is_split; /* the main panel is told of by itself */
    bool is_drawn; /* with subtitle, source and foot */
};

/* Sets title, note and the words of marks, and what else is told. The spec has its kind, data and columns. */
bool picture_say(const struct question *question, const struct picture *picture, struct picture_telling telling,
                 struct chart_spec *spec, GError **error);

#endif

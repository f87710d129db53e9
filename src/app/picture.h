/* The chart of a question: which of its resource's declarations fits, the rows that it draws, and the spec with its
 * words. The one place where a question's answer becomes a chart. Needs no cairo. */
#ifndef PROVISO_APP_PICTURE_H
#define PROVISO_APP_PICTURE_H

#include "app/listing.h"
#include "chart/spec.h"

struct picture {
    const struct chart_declaration *chart;
    const struct result *rows;  /* linked; no more than the kind can show; all in the order asked for, else in ORDER */
    const char *order;          /* of the list's, by which those drawn are chosen; NULL: the statement's, or all are */
    size_t places[CHART_ROLES]; /* of the column in them that plays a role; SIZE_MAX: none */
    int64_t n_all;              /* of which these are the first */
    const struct listing *listing; /* the resource's own rows, where they have been read, or NULL */
};

/* The first of the resource's charts whose conditions the question meets, of the kind that it asks for if it asks for
 * one; NULL: it has none. */
const struct chart_declaration *picture_declared(const struct question *question);

/* What the question lacks, or has too much of, for one of the charts, as a sentence; NULL: nothing, the chart fits. */
const char *picture_lack(const struct question *question, const struct chart_declaration *chart);

/* Does the kind that the question asks for fit it? ERROR_BAD_REQUEST, at the field, says what it lacks. */
bool picture_chosen(struct question *question, GError **error);

/* How many of the resource's own rows its chart draws at most; 0 where there is none or it has rows of its own. */
int64_t picture_most(const struct question *question);

/* Reads what is drawn. LISTING: the resource's own rows, linked, where they have been read (all, if they are no more
 * than picture_most); else NULL. The question has a chart. */
bool picture_read(const struct question *question, const struct listing *listing, struct picture *picture,
                  GError **error);

/* What plays the role in a row; NULL: nothing does. */
const struct cell *picture_cell(const struct picture *picture, size_t row, enum chart_role role);

/* Is the row marked and kept off the axis? */
bool picture_flags(const struct picture *picture, size_t row);

/* The spec with its title, alternative and description: all that a page says of a chart. */
bool picture_spec(const struct question *question, const struct picture *picture, struct chart_spec *spec,
                  GError **error);

/* The same with the words that stand around it where it is drawn. */
bool picture_spec_drawn(const struct question *question, const struct picture *picture, struct chart_spec *spec,
                        GError **error);

/* Do the statements of the resource's charts give columns that can play their roles, and read every filter? */
bool picture_check(const struct question *question, GError **error);

#endif

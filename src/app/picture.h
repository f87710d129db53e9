/* The chart of a question as a spec with its words: title (the finding where the numbers prove one), subtitle, notes,
 * source, foot, alternative text and description. Needs no cairo. */
#ifndef PROVISO_APP_PICTURE_H
#define PROVISO_APP_PICTURE_H

#include "app/question.h"
#include "chart/spec.h"

/* Does this question have a chart? (Its resource has one and the parameter that it needs is given.) */
bool picture_exists(const struct question *question);

/* Runs the rows and fills the spec. ERROR_BAD_REQUEST, with the field named, when there is no chart to draw. */
bool picture_spec(struct question *question, struct chart_spec *spec, GError **error);

#endif

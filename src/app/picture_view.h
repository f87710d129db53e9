/* A chart as a page shows it: templates/partials/picture.html. */
#ifndef PROVISO_APP_PICTURE_VIEW_H
#define PROVISO_APP_PICTURE_VIEW_H

#include "app/question.h"
#include "app/view.h"
#include "chart/spec.h"

/* The columns that picture_show sets. Heights are about right: what a browser keeps free until the picture is there.
 * is_long: too high for a sheet of paper. */
#define PICTURE_COLUMNS                                                                                                \
    VIEW_URL("image_url"), VIEW_URL("narrow_url"), VIEW_INTEGER("image_height"), VIEW_INTEGER("narrow_height"),        \
        VIEW_FLAG("is_long"), VIEW_TEXT("alternative"), VIEW_TEXT("description")

/* Sets them in the last row of VIEW, which has them all. */
void picture_show(const struct question *question, const struct chart_spec *spec, struct result *view);

#endif

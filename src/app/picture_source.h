/* The line of a chart that names the publishers of what it shows. */
#ifndef PROVISO_APP_PICTURE_SOURCE_H
#define PROVISO_APP_PICTURE_SOURCE_H

#include "app/picture.h"

/* "Source: Census Bureau; Reuters and 3 more": each publisher once, those that most rows cite first, as far as they
 * fit; NULL where no row names a source. A sum that names none has those of its declaration's statement, or of the
 * resource's rows, behind it; where these are too many to look at, the line ends in "and others". */
bool picture_source(const struct question *question, const struct picture *picture, const char **line, GError **error);

#endif

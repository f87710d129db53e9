/* What a question cannot do without before it asks for anything. */
#ifndef PROVISO_APP_NEED_H
#define PROVISO_APP_NEED_H

#include "app/question.h"

/* Has the question all that its resource needs? A page that lacks some asks for it; of anything else it is
 * ERROR_BAD_REQUEST, at each field that is needed: an empty file would be taken for an answer. */
bool need_met(struct question *question, GError **error);

#endif

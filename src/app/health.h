/* Answers that are about the program. */
#ifndef PROVISO_APP_HEALTH_H
#define PROVISO_APP_HEALTH_H

#include "app/question.h"

/* /healthz: 200 while the program runs. /readyz: 200 with the edition, or 503 saying why not. Neither takes a query.
 * False: not one of them. */
bool health_answer(struct app *app, const struct http_request *request, struct http_response *response);

#endif

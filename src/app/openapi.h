/* The interface as an OpenAPI 3.1 document, made from the declarations of resources, parameters and columns. */
#ifndef PROVISO_APP_OPENAPI_H
#define PROVISO_APP_OPENAPI_H

#include "app/question.h"

#include <jansson.h>

/* A new reference; NULL with ERROR set. */
json_t *openapi_document(const struct question *question, GError **error);

#endif

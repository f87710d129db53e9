/* Documents about the site for machines: /openapi.json, /robots.txt, /sitemap.xml. */
#ifndef PROVISO_APP_DOCUMENTS_H
#define PROVISO_APP_DOCUMENTS_H

#include "app/question.h"

/* Is the path one of them? */
bool documents_have(const char *path);

/* Answers a request for one, of the current edition. They take no query: ERROR_BAD_REQUEST; else the store's errors. */
bool documents_write(struct question *question, struct http_response *response, GError **error);

#endif

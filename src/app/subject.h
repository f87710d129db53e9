/* A page about another resource's question: which resource its parameter names, and what it then can be asked for. */
#ifndef PROVISO_APP_SUBJECT_H
#define PROVISO_APP_SUBJECT_H

#include "app/question.h"

/* The resource that the question names; NULL: its own resource has no subject, or none is named that there is. Reads
 * the request itself, for it decides what the question's parameters are. */
const struct resource *subject_resource(const struct question *question);

/* What the question accepts: its resource's own parameters, behind the subject that resource's filters and order, and
 * what the representation takes. */
const struct parameter *const *subject_parameters(const struct question *question);

/* Of the question's values, those that RESOURCE takes, as its query. */
const char *subject_query(const struct question *question, const struct resource *resource);

#endif

/* Inside http only: one value of one parameter, from text to typed. */
#ifndef PROVISO_HTTP_PARAMETER_VALUE_H
#define PROVISO_HTTP_PARAMETER_VALUE_H

#include "http/parameter.h"

/* A text to be read as a value of PARAMETER. */
struct parameter_input {
    struct arena *arena;
    const struct catalog *catalog;
    const struct parameter *parameter;
    const char *text; /* decoded, not empty */
};

/* The translated label, or the name where none is declared. */
const char *parameter_label(const struct catalog *catalog, const struct parameter *parameter);

/* NULL, and *VALUE is filled (text "" when there was nothing but spaces); else a translated message that says what is
 * wrong and what is accepted. */
const char *parameter_read(const struct parameter_input *input, struct parameter_value *value);

/* Puts VALUE at its sorted place among values[first..*n), unless its text is there already. There must be room. */
void parameter_insert(struct parameter_value *values, size_t first, size_t *n, struct parameter_value value);

#endif

/* Inside http only: a raw query, one pair at a time. A bad pair is reported and does not hide those after it, so that a
 * form can show its other entries again. */
#ifndef PROVISO_HTTP_QUERY_H
#define PROVISO_HTTP_QUERY_H

#include "http/request.h"

enum query_problem {
    QUERY_OK,
    QUERY_NAME,       /* the name cannot be decoded or is longer than HTTP_NAME_MAX */
    QUERY_PERCENT,    /* a % without two hexadecimal digits */
    QUERY_CONTROL,    /* a byte below 0x20, or 0x7f */
    QUERY_ENCODING,   /* not UTF-8 */
    QUERY_VALUE_LONG, /* the value is longer than HTTP_VALUE_MAX */
    QUERY_LONG,       /* of the whole query: longer than HTTP_QUERY_MAX */
    QUERY_MANY,       /* of the whole query: more than HTTP_FIELDS_MAX pairs */
};

struct query_pair {
    struct http_field field; /* never NULL */
    enum query_problem problem;
};

/* Decodes the next pair at *AT and moves *AT behind it; false when none is left. As in forms + is a space, an empty
 * pair (a&&b) is skipped, a name without = has an empty value. A name with a problem comes out as it was sent (not
 * decoded, other than visible ASCII as ?, cut to HTTP_NAME_MAX bytes); a value with a problem is "", but for
 * QUERY_VALUE_LONG, where it is whole. QUERY_LONG and QUERY_MANY are the caller's to find. */
bool query_next(struct arena *arena, const char **at, struct query_pair *pair);

/* Message id of a problem: whole sentences with {label} for the field. */
const char *query_message(enum query_problem problem);

/* TEXT (UTF-8), cut to 80 characters, the last of which is then an ellipsis: for messages that repeat input. */
char *query_shorten(struct arena *arena, const char *text);

#endif

/* The one configuration file, named by PROVISO_CONFIG: a key file with the group [proviso]. */
#ifndef PROVISO_APP_CONFIG_H
#define PROVISO_APP_CONFIG_H

#include "base/error.h"

#include <stdbool.h>

struct config {
    char *base_url;   /* scheme, host and prefix, without a slash at the end; the request never supplies it */
    char *host;       /* the host of base_url, without a port */
    char *prefix;     /* its path: "" or "/a/b" */
    char *editions;   /* folder of published editions */
    char *templates;  /* folder */
    char *assets;     /* folder */
    char *spool;      /* folder for files that nginx sends; NULL: none */
    char *contact;    /* shown in the foot; NULL: none */
    char *limit;      /* milliseconds, as text; NULL: none */
    int milliseconds; /* for one request's statements at most, in whichever program; 0: what the program gives */
};

/* Reads the file. ERROR_IO: no variable, no file; ERROR_DATA: a key that is missing, unknown or malformed, by name. */
struct config *config_read(GError **error);

/* Feeds SUM what answers show of it: the rest may change and a kept answer is still right. */
void config_digest(const struct config *config, GChecksum *sum);

void config_free(struct config *config);

#endif

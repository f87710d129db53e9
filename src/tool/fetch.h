/* Answers of the site without a server: what the commands report, chart and verify ask for. */
#ifndef PROVISO_TOOL_FETCH_H
#define PROVISO_TOOL_FETCH_H

#include "base/error.h"

#include <stdbool.h>

#define CONFIG_OPTION(variable)                                                                                        \
    {                                                                                                                  \
        "config", 0, 0, G_OPTION_ARG_FILENAME, (variable),                                                             \
            "The site's configuration (default: $PROVISO_CONFIG, else var/run/proviso.conf)", "FILE"                   \
    }

/* The configuration that the programs of this process read: FILE, or NULL for the default. */
void fetch_configure(const char *file);

/* Appends what the site answers to the address of a report or its page. Errors are app_fetch's. */
bool fetch_report(const char *address, GString *out, GError **error);

#endif

/* One line an event on standard error: time in UTC, then key=value pairs. Values are quoted where needed; control and
 * non-ASCII bytes are escaped, so that a line is a line. Never holds a client address. A blocked or closed standard
 * error loses the line, never the request. */
#ifndef PROVISO_BASE_LOG_H
#define PROVISO_BASE_LOG_H

#include <glib.h>

/* Pairs of key and value (both strings), ended by NULL. A NULL value is left out. At most 1 KB is written. */
void log_event(const char *event, ...) G_GNUC_NULL_TERMINATED;

#endif

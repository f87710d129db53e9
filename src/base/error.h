/* The one error domain. A function that can fail returns bool (or a pointer) and fills a GError last parameter.
 * The code says what a caller can do about it; the message says what and where, in words for the person who caused it
 * (codes below ERROR_UNAVAILABLE) or for the log (the rest). http maps codes to statuses in one table. */
#ifndef PROVISO_BASE_ERROR_H
#define PROVISO_BASE_ERROR_H

#include <glib.h>
#include <stdbool.h>

enum error_code {
    ERROR_BAD_REQUEST, /* the asker's input has not the documented form: 400 */
    ERROR_NOT_FOUND,   /* well formed, but no such thing here: 404 */
    ERROR_NOT_ALLOWED, /* method: 405 */
    ERROR_GONE,        /* was here, is no longer kept: 410 */
    ERROR_DATA,        /* register data or a file breaks a rule; command line only */
    ERROR_LATE,        /* not done within the time that one question gets; app has the words for it: 503 */
    ERROR_UNAVAILABLE, /* no edition, out of memory in SQLite: 503 */
    ERROR_IO,          /* the system refused a file operation */
    ERROR_INTERNAL,    /* a defect of ours: 500 */
    ERROR_CODES
};

#define PROVISO_ERROR (proviso_error_quark())
GQuark proviso_error_quark(void);

/* The same error in other words. */
void error_reword(GError **error, const char *words);

/* Says why the system refused a file, by errno: "PATH: cannot be WHAT: reason", an ERROR_IO. Gives false. */
bool error_of_file(const char *path, const char *what, GError **error);

/* Says so in the place of what GLib said of the file in *ERROR. Gives false. */
bool error_reword_file(const char *path, const char *what, GError **error);

#endif

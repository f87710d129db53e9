/* The error domain's name, and errors in other words. */
#include "base/error.h"

#include <errno.h>

G_DEFINE_QUARK(proviso - error - quark, proviso_error)

void error_reword(GError **error, const char *words)
{
    GError *reworded = g_error_new_literal((*error)->domain, (*error)->code, words);
    g_clear_error(error);
    g_propagate_error(error, reworded);
}

bool error_of_file(const char *path, const char *what, GError **error)
{
    g_set_error(error, PROVISO_ERROR, ERROR_IO, "%s: cannot be %s: %s", path, what, g_strerror(errno));
    return false;
}

/* What errno was: GLib keeps a code for each number that a file operation gives, and one for the rest. */
static int number_of(GFileError code)
{
    enum { NUMBERS = 134 };
    for (int number = 1; number < NUMBERS; number++)
        if (code != G_FILE_ERROR_FAILED && g_file_error_from_errno(number) == code)
            return number;
    return EIO;
}

bool error_reword_file(const char *path, const char *what, GError **error)
{
    errno = number_of((GFileError)(*error)->code);
    g_clear_error(error);
    return error_of_file(path, what, error);
}

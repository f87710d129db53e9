/* The error domain's name, and errors in other words. */
#include "base/error.h"

G_DEFINE_QUARK(proviso - error - quark, proviso_error)

void error_reword(GError **error, const char *words)
{
    GError *reworded = g_error_new_literal((*error)->domain, (*error)->code, words);
    g_clear_error(error);
    g_propagate_error(error, reworded);
}

/* The error domain's name; knows nothing else. */
#include "base/error.h"

G_DEFINE_QUARK(proviso - error - quark, proviso_error)

/* What tells one build of a program from another: the linker's hash over all that is in it. */
#ifndef PROVISO_BASE_BUILD_ID_H
#define PROVISO_BASE_BUILD_ID_H

#include <glib.h>

/* Feeds the running program's build ID (an ELF note of the linker's, --build-id) to CHECKSUM; nothing where it has
 * none.
 */
void build_id_add(GChecksum *checksum);

#endif

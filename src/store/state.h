/* What a state folder holds.
 *
 *   STATE/register.db              the register
 *   STATE/lock                     held by whoever writes the register or publishes
 *   STATE/editions/edition-N.db    N of six digits or more; beside it edition-N.db.sha256: the SHA-256 of it and its
 *                                  name, as sha256sum writes them
 *   STATE/editions/current         a link to the newest
 *   STATE/editions/.edition-*      what a run in progress, or one that was killed, is making; also .current */
#ifndef PROVISO_STORE_STATE_H
#define PROVISO_STORE_STATE_H

#include <glib.h>

#define STATE_REGISTER "register.db"
#define STATE_LOCK "lock"
#define STATE_EDITIONS "editions"

#define EDITION_PREFIX "edition-"
#define EDITION_SUFFIX ".db"
#define EDITION_NAME EDITION_PREFIX "%06" G_GINT64_FORMAT EDITION_SUFFIX /* of the number, for printf */
#define EDITION_SUM ".sha256"
#define EDITION_CURRENT "current"

#endif

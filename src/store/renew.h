/* Kept editions made anew for this program, so that their addresses go on answering. Private to store. */
#ifndef PROVISO_STORE_RENEW_H
#define PROVISO_STORE_RENEW_H

#include "store/publish.h"

/* Makes each edition below the current one anew that was made by another recipe: number, date, rows, content hash and
 * ledger stay, what is derived for reading is this program's. One that cannot be (its rows no longer have their hash,
 * or this program has no place for them) stays as it is, and is told of in RENEWAL. Only under the lock. */
void renew_editions(struct arena *arena, const struct publish_options *options, const char *directory,
                    struct edition_renewal *renewal);

#endif

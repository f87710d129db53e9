/* What the files of the writing side share of an open register. Private to store. */
#ifndef PROVISO_STORE_HANDLE_H
#define PROVISO_STORE_HANDLE_H

#include "store/register.h"

struct sqlite3;

struct sqlite3 *register_handle(const struct register_store *reg);

/* Calls FREE with DATA before the register is closed. */
void register_keep(struct register_store *reg, void *data, GDestroyNotify free);

#endif

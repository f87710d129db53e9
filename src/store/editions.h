/* The files of STATE/editions: their names, the current one, what a killed run left. Private to store. */
#ifndef PROVISO_STORE_EDITIONS_H
#define PROVISO_STORE_EDITIONS_H

#include "store/publish.h"

/* "edition-000012.db" */
const char *editions_name(struct arena *arena, int64_t number);

/* The highest number among the files; the number the link "current" names. 0: none. */
int64_t editions_highest(const char *directory);
int64_t editions_current(const char *directory);

/* Removes the editions below the current one but for the newest KEEP of them, with their hashes. Only under the lock.
 */
bool editions_prune(const char *directory, int64_t keep, GError **error);

/* Gives the edition in the file TEMPORARY of DIRECTORY its name, with the hash beside it. */
bool editions_place(struct arena *arena, const char *directory, const char *temporary, int64_t number, GError **error);

/* Whether this program itself made edition NUMBER: see store/recipe.h. */
bool editions_is_own(struct arena *arena, const char *directory, int64_t number);

/* Reads the stamp and the changes of one edition. ERROR_NOT_FOUND: no such file. ERROR_DATA, ERROR_IO: unreadable. */
bool editions_read(struct arena *arena, const char *directory, int64_t number, struct edition_entry *entry,
                   GError **error);

/* Removes the temporary files of a run that ended early. Only under the lock. No directory: nothing to do. */
bool editions_remove_leftovers(const char *directory, GError **error);

#endif

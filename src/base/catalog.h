/* The message catalogue: English text is the message id; a gettext .po file gives the other languages.
 * A catalogue without a file answers every id with itself, which is English. */
#ifndef PROVISO_BASE_CATALOG_H
#define PROVISO_BASE_CATALOG_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>

struct catalog;

/* Reads PATH (UTF-8 .po); NULL gives English. language is its BCP 47 tag ("en", "es"). Fuzzy and empty
 * translations are left out. A file that cannot be read is ERROR_IO. */
struct catalog *catalog_open(const char *language, const char *path, GError **error);
void catalog_free(struct catalog *catalog);

const char *catalog_language(const struct catalog *catalog);

/* The translation, or the id itself; a catalogue of NULL is English too. Never NULL for a non-NULL id; lives as long as
 * the catalogue (or the id). */
const char *catalog_text(const struct catalog *catalog, const char *id);

/* The translation with {name} replaced. Pairs of name and text follow, ended by NULL; a name that is not given stays.
 */
char *catalog_format(struct arena *arena, const struct catalog *catalog, const char *id, ...) G_GNUC_NULL_TERMINATED;

/* The same with the pairs in an array. A value of NULL is not given. */
char *catalog_fill(struct arena *arena, const struct catalog *catalog, const char *id, const char *const *pairs);

/* Marks a string in a declaration for extraction by xgettext; gives it back. */
#define N_(id) id

#endif

/* Puts files in place so that a reader finds the old one or the new one, never a part, also after a crash or a loss of
 * power. Failures name the file; they are ERROR_IO where nothing else is said. */
#ifndef PROVISO_STORE_FILE_H
#define PROVISO_STORE_FILE_H

#include "base/error.h"

#include <stdbool.h>

/* Makes the directory and those above it, where missing. */
bool file_make_directory(const char *path, GError **error);

/* Takes the one lock of a state directory for as long as *fd is open. Waits up to five seconds for whoever holds it,
 * then ERROR_UNAVAILABLE. */
bool file_lock(const char *directory, int *fd, GError **error);

/* Whether PATH is free for a new file: nothing has that name, and it is none that a state folder uses (files beside a
 * register, editions), else ERROR_BAD_REQUEST; and its folder can be written to. */
bool file_is_new(const char *path, GError **error);

/* SHA-256 of a file, in hexadecimal. */
bool file_hash(const char *path, char hash[static 65], GError **error);

/* Writes a new file of that text; an old one of the name is replaced. Not yet durable. */
bool file_write(const char *path, const char *text, GError **error);

/* Makes the file FROM durable, with that mode, then renames it to TO in the same directory and makes that durable. */
enum file_mode { FILE_READ_ONLY = 0444, FILE_WRITABLE = 0644 };
bool file_replace(const char *directory, const char *from, const char *to, enum file_mode mode, GError **error);

/* Makes DIRECTORY/NAME a symbolic link to TARGET in one step, by way of DIRECTORY/TEMPORARY. */
bool file_link(const char *directory, const char *name, const char *target, const char *temporary, GError **error);

#endif

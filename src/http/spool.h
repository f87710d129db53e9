/* Answers too large to be held: files in one folder, from which the web server sends them (X-Accel-Redirect), so that a
 * worker that dies cannot cut them. The web server needs leave to read the folder; file names are not to be guessed. */
#ifndef PROVISO_HTTP_SPOOL_H
#define PROVISO_HTTP_SPOOL_H

#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

struct spool;

/* A file being written. No name: none. */
struct spool_file {
    char name[32]; /* within the folder */
    int fd;
    int64_t size; /* bytes */
};

/* Opens the folder and sweeps it: answers that have not changed for five minutes go; what else is there stays.
 * ERROR_IO. */
struct spool *spool_open(const char *dir, GError **error);
void spool_free(struct spool *spool);

const char *spool_dir(const struct spool *spool);

/* Makes a file, after sweeping. Errors, also of those below, are ERROR_UNAVAILABLE: the disk is full or gone. */
bool spool_begin(const struct spool *spool, struct spool_file *file, GError **error);
bool spool_append(struct spool_file *file, const void *bytes, size_t length, GError **error);

/* Sets the size of a file that was written by its path. */
bool spool_measure(struct spool_file *file, GError **error);

/* Ends the writing. The file stays, to be sent. */
void spool_close(struct spool_file *file);

/* Closes and deletes it. */
void spool_drop(const struct spool *spool, struct spool_file *file);

/* Copies the whole file to a descriptor; false when that is not to be written to. */
bool spool_copy(const struct spool_file *file, int to);

#endif

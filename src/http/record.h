/* An answer as FastCGI records. */
#ifndef PROVISO_HTTP_RECORD_H
#define PROVISO_HTTP_RECORD_H

#include "base/arena.h"

#include <stdbool.h>
#include <sys/uio.h>

/* Writes PARTS whole, going on after signals. False when the reader has gone or FD's send timeout has passed. PARTS is
 * used up. */
bool record_write(int fd, struct iovec *parts, size_t n_parts);

/* Sends TEXTS, one after the other, as the whole standard output of request REQUEST_ID and ends the request, in one
 * write: a process that is killed leaves all of an answer or, to some 256 KB, nothing of it (then the web server asks
 * another process). */
bool record_send(struct arena *arena, int fd, int request_id, const struct iovec *texts, size_t n_texts);

#endif

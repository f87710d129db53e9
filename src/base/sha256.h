/* SHA-256 of long streams, by the processor's own instructions where it has them: an edition of gigabytes is hashed
 * several times as fast as by GLib's. */
#ifndef PROVISO_BASE_SHA256_H
#define PROVISO_BASE_SHA256_H

#include <nettle/sha2.h>

struct sha256 {
    struct sha256_ctx context;
};

struct sha256 sha256_begin(void);
void sha256_add(struct sha256 *sha256, const void *bytes, size_t length);

/* The hash of what was added, as 64 lower-case hexadecimal digits. */
void sha256_end(struct sha256 *sha256, char hash[static 65]);

#endif

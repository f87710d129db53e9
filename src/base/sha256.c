/* The work is nettle's. */
#include "base/sha256.h"

#include <nettle/base16.h>

struct sha256 sha256_begin(void)
{
    struct sha256 sha256;
    sha256_init(&sha256.context);
    return sha256;
}

void sha256_add(struct sha256 *sha256, const void *bytes, size_t length)
{
    sha256_update(&sha256->context, length, bytes);
}

void sha256_end(struct sha256 *sha256, char hash[static 65])
{
    unsigned char digest[SHA256_DIGEST_SIZE];
    sha256_digest(&sha256->context, sizeof digest, digest);
    base16_encode_update(hash, sizeof digest, digest);
    hash[2 * sizeof digest] = '\0';
}

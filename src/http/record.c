/* Records of the FastCGI specification, section 3.3, as one write. Must not know what they hold. */
#include "http/record.h"

#include <errno.h>
#include <limits.h>
#include <sys/socket.h>
#include <sys/time.h>

enum {
    RECORD_MAX = 65528,       /* content of a record: the largest multiple of eight that its length can tell */
    ROOM = 64 * 1024,         /* what a new socket takes at once */
    SEND_SECONDS = 3,         /* for the peer to take more of an answer; twice that when a write was cut short */
    SEND_BUFFER = 208 * 1024, /* Linux allows as much unless told otherwise, and doubles it for its own use */
    END_SIZE = 8,
};

enum { VERSION = 1, TYPE_END_REQUEST = 3, TYPE_STDOUT = 6 };

struct header {
    unsigned char version, type, request_id[2], length[2], padding, reserved;
};

/* What follows the content: an empty record, and the end of the request with exit status 0, complete. */
struct ending {
    struct header stream_end, request_end;
    unsigned char status[END_SIZE];
};

static struct header header(int type, int request_id, size_t length)
{
    return (struct header){
        .version = VERSION,
        .type = (unsigned char)type,
        .request_id = {(unsigned char)(request_id >> 8), (unsigned char)request_id},
        .length = {(unsigned char)(length >> 8), (unsigned char)length},
    };
}

/* Takes the first DONE bytes off the parts. */
static void skip(struct iovec **parts, size_t *n_parts, size_t done)
{
    for (; *n_parts > 0 && done >= (*parts)->iov_len; (*parts)++, (*n_parts)--)
        done -= (*parts)->iov_len;
    if (*n_parts > 0) {
        (*parts)->iov_base = (char *)(*parts)->iov_base + done;
        (*parts)->iov_len -= done;
    }
}

bool record_write(int fd, struct iovec *parts, size_t n_parts)
{
    while (n_parts > 0) {
        ssize_t written = writev(fd, parts, (int)MIN(n_parts, IOV_MAX));
        if (written < 0 && errno != EINTR)
            return false;
        skip(&parts, &n_parts, written < 0 ? 0 : (size_t)written);
    }
    return true;
}

/* As record_write, to a socket of which nothing has been asked yet. Most answers find room in it: only what does not is
 * worth telling the kernel how long to wait. */
static bool write_patiently(int fd, struct iovec *parts, size_t n_parts)
{
    const struct timeval patience = {.tv_sec = SEND_SECONDS};
    const struct msghdr message = {.msg_iov = parts, .msg_iovlen = MIN(n_parts, IOV_MAX)};
    ssize_t sent = sendmsg(fd, &message, MSG_DONTWAIT);
    skip(&parts, &n_parts, sent < 0 ? 0 : (size_t)sent);
    if (n_parts > 0)
        setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    return record_write(fd, parts, n_parts);
}

static size_t count_records(const struct iovec *texts, size_t n_texts)
{
    size_t n = 0;
    for (size_t i = 0; i < n_texts; i++)
        n += (texts[i].iov_len + RECORD_MAX - 1) / RECORD_MAX;
    return n;
}

static size_t count_bytes(const struct iovec *parts, size_t n_parts)
{
    size_t n = 0;
    for (size_t i = 0; i < n_parts; i++)
        n += parts[i].iov_len;
    return n;
}

/* Writes the records of a text to PARTS, two for each: its header and its content. Gives the part after them. */
static struct iovec *cut(struct arena *arena, int request_id, const struct iovec *text, struct iovec *parts)
{
    for (size_t at = 0; at < text->iov_len; at += RECORD_MAX) {
        size_t size = MIN(text->iov_len - at, RECORD_MAX);
        struct header *first = ARENA_NEW(arena, struct header);
        *first = header(TYPE_STDOUT, request_id, size);
        *parts++ = (struct iovec){.iov_base = first, .iov_len = sizeof *first};
        *parts++ = (struct iovec){.iov_base = (char *)text->iov_base + at, .iov_len = size};
    }
    return parts;
}

bool record_send(struct arena *arena, int fd, int request_id, const struct iovec *texts, size_t n_texts)
{
    size_t n_parts = 2 * count_records(texts, n_texts) + 1;
    struct iovec *parts = ARENA_ARRAY(arena, struct iovec, n_parts), *next = parts;
    for (size_t i = 0; i < n_texts; i++)
        next = cut(arena, request_id, &texts[i], next);
    struct ending ending = {
        .stream_end = header(TYPE_STDOUT, request_id, 0),
        .request_end = header(TYPE_END_REQUEST, request_id, END_SIZE),
    };
    *next = (struct iovec){.iov_base = &ending, .iov_len = sizeof ending};
    /* A write that finds room does not sleep, and what does not sleep in the kernel is not killed half way. */
    const int size = SEND_BUFFER;
    if (count_bytes(parts, n_parts) > ROOM)
        setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
    return write_patiently(fd, parts, n_parts);
}

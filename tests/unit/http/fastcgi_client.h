/* The web server's side of FastCGI, for tests: requests as records cut in any way, answers put together again. */
#ifndef PROVISO_TEST_FASTCGI_CLIENT_H
#define PROVISO_TEST_FASTCGI_CLIENT_H

#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

enum { RECORD_BEGIN = 1, RECORD_END = 3, RECORD_PARAMS = 4, RECORD_STDIN = 5, RECORD_STDOUT = 6 };
enum { REQUEST_ID = 0x0102, CLIENT_TIMEOUT = 20 /* seconds */ };

struct client_request {
    const char *const *pairs; /* name, value, ... NULL */
    size_t params_record;     /* bytes of parameters a record; 0: as few records as possible */
    unsigned char padding;    /* after each of those records */
    bool keep;                /* ask to keep the connection */
};

struct client_answer {
    GString *out;   /* all of STDOUT */
    size_t records; /* of STDOUT with content */
    size_t largest; /* content of one of them */
    bool ended;     /* END_REQUEST came, with application status 0 and "complete" */
    bool is_closed; /* then the connection was closed */
    bool has_stderr;
};

static inline struct sockaddr_un client_address(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    g_strlcpy(address.sun_path, path, sizeof address.sun_path);
    return address;
}

static inline int client_connect(const char *path)
{
    struct sockaddr_un address = client_address(path);
    const struct timeval timeout = {.tv_sec = CLIENT_TIMEOUT};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    g_assert_cmpint(fd, >=, 0);
    g_assert_cmpint(connect(fd, (struct sockaddr *)&address, sizeof address), ==, 0);
    g_assert_cmpint(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout), ==, 0);
    return fd;
}

static inline void client_append_record(GByteArray *bytes, int type, const void *content, size_t size,
                                        unsigned char padding)
{
    const unsigned char zeros[255] = {0};
    const unsigned char header[8] = {1,
                                     (unsigned char)type,
                                     REQUEST_ID >> 8,
                                     REQUEST_ID & 0xff,
                                     (unsigned char)(size >> 8),
                                     (unsigned char)size,
                                     padding,
                                     0};
    g_byte_array_append(bytes, header, sizeof header);
    g_byte_array_append(bytes, content, (guint)size);
    g_byte_array_append(bytes, zeros, padding);
}

static inline void client_append_length(GByteArray *bytes, size_t length)
{
    const unsigned char wide[4] = {(unsigned char)(0x80 | length >> 24), (unsigned char)(length >> 16),
                                   (unsigned char)(length >> 8), (unsigned char)length};
    g_byte_array_append(bytes, length < 128 ? wide + 3 : wide, length < 128 ? 1 : 4);
}

static inline GByteArray *client_params(const char *const *pairs)
{
    GByteArray *params = g_byte_array_new();
    for (; pairs[0]; pairs += 2) {
        client_append_length(params, strlen(pairs[0]));
        client_append_length(params, strlen(pairs[1]));
        g_byte_array_append(params, (const guchar *)pairs[0], (guint)strlen(pairs[0]));
        g_byte_array_append(params, (const guchar *)pairs[1], (guint)strlen(pairs[1]));
    }
    return params;
}

/* Everything the web server sends for a request without a body. */
static inline GByteArray *client_bytes(const struct client_request *request)
{
    GByteArray *bytes = g_byte_array_new();
    g_autoptr(GByteArray) params = client_params(request->pairs);
    const unsigned char begin[8] = {0, 1, request->keep};
    size_t step = request->params_record ? request->params_record : 0xffff;
    client_append_record(bytes, RECORD_BEGIN, begin, sizeof begin, 0);
    for (size_t at = 0; at < params->len; at += step)
        client_append_record(bytes, RECORD_PARAMS, params->data + at, MIN(step, params->len - at), request->padding);
    client_append_record(bytes, RECORD_PARAMS, "", 0, 0);
    client_append_record(bytes, RECORD_STDIN, "", 0, 0);
    return bytes;
}

/* A connection on which REQUEST has been sent. */
static inline int client_ask(const char *path, const struct client_request *request)
{
    g_autoptr(GByteArray) bytes = client_bytes(request);
    int fd = client_connect(path);
    g_assert_cmpint(write(fd, bytes->data, bytes->len), ==, bytes->len);
    return fd;
}

/* A connection on which the first SIZE of BYTES have been sent and, a while later, the others. */
static inline int client_send_in_two(const char *path, const GByteArray *bytes, size_t size)
{
    int fd = client_connect(path);
    g_assert_cmpint(send(fd, bytes->data, size, MSG_NOSIGNAL), ==, (gssize)size);
    g_usleep(50 * 1000);
    size_t rest = bytes->len - size;
    g_assert_cmpint(send(fd, bytes->data + size, rest, MSG_NOSIGNAL), ==, (gssize)rest);
    return fd;
}

/* SIZE bytes, or false at the end of the connection. */
static inline bool client_read(int fd, void *bytes, size_t size)
{
    for (size_t at = 0; at < size;) {
        ssize_t count = read(fd, (char *)bytes + at, size - at);
        if (count <= 0)
            return false;
        at += (size_t)count;
    }
    return true;
}

/* Reads one record into ANSWER; false at the end of the connection. */
static inline bool client_read_record(int fd, struct client_answer *answer)
{
    unsigned char header[8], content[0xffff + 0xff];
    if (!client_read(fd, header, sizeof header))
        return false;
    size_t size = (size_t)header[4] << 8 | header[5];
    g_assert_cmpint(header[0], ==, 1);
    g_assert_cmpint(header[2] << 8 | header[3], ==, REQUEST_ID);
    if (!client_read(fd, content, size + header[6]))
        return false;
    if (header[1] == RECORD_END) {
        const unsigned char complete[5] = {0};
        answer->ended = size == 8 && memcmp(content, complete, sizeof complete) == 0;
    } else if (header[1] == RECORD_STDOUT) {
        g_string_append_len(answer->out, (const char *)content, (gssize)size);
        answer->records += size > 0;
        answer->largest = MAX(answer->largest, size);
    } else {
        answer->has_stderr = true;
    }
    return true;
}

/* Reads the rest of the answer, to END_REQUEST and the end of the connection, and closes it. */
static inline void client_finish(int fd, struct client_answer *answer)
{
    while (!answer->ended && client_read_record(fd, answer))
        continue;
    char more;
    answer->is_closed = read(fd, &more, 1) == 0;
    close(fd);
}

#endif

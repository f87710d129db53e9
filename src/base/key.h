/* The key of a record: what a register may hold is what an address may ask for. */
#ifndef PROVISO_BASE_KEY_H
#define PROVISO_BASE_KEY_H

#include <stdbool.h>
#include <string.h>

/* Bytes: the record's own path has room for it. */
enum { KEY_MAX = 200 };

/* Lower-case letters, digits, '.' and '-', the first a letter or a digit, at most KEY_MAX of them? */
static inline bool key_is_sound(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-");
    return length > 0 && length <= KEY_MAX && !text[length] && *text != '.' && *text != '-';
}

#endif

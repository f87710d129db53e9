/* The key of a record: what a register may hold is what an address may ask for. */
#ifndef PROVISO_BASE_KEY_H
#define PROVISO_BASE_KEY_H

#include <stdbool.h>
#include <string.h>

/* Bytes of one that is typed: its record's path has room for it. What is made of several may be longer. */
enum { KEY_MAX = 200 };

/* Lower-case letters, digits, '.' and '-', the first a letter or a digit? */
static inline bool key_is_sound(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-");
    return length > 0 && !text[length] && *text != '.' && *text != '-';
}

/* NN.NNN, as federal assistance listings are numbered? */
static inline bool key_is_listing(const char *text)
{
    static const char digits[] = "0123456789";
    return strlen(text) == strlen("NN.NNN") && strspn(text, digits) == 2 && text[2] == '.' &&
           strspn(text + 3, digits) == 3;
}

#endif

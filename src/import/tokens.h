/* The words of a name in normal form, and phrases among them. A phrase is words of normal form with one space between
 * them. Knows no government. */
#ifndef PROVISO_IMPORT_TOKENS_H
#define PROVISO_IMPORT_TOKENS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum { TOKENS_MAX = 48 };

/* May be copied; the words belong to the arena that they were split into, or are constants. */
struct tokens {
    size_t n;
    uint32_t initials; /* tokens_initial of each, also of those that were taken off since */
    const char *at[TOKENS_MAX];
    bool breaks[TOKENS_MAX]; /* a comma stands before it */
    bool joins[TOKENS_MAX];  /* a hyphen or slash stands before it */
};

/* Lower case, ASCII, no accents, no punctuation, nothing of what is in parentheses; usual abbreviations written out or
 * in. Any text will do; words beyond TOKENS_MAX are left out. */
void tokens_split(struct arena *arena, const char *text, struct tokens *tokens);

/* The words FROM up to but not TO, one space between two. */
char *tokens_join(struct arena *arena, const struct tokens *tokens, size_t from, size_t to);

/* A bit for what a word begins with: letters have one each, digits share some of theirs. */
static inline uint32_t tokens_initial(const char *word)
{
    return UINT32_C(1) << (*word & 31);
}

/* False: PHRASE stands nowhere. Names are looked through for hundreds of phrases; few begin as one of their words. */
static inline bool tokens_may_have(const struct tokens *tokens, const char *phrase)
{
    return tokens->initials & tokens_initial(phrase);
}

/* Where PHRASE begins first, or SIZE_MAX. */
size_t tokens_find(const struct tokens *tokens, const char *phrase);

/* Whether one of the phrases, ended by NULL, stands anywhere. */
bool tokens_have_any(const struct tokens *tokens, const char *const *phrases);

/* Takes N words off, from FROM on. */
void tokens_drop(struct tokens *tokens, size_t from, size_t n);

/* Takes PHRASE off where it first stands. False: it stands nowhere. */
bool tokens_take(struct tokens *tokens, const char *phrase);

/* Takes PHRASE off the front or the back, when it stands there and something is left. */
bool tokens_take_front(struct tokens *tokens, const char *phrase);
bool tokens_take_back(struct tokens *tokens, const char *phrase);

#endif

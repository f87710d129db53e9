/* Sentences from what is known: forms with words in braces, and the words that a question and its rows give. */
#ifndef PROVISO_APP_WORDS_H
#define PROVISO_APP_WORDS_H

#include "app/question.h"

enum { WORDS_MAX = 64 };

/* Stands between values in words, where they are not short. */
#define WORDS_BETWEEN "; "

/* What can be said, under its names; a name whose words are NULL is not known. */
struct words {
    const struct question *question; /* whose language and arena */
    size_t n;
    const char *pairs[2 * WORDS_MAX + 1];
};

void words_put(struct words *words, const char *name, const char *value);

/* The words of a name; NULL: not known. */
const char *words_find(const struct words *words, const char *name);

/* All values of a parameter in words, with WORDS_BETWEEN them; IS_SHORT: "JAG, SCAAP", of each what stands before its
 * brackets. NULL: none is given. */
bool words_values(const struct question *question, const char *parameter, bool is_short, const char **all,
                  GError **error);

/* Does FORM hold {NAME}? */
bool words_hold(const char *form, const char *name);

/* The first of the forms (message ids, NULL-terminated) of which every word is known, else the last. */
const char *words_choose(const struct words *words, const char *const *forms);

/* The form in the question's language with its words in it; what is not known leaves no gap. NULL for NULL. */
const char *words_say(const struct words *words, const char *form);

/* Without the doubled and outer spaces that empty parts leave; in place. */
char *words_tidy(char *text);

/* With a capital first letter. */
const char *words_capitalized(struct arena *arena, const char *text);

#endif

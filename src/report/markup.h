/* The tokens of a page. Private to report. */
#ifndef PROVISO_REPORT_MARKUP_H
#define PROVISO_REPORT_MARKUP_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the page, as they stand there. */
struct slice {
    const char *at;
    size_t length;
};

enum token_kind { TOKEN_END, TOKEN_TEXT, TOKEN_OPEN, TOKEN_CLOSE };

struct token {
    enum token_kind kind;
    struct slice words; /* text with its entities, or the element's name */
    struct slice attributes;
    bool is_empty; /* "<name/>" */
};

struct markup {
    const char *start, *at, *end;
};

/* The next token, TOKEN_END after the last; comments and the document type are left out. ERROR_INTERNAL: a tag that
 * does not end or has no name. */
bool markup_next(struct markup *markup, struct token *token, GError **error);

/* False when TOKEN has no such attribute. */
bool markup_attribute(const struct token *token, const char *name, struct slice *value);

/* Whether WORD is among the space-separated words of the class. */
bool markup_has_class(const struct token *token, const char *word);

/* Whether WORD is one of the words of LIST, which spaces part: the value of a class attribute. */
bool slice_has_word(const struct slice *list, const char *word);

/* White space of HTML. */
bool markup_is_space(char c);

bool slice_is(const struct slice *slice, const char *text);

/* Appends TEXT with its entities resolved; what is no character comes out as U+FFFD. */
void markup_append(GString *out, struct slice text);

/* "report page, line N: WHAT" as ERROR_INTERNAL; always false. */
bool markup_fail(const struct markup *markup, GError **error, const char *what, const struct slice *name);

#endif

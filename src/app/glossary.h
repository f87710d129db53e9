/* The words of this site that need explaining, and their place on the glossary page. */
#ifndef PROVISO_APP_GLOSSARY_H
#define PROVISO_APP_GLOSSARY_H

#include "app/question.h"

/* list, id, term, definition: a row for each word; words of one list follow each other. Named "glossary". */
struct result *glossary_result(const struct question *question);

/* The word for what RESOURCE lists or is, translated, with the address of its entry; both NULL where it has none. */
struct glossary_word {
    const char *word, *address;
};
struct glossary_word glossary_of(const struct app *app, struct arena *arena, const struct resource *resource);

/* The address of the entry for what COLUMN, X or X_name, holds; NULL where there is none. */
const char *glossary_of_column(const struct app *app, struct arena *arena, const struct column *column);

/* The address of what the words of CHOICES mean, or of what VALUE does when it is not NULL; NULL where the glossary
 * does not explain them one by one. */
const char *glossary_meaning(const struct app *app, struct arena *arena, const struct choice *choices,
                             const char *value);

/* One row: for each word, under its id, the address of its entry; so that a template can link the first use of a word.
 * A template that names a word which has no entry does not start. Named "terms". */
struct result *glossary_terms(const struct app *app, struct arena *arena);

#endif

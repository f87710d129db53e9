/* Words and forms. */
#include "app/words.h"

#include "base/name.h"

#include <string.h>

void words_put(struct words *words, const char *name, const char *value)
{
    g_assert(words->n < WORDS_MAX);
    words->pairs[2 * words->n] = name;
    words->pairs[2 * words->n++ + 1] = value;
}

const char *words_find(const struct words *words, const char *name)
{
    for (const char *const *pair = words->pairs; *pair; pair += 2)
        if (pair[1] && name_is(*pair, name))
            return pair[1];
    return NULL;
}

bool words_values(const struct question *question, const char *parameter, bool is_short, const char **all,
                  GError **error)
{
    *all = NULL;
    for (size_t i = 0; i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        const char *words;
        if (!name_is(value->parameter->name, parameter))
            continue;
        if (!question_name(question, value, &words, error))
            return false;
        if (is_short)
            words = g_strchomp(arena_strndup(question->arena, words, strcspn(words, "(")));
        *all = *all ? arena_concat(question->arena, *all, is_short ? ", " : WORDS_BETWEEN, words, NULL) : words;
    }
    return true;
}

bool words_hold(const char *form, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = strchr(form, '{'); at; at = strchr(at + 1, '{'))
        if (strncmp(at + 1, name, length) == 0 && at[1 + length] == '}')
            return true;
    return false;
}

static bool is_known(const struct words *words, const char *form)
{
    for (const char *const *pair = words->pairs; *pair; pair += 2)
        if (!pair[1] && words_hold(form, *pair))
            return false;
    return true;
}

const char *words_choose(const struct words *words, const char *const *forms)
{
    while (forms[1] && !is_known(words, *forms))
        forms++;
    return *forms;
}

const char *words_say(const struct words *words, const char *form)
{
    const struct question *question = words->question;
    return form ? words_tidy(catalog_fill(question->arena, question->app->catalog, form, words->pairs)) : NULL;
}

char *words_tidy(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++)
        if (*from != ' ' || (to > text && to[-1] != ' '))
            *to++ = *from;
    *to = '\0';
    return g_strchomp(text);
}

const char *words_capitalized(struct arena *arena, const char *text)
{
    char first[7] = "";
    g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(text)), first);
    return *text ? arena_printf(arena, "%s%s", first, g_utf8_next_char(text)) : text;
}

/* Prints the SQL of one run of a statement, for another program to run: statement NAME [sort=ORDER] [NAME=VALUE ...] */
#include "store/statement.h"

#include <stdio.h>
#include <string.h>

struct given {
    char **arguments; /* NULL-terminated */
};

/* The value of the argument NAME=..., or NULL. */
static const char *value_of(const struct given *given, const char *name)
{
    size_t length = strlen(name);
    for (char **each = given->arguments; *each; each++)
        if (strncmp(*each, name, length) == 0 && (*each)[length] == '=')
            return *each + length + 1;
    return NULL;
}

static size_t count_given(const void *self, const char *parameter)
{
    return value_of(self, parameter) ? 1 : 0;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const struct given given = {argv + 2};
    struct arena *arena = arena_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) sql = g_string_new(NULL);
    const struct statement *statement = statement_read(arena, argv[1], &error);
    if (statement && statement_expand(statement, count_given, &given, value_of(&given, "sort"), sql, &error))
        puts(sql->str);
    else
        fprintf(stderr, "%s\n", error->message);
    arena_free(arena);
    return error ? 1 : 0;
}

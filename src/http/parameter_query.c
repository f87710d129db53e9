/* Parameters back to a query in canonical form, with changes. Must not know what any parameter is for. */
#include "http/parameter.h"

#include "base/name.h"
#include "http/parameter_value.h"

#include <string.h>

static void append_pair(GString *query, const char *name, const char *value)
{
    if (query->len)
        g_string_append_c(query, '&');
    http_encode(query, name, "");
    g_string_append_c(query, '=');
    http_encode(query, value, "");
}

/* Appends the VALUES of PARAMETER, unless the fallback says the same. */
static void append_values(GString *query, const struct parameter *parameter, const struct parameter_value *values,
                          size_t n_values)
{
    if (n_values == 1 && parameter->fallback && strcmp(values->text, parameter->fallback) == 0)
        return;
    for (size_t i = 0; i < n_values; i++)
        append_pair(query, parameter->name, values[i].text);
}

/* How many values from FIRST on are of PARAMETER: they stand in the order of the declarations. */
static size_t count_values(const struct parameters *parameters, const struct parameter *parameter, size_t first)
{
    size_t next = first;
    while (next < parameters->n_values && parameters->values[next].parameter == parameter)
        next++;
    return next - first;
}

static size_t count_changes(const struct parameter_change *changes)
{
    size_t count = 0;
    while (changes && changes[count].name)
        count++;
    return count;
}

/* To leave out what is not given changes nothing. */
static bool is_changed(const struct parameter_change *changes, const char *name, bool is_given)
{
    for (; changes && changes->name; changes++)
        if ((is_given || changes->value) && name_is(changes->name, name))
            return true;
    return false;
}

static void append_changes(GString *query, struct arena *arena, const struct parameter *parameter,
                           const struct parameter_change *changes)
{
    struct parameter_value *values = ARENA_ARRAY(arena, struct parameter_value, count_changes(changes));
    size_t n_values = 0;
    for (; changes->name; changes++) {
        if (!name_is(changes->name, parameter->name) || !changes->value || !*changes->value)
            continue;
        const struct parameter_value value = {.parameter = parameter, .text = changes->value};
        parameter_insert(values, 0, &n_values, value);
    }
    append_values(query, parameter, values, n_values);
}

/* Writes the query. At the place of OPEN (or NULL) its name without a value: gives where a value would go. */
static size_t write_query(GString *query, struct arena *arena, const struct parameters *parameters,
                          const struct parameter_change *changes, const struct parameter *open)
{
    size_t gap = 0, first = 0, n = 0;
    for (const struct parameter *const *each = parameters->declared; *each; each++, first += n) {
        n = count_values(parameters, *each, first);
        if (*each == open) {
            append_pair(query, open->name, "");
            gap = query->len;
        } else if (is_changed(changes, (*each)->name, n > 0)) {
            append_changes(query, arena, *each, changes);
        } else if (n) {
            append_values(query, *each, parameters->values + first, n);
        }
    }
    for (; changes && changes->name; changes++)
        if (changes->value && *changes->value && !parameter_find(parameters->declared, changes->name))
            append_pair(query, changes->name, changes->value);
    return gap;
}

char *parameters_query(struct arena *arena, const struct parameters *parameters, const struct parameter_change *changes)
{
    g_autoptr(GString) query = g_string_new(NULL);
    write_query(query, arena, parameters, changes, NULL);
    return arena_strdup(arena, query->str);
}

struct query_gap parameters_query_gap(struct arena *arena, const struct parameters *parameters,
                                      const struct parameter_change *changes, const struct parameter *open)
{
    g_autoptr(GString) query = g_string_new(NULL);
    size_t gap = write_query(query, arena, parameters, changes, open);
    return (struct query_gap){arena_strndup(arena, query->str, gap), arena_strdup(arena, query->str + gap)};
}

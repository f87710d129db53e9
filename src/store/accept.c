/* From "CHECK:TABLE/ROW=REASON" to a row of accepted_warning. */
#include "store/accept.h"

#include "store/check.h"

#include <string.h>

struct acceptance {
    const char *text, *check, *table, *row, *reason;
    size_t n_found; /* warnings that it accepts */
};

struct accepting {
    struct register_store *reg;
    struct arena *arena;
    const struct table *table;
    struct acceptance *acceptances;
    size_t n;
};

/* Cuts *rest at SEPARATOR and gives what stands before it; NULL when there is none or nothing on either side. */
static char *cut(char **rest, char separator)
{
    char *field = *rest, *end = strchr(field, separator);
    if (!end || end == field || !end[1])
        return NULL;
    *end = '\0';
    *rest = end + 1;
    return field;
}

static bool parse(struct accepting *accepting, const char *text, GError **error)
{
    char *rest = arena_strdup(accepting->arena, text);
    const char *check = cut(&rest, ':'), *table = check ? cut(&rest, '/') : NULL, *row = table ? cut(&rest, '=') : NULL;
    if (row && *g_strstrip(rest)) {
        accepting->acceptances[accepting->n++] = (struct acceptance){text, check, table, row, rest, 0};
        return true;
    }
    g_set_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST, "'%s' is not of the form CHECK:TABLE/ROW=REASON", text);
    return false;
}

static bool put(struct accepting *accepting, const struct acceptance *acceptance, const char *observed, GError **error)
{
    struct arena *arena = accepting->arena;
    const struct {
        const char *column, *text;
    } values[] = {
        {"key",
         check_acceptance_key(arena, acceptance->check, acceptance->table, acceptance->row, acceptance->n_found)},
        {"check_name", acceptance->check},
        {"table_name", acceptance->table},
        {"row_key", acceptance->row},
        {"observed", arena_strdup(arena, observed)},
        {"reason", acceptance->reason},
    };
    struct cell *cells = ARENA_ARRAY(arena, struct cell, accepting->table->n_columns);
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        size_t at = table_find_column(accepting->table, values[i].column);
        g_assert(at != SIZE_MAX); /* the one table that this file knows */
        cells[at] = cell_text(values[i].text);
    }
    return register_put(accepting->reg, accepting->table, cells, error);
}

static bool accept(void *self, const struct warning *warning, GError **error)
{
    struct accepting *accepting = self;
    for (size_t i = 0; i < accepting->n; i++) {
        struct acceptance *acceptance = &accepting->acceptances[i];
        if (strcmp(acceptance->check, warning->check) != 0 || strcmp(acceptance->table, warning->table) != 0 ||
            strcmp(acceptance->row, warning->row) != 0)
            continue;
        acceptance->n_found++;
        if (!put(accepting, acceptance, warning->observed, error))
            return false;
    }
    return true;
}

static bool all_found(const struct accepting *accepting, GError **error)
{
    for (size_t i = 0; i < accepting->n; i++)
        if (!accepting->acceptances[i].n_found) {
            g_set_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST, "'%s': the register gives no such warning",
                        accepting->acceptances[i].text);
            return false;
        }
    return true;
}

static bool accept_all(struct accepting *accepting, const char *const *texts, GError **error)
{
    for (size_t i = 0; texts[i]; i++)
        if (!parse(accepting, texts[i], error))
            return false;
    struct problems unprinted = {.arena = accepting->arena};
    return register_begin(accepting->reg, error) &&
           register_warnings(accepting->reg, &unprinted, accept, accepting, error) && all_found(accepting, error) &&
           register_commit(accepting->reg, error);
}

bool accept_warnings(struct register_store *reg, const char *const *texts, GError **error)
{
    struct accepting accepting = {
        .reg = reg, .arena = arena_new(), .table = schema_table(register_schema(reg), "accepted_warning")};
    accepting.acceptances = ARENA_ARRAY(accepting.arena, struct acceptance, g_strv_length((char **)texts));
    bool ok = accept_all(&accepting, texts, error);
    register_rollback(reg); /* of what was not committed */
    arena_free(accepting.arena);
    return ok;
}

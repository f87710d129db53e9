/* From a statement file to the SQL of one run. Knows the marks of the files, not the database. */
#include "store/statement.h"

#include "store/sql.h"

#include <string.h>

enum { CTES_MAX = 32 };

/* CTE names in the order they must stand, and the conditions that their files and the statement's name. */
struct cte_list {
    size_t n;
    const char *names[CTES_MAX];
    GHashTable *conditions; /* of clauses_name */
};

/* The rest of the first line that begins with PREFIX, among the comment lines at the top of TEXT; NULL when there is
 * none. *next moves on, so that repeated calls find each. */
static char *header_line(struct arena *arena, const char **next, const char *prefix)
{
    for (const char *line = *next; g_str_has_prefix(line, "--");) {
        const char *end = strchrnul(line, '\n');
        const char *following = *end ? end + 1 : end;
        if (g_str_has_prefix(line, prefix)) {
            *next = following;
            return g_strstrip(arena_strndup(arena, line + strlen(prefix), (size_t)(end - line) - strlen(prefix)));
        }
        line = following;
    }
    return NULL;
}

/* TEXT after its comment lines at the top. */
static const char *body_of(const char *text)
{
    while (g_str_has_prefix(text, "--") || *text == '\n') {
        const char *end = strchrnul(text, '\n');
        text = *end ? end + 1 : end;
    }
    return text;
}

static bool has_cte(const struct cte_list *list, const char *name)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->names[i], name) == 0)
            return true;
    return false;
}

/* "NAME = VALUE" in two; false: no such line. */
static bool split_line(char *line, const char **name, const char **value)
{
    char *equals = strchr(line, '=');
    if (!equals)
        return false;
    *equals = '\0';
    *name = g_strstrip(line);
    *value = g_strstrip(equals + 1);
    return true;
}

static bool read_conditions(struct arena *arena, const char *owner, const char *text, GHashTable *conditions,
                            GError **error)
{
    for (char *line; (line = header_line(arena, &text, "-- when:"));) {
        const char *name, *condition;
        if (!split_line(line, &name, &condition) || !clauses_name(arena, conditions, name, condition)) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: cannot read when: %s", owner, line);
            return false;
        }
    }
    return true;
}

/* Adds the CTEs that TEXT asks for, those they ask for first, then the conditions that it names. Files are ours, so
 * depth is bounded by CTES_MAX. */
static bool collect_ctes(struct arena *arena, const char *owner, const char *text, struct cte_list *list,
                         GError **error)
{
    const char *rest = text, *names = header_line(arena, &rest, "-- with:");
    g_auto(GStrv) each = g_strsplit(names ? names : "", ",", CTES_MAX);
    for (char **name = each; *name; name++) {
        const char *cte = arena_strdup(arena, g_strstrip(*name));
        if (!*cte || has_cte(list, cte))
            continue;
        const char *cte_text = sql_text(arena_printf(arena, "with/%s", cte));
        if (!cte_text || list->n == CTES_MAX) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: no CTE named %s", owner, cte);
            return false;
        }
        if (!collect_ctes(arena, cte, cte_text, list, error))
            return false;
        list->names[list->n++] = cte;
    }
    return read_conditions(arena, owner, text, list->conditions, error);
}

static bool read_clauses(struct statement *statement, struct arena *arena, GHashTable *conditions, GError **error)
{
    const char *wrong;
    if (clauses_parse(arena, statement->text, conditions, &statement->clauses, &wrong))
        return true;
    g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: cannot read the clause %.40s", statement->name, wrong);
    return false;
}

static char *join_text(struct arena *arena, const struct cte_list *list, const char *body)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < list->n; i++) {
        g_string_append(text, i ? ",\n" : "WITH RECURSIVE ");
        g_string_append(text, body_of(sql_text(arena_printf(arena, "with/%s", list->names[i]))));
        while (text->len && g_ascii_isspace(text->str[text->len - 1]))
            g_string_truncate(text, text->len - 1);
    }
    g_string_append_c(text, '\n');
    g_string_append(text, body);
    return arena_strndup(arena, text->str, text->len);
}

static bool read_sorts(struct arena *arena, const char *text, struct statement *statement, GError **error)
{
    for (char *line; (line = header_line(arena, &text, "-- sort:"));) {
        struct clause_sort sort;
        if (!split_line(line, &sort.name, &sort.expression) || statement->n_sorts == STATEMENT_SORTS_MAX) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: cannot read sort: %s", statement->name, line);
            return false;
        }
        statement->sorts[statement->n_sorts++] = sort;
    }
    return true;
}

const struct statement *statement_read(struct arena *arena, const char *name, GError **error)
{
    const char *text = sql_text(name);
    if (!text) {
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "no statement named %s", name);
        return NULL;
    }
    struct statement *statement = ARENA_NEW(arena, struct statement);
    statement->name = arena_strdup(arena, name);
    g_autoptr(GHashTable) conditions = g_hash_table_new(g_str_hash, g_str_equal);
    struct cte_list ctes = {.conditions = conditions};
    if (!collect_ctes(arena, name, text, &ctes, error) || !read_sorts(arena, text, statement, error))
        return NULL;
    statement->text = join_text(arena, &ctes, body_of(text));
    return read_clauses(statement, arena, conditions, error) ? statement : NULL;
}

/* NULL: the statement has no order of that name. */
static const struct clause_sort *find_sort(const struct statement *statement, const char *name)
{
    static const struct clause_sort none = {"", ""};
    for (size_t i = 0; i < statement->n_sorts; i++)
        if (!name || strcmp(statement->sorts[i].name, name) == 0)
            return &statement->sorts[i];
    return name ? NULL : &none;
}

bool statement_expand(const struct statement *statement, clause_count *count, const void *self, const char *sort,
                      GString *sql, GError **error)
{
    const struct clause_sort *found = find_sort(statement, sort);
    if (found)
        clauses_expand(&statement->clauses, &(struct clause_run){count, self, *found}, sql);
    else
        g_set_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST, "%s has no order named %s", statement->name, sort);
    return found != NULL;
}

bool statement_reads(const struct statement *statement, const char *parameter)
{
    return clauses_have(&statement->clauses, parameter);
}

bool statement_inverts(const struct statement *statement, const char *parameter)
{
    return clauses_invert(&statement->clauses, parameter);
}

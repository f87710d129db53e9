/* From a statement file to the SQL of one run. Knows the marks of the files, not the database. */
#include "store/statement.h"

#include "store/sql.h"

#include <string.h>

enum { CTES_MAX = 32, SETS_DEEP = 4 };

/* CTE names in the order they must stand, and the sets of parameters that their files and the statement's name. */
struct cte_list {
    size_t n;
    const char *names[CTES_MAX];
    GHashTable *sets; /* name -> parameters, as they stand in a head */
};

static bool is_name(char c)
{
    return g_ascii_isalnum(c) || c == '_';
}

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

static bool read_sets(struct arena *arena, const char *owner, const char *text, GHashTable *sets, GError **error)
{
    for (char *line; (line = header_line(arena, &text, "-- set:"));) {
        const char *name, *parameters;
        if (!split_line(line, &name, &parameters) || !g_hash_table_insert(sets, (char *)name, (char *)parameters)) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: cannot read set: %s", owner, line);
            return false;
        }
    }
    return true;
}

/* Adds the CTEs that TEXT asks for, those they ask for first. Files are ours, so depth is bounded by CTES_MAX. */
static bool collect_ctes(struct arena *arena, const char *owner, const char *text, struct cte_list *list,
                         GError **error)
{
    if (!read_sets(arena, owner, text, list->sets, error))
        return false;
    const char *names = header_line(arena, &text, "-- with:");
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
    return true;
}

/* Appends text with its sets in place of their names: @NAME. A set may name others, down to DEPTH. */
static bool append_filled(GString *to, const char *from, GHashTable *sets, int depth)
{
    for (const char *at; (at = strchr(from, '@'));) {
        size_t length = 0;
        while (is_name(at[1 + length]))
            length++;
        g_autofree char *name = g_strndup(at + 1, length);
        const char *parameters = g_hash_table_lookup(sets, name);
        g_string_append_len(to, from, at - from);
        if (!parameters || !depth || !append_filled(to, parameters, sets, depth - 1))
            return false;
        from = at + 1 + length;
    }
    g_string_append(to, from);
    return true;
}

static bool fill_sets(struct statement *statement, struct arena *arena, GHashTable *sets, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    if (!append_filled(text, statement->text, sets, SETS_DEEP)) {
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: a set that no file has", statement->name);
        return false;
    }
    statement->text = arena_strndup(arena, text->str, text->len);
    return true;
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
        struct statement_sort sort;
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
    g_autoptr(GHashTable) sets = g_hash_table_new(g_str_hash, g_str_equal);
    struct cte_list ctes = {.sets = sets};
    if (!collect_ctes(arena, name, text, &ctes, error) || !read_sorts(arena, text, statement, error))
        return NULL;
    statement->text = join_text(arena, &ctes, body_of(text));
    return fill_sets(statement, arena, sets, error) ? statement : NULL;
}

/* One run's expansion. */
struct expansion {
    const struct statement *statement;
    statement_count *count;
    const void *self;
    const char *sort; /* expression */
    GString *sql;
};

/* Length of the parameter at AT (after its colon), or 0 when AT begins none. :: and 'a:b' do not occur in our files. */
static size_t parameter_length(const char *at)
{
    size_t length = 0;
    if (*at == ':')
        while (is_name(at[1 + length]))
            length++;
    return length;
}

/* One alternative of a head: names after ^ must not be given, of those after each ? one must. */
static bool alternative_holds(const struct expansion *expansion, const char *from, const char *end)
{
    bool is_inverted = false, asks_any = false, any = false;
    while (from < end) {
        size_t length = 0;
        while (is_name(from[length]))
            length++;
        g_autofree char *name = g_strndup(from, length);
        bool is_given = length && expansion->count(expansion->self, name) > 0;
        if (is_given && is_inverted)
            return false;
        if (*from == '?' && asks_any && !any)
            return false;
        is_inverted = *from == '^' || (is_inverted && *from != '?');
        asks_any = asks_any || *from == '?';
        any = *from != '?' && (any || is_given);
        from += MAX(length, 1);
    }
    return any || !asks_any;
}

static bool head_holds(const struct expansion *expansion, const char *from, const char *colon)
{
    for (const char *end; from < colon; from = end + 1) {
        end = memchr(from, '|', (size_t)(colon - from));
        end = end ? end : colon;
        if (alternative_holds(expansion, from, end))
            return true;
    }
    return false;
}

static bool all_given(const struct expansion *expansion, const char *from, const char *end)
{
    for (; from < end; from++) {
        size_t length = parameter_length(from);
        if (!length || (length == 4 && g_str_has_prefix(from, ":sort!")))
            continue;
        g_autofree char *name = g_strndup(from + 1, length);
        if (expansion->count(expansion->self, name) == 0)
            return false;
        from += length;
    }
    return true;
}

/* Is the clause whose inside begins at *FROM kept? Moves *FROM behind its condition, where it has one. */
static bool clause_is_kept(const struct expansion *expansion, const char **from, const char *end)
{
    bool has_head = **from == '^' || **from == '?';
    const char *colon = has_head ? memchr(*from, ':', (size_t)(end - *from)) : NULL;
    if (!colon)
        return all_given(expansion, *from, end);
    const char *head = *from;
    *from = colon + 1;
    return head_holds(expansion, head, colon);
}

static void append_list(GString *sql, const char *name, size_t count)
{
    if (!count)
        g_string_append(sql, "NULL");
    for (size_t i = 1; i <= count; i++)
        g_string_append_printf(sql, "%s:%s_%zu", i > 1 ? ", " : "", name, i);
}

/* Copies the text between FROM and END, parameters expanded. */
static void append_expanded(const struct expansion *expansion, const char *from, const char *end)
{
    while (from < end) {
        size_t length = parameter_length(from);
        const char *after = from + 1 + length;
        if (length == 4 && g_str_has_prefix(from, ":sort!")) {
            g_string_append(expansion->sql, expansion->sort);
            from = after + 1;
        } else if (length && *after == '*') {
            g_autofree char *name = g_strndup(from + 1, length);
            append_list(expansion->sql, name, expansion->count(expansion->self, name));
            from = after + 1;
        } else {
            g_string_append_len(expansion->sql, from, (gssize)(1 + length));
            from = after;
        }
    }
}

static const char *sort_expression(const struct statement *statement, const char *sort, GError **error)
{
    for (size_t i = 0; i < statement->n_sorts; i++)
        if (!sort || strcmp(statement->sorts[i].name, sort) == 0)
            return statement->sorts[i].expression;
    if (!sort)
        return "";
    g_set_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST, "%s has no order named %s", statement->name, sort);
    return NULL;
}

bool statement_expand(const struct statement *statement, statement_count *count, const void *self, const char *sort,
                      GString *sql, GError **error)
{
    const char *expression = sort_expression(statement, sort, error);
    if (!expression)
        return false;
    const struct expansion expansion = {statement, count, self, expression, sql};
    const char *at = statement->text;
    for (const char *open; (open = strstr(at, "[["));) {
        const char *close = strstr(open, "]]");
        if (!close) {
            g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql: a [[ has no ]]", statement->name);
            return false;
        }
        append_expanded(&expansion, at, open);
        const char *inside = open + 2;
        if (clause_is_kept(&expansion, &inside, close))
            append_expanded(&expansion, inside, close);
        at = close + 2;
    }
    append_expanded(&expansion, at, at + strlen(at));
    return true;
}

/* Is PARAMETER among the names of a head that begins at AT, behind one of SIGNS? */
static bool is_in_head(const char *at, const char *parameter, const char *signs)
{
    size_t wanted = strlen(parameter);
    for (char sign = *at; *at && *at != ':'; at++) {
        size_t length = 0;
        while (is_name(at[length]))
            length++;
        if (length == wanted && memcmp(at, parameter, length) == 0 && strchr(signs, sign))
            return true;
        if (*at == '^' || *at == '?')
            sign = *at;
        at += length ? length - 1 : 0;
    }
    return false;
}

static bool any_head(const struct statement *statement, const char *parameter, const char *signs)
{
    for (const char *at = statement->text; (at = strstr(at, "[["));) {
        at += strlen("[[");
        if ((*at == '^' || *at == '?') && is_in_head(at, parameter, signs))
            return true;
    }
    return false;
}

bool statement_inverts(const struct statement *statement, const char *parameter)
{
    return any_head(statement, parameter, "^");
}

bool statement_reads(const struct statement *statement, const char *parameter)
{
    size_t length = strlen(parameter);
    for (const char *at = statement->text; (at = strchr(at, ':')); at++)
        if (parameter_length(at) == length && memcmp(at + 1, parameter, length) == 0)
            return true;
    return any_head(statement, parameter, "^?");
}

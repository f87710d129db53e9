/* From marked text to clauses, and from those to the SQL of one run. */
#include "store/clause.h"

#include <string.h>

#define OPEN "[["
#define CLOSE "]]"
#define SORT_MARK ":sort!"
#define SORT_NAME "sort=" /* in a head, before the name of an order */

/* One way to be kept: none of ABSENT is given, and of each list of PRESENT one is. NULL ends the arrays. */
struct condition {
    const char *const *absent;
    const char *const *const *present;
};

/* A stretch of text. One that is kept in every run has no conditions, any other is when one of them holds. */
struct clause {
    const char *text, *end;
    size_t n_conditions;
    const struct condition *conditions;
};

static const char *const no_names[] = {NULL};

/* Length of the parameter at AT (after its colon), or 0 when AT begins none. :: and 'a:b' do not occur in our files. */
static size_t parameter_length(const char *at)
{
    size_t length = 0;
    if (*at == ':')
        while (g_ascii_isalnum(at[1 + length]) || at[1 + length] == '_')
            length++;
    return length;
}

/* "a, b" as an array; NULL where a name is missing. */
static const char *const *read_names(struct arena *arena, const char *text)
{
    g_auto(GStrv) each = g_strsplit(text, ",", -1);
    const char **names = ARENA_ARRAY(arena, const char *, g_strv_length(each) + 1);
    for (size_t i = 0; each[i]; i++)
        if (!*(names[i] = arena_strdup(arena, g_strstrip(each[i]))))
            return NULL;
    return *names ? names : NULL;
}

/* "^ a, b ? c ? d", of which either kind may be missing. */
static bool read_condition(struct arena *arena, const char *text, struct condition *condition)
{
    g_auto(GStrv) parts = g_strsplit(text, "?", -1);
    const char *const **present = ARENA_ARRAY(arena, const char *const *, g_strv_length(parts));
    const char *absent = g_strstrip(parts[0]);
    *condition = (struct condition){*absent ? read_names(arena, absent + 1) : no_names, present};
    bool is_sound = condition->absent && strchr("^", *absent);
    for (size_t i = 1; is_sound && parts[i]; i++)
        is_sound = (present[i - 1] = read_names(arena, parts[i])) != NULL;
    return is_sound;
}

/* The head of a clause that has none: every parameter in it must be given. */
static char *implied_head(const struct clause *clause)
{
    GString *head = g_string_new(" ");
    for (const char *at = clause->text; (at = memchr(at, ':', (size_t)(clause->end - at))); at++) {
        size_t length = parameter_length(at);
        if (length && !g_str_has_prefix(at, SORT_MARK))
            g_string_append_len(g_string_append_c(head, '?'), at + 1, (gssize)length);
    }
    return g_string_free(head, FALSE);
}

/* Moves the clause's text behind its head. */
static bool read_head(struct arena *arena, struct clause *clause)
{
    bool has_head = strchr("^?", *clause->text) != NULL;
    const char *colon = has_head ? memchr(clause->text, ':', (size_t)(clause->end - clause->text)) : NULL;
    g_autofree char *head = colon ? g_strndup(clause->text, (size_t)(colon - clause->text)) : implied_head(clause);
    g_auto(GStrv) each = g_strsplit(head, "|", -1);
    bool is_sound = colon || !has_head;
    struct condition *conditions = ARENA_ARRAY(arena, struct condition, g_strv_length(each));
    clause->conditions = conditions;
    for (size_t i = 0; is_sound && each[i]; i++)
        is_sound = read_condition(arena, each[i], &conditions[clause->n_conditions++]);
    clause->text = colon ? colon + 1 : clause->text;
    return is_sound;
}

bool clauses_parse(struct arena *arena, const char *text, struct clauses *clauses, const char **wrong)
{
    size_t n = 1;
    for (const char *open = text; (open = strstr(open, OPEN)); open += strlen(OPEN))
        n += 2;
    struct clause *clause = ARENA_ARRAY(arena, struct clause, n);
    *clauses = (struct clauses){n, clause};
    for (const char *close; (*wrong = strstr(text, OPEN)); text = close + strlen(CLOSE)) {
        close = strstr(*wrong, CLOSE);
        *clause++ = (struct clause){.text = text, .end = *wrong};
        *clause = (struct clause){.text = *wrong + strlen(OPEN), .end = close};
        if (!close || !read_head(arena, clause++))
            return false;
    }
    *clause = (struct clause){.text = text, .end = text + strlen(text)};
    return true;
}

static bool is_given(const struct clause_run *run, const char *name)
{
    return g_str_has_prefix(name, SORT_NAME) ? strcmp(name + strlen(SORT_NAME), run->sort.name) == 0
                                             : run->count(run->self, name) > 0;
}

static bool any_given(const struct clause_run *run, const char *const *names)
{
    while (*names && !is_given(run, *names))
        names++;
    return *names != NULL;
}

static bool holds(const struct clause_run *run, const struct condition *condition)
{
    const char *const *const *present = condition->present;
    while (*present && any_given(run, *present))
        present++;
    return !*present && !any_given(run, condition->absent);
}

static bool is_kept(const struct clause_run *run, const struct clause *clause)
{
    bool kept = !clause->n_conditions;
    for (size_t i = 0; !kept && i < clause->n_conditions; i++)
        kept = holds(run, &clause->conditions[i]);
    return kept;
}

static void append_list(GString *sql, const char *name, size_t count)
{
    if (!count)
        g_string_append(sql, "NULL");
    for (size_t i = 1; i <= count; i++)
        g_string_append_printf(sql, "%s:%s_%zu", i > 1 ? ", " : "", name, i);
}

/* Copies the text of the clause, parameters expanded. */
static void append_clause(const struct clause_run *run, const struct clause *clause, GString *sql)
{
    const char *from = clause->text;
    for (const char *at; (at = memchr(from, ':', (size_t)(clause->end - from)));) {
        const char *name = at + 1, *after = name + parameter_length(at);
        g_string_append_len(sql, from, at - from);
        from = after + 1;
        if (g_str_has_prefix(at, SORT_MARK)) {
            g_string_append(sql, run->sort.expression);
        } else if (after > name && *after == '*') {
            g_autofree char *list = g_strndup(name, (size_t)(after - name));
            append_list(sql, list, run->count(run->self, list));
        } else {
            g_string_append_len(sql, at, after - at);
            from = after;
        }
    }
    g_string_append_len(sql, from, clause->end - from);
}

void clauses_expand(const struct clauses *clauses, const struct clause_run *run, GString *sql)
{
    for (size_t i = 0; i < clauses->n; i++)
        if (is_kept(run, &clauses->all[i]))
            append_clause(run, &clauses->all[i], sql);
}

static bool has_name(const char *const *names, const char *name)
{
    while (*names && strcmp(*names, name) != 0)
        names++;
    return *names != NULL;
}

static bool names(const struct condition *condition, const char *parameter, bool also_present)
{
    bool found = has_name(condition->absent, parameter);
    for (const char *const *const *present = condition->present; also_present && !found && *present; present++)
        found = has_name(*present, parameter);
    return found;
}

static bool any_names(const struct clauses *clauses, const char *parameter, bool also_present)
{
    for (const struct clause *clause = clauses->all; clause < clauses->all + clauses->n; clause++)
        for (size_t i = 0; i < clause->n_conditions; i++)
            if (names(&clause->conditions[i], parameter, also_present))
                return true;
    return false;
}

bool clauses_invert(const struct clauses *clauses, const char *parameter)
{
    return any_names(clauses, parameter, false);
}

bool clauses_have(const struct clauses *clauses, const char *parameter)
{
    size_t length = strlen(parameter);
    for (const char *at = clauses->all->text; (at = strchr(at, ':')); at++)
        if (parameter_length(at) == length && memcmp(at + 1, parameter, length) == 0)
            return true;
    return any_names(clauses, parameter, true);
}

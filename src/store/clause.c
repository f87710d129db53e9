/* From marked text to clauses, and from those to the SQL of one run. */
#include "store/clause.h"

#include <string.h>

#define OPEN "[["
#define CLOSE "]]"
#define SORT_MARK ":sort!"
#define SORT_NAME "sort=" /* in a head, before the name of an order */

struct condition;

/* A parameter, or a condition that has a name. One with neither ends an array. */
struct term {
    const char *parameter;
    const struct condition *named;
};

/* One way to be kept: none of ABSENT is given, and of each list of PRESENT one is. NULL ends the lists. */
struct alternative {
    const struct term *absent;
    const struct term *const *present;
};

/* Holds when one of its alternatives does. */
struct condition {
    size_t n;
    const struct alternative *alternatives;
};

/* A stretch of text. One without a condition is kept in every run. */
struct clause {
    const char *text, *end;
    const struct condition *kept_if;
};

/* Where conditions are kept, and those that have names. */
struct reader {
    struct arena *arena;
    GHashTable *named;
};

static const struct term no_terms[] = {{NULL, NULL}};

static bool is_end(const struct term *term)
{
    return !term->parameter && !term->named;
}

/* Length of the parameter at AT (after its colon), or 0 when AT begins none. :: and 'a:b' do not occur in our files. */
static size_t parameter_length(const char *at)
{
    size_t length = 0;
    if (*at == ':')
        while (g_ascii_isalnum(at[1 + length]) || at[1 + length] == '_')
            length++;
    return length;
}

/* "a, @b" as an array; NULL where a name is missing. */
static const struct term *read_terms(const struct reader *reader, const char *text)
{
    g_auto(GStrv) each = g_strsplit(text, ",", -1);
    struct term *terms = ARENA_ARRAY(reader->arena, struct term, g_strv_length(each) + 1);
    for (size_t i = 0; each[i]; i++) {
        const char *name = g_strstrip(each[i]);
        if (*name == '@')
            terms[i].named = g_hash_table_lookup(reader->named, name + 1);
        else if (*name)
            terms[i].parameter = arena_strdup(reader->arena, name);
        if (is_end(&terms[i]))
            return NULL;
    }
    return is_end(terms) ? NULL : terms;
}

/* "^ a, b ? c ? d", of which either kind may be missing. */
static bool read_alternative(const struct reader *reader, const char *text, struct alternative *alternative)
{
    g_auto(GStrv) parts = g_strsplit(text, "?", -1);
    const struct term **present = ARENA_ARRAY(reader->arena, const struct term *, g_strv_length(parts));
    const char *absent = g_strstrip(parts[0]);
    *alternative = (struct alternative){*absent ? read_terms(reader, absent + 1) : no_terms, present};
    bool is_sound = alternative->absent && strchr("^", *absent);
    for (size_t i = 1; is_sound && parts[i]; i++)
        is_sound = (present[i - 1] = read_terms(reader, parts[i])) != NULL;
    return is_sound;
}

/* NULL: cannot be read. */
static const struct condition *read_condition(const struct reader *reader, const char *text)
{
    g_auto(GStrv) each = g_strsplit(text, "|", -1);
    struct alternative *alternatives = ARENA_ARRAY(reader->arena, struct alternative, g_strv_length(each));
    size_t n = 0;
    while (each[n] && read_alternative(reader, each[n], &alternatives[n]))
        n++;
    struct condition *condition = ARENA_NEW(reader->arena, struct condition);
    *condition = (struct condition){n, alternatives};
    return n && !each[n] ? condition : NULL;
}

bool clauses_name(struct arena *arena, GHashTable *named, const char *name, const char *condition)
{
    const struct condition *read = read_condition(&(struct reader){arena, named}, condition);
    return read && g_hash_table_insert(named, (char *)name, (struct condition *)read);
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
static bool read_head(const struct reader *reader, struct clause *clause)
{
    bool has_head = strchr("^?", *clause->text) != NULL;
    const char *colon = has_head ? memchr(clause->text, ':', (size_t)(clause->end - clause->text)) : NULL;
    g_autofree char *head = colon ? g_strndup(clause->text, (size_t)(colon - clause->text)) : implied_head(clause);
    clause->kept_if = colon || !has_head ? read_condition(reader, head) : NULL;
    clause->text = colon ? colon + 1 : clause->text;
    return clause->kept_if != NULL;
}

bool clauses_parse(struct arena *arena, const char *text, GHashTable *named, struct clauses *clauses,
                   const char **wrong)
{
    const struct reader reader = {arena, named};
    size_t n = 1;
    for (const char *open = text; (open = strstr(open, OPEN)); open += strlen(OPEN))
        n += 2;
    struct clause *clause = ARENA_ARRAY(arena, struct clause, n);
    *clauses = (struct clauses){n, clause};
    for (const char *close; (*wrong = strstr(text, OPEN)); text = close + strlen(CLOSE)) {
        close = strstr(*wrong, CLOSE);
        *clause++ = (struct clause){.text = text, .end = *wrong};
        *clause = (struct clause){.text = *wrong + strlen(OPEN), .end = close};
        if (!close || !read_head(&reader, clause++))
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

static bool holds(const struct clause_run *run, const struct condition *condition);

static bool any_given(const struct clause_run *run, const struct term *terms)
{
    for (; !is_end(terms); terms++)
        if (terms->named ? holds(run, terms->named) : is_given(run, terms->parameter))
            return true;
    return false;
}

static bool fits(const struct clause_run *run, const struct alternative *alternative)
{
    const struct term *const *present = alternative->present;
    while (*present && any_given(run, *present))
        present++;
    return !*present && !any_given(run, alternative->absent);
}

static bool holds(const struct clause_run *run, const struct condition *condition)
{
    for (size_t i = 0; i < condition->n; i++)
        if (fits(run, &condition->alternatives[i]))
            return true;
    return false;
}

static bool is_kept(const struct clause_run *run, const struct clause *clause)
{
    return !clause->kept_if || holds(run, clause->kept_if);
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

/* Is the parameter among what must not be given, or what must? */
struct mention {
    const char *parameter;
    bool absent, present;
};

static bool mentions(const struct condition *condition, struct mention wanted);

static bool any_is(const struct term *terms, bool is_wanted, struct mention wanted)
{
    for (; !is_end(terms); terms++)
        if (terms->named ? mentions(terms->named, wanted)
                         : is_wanted && strcmp(terms->parameter, wanted.parameter) == 0)
            return true;
    return false;
}

static bool mentions(const struct condition *condition, struct mention wanted)
{
    const struct mention inverted = {wanted.parameter, wanted.present, wanted.absent};
    for (size_t i = 0; i < condition->n; i++) {
        const struct alternative *alternative = &condition->alternatives[i];
        bool found = any_is(alternative->absent, wanted.absent, inverted);
        for (const struct term *const *present = alternative->present; !found && *present; present++)
            found = any_is(*present, wanted.present, wanted);
        if (found)
            return true;
    }
    return false;
}

static bool any_mentions(const struct clauses *clauses, struct mention wanted)
{
    for (const struct clause *clause = clauses->all; clause < clauses->all + clauses->n; clause++)
        if (clause->kept_if && mentions(clause->kept_if, wanted))
            return true;
    return false;
}

bool clauses_invert(const struct clauses *clauses, const char *parameter)
{
    return any_mentions(clauses, (struct mention){parameter, .absent = true});
}

bool clauses_have(const struct clauses *clauses, const char *parameter)
{
    size_t length = strlen(parameter);
    for (const char *at = clauses->all->text; (at = strchr(at, ':')); at++)
        if (parameter_length(at) == length && memcmp(at + 1, parameter, length) == 0)
            return true;
    return any_mentions(clauses, (struct mention){parameter, true, true});
}

/* The page of a problem: what is wrong, what may have been meant, and the form to ask again. */
#include "app/problem_page.h"

#include "app/cite.h"
#include "app/downloads.h"
#include "app/form.h"
#include "app/glossary.h"
#include "app/link.h"
#include "app/page_view.h"
#include "app/problem.h"
#include "app/search.h"
#include "app/site.h"
#include "app/view.h"
#include "app/vocabulary.h"

#include <string.h>

static const struct column *const problem_columns[] = {VIEW_CODE("status"), VIEW_TEXT("heading"), VIEW_TEXT("message")};
static const struct column *const meant_columns[] = {VIEW_TEXT("name"),   VIEW_CODE("state"),
                                                     VIEW_CODE("key"),    VIEW_INTEGER("place"),
                                                     VIEW_URL("ask_url"), VIEW_URL("record_url")};

enum { MEANT_MOST = 5 }; /* of each that is unknown */

struct result *problem_shape(struct arena *arena)
{
    return view_new(arena, "problem", problem_columns);
}

/* A name or a key that no record has. */
struct unknown {
    const char *text;
    const char *path;  /* what the addresses of such records begin with */
    struct cell place; /* among the fields given; none: it stands in the address itself */
};

/* The state that a place is in; NULL where it is one itself, or no place. */
static const char *state_of(const struct result *found, size_t row)
{
    static const char *const own[] = {"state", "territory", NULL};
    const char *kind = result_text(found, row, "kind");
    return kind && g_strv_contains(own, kind) ? NULL : result_text(found, row, "state");
}

/* Adds the rows of a search for what is unknown. */
static void add_meant(const struct question *question, const char *statement, const struct unknown *unknown,
                      struct result *meant)
{
    struct binding words[SEARCH_BINDINGS];
    search_bind(question->arena, question->app->catalog, unknown->text, words);
    g_autoptr(GError) error = NULL; /* a page of an error says no second one */
    struct result *found = question_run(question, statement, words, G_N_ELEMENTS(words), &error);
    for (size_t i = 0, n = 0; found && i < found->n_rows && n < MEANT_MOST; i++) {
        const char *address = result_text(found, i, "record_url");
        if (!g_str_has_prefix(address, unknown->path))
            continue;
        result_append(question->arena, meant);
        view_set(meant, "name", cell_text(result_text(found, i, "name")));
        view_set(meant, "state", cell_text(state_of(found, i)));
        view_set(meant, "key", cell_text(address + strlen(unknown->path)));
        view_set(meant, "place", unknown->place);
        view_set(meant, "record_url", cell_text(link_local(question, address)));
        n++;
    }
}

/* Records with a name like what is unknown: as it is, else with words that are near to it. The key of the only one;
 * NULL where there are none or several. */
static const char *add_near(const struct question *question, struct unknown unknown, struct result *meant)
{
    size_t before = meant->n_rows;
    add_meant(question, "search", &unknown, meant);
    if (meant->n_rows == before)
        add_meant(question, "search_suggestions", &unknown, meant);
    return meant->n_rows == before + 1 ? result_text(meant, before, "key") : NULL;
}

/* Does the edition hold the record that a filter names? */
static bool is_known(const struct question *question, const struct parameter *parameter, const char *key)
{
    const struct binding wanted = {"wanted", cell_text(key)};
    g_autoptr(GError) error = NULL;
    const struct result *found = question_run(question, parameter->lookup, &wanted, 1, &error);
    return found && found->n_rows;
}

/* Each leads to the same question with its key; KEYS: the only ones for what other fields gave, which go along. */
static void add_asked(const struct question *question, const char **keys, struct result *meant)
{
    size_t column = result_column(meant, "ask_url");
    for (size_t row = 0; row < meant->n_rows; row++) {
        const struct cell *place = result_cell(meant, row, "place");
        if (place->kind == CELL_NULL)
            continue;
        const char *only = keys[place->integer];
        keys[place->integer] = result_text(meant, row, "key");
        meant->cells[row * meant->n_columns + column] = cell_text(link_mended(question, keys));
        keys[place->integer] = only;
    }
}

/* What a record or jurisdictions that are not known may have been: no rows where nothing is like them. */
static struct result *meant_of(const struct question *question, int status)
{
    struct result *meant = view_new(question->arena, "meant", meant_columns);
    if (!question->edition || !question->n_bindings || (status != 400 && status != 404))
        return meant;
    const char *path = question->resource->path;
    if (question->key && status == 404)
        add_near(question,
                 (struct unknown){question->key, arena_strndup(question->arena, path, strcspn(path, "{")), cell_null()},
                 meant);
    const char *keys[HTTP_FIELDS_MAX] = {NULL};
    for (size_t i = 0; i < question->parameters->n_given; i++) {
        const struct http_field *given = &question->parameters->given[i];
        const struct parameter *parameter = parameter_find(question->parameters->declared, given->name);
        if (parameter && parameter->records && !is_known(question, parameter, given->value))
            keys[i] =
                add_near(question, (struct unknown){given->value, parameter->records, cell_integer((int64_t)i)}, meant);
    }
    add_asked(question, keys, meant);
    return meant;
}

/* Can the question be mended in a form? */
static bool has_form(const struct question *question, const GError *cause)
{
    int status = problem_kind_of(cause)->status;
    bool is_filter_unknown = status == 404 && !question->key && question->n_bindings;
    return question->edition &&
           (status == 400 || is_filter_unknown || g_error_matches(cause, PROVISO_ERROR, ERROR_LATE));
}

/* The heading and the words of a problem; no words where they stand beside the fields. */
static struct result *view_problem(struct app *app, struct arena *arena, const GError *cause, bool has_fields)
{
    const struct problem_kind *kind = problem_kind_of(cause);
    const char *words = problem_words(app, arena, cause);
    if (!words || has_fields)
        words = catalog_text(app->catalog, kind->message);
    struct result *problem = problem_shape(arena);
    result_append(arena, problem);
    view_set(problem, "status", cell_integer(kind->status));
    view_set(problem, "heading", cell_text(catalog_text(app->catalog, kind->heading)));
    view_set(problem, "message", cell_text(words));
    return problem;
}

bool problem_page(struct app *app, struct arena *arena, const struct question *question, const GError *cause,
                  const char *request_id, GString *out)
{
    int status = problem_kind_of(cause)->status;
    struct question none = question_none(app, arena);
    struct question bare = question ? *question : none;
    struct result *languages_here = site_languages(bare.request ? &bare : &none);
    if (!bare.resource)
        bare.resource = none.resource;
    if (!bare.parameters)
        bare.parameters = none.parameters;
    struct result *view = page_view_new(&bare);
    view_set(view, "request_id", cell_text(status >= 500 ? request_id : NULL)); /* the rest are the same for everyone */
    const struct result *problem = view_problem(app, arena, cause, bare.parameters->n_errors > 0);
    view_set(view, "title", cell_text(result_text(problem, 0, "heading")));
    struct result *fields = has_form(&bare, cause) ? form_fields(&bare, NULL) : NULL;
    const struct question *linking = bare.n_bindings ? &bare : &none;
    const struct result *results[] = {site_result(linking),
                                      site_menu(linking, MENU_HEAD),
                                      site_menu(linking, MENU_FOOT),
                                      languages_here,
                                      view,
                                      downloads_result(&none),
                                      glossary_terms(app, arena),
                                      cite_result(&none, view, view),
                                      problem,
                                      fields ? fields : form_fields(&none, NULL),
                                      form_errors(&bare),
                                      meant_of(&bare, status)};
    g_autoptr(GError) error = NULL;
    return template_render(app->templates, "problem", arena, results, G_N_ELEMENTS(results), out, &error);
}

/* From a request to bindings. Knows parameters' names only where the contract gives them a meaning of their own: as_of,
 * edition, after, limit, q, sort. */
#include "app/question.h"

#include "app/parameters.h"
#include "app/search.h"
#include "app/subject.h"
#include "base/date.h"

#include <string.h>

void question_refuse(struct question *question, const struct parameter *parameter, const char *message)
{
    struct parameters *parameters = question->parameters;
    struct parameter_error *errors = ARENA_ARRAY(question->arena, struct parameter_error, parameters->n_errors + 1);
    if (parameters->n_errors)
        memcpy(errors, parameters->errors, parameters->n_errors * sizeof *errors);
    errors[parameters->n_errors++] =
        (struct parameter_error){parameter->name, catalog_text(question->app->catalog, parameter->label), message};
    parameters->errors = errors;
}

static bool bad_request(GError **error)
{
    g_set_error_literal(error, PROVISO_ERROR, ERROR_BAD_REQUEST, "the question has problems");
    return false;
}

void question_bind(struct question *question, const char *name, struct cell value)
{
    if (question->n_bindings == question->bindings_max) {
        question->bindings_max = MAX(32, 2 * question->bindings_max);
        struct binding *more = ARENA_ARRAY(question->arena, struct binding, question->bindings_max);
        if (question->n_bindings)
            memcpy(more, question->bindings, question->n_bindings * sizeof *more);
        question->bindings = more;
    }
    question->bindings[question->n_bindings++] = (struct binding){name, value};
}

/* A copy of a question has bindings of its own. */
static void unbind(struct question *question)
{
    question->bindings = NULL;
    question->n_bindings = question->bindings_max = 0;
}

static size_t count_bound(const struct question *question, const char *name, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i < question->n_bindings; i++)
        count += strcmp(question->bindings[i].name, name) == 0 &&
                 (!text || g_strcmp0(cell_string(&question->bindings[i].value), text) == 0);
    return count;
}

/* An edition that is not there, in the question's language: the store has no words. */
static bool refuse_edition(const struct question *question, const char *number, GError **error)
{
    const char *message = NULL;
    if (g_error_matches(*error, PROVISO_ERROR, ERROR_GONE))
        message = N_("Edition {number} is no longer kept, or was made by another version of this program.");
    else if (g_error_matches(*error, PROVISO_ERROR, ERROR_NOT_FOUND))
        message = N_("There is no edition {number} yet.");
    if (message)
        error_reword(error, catalog_format(question->arena, question->app->catalog, message, "number", number, NULL));
    return false;
}

/* Nothing is known of editions after the one that answers. */
static void refuse_later(struct question *question, const char *name)
{
    const struct parameter_value *value = parameters_get(question->parameters, name);
    int64_t newest = edition_stamp(question->edition)->number;
    if (value && value->integer > newest)
        question_refuse(question, value->parameter,
                        catalog_format(question->arena, question->app->catalog,
                                       N_("'{label}' cannot be later than {number}, the edition that answers."),
                                       "label", catalog_text(question->app->catalog, value->parameter->label), "number",
                                       arena_printf(question->arena, "%" G_GINT64_FORMAT, newest), NULL));
}

static bool open_edition(struct question *question, GError **error)
{
    const struct parameter_value *number = parameters_get(question->parameters, "edition");
    question->edition = store_edition(question->app->store, number ? number->integer : 0, error);
    if (!question->edition)
        return refuse_edition(question, number ? number->text : "", error);
    const char *newest = edition_stamp(question->edition)->as_of;
    const struct parameter_value *as_of = parameters_get(question->parameters, "as_of");
    question->as_of = as_of ? as_of->text : newest;
    if (as_of && number && strcmp(question->as_of, newest) == 0)
        parameters_drop(question->parameters, "as_of"); /* the edition's own day asks nothing more */
    else if (strcmp(question->as_of, newest) > 0)
        question_refuse(question, as_of->parameter,
                        catalog_format(question->arena, question->app->catalog,
                                       N_("'{label}' cannot be later than {date}, the date of this edition."), "label",
                                       catalog_text(question->app->catalog, as_of->parameter->label), "date", newest,
                                       NULL));
    refuse_later(question, "from_edition");
    refuse_later(question, "to_edition");
    return true;
}

/* after = base64url of "i" INTEGER " " KEY or "t" TEXT " " KEY: the sort value and key of the last row seen. */
static bool bind_cursor(struct question *question, const struct parameter_value *after)
{
    g_autofree char *base64 = g_strdelimit(g_strdup(after->text), "-", '+');
    g_strdelimit(base64, "_", '/');
    g_autofree char *padded = g_strdup_printf("%s%.*s", base64, (int)((4 - strlen(base64) % 4) % 4), "===");
    gsize length;
    g_autofree guchar *bytes = g_base64_decode(padded, &length);
    char *text = arena_strndup(question->arena, (const char *)bytes, length);
    char *space = strrchr(text, ' ');
    if (strlen(text) != length || !g_utf8_validate(text, -1, NULL) || !space || (*text != 'i' && *text != 't'))
        return false;
    *space = '\0';
    gint64 number;
    if (*text == 't')
        question_bind(question, "after_value", cell_text(text + 1));
    else if (g_ascii_string_to_signed(text + 1, 10, G_MININT64, G_MAXINT64, &number, NULL))
        question_bind(question, "after_value", cell_integer(number));
    else
        return false;
    question_bind(question, "after_key", cell_text(space + 1));
    return true;
}

static const char *cursor_of(const struct question *question, const char *text)
{
    g_autofree char *base64 = g_base64_encode((const guchar *)text, strlen(text));
    g_strdelimit(base64, "+", '-');
    g_strdelimit(base64, "/", '_');
    char *end = strchr(base64, '=');
    if (end)
        *end = '\0';
    return arena_strdup(question->arena, base64);
}

bool question_is_first(const struct question *question)
{
    return !parameters_get(question->parameters, "after");
}

const char *question_cursor(const struct question *question, const struct result *rows, size_t row)
{
    const struct cell *value = result_cell(rows, row, "sort_value");
    const char *key = result_text(rows, row, "key");
    g_autofree char *text = NULL;
    g_assert(value->kind == CELL_TEXT || value->kind == CELL_INTEGER);
    if (value->kind == CELL_TEXT)
        text = g_strdup_printf("t%s %s", value->text, key);
    else
        text = g_strdup_printf("i%" G_GINT64_FORMAT " %s", value->integer, key);
    return cursor_of(question, text);
}

const char *question_cursor_valued(const struct question *question)
{
    return cursor_of(question, arena_printf(question->arena, "i%" G_GINT64_FORMAT " ", G_MAXINT64 - 1));
}

/* A listing number or a key as the keys of all its records, each once, so that statements compare keys with keys. */
static bool bind_listing(struct question *question, const struct parameter_value *value, GError **error)
{
    const char *name = value->parameter->name;
    const struct result *options = question_options(question, value->parameter, error);
    if (!options)
        return false;
    size_t before = question->n_bindings;
    for (size_t row = 0; row < options->n_rows; row++) {
        const char *listing = result_text(options, row, "value"), *key = result_text(options, row, "other_value");
        bool is_it = strcmp(listing, value->text) == 0 || strcmp(key, value->text) == 0;
        if (is_it && count_bound(question, name, key) == 0)
            question_bind(question, name, cell_text(key));
    }
    if (question->n_bindings == before && count_bound(question, name, NULL) == 0)
        question_bind(question, name, cell_text(value->text)); /* of no record: refused when the keys are checked */
    return true;
}

static bool bind_filter(struct question *question, const struct parameter_value *value, GError **error)
{
    const struct parameter *parameter = value->parameter;
    if (parameter->type == PARAMETER_LISTING)
        return bind_listing(question, value, error);
    bool is_number = parameter->type == PARAMETER_INTEGER || parameter->type == PARAMETER_MONEY;
    question_bind(question, parameter->name, is_number ? cell_integer(value->integer) : cell_text(value->text));
    return true;
}

/* Every filter, and how many values one has that has several, as NAME_count. */
static bool bind_filters(struct question *question, GError **error)
{
    for (size_t i = 0; i < question->parameters->n_values; i++) {
        const struct parameter_value *value = &question->parameters->values[i];
        const struct parameter *parameter = value->parameter;
        if (parameter->use != PARAMETER_FILTER)
            continue;
        if (!bind_filter(question, value, error))
            return false;
        bool is_last = i + 1 == question->parameters->n_values || value[1].parameter != parameter;
        size_t n = parameter->repeatable && is_last ? count_bound(question, parameter->name, NULL) : 0;
        if (n > 1)
            question_bind(question, arena_printf(question->arena, "%s_count", parameter->name),
                          cell_integer((int64_t)n));
    }
    return true;
}

/* Everything but the place in the list. */
static bool bind_values(struct question *question, GError **error)
{
    question_bind(question, "as_of", cell_text(question->as_of));
    if (strcmp(question->as_of, edition_stamp(question->edition)->as_of) < 0)
        question_bind(question, "past", cell_integer(1));
    if (!bind_filters(question, error))
        return false;
    if (question->key) {
        question_bind(question, "key", cell_text(question->key));
        question_bind(question, "only", cell_text(question->key));
    }
    const struct parameter_value *q = parameters_get(question->parameters, "q");
    struct binding words[SEARCH_BINDINGS];
    if (q)
        search_bind(question->arena, question->app->catalog, q->text, words);
    for (size_t i = 0; q && i < SEARCH_BINDINGS; i++)
        question_bind(question, words[i].name, words[i].value);
    return true;
}

static bool bind_page(struct question *question)
{
    const struct parameter_value *after = parameters_get(question->parameters, "after");
    const struct parameter_value *limit = parameters_get(question->parameters, "limit");
    question->limit = limit ? limit->integer : 50;
    const struct parameter_value *page = after ? after : limit;
    if (page && question->representation->is_whole) {
        question_refuse(question, page->parameter,
                        catalog_text(question->app->catalog,
                                     N_("A file holds all rows: leave out the place and the number of rows.")));
        return false;
    }
    if (after && !bind_cursor(question, after)) {
        question_refuse(question, after->parameter,
                        catalog_text(question->app->catalog,
                                     N_("This is not a place in this list. Start again from the first page.")));
        return false;
    }
    return true;
}

const struct question *question_about(const struct question *question, const struct resource *resource, GError **error)
{
    struct question *about = ARENA_NEW(question->arena, struct question);
    *about = *question;
    about->resource = resource;
    about->key = NULL;
    about->parameters = parameters_parse(question->arena, question->app->catalog, resource->parameters,
                                         subject_query(question, resource));
    about->canonical = parameters_query(question->arena, about->parameters, NULL);
    about->subject = about;
    unbind(about);
    return bind_values(about, error) ? about : NULL;
}

bool question_is_read(const struct question *question, const char *statement, GError **error)
{
    for (const struct parameter *const *each = question->resource->parameters; statement && *each; each++) {
        const char *name = strcmp((*each)->name, "q") ? (*each)->name : "match";
        if ((*each)->use != PARAMETER_FILTER || store_reads(question->edition, statement, name))
            continue;
        g_set_error(error, PROVISO_ERROR, ERROR_INTERNAL, "%s.sql does not read the parameter %s", statement, name);
        return false;
    }
    return true;
}

bool question_check(const struct question *question, GError **error)
{
    const struct resource *resource = question->resource;
    return question_is_read(question, resource->rows, error) && question_is_read(question, resource->total, error) &&
           question_is_read(question, resource->facets, error);
}

/* A page that is asked nothing asks what its resource opens with. Files are of what was asked alone. */
static bool open_page(struct question *question, GError **error)
{
    const char *opens = question->resource->opens;
    question->is_opening = opens && question->representation->bit == AS_HTML && !question->parameters->n_errors &&
                           resource_lacks(question->resource, question->parameters);
    if (!question->is_opening)
        return true;
    const struct result *values = question_run(question, opens, NULL, 0, error);
    if (!values)
        return false;
    struct parameter_change *changes = ARENA_ARRAY(question->arena, struct parameter_change, values->n_rows + 1);
    for (size_t i = 0; i < values->n_rows; i++)
        changes[i] = (struct parameter_change){result_text(values, i, "facet"), result_text(values, i, "value")};
    changes[values->n_rows] = (struct parameter_change){NULL, NULL};
    question->parameters = parameters_parse(question->arena, question->app->catalog, question->resource->parameters,
                                            parameters_query(question->arena, question->parameters, changes));
    unbind(question);
    return bind_values(question, error);
}

bool question_read(struct question *question, GError **error)
{
    question->parameters = parameters_parse(question->arena, question->app->catalog, subject_parameters(question),
                                            question->request->query);
    if (!open_edition(question, error) || !bind_values(question, error) || !open_page(question, error))
        return false;
    question->canonical = parameters_query(question->arena, question->parameters, NULL);
    if (!bind_page(question) || question->parameters->n_errors)
        return bad_request(error);
    const struct resource *resource = subject_resource(question);
    question->subject = question->resource->subject ? NULL : question;
    if (resource && !(question->subject = question_about(question, resource, error)))
        return false;
    return question_check_keys(question, error);
}

struct question question_none(struct app *app, struct arena *arena)
{
    static const struct parameter *const only[] = {&parameter_lang, NULL};
    static const struct resource nowhere = {.path = "/", .parameters = only};
    struct question none = {.app = app, .arena = arena, .resource = &nowhere};
    none.parameters =
        parameters_parse(arena, app->catalog, only, arena_printf(arena, "lang=%s", catalog_language(app->catalog)));
    return none;
}

bool question_count_without(const struct question *question, const struct parameter_value *value, int64_t *count,
                            GError **error)
{
    struct question *wider = ARENA_NEW(question->arena, struct question);
    *wider = *question;
    wider->parameters = parameters_without(question->arena, question->parameters, value);
    unbind(wider);
    return bind_values(wider, error) && question_count(wider, count, error);
}

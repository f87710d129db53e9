/* Questions within answers. */
#include "app/ask.h"

#include <string.h>

static const struct representation page_alone = {.extension = "", .bit = AS_HTML};

/* A question of its own with the asker's language, arena and request, but another address. */
static struct question *question_of(const struct question *asker, const struct resource *resource, const char *query)
{
    struct http_request *request = ARENA_NEW(asker->arena, struct http_request);
    *request = *asker->request;
    request->path = resource->path;
    request->query = query;
    struct question *question = ARENA_NEW(asker->arena, struct question);
    *question = (struct question){.app = asker->app,
                                  .arena = asker->arena,
                                  .request = request,
                                  .resource = resource,
                                  .representation = &page_alone};
    return question;
}

static bool read_question(struct question *question, GError **error)
{
    g_autoptr(GError) problem = NULL;
    if (question_read(question, &problem))
        return true;
    if (question->parameters->n_errors && g_error_matches(problem, PROVISO_ERROR, ERROR_BAD_REQUEST))
        g_set_error_literal(error, PROVISO_ERROR, ERROR_BAD_REQUEST, question->parameters->errors[0].message);
    else
        g_propagate_error(error, g_steal_pointer(&problem));
    return false;
}

struct question *ask(const struct question *asker, const struct resource *resource, const char *query, GError **error)
{
    struct question *question = question_of(asker, resource, query);
    return read_question(question, error) ? question : NULL;
}

struct question *ask_address(const struct question *asker, const char *address,
                             const struct representation *representation, GError **error)
{
    struct arena *arena = asker->arena;
    const char *key;
    size_t length = strcspn(address, "?");
    const char *query = address[length] ? address + length + 1 : "";
    const char *extension = representation ? arena_printf(arena, ".%s", representation->extension) : "";
    char *name = arena_strndup(arena, address, length);
    if (g_str_has_suffix(name, extension))
        name[length - strlen(extension)] = '\0';
    const struct resource *resource = resource_find(arena, name, &key);
    if (!resource) {
        g_set_error_literal(error, PROVISO_ERROR, ERROR_NOT_FOUND,
                            catalog_text(asker->app->catalog, N_("There is no page at this address.")));
        return NULL;
    }
    struct question *question = question_of(asker, resource, query);
    question->key = key;
    if (representation)
        question->representation = representation;
    return read_question(question, error) ? question : NULL;
}

const char *ask_newest(struct arena *arena, const char *address)
{
    size_t length = strcspn(address, "?");
    const char *query = address[length] ? http_query_without(arena, address + length + 1, "edition") : "";
    return arena_printf(arena, "%.*s%s%s", (int)length, address, *query ? "?" : "", query);
}

void ask_add(GString *query, const char *name, const char *value)
{
    g_string_append_printf(query, "%s%s=", query->len ? "&" : "", name);
    http_encode(query, value, "");
}

/* The life of a request: route, question, ETag, answer, headers. */
#include "app/app.h"

#include "app/answer.h"
#include "app/columns.h"
#include "app/documents.h"
#include "app/health.h"
#include "app/link.h"
#include "app/need.h"
#include "app/picture.h"
#include "app/problem.h"
#include "app/problem_page.h"
#include "app/vocabulary.h"
#include "base/build_id.h"
#include "base/log.h"
#include "http/server.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

/* Turns an error into an answer. question may be NULL. */
static void refuse(struct app *app, struct arena *arena, const struct question *question, const char *request_id,
                   const GError *error, struct http_response *response)
{
    response->status = problem_kind_of(error)->status;
    http_response_empty(response);
    if (response->status >= 500)
        log_event("problem", "request", request_id, "reason", error->message, NULL);
    response->headers[HTTP_CONTENT_DISPOSITION] = NULL;
    response->headers[HTTP_ETAG] = NULL;
    response->headers[HTTP_LINK] = NULL;
    response->headers[HTTP_X_TOTAL_COUNT] = NULL;
    http_response_set(response, HTTP_CACHE_CONTROL, response->status < 500 ? "public, max-age=5" : "no-store");
    if (response->status == 503)
        http_response_set(response, HTTP_RETRY_AFTER, "5");
    if (response->status == 405)
        http_response_set(response, HTTP_ALLOW, "GET, HEAD");
    if (question && question->representation && question->representation->bit == AS_JSON) {
        http_response_set(response, HTTP_CONTENT_TYPE, "application/problem+json");
        problem_json(arena, question, error, response->body);
        return;
    }
    http_response_set(response, HTTP_CONTENT_TYPE, "text/html; charset=utf-8");
    store_begin(app->store, app->catalog); /* the form to ask again with, also where the time was over */
    if (problem_page(app, arena, question, error, request_id, response->body))
        return;
    http_response_empty(response);
    http_response_set(response, HTTP_CONTENT_TYPE, "text/plain; charset=utf-8");
    g_string_append_printf(response->body, "%d\n", response->status);
}

/* Takes a known extension off the path; the representation it names, or NULL when this program has none such. */
static const struct representation *representation_of(const struct app *app, struct arena *arena, const char **path)
{
    const char *slash = strrchr(*path, '/');
    const char *dot = strrchr(slash, '.');
    const struct representation *plain = NULL;
    for (const struct representation *const *each = app->program->representations; *each; each++) {
        if (!*(*each)->extension)
            plain = *each;
        else if (dot && strcmp(dot + 1, (*each)->extension) == 0) {
            *path = arena_strndup(arena, *path, (size_t)(dot - *path));
            return *each;
        }
    }
    return plain;
}

static bool route(struct question *question, GError **error)
{
    const char *path = question->request->path;
    question->representation = representation_of(question->app, question->arena, &path);
    question->resource = question->representation ? resource_find(question->arena, path, &question->key) : NULL;
    if (question->resource && (question->resource->representations & question->representation->bit))
        return true;
    g_set_error_literal(error, PROVISO_ERROR, ERROR_NOT_FOUND,
                        catalog_text(question->app->catalog, N_("There is no page at this address.")));
    question->resource = NULL;
    return false;
}

static const char *etag_of(const struct question *question)
{
    const struct edition_stamp *stamp = edition_stamp(question->edition);
    const char *const parts[] = {question->app->digest,
                                 stamp->content_hash,
                                 arena_printf(question->arena, "%" G_GINT64_FORMAT " %s", stamp->number, stamp->as_of),
                                 question->request->path,
                                 question->canonical,
                                 question->representation->extension,
                                 NULL};
    return http_etag(question->arena, parts);
}

/* NULL for pages. */
static const char *disposition_of(const struct question *question)
{
    const struct representation *representation = question->representation;
    if (!*representation->extension)
        return NULL;
    bool is_saved = representation->is_attachment || parameters_get(question->parameters, "download");
    return arena_printf(question->arena, "%s; filename=\"%s\"", is_saved ? "attachment" : "inline",
                        link_file_name(question));
}

static bool set_headers(const struct question *question, struct http_response *response, GError **error)
{
    bool is_fixed = parameters_get(question->parameters, "edition") != NULL;
    const char *cache = is_fixed ? "public, max-age=86400" : "public, max-age=5";
    if (http_response_set(response, HTTP_CONTENT_TYPE, question->representation->content_type) &&
        http_response_set(response, HTTP_CACHE_CONTROL, cache) &&
        http_response_set(response, HTTP_CONTENT_DISPOSITION, disposition_of(question)) &&
        http_response_set(response, HTTP_ETAG, etag_of(question)))
        return true;
    g_set_error_literal(error, PROVISO_ERROR, ERROR_INTERNAL, "a header cannot be sent");
    return false;
}

static bool answer_question(struct question *question, struct http_response *response, GError **error)
{
    const char *method = question->request->method;
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0) {
        g_set_error(error, PROVISO_ERROR, ERROR_NOT_ALLOWED, "%s", method);
        return false;
    }
    const bool has_health = question->app->program->has_health;
    if (has_health && health_answer(question->app, question->request, response))
        return true;
    store_begin(question->app->store, question->app->catalog);
    if (has_health && documents_have(question->request->path))
        return documents_write(question, response, error);
    if (!route(question, error))
        return false;
    if (!question_read(question, error) || !need_met(question, error) || !picture_chosen(question, error) ||
        !set_headers(question, response, error))
        return false;
    if (http_etag_matches(question->request->if_none_match, response->headers[HTTP_ETAG])) {
        response->status = 304;
        return true;
    }
    response->status = 200;
    return question->representation->write(question, response, error);
}

enum { LANGUAGES_MAX = 4 };

/* A program in each of its languages, in the order of languages[]: the first is spoken where none is asked for. */
struct service {
    struct app shared; /* what they have in common */
    size_t n_apps;
    struct app apps[LANGUAGES_MAX];
};

/* Which of languages[] is asked for. */
static size_t language_of(struct arena *arena, const struct http_request *request)
{
    const char *language = http_query_first(arena, request->query, "lang");
    for (size_t i = 0; language && languages[i].value; i++)
        if (g_ascii_strcasecmp(language, languages[i].value) == 0)
            return i;
    return 0;
}

static void answer(void *self, struct arena *arena, const struct http_request *request, struct http_response *response)
{
    struct app *app = &((struct service *)self)->apps[language_of(arena, request)];
    struct question *question = ARENA_NEW(arena, struct question);
    *question = (struct question){.app = app, .arena = arena, .request = request};
    g_autoptr(GError) error = NULL;
    if (!answer_question(question, response, &error))
        refuse(app, arena, question, request->request_id, error, response);
}

static void refuse_unread(void *self, struct arena *arena, const GError *error, struct http_response *response)
{
    refuse(((struct service *)self)->apps, arena, NULL, "-", error, response);
}

static void before(void *self)
{
    store_refresh(((struct service *)self)->shared.store);
}

/* "/assets/style.0123456789ab.css": the file's own name with 12 digits of its SHA-256. */
static char *asset_url(const char *dir, const char *stem, const char *extension, GChecksum *all, GError **error)
{
    g_autofree char *path = g_strdup_printf("%s/%s.%s", dir, stem, extension);
    g_autofree char *content = NULL;
    gsize length;
    if (!g_file_get_contents(path, &content, &length, error)) {
        error_reword_file(path, "read", error);
        return NULL;
    }
    g_autofree char *hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)content, length);
    g_checksum_update(all, (const guchar *)hash, -1);
    return g_strdup_printf("/assets/%s.%.12s.%s", stem, hash, extension);
}

static bool open_spool(struct app *app, GError **error)
{
    if (!app->program->has_spool)
        return true;
    if (app->config->spool) {
        store_spill(app->config->spool);
        return (app->spool = spool_open(app->config->spool, error)) != NULL;
    }
    g_set_error(error, PROVISO_ERROR, ERROR_DATA, "%s needs the key spool of the configuration", app->program->name);
    return false;
}

/* What the languages share. ALL is fed what their digests have in common. */
static bool open_parts(struct app *app, GChecksum *all, GError **error)
{
    build_id_add(all);
    app->config = config_read(error);
    app->style_url = app->config ? asset_url(app->config->assets, "style", "css", all, error) : NULL;
    if (!app->style_url || !open_spool(app, error))
        return false;
    config_digest(app->config, all);
    int most = app->config->milliseconds;
    app->milliseconds = most ? MIN(most, app->program->milliseconds) : app->program->milliseconds;
    app->store = store_open(app->config->editions, column_find, app->milliseconds, error);
    if (!app->store)
        return false;
    if (!app->program->open_canvas)
        return true;
    g_autofree char *fonts = g_build_filename(app->config->assets, "fonts.conf", NULL);
    app->canvas = app->program->open_canvas(fonts, error);
    return app->canvas != NULL;
}

/* English stands in program and templates; the messages of another language beside them. */
static bool open_words(struct app *app, const char *language, GChecksum *all, GError **error)
{
    g_autofree char *path = NULL;
    if (language_named(language)) {
        g_autofree char *messages = NULL;
        gsize length;
        path = g_strdup_printf("%s/messages/%s.po", app->config->templates, language);
        if (!g_file_get_contents(path, &messages, &length, error))
            return error_reword_file(path, "read", error);
        g_checksum_update(all, (const guchar *)messages, (gssize)length);
    }
    app->catalog = catalog_open(language, path, error);
    app->templates = app->catalog ? templates_open(app->config->templates, app->catalog, error) : NULL;
    if (!app->templates)
        return false;
    g_checksum_update(all, (const guchar *)templates_digest(app->templates), -1);
    app->digest = g_strdup(g_checksum_get_string(all));
    return true;
}

/* With an edition there, every template must fit the results before the first request. */
static bool check_templates(struct app *app, GError **error)
{
    store_refresh(app->store);
    if (!store_edition(app->store, 0, NULL))
        return true;
    struct arena *arena = arena_new();
    bool fits = answer_html_check(app, arena, error);
    arena_free(arena);
    return fits;
}

static struct app *open_language(struct service *service, const char *language, const GChecksum *shared, GError **error)
{
    g_autoptr(GChecksum) all = g_checksum_copy(shared);
    g_assert(service->n_apps < LANGUAGES_MAX);
    struct app *app = &service->apps[service->n_apps++];
    *app = service->shared;
    return open_words(app, language, all, error) ? app : NULL;
}

static bool open_service(struct service *service, const struct program *program, GError **error)
{
    g_autoptr(GChecksum) shared = g_checksum_new(G_CHECKSUM_SHA256);
    service->shared.program = program;
    if (!open_parts(&service->shared, shared, error))
        return false;
    for (const struct choice *each = languages; each->value; each++) {
        struct app *app = open_language(service, each->value, shared, error);
        if (!app || !check_templates(app, error))
            return false;
    }
    return true;
}

/* A worker asks for the same memory again at each request: give none of it back to the system in between. */
static void keep_memory(void)
{
    enum { MEGABYTE = 1 << 20 };
    mallopt(M_MMAP_THRESHOLD, 32 * MEGABYTE);
    mallopt(M_TRIM_THRESHOLD, 64 * MEGABYTE);
    mallopt(M_TOP_PAD, MEGABYTE);
}

static void close_service(struct service *service)
{
    for (size_t i = 0; i < service->n_apps; i++) {
        g_free(service->apps[i].digest);
        templates_free(service->apps[i].templates);
        catalog_free(service->apps[i].catalog);
    }
    const struct app *app = &service->shared;
    if (app->canvas)
        app->program->close_canvas(app->canvas);
    spool_free(app->spool);
    g_free(app->style_url);
    store_free(app->store);
    config_free(app->config);
}

/* The request for an address of the site. */
static struct http_request request_for(struct arena *arena, const struct config *config, const char *address)
{
    const char *path = address;
    if (g_str_has_prefix(path, config->base_url))
        path += strlen(config->base_url);
    size_t length = strcspn(path, "?");
    return (struct http_request){.method = "GET",
                                 .path = arena_strndup(arena, path, length),
                                 .query = path[length] ? path + length + 1 : "",
                                 .request_id = "-"};
}

/* What is wrong, in one line for the asker. */
static void tell(const struct question *question, GError **error)
{
    if (!*error)
        return;
    const char *words = problem_words(question->app, question->arena, *error);
    if (question->parameters && question->parameters->n_errors)
        words = question->parameters->errors[0].message;
    if (words)
        error_reword(error, words);
}

static void refuse_address(const struct app *app, GError **error)
{
    g_clear_error(error);
    g_set_error(error, PROVISO_ERROR, ERROR_BAD_REQUEST, "not an address of %s that gives %s", app->config->base_url,
                app->program->fetches);
}

/* Opens no more than the one answer needs: a start that looks at everything takes longer than a report. */
static bool fetch(struct service *service, struct arena *arena, const char *address, GString *out, GError **error)
{
    g_autoptr(GChecksum) shared = g_checksum_new(G_CHECKSUM_SHA256);
    if (!open_parts(&service->shared, shared, error))
        return false;
    before(service);
    const struct http_request request = request_for(arena, service->shared.config, address);
    struct app *app = open_language(service, languages[language_of(arena, &request)].value, shared, error);
    if (!app)
        return false;
    struct question *question = ARENA_NEW(arena, struct question);
    *question = (struct question){.app = app, .arena = arena, .request = &request};
    struct http_response response = {.body = out};
    if (*request.path == '/' && answer_question(question, &response, error))
        return true;
    if (*request.path != '/' || (!question->resource && g_error_matches(*error, PROVISO_ERROR, ERROR_NOT_FOUND)))
        refuse_address(app, error);
    tell(question, error);
    g_prefix_error(error, "%s: ", address);
    return false;
}

bool app_fetch(const struct program *program, const char *address, GString *out, GError **error)
{
    struct service service = {.shared.program = program};
    struct arena *arena = arena_new();
    bool done = fetch(&service, arena, address, out, error);
    arena_free(arena);
    close_service(&service);
    return done;
}

int app_run(const struct program *program)
{
    keep_memory();
    struct service service = {.n_apps = 0};
    g_autoptr(GError) error = NULL;
    int status = 1;
    if (open_service(&service, program, &error)) {
        const struct http_server server = {.prefix = service.shared.config->prefix,
                                           .spool = service.shared.spool,
                                           .self = &service,
                                           .before = before,
                                           .answer = answer,
                                           .refuse = refuse_unread};
        status = http_serve(&server);
    } else {
        fprintf(stderr, "proviso %s: %s\n", program->name, error->message);
    }
    close_service(&service);
    return status;
}

/* What a FastCGI program is: its configuration, its words, its editions, and the representations it serves. */
#ifndef PROVISO_APP_APP_H
#define PROVISO_APP_APP_H

#include "app/config.h"
#include "base/catalog.h"
#include "store/store.h"
#include "tmpl/template.h"

struct chart_canvas;
struct spool;
struct representation;

/* One of the programs in cgi-bin. */
struct program {
    const char *name;
    const struct representation *const *representations; /* NULL-terminated */
    int milliseconds;                                    /* for one request's statements */
    bool has_spool;                                      /* writes large answers to files */
    bool has_health;                                     /* answers for the site: /healthz, /openapi.json, ... */
    struct chart_canvas *(*open_canvas)(const char *fonts_conf, GError **error); /* NULL: it draws nothing */
    void (*close_canvas)(struct chart_canvas *canvas);
    const char *fetches; /* what app_fetch gives, and at which addresses, in words; NULL: nothing is fetched of it */
};

/* A program in one of its languages. Those of one program share all but the catalogue, the templates and the digest. */
struct app {
    const struct program *program;
    struct config *config;
    struct store *store;
    struct chart_canvas *canvas;
    struct spool *spool; /* NULL: it has none */
    int milliseconds;    /* for one request's statements: the program's or, where it is less, the configuration's */
    char *style_url;     /* below the prefix; its name carries a hash of the content */
    struct catalog *catalog;
    struct templates *templates;
    char *digest; /* of program version, configuration, assets, templates and messages: part of every ETag */
};

/* Answers one address ("/reports/group.pdf?state=OH", or a whole one of the site) and appends the answer to OUT. Errors
 * are those that a visitor would get as a page, and name the address: ERROR_BAD_REQUEST and ERROR_NOT_FOUND tell what
 * is wrong with it. */
bool app_fetch(const struct program *program, const char *address, GString *out, GError **error);

/* Starts, serves until told to stop; the exit status of main. What prevents a start is said on standard error. */
int app_run(const struct program *program);

#endif
